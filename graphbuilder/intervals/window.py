"""The period that a user asks for, from the dates of its ends."""

from __future__ import annotations

from datetime import date
from numbers import Integral

from graphbuilder.errors import InputError
from graphbuilder.intervals.interval import Interval


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
