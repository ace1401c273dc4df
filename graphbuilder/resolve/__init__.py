"""The reduce: extractions of all documents → one Resolution.

Cluster inside each document (`clusters`), judge pairs inside blocks (`entities`, `events`), connect what was judged the
same (`connect`), merge (`merge`), name (`ids`). Every judgement is kept. Any order of the documents gives an equal
result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from graphbuilder.errors import InputError
from graphbuilder.records import Entity, Event, Extraction, Judgement, Resolution, Source
from graphbuilder.resolve.clusters import EntityCluster, entity_clusters
from graphbuilder.resolve.connect import connect
from graphbuilder.resolve.entities import judge_entities
from graphbuilder.resolve.events import compatible, judge_events
from graphbuilder.resolve.ids import unique_ids
from graphbuilder.resolve.lookup import Lookup
from graphbuilder.resolve.merge import Known, merge_entity, merge_event
from graphbuilder.resolve.sources import group_sources
from graphbuilder.resolve.ties import entity_relations, event_relations, part_of
from graphbuilder.resolve.wholes import with_wholes

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction]) -> Resolution:
    """What all documents say together.

    Args:
        extractions: what was read in each document (`graphbuilder.extract`), in any order.

    Raises:
        InputError: two extractions have the same document id.
    """
    read = sorted(extractions, key=attrgetter("document"))
    _check_ids(read)
    look = Lookup(read)
    entities, entity_judgements = _entities(read, look)
    look.add_entities(entities)
    groups = group_sources(read)
    events, event_judgements = _events(read, look, groups)
    relations = (*entity_relations(read, look), *event_relations(read, look, events))
    return Resolution(
        documents=tuple(_source(one, groups[one.document]) for one in read),
        entities=tuple(entities.values()),
        events=tuple(events.values()),
        relations=tuple(sorted(relations, key=attrgetter("source", "type", "target"))),
        judgements=(*entity_judgements, *event_judgements),
    )


def _check_ids(read: Sequence[Extraction]) -> None:
    for one, following in pairwise(read):
        if one.document == following.document:
            raise InputError(f"two extractions are of document {one.document!r}; give each document its own id")


def _entities(read: Sequence[Extraction], look: Lookup) -> tuple[dict[str, Entity], list[Judgement]]:
    clusters = [cluster for one in read for cluster in entity_clusters(one)]
    judgements = judge_entities(clusters)
    groups: list[list[EntityCluster]] = connect(clusters, attrgetter("id"), judgements)
    return unique_ids([merge_entity(group, look.quote) for group in groups]), judgements


def _events(
    read: Sequence[Extraction], look: Lookup, sources: dict[str, str]
) -> tuple[dict[str, Event], list[Judgement]]:
    clusters = [cluster for one in read for cluster in look.event_clusters(one)]
    judgements = judge_events(clusters, look.within)
    known = Known(look.quote, look.date, look.names, look.speakers, look.outlets, sources)
    groups = connect(clusters, attrgetter("id"), judgements, compatible(look.within))
    events = unique_ids([merge_event(group, known) for group in groups], look.taken)
    return with_wholes(events, part_of(read, events), look.within), judgements


def _source(one: Extraction, group: str) -> Source:
    return Source(one.document, one.title, one.published, one.source, one.language, one.sentences, group)
