"""Dates as day numbers, by which the page sorts and draws them in any year, BC included; the ticks of their axis."""

from __future__ import annotations

import math
from collections.abc import Iterator
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


#: Months from one tick to the next that are tried, the closest first.
STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)))
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS_IN_YEAR = 365.2425


def ticks(low: float, high: float, most: int = 6) -> list[tuple[int, str]]:
    """Day numbers and words of at most `most` months or years from `low` to `high`.

    >>> ticks(day_number(Bound(2007, 3)), day_number(Bound(2023, 7)))
    [(14610, '2010'), (16436, '2015'), (18262, '2020')]
    >>> [words for _, words in ticks(day_number(Bound(2022, 9, 20)), day_number(Bound(2023, 2, 3)))]
    ['Oct 2022', 'Nov', 'Dec', '2023', 'Feb']
    """
    for step in STEPS:
        found = list(_every(step, low, high))
        if len(found) <= most:
            break
    return [(day, _words(month, index == 0)) for index, (day, month) in enumerate(found)]


def _every(step: int, low: float, high: float) -> Iterator[tuple[int, int]]:
    """Each `step`-th month, counted from the year 0, that begins between two days."""
    count = math.floor(low / _DAYS_IN_YEAR + 1968) * 12 // step * step
    while (day := _first_day(month := _round_in_words(count, step))) <= high:
        if day >= low:
            yield day, month
        count += step


def _round_in_words(month: int, step: int) -> int:
    """The month of a tick that has a round number in words: 60 BC, the year -59, rather than 61 BC."""
    return month + 12 if month <= 0 and step > 12 else month


def _first_day(month: int) -> int:
    return day_number(Bound(month // 12, month % 12 + 1))


def _words(month: int, first: bool) -> str:
    year, name = month // 12, _MONTHS[month % 12]
    told = str(year) if year > 0 else f"{1 - year} BC"
    if month % 12 == 0:
        return told
    return f"{name} {told}" if first else name
