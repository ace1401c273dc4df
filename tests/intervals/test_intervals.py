"""Partial and uncertain dates: EDTF there and back, and the algebra of before, overlaps, contains and merge."""

from __future__ import annotations

import warnings
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphbuilder.errors import InputError
from graphbuilder.intervals import Bound, Interval, days_in_month

with warnings.catch_warnings():  # both are older than the newest pyparsing
    warnings.simplefilter("ignore")
    import edtf
    from edtf_validate.valid_edtf import is_valid

FORMS = [
    # EDTF, precision, first and last day
    ("2008", "year", "2008-01-01", "2008-12-31"),
    ("2008-04", "month", "2008-04-01", "2008-04-30"),
    ("2008-02", "month", "2008-02-01", "2008-02-29"),
    ("1900-02", "month", "1900-02-01", "1900-02-28"),
    ("2008-04-02", "day", "2008-04-02", "2008-04-02"),
    ("2008-04-02T09:30:00", "second", "2008-04-02", "2008-04-02"),
    ("2008-04-02T09:30:00Z", "second", "2008-04-02", "2008-04-02"),
    ("2008-04-02T23:30:00-05:00", "second", "2008-04-02", "2008-04-02"),
    ("2008-04-02T00:30:00+05:30", "second", "2008-04-02", "2008-04-02"),
    ("2008~", "year", "2008-01-01", "2008-12-31"),
    ("2008-04?", "month", "2008-04-01", "2008-04-30"),
    ("2008-04-02%", "day", "2008-04-02", "2008-04-02"),
    ("2008-04-02/2008-04-04", "day", "2008-04-02", "2008-04-04"),
    ("1990~/1993~", "year", "1990-01-01", "1993-12-31"),
    ("2008/2009-04", "year", "2008-01-01", "2009-04-30"),
    ("2014/..", "year", "2014-01-01", None),
    ("../2014-05", "month", None, "2014-05-31"),
    ("199X", "decade", "1990-01-01", "1999-12-31"),
    ("18XX", "century", "1800-01-01", "1899-12-31"),
    ("1XXX", "millennium", "1000-01-01", "1999-12-31"),
    ("2008-21", "season", "2008-03-01", "2008-05-31"),
    ("2008-24", "season", "2008-12-01", "2009-02-28"),
    ("2021-35", "quarter", "2021-07-01", "2021-09-30"),
    ("2021-41", "half", "2021-07-01", "2021-12-31"),
    ("-0043-03-15", "day", "-0043-03-15", "-0043-03-15"),
    ("0000", "year", "0000-01-01", "0000-12-31"),
    ("Y12000", "year", "12000-01-01", "12000-12-31"),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), FORMS, ids=[row[0] for row in FORMS])
def test_edtf_form(text: str, precision: str, first: str | None, last: str | None) -> None:
    interval = Interval.parse(text)
    assert interval.edtf == text
    assert interval.precision == precision
    assert (interval.earliest and interval.earliest.iso_day) == first
    assert (interval.latest and interval.latest.iso_day) == last
    assert is_valid(text)


NOT_EDTF = [
    "", "yesterday", "2008-13", "2008-00", "2008-02-30", "2008-04-31", "20080402", "2008-4-2", "2013-W11",
    "2008-21-01", "08",
    "2008-04-02T25:00:00", "2008-04-02T09:30", "19XY", "XXXX", "2008/2007", "2008-04-02/2008-04-01", "a/b",
    "2008//2009",
    "2008-45", "Y12000-04", "٢٠٠٨",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_EDTF)
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        Interval.parse(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Bound(2008, 13),
        lambda: Bound(2008, 0),
        lambda: Bound(2007, 2, 29),
        lambda: Bound(2008, None, 2),
        lambda: Bound(2008, 4, 2, 24),
        lambda: Bound(2008, 4, 2, 9, 60),
        lambda: Interval(Bound(2009), Bound(2008)),
        lambda: Interval(Bound(2008), Bound(2008), "fortnight"),
    ],
)
def test_impossible_dates_are_refused(make: object) -> None:
    with pytest.raises(InputError):
        make()  # type: ignore[operator]


def test_intervals_between_clock_times_name_their_days() -> None:
    morning = Interval(Bound(2008, 4, 2, 6), Bound(2008, 4, 2, 11))
    night = Interval(Bound(2008, 4, 2, 21), Bound(2008, 4, 3, 2))
    assert (morning.edtf, night.edtf) == ("2008-04-02", "2008-04-02/2008-04-03")
    assert Interval(Bound(2008, 4, 2, 6), None).edtf == "2008-04-02/.."


