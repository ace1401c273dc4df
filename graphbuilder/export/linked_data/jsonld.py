"""JSON-LD: the RDF of `graphbuilder.export.linked_data.rdf` as JSON."""

from __future__ import annotations

import json
from typing import Any

from graphbuilder.export.formats import Note
from graphbuilder.export.linked_data.rdf import LEFT_OUT, subjects
from graphbuilder.export.linked_data.terms import PREFIXES, Iri, Name, literal
from graphbuilder.graph.event_graph import EventGraph


def jsonld(graph: EventGraph, note: Note) -> str:
    """One object for each subject, in the order of the graph; the file has its context, so that nothing is fetched."""
    note(f"RDF: {LEFT_OUT}")
    things = [
        {"@id": at} | {"@type" if name == "rdf:type" else name: _values(value) for name, value in facts.items()}
        for at, facts in subjects(graph)
    ]
    text = json.dumps({"@context": PREFIXES, "@graph": things}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _values(value: Any) -> list[Any]:
    return [_value(one) for one in (value if isinstance(value, list) else [value])]


def _value(value: Any) -> Any:
    if isinstance(value, Name):
        return value
    if isinstance(value, Iri):
        return {"@id": value}
    if isinstance(value, tuple):
        return {"@list": [{"@value": text} for text in value]}
    text, type_ = literal(value)
    return {"@value": text, "@type": type_} if type_ else {"@value": text}
