from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.intervals import Bound, Interval
from graphbuilder.page.content.days import day_number, span


@given(st.dates())
def test_day_number_agrees_with_the_standard_library(day):
    assert day_number(Bound(day.year, day.month, day.day)) == day.toordinal() - date(1970, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2008-04-02", 1),
        ("2008-04", 30),
        ("2008", 366),
        ("2008-04-02/2008-04-04", 3),
        ("199X", 3652),
        ("-0043", 365),
        ("0000", 366),
    ],
)
def test_span_ends_when_the_last_day_is_over(edtf, days):
    found = span(Interval.parse(edtf))
    assert found["to"] - found["from"] == days


@pytest.mark.parametrize(("edtf", "side"), [("2014/..", "to"), ("../2014", "from")])
def test_span_is_none_where_open(edtf, side):
    found = span(Interval.parse(edtf))
    assert found[side] is None
    assert found[{"to": "from", "from": "to"}[side]] is not None


def test_span_of_clock_times_is_a_part_of_a_day():
    found = span(Interval.at(2022, 11, 29, 12))
    assert found["from"] == day_number(Bound(2022, 11, 29)) + 0.5
    assert 0.04 < found["to"] - found["from"] < 0.05


def test_span_of_no_date_has_no_ends():
    assert span(None)["when"] is None
    assert span(None)["from"] is None
