"""`nodes.csv` and `edges.csv` in a folder, for Neo4j's import, pandas and spreadsheets; no cell can act as a formula.

The heads of the columns of ids, labels and types are those of `neo4j-admin database import`. The type of a relationship
has its status: MEMBER_OF is a plain fact, MEMBER_OF_NOT and MEMBER_OF_PLANNED are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graphbuilder.export.clean import csv_text
from graphbuilder.export.flat import FLATTENED, LEFT_OUT, Scalar, flat
from graphbuilder.export.formats import Note
from graphbuilder.graph.event_graph import EventGraph

#: Kind of a node → its label in Neo4j; what others have put into the graph is a Thing.
LABELS = {"entity": "Entity", "event": "Event", "document": "Document"}
#: The first columns; others follow in order of the alphabet.
NODE_COLUMNS = ("id:ID", ":LABEL", "label", "type", "edtf", "happened", "quote")
EDGE_COLUMNS = (":START_ID", ":END_ID", ":TYPE", "label", "status", "key", "edtf", "quote")

_UNSAFE = re.compile("[^A-Z0-9]+")


def csv_pair(graph: EventGraph, note: Note) -> dict[str, str]:
    """The two tables; a cell that a spreadsheet would run has an apostrophe in front, in both the same."""
    note(f"CSV: {FLATTENED}; {LEFT_OUT}")
    plain = flat(graph)
    nodes = [
        {"id:ID": node, ":LABEL": node_label(data), **{name: value for name, value in data.items() if name != "kind"}}
        for node, data in plain.nodes(data=True)
    ]
    edges = [
        {
            ":START_ID": source,
            ":END_ID": target,
            ":TYPE": edge_type(plain.nodes, source, target, data),
            "key": key,
            **data,
        }
        for source, target, key, data in plain.edges(keys=True, data=True)
    ]
    return {"nodes.csv": _table(NODE_COLUMNS, nodes), "edges.csv": _table(EDGE_COLUMNS, edges)}


def node_label(data: dict[str, Scalar]) -> str:
    """The label of a node in Neo4j."""
    return LABELS.get(str(data.get("kind")), "Thing")


def edge_type(nodes: Any, source: str, target: str, data: dict[str, Scalar]) -> str:
    """The type of a relationship: the relation and its status, but for that of an event, which is on the event."""
    kinds = {nodes[source].get("kind"), nodes[target].get("kind")}
    status = data.get("status", "") if len(kinds) == 1 else ""
    return identifier(f"{data.get('relation', '')} {status}")


def identifier(text: str) -> str:
    """A name for a type that needs no quotes and can hold no command.

    >>> identifier("member_of not, said"), identifier("x`]->() DETACH DELETE"), identifier("é")
    ('MEMBER_OF_NOT_SAID', 'X_DETACH_DELETE', 'TIE')
    """
    name = _UNSAFE.sub("_", text.upper())[:60].strip("_")
    return name if name[:1].isalpha() else f"TIE_{name}".strip("_")


def _table(first: Sequence[str], rows: Sequence[dict[str, Any]]) -> str:
    return csv_text([*first, *sorted({name for row in rows for name in row} - set(first))], rows)
