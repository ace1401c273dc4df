"""Parts of a whole by their number: "the first Monday of May", "the first nine months of 2013", half a century.

And the same part of the year before, with which figures are compared.
"""

from __future__ import annotations

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.calendar.cells import DAYS_IN, MONTHS_IN, Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.timex import duration_text
from graphbuilder.times.calendar.values import Counterpart, Ordinal, OrdinalWeekday, Stretch
from graphbuilder.times.context import Context
from graphbuilder.times.prior_time import PriorTime
from graphbuilder.times.reading import Reading, of_cell

#: Into how many parts an age is cut.
SHARES = {"half": 2, "third": 3, "quarter": 4}


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


def weekday_in(part: OrdinalWeekday, whole: Cell) -> Reading | None:
    """The n-th such weekday inside the whole; -1 is the last."""
    first, last = number_of(whole.start), number_of(whole.end.last)
    if part.number < 0:
        found = last - (weekday_of(day_of(last)) - part.weekday) % 7
    else:
        found = first + (part.weekday - weekday_of(whole.start)) % 7 + 7 * (part.number - 1)
    return of_cell(Cell("day", day_of(found))) if first <= found <= last else None


def share_of(number: int, unit: str, whole: Cell) -> Reading | None:
    """The n-th half, third or quarter of a decade, century or millennium; -1 is the last.

    >>> share_of(-1, "quarter", Cell("century", Bound(1600))).interval.edtf
    '1675/1699'
    """
    parts, years = SHARES[unit], MONTHS_IN[whole.unit] // 12
    place = parts if number < 0 else number
    if place > parts:
        return None
    first, last = (whole.start.year + years * edge // parts for edge in (place - 1, place))
    return Reading("DATE", whole.timex, None, Interval(Bound(first), Bound(last - 1), "year"))


def stretch_of(part: Stretch, whole: Cell) -> Reading | None:
    """The first so many units of the whole, or its last; None where it is not so long."""
    count, unit = abs(part.count), part.unit
    if unit in DAYS_IN:
        first, last = _days_at_edge(part.count * DAYS_IN[unit], whole)
    else:
        edge = containing(unit, whole.start if part.count > 0 else whole.end.last)
        other = edge.step(part.count - 1 if part.count > 0 else part.count + 1)
        first, last = sorted((edge.start, other.start), key=number_of)
        last = containing(unit, last).end
    if number_of(first) < number_of(whole.start.first) or number_of(last.last) > number_of(whole.end.last):
        return None
    precision = unit if unit in MONTHS_IN else "day"
    cell = next((cell for size in ("quarter", "half") if _is_whole(cell := containing(size, first), first, last)), None)
    return Reading("DURATION", duration_text(((count, unit),)), cell, Interval(first, last, precision))


def _is_whole(cell: Cell, first: Bound, last: Bound) -> bool:
    """Whether a cell runs from the first moment to the last."""
    return cell.start.first == first.first and cell.end.last == last.last


def _days_at_edge(count: int, whole: Cell) -> tuple[Bound, Bound]:
    """The first and last of so many days from the beginning of the whole (or, below 0, up to its end)."""
    if count > 0:
        first = number_of(whole.start)
        return day_of(first), day_of(first + count - 1)
    last = number_of(whole.end.last)
    return day_of(last + count + 1), day_of(last)


#: Units that figures are reported for.
_REPORTED = ("quarter", "half", "month")


def same_part_before(context: Context) -> Reading | None:
    """The quarter, half or month that this sentence or the one before names, a year earlier."""
    near = (prior for prior in reversed(context.prior) if prior.sentence >= context.here.sentence.index - 1)
    prior = next((prior for prior in near if prior.cell.unit in _REPORTED), None)
    return prior and _year_before(prior)


def _year_before(prior: PriorTime) -> Reading:
    """The reading of a prior time, a year earlier."""
    return of_cell(prior.cell.step(-12 // MONTHS_IN[prior.cell.unit]), prior.name, ("year",))


def counterpart(value: Counterpart, context: Context) -> Reading:
    """The reading of "the year-earlier quarter": the quarter that was told, a year earlier.

    Without one, the year before publication.
    """
    units = (value.unit,) if value.unit else _REPORTED
    prior = next((prior for prior in reversed(context.prior) if prior.cell.unit in units), None)
    if prior is not None:
        return _year_before(prior)
    base = context.speech_time()
    if base is None:
        return Reading("DATE", "XXXX")
    return of_cell(containing("year", base[0]).step(-1), base[1], ("year",), approximate=True)
