"""The tables of a graph, one function each: a row for each event, participant, entity, mention, link and so on.

They are tidy: a cell holds one value, and what there are several of has rows of its own, under the id of what it
belongs to. The few lists that are shown with a row (aliases, outlets) are joined by semicolons.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from graphbuilder.addresses import web_address
from graphbuilder.frames.columns import DAY, FLAG, INTEGER, NUMBER, TEXT, Cell, Table, day_of
from graphbuilder.graph.attributes import Plain, provenance_records
from graphbuilder.graph.elements import BACK, in_order
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval
from graphbuilder.records import Event, Provenance, TimeExpression

_WHEN = {"when": TEXT, "earliest": DAY, "latest": DAY}
_WORDS = {"document": TEXT, "start": INTEGER, "end": INTEGER, "quote": TEXT, "url": TEXT}
#: Columns of a timeline, and of the events. `year` is that of `earliest`, else of `latest`, also before our era.
ENTRY = {
    "id": TEXT, **_WHEN, "year": INTEGER, "happened": TEXT, "label": TEXT, "type": TEXT, "participants": TEXT,
    "place": TEXT, "attribution": TEXT, "sources": TEXT, "independent_sources": INTEGER, "score": NUMBER,
    "dated_by": TEXT, "assumed": FLAG, **_WORDS,
}  # fmt: skip
_EVENT = ENTRY | {
    "precision": TEXT, "dated_words": TEXT, "polarity": TEXT, "modality": TEXT, "place_id": TEXT, "mentions": INTEGER,
}  # fmt: skip
_PARTICIPANT = {"event": TEXT, "role": TEXT, "entity": TEXT, "name": TEXT, "type": TEXT, "label": TEXT, **_WHEN}
_ENTITY = {
    "id": TEXT, "name": TEXT, "type": TEXT, "aliases": TEXT, "mentions": INTEGER, "documents": INTEGER,
    "events": INTEGER, "score": NUMBER, "external_ids": TEXT, "place_of": TEXT, "iso": TEXT, "region": TEXT,
    "latitude": NUMBER, "longitude": NUMBER, **_WORDS,
}  # fmt: skip
_MENTION = {
    "of": TEXT, "kind": TEXT, "name": TEXT, "text": TEXT, "sentence": INTEGER, **_WORDS, "method": TEXT,
    "score": NUMBER,
}  # fmt: skip
_LINK = {
    "source": TEXT, "relation": TEXT, "target": TEXT, "source_name": TEXT, "target_name": TEXT, "kind": TEXT, **_WHEN,
    "title": TEXT, "polarity": TEXT, "modality": TEXT, "tense": TEXT, "former": FLAG, "attribution": TEXT,
    "score": NUMBER, **_WORDS,
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
    "text": TEXT, "type": TEXT, "value": TEXT, "mod": TEXT, **_WHEN, "readable": TEXT, "implied": TEXT, "anchor": TEXT,
    "method": TEXT, "score": NUMBER, "document": TEXT, "start": INTEGER, "end": INTEGER,
}  # fmt: skip
#: The id of what was read in a text: its document, a letter for its kind, and its characters.
_PLACE = re.compile(r"(?s)(.*)@[a-z]+(\d+)-(\d+)")


def entries(lines: Iterable[TimelineEntry]) -> Table:
    """One row a line of a timeline, in its order, with the names of those who take part and its first words."""
    return Table.of(ENTRY, map(_entry, lines))


def times(found: Iterable[TimeExpression]) -> Table:
    """One row a time expression, in its order; `implied` are the parts that its words leave out."""
    return Table.of(
        _TIME,
        (
            {name: getattr(one, name) for name in ("text", "type", "value", "mod", "anchor", "method", "score")}
            | _when(one.interval)
            | {"readable": one.interval and one.interval.readable, "implied": _joined(one.implied)}
            | {"document": one.span.document, "start": one.span.start, "end": one.span.end}
            for one in found
        ),
    )


def events(graph: EventGraph) -> Table:
    """One row an event, in order of date, the undated ones last."""
    records = {event.id: event for event in graph.events()}
    lines = graph.timeline(retold=True)
    return Table.of(_EVENT, (_entry(line) | _further(graph, records[line.id]) for line in lines))


def participants(graph: EventGraph) -> Table:
    """One row for each event and entity that is tied to it: its role, also `place`, and `attributed_to` for who says
    so.
    """
    return Table.of(
        _PARTICIPANT,
        (
            {"event": event, "role": data["relation"], "entity": entity, "name": graph.nodes[entity]["label"]}
            | {"type": graph.nodes[entity].get("type"), "label": graph.nodes[event]["label"]}
            | _when(_interval(graph.nodes[event]))
            for event, entity, data in _edges(graph, "event", "entity")
        ),
    )


def entities(graph: EventGraph) -> Table:
    """One row an entity; of a place on the map also where it lies."""
    return Table.of(_ENTITY, (_of_entity(graph, node, data) for node, data in _nodes(graph, "entity")))


def mentions(graph: EventGraph) -> Table:
    """One row for each place in a text that tells of an entity or event (`of`), with its sentence."""
    return Table.of(
        _MENTION,
        (
            {"of": node, "kind": kind, "name": data["label"], "text": _said(one), "sentence": one.context.sentence}
            | _words(graph, [one])
            | {"method": one.method, "score": one.score}
            for kind in ("entity", "event")
            for node, data in _nodes(graph, kind)
            for one in _provenance(graph, data)
        ),
    )


def links(graph: EventGraph) -> Table:
    """One row for each tie of two entities, or of two events (`kind`), and how the texts tell it."""
    return Table.of(
        _LINK,
        (
            _link(graph, source, target, data) | {"kind": kind}
            for kind in ("entity", "event")
            for source, target, data in _edges(graph, kind, kind)
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
        document for _, data in _nodes(graph, "event") for document in {one["document"] for one in data["provenance"]}
    )
    return Table.of(
        _DOCUMENT,
        (
            {name: data.get(name) for name in ("title", "source", "language", "group")}
            | {"id": document, "published": _published(data.get("published")), "url": _address(data)}
            | {"sentences": len(data["sentences"]), "events": told[document]}
            for document, data in graph.graph.get("documents", {}).items()
        ),
    )


def judgements(graph: EventGraph) -> Table:
    """One row for each decision that two mentions are the same, different, or that nobody knows."""
    sides = ("left", "right")
    return Table.of(
        _JUDGEMENT,
        (
            {name: one[name] for name in ("left", "right", "verdict", "score", "reason", "by")}
            | {f"{side}_text": _read_at(graph, one[side]) for side in sides}
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


def _entry(line: TimelineEntry) -> dict[str, Cell]:
    first = line.mentions[0] if line.mentions else None
    url = None if first is None else dict(line.addresses).get(first.span.document)
    return {
        "id": line.id,
        **_when(line.interval),
        "year": _year(line.interval),
        "happened": line.happened,
        "label": line.label,
        "type": line.type,
        "participants": _joined(f"{role}: {name}" for role, name in line.participants),
        "place": line.place,
        "attribution": line.attribution,
        "sources": _joined(line.sources),
        "independent_sources": line.independent_sources,
        "score": line.score,
        "dated_by": line.dated_by,
        "assumed": line.assumed,
        **_quoted(first),
        "url": url,
    }


def _further(graph: EventGraph, event: Event) -> dict[str, Cell]:
    return {
        "precision": None if event.interval is None else event.interval.precision,
        "dated_words": None if event.dated_by is None else _read_at(graph, event.dated_by[1]),
        "polarity": event.polarity,
        "modality": event.modality,
        "place_id": event.place,
        "mentions": len(event.mentions),
    }


def _of_entity(graph: EventGraph, node: str, data: Plain) -> dict[str, Cell]:
    told = {target for _, target, tie in graph.out_edges(node, data=True) if tie.get("relation") == BACK}
    return {
        "id": node,
        "name": data["label"],
        "type": data["type"],
        "aliases": _joined(data["aliases"]),
        "mentions": len(data["mentions"]),
        "documents": len({one["document"] for one in data["provenance"]}),
        "events": len(told),
        "score": data["score"],
        "external_ids": _joined(f"{scheme}: {value}" for scheme, value in data["external_ids"]),
        **{name: data.get(name) for name in ("place_of", "iso", "region", "latitude", "longitude")},
        **_words(graph, _provenance(graph, data)),
    }


def _link(graph: EventGraph, source: str, target: str, data: Plain) -> dict[str, Cell]:
    return {
        "source": source,
        "relation": data["relation"],
        "target": target,
        "source_name": graph.nodes[source]["label"],
        "target_name": graph.nodes[target]["label"],
        **_when(_interval(data)),
        **{name: data.get(name) for name in ("title", "polarity", "modality", "tense", "former", "attribution")},
        "score": data["score"],
        **_words(graph, _provenance(graph, data)),
    }


# --- cells --------------------------------------------------------------------------------------------------------


def _nodes(graph: EventGraph, kind: str) -> Iterator[tuple[str, Plain]]:
    return ((node, data) for node, data in in_order(graph.nodes(data=True)) if data.get("kind") == kind)


def _edges(graph: EventGraph, source: str, target: str) -> Iterator[tuple[str, str, Plain]]:
    """The edges from a kind of node to another."""
    kinds = dict(graph.nodes(data="kind"))
    for left, right, _, data in in_order(graph.edges(keys=True, data=True)):
        if (kinds[left], kinds[right]) == (source, target):
            yield left, right, data


def _interval(data: Plain) -> Interval | None:
    return None if data.get("edtf") is None else Interval.parse(data["edtf"], data["precision"])


def _when(interval: Interval | None) -> dict[str, Cell]:
    if interval is None:
        return dict.fromkeys(_WHEN)
    return {
        "when": interval.edtf,
        "earliest": day_of(interval.earliest),
        "latest": day_of(interval.latest),
    }


def _year(interval: Interval | None) -> int | None:
    bound = None if interval is None else interval.earliest or interval.latest
    return None if bound is None else bound.year


def _provenance(graph: EventGraph, data: Plain) -> tuple[Provenance, ...]:
    return provenance_records(graph.graph["documents"], data["provenance"])


def _words(graph: EventGraph, provenance: Sequence[Provenance]) -> dict[str, Cell]:
    first = provenance[0] if provenance else None
    url = None if first is None else _address(graph.graph["documents"][first.span.document])
    return _quoted(first) | {"url": url}


def _quoted(one: Provenance | None) -> dict[str, Cell]:
    if one is None:
        return dict.fromkeys(_WORDS)
    return {"document": one.span.document, "start": one.span.start, "end": one.span.end, "quote": one.quote}


def _said(one: Provenance) -> str:
    return one.quote[one.span.start - one.context.start : one.span.end - one.context.start]


def _address(data: Plain) -> str | None:
    """The address of a document; one that a stored graph holds is looked at again before it is shown."""
    url = data.get("url")
    return web_address(url) if isinstance(url, str) else None


def _published(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text[:10])


def _read_at(graph: EventGraph, id: str) -> str | None:
    """The words that an id such as "article.txt@t120-134" stands for; None where it stands for no words."""
    place = _PLACE.fullmatch(id)
    read = graph.graph.get("documents", {}).get(place[1], {}).get("sentences") if place else None
    if place is None or not read:
        return None
    start, end = int(place[2]), int(place[3])
    left, _, text = read[max(bisect_right(read, start, key=lambda one: one[0]) - 1, 0)]
    return text[start - left : end - left] or None if start >= left else None


def _joined(values: Iterable[str]) -> str | None:
    """Several values in a cell; None where there are none."""
    return "; ".join(values) or None
