"""Which saved file is a graph of ours, and the graph in it. Any other is refused, and nothing in a file is ever run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

import networkx as nx

from graphbuilder.errors import GraphBuilderError, InputError
from graphbuilder.export.formats import check_package
from graphbuilder.export.graphs.nodelink import MARK
from graphbuilder.graph.event_graph import SCHEMA, EventGraph
from graphbuilder.graph.restored import resolution
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.store.database import is_store

_PARQUET = b"PAR1"
#: How our Turtle and JSON-LD begin.
_RDF = (b"@prefix dcterms: <http://purl.org/dc/terms/>", b'"@context"')
_HEAD = 100
_REMEDY = "gb.open reads what graph.save wrote as .json, .parquet, .ttl or .jsonld"


def open(path: str | PathLike[str]) -> EventGraph:
    """The graph that `graph.save` wrote to this file, equal to the one that was saved.

    Args:
        path: a file of JSON, Parquet, Turtle or JSON-LD.

    Raises:
        InputError: there is no such file, it is none of ours, or one of another version.
        OutputError: Parquet, Turtle and JSON-LD need a package that is not installed.
    """
    name = str(path)
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{name!r} cannot be read ({getattr(error, 'strerror', None) or error}); {_REMEDY}") from error
    if is_store(path):
        raise InputError(f"{name!r} is a store of articles; gb.build({name!r}) makes their graph")
    if any(mark in content[:_HEAD] for mark in _RDF):
        check_package("rdf")
        from graphbuilder.export.linked_data.rdf_reading import graph_of_rdf  # rdflib, an extra

        return graph_of_rdf(content, "json-ld" if content[:1] == b"{" else "turtle", name)
    if content.startswith(_PARQUET):
        check_package("parquet")
        from graphbuilder.export.graphs.parquet import data_of  # pyarrow, an extra

        data = data_of(content, name)
    else:
        data = _json(content, name)
    return graph_of(data, name)


def _json(content: bytes, name: str) -> Any:
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise InputError(f"{name!r} was not written by graphbuilder; {_REMEDY}")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name!r} is no JSON file, or a part of one ({error}); save the graph anew") from error


@collection_paused()
def graph_of(data: Any, name: str) -> EventGraph:
    """The graph of node-link data, checked as a whole before anybody works with it.

    Raises:
        InputError: it is none of ours, of another version, or damaged.
    """
    if not isinstance(data, Mapping) or data.get("format") != MARK:
        raise InputError(f"{name!r} was not written by graphbuilder; {_REMEDY}")
    if data.get("schema") != SCHEMA:
        raise InputError(
            f"{name!r} is of schema {data.get('schema')!r}, this version reads {SCHEMA}; build and save it anew"
        )
    try:
        graph = EventGraph(nx.node_link_graph(dict(data), edges="edges"))
        _check(data, graph)
    except (GraphBuilderError, nx.NetworkXError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{name!r} is damaged ({type(error).__name__}: {error}); save the graph anew") from error
    return graph


def _check(data: Mapping[str, Any], graph: EventGraph) -> None:
    """Refuse a graph that lacks a node, edge or quote, or a fact that a record needs."""
    if data["directed"] is not True or data["multigraph"] is not True:
        raise InputError("its edges have no direction, or no keys")
    named = {node["id"] for node in data["nodes"]}
    if len(named) != len(data["nodes"]) or set(graph) != named:
        raise InputError("two nodes have one id, or an edge leads to a node that is not there")
    if any(not isinstance(node, str) for node in named):
        raise InputError("the id of a node is no text")
    resolution(graph)  # every record, with its quotes
    documents = graph.graph.get("documents", {})
    for *_, tie in graph.edges(data=True):
        for one in tie.get("provenance", ()):
            documents[one["document"]]["sentences"][one["sentence"]]
