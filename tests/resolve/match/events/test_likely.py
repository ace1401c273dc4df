"""Which pairs of two articles are one event: the likeliest ones, and the likelier the less else ties them."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events import likely
from graphbuilder.resolve.match.events.evidence import Evidence

ARTICLE = ("A wildfire burned near Marvao on Monday.",)
ARTICLES = Articles({"a": ARTICLE, "b": ARTICLE, "other": ("Regulators fined two makers of bearings.",)})
EVIDENCE = Evidence(ARTICLES, is_within=lambda inner, outer: inner == outer, first=lambda mention: mention)
WHO = {"participants": frozenset({("agent", "alba")}), "named_entities": frozenset({"alba"})}
POLICE = {"participants": frozenset({("agent", "police")}), "descriptions": frozenset({"police"})}
NEWS = date(2021, 5, 4).toordinal()
OLD, NEVER = {"published": NEWS - 60}, {"published": None}
NAME = {"named": "bucharest summit"}
WHEN, LATER = {"interval": "2021-05-03"}, {"interval": "2021-06-03"}


@pytest.fixture
def told(cluster):
    """A telling of an article whose sketch has this cosine with that of any telling of cosine 1; None is no sketch."""

    def make(document, cosine, **found):
        one = cluster(document, **{"published": NEWS, **found})
        vector = np.zeros(32)
        if cosine is not None:
            vector[:2] = cosine, (1 - cosine**2) ** 0.5
        sketch = "" if cosine is None else base64.b64encode(np.rint(vector * 127).astype(np.int8).tobytes()).decode()
        return replace(one, mentions=tuple(replace(mention, sketch=sketch) for mention in one.mentions))

    return make


def compared_of(clusters):
    """The articles of each two that are compared."""
    every = likely.comparable_pairs(clusters, EVIDENCE)
    return [{one.document for one in pair} for pairs in every for pair in pairs]


@pytest.mark.parametrize(
    ("cosine", "left", "right", "compared"),
    [
        (0.9, {}, {}, True),
        (0.6, {}, {}, False),
        (0.6, WHO, WHO, True),
        (0.6, WHO, {}, False),
        (0.6, POLICE, POLICE, False),  # nobody with a name
        (0.6, WHEN, WHEN, True),
        (0.6, WHEN, {}, False),
        (0.9, WHEN, {}, True),  # news of the days of the date
        # of two times, whoever takes part
        (0.9, WHO, WHO | OLD, False),
        (0.9, WHO, WHO | NEVER, False),
        (0.9, WHO | LATER, WHO, False),
        (0.9, WHO | WHEN, WHO | WHEN | OLD, True),
        (0.9, NAME, NAME | OLD, True),
        (0.9, NAME, OLD | {"named": "wales summit"}, False),
        (0.4, WHO | WHEN, WHO | WHEN, False),
        (0.9, WHEN, LATER, False),  # two days are two events
        (None, {}, {}, True),  # another tool made it: nobody knows how alike they are
    ],
    ids=range(17),
)
def test_who_is_compared(told, cosine, left, right, compared):
    pair = [told("a", 1.0, **left), told("b", cosine, **right)]
    assert compared_of(pair) == [{"a", "b"}] * compared


def test_tellings_of_one_article_or_of_two_affairs_are_not_compared(told):
    here = told("a", 1.0)
    assert compared_of([here, here, told("other", 1.0)]) == []


@pytest.mark.parametrize(
    ("chance", "ties", "one"),
    [
        (0.79, {}, False),
        (0.8, {}, True),
        (0.59, WHO, False),
        (0.6, WHO, True),
        (0.6, WHEN, True),
        (0.49, WHO | WHEN, False),
        (0.5, WHO | WHEN, True),
    ],
    ids=range(7),
)
def test_less_is_asked_of_what_else_ties(told, monkeypatch, chance, ties, one):
    monkeypatch.setattr(likely, "likeness", lambda pairs, _: np.full(len(pairs), chance))
    pair = [told("a", 1.0, **ties), told("b", 1.0, **ties)]
    assert [judged.score for judged in likely.judge_likely(pair, EVIDENCE)] == [chance] * one


def test_each_is_one_with_the_likeliest_of_another_article(told, monkeypatch):
    one, near, far = told("a", 1.0, **WHO), told("b", 1.0, **WHO), told("b", 0.8, **WHO)
    far = replace(far, id="b@far", mentions=tuple(replace(mention, id="b@far") for mention in far.mentions))
    monkeypatch.setattr(likely, "likeness", lambda pairs, _: np.array([0.7 if far in pair else 0.9 for pair in pairs]))
    judged = list(likely.judge_likely([one, near, far], EVIDENCE))
    assert [{each.left, each.right} for each in judged] == [{one.id, near.id}]
