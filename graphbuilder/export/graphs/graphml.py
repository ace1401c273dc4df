"""GraphML: for yEd, Cytoscape, Gephi, igraph and whatever else reads graphs."""

from __future__ import annotations

import networkx as nx

from graphbuilder.export.flat import FLATTENED, LEFT_OUT, flat
from graphbuilder.export.formats import Note
from graphbuilder.graph.event_graph import EventGraph


def graphml(graph: EventGraph, note: Note) -> str:
    """The flat graph as GraphML, as networkx writes it."""
    note(f"GraphML: {FLATTENED}; {LEFT_OUT}")
    plain = flat(graph)
    plain.graph.pop("mode")
    lines = ["<?xml version='1.0' encoding='utf-8'?>", *nx.generate_graphml(plain, named_key_ids=True)]
    return "\n".join(lines) + "\n"
