"""Dates as day numbers, by which the page sorts and draws them in any year, BC included."""

from __future__ import annotations

from typing import Any

import numpy as np

from graphbuilder.intervals import Bound, Interval


def day_number(bound: Bound) -> int:
    """Days since 1970-01-01 in the proleptic Gregorian calendar; a bound without month or day counts from its first.

    >>> day_number(Bound(1970)), day_number(Bound(2022, 11, 29)), day_number(Bound(-43, 3, 15))
    (0, 19325, -735160)
    """
    return int(np.datetime64(bound.iso_day, "D").astype(int))


def moment(bound: Bound) -> float:
    """Days since 1970-01-01, with the time of day as a fraction."""
    seconds = (bound.hour or 0) * 3600 + (bound.minute or 0) * 60 + (bound.second or 0)
    return day_number(bound) + round(seconds / 86400, 4) if seconds else day_number(bound)


def span(interval: Interval | None) -> dict[str, Any]:
    """An interval for the page: words, EDTF, and `from` (included) and `to` (excluded) as day numbers, None if open."""
    if interval is None:
        return {"when": None, "edtf": None, "precision": None, "from": None, "to": None}
    return {
        "when": interval.readable,
        "edtf": interval.edtf,
        "precision": interval.precision,
        "from": interval.start and moment(interval.start.first),
        "to": interval.end and _after(interval.end),
        "approximate": interval.approximate,
        "uncertain": interval.uncertain,
    }


def _after(bound: Bound) -> float:
    """The moment when `bound` is over."""
    if bound.hour is None:
        return day_number(bound.last) + 1
    return round(moment(bound.last) + 1 / 86400, 4)
