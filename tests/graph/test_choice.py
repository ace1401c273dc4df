"""Which events are shown where nobody asks for more."""

from __future__ import annotations

import pytest

import graphbuilder as gb
from graphbuilder.graph.choice import LIKELY, chosen


def graph_of(*rows):
    """A graph of events: id, score and the places that tell it, as document and sentence."""
    graph = gb.EventGraph(documents={}, judgements=[])
    for id_, score, *places in rows:
        told = [{"document": document, "sentence": sentence} for document, sentence in places]
        graph.add_node(id_, kind="event", label=id_, score=score, provenance=told)
    graph.add_node("name", kind="entity", label="name", score=0.9, provenance=[{"document": "a", "sentence": 0}])
    return graph


#: Three events of an article, surer than all that the rows add, one of them in its lead.
BEST = (("x", 0.9, ("a", 0)), ("y", 0.9, ("a", 5)), ("z", 0.9, ("a", 6)))
#: Scores of events that are not likely, the best first.
E, F, G, H = (share * LIKELY for share in (0.9, 0.8, 0.7, 0.6))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("e", LIKELY, ("a", 7))], {"e"}),
        ([("e", LIKELY - 0.001, ("a", 7))], set()),
        ([("e", E, ("a", 1))], set()),  # another one is the lead's
        ([("e", E, ("a", 7), ("b", 9))], {"e"}),  # the best of another article
        ([("e", E, ("b", 9)), ("f", F, ("b", 8)), ("g", G, ("b", 7)), ("h", H, ("b", 6))], {"e", "f", "g"}),
        ([("e", E, ("b", 9)), ("f", F, ("b", 8)), ("g", G, ("b", 7)), ("h", H, ("b", 1))], {*"efgh"}),
        ([("e", E, ("b", 9)), ("f", F, ("b", 8)), ("g", G, ("b", 7)), ("h", H, ("b", 2))], {"e", "f", "g"}),
        ([("e", E, ("b", 9)), ("f", F, ("b", 9)), ("g", G, ("b", 0)), ("h", H, ("b", 0))], {"e", "f", "g"}),
        ([("e", E, ("b", 9)), ("f", E, ("b", 9)), ("g", E, ("b", 9)), ("h", E, ("b", 9))], {"e", "f", "g"}),
        ([("e", None)], {"e"}),  # the user's own
        ([("e", E)], set()),
    ],
)
def test_the_likely_the_best_of_each_article_and_its_lead(rows, found):
    assert chosen(graph_of(*BEST, *rows)) == {"x", "y", "z"} | found
    assert chosen(graph_of(*reversed([*BEST, *rows]))) == {"x", "y", "z"} | found


def test_a_part_of_the_graph_chooses_among_its_own():
    graph = graph_of(*BEST, ("e", E, ("a", 7)), ("f", F, ("a", 8)))
    assert chosen(graph.subgraph(["x", "e", "f"])) == {"x", "e", "f"}
    assert chosen(gb.EventGraph()) == set()


def test_the_chosen_timeline_has_the_chosen_events(samples):
    graph = samples.unlikely_graph()
    ids = {entry.id for entry in graph.timeline(chosen=True)}
    assert ids == {entry.id for entry in graph.timeline()} & chosen(graph)
    assert {entry.id for entry in graph.timeline()} - ids == {*samples.UNLIKELY}


@pytest.mark.parametrize(
    ("label", "speakers", "is_held"),
    [
        ("We landed in the dark", (), True),
        ("Our team left for Lund", (), True),
        ("On a cold night I sold the mill", (), True),
        ("Did the mayor resign?", ("x",), True),
        ("We landed in the dark", ("x",), False),  # printed with who says so
        ("“We landed in the dark,” the pilot said", (), False),
        ('We landed in the dark," the pilot said', (), False),
        ("Max Roe fought in World War I as a boy", (), False),
        ("The mayor asked all of us to stay at home", (), False),
    ],
)
def test_what_is_only_spoken_is_held_for_less_wanted(label, speakers, is_held):
    graph = graph_of(*BEST, ("e", LIKELY, ("a", 7)))
    graph.nodes["e"].update(label=label, attributions=speakers)
    assert chosen(graph) == {"x", "y", "z"} | (set() if is_held else {"e"})


@pytest.mark.parametrize(
    ("label", "is_held"),
    [
        ("They were taken down", False),
        ("“It is over,” the mayor said", False),
        ("These were taken down", False),
        ("[The posters] were taken down", True),
        ("The posters, which they hated, were taken down", True),
        ("Theo took down the posters", True),
    ],
)
def test_what_names_nobody_must_be_likelier(label, is_held):
    graph = graph_of(*BEST, ("e", LIKELY, ("a", 7)), ("f", 2 * LIKELY, ("a", 8)))
    graph.nodes["e"]["label"] = graph.nodes["f"]["label"] = label
    assert chosen(graph) == {"x", "y", "z", "f"} | ({"e"} if is_held else set())


@pytest.mark.parametrize(
    ("role", "named", "is_held"),
    [("agent", True, False), ("host", True, False), ("agent", False, True), ("patient", True, True)],
)
def test_of_a_statement_that_says_we_it_is_known_who_acts(role, named, is_held):
    graph = graph_of(*BEST, ("e", LIKELY, ("a", 7)))
    graph.nodes["e"].update(label="We landed in the dark", attributions=())
    graph.nodes["name"]["named"] = named
    graph.add_edge("e", "name", key=role, relation=role)
    assert chosen(graph) == {"x", "y", "z"} | (set() if is_held else {"e"})
