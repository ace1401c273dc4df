"""What kind of time a value denotes: a day, a year, an hour, a part of a day; `composing` joins neighbours by these."""

from __future__ import annotations

from graphbuilder.times.calendar.cells import AGES
from graphbuilder.times.calendar.values import (
    AncientYear,
    Clock,
    Duration,
    Every,
    FiscalYear,
    Fixed,
    Named,
    Numeric,
    Offset,
    Ordinal,
    Partial,
    ShortYear,
    Step,
    Stretch,
    Value,
    Within,
)

_DAY_UNITS = ("day", "weekday")


def is_day(value: Value) -> bool:
    """Whether the value denotes one day."""
    match value:
        case Fixed(cell=cell):
            return cell.unit == "day"
        case Partial(unit=unit) | Step(unit=unit):
            return unit in _DAY_UNITS
        case Within(part=part):
            return is_day(part)
        case Offset(unit=unit):
            return unit == "day"
        case Numeric() | Named():
            return True
    return False


def is_year(value: Value) -> bool:
    """Whether the value denotes one year."""
    match value:
        case Fixed(cell=cell):
            return cell.unit == "year"
        case Step(unit=unit):
            return unit == "year"
        case ShortYear(unit=unit):
            return unit == "year"
    return isinstance(value, FiscalYear | AncientYear)


def is_weekday(value: Value) -> bool:
    """Whether the value is a bare weekday.

    Yes: "Tuesday".
    No: "last Tuesday".
    """
    return isinstance(value, Partial) and value.unit == "weekday" and value.step is None


def is_plain_day(value: Value) -> bool:
    """Whether the value denotes a day by its date."""
    return isinstance(value, Fixed | Partial | Numeric) and is_day(value) and not is_weekday(value)


def is_part_of_year(value: Value) -> bool:
    """Whether the value needs a year: "May", "2 May", "the spring", "Easter"."""
    units = ("month", "season", "quarter", "half", "day")
    return isinstance(value, Named) or (isinstance(value, Partial) and value.unit in units and value.step is None)


def is_clock(value: Value) -> bool:
    """Whether the value is an hour or a part of the day, without its day."""
    return isinstance(value, Clock)


def is_hour(value: Value) -> bool:
    """Whether the value is an hour without its day: "9 a.m."."""
    return isinstance(value, Clock) and value.hour is not None


def is_daypart(value: Value) -> bool:
    """Whether the value is a part of the day without its day: "the evening"."""
    return isinstance(value, Clock) and bool(value.part)


def is_open_offset(value: Value) -> bool:
    """Whether the value is an offset that wants a time behind it: "two weeks before"."""
    return isinstance(value, Offset) and value.anchor == ""


def is_timed(value: Value) -> bool:
    """Whether others can be counted from the value."""
    unfit = Clock | Every | Ordinal | Stretch | Duration
    return not isinstance(value, unfit) and not is_open_offset(value)


def is_ordinal(value: Value) -> bool:
    """Whether the value is a part that wants a whole: "the first week", "the first nine months"."""
    return isinstance(value, Ordinal | Stretch)


def is_longer_than_day(value: Value) -> bool:
    """Whether the value is a whole that has parts of a day or more."""
    return is_year(value) or (isinstance(value, Within | Step | Fixed | Partial) and not is_day(value))


def is_part_of_day(value: Value) -> bool:
    """Whether the value is a part of a day on its day: "Friday night"."""
    return isinstance(value, Within) and is_daypart(value.part) and is_day(value.whole)


def is_half_or_quarter(value: Value) -> bool:
    """Whether the value is a half or quarter, which a decade has as well as a year: "the second half"."""
    return isinstance(value, Partial) and value.unit in ("half", "quarter") and value.step is None


def is_decade_or_longer(value: Value) -> bool:
    """Whether the value denotes a decade, century or millennium."""
    if isinstance(value, ShortYear):
        return value.unit == "decade"
    return isinstance(value, Fixed) and value.cell.unit in AGES
