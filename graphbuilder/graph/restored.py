"""Node and edge attributes → records, and a graph → the Resolution that it was made from.

The way back from `graphbuilder.graph.attributes`. Quotes are looked up in the sentences of the graph's documents.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from graphbuilder.errors import InputError
from graphbuilder.graph.attributes import ENTITY, EVENT, RELATION, SOURCE, Plain
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import IN_KEY, tie_key
from graphbuilder.records import (
    Entity,
    Event,
    Judgement,
    Provenance,
    Record,
    Relation,
    Resolution,
    Sentence,
    Source,
    Span,
)

if TYPE_CHECKING:
    from graphbuilder.graph.event_graph import EventGraph

#: An id of something at given characters of a document, with a letter for its kind.
_PLACED_ID = re.compile(r"(?P<document>.*)@[a-z]*(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)
#: Word of the key of an edge → modality.
_OF_KEY = {word: name for name, word in IN_KEY.items() if name != "NEG"}


class Words(NamedTuple):
    """Words of a document, with their sentence and their characters."""

    document: str
    sentence: int
    start: int
    end: int
    text: str


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


def made(kind: type[Record], values: Plain) -> Record:
    """The record of these values by field, each made what the field holds: a tuple of a list, a number or day of text.

    Raises:
        InputError: one is missing, or cannot be what its field holds.
    """
    try:
        record: Record = _adapter(kind).validate_python(values)
    except ValidationError as error:
        raise InputError(f"not a {kind.__name__} record: {error}") from error
    return record


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def entity_record(documents: Plain, node: str, data: Plain) -> Entity:
    """The entity of a node."""
    more = {"id": node, "name": data["label"], "provenance": provenance_records(documents, data["provenance"])}
    return made(Entity, _told(data, ENTITY) | more)


def event_record(documents: Plain, node: str, data: Plain) -> Event:
    """The event of a node."""
    others = ((interval_of(one), *provenance_records(documents, [one["provenance"]])) for one in data["alternatives"])
    more = {
        "id": node,
        "name": data["label"],
        "interval": interval_of(data),
        "alternatives": tuple(one for one in others if one[0] is not None),
        "provenance": provenance_records(documents, data["provenance"]),
    }
    return made(Event, _told(data, EVENT) | more)


def _told(data: Plain, names: Iterable[str]) -> Plain:
    """The attributes of these names; one that is not there has the default of its field, if it has any."""
    return {name: data[name] for name in names if name in data}


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


def words_at(documents: Plain, id: str) -> Words | None:
    """The words that an id denotes: "article.txt@t120-134" has those of a time; None where it denotes none."""
    place = _PLACED_ID.fullmatch(id)
    sentences = documents.get(place["document"], {}).get("sentences") if place else None
    if place is None or not sentences:
        return None
    start, end = int(place["start"]), int(place["end"])
    sentence = max(bisect_right(sentences, start, key=lambda one: one[0]) - 1, 0)
    left, _, text = sentences[sentence]
    return Words(place["document"], sentence, start, end, text[max(start - left, 0) : max(end - left, 0)])


def source_record(name: str, facts: Plain) -> Source:
    """The document of this id, from its entry in ``graph.graph["documents"]``."""
    sentences = tuple(Sentence(index, *one) for index, one in enumerate(facts["sentences"]))
    given = {"document": name, "published": facts["published"], "sentences": ()}
    return replace(made(Source, _told(facts, SOURCE) | given), sentences=sentences)


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
    of_key = {
        "polarity": "NEG" if "not" in words else "POS",
        "modality": next((name for word, name in _OF_KEY.items() if word in words), "ACTUAL"),
        "former": "former" in words,
    }
    more = {
        "source": source,
        "type": data["relation"],
        "target": target,
        "interval": interval_of(data),
        "provenance": provenance_records(graph.graph["documents"], data["provenance"]),
        "attribution": _attribution(words, data),
        "title": data.get("title") or "",
    }
    return made(Relation, of_key | _told(data, RELATION) | more)


def _attribution(words: set[str], data: Plain) -> tuple[str, ...]:
    """Who says so, by the names that the edge keeps; an edge between events keeps only that somebody does."""
    if data.get("attribution"):
        return (data["attribution"],)
    return ("?",) if "said" in words and "attribution" not in data else ()
