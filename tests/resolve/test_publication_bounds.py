"""What only the day of publication dates had happened by that day, and no more is said of it."""

from __future__ import annotations

import pytest

from graphbuilder.export import TIMELINE_FORMATS
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.timeline import timeline

DAY = "2022-07-18"
OPENED = {"rule": "publication", "published": DAY}


@pytest.fixture
def lines(told):
    """The lines of articles by hand."""

    def make(*articles, **filters):
        return timeline(EventGraph.from_resolution(told(*articles).resolution), retold=True, **filters)

    return make


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (DAY, DAY, True),
        ("2022", "2022", True),
        ("2022-07-01", None, True),
        (None, "2022-07-17", False),  # the bound itself is not in it
        ("2022-07-19", None, False),
        ("1990", "2021", False),
    ],
)
def test_a_window_finds_it_at_its_bound_alone(lines, start, end, found):
    assert bool(lines(OPENED, start=start, end=end)) is found


def test_it_is_ordered_at_its_bound(lines):
    others = [{"act": "sued", "alike": 1, "when": "2022-07-15"}, {"act": "left", "alike": 2, "when": "2022-07-20"}]
    assert [one.when for one in lines([OPENED, *others])] == ["2022-07-15", f"../{DAY}", "2022-07-20"]


@pytest.mark.parametrize(
    ("one", "other", "when"),
    [
        (OPENED, {"when": DAY, "published": "2022-07-20"}, [DAY]),
        (OPENED, {"when": "2022-07-16", "published": DAY}, ["2022-07-16"]),
        (OPENED, {"when": "2022-07-20", "published": "2022-07-21"}, [f"../{DAY}", "2022-07-20"]),
        (OPENED, OPENED, [f"../{DAY}"]),
        (OPENED, {**OPENED, "act": "sued", "alike": 1, "who": "agent Norda"}, [f"../{DAY}"] * 2),
    ],
    ids=range(5),
)
def test_a_told_day_beats_the_bound(lines, one, other, when):
    for pair in ((one, other), (other, one)):
        assert [line.when for line in lines(*pair)] == when


@pytest.mark.parametrize(("edtf", "readable"), [("../2015-05", "by May 2015"), ("2015-05", "May 2015")])
def test_how_a_bound_is_read(lines, edtf, readable):
    assert [one.readable for one in lines({"when": edtf})] == [readable]


def test_line_table_and_json_say_that_the_day_is_assumed(lines):
    entries = lines(OPENED)
    text, table, data = (TIMELINE_FORMATS[name](entries) for name in ("text", "csv", "json"))
    assert text.startswith("by 18 July 2022 ")
    assert "day of publication, no other told" in text
    assert "../2022-07-18,,2022-07-18,publication," in table
    assert '"dated_by": "publication"' in data
