"""When two events were: each rule says the same of two clusters alone and of many pairs at once."""

from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np
import pytest

from graphbuilder.intervals import Interval
from graphbuilder.resolve.cluster.when import side_by_side, when
from graphbuilder.resolve.match.events.when_and_where import are_near, dates_meet, may_be_of_one_time

DATES = [
    "2021-05-03", "2021-05-04~", "2021-05-06~", "2021-05-08", "2021-05", "2021", "2021-05-03T14:00:00",
    "2021-05-03/2021-05-06", "../2021-05-02", "2021-06/..", "0001-01-01~", "-0043-03-15", "Y-252000000", "Y-66000000",
]  # fmt: skip
NEWS = date(2021, 5, 4).toordinal()


def told(edtf, *, published=NEWS, is_news=False, is_done=True):
    interval = None if edtf is None else Interval.parse(edtf)
    return when(interval, published, is_news=is_news, is_done=is_done)


@pytest.mark.parametrize(("left", "right"), list(product(DATES, DATES)))
def test_dates_meet_where_the_intervals_agree(left, right):
    assert dates_meet(told(left), told(right)) == Interval.parse(left).agrees(Interval.parse(right))


@pytest.mark.parametrize("rule", [may_be_of_one_time, dates_meet, are_near])
def test_many_pairs_at_once(rule):
    several = [
        told(edtf, published=published, is_news=is_news, is_done=is_done)
        for edtf in (*DATES, None)
        for published in (NEWS, NEWS - 60, None)
        for is_news, is_done in product((True, False), repeat=2)
    ]
    every = side_by_side(several)
    numbers = np.arange(len(several))
    table = [rule(every.at(np.full(len(several), one)), every.at(numbers)).tolist() for one in numbers]
    assert table == [[rule(one, other) for other in several] for one in several]
    assert {type(rule(one, other)) for one, other in product(several[:9], several[-9:])} == {bool}


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ((None, NEWS), (None, NEWS + 14), True),
        ((None, NEWS), (None, NEWS + 15), False),
        ((None, NEWS), (None, None), False),
        (("2021-05", NEWS - 999), (None, NEWS + 41), True),  # the last day of May, and news of a fortnight later
        (("2021-05", NEWS - 999), (None, NEWS + 42), False),
        (("2021-05", None), ("1999", None), True),  # the dates themselves decide
    ],
)
def test_news_of_the_same_days(left, right, near):
    pair = [told(edtf, published=published) for edtf, published in (left, right)]
    assert are_near(*pair) == are_near(*reversed(pair)) == near
