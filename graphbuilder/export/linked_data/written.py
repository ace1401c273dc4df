"""RDF as text: Turtle for people and SPARQL stores, and JSON-LD; both write the subjects of `rdf`."""

from __future__ import annotations

import json
import re
from typing import Any

from graphbuilder.export.formats import Note
from graphbuilder.export.linked_data.rdf import LEFT_OUT, subjects
from graphbuilder.export.linked_data.terms import PREFIXES, Iri, Name, literal
from graphbuilder.graph.event_graph import EventGraph

_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_HALF = re.compile("[\ud800-\udfff]")


def turtle(graph: EventGraph, note: Note) -> str:
    """One block for each subject, in the order of the graph."""
    note(f"RDF: {LEFT_OUT}")
    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    for at, facts in subjects(graph):
        told = " ;\n    ".join(f"{name} {_values(value)}" for name, value in facts.items())
        lines.append(f"\n<{at}> {told} .")
    return "\n".join(lines) + "\n"


def _values(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_values, value))
    if isinstance(value, tuple):
        return f"( {' '.join(map(_string, value))} )"
    if isinstance(value, Iri):
        return f"<{value}>"
    if isinstance(value, Name):
        return value
    text, type_ = literal(value)
    return f"{_string(text)}^^{type_}" if type_ else _string(text)


def _string(text: str) -> str:
    whole = _HALF.sub("\ufffd", text)
    return f'"{_ESCAPED.sub(_escaped, whole)}"'


def _escaped(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}" if mark[0] in '\\"' else f"\\u{ord(mark[0]):04X}"


def jsonld(graph: EventGraph, note: Note) -> str:
    """One object for each subject, in the order of the graph; the file has its context, so that nothing is fetched."""
    note(f"RDF: {LEFT_OUT}")
    things = [
        {"@id": at} | {"@type" if name == "rdf:type" else name: _json_values(value) for name, value in facts.items()}
        for at, facts in subjects(graph)
    ]
    text = json.dumps({"@context": PREFIXES, "@graph": things}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _json_values(value: Any) -> list[Any]:
    return [_json_value(one) for one in (value if isinstance(value, list) else [value])]


def _json_value(value: Any) -> Any:
    if isinstance(value, Name):
        return value
    if isinstance(value, Iri):
        return {"@id": value}
    if isinstance(value, tuple):
        return {"@list": [{"@value": text} for text in value]}
    text, type_ = literal(value)
    return {"@value": text, "@type": type_} if type_ else {"@value": text}
