"""Node and edge attributes → records, and a graph → the Resolution that it was made from.

The way back from `graphbuilder.graph.attributes`. Quotes are looked up in the sentences of the graph's documents.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from graphbuilder.graph.attributes import ENTITY, EVENT, RELATION, SOURCE, Plain
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
        former_ids=tuple(graph.graph.get("former_ids", {}).items()),
    )


def entity_record(documents: Plain, node: str, data: Plain) -> Entity:
    """The entity of a node."""
    more = {"id": node, "name": data["label"], "provenance": provenance_records(documents, data["provenance"])}
    return Entity(**_told(data, ENTITY) | more)


def event_record(documents: Plain, node: str, data: Plain) -> Event:
    """The event of a node."""
    others = ((interval_of(one), *provenance_records(documents, [one["provenance"]])) for one in data["alternatives"])
    more = {
        "id": node,
        "name": data["label"],
        "interval": interval_of(data),
        "alternatives": tuple(one for one in others if one[0] is not None),
        "provenance": provenance_records(documents, data["provenance"]),
        "choices": tuple(
            Choice(role, chosen, score, second and RunnerUp(*second))
            for role, chosen, score, second in data.get("choices", ())
        ),
    }
    return Event(**_told(data, EVENT) | more)


def _told(data: Plain, names: Iterable[str]) -> Plain:
    """The fields of these names, tuples for lists; one that is not there has the default of its field."""
    return {name: _frozen(data[name]) for name in names if name in data}


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


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
    return Source(document=name, published=moment(facts["published"]), sentences=sentences, **_told(facts, SOURCE))


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
    return Relation(**of_key | _told(data, RELATION) | more)


def _attribution(words: set[str], data: Plain) -> tuple[str, ...]:
    """Who says so, by the names that the edge keeps; an edge between events keeps only that somebody does."""
    if data.get("attribution"):
        return (data["attribution"],)
    return ("?",) if "said" in words and "attribution" not in data else ()
