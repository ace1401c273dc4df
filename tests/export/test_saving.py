"""Save and open: equal graphs; what is not ours, of another version or damaged is refused, and nothing in it is run."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import jsonschema
import networkx as nx
import pytest

import graphbuilder as gb
from graphbuilder.graph.event_graph import EventGraph

SCHEMA = json.loads((Path(gb.__file__).parent / "export" / "graph.schema.json").read_text("utf-8"))
STORED = ["json", "parquet"]


def same(one, other):
    return (
        nx.utils.graphs_equal(one, other)
        and one.graph == other.graph
        and list(one) == list(other)
        and list(one.edges(keys=True)) == list(other.edges(keys=True))
    )


@pytest.mark.parametrize("format", STORED)
def test_what_is_opened_is_what_was_saved(written, statuses, hostile, format, notes):
    for graph in (statuses, hostile):
        found = gb.open(written(graph, format))
        assert isinstance(found, EventGraph)
        assert same(found, graph)
        assert (found.events(), found.entities()) == (graph.events(), graph.entities())
        assert found.timeline() == graph.timeline()
    assert notes == []


@pytest.mark.parametrize("format", STORED)
def test_the_same_graph_gives_the_same_bytes(written, statuses, format):
    first = written(statuses, format, "a")
    assert written(gb.open(first), format, "b").read_bytes() == first.read_bytes()


def test_the_ending_tells_the_format(statuses, tmp_path):
    statuses.save(tmp_path / "Story.JSON")
    assert same(gb.open(tmp_path / "Story.JSON"), statuses)
    with pytest.raises(gb.OutputError, match=r"'story\.doc' tells no format; end it in one of \."):
        statuses.save("story.doc")
    with pytest.raises(gb.OutputError, match="'xml' is not one of graphml, gexf, json, "):
        statuses.save("story.json", format="xml")


def test_networkx_reads_the_json(written, statuses):
    found = nx.node_link_graph(json.loads(written(statuses, "json").read_text("utf-8")), edges="edges")
    assert nx.utils.graphs_equal(EventGraph(found), statuses)


@pytest.mark.parametrize("name", ["statuses", "hostile"])
def test_the_json_is_as_its_schema_says(written, request, name):
    graph = request.getfixturevalue(name)
    for _, data in graph.nodes(data=True):
        for degrees in ("latitude", "longitude"):
            if type(data.get(degrees, 0)) not in (int, float):
                del data[degrees]
    for facts in graph.graph["documents"].values():
        facts["url"] = None
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    data = json.loads(written(graph, "json").read_text("utf-8"))
    jsonschema.validate(data, SCHEMA, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), "other"),
        (("schema",), 2),
        (("nodes", 0, "kind"), "thing"),
        (("nodes", 0, "participants"), [["agent"]]),
        (("edges", 0, "relation"), None),
        (("graph", "documents", "undated-explainer.txt", "sentences"), [["a", 1, ""]]),
    ],
)
def test_the_schema_refuses_what_is_wrong(written, statuses, where, value):
    data = json.loads(written(statuses, "json").read_text("utf-8"))
    inner = data
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA, jsonschema.Draft202012Validator)


class Bomb:
    def __reduce__(self):
        return Path.touch, (Path("pwned"),)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "was not written by graphbuilder"),
        (pickle.dumps(Bomb()), "was not written by graphbuilder"),
        (b"\x80\x04N.", "was not written by graphbuilder"),
        (b"<gexf/>", "was not written by graphbuilder"),
        (b"[]", "was not written by graphbuilder"),
        (b'{"nodes": [], "edges": []}', "was not written by graphbuilder"),
        (b'{"format": "graphbuilder.graph", "nodes"', "is no JSON file, or a part of one"),
        (b'{"a":' * 100_000, "is no JSON file, or a part of one"),
        (b'{"format": "\xff"}', "is no JSON file, or a part of one"),
        (
            b'{"format": "graphbuilder.graph", "schema": 2}',
            "is of schema 2, this version reads 1; build and save it anew",
        ),
        (b'{"format": "graphbuilder.graph"}', "is of schema None"),
        (b'{"format": "graphbuilder.graph", "schema": 1}', "is damaged"),
        (
            b'{"format": "graphbuilder.graph", "schema": 1, "nodes": 1, "edges": {}, "graph": []}',
            "is damaged",
        ),
    ],
)
def test_what_is_not_ours_is_refused(tmp_path, monkeypatch, content, words):
    monkeypatch.chdir(tmp_path)
    Path("story.json").write_bytes(content)
    with pytest.raises(gb.InputError, match=words) as told:
        gb.open("story.json")
    assert "'story.json'" in str(told.value)
    assert not Path("pwned").exists()


def test_a_file_that_is_not_there(tmp_path):
    for path in (tmp_path / "none.json", tmp_path, "a\x00b"):
        with pytest.raises(gb.InputError, match="cannot be read"):
            gb.open(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data["nodes"].pop(0),
        lambda data: data["nodes"].append(data["nodes"][0]),
        lambda data: data["nodes"][0].pop("participants"),
        lambda data: data["nodes"][0].update(edtf="soon"),
        lambda data: data["nodes"][0]["provenance"][0].update(sentence=99),
        lambda data: data["nodes"][0].pop("provenance"),
        lambda data: data["graph"]["documents"]["undated-explainer.txt"].pop("title"),
        lambda data: data["graph"]["judgements"][0].pop("left"),
        lambda data: data["edges"][0]["provenance"][0].update(document="none.txt"),
        lambda data: data.update(directed=False),
        lambda data: data.update(multigraph=False),
        lambda data: data["graph"].pop("documents"),
        lambda data: data["nodes"][0].update(id=7),
    ],
)
def test_what_is_damaged_is_refused(written, statuses, damage):
    path = written(statuses, "json")
    data = json.loads(path.read_text("utf-8"))
    damage(data)
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(gb.InputError, match="is damaged"):
        gb.open(path)


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, object()])
def test_values_that_json_does_not_have_are_told(statuses, tmp_path, value):
    statuses.nodes["nato"]["mine"] = value
    (tmp_path / "story.json").write_text("old", "utf-8")
    with pytest.raises(gb.OutputError, match="JSON cannot hold"):
        statuses.save(tmp_path / "story.json")
    assert (tmp_path / "story.json").read_text("utf-8") == "old"


@pytest.mark.parametrize("format", STORED)
def test_ids_are_texts(statuses, tmp_path, format):
    statuses.add_node(7)
    with pytest.raises(gb.OutputError, match="the id of the node 7 is no string"):
        statuses.save(tmp_path / "a", format)


def test_half_characters_are_kept(statuses, tmp_path):
    statuses.nodes["nato"]["label"] = "NATO \ud800"
    statuses.save(tmp_path / "story.json")
    assert gb.open(tmp_path / "story.json").nodes["nato"]["label"] == "NATO \ud800"
