"""One table of Parquet with a row for each node and edge, for DuckDB, polars, pandas and Arrow; `gb.open` reads it
back.

The columns are those of the flat graph that all collections have. `data` has every attribute as JSON text, and the
metadata of the file those of the graph, its documents and their sentences among them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graphbuilder.errors import InputError
from graphbuilder.export.flat import COLUMNS, columns, edge_row, node_row
from graphbuilder.export.formats import Note
from graphbuilder.export.graphs.nodelink import as_data, as_text
from graphbuilder.graph.event_graph import EventGraph

#: The key of our part of the metadata of a file.
_METADATA = b"graphbuilder"
_KINDS = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_()}
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("element", "id", "source", "target", "key")),
        *((name, _KINDS[kind]) for name, kind in COLUMNS.items() if name != "source"),
        ("data", pa.string()),
    ]
)


def parquet(graph: EventGraph, note: Note) -> bytes:
    """The table as a file; texts of articles are in it as they are."""
    data = as_data(graph)
    head = {name: value for name, value in data.items() if name not in ("nodes", "edges")}
    table = pa.Table.from_pylist(
        [*_nodes(graph), *_edges(graph)], SCHEMA.with_metadata({_METADATA: as_text(head).encode("utf-8")})
    )
    stream = BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _nodes(graph: EventGraph) -> Iterator[dict[str, Any]]:
    for node, data in graph.nodes(data=True):
        row = columns(node_row(graph, data))
        yield {**row, "element": "node", "id": node, "source": None, "data": as_text(data)}


def _edges(graph: EventGraph) -> Iterator[dict[str, Any]]:
    for source, target, key, data in graph.edges(keys=True, data=True):
        row = columns(edge_row(graph, source, target, key, data))
        stored = data if isinstance(key, str) else {**data, "key": key}  # the numbers of edges of your own
        ends = {"source": source, "target": target, "key": str(key)}
        yield {**row, "element": "edge", **ends, "data": as_text(stored)}


def data_of(content: bytes, name: str) -> Any:
    """The node-link data of a file.

    Raises:
        InputError: it is none of ours, or damaged.
    """
    try:
        table = pq.read_table(BytesIO(content), columns=["element", "id", "source", "target", "key", "data"])
        metadata = table.schema.metadata or {}
        data = json.loads(metadata.get(_METADATA, b"null"))
        rows = table.to_pylist()
        nodes = [{**json.loads(row["data"]), "id": row["id"]} for row in rows if row["element"] == "node"]
        edges = [
            {"key": row["key"], **json.loads(row["data"]), "source": row["source"], "target": row["target"]}
            for row in rows
            if row["element"] == "edge"
        ]
        return data and {**data, "nodes": nodes, "edges": edges}
    except (pa.ArrowException, LookupError, TypeError, ValueError, RecursionError, OSError) as error:
        raise InputError(f"{name!r} was not written by graphbuilder, or is damaged ({error})") from error
