"""Durations, sets (SET) and references: their values, and the interval of a duration where it has one."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval, days_in_month
from graphbuilder.times.calendar.cells import DAYS_IN, MONTHS_IN, Cell, clock_text, containing, day_of, number_of
from graphbuilder.times.calendar.timex import duration_text, whole_amount
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Duration, Every, Reference
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Anchor, Reading


def duration(value: Duration, context: Context, anchor: Anchor) -> Reading:
    """The reading of a length, with the interval that it covers up to the date that ends it.

    Yes: "the nine months ended Sept. 30".
    """
    reading, end = length(value, context), None if value.until is None else anchor(value.until, context)
    if end is None or end.cell is None or end.cell.start.precision not in ("year", "month", "day"):
        return reading
    covered = interval_up_to(value, end.cell)
    return reading if covered is None else replace(reading, interval=covered, anchor=context.here.id_of(*value.at))


def length(value: Duration, context: Context) -> Reading:
    """The reading of a length; an interval only where it reaches up to its anchor or begins there."""
    text = duration_text(value.amounts)
    return Reading(
        "DURATION",
        text,
        None,
        _interval_at_anchor(value, context),
        PUBLICATION if value.side and context.publication else None,
    )


def _interval_at_anchor(value: Duration, context: Context) -> Interval | None:
    """The interval of a length that ends ("the past two years") or begins ("the next two years") at its anchor."""
    (amount, unit), *rest = value.amounts
    if value.side == 0 or amount is None or rest or unit in ("hour", "minute", "second"):
        return None
    amount, unit = whole_amount(amount, unit)
    of_story = value.anchor == STORY or context.narrative
    base = context.reference_time(unit if of_story else "day") if of_story else context.speech_time()
    if base is None:
        return None
    moment = base[0] if base[0].precision in ("year", "month") else containing("day", base[0]).start
    exact = unit == "day"
    other = moved_by(moment, value.side * amount, unit)
    far = replace(other, approximate=not exact)
    start, end = (far, moment) if value.side < 0 else (moment, far)
    return Interval(start, end, "week" if unit in ("weekend", "fortnight") else unit if unit in MONTHS_IN else "day")


def interval_up_to(value: Duration, end: Cell) -> Interval | None:
    """The interval of a length that ends with this cell: "the nine months ended Sept. 30" begin in January.

    >>> interval_up_to(Duration(((9, "month"),)), Cell("day", Bound(1989, 9, 30))).edtf
    '1989-01-01/1989-09-30'
    """
    (amount, unit), *rest = value.amounts
    if amount is None or rest or unit in ("hour", "minute", "second", "weekend"):
        return None
    amount, unit = whole_amount(amount, unit)
    last = end.end
    start = moved_by(_next(last), -amount, unit)
    if number_of(start) > number_of(last):
        return None
    return Interval(start, last, last.precision)


def _next(moment: Bound) -> Bound:
    """The moment after this one, in its own precision."""
    return Cell(moment.precision, moment).step(1).start


def moved_by(day: Bound, count: int, unit: str) -> Bound:
    """The day so many units later, as precise as before: a year after 29 February is 28 February."""
    if day.month is None and unit in MONTHS_IN and MONTHS_IN[unit] >= 12:
        return Bound(day.year + count * MONTHS_IN[unit] // 12)
    if unit in DAYS_IN:
        return day_of(number_of(day) + count * {"weekend": 7}.get(unit, DAYS_IN[unit]))
    year, month = divmod(day.year * 12 + (day.month or 1) - 1 + count * MONTHS_IN[unit], 12)
    if day.day is None:
        return Bound(year, month + 1)
    return Bound(year, month + 1, min(day.day or 1, days_in_month(year, month + 1)))


def every(value: Every, _context: Context) -> Reading:
    """The reading of a set, which has no interval: it recurs."""
    if value.clock is None:
        return Reading("SET", value.value)
    clock = value.clock
    text = f"T{clock.part}" if clock.part else clock_text(Bound(2000, 1, 1, clock.hour, clock.minute, clock.second))
    return Reading("SET", (value.value if value.value.startswith("X") else "XXXX-XX-XX") + text)


def reference(value: Reference, context: Context) -> Reading | None:
    """The reading of past, present or future as such; None of "soon" and the like outside the future tense."""
    if value.tensed and context.tense <= 0:
        return None
    return Reading("DATE", value.value, anchor=PUBLICATION if context.publication else None)
