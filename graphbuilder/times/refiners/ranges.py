"""Two times that are the ends of a range or neighbours in a list: "March to May 2020", "Monday and Tuesday"."""

from __future__ import annotations

import re

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.calendar.values import (
    Clock,
    Fixed,
    Named,
    Numeric,
    Offset,
    Partial,
    Several,
    ShortYear,
    Step,
    Value,
    Within,
)
from graphbuilder.times.calendar.words import DASH
from graphbuilder.times.finding import Candidate

_TO = re.compile(rf"\s?{DASH}\s?|\s(?:to|through|until|till|thru)\s(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?(?:,\s)?(?:and|or|&)\s(?:the\s)?(?:in\s|on\s)?", re.IGNORECASE)
_LIST = re.compile(r",\s|\s?(?:,\s)?(?:and|or|&)\s(?:on\s|in\s)?|\s?/\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)


def unit_of(value: Value) -> str | None:
    """The unit of the cell that a value will become."""
    match value:
        case Fixed(cell=cell):
            return cell.unit
        case Partial(unit=unit) | Step(unit=unit) | ShortYear(unit=unit) | Offset(unit=unit):
            return "day" if unit == "weekday" else unit
        case Within(part=part):
            return unit_of(part)
        case Clock(hour=hour):
            return "hour" if hour is not None else None
        case Named() | Numeric():
            return "day"
    return None


def join_ranges(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, where the ends of ranges are joined; those in between stay as they are."""
    result: list[Candidate] = []
    for one in _with_years(text, candidates):
        joined = result and _join(text, result[-1], one)
        if joined:
            result[-1] = joined
        else:
            result.append(one)
    return result


def _with_years(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, where the parts of a list take the year of its last one: "in March, May and June 2020"."""
    result = list(candidates)
    for place in range(len(result) - 2, -1, -1):
        first, second = result[place : place + 2]
        year = _year_in(second.value)
        if (
            year is None
            or not _lacks_year_of(first.value, second.value)
            or not _LIST.fullmatch(text, first.end, second.start)
        ):
            continue
        if _month_number(first.value) <= _month_number(second.value):
            result[place] = first.moved(value=Within(first.value, Fixed(Cell("year", Bound(year)))))
    return result


def _year_in(value: Value) -> int | None:
    match value:
        case Fixed(cell=cell) if cell.unit in ("month", "day"):
            return cell.start.year
        case Within(part=Partial(), whole=Fixed(cell=cell)) if cell.unit == "year":
            return cell.start.year
    return None


def _month_number(value: Value) -> int:
    match value:
        case Fixed(cell=cell):
            return cell.start.month or 0
        case Partial(number=number):
            return number or 0
        case Within(part=part):
            return _month_number(part)
    return 0


def _lacks_year_of(first: Value, second: Value) -> bool:
    """Whether the first is a month, day, season or quarter without a year, and the second of the same unit."""
    repeats = isinstance(first, Partial) and first.step is None and first.unit in ("month", "day", "season", "quarter")
    return repeats and unit_of(first) == unit_of(second)


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    if second.start - first.end > 12 or not (
        _are_alike(first.value, second.value) and _are_linked(text, first, second)
    ):
        return None
    parts = ((first.start, first.end, first.value), (second.start, second.end, second.value))
    value = Several(parts, (first.mod, second.mod))
    return Candidate(first.start, second.end, value, "range", min(first.score, second.score))


def _are_alike(first: Value, second: Value) -> bool:
    """Whether two values can be the ends of one range: the same unit, or both a day and longer."""
    units = unit_of(first), unit_of(second)
    return None not in units and (units[0] == units[1] or "hour" not in units)


def _are_linked(text: str, first: Candidate, second: Candidate) -> bool:
    """Whether the words between two candidates make them a range or a list."""
    if _TO.fullmatch(text, first.end, second.start):
        dashed = not text[first.end : second.start].strip().isalpha()
        return not dashed or unit_of(first.value) == unit_of(second.value)
    if not _AND.fullmatch(text, first.end, second.start):
        return False
    between = _BETWEEN.search(text, max(0, first.start - 20), first.start)
    return between is not None or _are_neighbours(first.value, second.value)


def _are_neighbours(first: Value, second: Value) -> bool:
    """Whether nothing lies between two values, so that a list of them is one time: "Monday and Tuesday"."""
    match first, second:
        case Fixed(cell=one), Fixed(cell=other):
            return one.unit == other.unit and one.step(1) == other
        case Partial(unit="weekday", number=one, step=None), Partial(unit="weekday", number=other, step=None):
            return ((one or 0) + 1) % 7 == other
        case Partial(unit="month", number=one, step=None), Partial(unit="month", number=other, step=None):
            return (one or 0) + 1 == other
        case Within(part=Partial(unit="month", number=one), whole=Fixed()), Fixed(cell=cell):
            return cell.unit == "month" and (one or 0) + 1 == cell.start.month
    return False
