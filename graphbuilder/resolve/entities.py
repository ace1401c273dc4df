"""The entities of a collection: clustered in each document, judged across documents, grouped and merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from graphbuilder.corrections import Correction
from graphbuilder.ids.given import NOTHING_GIVEN, Given
from graphbuilder.knowledge.places import NOWHERE
from graphbuilder.records import Entity, Extraction, Judgement
from graphbuilder.resolve.cluster.constrained import constrained_clusters
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster, entity_clusters
from graphbuilder.resolve.corrections.before_clustering import with_types
from graphbuilder.resolve.corrections.identity import Identity, with_identity
from graphbuilder.resolve.match.entities import judge_entities
from graphbuilder.resolve.merge.entities import Quote, merge_entity
from graphbuilder.resolve.merge.ordering import unique_ids
from graphbuilder.resolve.verdicts import SAME, UNSURE


@dataclass(frozen=True, slots=True)
class ResolvedEntities:
    """The entities by id, all judgements on them, and the lines that refer to none of them → why."""

    entities: Mapping[str, Entity]
    judgements: Sequence[Judgement]
    unknown: Mapping[Correction, str]


def resolve_entities(
    extractions: Sequence[Extraction], quote: Quote, rows: Sequence[Correction], given: Given = NOTHING_GIVEN
) -> ResolvedEntities:
    """The entities that all documents name.

    Raises:
        InputError: two lines contradict each other.
    """
    found = [cluster for extraction in extractions for cluster in entity_clusters(extraction)]
    clusters = with_types(found, rows)
    judgements = judge_entities([cluster for cluster in clusters if cluster.is_named])

    def build(identity: Identity) -> dict[str, Entity]:
        known = [*judgements, *identity.judgements]
        groups = constrained_clusters(clusters, attrgetter("id"), known, cannot_link=identity.cannot_link)
        kept = [group for group in groups if not identity.is_ignored(group)]
        return unique_ids([identity.corrected(merge_entity(group, quote), group) for group in kept])

    entities, identity = with_identity(build, rows, clusters, given)
    all_judgements = [*judgements, *_place_judgements(clusters), *identity.judgements]
    return ResolvedEntities(entities, all_judgements, identity.unknown)


def _place_judgements(clusters: Iterable[EntityCluster]) -> list[Judgement]:
    """For each city, and each name that several places bear: which place extraction took it for, why, and how surely.

    `left` is the name's first mention, `right` the place, such as "geonames:683506", or `NOWHERE` where none was
    chosen.
    """
    found = []
    for cluster in clusters:
        decision = cluster.where
        if cluster.is_named and decision is not None and not decision.plain:
            verdict = SAME if decision.place is not None else UNSURE
            found.append(Judgement(cluster.id, decision.key or NOWHERE, verdict, decision.score, decision.reason))
    return sorted(found, key=lambda judgement: judgement.left)
