"""When a day with a name falls in a given year: fixed days, n-th weekdays, Easter, feasts of the moon, tables.

The list is `lexicons/times/named_days.yaml`; a line there adds a day.

    >>> named_day("easter", 2008)[0].timex, named_day("thanksgiving", 2022)[0].timex
    ('2008-03-23', '2022-11-24')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar.cells import Cell, day_number, day_of, weekday_of


@dataclass(frozen=True, slots=True)
class Day:
    """A named day: its names and the rule that dates it (name of the rule and its argument)."""

    names: tuple[str, ...]
    rule: str
    argument: Any
    plus: int = 0
    days: int = 1
    about: bool = False


@cache
def named_days() -> dict[str, Day]:
    """All named days by key."""
    return {key: _day(row) for key, row in lexicon("named_days")["days"].items()}


def _day(row: dict[str, Any]) -> Day:
    rule = next(name for name in _RULES if name in row)
    return Day(
        tuple(row["names"]),
        rule,
        row[rule],
        row.get("plus", 0),
        row.get("days", 1),
        "about" in row or rule == "islamic",
    )


def named_day(key: str, year: int | None) -> tuple[Cell, int, bool] | None:
    """First day, length in days and whether it is approximate; None where the rule does not know the year."""
    day = named_days()[key]
    if day.rule == "once":
        first = _ordinal_of(day.argument)
    elif year is None:
        return None
    else:
        first = _RULES[day.rule](year, day.argument)
    if first is None:
        return None
    return Cell("day", day_of(first + day.plus)), day.days, day.about


def _ordinal_of(day: date) -> int:
    return day_number(day.year, day.month, day.day)


def _date(year: int, argument: str) -> int:
    """The same day every year: "12-25"."""
    month, day = argument.split("-")
    return day_number(year, int(month), int(day))


def _nth(year: int, argument: list[int]) -> int:
    """The n-th such weekday of a month; -1 is the last."""
    month, weekday, n = argument
    if n < 0:
        last = day_number(year + month // 12, month % 12 + 1) - 1
        return last - (weekday_of(day_of(last)) - weekday) % 7
    first = day_number(year, month)
    return first + (weekday - weekday_of(day_of(first))) % 7 + 7 * (n - 1)


#: The years whose Easter dateutil knows.
_EASTERS = range(1583, 4100)


def _easter(year: int, days: int, kind: int = EASTER_WESTERN) -> int | None:
    """Days from Easter Sunday."""
    sunday = easter(year, kind) if year in _EASTERS else None
    return None if sunday is None else _ordinal_of(sunday) + days


#: 1 Muharram of the year 1 (civil epoch, 16 July 622 Julian).
_ISLAMIC_EPOCH = -492148


def _islamic(year: int, argument: list[int]) -> int | None:
    """The first such day in the Gregorian year, by the tabular calendar (11 leap years in 30)."""
    month, day = argument
    guess = (year - 622) * 33 // 32
    for islamic in range(guess - 1, guess + 4):
        number = (
            _ISLAMIC_EPOCH + (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + 29 * (month - 1) + month // 2 + day - 1
        )
        if islamic > 0 and day_of(number).year == year:
            return number
    return None


def _table(year: int, name: str) -> int | None:
    """The day of a year in a table of the lexicon."""
    return next((_ordinal_of(day) for day in lexicon("named_days")["tables"][name] if day.year == year), None)


_RULES: dict[str, Any] = {
    "date": _date, "easter": _easter, "nth": _nth, "islamic": _islamic,
    "orthodox": partial(_easter, kind=EASTER_ORTHODOX), "table": _table, "once": None,
}  # fmt: skip
