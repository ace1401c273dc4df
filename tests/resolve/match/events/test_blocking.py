"""Which pairs are compared: those that may be one event, and of many tellings not every pair."""

from __future__ import annotations

import pytest

from graphbuilder.resolve.match.events import judge_events
from graphbuilder.resolve.match.events.blocking import MOST, candidate_pairs, distinct
from graphbuilder.resolve.match.events.evidence import Evidence

ALBA = {"participants": frozenset({("agent", "alba")}), "named_entities": frozenset({"alba"})}
CORIN = {"participants": frozenset({("agent", "corin")}), "named_entities": frozenset({"corin"})}
POLICE = {"participants": frozenset({("agent", "police")}), "descriptions": frozenset({"police"})}
DAY = {"interval": "2021-05-03"}
EVIDENCE = Evidence(is_within=lambda inner, outer: inner == outer, first=lambda mention: mention)


@pytest.mark.parametrize(
    ("left", "right", "compared"),
    [
        (("met", ALBA), ("sued", ALBA), True),
        (("met", ALBA), ("met", CORIN), True),
        (("met", {}), ("met", {}), True),
        (("met", ALBA), ("sued", CORIN), False),
        (("met", POLICE), ("sued", POLICE), False),  # nobody with a name
        (("met", {}), ("sued", {}), False),
    ],
    ids=range(6),
)
def test_somebody_named_or_a_trigger_in_common(cluster, left, right, compared):
    pair = [cluster(name, {"act": act}, **found) for name, (act, found) in (("one", left), ("other", right))]
    assert [{one.document, other.document} for one, other in candidate_pairs(pair)] == [{"one", "other"}] * compared


def test_tellings_of_one_article_are_not_compared(cluster):
    one, other = cluster("one", {"act": "met"}, **ALBA), cluster("one", {"act": "met", "who": "agent Norda"}, **ALBA)
    assert list(candidate_pairs([one, other])) == []


def test_each_pair_comes_once(cluster):
    """Though they have two names and a trigger in common."""
    both = {"named_entities": frozenset({"alba", "corin"})}
    pairs = list(candidate_pairs([cluster(f"d{at}", **both) for at in range(5)]))
    assert len(pairs) == len({frozenset((one.id, other.id)) for one, other in pairs}) == 10


def test_of_what_very_many_tell_each_is_compared_with_those_published_next(cluster):
    many = [cluster(f"d{at:04}", published=at + 1, **ALBA) for at in range(2 * MOST)]
    pairs = list(candidate_pairs(reversed(many)))
    assert len(pairs) == 2 * MOST * MOST - MOST * (MOST + 1) // 2
    assert {other.published - one.published for one, other in pairs} == set(range(1, MOST + 1))


# the same statement


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
