"""Node-link JSON: the whole graph, as networkx and D3 read it, and as `gb.open` gives it back equal.

`graph.schema.json` beside this file is its JSON Schema.
"""

from __future__ import annotations

import json
import re
from typing import Any

import networkx as nx

from graphbuilder.errors import OutputError
from graphbuilder.export.formats import Note
from graphbuilder.graph.event_graph import SCHEMA, EventGraph

#: What a file of ours begins with, beside its schema.
MARK = "graphbuilder.graph"

_SURROGATE = re.compile("[\ud800-\udfff]")


def nodelink(graph: EventGraph, note: Note) -> str:
    """One JSON object; every attribute is kept as it is."""
    return as_text(as_data(graph)) + "\n"


def as_data(graph: EventGraph) -> dict[str, Any]:
    """The graph as `networkx.node_link_data` gives it, and what it is in front.

    Raises:
        OutputError: the id of a node is no text.
    """
    odd = next((node for node in graph if not isinstance(node, str)), None)
    if odd is not None:
        raise OutputError(f"the id of the node {odd!r} is no string; networkx.relabel_nodes gives it another")
    return {"format": MARK, "schema": SCHEMA, **nx.node_link_data(graph, edges="edges")}


def as_text(data: Any) -> str:
    """JSON text that any reader takes.

    Raises:
        OutputError: somebody has put values into the graph that JSON does not have.
    """
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise OutputError(f"the graph has an attribute that JSON cannot hold ({error}); take it away first") from error
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
