"""Which of several times an event has, and what it takes of the time of another event."""

from __future__ import annotations

from datetime import date

import pytest

import graphbuilder as gb

PUBLISHED = "2022-11-29"
DAYS = [
    # a date right behind a rough one says it exactly
    ("Jane Roe joined Alba on 23 January 2022. Three weeks later, on 13 February, she left it.", "left", "2022-02-13"),
    ("Jane Roe joined the choir on 23 January 2022. Three weeks later she left it.", "left", "2022-02-13~"),
    ("Jane Roe joined the choir in 1998. Two years later she founded a school.", "founded", "2000~"),
    # of the day of another event the hour is not its own
    ("The lights in Lund went out at noon on Monday. Alba closed the plant for good.", "closed", "2022-11-28"),
    ("Alba closed the plant in Lund at 3 p.m. on Monday.", "closed", "2022-11-28T15:00:00"),
]  # fmt: skip


@pytest.fixture(scope="module")
def views(read_collections):
    return dict(zip(DAYS, read_collections([[text] for text, _, _ in DAYS], published=PUBLISHED), strict=True))


@pytest.mark.parametrize("case", DAYS, ids=[text for text, _, _ in DAYS])
def test_day_of_an_event(views, case):
    event = views[case].event(0, case[1])
    assert event is not None
    assert event.interval is not None
    assert event.interval.edtf == case[2]


def test_the_stamp_of_a_text_dates_no_event():
    text = "LIMA | Wed Apr 28, 2010 11:31 pm EDT LIMA (Alba News) - Peru has ordered ten planes, a spokesman said."
    [read] = gb.extract([gb.Document(text=text, id="a.txt", published=date(2010, 4, 28))])
    ordered = next(one for one in read.events if one.text == "ordered")
    assert not any("11:31" in time.text for time in read.times if time.id in ordered.times)


def test_an_hour_that_is_told_still_dates():
    text = "A bomb exploded in Oslo at 15:25 on 22 July 2011. It rained."
    [read] = gb.extract([gb.Document(text=text, id="a.txt", published=date(2011, 7, 25))])
    event = next(one for one in gb.resolve([read]).events if one.type in ("attack", "disaster"))
    assert event.interval.edtf.startswith("2011-07-22T15:25")
