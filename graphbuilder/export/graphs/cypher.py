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

from graphbuilder.export.flat import COLUMNS, FLATTENED, LEFT_OUT, Scalar, columns, flat
from graphbuilder.export.formats import Note
from graphbuilder.export.graphs.csv_pair import edge_type, node_label
from graphbuilder.export.graphs.nodelink import as_text
from graphbuilder.graph.event_graph import EventGraph

Row = dict[str, Scalar | None]


def cypher(graph: EventGraph, note: Note) -> dict[str, str]:
    """The statements, with one list of parameters for each kind of node and of relationship."""
    note(f"Cypher: {FLATTENED}; {LEFT_OUT}; of every telling but the first the quote is left out")
    plain = flat(graph)
    nodes: dict[str, list[Row]] = defaultdict(list)
    for node, data in plain.nodes(data=True):
        nodes[node_label(data)].append({**columns(data), "id": node})
    edges: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for source, target, key, data in plain.edges(keys=True, data=True):
        ends = node_label(plain.nodes[source]), node_label(plain.nodes[target])
        row = {**columns(data), "source": source, "target": target, "key": key}
        edges[ends[0], edge_type(plain.nodes, source, target, data), ends[1]].append(row)
    statements, parameters = [], dict[str, list[Row]]()
    for label, rows in nodes.items():
        used = _used(rows)
        parameters[label] = _only(["id", *used], rows)
        statements.append(_nodes_statement(label, used))
    for kind, rows in sorted(edges.items()):
        used = [name for name in _used(rows) if name != "source"]
        parameters["_".join(kind)] = _only(["source", "target", "key", *used], rows)
        statements.append(_edges_statement(*kind, used))
    return {"graph.cypher": ";\n".join(statements) + "\n", "parameters.json": as_text(parameters) + "\n"}


def _used(rows: list[Row]) -> list[str]:
    """The properties that at least one row has, beside its kind, which is the label."""
    return [name for name in COLUMNS if name != "kind" and any(row[name] is not None for row in rows)]


def _only(names: list[str], rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in names} for row in rows]


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
