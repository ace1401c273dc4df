"""CSV pair and Cypher, opened again by csv, pandas and an engine of openCypher."""

from __future__ import annotations

import csv
import json
import re

import networkx as nx
import pandas as pd
import pytest

from graphbuilder.export.flat import COLUMNS
from graphbuilder.export.graphs.csv_pair import LABELS, identifier
from graphbuilder.graph.event_graph import EventGraph


def tables(folder):
    assert sorted(path.name for path in folder.iterdir()) == [".graphbuilder.json", "edges.csv", "nodes.csv"]
    found = []
    for name in ("nodes.csv", "edges.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            found.append(list(csv.DictReader(stream, strict=True)))
    return found


def test_pandas_and_networkx_make_the_graph_again(written, statuses):
    folder = written(statuses, "csv")
    nodes = pd.read_csv(folder / "nodes.csv", keep_default_na=False)
    edges = pd.read_csv(folder / "edges.csv", keep_default_na=False)
    found = nx.from_pandas_edgelist(
        edges, ":START_ID", ":END_ID", edge_key="key", create_using=nx.MultiDiGraph, edge_attr=["label"]
    )
    assert list(nodes["id:ID"]) == list(statuses)
    assert set(found.edges(keys=True)) == set(statuses.edges(keys=True))
    summit = nodes.set_index("id:ID").loc["2008-bucharest-summit"]
    assert (summit[":LABEL"], summit.edtf, summit.happened) == ("Event", "2008-04-02/2008-04-04", "happened")


def test_what_is_no_fact_has_another_type_and_says_so(written, statuses):
    nodes, edges = tables(written(statuses, "csv"))
    types = {
        row[":TYPE"]: row["label"] for row in edges if row["relation"] == "member_of" and row[":START_ID"] == "finland"
    }
    words = ("not", "planned", "possible", "conditional", "demanded", "former", "said")
    assert types == {f"MEMBER_OF_{word.upper()}": f"member_of ({word})" for word in words}
    assert [row[":TYPE"] for row in edges if row["key"] == "causes:not"] == ["CAUSES_NOT"]
    label = {row["id:ID"]: row["label"] for row in nodes}
    assert label["2008-no-map"] == "[did not happen] Membership Action Plan not given"
    assert label["2022-veto"].startswith("[Jens Stoltenberg says] ")
    pledge = next(row for row in nodes if row["id:ID"] == "2022-pledge")
    assert (pledge["edtf"], pledge["start"], pledge["end"]) == ("../2022-07-18", "", "2022-07-18")


def test_no_cell_is_a_formula_and_every_edge_leads_to_a_node(written, hostile):
    hostile.nodes["=HYPERLINK(1)"]["latitude"] = -12.5
    nodes, edges = tables(written(hostile, "csv"))
    assert (len(nodes), len(edges)) == (len(hostile), hostile.number_of_edges())
    for row in (*nodes, *edges):
        assert None not in row.values()
        for name, value in row.items():
            number = name in ("latitude", "longitude", "score") and value.lstrip("-").replace(".", "").isdigit()
            assert number or not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    named = {row["id:ID"] for row in nodes}
    assert all(row[end] in named for row in edges for end in (":START_ID", ":END_ID"))
    assert "'=HYPERLINK(1)" in named


@pytest.mark.parametrize("format", ["csv", "cypher"])
def test_the_same_graph_gives_the_same_bytes_and_losses_are_said(written, statuses, notes, format):
    one, other = written(statuses, format, "a"), written(EventGraph(statuses), format, "b")
    assert len(notes) == 2
    assert all("lists are joined" in note for note in notes)
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()


# --- Cypher -------------------------------------------------------------------------------------------------------


KINDS = {float: "DOUBLE", int: "INT64", bool: "BOOLEAN", str: "STRING"}


@pytest.fixture
def database():
    """What a folder of Cypher gives in an engine of openCypher: a function from statements to rows."""
    engine = pytest.importorskip("ladybug", reason="no engine of openCypher here: pip install ladybug")

    def database(folder):
        parameters = json.loads((folder / "parameters.json").read_text("utf-8"))
        connection = engine.Connection(engine.Database(":memory:", buffer_pool_size=1 << 28))
        columns = ", ".join(f"`{name}` {KINDS[kind]}" for name, kind in COLUMNS.items())
        for label in (*LABELS.values(), "Thing"):
            connection.execute(f"CREATE NODE TABLE {label}(id STRING PRIMARY KEY, {columns})")
        ends = {}
        statements = (folder / "graph.cypher").read_text("utf-8").removesuffix("\n").split(";\n")
        for statement in statements:
            if "[r:" in statement:
                name = statement.split(" ", 2)[1].removeprefix("$")
                source, _, rest = name.partition("_")
                type, _, target = rest.rpartition("_")
                ends.setdefault(type, []).append(f"FROM {source} TO {target}")
        for type, pairs in ends.items():
            connection.execute(f"CREATE REL TABLE {type}({', '.join(pairs)}, key STRING, {columns})")
        for _ in range(2):  # the second time changes nothing
            for statement in statements:
                name = statement.split(" ", 2)[1].removeprefix("$")
                connection.execute(statement, {name: parameters[name]})
        return lambda query: list(connection.execute(query))

    return database


def test_an_engine_takes_the_statements_and_their_parameters(written, database, statuses):
    ask = database(written(statuses, "cypher"))
    assert ask("MATCH (n) RETURN count(n)") == [[len(statuses)]]
    assert ask("MATCH ()-[r]->() RETURN count(r)") == [[statuses.number_of_edges()]]
    assert ask("MATCH (a)-[:MEMBER_OF]->(b) RETURN a.id, b.id") == [["romania", "nato"]]
    assert ask("MATCH (a)-[r:MEMBER_OF_NOT]->(b) RETURN a.id, r.label") == [["finland", "member_of (not)"]]
    assert ask("MATCH (n:Event {id: '2022-pledge'}) RETURN n.edtf, n.start, n.`end`") == [
        ["../2022-07-18", None, "2022-07-18"]
    ]
    assert ask("MATCH (n:Event {id: '2008-no-map'})-[:RECIPIENT]->(b) RETURN n.happened, b.id ORDER BY b.id") == [
        ["did not happen", "georgia-country"], ["did not happen", "ukraine"],
    ]  # fmt: skip
    assert ask("MATCH (n:Entity {id: 'bucharest'}) RETURN n.latitude") == [[44.43225]]


def test_hostile_text_is_in_the_parameters_only(written, database, hostile):
    folder = written(hostile, "cypher")
    statements = (folder / "graph.cypher").read_text("utf-8")
    assert statements.isascii()
    assert not {"'", '"', "<", "\\", "/", "?"} & set(statements)
    assert set(re.findall("`([^`]*)`", statements)) <= COLUMNS.keys()
    ask = database(folder)
    assert ask("MATCH (n) RETURN count(n)") == [[len(hostile)]]
    assert ask("MATCH ()-[r]->() RETURN count(r)") == [[hostile.number_of_edges()]]
    script = "</script><script>window.__pwned=1</script>"
    assert [script] in ask("MATCH (n:Entity) RETURN n.label")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("member_of", "MEMBER_OF"),
        ("member_of not", "MEMBER_OF_NOT"),
        ("x`]->() DETACH DELETE n //", "X_DETACH_DELETE_N"),
        ("7 seas", "TIE_7_SEAS"),
        ("", "TIE"),
        ("ﬁ ß é", "FI_SS"),
        ("a" * 100, "A" * 60),
    ],
)
def test_types_are_plain_names(text, name):
    assert identifier(text) == name
