"""The n-th part of a longer time: "the first week of May", "the last day of 1999", "the first Monday of October"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import DayOfEntry, Ordinal, OrdinalWeekday, Step, Stretch, Value, Within
from graphbuilder.times.calendar.words import (
    CARDINAL_WORD,
    MONTH_WORD,
    ORDINAL_WORD,
    SEASON_WORD,
    SP,
    WEEKDAY_WORD,
    number,
    weekday_number,
)
from graphbuilder.times.finders.weekdays import POINTER, pointed
from graphbuilder.times.finding import rule

_NUMBER = rf"(?P<number>last|final|[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
#: What the whole may begin with; without a whole there is no n-th part.
_WHOLE = (
    rf"(?={SP}(?:of|in){SP}(?:the{SP})?(?:{MONTH_WORD}|{SEASON_WORD}|[12][0-9]{{3}}|this|last|next|that|same|following|previous"
    rf"|(?:month|year|decade|century|quarter)\b|[0-9]{{1,2}}(?:st|nd|rd|th)\b))"
)


def _ordinal(text: str) -> int:
    """The number that the words name; -1 of "last" and "final"."""
    return -1 if text.lower() in ("last", "final") else int(number(text))


@rule(
    rf"(?:the{SP})?(?:very{SP})?{_NUMBER}{SP}(?P<unit>day|week|weekend|month|quarter|year|decade){_WHOLE}", needs="unit"
)
def part(match: re.Match[str]) -> Value:
    """The n-th unit of a whole: the first week (of May)."""
    return Ordinal(_ordinal(match["number"]), match["unit"].lower())


@rule(
    rf"(?<=[Oo]n )the{SP}(?:very{SP})?{_NUMBER}{SP}(?P<unit>day)(?!{SP}(?:of|in|that|when)\b)(?=,?{SP}(?-i:[a-z]))",
    needs="unit",
    score=0.7,
)
def day_of_entry(match: re.Match[str]) -> Value:
    """The n-th day that an entry of a chronology covers: (on) the second day."""
    return DayOfEntry(_ordinal(match["number"]))


@rule(
    rf"(?:the{SP})?(?:very{SP})?(?P<side>first|last|final|opening|closing){SP}(?P<count>[0-9]{{1,3}}|{CARDINAL_WORD}){SP}"
    rf"(?P<unit>days|weeks|months|quarters|years|decades){_WHOLE}",
    needs="unit",
)
def stretch(match: re.Match[str]) -> Value | None:
    """The first or last so many units of a whole: the first nine months (of 2013)."""
    count = int(number(match["count"]))
    late = match["side"].lower() in ("last", "final", "closing")
    return Stretch(-count if late else count, match["unit"].lower().removesuffix("s")) if count > 1 else None


@rule(
    rf"(?:the{SP})?(?P<number>first|second|middle|last|final){SP}third(?={SP}of{SP}the{SP}(?:[0-9]{{1,4}}(?:s|st|nd|rd|th)\b|{ORDINAL_WORD}))",
    needs="century year+s",
)
def third(match: re.Match[str]) -> Value:
    """The n-th third of a decade or century: the last third (of the 18th century)."""
    return Ordinal(2 if match["number"].lower() in ("middle", "second") else _ordinal(match["number"]), "third")


@rule(rf"(?:the{SP})?{_NUMBER}{SP}(?P<day>{WEEKDAY_WORD}){_WHOLE}", needs="weekday", score=0.96)
def weekday_part(match: re.Match[str]) -> Value:
    """The n-th such weekday of a whole: the first Monday (of October)."""
    return OrdinalWeekday(_ordinal(match["number"]), weekday_number(match["day"]))


@rule(
    rf"the{SP}(?P<unit>week|weekend)(?={SP}(?:of|beginning|starting|commencing){SP}(?:on{SP})?(?:the{SP})?(?:{WEEKDAY_WORD},?{SP})?(?:{MONTH_WORD}|[0-9]))",
    needs="unit",
)
def week_of(match: re.Match[str]) -> Value:
    """The week that holds or begins with a day: the week (of Nov. 14)."""
    return Ordinal(1, match["unit"].lower())


@rule(
    rf"(?:the{SP})?(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}){SP}of{SP}(?P<the>the{SP})?{POINTER}{SP}month",
    needs="unit",
)
def day_part(match: re.Match[str]) -> Value:
    """A day of a month that a word points to: the 20th of next month."""
    step, anchor = pointed(match)
    return Within(Ordinal(_ordinal(match["number"]), "day"), Step("month", step, anchor))


RULES = (part, day_of_entry, stretch, third, weekday_part, week_of, day_part)
