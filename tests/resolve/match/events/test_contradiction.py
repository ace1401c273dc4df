"""Dates and places that no one event can have, of pairs and of groups, and what nearly all of a group agree on."""

from __future__ import annotations

from datetime import date

import pytest

from graphbuilder.resolve.match.events.cannot_link import linkable, of_majority_date, without_slips
from graphbuilder.resolve.match.events.when_and_where import contradicts

INSIDE = {("palace", "oslo"), ("oslo", "norway")}


def within(inner, outer):
    return inner == outer or (inner, outer) in INSIDE


def day(text):
    return date.fromisoformat(text).toordinal()


#: Two dates, and whether they contradict each other.
DATES = [
    ("2021-05-03", "2021-05-03", False),
    ("2021-05-03", "2021-05", False),
    ("2021-05-03", "2021", False),
    ("2021-05-03", "2021-05-01/2021-05-04", False),
    ("2021-05-03", "../2021-05-04", False),
    ("2021-05-03", None, False),
    (None, None, False),
    ("2021-05-03", "2021-05-04", True),
    ("2021-05-03", "2021-06", True),
    ("2021-05-03", "2020", True),
    ("2021-05-03", "2021-05-04/2021-05-06", True),
    ("2021-05-03", "../2021-05-02", True),
]
PLACES = [
    ("oslo", "oslo", False),
    ("oslo", "norway", False),
    ("oslo", None, False),
    (None, None, False),
    ("oslo", "lima", True),
    ("palace", "lima", True),
]


@pytest.mark.parametrize(("one", "other", "apart"), DATES)
def test_dates(cluster, one, other, apart):
    pair = cluster("one", interval=one), cluster("other", interval=other)
    assert contradicts(*pair, within) == contradicts(*reversed(pair), within) == apart


@pytest.mark.parametrize(("one", "other", "apart"), PLACES)
def test_places(cluster, one, other, apart):
    pair = cluster("one", place=one), cluster("other", place=other)
    assert contradicts(*pair, within) == contradicts(*reversed(pair), within) == apart


def test_a_place_without_a_name_may_be_any(cluster):
    """ "The hospital" of one article, and Lima of another."""
    pair = cluster("one", place="the-hospital", nameless=True), cluster("other", place="lima")
    assert not contradicts(*pair, within)
    assert not contradicts(*reversed(pair), within)


@pytest.mark.parametrize(
    ("left", "right", "can"),
    [
        (["one"], ["two"], True),
        (["one"], ["one"], True),  # parts of a chain
        (["one", "two"], ["one"], False),
        (["one", "two"], ["two", "three"], False),
        (["one", "two"], ["three"], True),
    ],
)
def test_an_article_tells_an_event_once(cluster, left, right, can):
    groups = ([cluster(document) for document in group] for group in (left, right))
    assert linkable(within)(*groups) == can


@pytest.mark.parametrize(
    ("published", "status", "apart"),
    [
        ("2021-05-01", "happened", True),
        ("2021-05-02", "happened", False),  # it may be the third already where that was
        ("2021-05-04", "happened", False),
        ("2021-05-01", "planned", False),
        ("2021-05-01", "denied", False),
    ],
)
def test_what_was_told_before_it_happened(cluster, published, status, apart):
    told = cluster("one", {"status": status}, published=day(published))
    assert contradicts(told, cluster("other", interval="2021-05-03"), within) == apart


@pytest.mark.parametrize(
    ("happened", "news", "apart"),
    [
        ("2021-05-03", "2021-05-03", False),
        ("2021-05-03", "2021-05-06", False),
        ("2021-05-03", "2021-05-07", True),
        ("2021-05-04", "2021-05-03", True),  # the news is not before what it tells
        ("2021-04", "2021-05-01", False),  # of one of the last days of April
        ("2021-03", "2021-05-01", True),
        ("2021-06", "2021-05-01", True),
        ("-0043", "2021-05-01", True),
    ],
)
def test_news_of_some_days_before(cluster, happened, news, apart):
    pair = cluster("one", interval=happened), cluster("other", interval=news, assumed=True)
    assert contradicts(*pair, within) == contradicts(*reversed(pair), within) == apart


# groups


