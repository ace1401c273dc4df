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

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from graphbuilder.export.linked_data import terms
from graphbuilder.export.linked_data.terms import Iri, Name, Subject, iri, known
from graphbuilder.export.status import edge_status, event_marks
from graphbuilder.graph.attributes import Plain, point
from graphbuilder.graph.event_graph import SCHEMA, EventGraph
from graphbuilder.graph.restored import resolution
from graphbuilder.intervals import Bound, Interval
from graphbuilder.knowledge.relations import tie_key
from graphbuilder.records import Entity, Event, Provenance, Relation, Source

#: What every user is told.
LEFT_OUT = "attributes, nodes and edges of your own are left out"


def subjects(graph: EventGraph) -> Iterator[Subject]:
    """All subjects of a graph, in its order: documents, entities, events, relations, judgements."""
    told = resolution(graph)
    former_ids = tuple(part for pair in told.former_ids for part in pair)
    yield iri("graph"), known({"rdf:type": Name("gb:Graph"), "gb:schema": SCHEMA, "gb:formerIds": former_ids})
    for source in told.documents:
        yield from _document(source)
    for entity in told.entities:
        yield from _entity(entity, graph.nodes[entity.id])
    for event in told.events:
        yield from _event(event, event_marks(graph, graph.nodes[event.id]))
    for number, tie in enumerate(told.relations):
        yield from _tie(graph, number, tie)
    for number, judgement in enumerate(told.judgements):
        kind = {"rdf:type": Name("gb:Judgement")}
        yield iri("judgement", number), kind | terms.fields_of(judgement, terms.JUDGEMENT) | {"gb:order": number}


def _document(source: Source) -> Iterator[Subject]:
    at = iri("document", source.document)
    kinds = [Name("gb:Document"), Name("prov:Entity")]
    yield at, known({"rdf:type": kinds, **terms.fields_of(source, terms.DOCUMENT)})
    for one in source.sentences:
        of = {"rdf:type": [Name("gb:Sentence"), Name("prov:Entity")], "prov:wasQuotedFrom": at}
        yield iri("sentence", source.document, one.index), of | terms.fields_of(one, terms.SENTENCE)


def _entity(entity: Entity, data: Plain) -> Iterator[Subject]:
    at = iri("entity", entity.id)
    east, north = point(data) or (None, None)
    facts = {
        "rdf:type": Name("sem:Place" if entity.type == "place" else "sem:Actor"),
        **terms.fields_of(entity, terms.ENTITY),
        "geo:lat": north and float(north),
        "geo:long": east and float(east),
        "gb:externalIds": tuple(part for pair in entity.external_ids for part in pair),
    }
    yield from _with_evidence(at, facts, entity.provenance)


def _event(event: Event, marks: str) -> Iterator[Subject]:
    """An event with its roles, time, alternatives and evidence; one that is no plain fact is a `gb:ToldEvent`."""
    at, time = iri("event", event.id), _part(iri("event", event.id), "time")
    words = "gb" if marks else "sem"
    facts = {
        "rdf:type": Name("gb:ToldEvent" if marks else "sem:Event"),
        "rdfs:label": f"{marks}{event.name}",
        f"{words}:hasTime": event.interval and time,
        f"{words}:hasPlace": event.place and iri("entity", event.place),
        f"{words}:hasActor": _parts(at, "role", event.participants),
        **terms.fields_of(event, terms.EVENT),
        "gb:alternative": _parts(at, "alternative", event.alternatives),
    }
    yield from _with_evidence(at, facts, event.provenance)
    for number, (role, entity) in enumerate(event.participants):
        part = {"rdf:type": Name("sem:Role"), "sem:roleType": role, "rdf:value": iri("entity", entity)}
        yield _part(at, "role", number), part | {"gb:order": number}
    yield from _time(time, event.interval)
    for number, (interval, source) in enumerate(event.alternatives):
        (other, date_of), *ends = _time(_part(at, "alternative", number), interval)
        yield from _with_evidence(other, date_of | {"gb:order": number}, (source,))
        yield from ends


def _part(at: Iri, *names: object) -> Iri:
    return Iri(":".join([at, *map(str, names)]))


def _parts(at: Iri, name: str, things: Sequence[object]) -> list[Iri]:
    return [_part(at, name, number) for number, _ in enumerate(things)]


def _time(at: Iri, interval: Interval | None) -> Iterator[Subject]:
    """An interval with its first and last possible day, of those that RDF can write."""
    if interval is None:
        return
    ends = known({"Beginning": _day(interval.earliest), "End": _day(interval.latest)})
    edtf = {"gb:edtf": terms.Edtf(interval.edtf), "gb:precision": interval.precision}
    named = {f"time:has{name}": _part(at, name.casefold()) for name in ends}
    yield at, {"rdf:type": Name("time:ProperInterval")} | edtf | named
    for name, day in ends.items():
        yield _part(at, name.casefold()), {"rdf:type": Name("time:Instant"), "time:inXSDDate": day}


def _day(bound: Bound | None) -> date | None:
    return date.fromisoformat(bound.iso_day) if bound is not None and 1 <= bound.year <= 9999 else None


def _with_evidence(at: Iri, facts: dict[str, Any], provenance: Sequence[Provenance]) -> Iterator[Subject]:
    """A subject with the facts that are known, and the words that it comes from."""
    yield at, known({**facts, "prov:qualifiedDerivation": _parts(at, "evidence", provenance)})
    for number, one in enumerate(provenance):
        yield (
            _part(at, "evidence", number),
            {
                "rdf:type": Name("prov:Derivation"),
                "prov:entity": iri("sentence", one.span.document, one.context.sentence),
                "gb:start": one.span.start,
                "gb:end": one.span.end,
                "gb:method": one.method,
                "gb:score": float(one.score),
                "gb:order": number,
            },
        )


def _tie(graph: EventGraph, number: int, tie: Relation) -> Iterator[Subject]:
    at, time = iri("tie", number), _part(iri("tie", number), "time")
    kind = "event" if graph.nodes[tie.source].get("kind") == "event" else "entity"
    facts = {
        "rdf:type": Name("rdf:Statement"),
        "rdf:subject": iri(kind, tie.source),
        "rdf:predicate": iri("vocabulary:relation", tie.type),
        "rdf:object": iri(kind, tie.target),
        "gb:status": _status(graph, tie) or None,
        **terms.fields_of(tie, terms.TIE),
        "gb:title": tie.title or None,
        "gb:hasTime": tie.interval and time,
        "gb:order": number,
    }
    yield from _with_evidence(at, facts, tie.provenance)
    yield from _time(time, tie.interval)


def _status(graph: EventGraph, tie: Relation) -> str:
    data = {"relation": tie.type, "polarity": tie.polarity, "modality": tie.modality, "former": tie.former}
    return edge_status(graph, tie.source, tie.target, tie_key(tie), data | {"attribution": tie.attribution})
