"""The tables of a graph, one function each: a row for each event, participant, entity, mention, link and so on.

They are tidy: a cell holds one value, and what there are several of has rows of its own, under the id of what it
belongs to. The few lists that are shown with a row (aliases, outlets) are joined by semicolons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from graphbuilder.addresses import shown_address
from graphbuilder.frames.cells import (
    DAY,
    FLAG,
    INTEGER,
    NUMBER,
    TEXT,
    WHEN,
    WORDS,
    Cell,
    Table,
    day_of_publication,
    edges_between,
    joined,
    nodes_of,
    provenance_of,
    quoted,
    text_of,
    told_at,
    when,
    words,
    year_of,
)
from graphbuilder.graph.attributes import Plain, is_named
from graphbuilder.graph.elements import BACK
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import interval_of
from graphbuilder.records import Event, TimeExpression

#: Columns of a timeline, and of the events. `year` is that of `earliest`, else of `latest`, also before our era.
ENTRY = {
    "id": TEXT, **WHEN, "year": INTEGER, "happened": TEXT, "label": TEXT, "type": TEXT, "participants": TEXT,
    "place": TEXT, "attribution": TEXT, "sources": TEXT, "independent_sources": INTEGER, "score": NUMBER,
    "dated_by": TEXT, "assumed": FLAG, **WORDS, "headline": TEXT, "aside": TEXT, "told": DAY,
}  # fmt: skip
_EVENT = ENTRY | {
    "precision": TEXT, "dated_words": TEXT, "polarity": TEXT, "modality": TEXT, "place_id": TEXT, "mentions": INTEGER,
}  # fmt: skip
_PARTICIPANT = {
    "event": TEXT, "role": TEXT, "entity": TEXT, "name": TEXT, "named": FLAG, "type": TEXT, "label": TEXT, **WHEN,
}  # fmt: skip
_ENTITY = {
    "id": TEXT, "name": TEXT, "named": FLAG, "type": TEXT, "aliases": TEXT, "mentions": INTEGER, "documents": INTEGER,
    "events": INTEGER, "score": NUMBER, "external_ids": TEXT, "place_of": TEXT, "iso": TEXT, "region": TEXT,
    "latitude": NUMBER, "longitude": NUMBER, **WORDS,
}  # fmt: skip
_MENTION = {
    "of": TEXT, "kind": TEXT, "name": TEXT, "text": TEXT, "sentence": INTEGER, **WORDS, "method": TEXT,
    "score": NUMBER,
}  # fmt: skip
_LINK = {
    "source": TEXT, "relation": TEXT, "target": TEXT, "source_name": TEXT, "target_name": TEXT, "kind": TEXT, **WHEN,
    "title": TEXT, "polarity": TEXT, "modality": TEXT, "tense": TEXT, "former": FLAG, "attribution": TEXT,
    "score": NUMBER, **WORDS,
}  # fmt: skip
_SENTENCE = {"document": TEXT, "sentence": INTEGER, "start": INTEGER, "end": INTEGER, "text": TEXT}
_DOCUMENT = {
    "id": TEXT, "title": TEXT, "published": DAY, "source": TEXT, "language": TEXT, "group": TEXT, "url": TEXT,
    "sentences": INTEGER, "events": INTEGER,
}  # fmt: skip
_JUDGEMENT = {
    "left": TEXT, "right": TEXT, "left_text": TEXT, "right_text": TEXT, "verdict": TEXT, "score": NUMBER,
    "reason": TEXT, "by": TEXT,
}  # fmt: skip
_TIME = {
    "text": TEXT, "type": TEXT, "value": TEXT, "mod": TEXT, **WHEN, "readable": TEXT, "implied": TEXT, "anchor": TEXT,
    "method": TEXT, "score": NUMBER, "document": TEXT, "start": INTEGER, "end": INTEGER,
}  # fmt: skip


def entries(lines: Iterable[TimelineEntry]) -> Table:
    """One row a line of a timeline, in its order, with the names of participants and its first words."""
    return Table.of(ENTRY, map(_entry_row, lines))


def times(found: Iterable[TimeExpression]) -> Table:
    """One row a time expression, in its order; `implied` are the parts that its words leave out."""
    return Table.of(
        _TIME,
        (
            {name: getattr(one, name) for name in ("text", "type", "value", "mod", "anchor", "method", "score")}
            | when(one.interval)
            | {"readable": one.interval and one.interval.readable, "implied": joined(one.implied)}
            | {"document": one.span.document, "start": one.span.start, "end": one.span.end}
            for one in found
        ),
    )


def events(graph: EventGraph) -> Table:
    """One row an event, in order of date, the undated ones last."""
    records = {event.id: event for event in graph.events()}
    lines = graph.timeline(retold=True)
    return Table.of(_EVENT, (_entry_row(line) | _event_cells(graph, records[line.id]) for line in lines))


def participants(graph: EventGraph) -> Table:
    """One row for each event and entity tied to it: its role, also `place`, and `attributed_to` for who says so."""
    return Table.of(
        _PARTICIPANT,
        (
            {"event": event, "role": data["relation"], "entity": entity, "name": graph.nodes[entity]["label"]}
            | {"named": is_named(graph.nodes[entity]), "type": graph.nodes[entity].get("type")}
            | {"label": graph.nodes[event]["label"]}
            | when(interval_of(graph.nodes[event]))
            for event, entity, data in edges_between(graph, "event", "entity")
        ),
    )


def entities(graph: EventGraph) -> Table:
    """One row an entity, also of who has no name (`named`); of a place on the map also where it lies."""
    return Table.of(_ENTITY, (_entity_row(graph, node, data) for node, data in nodes_of(graph, "entity")))


def mentions(graph: EventGraph) -> Table:
    """One row for each mention of an entity or event (`of`), with its sentence."""
    return Table.of(
        _MENTION,
        (
            {"of": node, "kind": kind, "name": data["label"], "text": text_of(one), "sentence": one.context.sentence}
            | words(graph, [one])
            | {"method": one.method, "score": one.score}
            for kind in ("entity", "event")
            for node, data in nodes_of(graph, kind)
            for one in provenance_of(graph, data)
        ),
    )


def links(graph: EventGraph) -> Table:
    """One row for each relation of two entities, or of two events (`kind`), with its polarity, modality and
    attribution.
    """
    return Table.of(
        _LINK,
        (
            _link_row(graph, source, target, data) | {"kind": kind}
            for kind in ("entity", "event")
            for source, target, data in edges_between(graph, kind, kind)
        ),
    )


def sentences(graph: EventGraph) -> Table:
    """One row a sentence, verbatim; `document` and `sentence` are those of the mentions."""
    return Table.of(
        _SENTENCE,
        (
            {"document": document, "sentence": number, "start": start, "end": end, "text": text}
            for document, data in graph.graph.get("documents", {}).items()
            for number, (start, end, text) in enumerate(data["sentences"])
        ),
    )


def documents(graph: EventGraph) -> Table:
    """One row an article; `published` is the day, `group` is shared by near-copies."""
    told = Counter(
        document for _, data in nodes_of(graph, "event") for document in {one["document"] for one in data["provenance"]}
    )
    return Table.of(
        _DOCUMENT,
        (
            {name: data.get(name) for name in ("title", "source", "language", "group")}
            | {
                "id": document,
                "published": day_of_publication(data.get("published")),
                "url": shown_address(data.get("url")),
            }
            | {"sentences": len(data["sentences"]), "events": told[document]}
            for document, data in graph.graph.get("documents", {}).items()
        ),
    )


def judgements(graph: EventGraph) -> Table:
    """One row for each decision that two mentions are the same or different, or that it is open."""
    sides = ("left", "right")
    return Table.of(
        _JUDGEMENT,
        (
            {name: one[name] for name in ("left", "right", "verdict", "score", "reason", "by")}
            | {f"{side}_text": told_at(graph, one[side]) for side in sides}
            for one in graph.graph.get("judgements", ())
        ),
    )


#: The tables by name, in the order in which they are listed.
TABLES: dict[str, Callable[[EventGraph], Table]] = {
    "events": events,
    "participants": participants,
    "entities": entities,
    "mentions": mentions,
    "links": links,
    "sentences": sentences,
    "documents": documents,
    "judgements": judgements,
}


# --- rows ---------------------------------------------------------------------------------------------------------


def _entry_row(line: TimelineEntry) -> dict[str, Cell]:
    first = line.mentions[0] if line.mentions else None
    url = None if first is None else dict(line.addresses).get(first.span.document)
    return {
        "id": line.id,
        **when(line.interval),
        "year": year_of(line.interval),
        "happened": line.happened,
        "label": line.label,
        "type": line.type,
        "participants": joined(f"{role}: {name}" for role, name in line.participants),
        "place": line.place,
        "attribution": line.attribution,
        "sources": joined(line.sources),
        "independent_sources": line.independent_sources,
        "score": line.score,
        "dated_by": line.dated_by,
        "assumed": line.assumed,
        **quoted(first),
        "url": url,
        "headline": None if first is None else dict(line.headlines).get(first.span.document),
        "aside": line.aside,
        "told": day_of_publication(line.told),
    }


def _event_cells(graph: EventGraph, event: Event) -> dict[str, Cell]:
    """The cells that only the table of events has, beside those of the timeline."""
    return {
        "precision": None if event.interval is None else event.interval.precision,
        "dated_words": None if event.dated_by is None else told_at(graph, event.dated_by[1]),
        "polarity": event.polarity,
        "modality": event.modality,
        "place_id": event.place,
        "mentions": len(event.mentions),
    }


def _entity_row(graph: EventGraph, node: str, data: Plain) -> dict[str, Cell]:
    told = {target for _, target, tie in graph.out_edges(node, data=True) if tie.get("relation") == BACK}
    return {
        "id": node,
        "name": data["label"],
        "named": is_named(data),
        "type": data["type"],
        "aliases": joined(data["aliases"]),
        "mentions": len(data["mentions"]),
        "documents": len({one["document"] for one in data["provenance"]}),
        "events": len(told),
        "score": data["score"],
        "external_ids": joined(f"{scheme}: {value}" for scheme, value in data["external_ids"]),
        **{name: data.get(name) for name in ("place_of", "iso", "region", "latitude", "longitude")},
        **words(graph, provenance_of(graph, data)),
    }


def _link_row(graph: EventGraph, source: str, target: str, data: Plain) -> dict[str, Cell]:
    return {
        "source": source,
        "relation": data["relation"],
        "target": target,
        "source_name": graph.nodes[source]["label"],
        "target_name": graph.nodes[target]["label"],
        **when(interval_of(data)),
        **{name: data.get(name) for name in ("title", "polarity", "modality", "tense", "former", "attribution")},
        "score": data["score"],
        **words(graph, provenance_of(graph, data)),
    }
