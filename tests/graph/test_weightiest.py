"""Which lines a timeline of only so many has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.graph.weightiest import weightiest
from graphbuilder.intervals import Interval
from graphbuilder.records import Event


def event(id_, when, articles, score):
    """An event of a time (EDTF), told by so many independent articles."""
    return Event(
        id=id_, type="other", name=id_, interval=Interval.parse(when) if when else None, dated_by=None, alternatives=(),
        place=None, participants=(), polarity="POS", modality="ACTUAL", attributions=(), sources=(), part_of=(),
        mentions=(), independent_sources=articles, score=score, provenance=(),
    )  # fmt: skip


#: The first two are of one day, the last two of one more: that of all that has no day of its own.
QUAKE, DEAD, END = (
    event("quake", "2010-01-12", 9, 0.8),
    event("dead", "2010-01-12T17:00:00", 9, 0.7),
    event("end", "2010-01-23", 3, 0.6),
)
YEAR, UNDATED = event("year", "2010", 4, 0.6), event("undated", "", 4, 0.5)


@pytest.mark.parametrize(
    ("events", "count", "ids"),
    [
        ((QUAKE, DEAD, END), 1, ["quake"]),
        ((QUAKE, DEAD, END), 2, ["quake", "end"]),  # the second of a day counts a quarter
        ((QUAKE, DEAD, event("end", "2010-01-23", 3, 0.5)), 2, ["quake", "dead"]),
        ((QUAKE, DEAD, END), 9, ["quake", "end", "dead"]),
        ((YEAR, UNDATED, END), 2, ["year", "end"]),
        ((event("a", "2010-01-12", 5, 0.2), event("b", "2010-01-13", 2, 0.6)), 1, ["b"]),  # few, but surely wanted
        ((event("a", "2010-01-12", 2, 0.5), event("b", "2010-01-13", 1, 0.5)), 1, ["a"]),
        ((event("a", "2010-01-12/2010-01-14", 2, 0.5), event("b", "2010", 2, 0.4), END), 2, ["end", "a"]),
        ((event("a", "2010-01-12/2010-01-15", 2, 0.5), event("b", "2010", 2, 0.6), END), 3, ["end", "b", "a"]),
        ((event("a", "../2010-01-12", 2, 0.5), QUAKE, END), 2, ["quake", "end"]),  # by its last day
        ((event("a", "2010-01-12", 0, 0.5), event("b", "2010-01-12", 2, 0.0)), 2, ["a", "b"]),
        ((), 3, []),
    ],
)
def test_a_line_of_each_day_before_two_of_one(events, count, ids):
    assert [one.id for one in weightiest(events, count)] == ids
    assert [one.id for one in weightiest(events[::-1], count)] == ids


TIMES = st.sampled_from(["", "2010", "2010-01", "2010-01-12", "2010-01-13", "2010-01-12/2010-01-13", "-0043-03-15"])
EVENTS = st.lists(st.tuples(TIMES, st.integers(0, 9), st.integers(0, 10)), max_size=12).map(
    lambda rows: [event(f"e{at}", when, many, score / 10) for at, (when, many, score) in enumerate(rows)]
)


@given(EVENTS, st.integers(1, 12))
@settings(deadline=None)
def test_more_lines_keep_those_of_fewer(events, count):
    fewer, more = weightiest(events, count), weightiest(events, count + 1)
    assert more[: len(fewer)] == fewer
    assert len(fewer) == min(count, len(events))


def test_what_reads_as_a_line_before_comes_last():
    twice = replace(QUAKE, id="quake-again", independent_sources=8, interval=None)
    assert weightiest([twice, QUAKE, END], 2) == [QUAKE, END]
    assert weightiest([twice, QUAKE, END], 3) == [QUAKE, END, twice]


@given(EVENTS, st.integers(1, 12))
@settings(deadline=None)
def test_of_one_day_the_weightiest_are_kept(events, count):
    kept = weightiest(events, count)
    for one in kept:
        for other in events:
            if other not in kept and other.interval == one.interval:
                assert weight(one) >= weight(other)


def weight(one):
    return one.independent_sources * one.score
