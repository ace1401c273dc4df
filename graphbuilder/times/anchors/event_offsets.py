"""Which days an offset from an event denotes: "two weeks after the summit of 4 April", where its date is told.

Which date an event has is told by the words of the offset itself, or found by the stage of events, which has a parse
(`deferred_offsets`); the arithmetic of both stands here.
"""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.durations import length
from graphbuilder.times.anchors.offsets import UNKNOWN, is_after_publication, shifted
from graphbuilder.times.calendar.cells import UNITS, Cell, containing, day_of, number_of
from graphbuilder.times.calendar.timex import CLOCK, whole_amount
from graphbuilder.times.calendar.values import Duration, EventOffset, Offset
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Anchor, Reading, of_cell

_IMPLIED = ("year", "month", "day")


def event_offset(value: EventOffset, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of an offset from an event, counted from the date that stands with it."""
    own = None if value.own is None else anchor(value.own, context)
    when = None if own is None else own.interval
    reading = None if when is None else offset_from_interval(value, when, context.here.id_of(*value.at))
    if reading is None or (value.direction > 0 and is_after_publication(reading, context)):
        return _unanchored(value, context)
    return reading


def _unanchored(value: EventOffset, context: Context) -> Reading | None:
    """The reading where nobody knows when the event happened: a length, an unknown day, or None."""
    if value.length:
        return length(Duration(((value.amount, value.unit),)), context)
    if value.part:
        return Reading("TIME", f"XXXX-XX-XXT{value.part}")
    return Reading("DATE", UNKNOWN.get(value.unit, "XXXX")) if value.direction else None


def offset_from_interval(value: EventOffset, when: Interval, name: str) -> Reading | None:
    """The reading of an offset before the first or after the last moment of an event, no more precise than that.

    "Two weeks after the 2008 summit" lies two weeks after some day of 2008. None where it is too vague for a date.
    """
    if value.amount is None or when.start is None or when.end is None or value.direction == 0:
        return None
    bound = when.end if value.direction > 0 else when.start
    if when.precision != bound.precision:  # a week or a decade, of which nobody knows the day or the year
        return _from_between(value, when.start, when.end, name)
    if not _is_as_fine(bound, value.unit):
        return _from_between(value, bound, bound, name)
    reading = _from_bound(value, bound, name)
    return _approximately(reading) if when.approximate or when.uncertain else reading


def _is_as_fine(bound: Bound, unit: str) -> bool:
    """Whether the bound is known as finely as the unit that is counted."""
    fine = "day" if bound.hour is not None else bound.precision
    return UNITS.index(fine) <= UNITS.index("day" if unit in CLOCK else unit)


def _from_bound(value: EventOffset, moment: Bound, name: str) -> Reading:
    """The reading of an offset from a moment that is known finely enough; "the year after" is exactly that year."""
    plain = replace(moment, approximate=False, uncertain=False)
    away = Offset(value.amount, value.unit, value.direction, anchor="")
    reading = shifted(away, plain, name)
    if value.part and reading.cell is not None:
        return of_cell(Cell("daypart", containing("day", reading.cell.start).start, value.part), name, _IMPLIED)
    if not value.length and reading.cell is not None and value.unit in ("day", "week", "weekend", "month", "year"):
        return of_cell(reading.cell, name, _IMPLIED)  # "the year after" is that very year
    return reading


def _approximately(reading: Reading) -> Reading:
    """The reading with an approximate interval."""
    interval = reading.interval
    if interval is None or interval.start is None or interval.end is None:
        return reading
    start, end = (replace(bound, approximate=True) for bound in (interval.start, interval.end))
    return replace(reading, interval=Interval(start, end, interval.precision))


def _from_between(value: EventOffset, first: Bound, last: Bound, name: str) -> Reading:
    """The reading of an offset from any moment between two bounds."""
    count, unit = whole_amount(value.amount or 0, value.unit)
    if unit in CLOCK:
        count, unit = 0, "day"
    start, end = (_moved_by(bound, unit, value.direction * count) for bound in (first.first, last.last))
    start, end = (replace(bound, approximate=True) for bound in (start, end))
    return Reading("DATE", UNKNOWN.get(unit, "XXXX"), None, Interval(start, end), name, _IMPLIED)


def _moved_by(moment: Bound, unit: str, count: int) -> Bound:
    """The first day of the cell so many units later; days and weeks are counted from the day itself."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return day_of(number_of(moment) + count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return containing(unit, moment).step(count).start
