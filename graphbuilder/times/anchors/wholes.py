"""Which part of a whole is meant that the words name: "9 a.m." on "Monday", "the spring" of "1862"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals.interval import Interval
from graphbuilder.times.anchors.clocks import on_day
from graphbuilder.times.anchors.named_days import named_cell
from graphbuilder.times.anchors.parts import SHARES, ordinal_in, share_of, stretch_of
from graphbuilder.times.calendar.cells import AGES, MONTHS_IN, Cell, containing, day_of, number_of
from graphbuilder.times.calendar.values import (
    AncientYear,
    Clock,
    Named,
    Ordinal,
    Partial,
    Stretch,
    Value,
    Within,
)
from graphbuilder.times.context import Context
from graphbuilder.times.prior_time import PriorTime
from graphbuilder.times.reading import Anchor, Reading, of_cell


def within(value: Within, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of a part inside its whole, with the whole's anchor; None where the whole is no time after all."""
    whole = anchor(value.whole, context)
    if whole is None:  # three digits that are no year here
        return anchor(value.part, context) if isinstance(value.whole, AncientYear) else None
    if whole.cell is None:
        return _in_unknown_whole(value.part, whole, context, anchor)
    reading = part_in(value.part, whole.cell, context, anchor)
    if reading is None:
        return None
    return replace(reading, anchor=whole.anchor, implied=whole.implied)


def _in_unknown_whole(part: Value, whole: Reading, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of a part whose whole could not be anchored: unknown as well; an hour keeps the date before it."""
    alone = anchor(part, replace(context, publication=None, prior=[]))
    if alone is None:
        return None
    if isinstance(part, Clock) and whole.value[0] in "0123456789XB":
        return replace(alone, value=whole.value.split("T")[0] + alone.value[alone.value.index("T") :])
    return alone


def part_in(part: Value, whole: Cell, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of a part, inside this very cell."""
    match part:
        case Clock():
            return on_day(part, whole, context)
        case Stretch():
            return stretch_of(part, whole)
        case Ordinal():
            return ordinal_in(part, whole)
        case Partial(number=int(number), unit=unit) if whole.unit in AGES and unit in SHARES:
            return share_of(number, unit, whole)
        case Partial(unit="weekday"):
            monday = number_of(containing("week", whole.start).start)
            return of_cell(Cell("day", day_of(monday + (part.number or 0))))
        case Partial():
            return _in_year(part, whole, context, anchor)
        case Named():
            return named_cell(part.key, whole.start.year, None)
    return of_cell(whole)


def _in_year(part: Partial, whole: Cell, context: Context, anchor: Anchor) -> Reading:
    """The reading of a month, day, season or quarter in the year of its whole, as a story reads it."""
    if whole.unit == "fiscal year" and part.unit in ("quarter", "half") and whole.start.month:
        return _in_fiscal_year(part, whole)
    inner = replace(context, narrative=True, prior=[PriorTime(0, whole, "")])
    return anchor(part, inner) or of_cell(whole)


def _in_fiscal_year(part: Partial, whole: Cell) -> Reading:
    """The reading of a quarter or half of a fiscal year, which begins with it; its value counts as the text does."""
    number, length = part.number or 1, MONTHS_IN[part.unit]
    first = containing("month", whole.start).step((number - 1) * length)
    start, end = (replace(one.start, approximate=True) for one in (first, first.step(length - 1)))
    interval = Interval(start, end, "month")
    return Reading("DATE", f"{whole.timex}-{part.unit[0].upper()}{number}", first, interval)
