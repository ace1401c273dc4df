"""Places in the graph: codes and points on nodes, two of one name, ties by the tables."""

from __future__ import annotations

import json
from itertools import permutations

import networkx as nx
import pytest

import graphbuilder as gb

TEXTS = {
    "texas": "Paris, Texas, was hit by a storm on 3 May 2020. Residents of Paris fled to Dallas.",
    "france": "President Macron spoke in Paris on 4 May 2020. France has changed.",
    "england": "Jane Roe lectured in Cambridge, England, on 5 May 2020.",
    "massachusetts": "A fire broke out in Cambridge, Massachusetts, on 6 May 2020.",
    "nowhere": "A fire broke out in Springfield on 7 May 2020.",
    "old": "Shells fell on Kharkov in 1941. Ukraine lay waste.",
    "new": "Shells fell on Kharkiv on 8 May 2022. Ukrainian troops were hurt, Kyiv said. Romania sent buses to Kyiv.",
}


@pytest.fixture(scope="module")
def graph():
    return gb.build([gb.Document(id=name, text=text) for name, text in TEXTS.items()])


def test_cities_have_points_and_codes(graph):
    node = graph.nodes["paris-texas"]
    assert (node["place_of"], node["iso"], node["region"]) == ("city", "US", "Texas")
    assert node["latitude"] == pytest.approx(33.66, abs=0.1)
    assert node["longitude"] == pytest.approx(-95.56, abs=0.1)
    assert node["external_ids"] == [["geonames", "4717560"]]
    assert node["place_rule"] == "the text says 'Texas' beside it"
    assert node["place_score"] == 0.95


def test_countries_have_codes(graph):
    node = graph.nodes["ukraine"]
    assert (node["place_of"], node["iso"]) == ("country", "UA")
    assert ["iso3166-1-alpha3", "UKR"] in node["external_ids"]
    assert 44 < node["latitude"] < 53
    assert 22 < node["longitude"] < 41


@pytest.mark.parametrize("node", ["springfield", "jane-roe", "government-of-ukraine"])
def test_what_is_no_place_or_not_decided_has_neither(graph, node):
    assert not {"latitude", "longitude", "iso", "place_of", "place_rule", "place_score"} & set(graph.nodes[node])


def test_two_of_one_name_are_two(graph):
    assert graph.nodes["paris"]["iso"] == "FR"
    assert {graph.nodes[node]["region"] for node in ("cambridge", "cambridge-massachusetts")} == {
        "England",
        "Massachusetts",
    }
    reasons = {one["reason"] for one in graph.graph["judgements"] if one["verdict"] == "different"}
    assert "'paris' names different places" in reasons


def test_two_names_of_one_are_one(graph):
    assert graph.entity("Kharkov").id == graph.entity("Kharkiv").id == "kharkiv"


def test_ties_of_the_tables_say_so(graph):
    tie = graph.edges["kharkiv", "ukraine", "located_in"]
    assert {one["method"] for one in tie["provenance"]} == {"geonames"}
    assert graph.has_edge("kyiv", "ukraine", "capital_of")
    stated = graph.edges["cambridge-massachusetts", "massachusetts", "located_in"]
    assert stated["provenance"]


def test_no_tie_to_what_the_texts_do_not_name(graph):
    assert not [target for _, target, key in graph.out_edges("dallas", keys=True) if key == "capital_of"]
    assert "united-states" not in graph


def test_undecided_names_are_told_as_unsure(graph):
    told = [one for one in graph.graph["judgements"] if one["right"] == "places"]
    assert [one["verdict"] for one in told] == ["unsure"]
    assert "8 places bear the name" in told[0]["reason"]


def test_attributes_are_plain_and_come_back(graph):
    data = json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))
    again = gb.EventGraph(nx.node_link_graph(data, edges="edges"))
    assert again.nodes["paris-texas"] == graph.nodes["paris-texas"]
    assert again.entity("paris-texas") == graph.entity("paris-texas")


def test_any_order_gives_the_same_places():
    names = ("texas", "france", "england")
    read = list(gb.extract([gb.Document(id=name, text=TEXTS[name]) for name in names]))
    first, *others = (gb.resolve(order) for order in permutations(read))
    assert all(other == first for other in others)


def test_explanations_tell_where_and_why(graph):
    told = graph.explain("paris-texas")
    assert "on the map: the city in Texas, US: the text says 'Texas' beside it (0.95)" in told
    assert "not on the map: 8 places bear the name" in graph.explain("Springfield")
    assert "on the map" not in graph.explain("Jane Roe")
