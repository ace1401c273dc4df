"""Times of day: "9 a.m.", "21:52 GMT", "noon", "the early morning"; a refiner puts them to the day beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.times.calendar.values import Clock, Several, Value
from graphbuilder.times.calendar.words import CARDINAL_WORD, DASH, DAYPARTS, SP, either, number
from graphbuilder.times.calendar.zones import ZONE
from graphbuilder.times.finding import rule

_ZONE = rf"(?:,?{SP}?(?P<bracket>\()?(?P<zone>{ZONE})(?(bracket)\)))?"
_HALF = r"(?P<half>[ap])(?:\.{SP}?m\.|m\b)".replace("{SP}", r"\s?")
_BEFORE_CLOCK = re.compile(
    r"\b(?:at|by|from|until|till|to|around|about|after|before|since|between|and)\s$|[,(–-]\s?$", re.IGNORECASE
)
_BEFORE_SCORE = re.compile(r"\b(?:of|in|is|was|a|record|chapter)\s$", re.IGNORECASE)
#: What a metaphorical dawn is of: "the dawn of a new era".
_OF_NO_DAY = re.compile(r"\sof\s(?!(?:the\s)?[0-9]|(?:the\s)?day\b|[A-Z][a-z]+day\b|[A-Z][a-z]+\s[0-9])")
_HALF_DAY = 12
_HOURS = {"noon": 12, "midday": 12, "midnight": 0}
_PARTS = either(DAYPARTS)
_HOUR_WORD = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


def _clock(
    hour: int, minute: int | None, half: str | None, second: int | None = None, zone: str | None = ""
) -> Clock | None:
    """The time of day with these figures; None where there is no such hour."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return Clock(hour, minute, second, zone=zone or "") if hour < 24 else None


@rule(
    rf"(?<![0-9:.,$£€])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]"
    rf")(?::(?P<second>[0-5][0-9]))?)?{SP}?{_HALF}{_ZONE}",
    needs="clock",
)
def half_day(match: re.Match[str]) -> Value | None:
    """An hour of the half day: 9 a.m., 09:52 PM."""
    minute, second = (int(match[name]) if match[name] else None for name in ("minute", "second"))
    return _clock(int(match["hour"]), minute, match["half"], second, match["zone"])


@rule(
    rf"(?<![0-9:.,$£€/-])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9]"
    rf")(?::(?P<second>[0-5][0-9]))?(?![0-9:%]|\.[0-9])(?:{SP}(?:hours|hrs)\b)?{_ZONE}",
    needs="pair",
    score=0.85,
)
def full_day(match: re.Match[str]) -> Value | None:
    """An hour of the full day: 21:52.

    One digit before the colon needs "at" and the like, since "3:16" is a verse or a score.
    """
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    plain = match["zone"] or _BEFORE_CLOCK.search(before)
    if not plain and (len(match["hour"]) < 2 or _BEFORE_SCORE.search(before)):
        return None
    second = int(match["second"]) if match["second"] else None
    return _clock(int(match["hour"]), int(match["minute"]), None, second, match["zone"])


@rule(
    rf"(?<![0-9:.,$£€/-])(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?:{SP}?(?P<zone>{ZONE})(?!\w)"
    rf"|(?P<unit>{SP}(?:hours|hrs)\b)(?:{SP}(?P<zone2>{ZONE}))?)",
    needs="clock year",
)
def military(match: re.Match[str]) -> Value | None:
    """An hour in four digits: 0930 GMT, 0930 hours.

    Before "hours" they are a length unless they begin with 0 or follow "at".
    """
    before = match.string[max(0, match.start() - 8) : match.start()]
    if match["unit"] and match["hour"][0] != "0" and not _BEFORE_CLOCK.search(before):
        return None
    return _clock(int(match["hour"]), int(match["minute"]), None, zone=match["zone"] or match["zone2"])


@rule(
    rf"(?:(?<=\bat )|(?<=\bby )|(?<=\bbefore )|(?<=\bafter )|(?<=\buntil ))(?P<hour>1[0-2]|[1-9]|{_HOUR_WORD})"
    rf"(?={SP}(?:tonight|(?:this|tomorrow|yesterday|last){SP}(?:morning|afternoon|evening|night))\b)",
    needs="daypart",
)
def bare_hour(match: re.Match[str]) -> Value | None:
    """An hour that only the part of the day behind it makes one: (at) 9 (tonight)."""
    return _clock(int(number(match["hour"])), None, None)


@rule(
    rf"(?P<hour>{_HOUR_WORD})(?:[-\s](?P<minute>fifteen|twenty|thirty|forty-five|forty|fifty))?{SP}{_HALF}{_ZONE}",
    needs="clock",
)
def half_day_in_words(match: re.Match[str]) -> Value | None:
    """An hour of the half day in words: ten a.m., seven thirty p.m."""
    minute = int(number(match["minute"])) if match["minute"] else None
    return _clock(int(number(match["hour"])), minute, match["half"], None, match["zone"])


