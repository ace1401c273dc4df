"""The event clusters of a document: which tellings make one, and what it takes from its mentions."""

from __future__ import annotations

import pytest

from graphbuilder.events import CEILING
from graphbuilder.resolve.entities import resolve_entities
from graphbuilder.resolve.events import Indexes
from graphbuilder.resolve.index.printed_again import MANY, RepeatedSentences, near_duplicate_groups
from graphbuilder.resolve.index.sentences import Sentences


@pytest.fixture
def built(written):
    """The clusters of each article by hand."""

    def build(*articles):
        extractions = written(*articles)
        sentences = Sentences(extractions)
        repeated = RepeatedSentences(extractions, near_duplicate_groups(extractions))
        entities = resolve_entities(extractions, sentences.quote, []).entities
        builder = Indexes.of(extractions, sentences, repeated, entities).builder
        return [builder.clusters(one) for one in extractions]

    return build


def test_the_mentions_of_a_chain_are_one_cluster(built):
    [clusters] = built([{"chain": 0}, {"act": "sued", "alike": 1}, {"chain": 0, "act": "acquired"}])
    assert [sorted(one.lemmas) for one in clusters] == [["acquired", "bought"], ["sued"]]
    assert [one.id for one in clusters] == [one.mentions[0].id for one in clusters]


@pytest.mark.parametrize(("score", "number"), [(CEILING, 1), (CEILING - 0.001, 0), (0.9, 1), (0.0, 0)])
def test_what_is_hardly_an_event_makes_none(built, score, number):
    [clusters] = built({"score": score})
    assert len(clusters) == number


def test_a_chain_whose_first_mention_is_hardly_an_event(built):
    [[cluster]] = built([{"chain": 0, "score": 0.0}, {"chain": 0, "act": "acquired"}])
    assert cluster.lemmas == {"acquired"}
    assert cluster.id == cluster.mentions[0].id


@pytest.mark.parametrize(("number", "kept"), [(MANY - 1, True), (MANY, False)])
def test_boilerplate_makes_none(built, number, kept):
    """A short sentence that several articles print, each with something else."""
    others = ["sued", "left", "sang", "fell"]
    articles = [
        [{"words": "us for more", "who": "agent Alba"}, {"act": others[at], "who": f"agent {name}", "alike": at + 1}]
        for at, name in enumerate(["Norda", "Fenwick", "Scania", "Volvo"][:number])
    ]
    assert all(any("bought" in one.lemmas for one in clusters) == kept for clusters in built(*articles))


def test_who_takes_part(built):
    [[cluster]] = built([{"chain": 0, "who": "agent Alba; patient two men"}, {"chain": 0, "who": "recipient Corin"}])
    assert {role for role, _ in cluster.participants} == {"agent", "patient", "recipient"}
    assert cluster.named_entities == {"alba", "corin"}
    assert cluster.descriptions == {"men"}
    assert {entity for _, entity in cluster.participants} > cluster.named_entities


@pytest.mark.parametrize(
    ("statuses", "modality"),
    [
        (["planned", "happened"], "ACTUAL"),
        (["happened", "possible"], "ACTUAL"),
        (["possible", "planned"], "PLANNED"),
        (["if", "possible"], "POSSIBLE"),
        (["demanded", "possible"], "DEMANDED"),
    ],
    ids=str,
)
def test_the_strongest_modality(built, statuses, modality):
    [[cluster]] = built([{"chain": 0, "status": status} for status in statuses])
    assert cluster.modality == modality


#: The dates of the mentions of one chain, each with its rule; the date of the cluster, and whether it is assumed.
DATES = [
    ([("2021-05-03", "reader")], "2021-05-03", False),
    ([("2021-05", "reader"), ("2021-05-03", "reader")], "2021-05-03", False),
    ([("2021-05-05", "story")], "2021-05-05", True),
    ([("2021-05-05", "story"), ("2021-05-03", "reader")], "2021-05-03", False),
    ([(None, "publication")], "../2021-05-10", True),
    ([(None, "publication"), ("2021-05-03", "reader")], "2021-05-03", False),
    ([(None, "reader")], None, False),
]


@pytest.mark.parametrize(("dates", "interval", "assumed"), DATES, ids=range(len(DATES)))
def test_the_date(built, dates, interval, assumed):
    [[cluster]] = built([{"chain": 0, "when": when, "rule": rule, "published": "2021-05-10"} for when, rule in dates])
    assert (cluster.interval and cluster.interval.edtf, cluster.assumed) == (interval, assumed)


def test_the_innermost_place_that_is_told(built):
    [[cluster]] = built([{"chain": 0, "place": "Norway"}, {"chain": 0, "place": "Oslo"}])
    assert cluster.place == "oslo"


def test_the_words_beside_trigger_names_and_place(built):
    [[cluster]] = built({"words": "cheap mills with cash", "place": "Oslo"})
    assert cluster.words == {"cheap", "mills", "cash"}


@pytest.mark.parametrize(("form", "named"), [("name", "bucharest summit"), ("noun", ""), ("verb", "")])
def test_the_name_of_an_event(built, form, named):
    [[cluster]] = built({"act": "Bucharest Summit", "form": form})
    assert cluster.named == named
