from __future__ import annotations

import copy
import json

import networkx as nx
import pytest

from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.content import story as module
from graphbuilder.page.layout import stages
from graphbuilder.page.layout.stages import node_size
from graphbuilder.page.payload import payload
from graphbuilder.reader import ROLES


@pytest.fixture(scope="module")
def story(samples):
    return payload(samples.story_graph())


def node(story, id):
    return next(one for one in story["nodes"] if one["id"] == id)


def test_payload_is_plain_json(story):
    assert json.loads(json.dumps(story, allow_nan=False)) == story


def test_payload_leaves_the_graph_untouched(samples):
    graph = samples.story_graph()
    before = copy.deepcopy(nx.node_link_data(graph, edges="edges"))
    payload(graph)
    assert nx.node_link_data(graph, edges="edges") == before


def test_payload_is_the_same_for_a_graph_built_in_another_order(samples):
    graph = samples.story_graph()
    other = EventGraph()
    other.graph.update(graph.graph)
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    ours, theirs = payload(graph), payload(other)
    assert ours["nodes"] == theirs["nodes"]
    assert ours["stages"] == theirs["stages"]


def test_documents_are_not_drawn_but_carry_every_sentence_once(story, samples):
    assert not any(one["id"].startswith("document:") for one in story["nodes"])
    assert sum(len(one["sentences"]) for one in story["documents"]) == sum(len(row[4]) for row in samples.ARTICLES)


def test_every_source_points_at_its_very_words(story, samples):
    graph = samples.story_graph()
    for one in story["nodes"]:
        for document, sentence, start, end, _ in one["sources"]:
            left, right, _text = story["documents"][document]["sentences"][sentence]
            assert left <= start < end <= right
    provenance = {(p["document"], p["start"]) for p in graph.nodes["nato"]["provenance"]}
    assert {(story["documents"][d]["id"], s) for d, _, s, _, _ in node(story, "nato")["sources"]} == provenance


@pytest.mark.parametrize(
    ("id", "factuality"),
    [("2008-bucharest-summit", "fact"), ("2022-veto", "reported"), ("2023-vilnius", "planned"),
     ("finland-joins", "possible"), ("2022-call", "demanded"), ("2008-no-map", "denied")],
)  # fmt: skip
def test_events_tell_whether_they_happened(story, id, factuality):
    assert node(story, id)["factuality"] == factuality


def test_dates_come_with_the_words_they_were_read_from(story):
    promise = node(story, "2008-promise")
    assert promise["dated_by"]["words"] == "Fourteen years ago"
    assert promise["dated_by"]["rule"] == "relative_year"
    assert story["documents"][promise["dated_by"]["document"]]["published"] == "2022-11-29"


def test_alternatives_stand_beside_the_date(story):
    assert [one["when"] for one in node(story, "2008-bucharest-summit")["alternatives"]] == ["3 April 2008", "2008"]


def test_judgements_tell_their_words_and_reason(story):
    first = node(story, "nato")["judgements"][0]
    assert first["verdict"] == "same"
    assert {first["left"], first["right"]} <= {
        "NATO",
        "North Atlantic Treaty Organization",
        "The Alliance",
        "the alliance",
    }
    assert first["reason"].startswith("one name is")


def test_parallel_edges_are_kept(story):
    numbers = {one["id"]: number for number, one in enumerate(story["nodes"])}
    pair = [
        edge["relation"]
        for edge in story["edges"]
        if (edge["source"], edge["target"]) == (numbers["bucharest"], numbers["romania"])
    ]
    assert pair == ["capital_of", "located_in"]


def test_stages_grow_and_cover_their_nodes(samples):
    grown = payload(samples.random_graph(300), max_nodes=40)["stages"]
    assert [stage["count"] for stage in grown] == [40, 100, 250, 300]
    for stage in grown:
        assert len(stage["force"]) == len(stage["time"]) == len(stage["sizes"]) == stage["count"]


