"""Each format says who has no name, or leaves them out and says that."""

from __future__ import annotations

import json

import networkx as nx
import pytest

import graphbuilder as gb


@pytest.fixture
def graph(samples):
    return samples.described_graph()


@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graph_files_have_it_on_entities_alone(written, graph, samples, format, read):
    nodes = read(written(graph, format)).nodes
    assert nodes[samples.DESCRIBED]["named"] is False
    assert nodes["nato"]["named"] is True
    assert "named" not in nodes["2008-invasion"]


@pytest.mark.parametrize("format", ["json", "json-ld", "turtle", "parquet"])
def test_they_are_as_they_were_when_the_file_is_opened(written, graph, format):
    again = gb.open(written(graph, format, f"out.{format}"))
    assert again.entities(unnamed=True) == graph.entities(unnamed=True)


def test_a_table_of_nodes_and_a_database_have_it(written, graph, samples):
    [line] = [
        one
        for one in (written(graph, "csv") / "nodes.csv").read_text("utf-8").splitlines()
        if one.startswith(samples.DESCRIBED)
    ]
    assert ",false," in line
    rows = json.loads((written(graph, "cypher", "db") / "parameters.json").read_text("utf-8"))["Entity"]
    assert {row["id"] for row in rows if row["named"] is False} == {samples.DESCRIBED, "a-power-grid-2b7d10"}


def test_a_database_of_names_has_names_only(written, graph, notes):
    text = written(graph, "ftm").read_text("utf-8")
    told = [json.loads(line) for line in text.splitlines()]
    names = {
        name for one in told if one["schema"] not in ("Event", "Article") for name in one["properties"].get("name", ())
    }
    assert "NATO" in names
    assert not names & {"foreign ministers", "a power grid"}
    known = {one["id"] for one in told}
    assert all(end in known for one in told for end in one["properties"].get("involved", ()))
    assert any("no name" in note for note in notes)


def test_a_note_of_an_event_tells_them_in_plain_words(written, graph):
    folder = written(graph, "obsidian")
    assert not list(folder.glob("Names/*oreign ministers*"))
    [meeting] = folder.glob("Events/*meeting in Bucharest*.md")
    assert "- attendee: foreign ministers" in meeting.read_text("utf-8").splitlines()
