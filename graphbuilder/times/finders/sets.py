"""Which times recur (TIMEX3 type SET): "daily", "every Tuesday", "twice a week"."""

from __future__ import annotations

import re

from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar.cells import SEASONS as SEASON_CODES
from graphbuilder.times.calendar.timex import duration_text
from graphbuilder.times.calendar.values import Every, Value
from graphbuilder.times.calendar.words import (
    CARDINAL_WORD,
    DAYPARTS,
    MONTH_WORD,
    NUMBER,
    SEASON_WORD,
    SEASONS,
    SP,
    UNIT_WORD,
    WEEKDAY_WORD,
    month_number,
    number,
    unit_name,
    weekday_number,
)
from graphbuilder.times.finding import rule

ADVERBS: dict[str, str] = lexicon("sets")["adverbs"]
_ADVERB = rf"(?P<adverb>{'|'.join(sorted(ADVERBS, key=len, reverse=True))})(?:ly)?"


@rule(_ADVERB, needs="set", score=0.85)
def adverb(match: re.Match[str]) -> Value | None:
    """A set as an adverb or adjective: annually, daily; not "the Daily Mail"."""
    text, start = match.string, match.start()
    if match[0][0].isupper() and start and re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]):
        return None
    if match[0][0].isupper() and re.search(r"[A-Z]\w*\s$", text[max(0, start - 20) : start]):
        return None
    return Every(ADVERBS[match["adverb"].lower()])


_EACH = rf"(?:every(?:{SP}single)?|each(?:{SP}and{SP}every)?|per)"
_OTHER = rf"(?:(?P<other>other|second|third|fourth){SP})?"


@rule(
    rf"{_EACH}{SP}{_OTHER}(?:(?P<count>{NUMBER}|few){SP})?(?P<unit>{UNIT_WORD})(?!{SP}old)"
    rf"(?:{SP}of{SP}(?:the{SP}(?:year|month|week)|their{SP}lives|(?:his|her|its){SP}life)\b)?",
    needs="set",
)
def every_unit(match: re.Match[str]) -> Value | None:
    """A set of units: every year, each day, every two weeks, per month, every month of the year."""
    times = {"other": 2, "second": 2, "third": 3, "fourth": 4}.get((match["other"] or "").lower(), 1)
    count = match["count"]
    amount = times if count is None else None if count.lower() == "few" else number(count)
    unit = unit_name(match["unit"])
    if unit == "second" and count is None:
        return None
    return Every("XXXX-WXX-WE" if unit == "weekend" else duration_text(((amount, unit),)))


@rule(
    rf"(?:{_EACH}{SP}{_OTHER})(?P<day>{WEEKDAY_WORD})(?:{SP}(?P<part>morning|afternoon|evening"
    rf"|night))?|(?P<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?:{SP}(?P<parts>morning"
    rf"|afternoon|evening|night)s?)?",
    needs="set weekday",
)
def every_weekday(match: re.Match[str]) -> Value:
    """A set of weekdays: every Tuesday, Mondays."""
    day = weekday_number(match["day"] or match["days"]) + 1
    part = match["part"] or match["parts"]
    return Every(f"XXXX-WXX-{day}" + (f"T{DAYPARTS[part.lower()]}" if part else ""))


@rule(
    rf"{_EACH}{SP}(?:(?P<part>morning|afternoon|evening|night)|(?P<month>{MONTH_WORD})"
    rf"|(?P<season>{SEASON_WORD}))|(?P<weekdays>weekdays|weekends)|(?:in{SP})?the{SP}"
    rf"(?P<parts>mornings|evenings|afternoons)",
    needs="set",
)
def every_part(match: re.Match[str]) -> Value:
    """A set of parts of the day, months, seasons or ends of the week: every morning, each summer, weekends."""
    if match["month"]:
        return Every(f"XXXX-{month_number(match['month']):02}")
    if match["season"]:
        return Every(f"XXXX-{SEASON_CODES[SEASONS[match['season'].lower()]]}")
    if match["weekdays"]:
        return Every("XXXX-WXX-WE" if match["weekdays"].lower() == "weekends" else "XXXX-WXX-WD")
    return Every(f"XXXX-XX-XXT{DAYPARTS[(match['part'] or match['parts'][:-1]).lower()]}")


@rule(
    rf"(?:once|twice|thrice|(?:{NUMBER}|several|many|a{SP}few){SP}(?:times|days|nights|hours)"
    rf")(?:{SP}|-)(?:an?|per|each|every)(?:{SP}|-)(?P<unit>{UNIT_WORD})",
    needs="unit",
)
def times_per(match: re.Match[str]) -> Value:
    """A set by its frequency: twice a week."""
    return Every(duration_text(((1, unit_name(match["unit"])),)))


#: So much, or so many things: "$5 million a year", "300 cars a week", "a foot a year".
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?:(?:[0-9][0-9,]*(?:\.[0-9]+)?|{CARDINAL_WORD}|(?:hundreds|thousands|dozens)\sof)(?:\s[a-z-]{{2,15}}){{0,2}}"
    r"\s(?:[a-z-]{2,15}s|men|women|people|children|cattle|fish|sheep)|one\s[a-z-]{2,15}"
    r"|an?\s(?:foot|inch|mile|met(?:er|re)|kilomet(?:er|re)|centimet(?:er|re)|ton|tonne|pound|dollar|point|degree|share|head))\s$"
    r"|(?:[0-9]%?|illion|ousand|percent|dollars|euros|pounds|cents|barrels|kilomet(?:er|re)s|hours|days|times)\s$",
    re.IGNORECASE,
)
_THINGS = 60


@rule(
    rf"an?{SP}(?P<unit>hour|minute|day|week|month|quarter|season|year|night)(?!-|{SP}(?:later|ago|earlier|before|after|and|or|from|into|old|long)\b)",
    needs="unit",
    score=0.9,
)
def amount_per(match: re.Match[str]) -> Value | None:
    """A set by an amount in each unit: ($5 million) a year, (300 cars) a week."""
    if not _COUNTED.search(match.string, max(0, match.start() - _THINGS), match.start()):
        return None
    unit = match["unit"].lower()
    return Every(duration_text(((1, {"night": "day", "season": "year"}.get(unit, unit)),)))
