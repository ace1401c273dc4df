"""Who is only described is no node of the page: the events that they have a part in say so in plain words."""

from __future__ import annotations

import pytest

from graphbuilder.page import to_html, to_pyvis
from graphbuilder.page.jupyter import mimebundle
from graphbuilder.page.payload import payload


@pytest.fixture(scope="module")
def graph(samples):
    return samples.described_graph()


@pytest.fixture(scope="module")
def nodes(graph):
    return {node["id"]: node for node in payload(graph)["nodes"]}


#: Event, what it says of those without a name, and whose word it is.
TOLD = [
    ("2022-bucharest-meeting", [["attendee", "foreign ministers"]], []),
    ("2022-veto", [["attributed_to", "foreign ministers"]], ["foreign ministers"]),
    ("2022-strikes", [["patient", "a power grid"], ["place", "a power grid"]], []),
    ("2008-invasion", [], []),
    ("2004-turn", [], []),  # somebody with a name says so
]


@pytest.mark.parametrize(("event", "described", "speakers"), TOLD)
def test_an_event_tells_who_has_no_name(nodes, event, described, speakers):
    assert (nodes[event]["described"], nodes[event]["speakers"]) == (described, speakers)


def test_names_and_events_are_the_nodes(graph, nodes, samples):
    entities = {one.id for one in graph.entities()}
    assert nodes.keys() == entities | {one.id for one in graph.events()}
    assert samples.DESCRIBED not in nodes
    assert not any("described" in nodes[one] for one in entities)


def test_no_link_leads_to_them(graph):
    story = payload(graph)
    names = {one["label"] for one in story["nodes"] if one["kind"] != "event"}
    ends = {story["nodes"][edge[end]]["label"] for edge in story["edges"] for end in ("source", "target")}
    assert "foreign ministers" not in names | ends
    assert story["summary"]["entities"] == len(names)


def test_the_summary_and_a_network_of_pyvis_have_names_only(graph, samples):
    assert "foreign ministers" not in mimebundle(graph)["text/plain"].splitlines()[1]
    assert samples.DESCRIBED not in to_pyvis(graph).node_map
    assert samples.DESCRIBED in to_pyvis(graph, unnamed=True).node_map


def test_the_page_of_a_graph_with_nobody_else(graph, samples):
    assert "<html" in to_html(graph.subgraph([samples.DESCRIBED, "2022-bucharest-meeting"]))
