"""Less likely events are in the page and take no place of the others."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.graph.choice import chosen
from graphbuilder.page import mimebundle, to_html
from graphbuilder.page.content import ranking
from graphbuilder.page.content.look import LIKELIHOODS, is_shown
from graphbuilder.page.layout import stages
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.svg import graph_svg, timeline_svg


@pytest.fixture(scope="module")
def graph(samples):
    return samples.unlikely_graph()


def without(graph, nodes):
    left = graph.copy()
    left.remove_nodes_from(nodes)
    return left


def test_each_event_says_whether_it_is_chosen_and_no_name_does(graph):
    told = {node["id"]: node.get("likelihood") for node in payload(graph)["nodes"]}
    assert set(told.values()) == {*LIKELIHOODS, None}
    assert {one for one, word in told.items() if word == "likely"} == chosen(graph)
    assert {one for one, word in told.items() if word is None} == {one.id for one in graph.entities()}


def test_the_others_come_as_if_they_were_not_there(graph, samples):
    shown = [node["id"] for node in payload(graph)["nodes"] if is_shown(node)]
    assert shown == [node["id"] for node in payload(without(graph, samples.UNLIKELY))["nodes"]]


@pytest.mark.parametrize("most", [1, 5, 12, 100])
def test_pictures_are_laid_out_as_without_them(graph, samples, most):
    data, plain = payload(graph, max_nodes=most), payload(without(graph, samples.UNLIKELY), max_nodes=most)
    assert len(data["stages"]) == len(plain["stages"])
    for ours, theirs in zip(data["stages"], plain["stages"], strict=True):
        numbers = [number for number, node in enumerate(data["nodes"][: ours["count"]]) if is_shown(node)]
        for key in ("sizes", "force", "time"):
            assert [ours[key][number] for number in numbers] == theirs[key]
    last = data["stages"][-1]
    assert last["count"] == len(data["nodes"]) == len(last["all"]["force"])
    assert len(set(map(tuple, last["all"]["force"]))) == last["count"]
    assert 0 not in last["all"]["sizes"]


def test_a_graph_without_them_has_one_picture_a_stage(samples):
    assert [stage.keys() for stage in payload(samples.story_graph())["stages"]] == [{"count", "sizes", "force", "time"}]


names = st.lists(st.integers(0, 99), max_size=30, unique=True).map(lambda found: [f"{one:02}" for one in found])


@given(names, names, st.integers(1, 40))
def test_mixed_keeps_both_orders_and_draws_all_of_the_first(first, second, drawn):
    second = [f"less-{one}" for one in second]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking, "MAX_DRAWN", drawn)
        found = ranking.mixed(first, second)
    assert [one for one in found if one in first] == first
    assert [one for one in found if one in second] == second
    assert [one for one in found[:drawn] if one in first] == first[:drawn]
    begin = found[: len(found) // 2]
    if len(first) + len(second) <= drawn and min(len(first), len(second)) > 3:
        assert not {*begin}.isdisjoint(first)
        assert not {*begin}.isdisjoint(second)


def test_beyond_the_limits_they_are_left_out_first(graph, samples, monkeypatch):
    everything = len(payload(graph)["nodes"])
    monkeypatch.setattr("graphbuilder.page.content.story.MAX_LISTED", everything - 3)
    data = payload(graph)
    assert sum(not is_shown(node) for node in data["nodes"]) == 1
    assert (len(data["nodes"]), data["left_out"]) == (everything - 3, 3)
    monkeypatch.setattr(stages, "MAX_DRAWN", everything - 4)
    monkeypatch.setattr(ranking, "MAX_DRAWN", everything - 4)
    data = payload(graph)
    assert [is_shown(node) for node in data["nodes"]] == [True] * (everything - 4) + [False]
    assert data["stages"][-1]["count"] == everything - 4


def test_pictures_without_scripts_and_notebooks_leave_them_out_and_say_so(graph, samples):
    labels = {graph.nodes[one]["label"] for one in samples.UNLIKELY}
    drawn = timeline_svg(payload(graph, grows=False)) + graph_svg(payload(graph, grows=False))
    bundle = mimebundle(graph)
    drawn += "".join(base64.b64decode(one).decode() for one in re.findall(r"base64,([^\"]*)", bundle["text/html"]))
    assert "Russia invades Georgia" in drawn
    assert not [label for label in labels if label in drawn + bundle["text/plain"]]
    line = "4 less likely events: graph.timeline(retold=True)"
    assert bundle["text/plain"].endswith(line)
    assert line in bundle["text/html"]
    assert line not in mimebundle(samples.story_graph())["text/plain"]
    assert "4 less likely events that the pictures leave out" in to_html(graph)


def test_the_summary_counts_them_apart(graph, samples):
    told = payload(graph)["summary"]
    assert (told["events"], told["less_likely"], told["entities"]) == (12, 4, 17)
    assert told["years"] == [2004, 2022]
    assert payload(samples.story_graph())["summary"]["years"] == [2004, 2023]


def test_a_graph_of_nothing_else_is_shown(graph):
    part = graph.subgraph(["2022-call"]).copy()
    part.nodes["2022-call"]["provenance"] = []
    data = payload(part)
    assert [stage["count"] for stage in data["stages"]] == [1]
    assert data["stages"][0]["all"]["sizes"] != [0]
    assert "Nothing to show" in graph_svg(data)
    assert to_html(part)
