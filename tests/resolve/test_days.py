"""Which of several times an event has, and what it takes of the time of another event."""

from __future__ import annotations

import pytest

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
