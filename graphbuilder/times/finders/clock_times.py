"""Which words are a time of day: "9 a.m.", "21:52 GMT", "noon"; a refiner puts them to the day beside them."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import Clock, Value
from graphbuilder.times.calendar.words import CARDINAL_WORD, DAYPARTS, SP, either, number
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
_FOUR = r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])"
_AT_HOUR = re.compile(
    r"\b(?:at|(?:just|shortly|soon)\s(?:after|before))\s(?:about\s|around\s|approximately\s|exactly\s)?$", re.IGNORECASE
)
_HALF_DAY = 12
_HOURS = {"noon": 12, "midday": 12, "midnight": 0}
_PARTS = either(DAYPARTS)


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
    """An hour of the full day: 21:52; with one digit only behind "at" and the like, since "3:16" is a verse."""
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    plain = match["zone"] or _BEFORE_CLOCK.search(before)
    if not plain and (len(match["hour"]) < 2 or _BEFORE_SCORE.search(before)):
        return None
    second = int(match["second"]) if match["second"] else None
    return _clock(int(match["hour"]), int(match["minute"]), None, second, match["zone"])


@rule(
    rf"(?<![0-9:.,$£€/-]){_FOUR}(?:{SP}?(?P<zone>{ZONE})(?!\w)|(?P<unit>{SP}(?:hours|hrs)\b)(?:{SP}(?P<zone2>{ZONE}))?"
    rf"|{SP}\([0-2][0-9][0-5][0-9]{SP}?{ZONE}\)|(?={SP}(?:to|and|until){SP}[0-2][0-9][0-5][0-9]{SP}(?P<zone3>{ZONE})))",
    needs="year",
)
def military(match: re.Match[str]) -> Value | None:
    """An hour in four digits: 0930 GMT, 0930 hours, 1653 (2153 GMT), 1410 to 1430 GMT; not "1400 hours of work"."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    if match["unit"] and match["hour"][0] != "0" and not _BEFORE_CLOCK.search(before):
        return None
    return _clock(
        int(match["hour"]), int(match["minute"]), None, zone=match["zone"] or match["zone2"] or match["zone3"]
    )


@rule(rf"(?<![0-9:.,$£€/-]){_FOUR}(?=[,.;)](?![0-9])|{SP}(?:and|but|local|on|when)\b|$)", needs="year", score=0.91)
def bare_hour(match: re.Match[str]) -> Value | None:
    """An hour in four digits at which something happened: at 1653, shortly after 1100; not "in 1653"."""
    if not _AT_HOUR.search(match.string[max(0, match.start() - 24) : match.start()]):
        return None
    return _clock(int(match["hour"]), int(match["minute"]), None)


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
