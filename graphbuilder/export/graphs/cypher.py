"""A folder for Neo4j and other databases that speak Cypher: `graph.cypher`, whose statements take all values from the
parameters in `parameters.json`, so that no text of an article is ever a part of a statement.

    import json, pathlib, neo4j
    statements = pathlib.Path("out/graph.cypher").read_text("utf-8")
    parameters = json.loads(pathlib.Path("out/parameters.json").read_text("utf-8"))
    with neo4j.GraphDatabase.driver(address, auth=(user, password)) as driver:
        for statement in statements.split(";\n"):
            driver.execute_query(statement, parameters)

Written again, the same graph changes nothing in the database.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graphbuilder.export.flat import FLATTENED, LEFT_OUT, Scalar, flat
from graphbuilder.export.formats import Note
from graphbuilder.export.graphs.csv_pair import edge_type, node_label
from graphbuilder.export.graphs.nodelink import as_text
from graphbuilder.graph.event_graph import EventGraph

#: Label → the properties of its nodes.
NODE_PROPERTIES = {
    "Entity": (
        "label", "named", "type", "aliases", "external_ids", "iso", "region", "latitude", "longitude", "quote",
        "document", "score",
    ),
    "Event": (
        "label", "name", "type", "happened", "polarity", "modality", "attributions", "speakers", "edtf", "precision",
        "start", "end", "dated_by", "place", "sources", "independent_sources", "quote", "document", "score",
    ),
    "Document": ("label", "document", "title", "published", "source", "language", "group", "url"),
    "Thing": ("label",),
}  # fmt: skip
#: The properties of relationships, beside `key`.
EDGE_PROPERTIES = (
    "label", "status", "relation", "polarity", "modality", "tense", "former", "attribution", "title", "edtf",
    "precision", "start", "end", "quote", "document", "score",
)  # fmt: skip
#: Those that are no text.
NUMBERS = {
    "latitude": float, "longitude": float, "score": float, "independent_sources": int, "former": bool, "named": bool,
}  # fmt: skip


def cypher(graph: EventGraph, note: Note) -> dict[str, str]:
    """The statements, with one list of parameters for each kind of node and of relationship."""
    note(f"Cypher: {FLATTENED}; {LEFT_OUT}; of every telling but the first the quote is left out")
    plain = flat(graph)
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node, data in plain.nodes(data=True):
        label = node_label(data)
        nodes[label].append({"id": node, **_row(data, NODE_PROPERTIES[label])})
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, key, data in plain.edges(keys=True, data=True):
        ends = node_label(plain.nodes[source]), node_label(plain.nodes[target])
        row = {"source": source, "target": target, "key": key, **_row(data, EDGE_PROPERTIES)}
        edges[ends[0], edge_type(plain.nodes, source, target, data), ends[1]].append(row)
    statements, parameters = [], dict[str, list[dict[str, Any]]]()
    for label, rows in nodes.items():
        parameters[label] = rows
        statements.append(_nodes_statement(label, _used(NODE_PROPERTIES[label], rows)))
    for kind, rows in sorted(edges.items()):
        parameters["_".join(kind)] = rows
        statements.append(_edges_statement(*kind, _used(EDGE_PROPERTIES, rows)))
    return {"graph.cypher": ";\n".join(statements) + "\n", "parameters.json": as_text(parameters) + "\n"}


def _used(names: tuple[str, ...], rows: list[dict[str, Any]]) -> list[str]:
    """The properties that at least one row has."""
    return [name for name in names if any(row[name] is not None for row in rows)]


def _row(data: dict[str, Scalar], names: tuple[str, ...]) -> dict[str, Scalar | None]:
    """The properties of these names; None where there is none, or one of another kind than it should be."""
    found = {name: data.get(name) for name in names}
    return {name: value if value is None or _fits(name, value) else None for name, value in found.items()}


def _fits(name: str, value: Scalar) -> bool:
    kind = NUMBERS.get(name, str)
    return type(value) in ((int, float) if kind is float else (kind,))


def _nodes_statement(label: str, names: list[str]) -> str:
    return f"UNWIND ${label} AS row MERGE (n:{label} {{id: row.id}}){_set('n', names)}"


def _edges_statement(source: str, type: str, target: str, names: list[str]) -> str:
    return (
        f"UNWIND ${source}_{type}_{target} AS row "
        f"MATCH (a:{source} {{id: row.source}}), (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{type} {{key: row.key}}]->(b){_set('r', names)}"
    )


def _set(variable: str, names: list[str]) -> str:
    """The SET clause, with names in quotes, since "end" is a word of Cypher; they are those above and no text of an
    article.
    """
    told = ", ".join(f"{variable}.`{name}` = row.`{name}`" for name in names)
    return f" SET {told}" if told else ""
