"""A slice of a graph is what the whole says of a question, with its sources, and a graph like any other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb

QUESTIONS = [
    {"about": "Georgia"},
    {"about": "Georgia", "start": 2008, "end": 2008},
    {"about": "the Alliance", "end": "2010"},
    {"about": "Kyiv"},
    {"about": "Jens Stoltenberg", "start": "2022"},
    {"start": "2022-11", "end": "2022-11"},
    {"about": "Finland", "start": "1950", "end": "1951"},
    {"about": "NATO", "top": 5},
    {"top": 7},
    {"about": "Georgia", "start": 2008, "top": 1},
]


def told(timeline):
    return [(one.id, one.when, one.label, one.participants, one.place, one.attribution) for one in timeline]


def documents_told(attributes):
    return {one["document"] for one in attributes.get("provenance", ())}


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_its_timeline_is_that_of_the_whole(nato, question):
    part = nato.slice(**question)
    assert told(part.timeline(chosen=True)) == told(nato.timeline(**question, chosen=True))
    if "top" not in question:
        assert told(part.timeline(question.get("about"))) == told(nato.timeline(**question))


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_all_in_it_shows_its_source_and_is_of_the_whole(nato, question):
    part = nato.slice(**question)
    documents = part.graph["documents"]
    assert set(part) <= set(nato)
    assert documents.items() <= nato.graph["documents"].items()
    assert {data["document"] for _, data in part.nodes(data=True) if data["kind"] == "document"} == set(documents)
    for _, data in part.nodes(data=True):
        assert set() < documents_told(data) <= set(documents)
    for source, target, key, data in part.edges(keys=True, data=True):
        assert nato.has_edge(source, target, key)
        assert set() < documents_told(data) <= set(documents)
    assert "judgements" in part.graph
    assert all(one in nato.graph["judgements"] for one in part.graph["judgements"])


def test_it_holds_who_takes_part_and_no_other_events(nato):
    part = nato.slice("Georgia", start=2008, end=2008)
    events = {one.id for one in part.events()}
    lines = nato.timeline("Georgia", start=2008, end=2008)
    assert {line.id for line in lines} <= events < {one.id for one in nato.events()}
    for line in lines:
        assert {name for _, name in line.participants} <= {one.name for one in part.entities(unnamed=True)}
    assert part.entity("Georgia").mentions == tuple(
        mention
        for mention, one in zip(nato.entity("Georgia").mentions, nato.entity("Georgia").provenance, strict=True)
        if one.span.document in part.graph["documents"]
    )


def test_it_is_a_graph_like_any_other(nato, tmp_path):
    part = nato.slice("Ukraine", end=2014)
    part.save(tmp_path / "part.json")
    again = gb.open(tmp_path / "part.json")
    assert again.to_html() == part.to_html()
    assert told(again.timeline(chosen=True)) == told(part.timeline(chosen=True))
    assert "kept apart" in part.explain("Ukraine") or "put together" in part.explain("Ukraine")
    assert not part.frames().events.empty
    assert told(part.slice("Georgia").timeline()) == told(nato.slice("Georgia", end=2014).timeline("Ukraine"))


def test_the_whole_is_left_as_it_was(nato):
    before = nato.to_html()
    nato.slice("Georgia", top=2)
    assert nato.to_html() == before


@pytest.mark.parametrize("about", ["Kyiv", "Greece", "Jens Stoltenberg"])
def test_its_page_opens_on_who_is_asked_about(nato, about):
    found = re.search(r"<title>(.*?)</title>", nato.slice(about).to_html())
    assert found[1].split(",")[0].split(" and ")[0] == about


@given(st.integers(1, 60))
@settings(max_examples=20, deadline=None)
def test_the_best_lines_are_the_same_ones_in_a_longer_timeline(nato, count):
    everything = nato.timeline("NATO", chosen=True)
    best = nato.timeline("NATO", chosen=True, top=count)
    assert [one for one in everything if one in best] == best
    assert len(best) == min(count, len(everything))
    assert {one.id for one in best} <= {one.id for one in nato.timeline("NATO", chosen=True, top=count + 1)}


def test_wrong_questions(nato):
    with pytest.raises(gb.UnknownName, match="no entity is named 'Gorgia'; nearest: Georgia"):
        nato.slice("Gorgia")
    with pytest.raises(gb.InputError, match="top must be 1 or more, not 0"):
        nato.slice(top=0)
    assert len(gb.EventGraph.from_resolution(gb.resolve([])).slice(start=2008)) == 0
