"""Resolution → the nodes and edges of its graph, and the fixed order in which they are read.

In: a Resolution. Out: pairs and tuples for `networkx.Graph.add_nodes_from` and `add_edge`, with plain JSON values
(`graphbuilder.graph.attributes`). What each kind of node and edge holds: `graphbuilder.graph.event_graph`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from graphbuilder.graph.attributes import (
    Plain,
    best_score,
    document_data,
    entity_data,
    event_data,
    interval_data,
    provenance_data,
    relation_data,
)
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import PLACE, SPEAKER, tie_key
from graphbuilder.records import Entity, Event, Provenance, Resolution, Span

#: The relation of the edge back from an entity to the events in which it has a role; it adds nothing to the role.
BACK = "involved_in"

Node = tuple[str, Plain]
Edge = tuple[str, str, str, Plain]
Part = TypeVar("Part", bound=tuple[Any, ...])


def in_order(parts: Iterable[Part]) -> list[Part]:
    """Nodes or edges sorted by their ids and keys: networkx lists those of a subgraph in no certain order."""
    return sorted(parts, key=lambda one: [str(value) for value in one if not isinstance(value, dict)])


def document_node(document: str) -> str:
    """The node id of a document; prefixed, so that a document named "nato" is not NATO."""
    return f"document:{document}"


def nodes(resolution: Resolution) -> list[Node]:
    """The node of each entity, event and document, sorted by id."""
    return sorted(_nodes(resolution), key=lambda node: node[0])


def edges(resolution: Resolution) -> list[Edge]:
    """The edges with their keys, sorted: roles and the edges back, wholes, relations, documents."""
    found = (_roles(resolution), _relations(resolution), _documents(resolution))
    return sorted((edge for some in found for edge in some), key=lambda edge: edge[:3])


def _nodes(resolution: Resolution) -> Iterator[Node]:
    placed = {one.left: one for one in resolution.judgements if one.verdict == "same" and ":" in one.right}
    for entity in resolution.entities:
        yield entity.id, entity_data(entity, placed)
    for event in resolution.events:
        yield event.id, event_data(event)
    for source in resolution.documents:
        yield document_node(source.document), document_data(source)


def _roles(resolution: Resolution) -> Iterator[Edge]:
    """The edges of each event: to those with a role in it and back from them, and to the event that it is a part of."""
    mentioned = _Mentioned(resolution.entities)
    for event in resolution.events:
        tied = list(_tied(event))
        shared = {entity: mentioned.beside(event, entity) for _, entity in tied}
        for role, entity in tied:
            yield _edge(event.id, entity, role, shared[entity], event.interval)
        for entity in sorted(shared):
            yield _edge(entity, event.id, BACK, shared[entity], event.interval)
        for whole in event.part_of:
            yield _edge(event.id, whole, "part_of", event.provenance, None)


def _relations(resolution: Resolution) -> Iterator[Edge]:
    """The edges between two entities or two events; a second office of one person in one place has its own key."""
    names, taken = {entity.id: entity.name for entity in resolution.entities}, set[tuple[str, str, str]]()
    for tie in resolution.relations:
        source, target, _, data = _edge(tie.source, tie.target, tie.type, tie.provenance, tie.interval)
        key = tie_key(tie)
        key = key if (source, target, key) not in taken else f"{key}:{tie.title}"
        taken.add((source, target, key))
        yield source, target, key, data | (relation_data(tie, names) if source in names else {})


def _documents(resolution: Resolution) -> Iterator[Edge]:
    """The edges from each entity and event to the documents that mention it."""
    things: tuple[Entity | Event, ...] = (*resolution.entities, *resolution.events)
    for thing in things:
        for document in sorted({one.span.document for one in thing.provenance}):
            here = [one for one in thing.provenance if one.span.document == document]
            yield _edge(thing.id, document_node(document), "mentioned_in", here, None)


def _tied(event: Event) -> Iterator[tuple[str, str]]:
    """Role and entity of the participants, of the place and of those who say so."""
    yield from event.participants
    if event.place is not None:
        yield PLACE, event.place
    for speaker in event.attributions:
        yield SPEAKER, speaker


class _Mentioned:
    """Where entities are mentioned."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._provenance = {entity.id: entity.provenance for entity in entities}
        self._in_sentence: dict[tuple[str, Span], list[int]] = defaultdict(list)
        for id_, provenance in self._provenance.items():
            for at, one in enumerate(provenance):
                self._in_sentence[id_, one.context].append(at)

    def beside(self, event: Event, entity: str) -> Sequence[Provenance]:
        """The mentions of an entity in the sentences that tell an event; where there are none, those sentences."""
        sentences = {one.context for one in event.provenance}
        found = sorted(at for sentence in sentences for at in self._in_sentence.get((entity, sentence), ()))
        return [self._provenance[entity][at] for at in found] or event.provenance


def _edge(source: str, target: str, relation: str, provenance: Sequence[Provenance], interval: Interval | None) -> Edge:
    data = {"relation": relation, "provenance": provenance_data(provenance), "score": best_score(provenance)}
    return source, target, relation, data | (interval_data(interval) if interval is not None else {})
