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
from graphbuilder.export.flat import edge_row, node_row
from graphbuilder.export.formats import Note
from graphbuilder.export.graphs.nodelink import as_data, as_text
from graphbuilder.graph.event_graph import EventGraph

#: The key of our part of the metadata of a file.
_METADATA = b"graphbuilder"
#: Beside these a row has nothing but `data`.
_TEXTS = (
    "element", "id", "source", "target", "key", "kind", "type", "label", "name", "happened", "status", "relation",
    "edtf", "precision", "start", "end", "polarity", "modality", "place", "title", "attribution", "quote", "document",
)  # fmt: skip
_NUMBERS = ("latitude", "longitude", "score")
_FLAGS = ("former", "named")
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in _TEXTS),
        *((name, pa.float64()) for name in _NUMBERS),
        ("independent_sources", pa.int64()),
        *((name, pa.bool_()) for name in _FLAGS),
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
        yield {"element": "node", "id": node, **_columns(node_row(graph, node, data)), "data": as_text(data)}


def _edges(graph: EventGraph) -> Iterator[dict[str, Any]]:
    for source, target, key, data in graph.edges(keys=True, data=True):
        row = _columns(edge_row(graph, source, target, key, data))
        stored = data if isinstance(key, str) else {**data, "key": key}  # the numbers of edges of your own
        yield {"element": "edge", "source": source, "target": target, "key": str(key), **row, "data": as_text(stored)}


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    """The values of a row that are of the kind of their column; all are in `data` anyway."""
    found = {name: row[name] for name in _TEXTS if isinstance(row.get(name), str)}
    found |= {name: float(row[name]) for name in _NUMBERS if type(row.get(name)) in (int, float)}
    found |= {name: row[name] for name in ("independent_sources",) if type(row.get(name)) is int}
    return found | {name: row[name] for name in _FLAGS if isinstance(row.get(name), bool)}


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
        return data and {**data, "nodes": [*_stored_nodes(rows)], "edges": [*_stored_edges(rows)]}
    except (pa.ArrowException, LookupError, TypeError, ValueError, RecursionError, OSError) as error:
        raise InputError(f"{name!r} was not written by graphbuilder, or is damaged ({error})") from error


def _stored_nodes(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield from ({**json.loads(row["data"]), "id": row["id"]} for row in rows if row["element"] == "node")


def _stored_edges(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        if row["element"] == "edge":
            yield {"key": row["key"], **json.loads(row["data"]), "source": row["source"], "target": row["target"]}
