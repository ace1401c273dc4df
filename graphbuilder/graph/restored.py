"""Node and edge attributes → records, and a graph → the Resolution that it was made from.

The way back from `graphbuilder.graph.attributes`. Quotes are looked up in the sentences of the graph's documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from graphbuilder.graph.attributes import Plain, is_named
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import IN_KEY, tie_key
from graphbuilder.records import (
    Choice,
    Entity,
    Event,
    Judgement,
    Provenance,
    Relation,
    Resolution,
    RunnerUp,
    Sentence,
    Source,
    Span,
)

if TYPE_CHECKING:
    from graphbuilder.graph.event_graph import EventGraph

#: Word of the key of an edge → modality.
_OF_KEY = {word: name for name, word in IN_KEY.items() if name != "NEG"}


def resolution(graph: EventGraph) -> Resolution:
    """The Resolution that a graph was made from, as far as it keeps it; `EventGraph.from_resolution` makes an equal
    graph.
    """
    return Resolution(
        documents=tuple(source_record(name, facts) for name, facts in graph.graph.get("documents", {}).items()),
        entities=tuple(graph.entities(unnamed=True)),
        events=tuple(graph.events()),
        relations=tuple(_relations(graph)),
        judgements=tuple(Judgement(**one) for one in graph.graph.get("judgements", ())),
    )


def entity_record(documents: Plain, node: str, data: Plain) -> Entity:
    """The entity of a node."""
    return Entity(
        id=node,
        type=data["type"],
        name=data["label"],
        aliases=tuple(data["aliases"]),
        mentions=tuple(data["mentions"]),
        external_ids=tuple((key, value) for key, value in data["external_ids"]),
        provenance=provenance_records(documents, data["provenance"]),
        corrections=tuple(data.get("corrections", ())),
        named=is_named(data),
    )


def event_record(documents: Plain, node: str, data: Plain) -> Event:
    """The event of a node."""
    return Event(
        id=node,
        type=data["type"],
        name=data["label"],
        interval=interval_of(data),
        dated_by=None if data["dated_by"] is None else (data["dated_by"][0], data["dated_by"][1]),
        alternatives=tuple(
            (interval, provenance_records(documents, [one["provenance"]])[0])
            for one in data["alternatives"]
            if (interval := interval_of(one)) is not None
        ),
        place=data["place"],
        participants=tuple((role, entity) for role, entity in data["participants"]),
        polarity=data["polarity"],
        modality=data["modality"],
        attributions=tuple(data["attributions"]),
        sources=tuple(data["sources"]),
        part_of=tuple(data["part_of"]),
        mentions=tuple(data["mentions"]),
        independent_sources=data["independent_sources"],
        score=data["score"],
        provenance=provenance_records(documents, data["provenance"]),
        corrections=tuple(data.get("corrections", ())),
        speakers=tuple(data.get("speakers", ())),
        choices=tuple(
            Choice(role, chosen, score, second and RunnerUp(*second))
            for role, chosen, score, second in data.get("choices", ())
        ),
    )


def interval_of(data: Plain) -> Interval | None:
    """The interval of a node, edge or alternative; None where it has none."""
    return Interval.parse(data["edtf"], data["precision"]) if data.get("edtf") else None


def provenance_records(documents: Plain, provenance: Iterable[Plain]) -> tuple[Provenance, ...]:
    """Provenance attributes as records, with the quoted sentence looked up in `documents`."""
    return tuple(_provenance(documents, one) for one in provenance)


def _provenance(documents: Plain, data: Plain) -> Provenance:
    document, sentence = data["document"], data["sentence"]
    start, end, quote = documents[document]["sentences"][sentence]
    return Provenance(
        span=Span(document, data["start"], data["end"], sentence),
        context=Span(document, start, end, sentence),
        quote=quote,
        method=data["method"],
        score=data["score"],
    )


def source_record(name: str, facts: Plain) -> Source:
    """The document of this id, from its entry in ``graph.graph["documents"]``."""
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
    """The relations of a graph, those whose edge has the plain key first: `EventGraph.from_resolution` gives it to the
    first.
    """
    found = []
    for source, target, key, data in graph.edges(keys=True, data=True):
        if "relation" not in data:  # somebody else's
            continue
        kinds = {graph.nodes[one].get("kind") for one in (source, target)}
        if kinds == {"entity"} or (kinds == {"event"} and data["relation"] != "part_of"):
            tie = _relation(graph, source, target, str(key), data)
            found.append((key != tie_key(tie), tie))
    yield from (tie for _, tie in sorted(found, key=lambda one: one[0]))


def _relation(graph: EventGraph, source: str, target: str, key: str, data: Plain) -> Relation:
    words = set(key.removeprefix(data["relation"]).split(":"))
    keyed = [name for word, name in _OF_KEY.items() if word in words]
    return Relation(
        source=source,
        type=data["relation"],
        target=target,
        interval=interval_of(data),
        provenance=provenance_records(graph.graph["documents"], data["provenance"]),
        polarity=data.get("polarity", "NEG" if "not" in words else "POS"),
        modality=data.get("modality", keyed[0] if keyed else "ACTUAL"),
        tense=data.get("tense", "NONE"),
        attribution=_attribution(words, data),
        title=data.get("title") or "",
        former=data.get("former", "former" in words),
    )


def _attribution(words: set[str], data: Plain) -> tuple[str, ...]:
    """Who says so, by the names that the edge keeps; an edge between events keeps only that somebody does."""
    if data.get("attribution"):
        return (data["attribution"],)
    return ("?",) if "said" in words and "attribution" not in data else ()
