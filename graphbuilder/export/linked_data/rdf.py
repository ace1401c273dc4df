"""The graph as RDF: events in SEM, times in OWL-Time, sentences and what comes from them in PROV-O; nothing is said twice.

| in the graph | RDF |
|---|---|
| an event that happened, by the texts' own word | `sem:Event`, with `sem:hasTime`, `sem:hasPlace` and `sem:hasActor` |
| any other (not happened, planned, possible, somebody's word) | `gb:ToldEvent`, with `gb:hasTime`, `gb:hasPlace` and `gb:hasActor`: no reader of SEM takes it for a fact; its label says what it is |
| who takes part | a `sem:Role` with `sem:roleType`; the entity is its `rdf:value` |
| a time | `time:ProperInterval` with `gb:edtf`; `time:hasBeginning` and `time:hasEnd` with its first and last possible day, where there is one |
| a tie between entities or events | `rdf:Statement`, which asserts nothing; `gb:status` where it is no plain fact |
| a sentence | `prov:Entity` that `prov:wasQuotedFrom` its document, with its words as `prov:value` |
| the words that something comes from | `prov:Derivation` from the sentence, with their characters, the method and the score |
| a person, place, organisation | `sem:Actor` or `sem:Place` |

What follows from these (edges back, `mentioned_in`) is not written, and there again when `gb.open` reads
the file. Ids are percent-encoded in `urn:graphbuilder:…`, so that no text can end an address or begin another.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphbuilder.export.linked_data.terms import (
    Iri,
    Literal,
    Name,
    Ordered,
    Subject,
    Value,
    iri,
    score,
    subject,
    text_of,
    whole,
)
from graphbuilder.export.status import edge_status, event_marks
from graphbuilder.graph.attributes import point
from graphbuilder.graph.event_graph import SCHEMA, EventGraph
from graphbuilder.graph.restored import resolution
from graphbuilder.intervals import Bound, Interval
from graphbuilder.knowledge.relations import tie_key
from graphbuilder.records import Entity, Event, Judgement, Provenance, Relation, Source

#: What every user is told.
LEFT_OUT = "attributes, nodes and edges of your own are left out"


def subjects(graph: EventGraph) -> Iterator[Subject]:
    """All subjects of a graph, in its order: documents, entities, events, relations, judgements."""
    yield subject(iri("graph"), ("rdf:type", Name("gb:Graph")), ("gb:schema", whole(SCHEMA)))
    told = resolution(graph)
    for source in told.documents:
        yield from _document(source)
    for entity in told.entities:
        yield from _entity(entity, graph.nodes[entity.id])
    for event in told.events:
        yield from _event(event, event_marks(graph, graph.nodes[event.id]))
    for number, tie in enumerate(told.relations):
        yield from _tie(number, tie, _status(graph, tie))
    for number, judgement in enumerate(told.judgements):
        yield _judgement(number, judgement)


def _document(source: Source) -> Iterator[Subject]:
    at = iri("document", source.document)
    published = source.published and source.published.isoformat()
    kind = "xsd:date" if published and len(published) == 10 else "xsd:dateTime"
    yield subject(
        at,
        ("rdf:type", [Name("gb:Document"), Name("prov:Entity")]),
        ("dcterms:title", text_of(source.title)),
        ("dcterms:issued", Literal(published, kind) if published else None),
        ("dcterms:publisher", text_of(source.source)),
        ("dcterms:language", text_of(source.language)),
        ("gb:url", text_of(source.url)),
        ("gb:group", Literal(source.group)),
        ("gb:corrections", Ordered(source.corrections)),
    )
    for one in source.sentences:
        yield subject(
            iri("sentence", source.document, one.index),
            ("rdf:type", [Name("gb:Sentence"), Name("prov:Entity")]),
            ("prov:wasQuotedFrom", at),
            ("prov:value", Literal(one.text)),
            *_characters(one.start, one.end),
            ("gb:order", whole(one.index)),
        )


def _characters(start: int, end: int) -> Iterator[tuple[str, Value]]:
    yield "gb:start", whole(start)
    yield "gb:end", whole(end)


def _entity(entity: Entity, data: dict[str, Any]) -> Iterator[Subject]:
    at = iri("entity", entity.id)
    yield subject(
        at,
        ("rdf:type", Name("sem:Place" if entity.type == "place" else "sem:Actor")),
        ("rdfs:label", Literal(entity.name)),
        ("gb:type", Literal(entity.type)),
        ("gb:named", _truth(entity.named)),
        *_degrees(data),
        ("gb:aliases", Ordered(entity.aliases)),
        ("gb:mentions", Ordered(entity.mentions)),
        ("gb:externalIds", Ordered(tuple(part for pair in entity.external_ids for part in pair))),
        ("gb:corrections", Ordered(entity.corrections)),
        ("prov:qualifiedDerivation", _evidence_iris(at, entity.provenance)),
    )
    yield from _evidence(at, entity.provenance)


def _truth(value: bool) -> Literal:
    return Literal(str(value).lower(), "xsd:boolean")


def _degrees(data: dict[str, Any]) -> Iterator[tuple[str, Value]]:
    """Latitude and longitude of a place, if it has them."""
    where = point(data)
    if where is not None:
        yield "geo:lat", score(where[1])
        yield "geo:long", score(where[0])


def _event(event: Event, marks: str) -> Iterator[Subject]:
    """An event with its roles, time, alternatives and evidence; one that is no plain fact is a `gb:ToldEvent`."""
    at = iri("event", event.id)
    happened = not marks
    words = "sem" if happened else "gb"
    roles = [Iri(f"{at.text}:role:{number}") for number, _ in enumerate(event.participants)]
    yield subject(
        at,
        ("rdf:type", Name("sem:Event" if happened else "gb:ToldEvent")),
        ("rdfs:label", Literal(f"{marks}{event.name}")),
        ("gb:type", Literal(event.type)),
        (f"{words}:hasTime", None if event.interval is None else Iri(f"{at.text}:time")),
        (f"{words}:hasPlace", None if event.place is None else iri("entity", event.place)),
        (f"{words}:hasActor", roles),
        ("gb:polarity", Literal(event.polarity)),
        ("gb:modality", Literal(event.modality)),
        ("gb:attributions", Ordered(event.attributions)),
        ("gb:speakers", Ordered(event.speakers)),
        ("gb:sources", Ordered(event.sources)),
        ("gb:independentSources", whole(event.independent_sources)),
        ("gb:partOf", Ordered(event.part_of)),
        ("gb:mentions", Ordered(event.mentions)),
        ("gb:datedBy", None if event.dated_by is None else Ordered(event.dated_by)),
        ("gb:corrections", Ordered(event.corrections)),
        ("gb:alternative", [Iri(f"{at.text}:alternative:{number}") for number, _ in enumerate(event.alternatives)]),
        ("gb:score", score(event.score)),
        ("prov:qualifiedDerivation", _evidence_iris(at, event.provenance)),
    )
    for number, (role, entity) in enumerate(event.participants):
        yield subject(
            roles[number],
            ("rdf:type", Name("sem:Role")),
            ("sem:roleType", Literal(role)),
            ("rdf:value", iri("entity", entity)),
            ("gb:order", whole(number)),
        )
    yield from _time(Iri(f"{at.text}:time"), event.interval)
    for number, (interval, source) in enumerate(event.alternatives):
        other = Iri(f"{at.text}:alternative:{number}")
        first, *ends = _time(other, interval)
        order: list[Value] = [whole(number)]
        evidence: list[Value] = [*_evidence_iris(other, (source,))]
        yield Subject(first.iri, [*first.facts, ("gb:order", order), ("prov:qualifiedDerivation", evidence)])
        yield from ends
        yield from _evidence(other, (source,))
    yield from _evidence(at, event.provenance)


def _time(at: Iri, interval: Interval | None) -> Iterator[Subject]:
    """An interval with its first and last possible day, of those that RDF can write."""
    if interval is None:
        return
    ends = {"Beginning": _day(interval.earliest), "End": _day(interval.latest)}
    known = {name: day for name, day in ends.items() if day}
    yield subject(
        at,
        ("rdf:type", Name("time:ProperInterval")),
        ("gb:edtf", Literal(interval.edtf, "edtf:EDTF")),
        ("gb:precision", Literal(interval.precision)),
        *((f"time:has{name}", Iri(f"{at.text}:{name.casefold()}")) for name in known),
    )
    for name, day in known.items():
        yield subject(
            Iri(f"{at.text}:{name.casefold()}"),
            ("rdf:type", Name("time:Instant")),
            ("time:inXSDDate", Literal(day, "xsd:date")),
        )


def _day(bound: Bound | None) -> str | None:
    return bound.iso_day if bound is not None and 1 <= bound.year <= 9999 else None


def _evidence_iris(at: Iri, provenance: tuple[Provenance, ...]) -> list[Iri]:
    return [Iri(f"{at.text}:evidence:{number}") for number, _ in enumerate(provenance)]


def _evidence(at: Iri, provenance: tuple[Provenance, ...]) -> Iterator[Subject]:
    for number, one in enumerate(provenance):
        yield subject(
            Iri(f"{at.text}:evidence:{number}"),
            ("rdf:type", Name("prov:Derivation")),
            ("prov:entity", iri("sentence", one.span.document, one.context.sentence)),
            *_characters(one.span.start, one.span.end),
            ("gb:method", Literal(one.method)),
            ("gb:score", score(one.score)),
            ("gb:order", whole(number)),
        )


def _tie(number: int, tie: Relation, status: str) -> Iterator[Subject]:
    at = iri("tie", number)
    kind = "event" if status.startswith("event ") else "entity"
    yield subject(
        at,
        ("rdf:type", Name("rdf:Statement")),
        ("rdf:subject", iri(kind, tie.source)),
        ("rdf:predicate", iri("vocabulary:relation", tie.type)),
        ("rdf:object", iri(kind, tie.target)),
        ("gb:status", text_of(status.removeprefix("event ") or None)),
        ("gb:polarity", Literal(tie.polarity)),
        ("gb:modality", Literal(tie.modality)),
        ("gb:tense", Literal(tie.tense)),
        ("gb:former", _truth(tie.former)),
        ("gb:attributions", Ordered(tie.attribution)),
        ("gb:title", text_of(tie.title or None)),
        ("gb:hasTime", None if tie.interval is None else Iri(f"{at.text}:time")),
        ("gb:order", whole(number)),
        ("prov:qualifiedDerivation", _evidence_iris(at, tie.provenance)),
    )
    yield from _time(Iri(f"{at.text}:time"), tie.interval)
    yield from _evidence(at, tie.provenance)


def _status(graph: EventGraph, tie: Relation) -> str:
    """The status of a relation, after "event " where it is one between events."""
    data = {"relation": tie.type, "polarity": tie.polarity, "modality": tie.modality, "former": tie.former}
    status = edge_status(graph, tie.source, tie.target, tie_key(tie), data | {"attribution": tie.attribution})
    return f"event {status}" if graph.nodes[tie.source].get("kind") == "event" else status


def _judgement(number: int, judgement: Judgement) -> Subject:
    return subject(
        iri("judgement", number),
        ("rdf:type", Name("gb:Judgement")),
        ("gb:left", Literal(judgement.left)),
        ("gb:right", Literal(judgement.right)),
        ("gb:verdict", Literal(judgement.verdict)),
        ("gb:reason", Literal(judgement.reason)),
        ("gb:by", Literal(judgement.by)),
        ("gb:score", score(judgement.score)),
        ("gb:order", whole(number)),
    )
