"""The graph with flat attributes only: strings, numbers and truth values, as GraphML, GEXF and tables take them.

| in the graph | flat |
|---|---|
| None, an empty list | left out |
| a list of texts | one text, joined by "; " |
| a list of pairs, such as participants | "agent: nato; place: bucharest" |
| provenance | `quote` and `document` of the first mention; `provenance` as JSON text |
| other lists and dictionaries | JSON text |
| an event's `label` | `label`, with its status in front: "[did not happen] …"; the words alone are `name` |
| an edge | `label`, its relation and status, and `status`: "not", "planned", "did not happen"; empty for a plain fact |
| graph attributes | left out but `schema`; titles, dates and outlets are on the nodes of documents |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from graphbuilder.export.clean import for_xml, numbered
from graphbuilder.export.status import edge_status, event_marks
from graphbuilder.graph.entries import happened
from graphbuilder.graph.event_graph import EventGraph

Scalar = str | int | float | bool
#: Names of attributes that networkx's writers of GEXF take for something of their own.
_TAKEN = frozenset({"id", "pid", "parents", "viz", "slices", "spells", "key", "networkx_key", "weight"})
#: The attributes for which formats declare columns, with the kind of their values.
COLUMNS: dict[str, type] = {
    **dict.fromkeys(
        (
            "kind", "type", "label", "name", "happened", "status", "relation", "edtf", "precision", "start", "end",
            "dated_by", "polarity", "modality", "tense", "place", "title", "attribution", "attributions", "speakers",
            "aside", "sources", "aliases", "external_ids", "iso", "region", "published", "source", "language", "group",
            "url", "quote", "document",
        ),
        str,
    ),
    **dict.fromkeys(("latitude", "longitude", "score"), float),
    "independent_sources": int,
    **dict.fromkeys(("former", "named"), bool),
}  # fmt: skip

#: What every user of this form is told.
FLATTENED = "lists are joined by '; ', what is nested is JSON text, and what is unknown is left out"
LEFT_OUT = "sentences that no event or name comes from, and the judgements, are left out; JSON holds them"


def flat(graph: EventGraph) -> nx.MultiDiGraph[str]:
    """A plain networkx graph with the same nodes and edges, each with flat attributes; see the table above.

    Characters that XML cannot hold are left out, and what is no string among ids becomes one.

    >>> import networkx as nx
    >>> from graphbuilder.graph.event_graph import EventGraph
    >>> graph = EventGraph()
    >>> graph.add_node("nato", kind="entity", type="organization", label="NATO", aliases=["the Alliance", "the bloc"])
    >>> dict(flat(graph).nodes(data=True))
    {'nato': {'kind': 'entity', 'type': 'organization', 'label': 'NATO', 'aliases': 'the Alliance; the bloc'}}
    """
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        mode="dynamic", **{name: value for name, value in graph.graph.items() if name == "schema"}
    )
    names = _names(graph.nodes)
    for node, data in graph.nodes(data=True):
        plain.add_node(names[node], **node_row(graph, data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        row = edge_row(graph, source, target, key, data)
        plain.add_edge(
            names[source], names[target], key=_free_key(for_xml(str(key)), plain, names, source, target), **row
        )
    _one_kind_each([data for _, data in plain.nodes(data=True)])
    _one_kind_each([data for *_, data in plain.edges(data=True)])
    return plain


def _one_kind_each(rows: Sequence[dict[str, Scalar]]) -> None:
    """Give all values of one name one kind, in place: numbers beside texts become texts, whole beside other numbers
    become floats.
    """
    kinds: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(type(value))
    mixed = {name: float if found == {int, float} else str for name, found in kinds.items() if len(found) > 1}
    for row in rows:
        row.update({name: kind(row[name]) for name, kind in mixed.items() if name in row})


def node_row(graph: EventGraph, data: Mapping[str, Any]) -> dict[str, Scalar]:
    """The flat attributes of a node; an event's label has its status in front."""
    row = _flattened(graph, data)
    if data.get("kind") != "event":
        return row
    label = str(row.pop("label", ""))
    marks = event_marks(graph, data)
    told = {
        "label": for_xml(f"{marks}{label}"),
        "name": label,
        "happened": happened(data["polarity"], data["modality"]),
    }
    return {"kind": "event", "type": row.pop("type", ""), **told, **row}


def edge_row(graph: EventGraph, source: str, target: str, key: object, data: Mapping[str, Any]) -> dict[str, Scalar]:
    """The flat attributes of an edge, with its relation and status as label."""
    status = edge_status(graph, source, target, key, data)
    row = _flattened(graph, data)
    row.pop("label", None)
    kind = row.pop("type", None)  # GEXF has another use for it on edges
    relation = for_xml(str(data.get("relation", key)))
    label = f"{relation} ({status})" if status else relation
    more: dict[str, Scalar] = {"type_": kind} if kind is not None else {}
    return {"label": label, "relation": relation, "status": status, **row, **more}


def columns(row: Mapping[str, Scalar]) -> dict[str, Scalar | None]:
    """The values of `COLUMNS` in a flat row; None where there is none, or one of another kind."""
    return {name: row[name] if _fits(row.get(name), kind) else None for name, kind in COLUMNS.items()}


def _fits(value: Scalar | None, kind: type) -> bool:
    return type(value) in ((int, float) if kind is float else (kind,))


def _names(nodes: Iterable[Any]) -> dict[Any, str]:
    """Node → its id as text that XML can hold; two that would become one differ by a number."""
    names: dict[Any, str] = {}
    taken: set[str] = set()
    for node in nodes:
        names[node] = next(one for one in numbered(for_xml(str(node)), "~") if one not in taken)
        taken.add(names[node])
    return names


def _free_key(key: str, plain: nx.MultiDiGraph[str], names: Mapping[Any, str], source: Any, target: Any) -> str:
    """A key that no edge between these nodes has yet."""
    while plain.has_edge(names[source], names[target], key):
        key += "~"
    return key


def _flattened(graph: EventGraph, data: Mapping[str, Any]) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {}
    for name, value in data.items():
        for part, flattened in _values(graph, for_xml(str(name)), value):
            row[f"{part}_" if part in _TAKEN else part] = flattened
    return row


def _values(graph: EventGraph, name: str, value: Any) -> Iterator[tuple[str, Scalar]]:
    if name == "provenance" and isinstance(value, list):
        yield from _first_quote(graph, value)
    elif isinstance(value, bool | int | float):
        yield name, value
    elif value is not None and value not in ([], (), {}):
        yield name, for_xml(value if isinstance(value, str) else _joined(value))


def _first_quote(graph: EventGraph, provenance: list[Any]) -> Iterator[tuple[str, Scalar]]:
    """Quote and document of the first mention, and all provenance as JSON text."""
    if not provenance:
        return
    first = provenance[0]
    documents = graph.graph.get("documents", {})
    if first["document"] in documents:
        yield "quote", for_xml(documents[first["document"]]["sentences"][first["sentence"]][2])
    yield "document", for_xml(first["document"])
    yield "provenance", for_xml(json.dumps(provenance, ensure_ascii=False))


def _joined(value: Any) -> str:
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, list | tuple) and all(_is_pair(one) for one in value):
        return "; ".join(f"{left}: {right}" for left, right in value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(one, str) for one in value)
