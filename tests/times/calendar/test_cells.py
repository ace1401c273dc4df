from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import UNITS, Cell, containing, day_number, day_of, number_of, weekday_of

EPOCH = date(1970, 1, 1)
days = st.dates()
bounds = st.builds(Bound, st.integers(-5000, 15000), st.integers(1, 12), st.integers(1, 28))
units = st.sampled_from([unit for unit in UNITS if unit not in ("hour", "minute", "second", "daypart", "fiscal year")])


@given(days)
def test_day_numbers_are_those_of_datetime(day: date) -> None:
    bound = Bound(day.year, day.month, day.day)
    assert number_of(bound) == (day - EPOCH).days
    assert day_of((day - EPOCH).days) == bound
    assert weekday_of(bound) == day.weekday()


@given(st.integers(-3_000_000, 3_000_000))
def test_day_numbers_go_both_ways(number: int) -> None:
    assert number_of(day_of(number)) == number


@given(days)
def test_weeks_are_those_of_iso(day: date) -> None:
    year, week, _ = day.isocalendar()
    if 2 < year < 9998:
        assert containing("week", Bound(day.year, day.month, day.day)).timex == f"{year:04}-W{week:02}"


@given(units, bounds)
def test_cell_holds_its_moment(unit: str, bound: Bound) -> None:
    cell = containing(unit, bound)
    if unit != "weekend":  # the weekend of the week
        assert number_of(cell.start) <= number_of(bound) <= number_of(cell.end.last)


@given(units, bounds, st.integers(-300, 300))
def test_steps_can_be_taken_back(unit: str, bound: Bound, count: int) -> None:
    cell = containing(unit, bound)
    assert cell.step(count).step(-count) == cell


@given(units, bounds)
def test_cells_meet_without_gap(unit: str, bound: Bound) -> None:
    cell = containing(unit, bound)
    gap = number_of(cell.step(1).start) - number_of(cell.end.last)
    assert gap == (6 if unit == "weekend" else 1)


@pytest.mark.parametrize(
    ("cell", "timex", "edtf"),
    [
        (Cell("day", Bound(2008, 4, 2)), "2008-04-02", "2008-04-02"),
        (Cell("daypart", Bound(2008, 4, 2), "MO"), "2008-04-02TMO", "2008-04-02"),
        (Cell("hour", Bound(2008, 4, 2, 9)), "2008-04-02T09:00", "2008-04-02T09:00:00"),
        (Cell("weekend", Bound(2022, 11, 26)), "2022-W47-WE", "2022-11-26/2022-11-27"),
        (Cell("season", Bound(2021, 12)), "2021-WI", "2021-24"),
        (Cell("season", Bound(2021, 12), south=True), "2021-SU", "2021-12/2022-02"),
        (Cell("quarter", Bound(2021, 7)), "2021-Q3", "2021-35"),
        (Cell("half", Bound(2021, 7)), "2021-H2", "2021-41"),
        (Cell("decade", Bound(1990)), "199", "199X"),
        (Cell("century", Bound(1800)), "18", "18XX"),
        (Cell("century", Bound(-399)), "BC03", "-0399/-0300"),
        (Cell("year", Bound(-489)), "BC0490", "-0489"),
        (Cell("year", Bound(12000)), "12000", "Y12000"),
        (Cell("fiscal year", Bound(2022, 10)), "2023", "2022-10/2023-09"),
        (Cell("millennium", Bound(1000)), "1", "1XXX"),
    ],
)
def test_names(cell: Cell, timex: str, edtf: str) -> None:
    assert (cell.timex, cell.interval().edtf) == (timex, edtf)


def test_seconds_go_over_midnight() -> None:
    assert Cell("minute", Bound(2022, 12, 31, 23, 59)).step(2).timex == "2023-01-01T00:01"


@pytest.mark.parametrize(("start", "days_after"), [((2023, 12, 31), 1), ((2024, 2, 28), 2), ((1, 1, 1), -1)])
def test_day_steps(start: tuple[int, int, int], days_after: int) -> None:
    moved = Cell("day", Bound(*start)).step(days_after).start
    assert day_number(moved.year, moved.month or 1, moved.day or 1) - day_number(*start) == days_after
    if start != (1, 1, 1):
        expected = date(*start) + timedelta(days_after)
        assert moved.iso == expected.isoformat()
