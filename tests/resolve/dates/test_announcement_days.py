"""Announcements told of a month, and the day on which they were made by another article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.records import Span, TimeExpression
from graphbuilder.resolve import resolve

LOSS = "the loss and the closure of its mill"
LATER = {"type": "announce", "act": "announced", "who": "agent Alba", "when": "2017-05", "words": LOSS}
#: What was said on the day, in an article of its own: its events have other tellings.
SAID = {"type": "other", "act": "closing", "who": "", "words": LOSS, "says": "Alba", "alike": 1}


@pytest.fixture
def spoken(written):
    """An announcement and reports of what was said, each with the day that stands behind the speaker."""

    def make(later, *reports):
        articles = written({**LATER, **later}, *({**SAID, **said} for said, _ in reports))
        return [articles[0], *(_with_day(one, day) for one, (_, day) in zip(articles[1:], reports, strict=True))]

    return make


def _with_day(extraction, day):
    """The article with a day between the speaker and what is said."""
    start = extraction.mentions[0].span.end
    text = extraction.sentences[0].text
    span = Span(extraction.document, start, start + 1, 0)
    interval = Interval.parse(day)
    time = TimeExpression("day", span, text[start : start + 1], "DATE", day, None, interval, (), None, (), "iso", 1.0)
    return replace(extraction, times=(*extraction.times, replace(time, id=f"{extraction.document}@t0")))


ROWS = [
    ({}, [({}, "2017-05-12")], "2017-05-12"),
    ({"when": "2017"}, [({}, "2017-05-12")], "2017-05-12"),
    # by others, in another month, or about something else
    ({}, [({"says": "Norda"}, "2017-05-12")], "2017-05"),
    ({}, [({}, "2017-06-16")], "2017-05"),
    ({}, [({"words": "nine cooks and a school"}, "2017-05-12")], "2017-05"),
    # on two days
    ({}, [({}, "2017-05-12"), ({}, "2017-05-16")], "2017-05"),
    # what is told of a day has it already
    ({"when": "2017-05-09"}, [({}, "2017-05-12")], "2017-05-09"),
    # what is no announcement
    ({"type": "close"}, [({}, "2017-05-12")], "2017-05"),
]


@pytest.mark.parametrize(("later", "reports", "when"), ROWS, ids=range(len(ROWS)))
def test_the_day_on_which_it_was_said(spoken, later, reports, when):
    extractions = spoken(later, *reports)
    mention = extractions[0].events[0].id
    event = next(one for one in resolve(extractions).events if mention in one.mentions)
    assert event.interval.edtf == when
    assert (event.dated_by[0] == "said") == (when == "2017-05-12")
