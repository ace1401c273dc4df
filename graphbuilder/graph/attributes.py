"""Records → node and edge attributes: what is stored of each record, as plain JSON values.

Quotes are not stored with what they prove: provenance refers to the sentences, which are stored once in
``graph.graph["documents"]``. `graphbuilder.graph.restored` makes the records again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphbuilder.intervals import Bound, Interval
from graphbuilder.knowledge.places import identified
from graphbuilder.records import Entity, Event, Judgement, Provenance, Relation, Source

Plain = dict[str, Any]

#: The fields of a record that are attributes of the same name, with lists for tuples.
ENTITY = ("type", "named", "aliases", "mentions", "external_ids", "corrections")
EVENT = (
    "type", "polarity", "modality", "place", "participants", "attributions", "speakers", "sources",
    "independent_sources", "part_of", "mentions", "dated_by", "score", "corrections", "choices", "aside",
)  # fmt: skip
RELATION = ("polarity", "modality", "tense", "former")
SOURCE = ("title", "source", "language", "group", "url", "corrections")


def is_named(data: Plain) -> bool:
    """Whether a node is no entity that is only described ("police", "two men"); those are not among the names.

    >>> is_named({"kind": "entity", "named": False}), is_named({"kind": "entity"}), is_named({"kind": "event"})
    (False, True, True)
    """
    return bool(data.get("named", True))


def entity_data(entity: Entity, placed: Mapping[str, Judgement] | None = None) -> Plain:
    """The attributes of an entity's node; `placed` are judgements that say which place a mention (id) means."""
    return {
        "kind": "entity",
        "label": entity.name,
        **_fields(entity, ENTITY),
        **place_data(entity, placed or {}),
        "provenance": provenance_data(entity.provenance),
        "score": best_score(entity.provenance),
    }


def place_data(entity: Entity, placed: Mapping[str, Judgement]) -> Plain:
    """Where a place lies, for maps and joins, and by which rule it was identified; nothing where it was not."""
    place = identified(entity.external_ids)
    if place is None:
        return {}
    data: Plain = {"place_of": place.kind, "iso": place.country}
    if place.region_name:
        data["region"] = place.region_name
    if place.latitude is not None:
        data |= {"latitude": place.latitude, "longitude": place.longitude}
    found = [placed[mention] for mention in entity.mentions if mention in placed]
    if found:
        best = max(found, key=lambda one: one.score)
        data |= {"place_rule": best.reason, "place_score": best.score}
    return data


def point(data: Plain) -> tuple[float, float] | None:
    """Degrees east and north of a place's node; None where they are unknown or impossible.

    >>> point({"latitude": 44.4323, "longitude": 26.1063}), point({"latitude": 144, "longitude": 26})
    ((26.1063, 44.4323), None)
    """
    east: Any = data.get("longitude")
    north: Any = data.get("latitude")
    if type(east) not in (int, float) or type(north) not in (int, float):
        return None
    return (east, north) if abs(east) <= 180 and abs(north) <= 90 else None  # NaN is not


def event_data(event: Event) -> Plain:
    """The attributes of an event's node."""
    return {
        "kind": "event",
        "label": event.name,
        "aliases": [],
        **interval_data(event.interval),
        "start": event.interval and _day(event.interval.earliest),
        "end": event.interval and _day(event.interval.latest),
        **_fields(event, EVENT),
        "alternatives": [
            {**interval_data(interval), "provenance": provenance_data([source])[0]}
            for interval, source in event.alternatives
        ],
        "provenance": provenance_data(event.provenance),
    }


def relation_data(relation: Relation, names: Mapping[str, str]) -> Plain:
    """Polarity, modality, tense and attribution of a relation, for its edge; `names` are those of the entities."""
    held = relation.interval
    return {
        **_fields(relation, RELATION),
        "attribution": ", ".join(names.get(one, one) for one in relation.attribution) or None,
        "title": relation.title or None,
        **({} if held is None else {"start": _day(held.earliest), "end": _day(held.latest)}),
    }


def _day(moment: Bound | None) -> str | None:
    return None if moment is None else moment.iso_day


def document_data(source: Source) -> Plain:
    """The attributes of a document's node."""
    first = source.sentences[:1]
    return {
        "kind": "document",
        "label": source.title or source.document,
        "aliases": [],
        **{key: value for key, value in source_data(source).items() if key != "sentences"},
        "document": source.document,
        "provenance": [
            {"document": source.document, "sentence": one.index, "start": one.start, "end": one.end}
            | {"method": "document", "score": 1.0}
            for one in first
        ],
        "score": 1.0,
    }


def source_data(source: Source) -> Plain:
    """A document's entry in ``graph.graph["documents"]``, with its sentences as [start, end, text]."""
    return {
        **_fields(source, SOURCE),
        "published": source.published and source.published.isoformat(),
        "sentences": [[one.start, one.end, one.text] for one in source.sentences],
    }


def interval_data(interval: Interval | None) -> Plain:
    """An interval as EDTF text and precision, which `Interval.parse` reads back."""
    return {"edtf": interval and interval.edtf, "precision": interval and interval.precision}


def provenance_data(provenance: Iterable[Provenance]) -> list[Plain]:
    """Provenance without its quotes, which are stored once, in the sentences."""
    return [
        {
            "document": one.span.document,
            "sentence": one.context.sentence,
            "start": one.span.start,
            "end": one.span.end,
            "method": one.method,
            "score": one.score,
        }
        for one in provenance
    ]


def _fields(record: object, names: Iterable[str]) -> Plain:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def best_score(provenance: Sequence[Provenance]) -> float:
    """The score of the best evidence; 0 where there is none."""
    return max((one.score for one in provenance), default=0.0)
