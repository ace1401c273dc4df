"""EDTF (ISO 8601-2:2019) there and back: single dates, masked years, and groups of months such as seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.errors import InputError
from graphbuilder.intervals.bounds import UNITS, Bound

#: ISO 8601-2 sub-year codes by precision and first month.
_GROUPS = {
    ("season", 3): 21, ("season", 6): 22, ("season", 9): 23, ("season", 12): 24,
    ("quarter", 1): 33, ("quarter", 4): 34, ("quarter", 7): 35, ("quarter", 10): 36,
    ("half", 1): 40, ("half", 7): 41,
}  # fmt: skip
_GROUP_OF_CODE = {code: group for group, code in _GROUPS.items()}
_MONTHS_IN = {"season": 3, "quarter": 3, "half": 6}
YEARS_IN = {"decade": 10, "century": 100, "millennium": 1000}


def without_hours(bound: Bound) -> Bound:
    """The day of a clock time; EDTF intervals know no hours."""
    return bound if bound.hour is None else replace(bound, hour=None, minute=None, second=None, zone=None)


def group_of(start: Bound, end: Bound, precision: str) -> str | None:
    """The EDTF text of a decade, century, season, quarter or half, where the bounds are those of one; else None."""
    if start.approximate or start.uncertain or end.approximate or end.uncertain:
        return None
    if (start, end) == _years(start.year, precision):
        digits = len(str(YEARS_IN[precision])) - 1
        return f"{start.year:04}"[:-digits] + "X" * digits
    if start.month is not None and (start, end) == _months(start.year, start.month, precision):
        code = _GROUPS.get((precision, start.month))
        return code and f"{start.iso[:-3]}-{code}"  # type: ignore[return-value]
    return None


def _years(year: int, precision: str) -> tuple[Bound, Bound] | None:
    """The bounds of the decade, century or millennium that begins with a year; None, where none does."""
    length = YEARS_IN.get(precision)
    if length is None or year % length or not 0 <= year <= 9999:
        return None
    return Bound(year), Bound(year + length - 1)


def _months(year: int, month: int, precision: str) -> tuple[Bound, Bound] | None:
    """The bounds of the season, quarter or half that begins with a month."""
    length = _MONTHS_IN.get(precision)
    if length is None:
        return None
    carry, last = divmod(month - 1 + length - 1, 12)
    return Bound(year, month), Bound(year + carry, last + 1)


_SINGLE = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?)?)?)?(?P<mark>[?~%])?",
    re.ASCII,
)
_MASKED = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)


def parse_single(text: str) -> tuple[Bound, Bound, str]:
    """First and last bound and precision of one EDTF date; raises InputError where the text is none."""
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
    parts = [int(match[unit]) for unit in UNITS[1:] if match[unit]]
    bound = Bound(year, *parts, **_doubt(match["mark"]), zone=zone_minutes(match["zone"]))
    return bound, bound, bound.precision


def zone_minutes(text: str | None) -> int | None:
    """Minutes ahead of UTC of an ISO 8601 zone: "Z", "-05", "+05:30", "+0530".

    >>> zone_minutes("Z"), zone_minutes("-05:00"), zone_minutes(None)
    (0, -300, None)
    """
    if text is None:
        return None
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = 0 if text == "Z" else int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if text.startswith("-") else minutes


def _parse_group(year: int, code: int, match: re.Match[str], text: str) -> tuple[Bound, Bound, str]:
    """First and last bound and precision of a season, quarter or half, by its code."""
    if code not in _GROUP_OF_CODE or match["day"]:
        raise InputError(f"{text!r}: {code} is no month and no known group of months (21-24, 33-36, 40, 41)")
    precision, month = _GROUP_OF_CODE[code]
    bounds = _months(year, month, precision)
    assert bounds is not None
    start, end = (replace(bound, **_doubt(match["mark"])) for bound in bounds)
    return start, end, precision


def cut(bound: Bound, precision: str) -> Bound:
    """A clock time without the parts that its precision does not have."""
    if precision == "hour":
        return replace(bound, minute=None, second=None)
    return replace(bound, second=None) if precision == "minute" else bound


def _doubt(mark: str | None) -> dict[str, bool]:
    return {"approximate": mark in ("~", "%"), "uncertain": mark in ("?", "%")}
