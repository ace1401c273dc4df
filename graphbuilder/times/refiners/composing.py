"""Neighbours that denote one time together: a table of what may follow what, over which words between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graphbuilder.times.calendar.cells import AGES, DAYS_IN, MONTHS_IN, Cell
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
from graphbuilder.times.finding import Candidate

_DAY_UNITS = ("day", "weekday")
Test = Callable[[Value], bool]


def _is(*kinds: type) -> Test:
    """A test for values of these kinds."""
    return lambda value: isinstance(value, kinds)


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
    """Whether the value is a bare weekday: "Tuesday", not "last Tuesday"."""
    return isinstance(value, Partial) and value.unit == "weekday" and value.step is None


def is_plain_day(value: Value) -> bool:
    """Whether the value denotes a day by its date."""
    return isinstance(value, Fixed | Partial | Numeric) and is_day(value) and not is_weekday(value)


def is_part_of_year(value: Value) -> bool:
    """Whether the value needs a year: "May", "2 May", "the spring", "Easter"."""
    units = ("month", "season", "quarter", "half", "day")
    return isinstance(value, Named) or (isinstance(value, Partial) and value.unit in units and value.step is None)


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


def is_counted_length(value: Value) -> bool:
    """Whether the value is a length of so many days or more: "the year", "three months"."""
    match value:
        case Duration(amounts=((float() | int() as amount, unit),), side=0):
            return amount == int(amount) > 0 and (unit in MONTHS_IN or unit in DAYS_IN)
    return False


def is_month_or_day(value: Value) -> bool:
    """Whether the value is a month or a day, with its year or without."""
    match value:
        case Fixed(cell=Cell(unit=unit)) | Partial(unit=unit) | Within(part=Partial(unit=unit)):
            return unit in ("month", *_DAY_UNITS)
    return isinstance(value, Numeric)


_ENDING = re.compile(r"\s+(?:to|ended|ending)\s+(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?", re.IGNORECASE)
_AT = re.compile(r"\s*,?\s*(?:(?:at|around|about|by)\s+(?:about\s+|around\s+|exactly\s+)?)?\s*", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|['’]s\s+|\s+|,\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\s+|\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)


def _of_whole(whole: Value, part: Value) -> Value:
    return Within(part, whole)


def _up_to(length: Duration, end: Value) -> Value:
    """The length, up to the end of its last month or day: "the year" + "March"."""
    amount, unit = length.amounts[0]
    return Within(Stretch(-int(amount or 1), unit, inside=False), end)


def _hour_in_part(hour: Clock, timed: Any) -> Value:
    """The hour, on the day and in the half of it whose part is named: "3:15" + "the afternoon of 4 May"."""
    part = timed.part.part
    late = (
        part in ("AF", "EV", "NI") and hour.hour is not None and hour.hour < 12 and not (part == "NI" and hour.hour < 5)
    )
    found = replace(hour, hour=(hour.hour or 0) + 12 if late else hour.hour, of_either_half=False)
    return Within(found, timed.whole)


#: First value, words between, second value, what they make.
JOINS: tuple[tuple[Test, re.Pattern[str], Test, Callable[[Any, Any], Value]], ...] = (
    (is_weekday, re.compile(r"\s*,?\s*\(?(?:the\s+)?", re.IGNORECASE), is_plain_day, lambda _, day: day),
    (is_part_of_year, _OF, is_year, Within),
    (is_half_or_quarter, re.compile(r"\s+of\s+", re.IGNORECASE), is_decade_or_longer, Within),
    (_is(Clock), re.compile(r"\s+(?:of|on)\s+(?:the\s+)?|\s+|,\s+(?:on\s+)?", re.IGNORECASE), is_day, Within),
    (is_day, _AT, is_hour, _of_whole),
    (is_day, re.compile(r"\s+(?:in\s+(?:the\s+)?|at\s+)?|,\s+in\s+(?:the\s+)?", re.IGNORECASE), is_daypart, _of_whole),
    (_is(Ordinal, Stretch), re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE), is_longer_than_day, Within),
    (is_counted_length, _ENDING, is_month_or_day, _up_to),
    (_is(Every), _AT, is_hour, lambda every, hour: replace(every, clock=hour)),
    (is_open_offset, re.compile(r"\s+"), is_timed, lambda away, of: replace(away, of=of)),
    (is_hour, re.compile(r"\s+(?:(?:in|on|at)\s+)?(?:the\s+)?", re.IGNORECASE), is_part_of_day, _hour_in_part),
    (is_year, _POSSESSIVE, is_part_of_year, _of_whole),
)


def compose(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, with neighbours joined as long as the table allows: "9 a.m." + "Tuesday," + "29 November"."""
    result: list[Candidate] = []
    for one in candidates:
        result.append(one)
        while len(result) > 1:
            joined = _join(text, result[-2], result[-1])
            if joined is None:
                break
            result[-2:] = [joined]
    # an n-th part without its whole is no time
    return [_as_length_alone(text, one) for one in result if not isinstance(one.value, Ordinal)]


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    if second.start - first.end > 16:
        return None
    for is_first, gap, is_second, make in JOINS:
        if is_first(first.value) and is_second(second.value) and gap.fullmatch(text, first.end, second.start):
            value = make(first.value, second.value)
            return Candidate(first.start, second.end, value, second.rule, min(max(first.score, second.score), 0.95))
    return None


_SIDE = re.compile(r"\s(?:before|after|following|prior\sto)$", re.IGNORECASE)


def _as_length_alone(text: str, one: Candidate) -> Candidate:
    """The candidate, as a length where the time that it is counted from is missing: "two days before the vote"."""
    value = one.value
    if isinstance(value, Stretch):
        return one.moved(value=Duration(((abs(value.count), value.unit),)), rule="duration")
    if not isinstance(value, Offset) or value.anchor or value.of is not None or one.rule == "aside_from":
        return one
    side = _SIDE.search(text, one.start, one.end)
    length = Duration(((value.amount, value.unit),))
    return one.moved(value=length, end=side.start() if side else one.end, rule="duration")