READABLE = [
    ("2008", "2008"),
    ("2008-04", "April 2008"),
    ("2008-04-02", "2 April 2008"),
    ("2012~", "about 2012"),
    ("2012?", "perhaps 2012"),
    ("2022-11-29/2022-11-30", "29–30 November 2022"),
    ("2020-03/2020-05", "March–May 2020"),
    ("1994/1996", "1994–1996"),
    ("2014/..", "since 2014"),
    ("../2014", "by 2014"),
    ("199X", "1990s"),
    ("18XX", "19th century"),
    ("2008-22", "summer 2008"),
    ("2008-24", "winter 2008–09"),
    ("2021-35", "third quarter of 2021"),
    ("-0043-03-15", "15 March 44 BC"),
    ("2008-04-02T09:30:00", "2 April 2008, 09:30"),
    ("2008-04-02T09:30:00Z", "2 April 2008, 09:30 UTC"),
    ("2008-04-02T09:30:00-05:00", "2 April 2008, 09:30 UTC\u22125"),
    ("2008-04-02T09:30:15+05:30", "2 April 2008, 09:30:15 UTC+5:30"),
]


@pytest.mark.parametrize(("text", "words"), READABLE)
def test_readable(text: str, words: str) -> None:
    assert Interval.parse(text).readable == words


RELATIONS = [
    # left, right, before, overlaps, left contains right
    ("2008", "2009", True, False, False),
    ("2008-12-31", "2009-01-01", True, False, False),
    ("2008", "2008-12-31", False, True, True),
    ("2008-04", "2008", False, True, False),
    ("2007/2008-04", "2008-04/2009", False, True, False),
    ("../2008", "2009", True, False, False),
    ("2008/..", "2030", False, True, True),
    ("2008/..", "2007", False, False, False),
    ("../..", "2008", False, True, True),
    ("-0043", "0001", True, False, False),
    ("2008-24", "2009-02-28", False, True, True),
    ("2008-24", "2009-03-01", True, False, False),
]


@pytest.mark.parametrize(("left", "right", "before", "overlaps", "contains"), RELATIONS)
def test_relations(left: str, right: str, before: bool, overlaps: bool, contains: bool) -> None:
    one, other = Interval.parse(left), Interval.parse(right)
    assert one.before(other) is before
    assert other.after(one) is before
    assert one.overlaps(other) is overlaps
    assert one.contains(other) is contains


MERGES = [
    ("2008", "2008-04", "2008-04"),
    ("2008-04-01/2008-04-10", "2008-04-05/2008-04-20", "2008-04-05/2008-04-10"),
    ("2014/..", "2013/2016", "2014/2016"),
    ("2008", "2009", None),
    ("2008~", "2008", "2008"),
]


@pytest.mark.parametrize(("left", "right", "merged"), MERGES)
def test_merge(left: str, right: str, merged: str | None) -> None:
    found = Interval.parse(left).merge(Interval.parse(right))
    assert (found and found.edtf) == merged


def test_sort_key_puts_early_before_late_and_fine_before_coarse() -> None:
    texts = ["2009", "2008", "2008-01-01", "-0043", "2008/..", "../2008-06", "2008-01"]
    ordered = sorted(texts, key=lambda text: Interval.parse(text).sort_key)
    assert ordered == ["-0043", "2008-01-01", "2008-01", "2008", "2008/..", "../2008-06", "2009"]


# --- for all of them ------------------------------------------------------------------------------------------------

years = st.integers(-3000, 9999)
flags = st.booleans()


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    parts = draw(st.tuples(years, st.integers(1, 12), st.integers(1, 31)))
    year, month, day = parts
    length = draw(st.integers(1, 3))
    day = min(day, days_in_month(year, month))
    return Bound(*(year, month, day)[:length], approximate=draw(flags), uncertain=draw(flags))


clocks = st.builds(
    lambda day, hour, minute, zone: Interval.at(2022, 11, day, hour, minute, 0, zone=zone),
    st.integers(1, 30), st.integers(0, 23), st.integers(0, 59), st.none() | st.integers(-720, 840),
)  # fmt: skip