def test_beyond_the_limits_nodes_are_listed_or_counted(samples, monkeypatch):
    monkeypatch.setattr(stages, "MAX_DRAWN", 20)
    monkeypatch.setattr(module, "MAX_LISTED", 50)
    data = payload(samples.random_graph(80))
    assert data["stages"][-1]["count"] == 20
    assert len(data["nodes"]) == 50
    assert data["left_out"] == 30
    assert all(max(edge["source"], edge["target"]) < 50 for edge in data["edges"])


def test_subgraphs_and_empty_graphs_work(samples):
    graph = samples.story_graph()
    part = payload(graph.subgraph(["nato", "ukraine", "2008-promise"]))
    assert {one["id"] for one in part["nodes"]} == {"nato", "ukraine", "2008-promise"}
    assert payload(EventGraph())["stages"] == []
    assert payload(EventGraph())["title"] == "Empty graph"


def test_nodes_that_the_user_added_are_shown(samples):
    graph = samples.story_graph()
    graph.add_node("mine", colour="red")
    graph.add_edge("mine", "nato")
    graph.add_node("wrong-date", kind="event", label="x", edtf="not a date", precision="day")
    data = payload(graph)
    assert node(data, "mine")["label"] == "mine"
    assert node(data, "wrong-date")["when"] is None


def test_title_and_summary_name_the_main_things(story, samples):
    assert "NATO" in story["title"]
    assert story["summary"] == {
        "documents": 4, "outlets": 3, "events": 16, "less_likely": 0, "entities": 17, "years": [2004, 2023]
    }  # fmt: skip
    assert payload(samples.story_graph(), title="Mine")["title"] == "Mine"


def test_node_size_grows_with_mentions_and_shrinks_in_a_crowd():
    assert node_size(9, 9, 20) > node_size(1, 9, 20) > node_size(1, 9, 90)


def test_a_tie_that_only_a_table_states_is_marked(samples):
    graph = samples.story_graph()
    for source, target, key in (("bucharest", "romania", "capital_of"), ("kyiv", "ukraine", "capital_of")):
        for one in graph.edges[source, target, key]["provenance"]:
            one["method"] = "geonames" if source == "bucharest" else "hand"
    data = payload(graph)
    marked = [(data["nodes"][one["source"]]["id"], one["relation"]) for one in data["edges"] if one["by_table"]]
    assert marked == [("bucharest", "capital_of")]


def test_what_the_user_corrected_is_told(samples):
    graph = samples.story_graph()
    graph.nodes["nato"]["corrections"] = ["same: NATO, the Pact (corrections.yaml, line 3)"]
    assert node(payload(graph), "nato")["corrections"] == ["same: NATO, the Pact (corrections.yaml, line 3)"]
    assert node(payload(graph), "kyiv")["corrections"] == []


def test_every_rule_that_dates_an_event_has_words(story):
    from graphbuilder.events.dating.context import SCORES

    assert {*SCORES, "user"} == story["datings"].keys()


def test_roles_of_events_have_words_from_both_ends(story):
    assert {*ROLES, "place"} <= story["relations"].keys() & story["inverses"].keys()


def test_hostile_addresses_of_articles_are_left_out(samples):
    graph = samples.story_graph()
    first = next(iter(graph.graph["documents"]))
    for address in samples.HOSTILE_ADDRESSES:
        graph.graph["documents"][first]["url"] = address
        assert {one["url"] for one in payload(graph)["documents"]} == {None}


def test_addresses_of_articles(samples):
    urls = [one["url"] for one in payload(samples.addressed_graph())["documents"]]
    assert urls[0] == "https://www.harbourcourier.example/2008/04/05/summit?a=1&b=2"
    assert urls[1].startswith("https://xn--")
    assert urls[2:] == [None, None]


def test_graphs_stored_before_there_were_addresses_are_shown(samples):
    graph = samples.story_graph()
    for facts in graph.graph["documents"].values():
        del facts["url"]
    assert {one["url"] for one in payload(graph)["documents"]} == {None}
    assert [one.addresses for one in graph.timeline()] == [()] * len(graph.timeline())
