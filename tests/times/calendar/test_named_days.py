"""Named days against days that can be looked up in any almanac."""

from __future__ import annotations

import pytest

from graphbuilder.times.calendar.cells import number_of
from graphbuilder.times.calendar.named_days import named_day, named_days

ALMANAC = [
    ("christmas", 2008, "2008-12-25"),
    ("easter", 1961, "1961-04-02"),
    ("easter", 2008, "2008-03-23"),
    ("easter", 2011, "2011-04-24"),
    ("easter", 2024, "2024-03-31"),
    ("good-friday", 2022, "2022-04-15"),
    ("pentecost", 2022, "2022-06-05"),
    ("thanksgiving", 2022, "2022-11-24"),
    ("black-friday", 2022, "2022-11-25"),
    ("cyber-monday", 2022, "2022-11-28"),
    ("memorial-day", 2022, "2022-05-30"),
    ("labor-day", 2022, "2022-09-05"),
    ("mlk-day", 2023, "2023-01-16"),
    ("lunar-new-year", 2008, "2008-02-07"),
    ("nine-eleven", None, "2001-09-11"),
    ("orthodox-easter", 1970, "1970-04-26"),
    ("orthodox-easter", 2008, "2008-04-27"),
    ("orthodox-easter", 2022, "2022-04-24"),
    ("orthodox-easter", 2024, "2024-05-05"),
    ("orthodox-easter", 2025, "2025-04-20"),
    ("orthodox-good-friday", 2023, "2023-04-14"),
    ("orthodox-pentecost", 2023, "2023-06-04"),
    ("patriots-day", 2013, "2013-04-15"),
    ("remembrance-sunday", 2022, "2022-11-13"),
    ("whit-monday", 2022, "2022-06-06"),
]


@pytest.mark.parametrize(("key", "year", "day"), ALMANAC)
def test_falls_on(key: str, year: int | None, day: str) -> None:
    found = named_day(key, year)
    assert found is not None
    assert found[0].timex == day
    assert not found[2]


@pytest.mark.parametrize(
    ("key", "year", "day"),
    [
        ("ramadan", 2008, 1),
        ("ramadan", 2022, 2),
        ("eid-al-fitr", 2023, 21),
        ("ashura", 2022, 8),
        ("diwali", 2008, 28),
        ("diwali", 2023, 12),
    ],
)
def test_days_of_the_moon_are_near_and_marked_approximate(key: str, year: int, day: int) -> None:
    found = named_day(key, year)
    assert found is not None
    assert abs((found[0].start.day or 0) - day) <= 1
    assert found[2]


@pytest.mark.parametrize("key", sorted(named_days()))
def test_every_day_has_a_rule_that_works(key: str) -> None:
    found = named_day(key, 2010)
    assert found is not None
    cell, length, _ = found
    assert length >= 1
    assert number_of(cell.start)


def test_names_are_given_once() -> None:
    names = [name for day in named_days().values() for name in day.names]
    assert len(names) == len(set(names))


def test_unknown_year_has_no_feast() -> None:
    assert named_day("easter", None) is None
    assert named_day("lunar-new-year", 1950) is None
