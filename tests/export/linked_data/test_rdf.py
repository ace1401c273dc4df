"""Turtle and JSON-LD, opened again by rdflib, against the SHACL shapes, and by `gb.open` as an equal graph."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pyshacl
import pytest
import rdflib
import rdflib.compare

import graphbuilder as gb
from graphbuilder.export.linked_data.terms import PREFIXES
from graphbuilder.graph.event_graph import EventGraph

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib itself

FORMATS = {"turtle": "turtle", "json-ld": "json-ld"}
SHAPES = Path(gb.__file__).parent / "export" / "graph.shapes.ttl"
SEM = rdflib.Namespace(PREFIXES["sem"])
ID = "urn:graphbuilder:"


@pytest.fixture
def told(statuses):
    """The story as it comes from a resolution: with nothing that was put into the graph later."""
    for node in statuses:
        for name in ("latitude", "longitude", "place_of", "place_rule"):
            statuses.nodes[node].pop(name, None)
    return statuses


@pytest.fixture
def bad(samples):
    return EventGraph.from_resolution(samples.hostile())


def parsed(path, format):
    return rdflib.Graph().parse(path, format=FORMATS[format])


def ask(store, query):
    return sorted(tuple(str(value).removeprefix(ID) for value in row) for row in store.query(query, initNs=PREFIXES))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["told", "bad"])
def test_what_is_opened_is_what_was_saved(written, request, format, name):
    graph = request.getfixturevalue(name)
    found = gb.open(written(graph, format))
    assert nx.utils.graphs_equal(found, graph)
    assert (list(found), found.graph) == (list(graph), graph.graph)
    assert found.timeline() == graph.timeline()


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes(written, told, format):
    first = written(told, format, "a")
    assert written(gb.open(first), format, "b").read_bytes() == first.read_bytes()


def test_both_say_the_same_and_nothing_twice(written, told):
    turtle, jsonld = (parsed(written(told, format, format), format) for format in FORMATS)
    assert rdflib.compare.isomorphic(turtle, jsonld)
    text = (written(told, "turtle", "again")).read_text("utf-8")
    assert text.count("“") == text.count("”")
    for sentence in ("Romania joined in 2004.", "Talks were held."):
        assert text.count(sentence) == 1


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["statuses", "bad"])
def test_the_shapes_hold(written, request, format, name):
    store = parsed(written(request.getfixturevalue(name), format), format)
    conforms, _, report = pyshacl.validate(store, shacl_graph=str(SHAPES))
    assert conforms, report


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a", "b"),  # nothing changed: it conforms
        ('gb:polarity "POS"', 'gb:polarity "NEG"'),
        ("gb:ToldEvent", "sem:Event"),
        ("gb:hasActor", "sem:hasActor"),
        ('"[planned] ', '"'),
        ('    gb:status "not" ;\n', ""),
        ("^^edtf:EDTF", ""),
        ("prov:wasQuotedFrom", "gb:from"),
        ("gb:schema", "gb:other"),
    ],
)
def test_the_shapes_refuse_what_is_wrong(written, statuses, old, new):
    text = written(statuses, "turtle").read_text("utf-8")
    assert old in text
    store = rdflib.Graph().parse(data=text if old == "a" else text.replace(old, new), format="turtle")
    assert pyshacl.validate(store, shacl_graph=str(SHAPES))[0] == (old == "a")


def test_only_facts_are_events_of_sem(written, statuses):
    store = parsed(written(statuses, "turtle"), "turtle")
    facts = {one for [one] in ask(store, "SELECT ?e WHERE {?e a sem:Event}")}
    others = {one for [one] in ask(store, "SELECT ?e WHERE {?e a gb:ToldEvent}")}
    assert facts | others == {f"event:{entry.id}" for entry in statuses.timeline(retold=True)}
    assert others == {
        f"event:{name}"
        for name in ("2008-no-map", "2004-turn", "2022-veto", "2022-call", "2023-vilnius", "finland-joins", "fear")
    }
    assert ask(store, "SELECT ?l WHERE {<urn:graphbuilder:event:2008-no-map> rdfs:label ?l}") == [
        ("[did not happen] Membership Action Plan not given",)
    ]
    agents = "SELECT ?who WHERE {?e a sem:Event; sem:hasActor ?r. ?r sem:roleType 'agent'; rdf:value ?who."
    assert ask(store, agents + "?e gb:type 'attack'}") == [("entity:russia",)]


def test_ties_are_statements_and_assert_nothing(written, statuses):
    store = parsed(written(statuses, "turtle"), "turtle")
    ties = ask(
        store,
        "SELECT ?s ?status WHERE {?t rdf:subject ?s; rdf:predicate <urn:graphbuilder:vocabulary:relation:member_of>."
        "OPTIONAL {?t gb:status ?status}}",
    )
    words = ("conditional", "demanded", "former", "not", "planned", "possible", "said")
    assert ties == [*(("entity:finland", word) for word in words), ("entity:romania", "None")]
    assert not list(store.triples((None, rdflib.URIRef("urn:graphbuilder:vocabulary:relation:member_of"), None)))
    assert ask(store, "SELECT ?s WHERE {?t rdf:subject <urn:graphbuilder:event:2008-promise>; gb:status ?s}") == [
        ("not",)
    ]


def test_times_are_as_precise_as_they_are_told(written, statuses):
    store = parsed(written(statuses, "turtle"), "turtle")
    times = ask(
        store,
        "SELECT ?e ?edtf ?b ?f WHERE {?e sem:hasTime ?t. ?t gb:edtf ?edtf."
        "OPTIONAL {?t time:hasBeginning/time:inXSDDate ?b} OPTIONAL {?t time:hasEnd/time:inXSDDate ?f}}",
    )
    assert ("event:2022-pledge", "../2022-07-18", "None", "2022-07-18") in times
    assert ("event:2022-strikes", "2022-10-10/..", "2022-10-10", "None") in times
    assert ("event:2004-romania", "2004", "2004-01-01", "2004-12-31") in times
    assert not any(event == "event:talks" for event, *_ in times)


def test_a_quote_leads_to_its_document(written, statuses):
    store = parsed(written(statuses, "json-ld"), "json-ld")
    quotes = ask(
        store,
        "SELECT ?q ?d ?o WHERE {<urn:graphbuilder:event:2004-romania> prov:qualifiedDerivation/prov:entity ?s."
        "?s prov:value ?q; prov:wasQuotedFrom ?d. OPTIONAL {?d dcterms:publisher ?o}}",
    )
    assert quotes == [("Romania joined in 2004.", "document:undated-explainer.txt", "None")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"@prefix dcterms: <http://purl.org/dc/terms/> .\n<a:b> <c:d> .", "is no turtle file"),
        (b"@prefix dcterms: <http://purl.org/dc/terms/> .\n<a:b> <c:d> <e:f> .", "was not written by graphbuilder"),
        (b'{"@context": {}, "@graph": [}', "is no json-ld file"),
        (b'{"@context": "http://evil.example/context", "@graph": []}', "its context is another one"),
        (b'{"@context": {}, "@graph": [{"\\u0040context": "http://evil.example/a"}]}', "its context is another one"),
        (b"<a:b> <c:d> <e:f> .", "was not written by graphbuilder"),
    ],
)
def test_what_is_not_ours_is_refused(tmp_path, content, words):
    (tmp_path / "a.ttl").write_bytes(content)
    with pytest.raises(gb.InputError, match=words):
        gb.open(tmp_path / "a.ttl")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('gb:schema "1"', 'gb:schema "2"', "is of schema 2, this version reads 1"),
        ("gb:polarity", "gb:other", "is damaged"),
        ("prov:entity <urn:graphbuilder:sentence", "prov:entity <urn:graphbuilder:other", "is damaged"),
        ('gb:edtf "2004"', 'gb:edtf "soon"', "is damaged"),
    ],
)
def test_what_is_damaged_is_refused(written, statuses, old, new, words):
    path = written(statuses, "turtle")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(gb.InputError, match=words):
        gb.open(path)
