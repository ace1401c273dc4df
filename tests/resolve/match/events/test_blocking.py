"""What says exactly the same is judged against the first that says it."""

from __future__ import annotations

import pytest

from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events import judge_events
from graphbuilder.resolve.match.events.evidence import Evidence
from graphbuilder.resolve.match.events.reprints import distinct

ALBA = {"participants": frozenset({("agent", "alba")}), "named_entities": frozenset({"alba"})}
CORIN = {"participants": frozenset({("agent", "corin")}), "named_entities": frozenset({"corin"})}
POLICE = {"participants": frozenset({("agent", "police")}), "descriptions": frozenset({"police"})}
DAY = {"interval": "2021-05-03"}
ARTICLES = Articles({f"d{at:03}": () for at in range(300)})
EVIDENCE = Evidence(ARTICLES, is_within=lambda inner, outer: inner == outer, first=lambda mention: mention)


def test_those_that_say_the_same_are_judged_against_the_first(cluster):
    copies = [cluster(f"d{at:03}", **ALBA, **DAY) for at in range(300)]
    firsts, pairs = distinct(copies)
    assert firsts == copies[:1]
    assert pairs == [(copies[0], other) for other in copies[1:]]
    assert len(judge_events(copies, EVIDENCE)) == 299


@pytest.mark.parametrize(
    "other",
    [
        {**ALBA, "interval": "2021-05-04"},
        {**CORIN, **DAY},
        {**ALBA, **DAY, "place": "oslo"},
        {**ALBA, **DAY, "words": frozenset({"cash"})},
        {**ALBA, **DAY, "lemmas": frozenset({"buy", "get"})},
        {**ALBA, **DAY, "polarity": "NEG"},
        {**ALBA, **DAY, "modality": "PLANNED"},
    ],
    ids=range(7),
)
def test_who_says_something_else_is_a_first_too(cluster, other):
    clusters = [cluster("one", **ALBA, **DAY), cluster("other", **other)]
    assert distinct(clusters) == (clusters, [])


@pytest.mark.parametrize("said", [{**ALBA}, {**POLICE, **DAY}, {**ALBA, **DAY, "assumed": True}], ids=range(3))
def test_what_says_too_little_is_never_the_same(cluster, said):
    """No date, nobody named, or a day that is only assumed."""
    clusters = [cluster("one", **said), cluster("other", **said)]
    assert distinct(clusters) == (clusters, [])