@given(clocks)
def test_clock_times_keep_their_zone_and_stay_in_their_day(one: Interval) -> None:
    assert Interval.parse(one.edtf) == one
    assert is_valid(one.edtf)
    assert one.start is not None
    assert Interval.at(2022, 11, one.start.day or 1).contains(one)


def _without_zone(one: Interval) -> Interval:
    assert one.start is not None
    return Interval.at(*(part or 0 for part in one.start.parts))


@given(clocks, clocks)
def test_a_zone_changes_no_comparison(one: Interval, other: Interval) -> None:
    assert one.sort_key == _without_zone(one).sort_key
    assert one.before(other) == _without_zone(one).before(_without_zone(other))
    assert (one.sort_key < other.sort_key) == one.before(other)
    assert one.merge(other) == other.merge(one)


def test_a_zone_needs_a_clock_time_and_a_place_in_the_world() -> None:
    for parts, zone in (((2022, 11, 29), 60), ((2022, 11, 29, 9), 15 * 60), ((2022, 11, 29, 9), -13 * 60)):
        with pytest.raises(InputError, match="zone"):
            Bound(*parts, zone=zone)


def test_of_two_readings_of_a_moment_the_one_with_a_zone_is_kept() -> None:
    plain, zoned = Interval.parse("2022-11-29T09:30:00"), Interval.parse("2022-11-29T09:30:00-05:00")
    assert plain.merge(zoned) == zoned.merge(plain) == zoned


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(st.none() | bounds()), draw(st.none() | bounds())
    if start is not None and end is not None and start.first.parts > end.last.parts:
        start, end = end, start
    assume(start is None or end is None or start.first.parts <= end.last.parts)
    return Interval(start, end)


def covers(one: Interval) -> tuple[object, object]:
    return one.earliest, one.latest


@given(intervals())
def test_edtf_there_and_back(one: Interval) -> None:
    assert Interval.parse(one.edtf) == one


@given(intervals())
def test_edtf_is_valid(one: Interval) -> None:
    assume(one.start is not None or one.end is not None)
    # edtf-validate takes an open start before the year 1 for an error; edtf does not
    assert is_valid(one.edtf) or edtf.parse_edtf(one.edtf) is not None


@given(bounds())
def test_days_are_those_of_the_edtf_package(bound: Bound) -> None:
    assume(bound.year >= 1)
    plain = Interval(bound, bound).edtf.rstrip("?~%")
    theirs = edtf.parse_edtf(plain)
    ours = Interval.parse(plain)
    assert tuple(theirs.lower_strict())[:3] == ours.earliest.parts[:3]  # type: ignore[union-attr]
    assert tuple(theirs.upper_strict())[:3] == ours.latest.parts[:3]  # type: ignore[union-attr]


@given(intervals(), intervals())
def test_exactly_one_relation_holds(one: Interval, other: Interval) -> None:
    assert [one.before(other), one.after(other), one.overlaps(other)].count(True) == 1
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals(), intervals())
def test_containing_one_another_is_covering_the_same(one: Interval, other: Interval) -> None:
    assert (one.contains(other) and other.contains(one)) == (covers(one) == covers(other))
    if one.contains(other):
        assert one.overlaps(other)


@given(intervals(), intervals())
def test_merge_is_commutative_and_lies_in_both(one: Interval, other: Interval) -> None:
    merged = one.merge(other)
    assert merged == other.merge(one)
    assert (merged is not None) == one.overlaps(other)
    if merged is not None:
        assert one.contains(merged)
        assert other.contains(merged)


@given(intervals())
def test_merge_is_idempotent(one: Interval) -> None:
    assert one.merge(one) == one


@given(intervals(), intervals(), intervals())
def test_merge_is_associative_in_what_it_covers(one: Interval, other: Interval, third: Interval) -> None:
    def merge(left: Interval | None, right: Interval | None) -> Interval | None:
        return left.merge(right) if left is not None and right is not None else None

    left, right = merge(merge(one, other), third), merge(one, merge(other, third))
    assert (left and covers(left)) == (right and covers(right))


@given(intervals(), intervals())
def test_order_agrees_with_before(one: Interval, other: Interval) -> None:
    if one.before(other):
        assert one.sort_key < other.sort_key


@given(st.dates())
def test_days_in_month(day: date) -> None:
    last = days_in_month(day.year, day.month)
    assume(day.year < 9999)
    assert (date(day.year, day.month, last) + timedelta(1)).day == 1
