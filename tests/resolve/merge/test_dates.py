"""Which tellings say when an event was."""

from __future__ import annotations

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.records import PUBLICATION
from graphbuilder.resolve.dates import Dated
from graphbuilder.resolve.merge.dates import EventDate, Saying, saying_when

SO, OTHERWISE, NEITHER = "so", "otherwise", "neither"


def dated(when, rule="reader", *, beside=True):
    """What a telling says of the time, which stands in its own sentence or in another one that tells of the event."""
    return None if when is None else Dated(Interval.parse(when), rule, "t", 1.0, beside)


@pytest.mark.parametrize(
    ("event", "told", "says"),
    [
        ("2021-09-18", dated("2021-09-18"), SO),
        ("2021-09-18", dated("2021-09-18T21:00:00"), SO),
        ("2021-09", dated("2021-09-18"), SO),
        ("2021-09-18", dated("2021-09-18", beside=False), NEITHER),
        ("2021-09-18", dated("2021-09"), NEITHER),
        ("2021-09-18", dated(None), NEITHER),
        ("2021-09-18", dated("../2021-10-14", PUBLICATION), NEITHER),
        ("2021-09-18", dated("2021-10-13"), OTHERWISE),
        ("2021-09-18", dated("2021-10-13", beside=False), OTHERWISE),
    ],
)
def test_a_telling_says_when_by_its_own_sentence(cluster, event, told, says):
    [mention] = cluster().mentions
    found = saying_when([mention], lambda _: told, EventDate(Interval.parse(event), ("reader", "t"), ()))
    assert (mention.id in found.so, mention.id in found.otherwise) == (says == SO, says == OTHERWISE)


def test_publication_says_when_if_nothing_else_does(cluster):
    [mention] = cluster().mentions
    by_publication = EventDate(Interval.parse("../2021-10-14"), (PUBLICATION, PUBLICATION), ())
    told = dated("../2021-10-14", PUBLICATION)
    assert saying_when([mention], lambda _: told, by_publication).so == {mention.id}
    assert saying_when([mention], lambda _: told, EventDate(None, None, ())) == Saying()
