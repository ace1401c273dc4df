"""GEXF 1.2 for Gephi: a dynamic graph, in which an event is there from its first day to its last.

An end that is not known is open: what happened "by 18 July 2022" has no start, what is so "since 2014" no end. The date
itself is beside them, as `edtf`. Nodes and edges without a date are always there.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, indent, tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graphbuilder.export.flat import FLATTENED, LEFT_OUT, flat
from graphbuilder.export.formats import Note
from graphbuilder.graph.event_graph import EventGraph

#: The days that Gephi can read.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def gexf(graph: EventGraph, note: Note) -> str:
    """The flat graph as GEXF; without the day of writing, so that the same graph gives the same bytes."""
    note(f"GEXF: {FLATTENED}; {LEFT_OUT}")
    plain = flat(graph)
    undrawn = _without_far_days(plain)
    if undrawn:
        note(f"GEXF: {undrawn} dates before the year 0 or after 9999 stand in edtf alone; Gephi cannot draw them")
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(plain)
    _tidy(writer.xml)
    indent(writer.xml)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(writer.xml, encoding='unicode')}\n"


def _tidy(root: Element) -> None:
    """Remove, in place, what depends on the day and the version of networkx, or is not in the schema of GEXF."""
    for element in root:
        if element.tag == "meta":
            element.attrib.pop("lastmodifieddate")
            element[0].text = "graphbuilder"
        if element.tag == "graph":
            element.attrib.pop("name")


def _without_far_days(plain: nx.MultiDiGraph[str]) -> int:
    """Remove, in place, days that Gephi cannot read, and count their nodes and edges."""
    rows = [*(data for _, data in plain.nodes(data=True)), *(data for *_, data in plain.edges(data=True))]
    return sum(any([_dropped(row, "start"), _dropped(row, "end")]) for row in rows)


def _dropped(row: dict[str, Any], end: str) -> bool:
    if end not in row or _DAY.fullmatch(str(row[end])):
        return False
    del row[end]
    return True
