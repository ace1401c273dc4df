"""Which words number a part of a longer time: "the first week of May", "the last day of 1999"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import Ordinal, Stretch, Value
from graphbuilder.times.calendar.words import CARDINAL_WORD, MONTH_WORD, ORDINAL_WORD, SEASON_WORD, SP, number
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
    rf"(?:the{SP})?(?:very{SP})?(?P<side>first|last|final){SP}(?P<count>[0-9]{{1,3}}|{CARDINAL_WORD}){SP}"
    rf"(?P<unit>months|quarters|years|decades){_WHOLE}",
    needs="unit",
)
def stretch(match: re.Match[str]) -> Value | None:
    """The first or last so many units of a whole: the first nine months (of 2013)."""
    count = int(number(match["count"]))
    late = match["side"].lower() != "first"
    return Stretch(-count if late else count, match["unit"].lower().removesuffix("s")) if count > 1 else None
