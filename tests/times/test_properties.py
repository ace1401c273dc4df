"""What must hold for every text: the spans, the order, the EDTF, and that nothing asks the clock."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.intervals import Interval
from graphbuilder.times import TimeOptions, find_times

with warnings.catch_warnings():  # both are older than the newest pyparsing
    warnings.simplefilter("ignore")
    import edtf
    from edtf_validate.valid_edtf import is_valid

TUESDAY = date(2022, 11, 29)
CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
SENTENCES = [case["text"] for case in CASES["positive"]]

dates = st.dates(date(1700, 1, 1), date(2200, 12, 31))
sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)
joints = st.sampled_from([" ", "\n", "\n\n", " “", "” ", " (", ") "])
WORDS = [
    "in", "on", "the", "of", "and", "to", "from", "between", "early", "late", "mid-", "end", "about", "since", "until",
    "2008", "44", "BC", "30", "31", "29", "Feb.", "May", "April", "Tuesday", "week", "year", "two", "three", "last",
    "next", "this", "ago", "later", "every", "a.m.", "9", "12:30", "noon", "night", "summer", "Q3", "quarter",
    "century", "1990s", "'90s", "the day", "before", "after", "the vote", "was held", "summit", "the eve of", "EST",
    "IST", "GMT", "UTC+2", "fiscal", "usually", "as of", "one", "million", "9-11 a.m.", "20221129",
    ",", ".", "-", "–", "(", ")", "\n",
]  # fmt: skip
mixtures = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(text=st.one_of(st.text(max_size=200), mixtures), published=st.none() | dates)
@settings(deadline=None)
def test_spans_are_the_words_of_the_text_in_order(text: str, published: date | None) -> None:
    times = find_times(text, published)
    end = 0
    for one in times:
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.text
        end = one.span.end
        for part in one.parts:
            assert one.span.start <= part.span.start < part.span.end <= one.span.end
            assert part.text


@given(mixture=mixtures, published=st.none() | dates, narrative=st.booleans())
@settings(deadline=None)
def test_text_of_a_span_is_the_slice(mixture: str, published: date | None, narrative: bool) -> None:
    for one in find_times(mixture, published, options=TimeOptions(narrative=narrative)):
        for part in (one, *one.parts):
            assert part.text == mixture[part.span.start : part.span.end]


@given(mixture=mixtures, published=st.none() | dates)
@settings(deadline=None, max_examples=50)
def test_intervals_are_valid_edtf(mixture: str, published: date | None) -> None:
    for one in find_times(mixture, published):
        if one.interval is not None:
            assert Interval.parse(one.interval.edtf).edtf
            assert is_valid_edtf(one.interval.edtf), one.interval.edtf


def is_valid_edtf(text: str) -> bool:
    """By edtf-validate, which takes an open start before the year 1 for an error; then by edtf."""
    return is_valid(text) or (text.startswith("../-") and edtf.parse_edtf(text) is not None)


@pytest.mark.parametrize("text", SENTENCES)
def test_edtf_of_the_table_is_read_by_both_packages(text: str) -> None:
    for one in find_times(text, TUESDAY):
        if one.interval is not None:
            assert is_valid_edtf(one.interval.edtf)
            assert edtf.parse_edtf(one.interval.edtf) is not None


@given(parts=sentences, joint=joints, published=st.none() | dates)
@settings(deadline=None, max_examples=50)
def test_same_text_same_answer(parts: list[str], joint: str, published: date | None) -> None:
    text = joint.join(parts)
    assert find_times(text, published) == find_times(text, published)


DEICTIC = ["yesterday", "today", "tomorrow", "two days ago", "three days from now", "this morning", "last night"]


@given(words=st.sampled_from(DEICTIC), published=dates, days=st.integers(1, 4000))
@settings(deadline=None)
def test_answer_moves_with_publication(words: str, published: date, days: int) -> None:
    later = published + timedelta(days)
    first, second = (find_times(f"They met {words}.", day)[0].interval for day in (published, later))
    assert first is not None
    assert second is not None
    assert first.start is not None
    assert second.start is not None
    moved = date.fromisoformat(first.start.iso_day) + timedelta(days)
    assert second.start.iso_day == moved.isoformat()


ABSOLUTE = ["2 April 2008", "the 1990s", "490 BC", "the summer of 1862", "Christmas 2014", "1941-45", "Q3 2021"]


@given(words=st.sampled_from(ABSOLUTE), first=dates, second=dates)
@settings(deadline=None)
def test_full_dates_ask_nothing_of_publication(words: str, first: date, second: date) -> None:
    answers = [find_times(f"They met in {words}.", day)[0].interval for day in (first, second)]
    assert answers[0] == answers[1]


WITHOUT_CLOCK = """
import datetime, json, sys, time
from graphbuilder.times import find_times

find_times("Everything is loaded on 1 January 2000.")

def refuse(*_args, **_kwargs):
    raise AssertionError("the clock was asked")

class Moment(datetime.datetime):
    now = utcnow = today = classmethod(refuse)

class Day(datetime.date):
    today = classmethod(refuse)

for name in ("time", "localtime", "gmtime", "time_ns", "ctime"):
    setattr(time, name, refuse)
for module in list(sys.modules.values()):
    if getattr(module, "__name__", "").startswith(("dateparser", "graphbuilder.times")):
        if getattr(module, "datetime", None) is datetime.datetime:
            module.datetime = Moment
        if getattr(module, "date", None) is datetime.date:
            module.date = Day
day = datetime.date(2022, 11, 29)
print(json.dumps([[one.value, str(one.interval)] for text in json.load(sys.stdin) for one in find_times(text, day)]))
"""


def test_the_clock_is_never_asked() -> None:
    """In a process whose clock refuses to answer the table gives the same values."""
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_CLOCK], input=json.dumps(SENTENCES), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    expected = [[one.value, str(one.interval)] for text in SENTENCES for one in find_times(text, TUESDAY)]
    assert json.loads(run.stdout) == expected
