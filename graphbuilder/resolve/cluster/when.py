"""When an event was, as numbers: each date is read once, and many pairs are compared at a time.

A `When` is of one cluster, or of many with an array in each field. What is unknown is no number (nan), of which no
comparison holds; but a date that is unknown or open at an end begins before all others, or ends after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from math import inf, isnan, nan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphbuilder.intervals import Interval

#: Of one cluster a number or a truth, of many an array of them.
Number = Any


class When(NamedTuple):
    """The date by which a cluster is compared, and the day of its article. Days are those of `date.toordinal`."""

    dated: Number
    """Whether it has a date."""
    start: Number
    """The first moment, a number that only orders."""
    end: Number
    rough: Number
    """Whether the date is an approximate day."""
    rough_start: Number
    """The first moment with the days around an approximate day."""
    rough_end: Number
    opens: Number
    """The first day of what has a start."""
    closes: Number
    """The last day of what has an end."""
    first: Number
    """The first day that is known; without a date the day of the article."""
    last: Number
    is_news: Number
    """Whether only the news story dates it."""
    stated: Number
    """The first day of the date that its mentions give it."""
    reported: Number
    """The day of the article, where that tells it as done and without a date."""

    def at(self, numbers: NDArray[np.intp]) -> When:
        """Of many clusters those with these numbers."""
        return When(*(field[numbers] for field in self))


def side_by_side(several: Iterable[When]) -> When:
    """Those of many clusters as arrays."""
    return When(*map(np.array, zip(*several, strict=True)))


def when(interval: Interval | None, published: int | None, *, is_news: bool, is_done: bool) -> When:
    """The numbers of a date, which may be only that of its news story, in an article of a day."""
    article = nan if published is None else float(published)
    if interval is None:
        reported = article if is_done else nan
        return When(False, -inf, inf, False, -inf, inf, nan, nan, article, article, is_news, nan, reported)
    day = interval.mark if is_news else interval
    (start, end), (rough_start, rough_end) = day.moments, (day.roughly or day).moments
    moments = _order(start), _order(end), day.roughly is not None, _order(rough_start), _order(rough_end)
    known = first_and_last(day) or [nan]
    days = ordinal(start), ordinal(end), min(known), max(known)
    return When(True, *moments, *days, is_news, ordinal(interval.moments[0]), nan)


def first_and_last(interval: Interval) -> list[float]:
    """The first and the last day, as far as they are known and `datetime` can hold them."""
    bounds = [bound for bound in (interval.start, interval.end) if bound is not None]
    days = [ordinal(bounds[0].first_parts), ordinal(bounds[-1].last_parts)] if bounds else []
    return [day for day in days if not isnan(day)]


def _order(moment: Sequence[float]) -> float:
    """A number that is the greater the later a moment is, to the second within the last hundred million years."""
    year, month, day, hour, minute, second = moment
    return float(((((year * 13 + month) * 32 + day) * 24 + hour) * 60 + minute) * 60 + second)


def ordinal(moment: Sequence[float]) -> float:
    """The day of a moment; nan for what is open and for what `datetime` cannot hold."""
    year, month, day = moment[:3]
    return float(date(int(year), int(month), int(day)).toordinal()) if MINYEAR <= year <= MAXYEAR else nan
