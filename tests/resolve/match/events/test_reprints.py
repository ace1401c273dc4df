"""The same words in two documents: one report, unless dates or statuses tell them apart."""

from __future__ import annotations

import pytest

#: Nothing that the reader sees ties these: neither who takes part nor what it takes for alike.
PRINTED = {"who": "", "alike": None, "published": "2021-05-10"}
LONG = {**PRINTED, "words": "the old mill beside the river for less than anybody had thought it would ever be sold"}
SHORT = {**PRINTED, "words": "old mills"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LONG, LONG, True),
        (LONG, {**LONG, "published": "2022-12-01"}, True),  # a long sentence is one report at whatever time
        (LONG, {**LONG, "when": "2021-05-04"}, True),
        ({**LONG, "when": "2021-05-03"}, {**LONG, "when": "2021-05-04"}, False),
        (LONG, {**LONG, "status": "planned"}, False),
        (SHORT, SHORT, False),  # of nobody, in few words
        ({**SHORT, "who": "agent Alba"}, {**SHORT, "who": "agent Alba"}, True),
    ],
    ids=range(7),
)
def test_printed_twice(told, one, other, same):
    for pair in ((one, other), (other, one)):
        assert len(told(*pair).resolution.events) == (1 if same else 2)


def test_the_reason_is_told(told):
    reasons = {judged.reason for judged in told(LONG, LONG).resolution.judgements}
    assert {"one sentence, printed word for word", "told in the same words"} <= reasons
