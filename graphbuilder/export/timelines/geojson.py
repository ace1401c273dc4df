"""GeoJSON (RFC 7946): events that have a place on the map, and places, for QGIS, kepler.gl, Leaflet and uMap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import as_json, quotes
from graphbuilder.export.status import entry_marks
from graphbuilder.graph.attributes import point
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph


def geojson(graph: EventGraph, note: Note) -> str:
    """A point for each event and place; that of a country or region is its middle, and `place_of` says so."""
    entries = graph.timeline()
    events = [feature for entry in entries for feature in _event(graph, entry)]
    note("GeoJSON: people, organisations and ties are left out; a country or region is one point, as place_of says")
    if len(events) < len(entries):
        note(f"GeoJSON: {len(entries) - len(events)} events without a place on the map are left out")
    entities = ((node, data) for node, data in graph.nodes(data=True) if data.get("kind") == "entity")
    places = [feature for node, data in entities for feature in _place(node, data)]
    return as_json({"type": "FeatureCollection", "features": [*events, *places]})


def _event(graph: EventGraph, entry: TimelineEntry) -> Iterator[dict[str, Any]]:
    event = graph.nodes[entry.id]
    data = graph.nodes.get(event["place"], {})
    where = point(data)
    if where is None:
        return
    found = quotes(graph, entry.mentions)[:1]
    yield _feature(
        entry.id,
        where,
        {
            "kind": "event",
            "name": for_terminal(f"{entry_marks(entry)}{entry.label}"),
            "happened": entry.happened,
            "attribution": entry.attribution and for_terminal(entry.attribution),
            "type": for_terminal(entry.type),
            "when": entry.readable,
            "edtf": entry.when,
            "start": event["start"],  # null where it is open
            "end": event["end"],
            "place": for_terminal(str(data["label"])),
            "place_of": data.get("place_of"),
            "sources": [for_terminal(one) for one in entry.sources],
            "quote": found[0].text if found else None,
            "url": found[0].url if found else None,
        },
    )


def _place(node: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    where = point(data)
    if where is not None:
        facts = {name: data.get(name) for name in ("place_of", "iso", "region", "place_rule", "place_score")}
        yield _feature(f"place:{node}", where, {"kind": "place", "name": for_terminal(str(data["label"])), **facts})


def _feature(id: str, where: tuple[float, float], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id, "geometry": {"type": "Point", "coordinates": where}, "properties": properties}
