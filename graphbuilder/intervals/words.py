"""Intervals as a newspaper prints them: "29–30 November 2022", "since 2014", "by 18 July 2022", "1990s"."""

from __future__ import annotations

import calendar

from graphbuilder.intervals.bounds import Bound, zone_text
from graphbuilder.intervals.edtf import YEARS_IN, group_of

_MONTHS = ("", *calendar.month_name[1:])
_GROUP_NAMES = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip


def readable(start: Bound | None, end: Bound | None, precision: str) -> str:
    """The words for an interval of this precision from one bound to the other."""
    if start is None or end is None:
        if start is not None:
            return f"since {_bound_words(start)}"
        return "any time" if end is None else f"by {_bound_words(end)}"
    group = _group_words(start, end, precision)
    if group:
        return group
    if start == end:
        return _bound_words(start)
    return _range_words(start, end)


def _group_words(start: Bound, end: Bound, precision: str) -> str | None:
    """The words for a decade, century, season, quarter or half; None for other intervals."""
    edtf = group_of(start, end, precision)
    if edtf is None:
        return None
    if precision == "decade":
        return f"{start.year}s"
    if precision in ("century", "millennium"):
        number = start.year // YEARS_IN[precision] + 1
        return f"{number}{_ordinal(number)} {precision}"
    name = _GROUP_NAMES[int(edtf[-2:])]
    years = f"{start.year}" if start.year == end.year else f"{start.year}–{end.year % 100:02}"
    return f"{name} {years}"


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _range_words(start: Bound, end: Bound) -> str:
    """The words for a range, where shared parts are said once: "29–30 November 2022", "March–May 2020"."""
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
    return date if bound.hour is None else f"{date}, {_clock_words(bound)}"


def _clock_words(bound: Bound) -> str:
    zone = zone_text(bound.zone)
    clock = bound.iso.split("T")[1].removesuffix(zone).removesuffix(":00")
    if bound.zone is None:
        return clock
    short = (
        ""
        if bound.zone == 0
        else zone.removesuffix(":00").replace("+0", "+").replace("-0", "\u2212").replace("-", "\u2212")
    )
    return f"{clock} UTC{short}"


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
