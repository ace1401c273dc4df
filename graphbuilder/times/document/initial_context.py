"""What a document as a whole settles before any date is anchored: publication, day or month first, news or history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from math import inf

from graphbuilder.intervals import Bound
from graphbuilder.records import Document
from graphbuilder.times.calendar.values import Fixed, Numeric, flat
from graphbuilder.times.context import Context
from graphbuilder.times.document.genre import story_from
from graphbuilder.times.finding import Candidate
from graphbuilder.times.options import TimeOptions

#: Fields of the metadata that may hold a month.
_MONTHLY = frozenset({"issue", "published"})
_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])")
#: A text that names a year before this one may write other years with three digits.
_ANCIENT = 1000
#: Words before two numbers that need be no years.
_COUNT = re.compile(r"(?:about|around|between|from)\b", re.IGNORECASE)


def initial_context(document: Document, candidates: Sequence[Candidate], options: TimeOptions) -> Context:
    """The context with which reading the document begins."""
    publication = _bound_of(document.published) or _month_of(document)
    if options.narrative is None:
        start = story_from(document.text, candidates, publication)
    else:
        start = 0 if options.narrative else inf
    return Context(
        options,
        publication,
        narrative=start == 0,
        day_first=_is_day_first(candidates, options),
        ancient=_is_ancient(document.text, candidates),
        story_from=start,
    )


def _bound_of(published: date | None) -> Bound | None:
    """The publication date as a bound; a midnight without seconds is no clock time."""
    if published is None:
        return None
    parts = [published.year, published.month, published.day]
    if isinstance(published, datetime) and (published.hour, published.minute) != (0, 0):
        parts += [published.hour, published.minute, published.second]
    return Bound(*parts)


def _month_of(document: Document) -> Bound | None:
    """The month of publication, where the metadata have no day: "From the October 2021 issue"."""
    told = next((value for name, value in document.meta if name in _MONTHLY), "")
    match = _MONTH.fullmatch(told)
    return Bound(int(match[1]), int(match[2])) if match else None


def _is_ancient(text: str, candidates: Sequence[Candidate]) -> bool:
    """Whether the text names a year before 1000 for certain ("480 BC"), so that "in 348" may be one."""
    values = (value for one in candidates for value in flat(one.value))
    certain = any(isinstance(value, Fixed) and value.cell.start.year < _ANCIENT for value in values)
    return certain or any(one.rule == "ancient_years" and not _COUNT.match(text, one.start) for one in candidates)


def _is_day_first(candidates: Sequence[Candidate], options: TimeOptions) -> bool | None:
    """Whether the day comes before the month in "03/04/2008": by the options, else the first date that settles it."""
    if options.day_first is not None:
        return options.day_first
    for one in candidates:
        for value in flat(one.value):
            if isinstance(value, Numeric) and max(value.first, value.second) > 12:
                return value.first > 12
    return None
