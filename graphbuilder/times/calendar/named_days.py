"""When a day with a name falls in a given year: fixed days, n-th weekdays, Easter, feasts of the moon, tables.

The list is `lexicons/times/named_days.yaml`; a line there adds a day.

    >>> named_day("easter", 2008)[0].timex, named_day("thanksgiving", 2022)[0].timex
    ('2008-03-23', '2022-11-24')
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from graphbuilder.lexicons import lexicon_as_written
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
    return {key: _day(row) for key, row in lexicon_as_written("named_days")["days"].items()}


def _day(row: dict[str, Any]) -> Day:
    """The named day of a row of the lexicon."""
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


def _ordinal_of(text: str) -> int:
    """The `day_number` of a day in ISO form."""
    return day_number(*(int(part) for part in text.split("-")))


def _date(year: int, argument: str) -> int:
    """The same day every year: "12-25"."""
    month, day = argument.split("-")
    return day_number(year, int(month), int(day))


def _nth(year: int, argument: list[int]) -> int:
    """The n-th weekday of a month."""
    return nth_weekday(year, *argument)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> int:
    """The day number of the n-th such weekday of a month; -1 is the last."""
    if n < 0:
        last = day_number(year + month // 12, month % 12 + 1) - 1
        return last - (weekday_of(day_of(last)) - weekday) % 7
    first = day_number(year, month)
    return first + (weekday - weekday_of(day_of(first))) % 7 + 7 * (n - 1)


def _easter(year: int, days: int) -> int:
    """The Gregorian Easter by the "anonymous" algorithm (Nature, 20 April 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - skipped - correction + 15) % 30
    quad, left = divmod(rest, 4)
    weekday = (32 + 2 * leap + 2 * quad - moon - left) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return day_number(year, month, day + 1) + days


def _orthodox(year: int, days: int) -> int:
    """The Julian Easter (Meeus, Astronomical Algorithms, chapter 8), as a day of the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    behind = year // 100 - year // 400 - 2
    return day_number(year, month, day + 1) + behind + days


#: 1 Muharram of the year 1 (civil epoch, 16 July 622 Julian), and the day before 1 Tishri of the year 1.
_ISLAMIC_EPOCH = -492148
_HEBREW_EPOCH = -2092590


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


def _hebrew(year: int, days: int) -> int:
    """Days from the Rosh Hashanah that falls in the Gregorian year."""
    first, next_first = (_hebrew_new_year(year + 3761 + step) for step in (0, 1))
    complete = (next_first - first) % 10 == 5  # then Heshvan has thirty days
    return _HEBREW_EPOCH + first + days + (complete and days >= _SHORT_AUTUMN)


#: Length of Tishri and Heshvan, in a year that is not complete.
_SHORT_AUTUMN = 59


def _hebrew_new_year(year: int) -> int:
    """Days from the epoch to Rosh Hashanah, put off where the length of the year is not allowed."""
    before, this, after = (_elapsed(year + step) for step in (-1, 0, 1))
    return this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def _elapsed(year: int) -> int:
    """Days to the mean new moon of Tishri, put off where the weekday is not allowed."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _table(year: int, name: str) -> int | None:
    """The day of a year in a table of the lexicon."""
    rows = (row for row in lexicon_as_written("named_days")["tables"][name] if row.startswith(f"{year:04}-"))
    return next(map(_ordinal_of, rows), None)


_RULES: dict[str, Any] = {
    "date": _date, "easter": _easter, "nth": _nth, "islamic": _islamic, "hebrew": _hebrew,
    "orthodox": _orthodox, "table": _table, "once": None,
}  # fmt: skip
