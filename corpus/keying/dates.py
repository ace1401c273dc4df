"""Dates of keys: EDTF, as graphbuilder reads it."""

from __future__ import annotations

import re
from datetime import date

from graphbuilder.errors import InputError
from graphbuilder.intervals import Interval


def wrong_date(value: str) -> str:
    """Why a text is no EDTF date, and what to write; empty where it is one."""
    try:
        Interval.parse(value)
    except InputError as error:
        return str(error)
    return ""


def wrong_day(value: str) -> str:
    """Why a text is no single day; empty where it is one."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return f"{value!r} is not a day such as 2022-07-25"
    return ""


def first_day(value: str) -> tuple[int, ...] | None:
    """The first day that a date may mean; None where it is open at the start."""
    start = Interval.parse(value).start
    return None if start is None else start.first_parts[:3]


def last_day(value: str) -> tuple[int, ...] | None:
    """The last day that a date may mean; None where it is open at the end."""
    end = Interval.parse(value).end
    return None if end is None else end.last_parts[:3]


def parts(day: str) -> tuple[int, ...]:
    """Year, month and day of a single day."""
    return tuple(int(part) for part in re.findall(r"\d+", day))
