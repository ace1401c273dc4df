from __future__ import annotations

import copy

import networkx as nx
import pytest
from pyvis.network import Network

from graphbuilder.page import to_pyvis
from graphbuilder.page.network import curve


def test_to_pyvis_is_a_directed_network_with_all_edges(samples):
    graph = samples.story_graph()
    network = to_pyvis(graph)
    assert isinstance(network, Network)
    assert network.directed
    drawn = [edge for edge in graph.edges(keys=True) if edge[2] not in ("mentioned_in", "involved_in")]
    assert network.num_edges() == len(drawn)
    assert network.num_nodes() == sum(data["kind"] != "document" for data in graph.nodes.values())


def test_to_pyvis_with_documents_has_every_node(samples):
    graph = samples.story_graph()
    assert to_pyvis(graph, documents=True).num_nodes() == graph.number_of_nodes()


def test_to_pyvis_leaves_the_graph_untouched(samples):
    graph = samples.story_graph()
    before = copy.deepcopy(nx.node_link_data(graph, edges="edges"))
    to_pyvis(graph, documents=True)
    assert nx.node_link_data(graph, edges="edges") == before


def test_to_pyvis_keeps_parallel_edges_apart(samples):
    edges = [
        edge for edge in to_pyvis(samples.story_graph()).edges if (edge["from"], edge["to"]) == ("bucharest", "romania")
    ]
    assert len(edges) == 2
    assert len({str(edge.get("smooth")) for edge in edges}) == 2
    assert len({edge["id"] for edge in edges}) == 2


def test_to_pyvis_titles_labels_and_ids_hold_no_markup(samples):
    network = to_pyvis(samples.hostile_graph(), documents=True)
    for item in [*network.nodes, *network.edges]:
        for value in item.values():
            assert not isinstance(value, str) or not set("<>") & set(value)


def test_to_pyvis_passes_options_on_and_escapes_the_heading(samples):
    network = to_pyvis(samples.single_graph(), height="333px", heading="<script>alert(1)</script>")
    text = network.generate_html()
    assert "333px" in text
    assert "<script>alert(1)" not in text


@pytest.mark.parametrize("turned", [False, True])
def test_curves_of_parallel_edges_differ(turned):
    curves = [str(curve(number, turned=turned)) for number in range(5)]
    assert len(set(curves)) == 5
    assert curves[0] == "{}"
