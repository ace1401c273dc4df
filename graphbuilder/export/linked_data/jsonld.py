"""JSON-LD: the RDF of `graphbuilder.export.linked_data.rdf` as JSON."""

from __future__ import annotations

import json
from typing import Any

from graphbuilder.export.formats import Note
from graphbuilder.export.linked_data.rdf import LEFT_OUT, subjects
from graphbuilder.export.linked_data.terms import PREFIXES, Iri, Literal, Name, Subject, Value
from graphbuilder.graph.event_graph import EventGraph


def jsonld(graph: EventGraph, note: Note) -> str:
    """One object for each subject, in the order of the graph; the file has its context, so that nothing is fetched."""
    note(f"RDF: {LEFT_OUT}")
    data = {"@context": PREFIXES, "@graph": [_thing(one) for one in subjects(graph)]}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _thing(subject: Subject) -> dict[str, Any]:
    thing: dict[str, Any] = {"@id": subject.iri.text}
    for name, values in subject.facts:
        if name == "rdf:type":
            thing["@type"] = [value.text for value in values if isinstance(value, Name)]
        else:
            thing[name] = [_value(value) for value in values]
    return thing


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, Iri | Name):
        return {"@id": value.text}
    if isinstance(value, Literal):
        return {"@value": value.text, "@type": value.type} if value.type else {"@value": value.text}
    return {"@list": [{"@value": text} for text in value.texts]}
