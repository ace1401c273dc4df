"""Which dates are of no event: the stamp of the text itself (its update, a full date with an hour), or a life."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import MAXYEAR, MINYEAR, date

from graphbuilder.intervals import Interval
from graphbuilder.records import TimeExpression

#: What a text says of its own date, in so many characters before or behind it.
_BESIDE = 40
_UPDATED_BEFORE = re.compile(r"\b(?:updated|posted|modified)\b[^.!?\n]{0,32}$", re.IGNORECASE)
_UPDATED_BEHIND = re.compile(r"[\s,|-]{0,3}(?:page )?last updated\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_stamp(time: TimeExpression, text: str, published: date | None) -> bool:
    """Whether it is the stamp of the text itself: a full date with an hour, or beside "last updated", of about the day
    of publication: "CAIRO | Wed Apr 29, 2009 11:31 pm IST", "Last updated at 21:40 GMT".
    """
    if published is None or time.interval is None or time.interval.start is None:
        return False
    beside = _UPDATED_BEFORE.search(text[max(time.span.start - _BESIDE, 0) : time.span.start])
    beside = beside or _UPDATED_BEHIND.match(text[time.span.end : time.span.end + _BESIDE])
    full = _CLOCK.search(time.text) is not None and _YEAR.search(time.text) is not None
    return bool(beside or full) and _is_about(time.interval, published)


def is_life(time: TimeExpression, text: str, people: Container[int]) -> bool:
    """Whether it is a range in brackets right behind the name of a person (`people` are their ends): "Maren Tveit (3
    April 1881 – 19 November 1957)".
    """
    start = time.span.start
    return len(time.parts) == 2 and text[max(start - 2, 0) : start] == " (" and start - 2 in people


def _is_about(interval: Interval, day: date) -> bool:
    bound = interval.start
    if bound is None or bound.day is None or not MINYEAR <= bound.year <= MAXYEAR:
        return False
    return abs((date.fromisoformat(bound.first.iso_day) - date.fromordinal(day.toordinal())).days) <= 1
