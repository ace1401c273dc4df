"""One end of an interval: as many parts of a date as are known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field

from graphbuilder.errors import InputError

UNITS = ("year", "month", "day", "hour", "minute", "second")
#: The zones of the world, in minutes ahead of UTC.
_ZONES = (-12 * 60, 14 * 60)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an interval: the parts that are known, from the year on.

    Years are astronomical (0 is 1 BC, -43 is 44 BC). Parts are None from the right.

    `zone` is how far the clock is ahead of UTC, in minutes; None where the text does not say. It is kept and written,
    but takes no part in comparisons: most clock times come without one, and a late Monday evening in New York stays
    part of Monday, though it is Tuesday in UTC. So the order of clock times of one day in different zones is that of
    their clocks.

    Raises:
        InputError: a part is out of range, or stands to the right of a missing one; or a zone without an hour.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    approximate: bool = field(default=False, kw_only=True)
    uncertain: bool = field(default=False, kw_only=True)
    zone: int | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Refuse parts out of range, a part behind a missing one, and a zone without an hour."""
        parts = self.parts
        known = [part for part in parts if part is not None]
        if parts[: len(known)] != tuple(known):
            raise InputError(f"Bound{parts}: a part is missing to the left of a known one; give parts from the year on")
        for unit, part in zip(UNITS[1:], known[1:], strict=False):
            low, high = self._range(unit)
            if not low <= part <= high:
                raise InputError(f"Bound{parts}: {unit} {part} is not between {low} and {high}")
        if self.zone is not None and (self.hour is None or not _ZONES[0] <= self.zone <= _ZONES[1]):
            raise InputError(
                f"Bound{parts}: zone {self.zone} needs an hour, and minutes from {_ZONES[0]} to {_ZONES[1]}"
            )

    def _range(self, unit: str) -> tuple[int, int]:
        if unit == "day":
            return 1, days_in_month(self.year, self.month or 1)
        return {"month": (1, 12), "hour": (0, 23), "minute": (0, 59), "second": (0, 59)}[unit]

    @property
    def parts(self) -> tuple[int | None, ...]:
        """Year to second, None where unknown."""
        return (self.year, self.month, self.day, self.hour, self.minute, self.second)

    @property
    def precision(self) -> str:
        """The finest known part: "year" … "second"."""
        return UNITS[sum(part is not None for part in self.parts) - 1]

    @property
    def first(self) -> Bound:
        """The first second that this bound may denote."""
        return Bound(*self.first_parts)

    @property
    def last(self) -> Bound:
        """The last second that this bound may denote."""
        return Bound(*self.last_parts)

    @property
    def first_parts(self) -> tuple[int, int, int, int, int, int]:
        """Year to second of `first`."""
        return (self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0, self.second or 0)

    @property
    def last_parts(self) -> tuple[int, int, int, int, int, int]:
        """Year to second of `last`."""
        month = self.month or 12
        day = self.day or days_in_month(self.year, month)
        hour = 23 if self.hour is None else self.hour
        minute = 59 if self.minute is None else self.minute
        return (self.year, month, day, hour, minute, 59 if self.second is None else self.second)

    @property
    def iso(self) -> str:
        """ISO 8601 text with the known parts only, without the marks of doubt: "2008", "2008-04", "-0043-03-15"."""
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04}"
        date = "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])
        if self.hour is None:
            return date
        return f"{date}T{self.hour:02}:{self.minute or 0:02}:{self.second or 0:02}{zone_text(self.zone)}"

    @property
    def iso_day(self) -> str:
        """`iso`, cut after the day."""
        return self.iso.split("T")[0]

    @property
    def edtf(self) -> str:
        """EDTF text of this bound: `iso` with "?", "~" or "%" where the date is uncertain, approximate or both."""
        marks = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
        mark = marks[self.approximate, self.uncertain]
        if abs(self.year) > 9999:  # written as a bare year: EDTF knows no months there
            return f"Y{self.year}{mark}"
        # nor has it marks on clock times: the doubt then stays in the record
        return self.iso if self.hour is not None else f"{self.iso}{mark}"


def zone_text(zone: int | None) -> str:
    """ISO 8601 text of a zone in minutes ahead of UTC, empty where there is none.

    >>> zone_text(0), zone_text(-300), zone_text(330)
    ('Z', '-05:00', '+05:30')
    """
    if not zone:
        return "" if zone is None else "Z"
    return f"{'-' if zone < 0 else '+'}{abs(zone) // 60:02}:{abs(zone) % 60:02}"


def days_in_month(year: int, month: int) -> int:
    """Days of a month in the proleptic Gregorian calendar, for any year.

    >>> days_in_month(2024, 2), days_in_month(-4, 2)
    (29, 29)
    """
    return 29 if month == 2 and calendar.isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
