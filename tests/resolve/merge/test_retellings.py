"""One line a telling: what is told in the words of another event counts less."""

from dataclasses import replace

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.records import Event, EventMention, Span
from graphbuilder.resolve.merge.wholes import with_retellings

CLAUSE = "Russian strikes destroyed a power station"


def mention(id_, phrase, sentence=0, lemma="strike", document="a"):
    span = Span(document, 0, 5, sentence)
    told = "other", lemma, (), (), None, "POS", "ACTUAL", "PAST", None
    return EventMention(id_, span, phrase.split()[0], *told, id_, "reader", 0.8, phrase)


def event(*mentions, when="2022-05-05", score=0.8, type_="attack", polarity="POS", who=()):
    interval = when and Interval.parse(when)
    return Event(
        id=mentions[0].id, type=type_, name=mentions[0].phrase, interval=interval, dated_by=None, alternatives=(),
        place=None, participants=tuple(("agent", one) for one in who), polarity=polarity, modality="ACTUAL",
        attributions=(), sources=(), part_of=(), mentions=tuple(one.id for one in mentions), independent_sources=1,
        score=score, provenance=(),
    )  # fmt: skip


def scores(*told):
    """The scores of events, each given with its mentions."""
    found = with_retellings(
        {one.id: one for one, _ in told}, {mention.id: mention for _, mentions in told for mention in mentions}
    )
    return [found[one.id].score for one, _ in told]


def pair(inner, outer, inside=None, outside=None):
    return scores((event(inner, **(inside or {})), [inner]), (event(outer, **(outside or {})), [outer]))


INNER, OUTER = mention("strikes", "Russian strikes"), mention("destroyed", CLAUSE, lemma="destroy")
#: Two mentions, what else is known of their events, and whether the first counts less.
ROWS = [
    (INNER, OUTER, {}, {}, True),
    (INNER, OUTER, {"when": None}, {}, True),
    (INNER, OUTER, {"when": "2022-05-04"}, {}, False),
    (replace(INNER, span=Span("a", 0, 5, 1)), OUTER, {}, {}, False),
    (replace(INNER, span=Span("b", 0, 5, 0)), OUTER, {}, {}, False),
    (mention("strikes", "Russian strikes at night"), OUTER, {}, {}, False),
    # of two that say the same the surer one stays
    (mention("strikes", CLAUSE), OUTER, {"score": 0.5}, {}, True),
    (mention("strikes", CLAUSE), OUTER, {"score": 0.5, "when": "2022-05-04"}, {}, True),
    (mention("strikes", CLAUSE), OUTER, {"polarity": "NEG", "score": 0.9}, {}, True),
]


@pytest.mark.parametrize(("inner", "outer", "inside", "outside", "less"), ROWS, ids=range(len(ROWS)))
def test_told_within(inner, outer, inside, outside, less):
    before = inside.get("score", 0.8)
    assert pair(inner, outer, inside, outside) == [before / 2 if less else before, 0.8]


def test_every_mention_must_be_within_the_other(written):
    """What another article tells of it alone is a line of its own."""
    elsewhere = mention("elsewhere", "a strike killed two", document="b")
    both = (event(INNER, elsewhere), [INNER, elsewhere])
    assert scores(both, (event(OUTER), [OUTER])) == [0.8, 0.8]


def test_of_two_alike_one_stays():
    twice = [mention("one", CLAUSE), mention("two", CLAUSE)]
    assert sorted(scores(*((event(one), [one]) for one in twice))) == [0.4, 0.8]


def test_the_scores_of_the_rest_stay(told):
    view = told({"score": 0.7}, {"act": "sued", "alike": 1, "score": 0.6})
    assert sorted(one.score for one in view.resolution.events) == [0.6, 0.7]
