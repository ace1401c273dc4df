"""From values to readings: which year, which Tuesday, counted from what.

One function a kind of value, looked up in `_ANCHORS`. All are pure but for the context's memory, which the caller
keeps. Where nothing is known to count from, the interval is None and the value has an X for every unknown digit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.clocks import clock, on_day
from graphbuilder.times.anchors.happenings import counted_from, unanchored
from graphbuilder.times.anchors.lengths import duration, every, moved, reference, up_to
from graphbuilder.times.anchors.numbers import ancient_year, fiscal_year, named, named_cell, numeric, short_year
from graphbuilder.times.anchors.parts import SHARES, counterpart, ordinal_in, share_of, stretch_of, weekday_in
from graphbuilder.times.anchors.recurring import recurring_part
from graphbuilder.times.anchors.steps import away, shifted, step, untold
from graphbuilder.times.calendar.cells import (
    AGES,
    MONTHS_IN,
    SECONDS_IN,
    Cell,
    containing,
    day_of,
    number_of,
    weekday_of,
)
from graphbuilder.times.calendar.timex import whole_amount
from graphbuilder.times.calendar.values import (
    AncientYear,
    Away,
    Clock,
    Counterpart,
    DayOfEntry,
    Duration,
    Every,
    FiscalYear,
    Fixed,
    FromEvent,
    Named,
    Numeric,
    Ordinal,
    OrdinalWeekday,
    Partial,
    Reference,
    Several,
    ShortYear,
    Step,
    Stretch,
    Value,
    Within,
)  # fmt: skip
from graphbuilder.times.context import Context, Told
from graphbuilder.times.reading import Reading, of_cell


def anchor(value: Value, context: Context) -> Reading | None:
    """The reading of a value where the reader now stands; None where it tells no time after all."""
    return _ANCHORS[type(value)](value, context)


def _fixed(value: Fixed, _context: Context) -> Reading:
    return of_cell(value.cell)


def _away(value: Away, context: Context) -> Reading | None:
    return away(value, context) if value.of is None else _away_from(value, context)


def _away_from(value: Away, context: Context) -> Reading | None:
    # "eighty years ago today" counts from publication in a history too
    origin = value.of and anchor(value.of, replace(context, narrative=False) if value.kept else context)
    if origin is None or origin.cell is None or value.amount is None:
        return duration(Duration(((value.amount, value.unit),)), context)
    if value.kept:
        return _kept(value, value.amount, origin.cell, origin.anchor)
    return shifted(value, origin.cell.start, origin.anchor)


def _kept(value: Away, amount: float, origin: Cell, name: str | None) -> Reading:
    """ "A year ago today": the day, week or month that lies so far away."""
    count, unit = whole_amount(amount, value.unit)
    if unit in SECONDS_IN:
        return of_cell(origin, name, ("year", "month", "day"))
    start = moved(origin.start, value.direction * count, unit)
    return of_cell(containing(origin.unit, start), name, ("year", "month", "day"))


def _duration(value: Duration, context: Context) -> Reading:
    reading, end = duration(value, context), None if value.until is None else anchor(value.until, context)
    if end is None or end.cell is None or end.cell.start.precision not in ("year", "month", "day"):
        return reading
    covered = up_to(value, end.cell)
    if covered is not None and value.amounts == ((3, "month"),) and (end.cell.start.month or 1) % 3 == 0:
        context.quarter = containing("quarter", end.cell.start)
    return reading if covered is None else replace(reading, interval=covered, anchor=context.name_of(*value.at))


def _from_event(value: FromEvent, context: Context) -> Reading | None:
    when, name = _happened(value, context)
    reading = None if when is None else counted_from(value, when, name)
    if reading is None or (value.direction > 0 and untold(reading, context)):
        return unanchored(value, context)
    return reading


def _happened(value: FromEvent, context: Context) -> tuple[Interval | None, str]:
    """When that happened which is counted from, and the id of the time that tells it."""
    if value.own is not None:
        own = anchor(value.own, context)
        return own and own.interval, context.name_of(*value.at)
    told = context.happened(value.phrase)
    return (None, "") if told is None else (told.when, told.name)


def _within(value: Within, context: Context) -> Reading | None:
    whole = anchor(value.whole, context)
    if whole is None:  # three digits that are no year here
        return anchor(value.part, context) if isinstance(value.whole, AncientYear) else None
    if whole.cell is None:
        return _unplaced(value.part, whole, context)
    reading = _place(value.part, whole.cell, context)
    if reading is None:
        return None
    return replace(reading, anchor=whole.anchor, implied=whole.implied)


def _unplaced(part: Value, whole: Reading, context: Context) -> Reading | None:
    """Part of a whole that could not be anchored."""
    alone = anchor(part, replace(context, publication=None, told=[]))
    if alone is None:
        return None
    if isinstance(part, Clock) and whole.value[0] in "0123456789XB":
        return replace(alone, value=whole.value.split("T")[0] + alone.value[alone.value.index("T") :])
    return alone


def _place(part: Value, whole: Cell, context: Context) -> Reading | None:
    """The part, inside this very cell."""
    match part:
        case Clock():
            return on_day(part, whole, context)
        case Stretch():
            return stretch_of(part, whole)
        case Ordinal(number=number, unit=unit) | Partial(number=int(number), unit=unit) if (
            whole.unit in AGES and unit in SHARES
        ):
            return share_of(number, unit, whole)
        case Ordinal():
            return ordinal_in(part, whole)
        case OrdinalWeekday():
            return weekday_in(part, whole)
        case Partial(unit="weekday"):
            monday = number_of(containing("week", whole.start).start)
            return of_cell(Cell("day", day_of(monday + (part.number or 0))))
        case Partial():
            return _in_year(part, whole, context)
        case Named():
            return named_cell(part.key, whole.start.year, None)
    return of_cell(whole)


def _in_year(part: Partial, whole: Cell, context: Context) -> Reading:
    """As anchored by a narrative that has just told the whole."""
    if whole.unit == "fiscal year" and part.unit in ("quarter", "half") and whole.start.month:
        return _in_fiscal_year(part, whole)
    inner = replace(context, narrative=True, told=[Told(0, whole, "")])
    return anchor(part, inner) or of_cell(whole)


def _in_fiscal_year(part: Partial, whole: Cell) -> Reading:
    """Quarters of a fiscal year begin with it; the value counts them as the text does."""
    number, length = part.number or 1, MONTHS_IN[part.unit]
    first = containing("month", whole.start).step((number - 1) * length)
    start, end = (replace(one.start, approximate=True) for one in (first, first.step(length - 1)))
    interval = Interval(start, end, "month")
    return Reading("DATE", f"{whole.timex}-{part.unit[0].upper()}{number}", first, interval)


def _several(value: Several, context: Context) -> Reading | None:
    """A range or list: what one part leaves open it takes from the other."""
    parts = [part for _start, _end, part in value.parts]
    readings = _share(parts, context) if len(parts) > 1 else [anchor(parts[0], context)]
    known = [one for one in readings if one is not None]
    if len(known) < len(readings):
        return None
    if known[-1].value == "PRESENT_REF" and known[0].interval is not None:
        to_now = Interval(known[0].interval.start, None, known[0].interval.precision)
        return Reading(known[0].type, known[0].value, None, to_now, None, (), parts=tuple(known))
    first, covered = known[0], hull([one.interval for one in known])
    return Reading(first.type, first.value, None, covered, first.anchor, first.implied, parts=tuple(known))


def _share(parts: list[Value], context: Context) -> list[Reading | None]:
    last = anchor(parts[-1], context)
    first = anchor(parts[0], context)
    if first is None or last is None:
        return [None]
    if _incomplete(parts[0]) and last.cell is not None and not _incomplete(parts[-1]):
        return [*(_towards(part, last.cell, context, -1) for part in parts[:-1]), last]
    if _incomplete(parts[0]) and context.tense > 0 and last.cell is not None:
        return [*(_towards(part, last.cell, context, -1) for part in parts[:-1]), last]
    both_open = all(map(_hour_of_open_day, parts))
    if (_incomplete(parts[-1]) or both_open) and first.cell is not None:
        return [first, *(_towards(part, first.cell, context, 1) for part in parts[1:])]
    return [anchor(part, context) for part in parts]


def _incomplete(value: Value) -> bool:
    return isinstance(value, Clock | Named) or (isinstance(value, Partial) and value.step is None)


def _hour_of_open_day(value: Value) -> bool:
    """ "9 a.m. on Monday"."""
    return isinstance(value, Within) and isinstance(value.part, Clock) and _incomplete(value.whole)


def _towards(part: Value, other: Cell, context: Context, side: int) -> Reading | None:
    """The part at its nearest before (-1) or after (1) the other end."""
    match part:
        case Clock():
            return _hour_towards(part, other, side, context)
        case Within(part=Clock() as hour, whole=day):
            found = _towards(day, containing("day", other.start), context, side)
            return found and found.cell and replace(on_day(hour, found.cell, context), implied=found.implied)
        case Partial(unit="weekday"):
            return _weekday_towards(part.number or 0, other, side)
    reading = _place(part, other, context)
    if reading is not None and reading.cell is not None and _beyond(reading.cell, other, side):
        reading = _place(part, Cell("year", Bound(other.start.year + side)), context)
    return reading and replace(reading, implied=("year",))


def _beyond(cell: Cell, other: Cell, side: int) -> bool:
    """Whether a cell lies on the wrong side of the other end."""
    return (number_of(cell.start) - number_of(other.start)) * side < 0


def _hour_towards(part: Clock, other: Cell, side: int, context: Context) -> Reading:
    """ "From 9 p.m. to 2 a.m." ends on the next day."""
    day = containing("day", other.start)
    reading = on_day(part, day, context)
    wrong = reading.cell is not None and (reading.cell.start.first.parts < other.start.first.parts) == (side > 0)
    return on_day(part, day.step(side), context) if wrong and other.start.hour is not None else reading


def _weekday_towards(weekday: int, other: Cell, side: int) -> Reading:
    gap = (weekday - weekday_of(other.start)) * side % 7
    return of_cell(Cell("day", day_of(number_of(other.start) + side * gap)), None, ("year", "month", "day"))


def _day_of_entry(value: DayOfEntry, context: Context) -> Reading | None:
    """ "29-31 July. … On the second day": the 30th."""
    if context.entry is None or context.entry_end is None:
        return None
    (first, name), last = context.entry, number_of(context.entry_end)
    day = last if value.number < 0 else number_of(first) + value.number - 1
    inside = number_of(first) <= day <= last
    return of_cell(Cell("day", day_of(day)), name, ("year", "month")) if inside else None


def hull(parts: Sequence[Interval | None]) -> Interval | None:
    """From the start of the first part to the end of the last, if both are known and in this order."""
    first, last = parts[0], parts[-1]
    if first is None or last is None:
        return None
    start, end = first.earliest, last.latest
    if start is not None and end is not None and start.parts > end.parts:
        return None
    return Interval(first.start, last.end)


_ANCHORS: dict[type, Callable[[Any, Context], Reading | None]] = {
    Fixed: _fixed, Partial: recurring_part, Numeric: numeric, ShortYear: short_year, AncientYear: ancient_year,
    FiscalYear: fiscal_year, Named: named, Step: step, Away: _away, FromEvent: _from_event, Clock: clock,
    Within: _within, Counterpart: counterpart, Duration: _duration, Every: every, Reference: reference,
    Several: _several, DayOfEntry: _day_of_entry,
    # an n-th part of nothing: composing has put all others into a whole
    **dict.fromkeys((Ordinal, OrdinalWeekday, Stretch), lambda _value, _context: None),
}  # fmt: skip
