"""EventGraph → files for other programs, one format a module; and saved files → EventGraph.

In: a graph (or a timeline), and a function that is told what the format cannot hold. Out: text, bytes, or the files of
a folder by name. In the order in which they read each other:

    clean           article text made safe for its target
    status, quotes  how far an event is a fact, and which sentences prove it, for all formats alike
    flat            the graph with flat attributes, for formats without lists
    graphs          the whole graph: GraphML, GEXF, JSON, CSV, Cypher, Parquet, FollowTheMoney
    linked_data     the whole graph as RDF: Turtle, JSON-LD, and back
    timelines       the events in order: text, CSV, TimelineJS, ICS, GeoJSON, Markdown, Obsidian
    formats         the list of formats by name, `FORMATS`, which loads none of them
    folder, saving  files and folders, written only where nothing is lost
    opening         a saved file → the graph

To add a format, write a function from a graph and a `Note` to its text in the folder of its kind, use `status` (no
format may say less than the texts do) and the function of `clean` for its target, and add a line to `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graphbuilder.export.timelines import table, text

if TYPE_CHECKING:
    from graphbuilder.graph.entries import TimelineEntry

#: Name of a format → what writes a timeline in it.
TIMELINE_FORMATS: dict[str, Callable[[Sequence[TimelineEntry]], str]] = {
    "text": text.timeline,
    "json": table.as_json,
    "csv": table.as_csv,
}

__all__ = ["TIMELINE_FORMATS"]
