"""TIMEX3 values of lengths of time."""

from __future__ import annotations

#: Letter of each unit; those after the T are times of day.
CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "fiscal year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
CLOCK = ("second", "minute", "hour")
#: Lengths for which ISO 8601 has no letter.
_FACTORS = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year")}

#: What a part of a unit is counted in.
_SMALLER = {
    "year": (12, "month"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip

Amounts = tuple[tuple[float | None, str], ...]


def duration_text(amounts: Amounts) -> str:
    """The TIMEX3 value of a length: ISO 8601, with X for a vague number.

    >>> duration_text(((3, "year"),)), duration_text(((None, "week"),)), duration_text(((0.5, "hour"),))
    ('P3Y', 'PXW', 'PT30M')
    """
    date, clock = "", ""
    for amount, unit in amounts:
        amount, unit = _whole(amount, unit)
        part = f"{_digits(amount)}{CODES[unit]}"
        date, clock = (date, clock + part) if unit in CLOCK else (date + part, clock)
    return f"P{date}" + (f"T{clock}" if clock else "")


def _whole(amount: float | None, unit: str) -> tuple[float | None, str]:
    """The amount in a unit that ISO 8601 can write: half an hour is 30 minutes; two and a half years stay."""
    if amount is not None and amount < 1 and unit in _SMALLER:
        factor, smaller = _SMALLER[unit]
        return amount * factor, smaller
    if unit not in _FACTORS:
        return amount, unit
    factor, smaller = _FACTORS[unit]
    return (None if amount is None else amount * factor), smaller


def _digits(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else str(amount)


def whole_amount(amount: float, unit: str) -> tuple[int, str]:
    """The amount in whole units: a fortnight is two weeks, a decade ten years, half an hour 30 minutes."""
    if unit == "season":
        unit = "year"
    if unit in _FACTORS:
        factor, unit = _FACTORS[unit]
        amount *= factor
    if amount != int(amount) and unit in _SMALLER:
        factor, unit = _SMALLER[unit]
        amount *= factor
    return int(amount), unit
