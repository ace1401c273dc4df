"""FollowTheMoney JSON lines, for OpenAleph and its kin: people, organisations, places, events, articles and plain ties.

A link in FollowTheMoney is a fact, so only relations that are plain facts are written; others are counted. Dates are as
precise as in the text (2008, 2008-04); their words are in the description. Who has no name ("police") is left out: such
programs compare names across collections.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from graphbuilder.addresses import shown_address
from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import quotes
from graphbuilder.export.status import edge_status, entry_marks
from graphbuilder.graph.attributes import is_named, point
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import interval_of
from graphbuilder.intervals import Bound, Interval
from graphbuilder.records import content_hash

#: Type of an entity → schema; others are a Note.
SCHEMAS = {"person": "Person", "organization": "Organization", "group": "LegalEntity", "place": "Address"}


def ftm(graph: EventGraph, note: Note) -> str:
    """One object a line, the articles first, then names, events and ties."""
    note("FollowTheMoney: what is no person, organisation, group or place is a Note; roles of events are left out")
    ties, others = _ties(graph)
    note("FollowTheMoney: who is only described and has no name is left out")
    if others:
        note(f"FollowTheMoney: {others} ties that no text tells as a fact that is so are left out")
    documents = graph.graph.get("documents", {})
    entities = [(node, data) for node, data in graph.nodes(data=True) if _is_name(data)]
    lines = [
        *(_article(name, facts) for name, facts in documents.items()),
        *(_entity(node, data) for node, data in entities),
        *(_event(graph, entry) for entry in graph.timeline(retold=True)),
        *ties,
    ]
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)


def _is_name(data: dict[str, Any]) -> bool:
    return data.get("kind") == "entity" and is_named(data)


def _id(kind: str, *parts: str) -> str:
    return f"gb-{content_hash(kind, *parts, digits=24)}"


def _object(id: str, schema: str, **properties: Iterable[object]) -> dict[str, Any]:
    """An object without empty texts and properties; every value is a text."""
    told = {name: [text for one in values if (text := for_terminal(str(one)))] for name, values in properties.items()}
    return {
        "id": id,
        "schema": schema,
        "properties": {name: [*dict.fromkeys(told[name])] for name in told if told[name]},
    }


def _known(*values: object) -> list[object]:
    """The values that are not None."""
    return [value for value in values if value is not None]


def _article(name: str, facts: dict[str, Any]) -> dict[str, Any]:
    return _object(
        _id("document", name),
        "Article",
        title=_known(facts["title"] or name),
        fileName=[name],
        publishedAt=_known(facts["published"] and facts["published"][:10]),
        publisher=_known(facts["source"]),
        sourceUrl=_known(shown_address(facts.get("url"))),
        language=["eng"] if facts["language"] == "en" else [],
    )


def _entity(node: str, data: dict[str, Any]) -> dict[str, Any]:
    where = point(data)
    more = {} if where is None else {"longitude": [where[0]], "latitude": [where[1]]}
    schema = SCHEMAS.get(data["type"], "Note")
    if schema == "Address":  # it is called by its full address
        more["full"] = [data["label"]]
    return _object(
        _id("entity", node),
        schema,
        name=[data["label"]],
        alias=data["aliases"],
        country=_known(data.get("iso") and str(data["iso"]).casefold()),
        keywords=[data["type"]],
        proof=[_id("document", one) for one in dict.fromkeys(one["document"] for one in data["provenance"])],
        **more,
    )


def _event(graph: EventGraph, entry: TimelineEntry) -> dict[str, Any]:
    told = quotes(graph, entry.mentions)
    involved = [entity for _, entity in graph.nodes[entry.id]["participants"]]
    return _object(
        _id("event", entry.id),
        "Event",
        name=[f"{entry_marks(entry)}{entry.label}"],
        description=[f"{entry.readable} ({entry.when or 'undated'}), {entry.happened}"],
        notes=[f"“{one.text}” – {one.origin}" for one in told],
        keywords=[entry.type, entry.happened],
        location=_known(entry.place),
        involved=[_id("entity", one) for one in involved if one in graph and is_named(graph.nodes[one])],
        publisher=entry.sources,
        sourceUrl=[one.url for one in told if one.url],
        proof=[_id("document", one.document) for one in told],
        recordId=[entry.id],
        **_dates(entry.interval),
    )


def _dates(interval: Interval | None) -> dict[str, list[object]]:
    """One date where both ends are the same, else where it begins and ends; an open end is left out."""
    if interval is None:
        return {}
    start, end = _day(interval.start), _day(interval.end)
    if start is not None and start == end:
        return {"date": [start]}
    return {"startDate": _known(start), "endDate": _known(end)}


def _day(bound: Bound | None) -> str | None:
    return bound.iso_day if bound is not None and 1000 <= bound.year <= 9999 else None


def _ties(graph: EventGraph) -> tuple[list[dict[str, Any]], int]:
    """The relations between entities that are plain facts, and the number of the others."""
    found, others = [], 0
    for source, target, key, data in graph.edges(keys=True, data=True):
        if not all(_is_name(graph.nodes[one]) for one in (source, target)) or "relation" not in data:
            continue
        if edge_status(graph, source, target, key, data):
            others += 1
            continue
        found.append(_tie(source, target, str(key), data))
    return found, others


def _tie(source: str, target: str, key: str, data: dict[str, Any]) -> dict[str, Any]:
    return _object(
        _id("tie", source, target, key),
        "UnknownLink",
        subject=[_id("entity", source)],
        object=[_id("entity", target)],
        role=[str(data["relation"]).replace("_", " "), *_known(data.get("title"))],
        proof=[_id("document", one) for one in dict.fromkeys(one["document"] for one in data["provenance"])],
        **_dates(interval_of(data)),
    )
