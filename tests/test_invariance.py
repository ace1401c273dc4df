"""What must hold for any text: words are quoted verbatim, and order, workers and hash seed change nothing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb

# --- collections made of the things that articles are made of -------------------------------------------------------

WHO = [
    "NATO",
    "Ukraine",
    "the Alliance",
    "Jens Stoltenberg",
    "Mr Stoltenberg",
    "Kyiv",
    "Acme Inc.",
    "she",
    "Élodie Carré",
]
DOES = ["met", "promised", "did not sign", "will visit", "condemned", "may attack", "resigned from", "said it had left"]
WHAT = [
    "Georgia",
    "the treaty",
    "a summit in Bucharest, Romania",
    "them",
    "the European Union",
    "10 people",
    "its ally",
]
WHEN = [
    "on 2 April 2008", "in 2014", "last week", "on Tuesday", "from 2 to 4 April 2008", "back in the 1990s", "",
    "three days earlier", "in spring 2021", "since 10 October", "at 9 p.m.",
]  # fmt: skip
ODD = [
    "",
    "\n\n",
    "Follow us on Telegram: @wire",
    "“No.”",
    "🙂🙂",
    "…",
    "\u200bNATO\u00a0met",
    "A\tB",
    "(AP) -",
    "*",
    "e\u0301",
]

sentences = st.one_of(
    st.builds(
        lambda *parts: " ".join(part for part in parts if part) + ".", *map(st.sampled_from, (WHO, DOES, WHAT, WHEN))
    ),
    st.sampled_from(ODD),
)
texts = st.lists(st.tuples(sentences, st.sampled_from([" ", "\n", "\n\n"])), min_size=1, max_size=6).map(
    lambda parts: "".join(sentence + space for sentence, space in parts)
)
dates = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
collections = st.lists(st.tuples(texts, dates, st.sampled_from(["Wire", "Courier", None])), min_size=1, max_size=4).map(
    lambda rows: [
        gb.Document(text=text, id=f"{number}.txt", published=published, source=source)
        for number, (text, published, source) in enumerate(rows)
    ]
)

SAMPLES = ("nato", "batteries")


def graph_of(extractions):
    return gb.EventGraph.from_resolution(gb.resolve(extractions))


def bytes_of(graph):
    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False)


# --- words are verbatim -----------------------------------------------------------------------------------------------


def check_words(documents, extractions):
    """Every span of every extraction holds the characters that it says."""
    text_of = {document.id: document.text for document in documents}
    for one in extractions:
        text = text_of[one.document]
        for sentence in one.sentences:
            assert text[sentence.start : sentence.end] == sentence.text
        for found in (*one.mentions, *one.events, *times_of(one.times)):
            span = found.span
            assert text[span.start : span.end] == found.text != ""
            assert span.document == one.document
        for found in (*one.mentions, *one.events):
            sentence = one.sentences[found.span.sentence]
            assert sentence.start <= found.span.start < sentence.end
        check_ids(one)


def times_of(times):
    for one in times:
        yield one
        yield from times_of(one.parts)


def check_ids(one):
    """Ids are unique and lead to something."""
    mentions = {found.id for found in one.mentions}
    events = {found.id for found in one.events}
    times = {found.id for found in times_of(one.times)}
    assert len(mentions) == len(one.mentions)
    assert len(events) == len(one.events)
    assert {found.chain for found in one.mentions} <= mentions
    assert {found.chain for found in one.events} <= events
    for event in one.events:
        assert set(event.times) <= times | {"publication"}
        assert {taking.mention for taking in event.participants} <= mentions
        assert {event.place, event.attribution} - {None} <= mentions
        assert 0 <= event.score <= 1
    for tie in one.relations:
        assert {tie.source, tie.target} <= mentions | events
    assert {found.anchor for found in one.times} - {None, "publication", ""} <= times


def provenances(resolution):
    for thing in (*resolution.entities, *resolution.events, *resolution.relations):
        assert thing.provenance, thing
        yield from thing.provenance
    for event in resolution.events:
        yield from (source for _, source in event.alternatives)


def check_quotes(documents, resolution):
    """Every quote is its sentence, and holds the words that it stands for."""
    text_of = {document.id: document.text for document in documents}
    sentence_of = {(one.document, each.index): each for one in resolution.documents for each in one.sentences}
    for one in provenances(resolution):
        sentence = sentence_of[one.context.document, one.context.sentence]
        assert one.quote == sentence.text
        assert (one.context.start, one.context.end) == (sentence.start, sentence.end)
        assert one.span.document == one.context.document
        assert sentence.start <= one.span.start < one.span.end
        assert text_of[one.span.document][one.context.start : one.context.end] == one.quote
        assert 0 <= one.score <= 1


def as_stored(event):
    """The graph keeps dates as EDTF text, which has no marks of doubt on clock times and no parts of a day."""
    when = event.interval and gb.Interval.parse(event.interval.edtf, event.interval.precision)
    others = [(gb.Interval.parse(one.edtf, one.precision), source) for one, source in event.alternatives]
    return replace(event, interval=when, alternatives=tuple(others))


def check_graph(resolution):
    """The graph holds what was concluded, no more and no less, and gives it back."""
    graph = gb.EventGraph.from_resolution(resolution)
    assert graph.entities(unnamed=True) == sorted(resolution.entities, key=lambda one: one.id)
    assert graph.events() == [as_stored(one) for one in sorted(resolution.events, key=lambda one: one.id)]
    data = json.loads(json.dumps(nx.node_link_data(graph, edges="edges"), allow_nan=False))
    again = gb.EventGraph(nx.node_link_graph(data, edges="edges"))
    assert bytes_of(again) == bytes_of(graph)
    assert again.entities(unnamed=True) == graph.entities(unnamed=True)
    assert again.events() == graph.events()
    assert again.timeline() == graph.timeline()


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_collections_are_quoted_verbatim(request, name):
    documents, extractions, resolution = (
        request.getfixturevalue(f"{name}_{stage}") for stage in ("documents", "extractions", "resolution")
    )
    check_words(documents, extractions)
    check_quotes(documents, resolution)
    check_graph(resolution)


def test_what_anchors_a_time_is_named(nato_extractions):
    assert "" not in {found.anchor for one in nato_extractions for found in times_of(one.times)}


@settings(max_examples=60)
@given(collections)
def test_any_collection_is_quoted_verbatim(documents):
    extractions = list(gb.extract(documents))
    assert len(extractions) == len(documents)
    resolution = gb.resolve(extractions)
    check_words(documents, extractions)
    check_quotes(documents, resolution)
    check_graph(resolution)
    assert all(gb.from_json(gb.Extraction, gb.to_json(one)) == one for one in extractions)
    assert gb.from_json(gb.Resolution, gb.to_json(resolution)) == resolution


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_quoted_verbatim(text):
    documents = [gb.Document(text=text, id="any")]
    extractions = list(gb.extract(documents))
    check_words(documents, extractions)
    check_quotes(documents, gb.resolve(extractions))


# --- nothing depends on order, workers or chance ---------------------------------------------------------------------


@settings(max_examples=40)
@given(collections, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_resolution(documents, chance):
    shuffled = chance.sample(documents, len(documents))
    usual, other = gb.resolve(gb.extract(documents)), gb.resolve(gb.extract(shuffled))
    assert gb.to_json(other) == gb.to_json(usual)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(5))
def test_any_order_of_a_sample_collection_gives_the_same_bytes(request, name, seed):
    extractions = list(request.getfixturevalue(f"{name}_extractions"))
    random.Random(seed).shuffle(extractions)
    graph = graph_of(extractions)
    assert bytes_of(graph) == bytes_of(request.getfixturevalue(name))
    assert graph.to_html() == request.getfixturevalue(name).to_html()


def test_extraction_does_not_depend_on_the_neighbours(nato_documents, nato_extractions):
    """A document reads the same alone, in a batch, and in another process."""
    for document, extraction in list(zip(nato_documents, nato_extractions, strict=True))[::3]:
        assert list(gb.extract([document])) == [extraction]
    assert tuple(gb.extract(nato_documents, workers=2, batch_size=3)) == nato_extractions


@pytest.mark.parametrize("name", SAMPLES)
def test_resolution_starts_as_well_from_a_stored_map(request, name):
    extractions = request.getfixturevalue(f"{name}_extractions")
    stored = [gb.from_json(gb.Extraction, gb.to_json(one)) for one in extractions]
    assert gb.resolve(stored) == request.getfixturevalue(f"{name}_resolution")


def test_a_document_more_does_not_change_what_others_say(nato_extractions, nato_resolution):
    """Unrelated news leaves entities and events of the others as they were."""
    [other] = gb.extract([gb.Document(text="Acme Inc. opened a plant in Perth on 3 May 1999.", id="zz.txt")])
    grown = gb.resolve([*nato_extractions, other])
    assert {one.id for one in nato_resolution.entities} <= {one.id for one in grown.entities}
    assert {one.id: one for one in nato_resolution.events}.items() <= {one.id: one for one in grown.events}.items()


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_hash_seed_changes_nothing(root, nato, seed):
    code = (
        "import sys, graphbuilder as gb; from hashlib import sha256; graph = gb.build(sys.argv[1]);"
        "print(sha256((gb.to_json(graph.events()[0]) + graph.to_html()).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", code, str(root / "data" / "nato")]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": ["UTC", "Asia/Tokyo"][int(seed) % 2]}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    expected = sha256((gb.to_json(nato.events()[0]) + nato.to_html()).encode()).hexdigest()
    assert run.stdout.strip() == expected
