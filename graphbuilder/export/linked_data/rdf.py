"""The graph as RDF: events in SEM, times in OWL-Time, sentences and what comes from them in PROV-O; nothing is said twice.

| in the graph | RDF |
|---|---|
| an event that happened, by the texts' own word | `sem:Event`, with `sem:hasTime`, `sem:hasPlace` and `sem:hasActor` |
| any other (not happened, planned, possible, somebody's word) | `gb:ToldEvent`, with `gb:hasTime`, `gb:hasPlace` and `gb:hasActor`: no reader of SEM takes it for a fact; its label says what it is |
| who takes part | a `sem:Role` with `sem:roleType`; the entity is its `rdf:value` |
| a time | `time:ProperInterval` with `gb:edtf` as it is told; `time:hasBeginning` and `time:hasEnd` with its first and last possible day, where there is one |
| a tie between entities or events | `rdf:Statement`, which asserts nothing; `gb:status` where it is no plain fact |
| a sentence | `prov:Entity` that `prov:wasQuotedFrom` its document, with its words as `prov:value` |
| the words that something comes from | `prov:Derivation` from the sentence, with their characters, the method and the score |
| a person, place, organisation | `sem:Actor` or `sem:Place` |

What follows from these (edges back, `mentioned_in`) is not written, and there again when `gb.open` reads
the file. Ids are percent-encoded in `urn:graphbuilder:…`, so that no text can end an address or begin another.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from graphbuilder.export.status import edge_status, event_marks
from graphbuilder.export.timelines.geojson import point
from graphbuilder.graph.attributes import provenance_records
from graphbuilder.graph.event_graph import SCHEMA, EventGraph
from graphbuilder.intervals import Bound, Interval
from graphbuilder.knowledge.relations import IN_KEY, tie_key
from graphbuilder.records import Entity, Event, Judgement, Provenance, Relation, Resolution, Sentence, Source

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gb": "urn:graphbuilder:vocabulary:",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Where the ids of things begin.
BASE = "urn:graphbuilder:"
#: What every user is told.
LEFT_OUT = "attributes, nodes and edges of your own are left out"


class Iri(NamedTuple):
    """The address of a thing."""

    text: str


class Name(NamedTuple):
    """A class or property of a vocabulary: "sem:Event"."""

    text: str


class Literal(NamedTuple):
    """A text, or a value of a type such as "xsd:date"."""

    text: str
    type: str = ""


class Ordered(NamedTuple):
    """Texts in their order."""

    texts: tuple[str, ...]


Value = Iri | Name | Literal | Ordered


class Subject(NamedTuple):
    """A thing and all that is said of it."""

    iri: Iri
    facts: list[tuple[str, list[Value]]]


def iri(kind: str, *parts: object) -> Iri:
    """The address of a thing of this kind.

    >>> iri("entity", "a b>").text
    'urn:graphbuilder:entity:a%20b%3E'
    """
    return Iri(BASE + ":".join([kind, *(quote(str(part), safe="", errors="surrogatepass") for part in parts)]))


def subjects(graph: EventGraph) -> Iterator[Subject]:
    """The whole graph, thing by thing, in its order."""
    yield _subject(iri("graph"), ("rdf:type", Name("gb:Graph")), ("gb:schema", _whole(SCHEMA)))
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


def _subject(at: Iri, *facts: tuple[str, Value | Iterable[Value] | None]) -> Subject:
    """Without what is unknown or empty."""
    found = []
    for name, value in facts:
        values = [] if value is None else [value] if isinstance(value, Value) else [*value]
        values = [one for one in values if not (isinstance(one, Ordered) and not one.texts)]
        if values:
            found.append((name, values))
    return Subject(at, found)


def _text(text: str | None) -> Literal | None:
    return None if text is None else Literal(text)


def _whole(number: int) -> Literal:
    return Literal(str(number), "xsd:integer")


def _score(number: float) -> Literal:
    return Literal(repr(float(number)), "xsd:double")


def _document(source: Source) -> Iterator[Subject]:
    at = iri("document", source.document)
    published = source.published and source.published.isoformat()
    kind = "xsd:date" if published and len(published) == 10 else "xsd:dateTime"
    yield _subject(
        at,
        ("rdf:type", [Name("gb:Document"), Name("prov:Entity")]),
        ("dcterms:title", _text(source.title)),
        ("dcterms:issued", Literal(published, kind) if published else None),
        ("dcterms:publisher", _text(source.source)),
        ("dcterms:language", _text(source.language)),
        ("gb:url", _text(source.url)),
        ("gb:group", Literal(source.group)),
        ("gb:corrections", Ordered(source.corrections)),
    )
    for one in source.sentences:
        yield _subject(
            iri("sentence", source.document, one.index),
            ("rdf:type", [Name("gb:Sentence"), Name("prov:Entity")]),
            ("prov:wasQuotedFrom", at),
            ("prov:value", Literal(one.text)),
            *_characters(one.start, one.end),
            ("gb:order", _whole(one.index)),
        )


def _characters(start: int, end: int) -> Iterator[tuple[str, Value]]:
    yield "gb:start", _whole(start)
    yield "gb:end", _whole(end)


def _entity(entity: Entity, data: dict[str, Any]) -> Iterator[Subject]:
    at = iri("entity", entity.id)
    yield _subject(
        at,
        ("rdf:type", Name("sem:Place" if entity.type == "place" else "sem:Actor")),
        ("rdfs:label", Literal(entity.name)),
        ("gb:type", Literal(entity.type)),
        *_degrees(data),
        ("gb:aliases", Ordered(entity.aliases)),
        ("gb:mentions", Ordered(entity.mentions)),
        ("gb:externalIds", Ordered(tuple(part for pair in entity.external_ids for part in pair))),
        ("gb:corrections", Ordered(entity.corrections)),
        ("prov:qualifiedDerivation", _evidence_iris(at, entity.provenance)),
    )
    yield from _evidence(at, entity.provenance)


def _degrees(data: dict[str, Any]) -> Iterator[tuple[str, Value]]:
    """Where a place lies on the map."""
    where = point(data)
    if where is not None:
        yield "geo:lat", _score(where[1])
        yield "geo:long", _score(where[0])


def _event(event: Event, marks: str) -> Iterator[Subject]:
    at = iri("event", event.id)
    happened = not marks
    words = "sem" if happened else "gb"
    roles = [Iri(f"{at.text}:role:{number}") for number, _ in enumerate(event.participants)]
    yield _subject(
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
        ("gb:independentSources", _whole(event.independent_sources)),
        ("gb:partOf", Ordered(event.part_of)),
        ("gb:mentions", Ordered(event.mentions)),
        ("gb:datedBy", None if event.dated_by is None else Ordered(event.dated_by)),
        ("gb:corrections", Ordered(event.corrections)),
        ("gb:alternative", [Iri(f"{at.text}:alternative:{number}") for number, _ in enumerate(event.alternatives)]),
        ("gb:score", _score(event.score)),
        ("prov:qualifiedDerivation", _evidence_iris(at, event.provenance)),
    )
    for number, (role, entity) in enumerate(event.participants):
        yield _subject(
            roles[number],
            ("rdf:type", Name("sem:Role")),
            ("sem:roleType", Literal(role)),
            ("rdf:value", iri("entity", entity)),
            ("gb:order", _whole(number)),
        )
    yield from _time(Iri(f"{at.text}:time"), event.interval)
    for number, (interval, source) in enumerate(event.alternatives):
        other = Iri(f"{at.text}:alternative:{number}")
        first, *ends = _time(other, interval)
        order: list[Value] = [_whole(number)]
        evidence: list[Value] = [*_evidence_iris(other, (source,))]
        yield Subject(first.iri, [*first.facts, ("gb:order", order), ("prov:qualifiedDerivation", evidence)])
        yield from ends
        yield from _evidence(other, (source,))
    yield from _evidence(at, event.provenance)


def _time(at: Iri, interval: Interval | None) -> Iterator[Subject]:
    if interval is None:
        return
    ends = {"Beginning": _day(interval.earliest), "End": _day(interval.latest)}
    known = {name: day for name, day in ends.items() if day}
    yield _subject(
        at,
        ("rdf:type", Name("time:ProperInterval")),
        ("gb:edtf", Literal(interval.edtf, "edtf:EDTF")),
        ("gb:precision", Literal(interval.precision)),
        *((f"time:has{name}", Iri(f"{at.text}:{name.casefold()}")) for name in known),
    )
    for name, day in known.items():
        yield _subject(
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
        yield _subject(
            Iri(f"{at.text}:evidence:{number}"),
            ("rdf:type", Name("prov:Derivation")),
            ("prov:entity", iri("sentence", one.span.document, one.context.sentence)),
            *_characters(one.span.start, one.span.end),
            ("gb:method", Literal(one.method)),
            ("gb:score", _score(one.score)),
            ("gb:order", _whole(number)),
        )


def _tie(number: int, tie: Relation, status: str) -> Iterator[Subject]:
    at = iri("tie", number)
    kind = "event" if status.startswith("event ") else "entity"
    yield _subject(
        at,
        ("rdf:type", Name("rdf:Statement")),
        ("rdf:subject", iri(kind, tie.source)),
        ("rdf:predicate", iri("vocabulary:relation", tie.type)),
        ("rdf:object", iri(kind, tie.target)),
        ("gb:status", _text(status.removeprefix("event ") or None)),
        ("gb:polarity", Literal(tie.polarity)),
        ("gb:modality", Literal(tie.modality)),
        ("gb:tense", Literal(tie.tense)),
        ("gb:former", Literal(str(tie.former).lower(), "xsd:boolean")),
        ("gb:attributions", Ordered(tie.attribution)),
        ("gb:title", _text(tie.title or None)),
        ("gb:hasTime", None if tie.interval is None else Iri(f"{at.text}:time")),
        ("gb:order", _whole(number)),
        ("prov:qualifiedDerivation", _evidence_iris(at, tie.provenance)),
    )
    yield from _time(Iri(f"{at.text}:time"), tie.interval)
    yield from _evidence(at, tie.provenance)


def _status(graph: EventGraph, tie: Relation) -> str:
    """The status of a tie, after "event " where it is one between events."""
    data = {"relation": tie.type, "polarity": tie.polarity, "modality": tie.modality, "former": tie.former}
    status = edge_status(graph, tie.source, tie.target, tie_key(tie), data | {"attribution": tie.attribution})
    return f"event {status}" if graph.nodes[tie.source].get("kind") == "event" else status


def _judgement(number: int, judgement: Judgement) -> Subject:
    return _subject(
        iri("judgement", number),
        ("rdf:type", Name("gb:Judgement")),
        ("gb:left", Literal(judgement.left)),
        ("gb:right", Literal(judgement.right)),
        ("gb:verdict", Literal(judgement.verdict)),
        ("gb:reason", Literal(judgement.reason)),
        ("gb:by", Literal(judgement.by)),
        ("gb:score", _score(judgement.score)),
        ("gb:order", _whole(number)),
    )


# --- the graph → records ------------------------------------------------------------------------------------------


def resolution(graph: EventGraph) -> Resolution:
    """What a graph was made from, as far as it keeps it; `EventGraph.from_resolution` makes an equal one."""
    return Resolution(
        documents=tuple(_source(name, facts) for name, facts in graph.graph.get("documents", {}).items()),
        entities=tuple(graph.entities()),
        events=tuple(graph.events()),
        relations=tuple(_relations(graph)),
        judgements=tuple(Judgement(**one) for one in graph.graph.get("judgements", ())),
    )


def _source(name: str, facts: dict[str, Any]) -> Source:
    sentences = enumerate(facts["sentences"])
    return Source(
        document=name,
        title=facts["title"],
        published=moment(facts["published"]),
        source=facts["source"],
        language=facts["language"],
        sentences=tuple(Sentence(index, start, end, text) for index, (start, end, text) in sentences),
        group=facts["group"],
        url=facts.get("url"),
        corrections=tuple(facts.get("corrections", ())),
    )


def moment(text: str | None) -> date | datetime | None:
    """A day, or a day and time, from its ISO text."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _relations(graph: EventGraph) -> Iterator[Relation]:
    """Those with the plain key of their kind first, which `EventGraph.from_resolution` gives to the first."""
    found = []
    for source, target, key, data in graph.edges(keys=True, data=True):
        if "relation" not in data:  # somebody else's
            continue
        kinds = {graph.nodes[one].get("kind") for one in (source, target)}
        if kinds == {"entity"} or (kinds == {"event"} and data["relation"] != "part_of"):
            tie = _relation(graph, source, target, str(key), data)
            found.append((key != tie_key(tie), tie))
    yield from (tie for _, tie in sorted(found, key=lambda one: one[0]))


def _relation(graph: EventGraph, source: str, target: str, key: str, data: dict[str, Any]) -> Relation:
    words = set(key.removeprefix(data["relation"]).split(":"))
    keyed = [name for word, name in _OF_KEY.items() if word in words]
    interval = Interval.parse(data["edtf"], data["precision"]) if data.get("edtf") else None
    return Relation(
        source=source,
        type=data["relation"],
        target=target,
        interval=interval,
        provenance=provenance_records(graph.graph["documents"], data["provenance"]),
        polarity=data.get("polarity", "NEG" if "not" in words else "POS"),
        modality=data.get("modality", keyed[0] if keyed else "ACTUAL"),
        tense=data.get("tense", "NONE"),
        attribution=_attribution(words, data),
        title=data.get("title") or "",
        former=data.get("former", "former" in words),
    )


def _attribution(words: set[str], data: dict[str, Any]) -> tuple[str, ...]:
    """Who says so, by the names that the edge keeps; an edge between events keeps only that somebody does."""
    if data.get("attribution"):
        return (data["attribution"],)
    return ("?",) if "said" in words and "attribution" not in data else ()


#: Word of the key of an edge → modality.
_OF_KEY = {word: name for name, word in IN_KEY.items() if name != "NEG"}
