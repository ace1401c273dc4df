"""Cells of the calendar: a year, week, season, day, morning … as one thing that can be named, stepped and cut.

Works for every year, BC as well, since nothing goes through ``datetime``: days are counted in the proleptic Gregorian
calendar with integers (the "days from civil" method).

    >>> Cell("month", Bound(2022, 11)).step(2).timex
    '2023-01'
    >>> containing("week", Bound(2022, 11, 29)).interval().edtf
    '2022-11-28/2022-12-04'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import final

from graphbuilder.intervals import Bound, Interval
from graphbuilder.intervals.bounds import zone_text

#: Length in months of the cells that are made of whole months.
MONTHS_IN = {
    "month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "fiscal year": 12, "decade": 120, "century": 1200,
    "millennium": 12000,
}  # fmt: skip
#: Cells of many years.
AGES = ("decade", "century", "millennium")
#: Length in days of the cells that are made of whole days.
DAYS_IN = {"daypart": 1, "day": 1, "weekend": 2, "week": 7, "fortnight": 14}
_STEP_DAYS = DAYS_IN | {"weekend": 7}
#: Length in seconds of the cells inside a day.
SECONDS_IN = {"hour": 3600, "minute": 60, "second": 1}
#: Units from fine to coarse.
UNITS = (*reversed(SECONDS_IN), *DAYS_IN, *MONTHS_IN)
#: TIMEX3 codes of the seasons by their first month in the northern hemisphere.
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
#: The precision of an interval that covers one cell, where the unit has another name there.
_PRECISIONS = {"weekend": "day", "fortnight": "week", "daypart": "day", "fiscal year": "year"}


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 1 January 1970, for any year.

    >>> day_number(1970, 1, 2), day_number(-43, 3, 15)
    (1, -735160)
    """
    shifted = year - (month <= 2)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    era, of_era = divmod(shifted, 400)
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def day_of(number: int) -> Bound:
    """The day with this `day_number`."""
    era, day = divmod(number + 719468, 146097)
    of_era = (day - day // 1460 + day // 36524 - day // 146096) // 365
    of_year = day - (365 * of_era + of_era // 4 - of_era // 100)
    month = (5 * of_year + 2) // 153
    year = of_era + era * 400 + (month >= 10)
    return Bound(year, (month + 2) % 12 + 1, of_year - (153 * month + 2) // 5 + 1)


def number_of(bound: Bound) -> int:
    """The `day_number` of the first day that the bound may denote."""
    return day_number(bound.year, bound.month or 1, bound.day or 1)


def weekday_of(bound: Bound) -> int:
    """The weekday of a bound's first day: 0 for Monday … 6 for Sunday."""
    return (number_of(bound) + 3) % 7


@final
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the calendar: its unit and its first moment, which is no finer than the unit.

    `part` is the TIMEX3 code of a part of the day; `south` marks a season of the southern hemisphere.
    """

    unit: str
    start: Bound
    part: str = ""
    south: bool = False

    @property
    def end(self) -> Bound:
        """The last moment, no finer than `start`."""
        if self.unit in DAYS_IN and DAYS_IN[self.unit] > 1:
            return day_of(number_of(self.start) + DAYS_IN[self.unit] - 1)
        if self.unit in MONTHS_IN and self.unit != "month":
            last = _month_after(self.start, MONTHS_IN[self.unit] - 1)
            return last if self.start.month else Bound(last.year)
        return self.start

    def interval(self, *, approximate: bool = False, uncertain: bool = False) -> Interval:
        """The interval that the cell covers; a part of the day, whose hours nobody has fixed, covers its day."""
        start, end = self.start, self.end
        if approximate or uncertain:
            start, end = (replace(one, approximate=approximate, uncertain=uncertain) for one in (start, end))
        return Interval(start, end, "month" if self.south and self.unit == "season" else self.precision)

    @property
    def precision(self) -> str:
        """The precision of an interval that covers the cell, or a part of it."""
        return _PRECISIONS.get(self.unit, self.unit)

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        return _timex(self)

    def step(self, count: int) -> Cell:
        """The cell that is `count` cells of the same unit later (earlier, if below 0)."""
        if self.unit in MONTHS_IN:
            moved = _month_after(self.start, count * MONTHS_IN[self.unit])
            return replace(self, start=moved if self.start.month else Bound(moved.year))
        if self.unit in _STEP_DAYS:
            return replace(self, start=day_of(number_of(self.start) + count * _STEP_DAYS[self.unit]))
        return replace(self, start=after_seconds(self.start, count * SECONDS_IN[self.unit], self.unit))


def _month_after(start: Bound, months: int) -> Bound:
    year, month = divmod(start.year * 12 + (start.month or 1) - 1 + months, 12)
    return Bound(year, month + 1)


def after_seconds(start: Bound, seconds: int, unit: str = "second") -> Bound:
    """The moment so many seconds later, cut to `unit` ("hour", "minute" or "second")."""
    first = start.first
    total = (first.hour or 0) * 3600 + (first.minute or 0) * 60 + (first.second or 0) + seconds
    days, rest = divmod(total, 86400)
    day = day_of(number_of(start) + days)
    parts = (rest // 3600, rest // 60 % 60, rest % 60)[: list(SECONDS_IN).index(unit) + 1]
    return Bound(day.year, day.month, day.day, *parts)


def containing(unit: str, moment: Bound) -> Cell:
    """The cell of this unit that holds the moment (its first day, where the moment is coarser than a day)."""
    year, month = moment.year, moment.month or 1
    if unit == "season":
        first = (month // 3 * 3) or 12
        return Cell(unit, Bound(year - (month < 3), first))
    if unit in ("month", "quarter", "half"):
        return Cell(unit, Bound(year, month - (month - 1) % MONTHS_IN[unit]))
    if unit in MONTHS_IN:
        return Cell(unit, Bound(year - year % (MONTHS_IN[unit] // 12)))
    if unit in ("week", "weekend", "fortnight"):
        monday = number_of(moment) - weekday_of(moment)
        return Cell(unit, day_of(monday + (5 if unit == "weekend" else 0)))
    if unit in DAYS_IN:
        return Cell(unit, Bound(year, month, moment.day or 1))
    return Cell(unit, after_seconds(moment, 0, unit))


# --- TIMEX3 -------------------------------------------------------------------------------------------------------


def _timex(cell: Cell) -> str:
    start = cell.start
    year = year_text(start.year)
    if cell.unit in ("year", "fiscal year"):
        return year if cell.unit == "year" or not start.month or start.month == 1 else year_text(start.year + 1)
    if cell.unit in ("decade", "century", "millennium"):
        digits = {"decade": 1, "century": 2, "millennium": 3}[cell.unit]
        return (f"{start.year:04}" if start.year >= 0 else year_text(cell.end.year))[:-digits]
    if cell.unit == "season":
        month = (start.month or 1) if not cell.south else ((start.month or 1) + 5) % 12 + 1
        return f"{year}-{SEASONS[month]}"
    if cell.unit in ("quarter", "half"):
        length = MONTHS_IN[cell.unit]
        return f"{year}-{cell.unit[0].upper()}{((start.month or 1) - 1) // length + 1}"
    if cell.unit in ("week", "weekend", "fortnight"):
        return _week_text(start) + ("-WE" if cell.unit == "weekend" else "")
    day = "-".join([year, *(f"{part:02}" for part in (start.month, start.day) if part is not None)])
    if cell.unit == "daypart":
        return f"{day}T{cell.part}"
    return day + clock_text(start)


def year_text(year: int) -> str:
    """The year as TIMEX3 writes it: "2008", "BC0490"."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def clock_text(moment: Bound) -> str:
    """The clock time as TIMEX3 writes it, "T09:30-05:00", or nothing where no hour is known."""
    parts = [f"{part:02}" for part in (moment.hour, moment.minute, moment.second) if part is not None]
    return "T" + ":".join(parts if len(parts) > 1 else [*parts, "00"]) + zone_text(moment.zone) if parts else ""


def _week_text(day: Bound) -> str:
    thursday = number_of(day) - weekday_of(day) + 3
    year = day_of(thursday).year
    return f"{year_text(year)}-W{(thursday - day_number(year)) // 7 + 1:02}"