@rule(
    rf"(?P<hour>[0-9]{{1,2}}|{CARDINAL_WORD}){SP}?o['’]clock{_ZONE}(?:{SP}in{SP}the{SP}"
    rf"(?P<part>morning|afternoon|evening))?",
    needs="clock",
)
def o_clock(match: re.Match[str]) -> Value | None:
    """A full hour: nine o'clock, nine o'clock in the evening."""
    hour = int(number(match["hour"]))
    if not 1 <= hour <= 24 - 1:
        return None
    late = (match["part"] or "").lower() in ("afternoon", "evening")
    either = not match["part"] and not match["zone"] and hour <= _HALF_DAY
    return Clock(hour + 12 if late and hour < _HALF_DAY else hour, zone=match["zone"] or "", of_either_half=either)


@rule(
    rf"(?P<side>half{SP}past|(?:a{SP})?quarter{SP}(?:past|to|before|after)){SP}"
    rf"(?P<hour>[0-9]{{1,2}}|{CARDINAL_WORD})(?!{SP}(?:of|million|percent))",
    needs="clock",
)
def spoken(match: re.Match[str]) -> Value | None:
    """A half or quarter past or to an hour: half past nine, a quarter to six."""
    hour, side = int(number(match["hour"])), match["side"].lower()
    if not 1 <= hour <= 12:
        return None
    return replace(_minutes_from(hour, 30 if "half" in side else 15, side), of_either_half=True)


def _minutes_from(hour: int, minutes: float, side: str) -> Clock:
    """The time of day so many minutes past or to the hour."""
    return Clock(hour, int(minutes)) if side.endswith(("past", "after")) else Clock((hour - 1) % 24, 60 - int(minutes))


@rule(
    rf"(?<!\bfrom )(?<!\bbetween )"
    rf"(?:(?P<minutes>five|ten|twenty(?:-five)?)(?:{SP}minutes)?|(?P<half>half)|(?:a{SP})?quarter){SP}"
    rf"(?P<side>past|to|before|after){SP}(?P<hour>noon|midday|midnight)",
    needs="clock",
    score=0.9,
)
def spoken_from_noon(match: re.Match[str]) -> Value:
    """Minutes past or to noon or midnight: twenty to midnight, half past noon."""
    minutes = number(match["minutes"]) if match["minutes"] else 30 if match["half"] else 15
    return _minutes_from(_HOURS[match["hour"].lower()], minutes, match["side"].lower())


@rule(r"(?:(?<=\bbefore )|(?<=\buntil after )|(?<=\buntil (?:long|well) after ))midnight\b", needs="clock", score=0.9)
def before_midnight(_match: re.Match[str]) -> Value:
    """The night of the day that is told: (shortly before) midnight, (until after) midnight."""
    return Clock(part="NI")


@rule(rf"(?:12{SP})?(?P<word>noon|midnight|midday){_ZONE}", needs="clock", score=0.85)
def named_hour(match: re.Match[str]) -> Value:
    """An hour with a name: noon, midnight."""
    return Clock(_HOURS[match["word"].lower()], 0, zone=match["zone"] or "")


@rule(
    rf"(?:the{SP}(?:(?:early|late|small|wee|very){SP}){{0,2}})?(?P<part>{_PARTS})(?!-only\b)(?:{SP}hours)?"
    rf"|the{SP}(?:early|small|wee){SP}hours(?:{SP}of{SP}the{SP}morning)?",
    needs="daypart unit",
    score=0.6,
)
def part_of_day(match: re.Match[str]) -> Value | None:
    """A part of the day: the morning, evening, the small hours."""
    word = match["part"]
    if word and word.lower() == "overnight":
        return None  # "an overnight train"; where it tells a night another rule reads it
    if word and word.lower() in ("dawn", "dusk") and _OF_NO_DAY.match(match.string, match.end()):
        return None
    return Clock(part=DAYPARTS[word.lower()] if word else "MO", generic=True)


@rule(
    rf"(?<![0-9:.,$£€])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?(?:{SP}?{DASH}{SP}?|{SP}(?:to|and|until){SP})"
    rf"(?P<hour2>1[0-2]|0?[1-9])(?:[:.](?P<minute2>[0-5][0-9]))?{SP}?{_HALF}{_ZONE}",
    needs="clock",
)
def half_day_hours(match: re.Match[str]) -> Value | None:
    """Two hours of the half day, of which the first is the nearest before the second: 9-11 a.m., 11 to 1 p.m."""
    minutes = [int(match[name]) if match[name] else None for name in ("minute", "minute2")]
    last = _clock(int(match["hour2"]), minutes[1], match["half"], None, match["zone"])
    first = _clock(int(match["hour"]), minutes[0], match["half"], None, match["zone"])
    if first is None or last is None or first == last:
        return None
    if (first.hour or 0, first.minute or 0) > (last.hour or 0, last.minute or 0):
        first = replace(first, hour=(first.hour or 0) - 12) if (first.hour or 0) >= 12 else first
    middle = match.end("minute") if match["minute"] else match.end("hour")
    return Several(((match.start(), middle, first), (match.start("hour2"), match.end(), last)))


RULES = (
    half_day_hours,
    half_day,
    bare_hour,
    half_day_in_words,
    full_day,
    military,
    o_clock,
    spoken,
    spoken_from_noon,
    before_midnight,
    named_hour,
    part_of_day,
)
