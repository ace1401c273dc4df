"""Which part of a whole its number denotes: "the first week of May", "the first nine months of 2013"."""

from __future__ import annotations

from graphbuilder.intervals.bounds import Bound
from graphbuilder.intervals.interval import Interval
from graphbuilder.times.calendar.cells import MONTHS_IN, Cell, containing, number_of
from graphbuilder.times.calendar.timex import duration_text
from graphbuilder.times.calendar.values import Ordinal, Stretch
from graphbuilder.times.reading import Reading, of_cell

#: Into how many parts an age is cut.
SHARES = {"half": 2, "quarter": 4}


def ordinal_in(part: Ordinal, whole: Cell) -> Reading | None:
    """The n-th cell inside the whole; -1 is the last."""
    last = whole.end.last
    if part.number < 0:
        cell = containing(part.unit, last).step(part.number + 1)
    else:
        cell = containing(part.unit, whole.start)
        if number_of(cell.start) < number_of(whole.start) and part.unit not in ("week", "weekend"):
            cell = cell.step(1)
        cell = cell.step(part.number - 1)
    if number_of(cell.start) > number_of(last):
        return None
    return of_cell(cell)


def share_of(number: int, unit: str, whole: Cell) -> Reading | None:
    """The n-th half or quarter of a decade, century or millennium.

    >>> share_of(4, "quarter", Cell("century", Bound(1600))).interval.edtf
    '1675/1699'
    """
    parts, years = SHARES[unit], MONTHS_IN[whole.unit] // 12
    first, last = (whole.start.year + years * edge // parts for edge in (number - 1, number))
    return Reading("DATE", whole.timex, None, Interval(Bound(first), Bound(last - 1), "year"))


def stretch_of(part: Stretch, whole: Cell) -> Reading | None:
    """The first so many units of the whole, or its last; None where it is not so long."""
    count, unit = abs(part.count), part.unit
    edge = containing(unit, whole.start if part.count > 0 else whole.end.last)
    other = edge.step(part.count - 1 if part.count > 0 else part.count + 1)
    first, last = sorted((edge.start, other.start), key=number_of)
    last = containing(unit, last).end
    if number_of(first) < number_of(whole.start.first) or number_of(last.last) > number_of(whole.end.last):
        return None
    return Reading("DURATION", duration_text(((count, unit),)), None, Interval(first, last, unit))
