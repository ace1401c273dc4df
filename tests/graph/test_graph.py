"""EventGraph: a networkx graph whose methods read attributes only."""

from __future__ import annotations

import json

import networkx as nx
import pytest

import graphbuilder as gb
from graphbuilder.page import to_pyvis


def node(kind, label, type="", aliases=()):
    empty = {"mentions": [], "external_ids": [], "provenance": [], "score": 1.0}
    return {"kind": kind, "label": label, "type": type, "aliases": list(aliases), **empty}


@pytest.fixture(scope="module")
def small():
    graph = gb.EventGraph(documents={}, judgements=[])
    graph.add_nodes_from(
        [
            ("georgia-country", node("entity", "Georgia", "place", ["Sakartvelo"])),
            ("georgia-state", node("entity", "Georgia", "place")),
            ("georgia-smith", node("entity", "Georgia Smith", "person")),
            ("anna-smith", node("entity", "Anna Smith", "person")),
            ("kyiv", node("entity", "Kyiv", "place", ["Kiev"])),
            ("nato", node("entity", "NATO", "organization", ["the Alliance"])),
            ("bern", node("entity", "the Bern Club", "organization", ["nato"])),
        ]
    )
    return graph


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kyiv", "kyiv"),
        ("KYIV", "kyiv"),
        ("Kiev", "kyiv"),
        ("Kýiv", "kyiv"),
        ("the alliance", "nato"),
        ("Alliance", "nato"),
        ("nato", "nato"),  # an id and a name are preferred to an alias
        ("Nato", "nato"),
        ("Bern Club", "bern"),
        ("georgia-state", "georgia-state"),
        ("Sakartvelo", "georgia-country"),
    ],
)
def test_entity_by_id_name_or_alias(small, name, found):
    assert small.entity(name).id == found


def test_a_type_narrows_the_choice(small):
    assert small.entity("Kyiv", type="place").id == "kyiv"
    with pytest.raises(gb.UnknownName, match="of type 'person'"):
        small.entity("Kyiv", type="person")


def test_an_ambiguous_name_lists_its_bearers(small):
    with pytest.raises(gb.AmbiguousName, match=r"georgia-country \(Georgia, place\); georgia-state"):
        small.entity("Georgia")
    assert [one.id for one in small.bearers("Georgia")] == ["georgia-country", "georgia-state"]


def test_a_surname_is_a_last_resort(small):
    assert [one.id for one in small.bearers("Smith")] == ["georgia-smith", "anna-smith"]


def test_a_title_is_no_part_of_a_name(small):
    assert [one.id for one in small.bearers("Dame Anna Smith")] == ["anna-smith"]
    assert [one.id for one in small.bearers("President Smith")] == ["georgia-smith", "anna-smith"]
    with pytest.raises(gb.UnknownName):
        small.entity("Dame Kate Smith")
    with pytest.raises(gb.UnknownName):
        small.entity("President Georgia Club")


@pytest.mark.parametrize(("name", "near"), [("Kyev", "Kyiv"), ("Nat0", "NATO"), ("Georgi", "Georgia")])
def test_an_unknown_name_lists_the_nearest(small, name, near):
    with pytest.raises(gb.UnknownName, match=f"(?i){name!r}; nearest: .*{near}"):
        small.entity(name)


def test_a_name_like_no_other_says_where_to_look(small):
    with pytest.raises(gb.UnknownName, match=r"'Xqzzy'; there are Anna Smith, Georgia, Georgia, .*, the Bern Club$"):
        small.entity("Xqzzy")
    with pytest.raises(gb.UnknownName, match=r"'Xqzzy'; there are Anna Smith, Georgia Smith$"):
        small.entity("Xqzzy", type="person")


def test_the_best_known_names_come_first_where_none_is_near(nato):
    known = [one.name for one in sorted(nato.entities(), key=lambda one: (-len(one.mentions), one.name))]
    assert {"NATO", "Ukraine"} <= {*known[:5]}
    with pytest.raises(gb.UnknownName, match=rf"there are {', '.join(known[:8])} and {len(known) - 8} more$"):
        nato.entity("Xqzzy")


@pytest.mark.parametrize("name", [None, 7, ["NATO"], b"NATO"])
def test_a_name_is_a_string(small, name):
    with pytest.raises(gb.InputError, match="as a string, such as 'NATO', not"):
        small.entity(name)


