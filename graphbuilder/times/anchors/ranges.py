"""What one part of a range or list takes from the other, where it leaves something open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.clocks import on_day
from graphbuilder.times.anchors.wholes import part_in
from graphbuilder.times.calendar.cells import Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import Clock, Named, Partial, Several, Value, Within
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Anchor, Reading, of_cell


def several(value: Several, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of a range or list, whose interval runs from its first part to its last."""
    parts = [part for _start, _end, part in value.parts]
    readings = _complete_each_other(parts, context, anchor) if len(parts) > 1 else [anchor(parts[0], context)]
    known = [one for one in readings if one is not None]
    if len(known) < len(readings):
        return None
    if known[-1].value == "PRESENT_REF" and known[0].interval is not None:
        to_now = Interval(known[0].interval.start, None, known[0].interval.precision)
        return Reading(known[0].type, known[0].value, None, to_now, None, (), parts=tuple(known))
    first, covered = known[0], hull([one.interval for one in known])
    return Reading(first.type, first.value, None, covered, first.anchor, first.implied, parts=tuple(known))


def _complete_each_other(parts: list[Value], context: Context, anchor: Anchor) -> list[Reading | None]:
    """The readings of the parts, where a complete end completes the other ("March to May 2020"); of two incomplete ones
    the first does, in the future tense the last.
    """
    last = anchor(parts[-1], context)
    first = anchor(parts[0], context)
    if first is None or last is None:
        return [None]
    by_last = not _is_incomplete(parts[-1]) or context.tense > 0
    if _is_incomplete(parts[0]) and by_last and last.cell is not None:
        return [*(_nearest_to(part, last.cell, -1, context, anchor) for part in parts[:-1]), last]
    if _is_incomplete(parts[-1]) and first.cell is not None:
        return [first, *(_nearest_to(part, first.cell, 1, context, anchor) for part in parts[1:])]
    return [anchor(part, context) for part in parts]


def _is_incomplete(value: Value) -> bool:
    """Whether a value leaves its year, week or day open: "May", "Monday", "9 a.m."."""
    return isinstance(value, Clock | Named) or (isinstance(value, Partial) and value.step is None)


def _nearest_to(part: Value, other: Cell, side: int, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of a part that is the nearest before (-1) or after (1) the other end."""
    match part:
        case Clock():
            return _hour_nearest_to(part, other, side, context)
        case Within(part=Clock() as hour, whole=day):
            found = _nearest_to(day, containing("day", other.start), side, context, anchor)
            return found and found.cell and replace(on_day(hour, found.cell, context), implied=found.implied)
        case Partial(unit="weekday"):
            return _weekday_nearest_to(part.number or 0, other, side)
    reading = part_in(part, other, context, anchor)
    if reading is not None and reading.cell is not None and _is_on_wrong_side(reading.cell, other, side):
        reading = part_in(part, Cell("year", Bound(other.start.year + side)), context, anchor)
    return reading and replace(reading, implied=("year",))


def _is_on_wrong_side(cell: Cell, other: Cell, side: int) -> bool:
    return (number_of(cell.start) - number_of(other.start)) * side < 0


def _hour_nearest_to(part: Clock, other: Cell, side: int, context: Context) -> Reading:
    """The hour on the day of the other end, or the day beside it: "from 9 p.m. to 2 a.m." ends on the next day."""
    day = containing("day", other.start)
    reading = on_day(part, day, context)
    wrong = reading.cell is not None and (reading.cell.start.first.parts < other.start.first.parts) == (side > 0)
    return on_day(part, day.step(side), context) if wrong and other.start.hour is not None else reading


def _weekday_nearest_to(weekday: int, other: Cell, side: int) -> Reading:
    """The nearest such weekday on one side of the other end."""
    gap = (weekday - weekday_of(other.start)) * side % 7
    return of_cell(Cell("day", day_of(number_of(other.start) + side * gap)), None, ("year", "month", "day"))


def hull(parts: Sequence[Interval | None]) -> Interval | None:
    """The interval from the start of the first part to the end of the last, if both are known and in this order."""
    first, last = parts[0], parts[-1]
    if first is None or last is None:
        return None
    start, end = first.earliest, last.latest
    if start is not None and end is not None and start.parts > end.parts:
        return None
    return Interval(first.start, last.end)
