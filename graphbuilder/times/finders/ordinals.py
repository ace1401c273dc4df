"""The n-th cell of a longer one: "the first week of May", "the last day of 1999", "the first Monday of October"."""

from __future__ import annotations

import re

from graphbuilder.times.finders.weekdays import POINTER, pointed
from graphbuilder.times.finding import rule
from graphbuilder.times.values import Ordinal, OrdinalWeekday, Step, Value, Within
from graphbuilder.times.words import MONTH_WORD, ORDINAL_WORD, SEASON_WORD, SP, WEEKDAY_WORD, number, weekday_number

_NUMBER = rf"(?P<number>last|final|[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
#: What the whole may begin with; without a whole there is no n-th part.
_WHOLE = (
    rf"(?={SP}(?:of|in){SP}(?:the{SP})?(?:{MONTH_WORD}|{SEASON_WORD}|[12][0-9]{{3}}|this|last|next|that|same|following|previous"
    rf"|(?:month|year|decade|century|quarter)\b|[0-9]{{1,2}}(?:st|nd|rd|th)\b))"
)


def _ordinal(text: str) -> int:
    return -1 if text.lower() in ("last", "final") else int(number(text))


@rule(
    rf"(?:the{SP})?(?:very{SP})?{_NUMBER}{SP}(?P<unit>day|week|weekend|month|quarter|year|decade){_WHOLE}", needs="unit"
)
def part(match: re.Match[str]) -> Value:
    """the first week (of May)."""
    return Ordinal(_ordinal(match["number"]), match["unit"].lower())


@rule(rf"(?:the{SP})?{_NUMBER}{SP}(?P<day>{WEEKDAY_WORD}){_WHOLE}", needs="weekday")
def weekday_part(match: re.Match[str]) -> Value:
    """the first Monday (of October)."""
    return OrdinalWeekday(_ordinal(match["number"]), weekday_number(match["day"]))


@rule(
    rf"(?:the{SP})?(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}){SP}of{SP}(?P<the>the{SP})?{POINTER}{SP}month",
    needs="unit",
)
def day_part(match: re.Match[str]) -> Value:
    """the 20th of next month."""
    step, anchor = pointed(match)
    return Within(Ordinal(_ordinal(match["number"]), "day"), Step("month", step, anchor))


RULES = (part, weekday_part, day_part)