def test_an_empty_graph_answers():
    graph = gb.EventGraph()
    assert graph.entities() == graph.events() == graph.timeline() == []
    with pytest.raises(gb.UnknownName):
        graph.entity("NATO")


def test_what_the_sample_collection_holds(nato):
    assert type(nato) is gb.EventGraph
    assert nato.entity("NATO").id == "nato"
    assert nato.entity("the Alliance").id == "nato"
    assert nato.entity("Georgia").id == "georgia-country"
    assert nato.has_edge("bucharest", "romania", key="located_in")
    assert nx.has_path(nato, "georgia-country", "nato")


def test_shortest_path_between_ids_that_can_be_typed(nato):
    """The call of the design works as it stands: the ids are nodes, and a way leads from one to the other."""
    path = nx.shortest_path(nato, "nato", "georgia-country")
    assert path[0] == "nato"
    assert path[-1] == "georgia-country"


def test_attributes_are_plain_json(nato):
    data = nx.node_link_data(nato, edges="edges")
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_nodes_and_edges_are_sorted(nato):
    assert list(nato) == sorted(nato)
    edges = list(nato.edges(keys=True))
    assert edges == sorted(edges)


def test_edges_have_their_relation_in_their_key_and_ends_that_exist(nato):
    kinds = nx.get_node_attributes(nato, "kind")
    assert set(kinds) == set(nato)  # no edge has made a node without attributes
    assert set(kinds.values()) == {"entity", "event", "document"}
    for source, target, key, data in nato.edges(keys=True, data=True):
        assert data["relation"] == key.partition(":")[0]
        assert data["provenance"], (source, target, key)
        assert (key == "mentioned_in") == (kinds[target] == "document")
        assert (key == "involved_in") == (kinds[source] == "entity" and kinds[target] == "event")


def test_every_entity_and_event_is_mentioned_somewhere(nato):
    for name, kind in nato.nodes(data="kind"):
        if kind != "document":
            assert any(key == "mentioned_in" for _, _, key in nato.out_edges(name, keys=True)), name


def test_participants_and_edges_say_the_same(nato):
    for event in nato.events():
        ties = {(key, target) for _, target, key in nato.out_edges(event.id, keys=True)}
        assert set(event.participants) <= ties
        assert event.place is None or ("place", event.place) in ties
        assert {("attributed_to", one) for one in event.attributions} <= ties


@pytest.mark.parametrize("change", ["copy", "reverse", "subgraph", "edge_subgraph", "compose", "relabel"])
def test_networkx_operations_keep_the_graph_alive(nato, change):
    some = sorted(nato)[::3]
    made = {
        "copy": lambda: nato.copy(),
        "reverse": lambda: nato.reverse(),
        "subgraph": lambda: nato.subgraph(some),
        "edge_subgraph": lambda: nato.edge_subgraph(list(nato.edges(keys=True))[:50]),
        "compose": lambda: nx.compose(nato.subgraph(some), nato),
        "relabel": lambda: nx.relabel_nodes(nato, {"nato": "NATO!"}),
    }[change]()
    assert isinstance(made, gb.EventGraph)
    known = {event.id: event.label for event in nato.timeline(retold=True)}
    assert {entry.id for entry in made.timeline()} <= set(known)
    assert all(known[entry.id] == entry.label for entry in made.timeline())
    assert len(made.entities()) + len(made.events()) <= len(made)


def test_a_subgraph_without_the_names_shows_ids(nato):
    events = [event for event in nato.events() if event.participants]
    alone = nato.subgraph([events[0].id])
    assert alone.timeline()[0].participants == events[0].participants


def test_the_original_is_not_changed(nato, nato_resolution):
    before = nx.node_link_data(gb.EventGraph.from_resolution(nato_resolution), edges="edges")
    nato.timeline()
    nato.to_html()
    nato._repr_html_()
    assert nx.node_link_data(nato, edges="edges") == before


def test_the_order_of_nodes_and_edges_does_not_matter(samples):
    """A part of a graph, as networkx makes it, has them in an order that changes from run to run."""
    graph, other = samples.story_graph(), gb.EventGraph()
    other.graph.update(graph.graph)
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert list(other) != list(graph)
    assert other.entities() == graph.entities()
    assert other.events() == graph.events()
    assert other.timeline() == graph.timeline()
    assert other.to_html() == graph.to_html()
    one, two = to_pyvis(graph), to_pyvis(other)
    assert (one.nodes, one.edges) == (two.nodes, two.edges)
