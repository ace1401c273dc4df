"""Who is only described belongs to its article: told in the lines and tables, and not among the names."""

from __future__ import annotations

import json

import networkx as nx
import pytest

import graphbuilder as gb
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import resolution


@pytest.fixture(scope="module")
def graph(samples):
    return samples.described_graph()


@pytest.fixture(scope="module")
def ministers(samples):
    return samples.DESCRIBED


def test_every_entity_says_whether_it_has_a_name(graph, ministers):
    told = {node: data.get("named") for node, data in graph.nodes(data=True)}
    assert not told[ministers]
    assert told["nato"] is True
    assert {told[node] for node, data in graph.nodes(data=True) if data["kind"] != "entity"} == {None}


def test_names_are_listed_and_descriptions_where_they_are_asked_for(graph, ministers):
    assert ministers not in [one.id for one in graph.entities()]
    everybody = graph.entities(unnamed=True)
    assert {one.id for one in everybody if not one.named} == {ministers, "a-power-grid-2b7d10"}
    assert [one for one in everybody if one.named] == graph.entities()
    assert f"{len(graph.entities())} entities" in repr(graph)


def test_a_line_tells_them_in_the_small_letters_of_the_text(graph):
    lines = {line.id: line for line in graph.timeline(retold=True)}
    assert lines["2022-bucharest-meeting"].participants == (("attendee", "foreign ministers"), ("host", "NATO"))
    assert lines["2022-veto"].attribution == "foreign ministers"
    assert lines["2022-strikes"].place == "a power grid"


#: What is looked up, and whether somebody is found.
ASKED = [
    ("foreign-ministers-4bf1c4", True),  # their id
    ("NATO", True),
    ("foreign ministers", False),
    ("Foreign ministers", False),
    ("the foreign ministers", False),
    ("ministers", False),  # no surname
    ("a power grid", False),
    ("foreign-ministers", False),
]


@pytest.mark.parametrize(("asked", "found"), ASKED)
def test_they_are_known_by_their_id_alone(graph, asked, found):
    if found:
        assert [one.id for one in graph.bearers(asked)] == [graph.entity(asked).id]
        assert graph.timeline(about=asked) == graph.timeline(about=graph.entity(asked)) != []
    else:
        for look_up in (graph.entity, graph.explain, lambda name: graph.timeline(about=name)):
            with pytest.raises(gb.UnknownName) as error:
                look_up(asked)
            assert "foreign ministers" not in str(error.value).partition(";")[2]


def test_nothing_is_offered_for_a_name_but_names(graph):
    with pytest.raises(gb.UnknownName, match="no entity of type 'group' is named 'x'; there are none"):
        graph.entity("x", type="group")
    with pytest.raises(gb.UnknownName) as error:
        graph.entity("foreign minister")
    assert "foreign ministers" not in str(error.value)


def test_a_name_is_not_ambiguous_for_what_is_called_so_elsewhere(graph, ministers):
    other = graph.copy()
    other.nodes[ministers]["label"] = "the Alliance"
    assert other.entity("the Alliance").id == "nato"


def test_the_tables_have_them_and_say_so(graph, ministers):
    frames = graph.frames()
    entities, participants = frames.columns("entities"), frames.columns("participants")
    assert dict(zip(entities["id"], entities["named"], strict=True))[ministers] is False
    assert {True, False} == set(entities["named"]) == set(participants["named"])
    rows = zip(participants["event"], participants["role"], participants["name"], participants["named"], strict=True)
    assert ("2022-bucharest-meeting", "attendee", "foreign ministers", False) in rows


def test_they_come_back_from_what_is_stored(graph):
    again = EventGraph(
        nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(graph, edges="edges"))), edges="edges")
    )
    assert again.entities(unnamed=True) == graph.entities(unnamed=True)
    assert EventGraph.from_resolution(resolution(graph)).entities(unnamed=True) == graph.entities(unnamed=True)


def test_a_graph_stored_without_it_has_names_only(graph):
    old = graph.copy()
    for data in old.nodes.values():
        data.pop("named", None)
    assert all(one.named for one in old.entities())
    assert len(old.entities()) == len(graph.entities(unnamed=True))
