"""Partial and uncertain dates: a pair of bounds, each as precise as the text and no more.

``datetime`` cannot hold "2008" without inventing a day, nor the year 44 BC; an `Interval` can. Its text form is EDTF
(ISO 8601-2:2019), checked against the packages edtf and edtf-validate in the tests. Pure functions of their arguments:
no clock, no locale, no time zone.

    >>> Interval.parse("2022-11-29/2022-11-30").contains(Interval.parse("2022-11-30"))
    True
    >>> Interval.parse("2008").before(Interval.parse("2008-04"))   # they may overlap, so neither is before the other
    False
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field, replace
from typing import Self

from graphbuilder.errors import InputError

#: Precisions from fine to coarse; an interval of mixed ends has the coarser one.
PRECISIONS = (
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "millennium",
)  # fmt: skip

_UNITS = ("year", "month", "day", "hour", "minute", "second")
_FIRST = (1, 1, 0, 0, 0)
_MONTHS = ("", *calendar.month_name[1:])
#: ISO 8601-2 sub-year codes by precision and first month.
_GROUPS = {
    ("season", 3): 21, ("season", 6): 22, ("season", 9): 23, ("season", 12): 24,
    ("quarter", 1): 33, ("quarter", 4): 34, ("quarter", 7): 35, ("quarter", 10): 36,
    ("half", 1): 40, ("half", 7): 41,
}  # fmt: skip
_GROUP_OF_CODE = {code: group for group, code in _GROUPS.items()}
_GROUP_NAMES = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_MONTHS_IN = {"season": 3, "quarter": 3, "half": 6}
_YEARS_IN = {"decade": 10, "century": 100, "millennium": 1000}

Moment = tuple[float, ...]  # year … second; infinite where an interval is open
_EARLIEST: Moment = (float("-inf"),) * 6
_LATEST: Moment = (float("inf"),) * 6


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an interval: the parts that are known, from the year on.

    Years are astronomical (0 is 1 BC, -43 is 44 BC). Parts are None from the right.

    Raises:
        InputError: a part is out of range, or stands to the right of a missing one.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    approximate: bool = field(default=False, kw_only=True)
    uncertain: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        parts = self.parts
        known = [part for part in parts if part is not None]
        if parts[: len(known)] != tuple(known):
            raise InputError(f"Bound{parts}: a part is missing to the left of a known one; give parts from the year on")
        for unit, part in zip(_UNITS[1:], known[1:], strict=False):
            low, high = self._range(unit)
            if not low <= part <= high:
                raise InputError(f"Bound{parts}: {unit} {part} is not between {low} and {high}")

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
        return _UNITS[sum(part is not None for part in self.parts) - 1]

    @property
    def first(self) -> Bound:
        """The first second that this bound may mean."""
        known = [part for part in self.parts if part is not None]
        return Bound(*known, *_FIRST[len(known) - 1 :])

    @property
    def last(self) -> Bound:
        """The last second that this bound may mean."""
        month = self.month or 12
        day = self.day or days_in_month(self.year, month)
        rest = (59 if part is None else part for part in (self.minute, self.second))
        return Bound(self.year, month, day, 23 if self.hour is None else self.hour, *rest)

    @property
    def iso(self) -> str:
        """ISO 8601 text with the known parts only, without the marks of doubt: "2008", "2008-04", "-0043-03-15"."""
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04}"
        date = "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])
        if self.hour is None:
            return date
        return f"{date}T{self.hour:02}:{self.minute or 0:02}:{self.second or 0:02}"

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


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`, both included; None where open. One day, month or year has two equal bounds.

    `precision` is one of `PRECISIONS`; left out, it is that of the coarser bound.

    Raises:
        InputError: the interval ends before it starts, or the precision is unknown.
    """

    start: Bound | None
    end: Bound | None
    precision: str = ""

    def __post_init__(self) -> None:
        if not self.precision:
            known = [bound.precision for bound in (self.start, self.end) if bound is not None]
            object.__setattr__(self, "precision", max(known, key=PRECISIONS.index, default="year"))
        if self.precision not in PRECISIONS:
            raise InputError(f"precision {self.precision!r} is unknown; use one of {', '.join(PRECISIONS)}")
        if _moments(self)[0] > _moments(self)[1]:
            raise InputError(f"interval ends before it starts: {self.start} to {self.end}")

    @classmethod
    def at(cls, *parts: int, approximate: bool = False, uncertain: bool = False) -> Self:
        """The interval of one date: ``Interval.at(2008, 4)`` is April 2008."""
        bound = Bound(*parts, approximate=approximate, uncertain=uncertain)
        return cls(bound, bound)

    @classmethod
    def parse(cls, text: str, precision: str = "") -> Self:
        """Read EDTF text: whatever `edtf` writes, and more of levels 0 to 2 (single dates, intervals, groups).

        With `precision`, as stored beside the text, the interval comes back as it was: EDTF alone writes every clock
        time with seconds and every week as two days.

        Raises:
            InputError: the text is not one of these forms.
        """
        first, slash, last = text.strip().partition("/")
        if not slash:
            start, end, own = _parse_single(text.strip())
            return cls(_cut(start, precision), _cut(end, precision), precision or own)
        opens = ("", "..")
        earliest = None if first in opens else _cut(_parse_single(first)[0], precision)
        latest = None if last in opens else _cut(_parse_single(last)[1], precision)
        return cls(earliest, latest, precision)

    @property
    def earliest(self) -> Bound | None:
        """The first second that the interval may cover, or None if it is open there."""
        return self.start and self.start.first

    @property
    def latest(self) -> Bound | None:
        """The last second that the interval may cover, or None if it is open there."""
        return self.end and self.end.last

    @property
    def approximate(self) -> bool:
        """Whether either end is only approximate."""
        return any(bound is not None and bound.approximate for bound in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        """Whether either end is doubtful."""
        return any(bound is not None and bound.uncertain for bound in (self.start, self.end))

    @property
    def edtf(self) -> str:
        """EDTF (ISO 8601-2) text. Between two clock times it names their days, since EDTF intervals know no hours.

        >>> Interval(Bound(2014), None).edtf, Interval(Bound(1990), Bound(1999), "decade").edtf
        ('2014/..', '199X')
        """
        if self.start is None or self.end is None:
            return "/".join(".." if bound is None else _without_hours(bound).edtf for bound in (self.start, self.end))
        if self.start == self.end:
            return self.start.edtf
        group = _edtf_group(self.start, self.end, self.precision)
        start, end = _without_hours(self.start), _without_hours(self.end)
        return group or (start.edtf if start == end else f"{start.edtf}/{end.edtf}")

    @property
    def readable(self) -> str:
        """The date as a newspaper prints it.

        >>> Interval.parse("2022-11-29/2022-11-30").readable, Interval.parse("2012~").readable
        ('29–30 November 2022', 'about 2012')
        """
        return _readable(self)

    @property
    def sort_key(self) -> tuple[Moment, Moment, int]:
        """Orders by first moment, then last, then fine before coarse. An open start sorts where the interval ends."""
        start, end = _moments(self)
        return (end if self.start is None else start, end, PRECISIONS.index(self.precision))

    def before(self, other: Interval) -> bool:
        """Whether this interval is over, certainly, when the other begins."""
        return _moments(self)[1] < _moments(other)[0]

    def after(self, other: Interval) -> bool:
        """Whether this interval begins, certainly, when the other is over."""
        return other.before(self)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two may share a moment: neither is before the other."""
        return not (self.before(other) or other.before(self))

    def contains(self, other: Interval) -> bool:
        """Whether every moment of the other lies inside this one."""
        (start, end), (other_start, other_end) = _moments(self), _moments(other)
        return start <= other_start and other_end <= end

    def merge(self, other: Interval) -> Interval | None:
        """What the two say together: the moments common to both, or None where they contradict each other.

        Commutative, associative and idempotent in the moments covered.

        >>> Interval.parse("2008").merge(Interval.parse("2008-04-02/2008-04-04")).edtf
        '2008-04-02/2008-04-04'
        """
        if not self.overlaps(other):
            return None
        if self.contains(other) and other.contains(self):
            return min(self, other, key=_certainty)
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        left, right = sorted((self, other), key=lambda one: _moments(one)[0])
        return Interval(right.start, left.end)


def days_in_month(year: int, month: int) -> int:
    """Days of a month in the proleptic Gregorian calendar, for any year.

    >>> days_in_month(2024, 2), days_in_month(-4, 2)
    (29, 29)
    """
    return 29 if month == 2 and calendar.isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _moments(interval: Interval) -> tuple[Moment, Moment]:
    return (
        _EARLIEST if interval.start is None else _moment(interval.start.first),
        _LATEST if interval.end is None else _moment(interval.end.last),
    )


def _moment(bound: Bound) -> Moment:
    return tuple(part or 0 for part in bound.parts)


def _certainty(interval: Interval) -> tuple[int, bool, bool, str]:
    """Of two readings of the same moments the finer and surer one comes first."""
    return PRECISIONS.index(interval.precision), interval.approximate, interval.uncertain, interval.edtf


# --- EDTF ---------------------------------------------------------------------------------------------------------


def _without_hours(bound: Bound) -> Bound:
    return bound if bound.hour is None else replace(bound, hour=None, minute=None, second=None)


def _edtf_group(start: Bound, end: Bound, precision: str) -> str | None:
    """Decades, centuries, seasons, quarters and halves have a form of their own, where the bounds are theirs."""
    if start.approximate or start.uncertain or end.approximate or end.uncertain:
        return None
    if (start, end) == _years(start.year, precision):
        digits = len(str(_YEARS_IN[precision])) - 1
        return f"{start.year:04}"[:-digits] + "X" * digits
    if start.month is not None and (start, end) == _months(start.year, start.month, precision):
        code = _GROUPS.get((precision, start.month))
        return code and f"{start.iso[:-3]}-{code}"  # type: ignore[return-value]
    return None


def _years(year: int, precision: str) -> tuple[Bound, Bound] | None:
    length = _YEARS_IN.get(precision)
    if length is None or year % length or not 0 <= year <= 9999:
        return None
    return Bound(year), Bound(year + length - 1)


def _months(year: int, month: int, precision: str) -> tuple[Bound, Bound] | None:
    length = _MONTHS_IN.get(precision)
    if length is None:
        return None
    carry, last = divmod(month - 1 + length - 1, 12)
    return Bound(year, month), Bound(year + carry, last + 1)


_SINGLE = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d))?)?)?(?P<mark>[?~%])?",
    re.ASCII,
)
_MASKED = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)


def _parse_single(text: str) -> tuple[Bound, Bound, str]:
    masked = _MASKED.fullmatch(text)
    if masked and len(text) == 4:
        year = int(masked[1]) * 10 ** len(masked[2])
        precision = ("decade", "century", "millennium")[len(masked[2]) - 1]
        return Bound(year), Bound(year + 10 ** len(masked[2]) - 1), precision
    match = _SINGLE.fullmatch(text)
    if match is None or (match["year"].startswith("Y") and match["month"]):
        raise InputError(f"{text!r} is not an EDTF date; write 2008, 2008-04, 2008-04-02, 2008/2009, 2014/.. or 199X")
    year = int(match["year"].removeprefix("Y"))
    if match["month"] and int(match["month"]) > 12:
        return _parse_group(year, int(match["month"]), match, text)
    parts = [int(match[unit]) for unit in _UNITS[1:] if match[unit]]
    bound = Bound(year, *parts, **_doubt(match["mark"]))
    return bound, bound, bound.precision


def _parse_group(year: int, code: int, match: re.Match[str], text: str) -> tuple[Bound, Bound, str]:
    if code not in _GROUP_OF_CODE or match["day"]:
        raise InputError(f"{text!r}: {code} is no month and no known group of months (21-24, 33-36, 40, 41)")
    precision, month = _GROUP_OF_CODE[code]
    bounds = _months(year, month, precision)
    assert bounds is not None
    start, end = (replace(bound, **_doubt(match["mark"])) for bound in bounds)
    return start, end, precision


def _cut(bound: Bound, precision: str) -> Bound:
    """A clock time without the parts that its precision does not have."""
    if precision == "hour":
        return replace(bound, minute=None, second=None)
    return replace(bound, second=None) if precision == "minute" else bound


def _doubt(mark: str | None) -> dict[str, bool]:
    return {"approximate": mark in ("~", "%"), "uncertain": mark in ("?", "%")}


# --- words --------------------------------------------------------------------------------------------------------


def _readable(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is None or end is None:
        if start is not None:
            return f"since {_bound_words(start)}"
        return "any time" if end is None else f"until {_bound_words(end)}"
    group = _group_words(start, end, interval.precision)
    if group:
        return group
    if start == end:
        return _bound_words(start)
    return _range_words(start, end)


def _group_words(start: Bound, end: Bound, precision: str) -> str | None:
    edtf = _edtf_group(start, end, precision)
    if edtf is None:
        return None
    if precision == "decade":
        return f"{start.year}s"
    if precision in ("century", "millennium"):
        number = start.year // _YEARS_IN[precision] + 1
        return f"{number}{_ordinal(number)} {precision}"
    name = _GROUP_NAMES[int(edtf[-2:])]
    years = f"{start.year}" if start.year == end.year else f"{start.year}–{end.year % 100:02}"
    return f"{name} {years}"


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _range_words(start: Bound, end: Bound) -> str:
    """Shared parts are said once: "29–30 November 2022", "March–May 2020", "1994–1996"."""
    doubt = _doubt_words(start) or _doubt_words(end)
    first, last = _plain_words(start), _plain_words(end)
    if start.hour is None and end.hour is None and start.precision == end.precision and start.year == end.year:
        if start.day is not None and start.month == end.month:
            first = f"{start.day}"
        elif start.month is not None:
            first = first.removesuffix(f" {_year_words(start.year)}")
    dash = " – " if " " in first else "–"
    return f"{doubt}{first}{dash}{last}"


def _bound_words(bound: Bound) -> str:
    return f"{_doubt_words(bound)}{_plain_words(bound)}"


def _doubt_words(bound: Bound) -> str:
    return f"{'about ' if bound.approximate else ''}{'perhaps ' if bound.uncertain else ''}"


def _plain_words(bound: Bound) -> str:
    words = [_year_words(bound.year)]
    if bound.month is not None:
        words.insert(0, _MONTHS[bound.month])
    if bound.day is not None:
        words.insert(0, str(bound.day))
    date = " ".join(words)
    return date if bound.hour is None else f"{date}, {bound.iso.split('T')[1].removesuffix(':00')}"


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
