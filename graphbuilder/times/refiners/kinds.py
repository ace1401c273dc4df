"""What kind of time a value tells: a day, a year, an hour, a part of a day; `composing` joins neighbours by these."""

from __future__ import annotations

from graphbuilder.times.calendar.cells import AGES
from graphbuilder.times.calendar.values import (
    PUBLICATION,
    AncientYear,
    Clock,
    DayOfEntry,
    Duration,
    Every,
    FiscalYear,
    Fixed,
    Named,
    Numeric,
    Offset,
    Ordinal,
    OrdinalWeekday,
    Partial,
    Several,
    ShortYear,
    Step,
    Stretch,
    Value,
    Within,
)

_DAY_UNITS = ("day", "weekday")


def is_day(value: Value) -> bool:
    """Whether the value tells one day."""
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
    """Whether the value tells one year."""
    match value:
        case Fixed(cell=cell):
            return cell.unit == "year"
        case Step(unit=unit):
            return unit == "year"
        case ShortYear(unit=unit):
            return unit == "year"
    return isinstance(value, FiscalYear | AncientYear)


def is_weekday(value: Value) -> bool:
    """ "Tuesday", not "last Tuesday"."""
    return isinstance(value, Partial) and value.unit == "weekday" and value.step is None


def is_plain_day(value: Value) -> bool:
    """A day by its date."""
    return isinstance(value, Fixed | Partial | Numeric) and is_day(value) and not is_weekday(value)


def is_part_of_year(value: Value) -> bool:
    """ "May", "2 May", "the spring", "Easter": needs a year."""
    units = ("month", "season", "quarter", "half", "day")
    return isinstance(value, Named) or (isinstance(value, Partial) and value.unit in units and value.step is None)


def is_timed_part_of_year(value: Value) -> bool:
    """ "The early hours of 3 January"."""
    return isinstance(value, Within) and isinstance(value.part, Clock) and is_part_of_year(value.whole)


def is_numbered_part_of_year(value: Value) -> bool:
    """ "The first Monday of October", "the last week of May"."""
    if not isinstance(value, Within):
        return False
    return isinstance(value.part, Ordinal | OrdinalWeekday | Stretch) and is_part_of_year(value.whole)


def is_years_ago(value: Value) -> bool:
    """ "Two years ago"."""
    plain = isinstance(value, Offset) and value.unit == "year" and value.of is None and value.anchor == PUBLICATION
    return plain and isinstance(value, Offset) and value.direction < 0 and isinstance(value.amount, int)


def is_year_or_years_ago(value: Value) -> bool:
    """ "2008", "last year", "two years ago"."""
    return is_year(value) or is_years_ago(value)


def is_clock(value: Value) -> bool:
    """An hour or a part of the day, without its day."""
    return isinstance(value, Clock)


def is_hour(value: Value) -> bool:
    """ "9 a.m.", without its day."""
    return isinstance(value, Clock) and value.hour is not None


def is_daypart(value: Value) -> bool:
    """ "The evening", without its day."""
    return isinstance(value, Clock) and bool(value.part)


def is_open_away(value: Value) -> bool:
    """ "Two weeks before", which wants a time behind it."""
    return isinstance(value, Offset) and value.anchor == ""


def is_timed(value: Value) -> bool:
    """A time that others can be counted from."""
    unfit = Clock | Every | Ordinal | DayOfEntry | OrdinalWeekday | Stretch | Duration
    return not isinstance(value, unfit) and not is_open_away(value)


def is_ordinal(value: Value) -> bool:
    """ "The first week", "the first Monday", "the first nine months": parts that want a whole."""
    return isinstance(value, Ordinal | OrdinalWeekday | Stretch)


def is_share(value: Value) -> bool:
    """ "The second half", of an age too."""
    return isinstance(value, Partial) and value.unit in ("half", "quarter") and value.step is None


def is_age(value: Value) -> bool:
    """A decade, century or millennium."""
    if isinstance(value, ShortYear):
        return value.unit == "decade"
    return isinstance(value, Fixed) and value.cell.unit in AGES


def is_longer(value: Value) -> bool:
    """A whole that has parts of days and more."""
    return (isinstance(value, Within) and not is_day(value)) or is_plain_longer(value)


def is_plain_longer(value: Value) -> bool:
    """The same, but for parts of years."""
    return is_year(value) or (isinstance(value, Step | Fixed | Partial) and not is_day(value))


def is_hours(value: Value) -> bool:
    """ "9 to 11 a.m."."""
    return isinstance(value, Several) and all(is_hour(part) for _start, _end, part in value.parts)


def is_days(value: Value) -> bool:
    """ "3-4 May"."""
    return isinstance(value, Several) and all(is_day(part) for _start, _end, part in value.parts)


def is_hour_of_day(value: Value) -> bool:
    """ "9:30 on Friday"."""
    return isinstance(value, Within) and is_hour(value.part) and is_day(value.whole)


def is_part_of_day(value: Value) -> bool:
    """ "Friday night"."""
    return isinstance(value, Within) and is_daypart(value.part) and is_day(value.whole)
