"""Which part of a whole is meant that the words name: "9 a.m." on "Monday", "the spring" of "1862"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.clocks import on_day
from graphbuilder.times.anchors.dates_without_year import named_cell
from graphbuilder.times.anchors.durations import moved_by
from graphbuilder.times.calendar.cells import AGES, MONTHS_IN, Cell, containing, day_of, number_of
from graphbuilder.times.calendar.timex import duration_text
from graphbuilder.times.calendar.values import AncientYear, Clock, Named, Ordinal, Partial, Stretch, Value, Within
from graphbuilder.times.context import Context, PriorTime
from graphbuilder.times.reading import Anchor, Reading, of_cell

#: Into how many parts an age is cut.
_SHARES = {"half": 2, "quarter": 4}


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
            return _stretch_of(part, whole) if part.inside else _stretch_up_to(part, whole)
        case Ordinal():
            return _ordinal_in(part, whole)
        case Partial(number=int(number), unit=unit) if whole.unit in AGES and unit in _SHARES:
            return _share_of(number, unit, whole)
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


def _ordinal_in(part: Ordinal, whole: Cell) -> Reading | None:
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


def _share_of(number: int, unit: str, whole: Cell) -> Reading | None:
    """The n-th half or quarter of a decade, century or millennium.

    >>> _share_of(4, "quarter", Cell("century", Bound(1600))).interval.edtf
    '1675/1699'
    """
    parts, years = _SHARES[unit], MONTHS_IN[whole.unit] // 12
    first, last = (whole.start.year + years * edge // parts for edge in (number - 1, number))
    return Reading("DATE", whole.timex, None, Interval(Bound(first), Bound(last - 1), "year"))


def _stretch_of(part: Stretch, whole: Cell) -> Reading | None:
    """The first so many units of the whole, or its last; None where it is not so long."""
    count, unit = abs(part.count), part.unit
    edge = containing(unit, whole.start if part.count > 0 else whole.end.last)
    other = edge.step(part.count - 1 if part.count > 0 else part.count + 1)
    first, last = sorted((edge.start, other.start), key=number_of)
    last = containing(unit, last).end
    if number_of(first) < number_of(whole.start.first) or number_of(last.last) > number_of(whole.end.last):
        return None
    return Reading("DURATION", duration_text(((count, unit),)), None, Interval(first, last, unit))


def _stretch_up_to(part: Stretch, whole: Cell) -> Reading:
    """So many units up to the end of a month or day; to months where it ends with one: "the year to 31 March"."""
    count, unit, last = abs(part.count), part.unit, day_of(number_of(whole.end.last))
    month = containing("month", last)
    if unit in MONTHS_IN and number_of(month.end.last) == number_of(last):
        covered = Interval(month.step(1 - count * MONTHS_IN[unit]).start, month.start, "month")
    else:
        covered = Interval(day_of(number_of(moved_by(last, -count, unit)) + 1), last, "day")
    return Reading("DURATION", duration_text(((count, unit),)), None, covered)
