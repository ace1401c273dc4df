"""Offsets from an event: "the day before the vote", "two weeks after the summit", "the eve of the election"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.durations import length
from graphbuilder.times.anchors.offsets import UNKNOWN, is_after_publication, shifted
from graphbuilder.times.calendar.cells import UNITS, Cell, containing, day_of, number_of
from graphbuilder.times.calendar.timex import CLOCK, whole_amount
from graphbuilder.times.calendar.values import Duration, EventOffset, Offset
from graphbuilder.times.context import Context
from graphbuilder.times.document.dated_events import find_dated_event
from graphbuilder.times.reading import Anchor, Reading, of_cell

_IMPLIED = ("year", "month", "day")


def event_offset(value: EventOffset, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of an offset from an event, counted from when the text says that it happened."""
    when, name = _event_interval(value, context, anchor)
    reading = None if when is None else offset_from_interval(value, when, name)
    if reading is None or (value.direction > 0 and is_after_publication(reading, context)):
        return _unanchored(value, context)
    return reading


def _event_interval(value: EventOffset, context: Context, anchor: Anchor) -> tuple[Interval | None, str]:
    """When the event happened, and the id of the time that tells it: its own date, else the one told before."""
    if value.own is not None:
        own = anchor(value.own, context)
        return own and own.interval, context.here.id_of(*value.at)
    here, phrase = context.here, value.phrase
    if not phrase.edge:
        phrase = phrase._replace(edge="start" if value.direction < 0 else "end")
    event = find_dated_event(here.document.text, phrase, here.one.start, here.sentence.index, context.dated_events)
    return (None, "") if event is None else (event.when, event.name)


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
    if value.amount is None or when.start is None or when.end is None:
        return None
    if value.direction == 0:
        return _while_it_lasted(value, when.start, when.end, name)
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
    known, text = _common_value(start, end), UNKNOWN.get(unit, "XXXX")
    start, end = (replace(bound, approximate=True) for bound in (start, end))
    return Reading("DATE", known + text[len(known) :], None, Interval(start, end), name, _IMPLIED)


def _moved_by(moment: Bound, unit: str, count: int) -> Bound:
    """The first day of the cell so many units later; days and weeks are counted from the day itself."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return day_of(number_of(moment) + count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return containing(unit, moment).step(count).start


def _common_value(start: Bound, end: Bound) -> str:
    """What the TIMEX3 values of two bounds share: the year and perhaps the month, or nothing."""
    if start.year != end.year or start.year < 1:
        return ""
    return f"{start.year:04}-{start.month:02}" if start.month and start.month == end.month else f"{start.year:04}"


def _while_it_lasted(value: EventOffset, start: Bound, end: Bound, name: str) -> Reading | None:
    """The day, night or year in which the event happened, where that is known as finely: "the night of the crash"."""
    if not _is_as_fine(start, value.unit) or containing(value.unit, start) != containing(value.unit, end):
        return None
    cell = Cell("daypart", containing("day", start).start, value.part) if value.part else containing(value.unit, start)
    return of_cell(cell, name, _IMPLIED, approximate=start.approximate)
