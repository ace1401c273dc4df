"""Which date an event has of the times of its tellings, and what it takes of the time of another event."""

from __future__ import annotations

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.resolve.dates import without_clock

#: A telling with its rule, and its date.
READ = [
    ({"when": "2021-05-03"}, "2021-05-03"),
    ({"when": "2021-05"}, "2021-05"),
    ({"when": None}, None),
    # the hour is its own, and not that of another event
    ({"when": "2021-05-03T15:00:00"}, "2021-05-03T15:00:00"),
    ({"when": "2021-05-03T15:00:00", "rule": "story"}, "2021-05-03"),
    # what began, or ended
    ({"when": "2021-05-03/2021-05-09", "rule": "onset"}, "2021-05-03"),
    ({"when": "2021-05-03/2021-05-09", "rule": "turn"}, "2021-05-09"),
    # what only the day of publication dates
    ({"rule": "publication"}, "../2021-05-10"),
    ({"rule": "publication", "form": "noun", "act": "resignation", "tense": "NONE"}, "../2021-05-10"),
]


@pytest.mark.parametrize(("telling", "when"), READ, ids=range(len(READ)))
def test_the_date_of_an_event(told, telling, when):
    [event] = told({**telling, "published": "2021-05-10"}).resolution.events
    assert (event.interval and event.interval.edtf) == when


@pytest.mark.parametrize(("rule", "earlier"), [("reader", "entry"), ("reader", "story"), ("entry", "story")])
def test_of_two_dates_the_surer_rule_wins(told, rule, earlier):
    weak = {"chain": 0, "when": "2021-05-04", "rule": earlier}
    [event] = told([weak, {"chain": 0, "when": "2021-05-03", "rule": rule}]).resolution.events
    assert (event.interval.edtf, event.dated_by[0]) == ("2021-05-03", rule)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2021-05-03T15:00:00", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("2021-05", "2021-05"),
        ("2021-05-03/2021-05-04", "2021-05-03/2021-05-04"),
    ],
)
def test_without_clock(given, day):
    assert without_clock(Interval.parse(given)).edtf == day
