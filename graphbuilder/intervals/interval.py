"""Intervals of two bounds: their EDTF text, and the algebra of before, overlaps, contains and merge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from numbers import Integral
from typing import Self

from graphbuilder.errors import InputError
from graphbuilder.intervals.bounds import Bound
from graphbuilder.intervals.edtf import cut, group_of, parse_single, without_hours
from graphbuilder.intervals.words import readable

#: Precisions from fine to coarse; an interval of mixed ends has the coarser one.
PRECISIONS = (
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "millennium",
)  # fmt: skip

Moment = tuple[float, ...]  # year … second; infinite where an interval is open
#: Days by which an approximate day may be wrong.
_ROUGHLY = 3
_EARLIEST: Moment = (float("-inf"),) * 6
_LATEST: Moment = (float("inf"),) * 6


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
        """Fill in the precision of the coarser bound; refuse an unknown one, and an end before the start."""
        if not self.precision:
            known = [bound.precision for bound in (self.start, self.end) if bound is not None]
            object.__setattr__(self, "precision", max(known, key=PRECISIONS.index, default="year"))
        if self.precision not in PRECISIONS:
            raise InputError(f"precision {self.precision!r} is unknown; use one of {', '.join(PRECISIONS)}")
        first, last = self.moments
        if first > last:
            raise InputError(f"interval ends before it starts: {self.start} to {self.end}")

    @classmethod
    def at(cls, *parts: int, approximate: bool = False, uncertain: bool = False, zone: int | None = None) -> Self:
        """The interval of one date: ``Interval.at(2008, 4)`` is April 2008."""
        bound = Bound(*parts, approximate=approximate, uncertain=uncertain, zone=zone)
        return cls(bound, bound)

    @staticmethod
    def of_day(day: date) -> Interval:
        """The interval of a day; the same record for all that is counted from it.

        >>> Interval.of_day(date(2022, 11, 29)).edtf
        '2022-11-29'
        """
        return _days(day.toordinal(), 0)

    @staticmethod
    def around(day: date, days: int) -> Interval:
        """From so many days before a day to so many after it, within the years that `datetime.date` knows.

        >>> Interval.around(date(2022, 11, 29), 7).edtf
        '2022-11-22/2022-12-06'
        """
        return _days(day.toordinal(), days)

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
            start, end, own = parse_single(text.strip())
            return cls(cut(start, precision), cut(end, precision), precision or own)
        opens = ("", "..")
        earliest = None if first in opens else cut(parse_single(first)[0], precision)
        latest = None if last in opens else cut(parse_single(last)[1], precision)
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
            return "/".join(".." if bound is None else without_hours(bound).edtf for bound in (self.start, self.end))
        if self.start == self.end:
            return self.start.edtf
        group = group_of(self.start, self.end, self.precision)
        start, end = without_hours(self.start), without_hours(self.end)
        return group or (start.edtf if start == end else f"{start.edtf}/{end.edtf}")

    @property
    def readable(self) -> str:
        """The date as a newspaper prints it.

        >>> Interval.parse("2022-11-29/2022-11-30").readable, Interval.parse("2012~").readable
        ('29–30 November 2022', 'about 2012')
        """
        return readable(self.start, self.end, self.precision)

    @property
    def lasting(self) -> str:
        """The date as a newspaper prints it, of what lasted: "until 2014", not "by 2014", where only the end is known.

        >>> Interval.parse("../2014").lasting, Interval.parse("2014").lasting
        ('until 2014', '2014')
        """
        return f"until {Interval(self.end, self.end).readable}" if self.is_bound else self.readable

    @property
    def moments(self) -> tuple[Moment, Moment]:
        """The first and the last second as year … second, infinite where open: for comparing many intervals."""
        return (
            _EARLIEST if self.start is None else self.start.first_parts,
            _LATEST if self.end is None else self.end.last_parts,
        )

    @property
    def sort_key(self) -> tuple[Moment, Moment, int]:
        """Orders by first moment, then last, then fine before coarse. An open start sorts where the interval ends."""
        start, end = self.moments
        return (end if self.start is None else start, end, PRECISIONS.index(self.precision))

    @property
    def is_bound(self) -> bool:
        """Whether only the latest moment is known: "before 2023", "by 24 January", "no later than May"."""
        return self.start is None and self.end is not None

    @property
    def mark(self) -> Interval:
        """The interval by which it is ordered, drawn and counted: itself, but of a bound the last day only.

        >>> Interval.parse("../2022").mark.edtf, Interval.parse("2014/..").mark.edtf
        ('2022-12-31', '2014/..')
        """
        if self.start is not None or self.end is None:
            return self
        end = self.end if self.end.hour is not None else Bound(*self.end.last_parts[:3])
        return Interval(end, end)

    def before(self, other: Interval) -> bool:
        """Whether this interval is over, certainly, when the other begins."""
        if self.end is None or other.start is None:
            return False
        return self.end.last_parts < other.start.first_parts

    def after(self, other: Interval) -> bool:
        """Whether this interval begins, certainly, when the other is over."""
        return other.before(self)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two may share a moment: neither is before the other."""
        return not (self.before(other) or other.before(self))

    def agrees(self, other: Interval) -> bool:
        """Whether the two may be of one event: they overlap, or nearly, where one is an approximate day.

        >>> roughly = Interval.parse("2022-09-13~")
        >>> roughly.agrees(Interval.parse("2022-09-12")), roughly.agrees(Interval.parse("2022-09-18"))
        (True, False)
        """
        if self.overlaps(other):
            return True
        wide, other_wide = self.roughly, other.roughly
        if wide is not None and other_wide is not None:
            return False
        return (wide or self).overlaps(other_wide or other)

    @property
    def roughly(self) -> Interval | None:
        """An approximate day with the days around it that may be meant; None of all else."""
        if self.precision != "day" or not self.approximate or self.start is None or self.start != self.end:
            return None
        if not MINYEAR < self.start.year < MAXYEAR:
            return self
        return Interval.around(date(*self.start.first_parts[:3]), _ROUGHLY)

    def contains(self, other: Interval) -> bool:
        """Whether every moment of the other lies inside this one."""
        (start, end), (other_start, other_end) = self.moments, other.moments
        return start <= other_start and other_end <= end

    def merge(self, other: Interval) -> Interval | None:
        """The moments common to both, or None where they contradict each other.

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
        left, right = sorted((self, other), key=lambda one: one.moments[0])
        return Interval(right.start, left.end)


@lru_cache(maxsize=1024)
def _days(middle: int, days: int) -> Interval:
    """The interval from so many days before a day, as `date.toordinal` counts, to so many after it."""
    ends = (middle - days, middle + days)
    first, last = (date.fromordinal(min(max(end, 1), date.max.toordinal())) for end in ends)
    return Interval(Bound(first.year, first.month, first.day), Bound(last.year, last.month, last.day))


def _certainty(interval: Interval) -> tuple[int, bool, bool, bool, str]:
    """A sort key: of two readings of the same moments the finer and surer comes first, and one of known zone."""
    no_zone = interval.start is None or interval.start.zone is None
    return PRECISIONS.index(interval.precision), interval.approximate, interval.uncertain, no_zone, interval.edtf


def window(start: str | int | date | None, end: str | int | date | None) -> Interval | None:
    """The interval between two ends that a user names, each as precise as it is named; None without either.

    Args:
        start: EDTF text ("2008-04"), a year (2008) or a date; of a datetime the day counts.
        end: as `start`.

    Raises:
        InputError: one is no EDTF date, or they are the wrong way round.

    >>> window(2008, "2022-12").edtf
    '2008/2022-12'
    """
    if start is None and end is None:
        return None
    first = None if start is None else Interval.parse(_edtf("start", start)).start
    last = None if end is None else Interval.parse(_edtf("end", end)).end
    try:
        return Interval(first, last)
    except InputError as error:
        raise InputError(
            f"the timeline would end before it starts: start {start!r}, end {end!r}; exchange them"
        ) from error


def _edtf(name: str, value: object) -> str:
    """The EDTF text of an end that a user names."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Integral) and not isinstance(value, bool):
        year = int(value)
        return f"{year:04}" if year >= 0 else f"{year:05}"
    if not isinstance(value, str):
        raise InputError(f"{name} must be an EDTF date such as '2008-04', a year or a datetime.date, not {value!r}")
    return value