@pytest.fixture
def group(cluster):
    return lambda name, *dates: [cluster(f"{name}{at}", interval=one) for at, one in enumerate(dates)]


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        (["2021-05-03"], ["2021-05-03", "2021-05"], True),
        (["2021-05", "2021-05-03"], ["2021-05", "2021-05-04"], False),
        (["2021-05-03"], ["2021-05", "2021-05-04"], False),
        # told of both days
        (["2021-05-04"], ["2021-05-04/2021-05-05", "2021-05-05"], True),
        (["2021-05-03"], ["2021-05-04/2021-05-05", "2021-05-05"], False),
        # a calendar week is no such span
        (["2021-05-03"], ["2021-05-03/2021-05-09", "2021-05-04"], False),
        # the date of nearly all: a slip does not keep it apart
        (["2021-05-03"] * 5, ["2021-05-04"], True),
        (["2021-05-03"] * 3, ["2021-05-04"], False),
        (["2021-05-03"] * 3, ["2021-05-04"] * 3, False),
    ],
    ids=range(9),
)
def test_groups_by_dates(group, left, right, may):
    groups = group("left", *left), group("right", *right)
    check = linkable(within)
    assert check(*groups) == check(*reversed(groups)) == may


@pytest.mark.parametrize(
    ("dated", "undated", "may"),
    [
        (["1918"], ["2009-04-29"] * 3, False),  # "as in 1918" dates no outbreak of 2009
        (["1918"], ["2009-04-29"] * 2, True),  # two look back on it
        (["1918"] * 3, ["2009-04-29"] * 6, True),
        (["2009-04"], ["2009-04-29"] * 9, True),
        (["2009-03-01"], ["2009-04-29"] * 9, True),  # of the weeks before
        (["2009-08-01"], ["2009-04-29"] * 9, False),
        (["../1918"], ["2009-04-29"] * 9, True),  # some day until then says nothing
        ([], ["2009-04-29"] * 9, True),
    ],
    ids=range(8),
)
def test_groups_of_another_time(cluster, dated, undated, may):
    left = [cluster(f"left{at}", interval=one) for at, one in enumerate(dated)]
    days = [date.fromisoformat(day).toordinal() for day in undated]
    right = [cluster(f"right{at}", published=day) for at, day in enumerate(days)]
    assert linkable(within)(left, right) == linkable(within)(right, left) == may


def test_groups_by_places(cluster):
    check = linkable(within)
    oslo, norway, lima = ([cluster(place, place=place)] for place in ("oslo", "norway", "lima"))
    assert check(oslo, norway)
    assert not check([*oslo, *norway], lima)
    assert not check(oslo, [*norway, *lima])


def test_a_group_that_was_told_before_the_other_happened(cluster):
    check = linkable(within)
    early = [cluster("early", published=day("2021-05-01"))]
    late = [cluster("late", interval="2021-05-09"), cluster("undated", published=day("2021-06-01"))]
    assert not check(early, late)
    assert not check(late, early)
    assert check(late[:1], late[1:])


def test_statuses_of_groups(cluster):
    check = linkable(within)
    done, planned = [cluster("done")], [cluster("planned", {"status": "planned"})]
    assert check(done, [cluster("again")])
    assert not check(done, planned)


# the majority


@pytest.mark.parametrize(
    ("dates", "agreeing"),
    [
        (["2021-05-03"] * 4 + ["2021-06-03"], 4),
        (["2021-05-03"] * 3 + ["2021-05", "2021-06-03"], 4),
        (["2021-05-03"] * 3 + ["2021-06-03"] * 2, 0),
        (["2021-05-03"] * 4, 4),
        ([], 0),
    ],
    ids=range(5),
)
def test_the_date_of_nearly_all(group, dates, agreeing):
    found = of_majority_date(group("one", *dates))
    assert len(found) == agreeing
    assert {one.interval.edtf for one in found} <= {"2021-05-03", "2021-05"}


@pytest.mark.parametrize(
    ("dates", "left"),
    [
        (["2021-05-03"] * 5 + ["2021-06-03"], 5),
        (["2021-05-03"] * 5 + ["2021-06-03", None], 6),
        (["2021-05-03"] * 3 + ["2021-06-03"], 4),  # too few to say
        (["2021-05-03"] * 3 + ["2021-06-03"] * 3, 6),  # no majority
        (["2021-05-03"] * 5 + ["../2021-05-01"], 6),  # a bound is no date
    ],
    ids=range(5),
)
def test_without_the_slips(group, dates, left):
    assert len(without_slips(group("one", *dates))) == left
