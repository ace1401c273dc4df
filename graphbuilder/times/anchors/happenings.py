"""Times counted from something that happened: "the day before the vote"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.lengths import duration
from graphbuilder.times.anchors.steps import UNKNOWN, shifted
from graphbuilder.times.calendar.cells import UNITS, Cell, containing, day_of, number_of
from graphbuilder.times.calendar.timex import whole_amount
from graphbuilder.times.calendar.values import Away, Duration, FromEvent
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell

_IMPLIED = ("year", "month", "day")
_FINE = ("hour", "minute", "second")


def unanchored(value: FromEvent, context: Context) -> Reading | None:
    """What the words tell where nobody knows when it happened: a length, an unknown day, or nothing."""
    if value.length:
        return duration(Duration(((value.amount, value.unit),)), context)
    if value.part:
        return Reading("TIME", f"XXXX-XX-XXT{value.part}")
    return Reading("DATE", UNKNOWN.get(value.unit, "XXXX")) if value.direction else None


def counted_from(value: FromEvent, when: Interval, name: str) -> Reading | None:
    """So long before the first or after the last moment of what happened, and no more precise than that.

    "Two weeks after the 2008 summit" lies two weeks after some day of 2008. None where it is too vague for a date.
    """
    if value.amount is None or when.start is None or when.end is None:
        return None
    if value.direction == 0:
        return _during(value, when.start, when.end, name)
    bound = when.end if value.direction > 0 else when.start
    if when.precision != bound.precision:  # a week or a decade, of which nobody knows the day or the year
        return _spread(value, when.start, when.end, name)
    if not _as_fine(bound, value.unit):
        return _spread(value, bound, bound, name)
    reading = _moved(value, bound, name)
    return _approximately(reading) if when.approximate or when.uncertain else reading


def _as_fine(bound: Bound, unit: str) -> bool:
    """Whether the bound is known as finely as the unit that is counted."""
    fine = "day" if bound.hour is not None else bound.precision
    return UNITS.index(fine) <= UNITS.index("day" if unit in _FINE else unit)


def _moved(value: FromEvent, moment: Bound, name: str) -> Reading:
    plain = replace(moment, approximate=False, uncertain=False)
    away = Away(value.amount, value.unit, value.direction, anchor="")
    reading = shifted(away, plain, name)
    if value.part and reading.cell is not None:
        return of_cell(Cell("daypart", containing("day", reading.cell.start).start, value.part), name, _IMPLIED)
    if not value.length and reading.cell is not None and value.unit in ("day", "week", "weekend", "month", "year"):
        return of_cell(reading.cell, name, _IMPLIED)  # "the year after" is that very year
    return reading


def _approximately(reading: Reading) -> Reading:
    interval = reading.interval
    if interval is None or interval.start is None or interval.end is None:
        return reading
    start, end = (replace(bound, approximate=True) for bound in (interval.start, interval.end))
    return replace(reading, interval=Interval(start, end, interval.precision))


def _spread(value: FromEvent, first: Bound, last: Bound, name: str) -> Reading:
    """Counted from any moment between two bounds."""
    count, unit = whole_amount(value.amount or 0, value.unit)
    if unit in _FINE:
        count, unit = 0, "day"
    start, end = (_stepped(bound, unit, value.direction * count) for bound in (first.first, last.last))
    known, text = _shared(start, end), UNKNOWN.get(unit, "XXXX")
    start, end = (replace(bound, approximate=True) for bound in (start, end))
    return Reading("DATE", known + text[len(known) :], None, Interval(start, end), name, _IMPLIED)


def _stepped(moment: Bound, unit: str, count: int) -> Bound:
    if unit in ("day", "week", "weekend", "fortnight"):
        return day_of(number_of(moment) + count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return containing(unit, moment).step(count).start


def _shared(start: Bound, end: Bound) -> str:
    """What the TIMEX3 values of two bounds have in common: the year and perhaps the month, or nothing."""
    if start.year != end.year or start.year < 1:
        return ""
    return f"{start.year:04}-{start.month:02}" if start.month and start.month == end.month else f"{start.year:04}"


def _during(value: FromEvent, start: Bound, end: Bound, name: str) -> Reading | None:
    """The day, night or year of what happened, where that is known as finely."""
    if not _as_fine(start, value.unit) or containing(value.unit, start) != containing(value.unit, end):
        return None
    cell = Cell("daypart", containing("day", start).start, value.part) if value.part else containing(value.unit, start)
    return of_cell(cell, name, _IMPLIED, approximate=start.approximate)
