"""Definite nouns without who or where, "the fire": tied to the only candidate of those days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.blocking import MOST
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.features.contradiction import contradicts
from graphbuilder.resolve.match.events.features.status import is_comparable
from graphbuilder.resolve.match.events.features.triggers import same_trigger
from graphbuilder.resolve.match.events.features.types import is_all_lasting


def judge_definites(block: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on the definite nouns of a block, tied if all candidates may be one event."""
    for cluster in block[:MOST]:
        if cluster.participants or cluster.place is not None or not _is_definite(cluster) or is_all_lasting(cluster):
            continue
        candidates = [other for other in block[:MOST] if _may_be(cluster, other, evidence)]
        if candidates and _are_one(candidates, evidence):
            yield link(cluster, candidates[0], scores.ONLY_OF_ITS_DAYS, "the only one of its kind of those days")


def _may_be(cluster: EventCluster, other: EventCluster, evidence: Evidence) -> bool:
    """Whether a definite noun may refer to an event of another document about the same, which says who or where."""
    return (
        other.document != cluster.document
        and (other.place is not None or bool(other.participants))
        and same_trigger(cluster, other)
        and is_comparable(cluster, other)
        and not contradicts(cluster, other, evidence.is_within)
        and bool(evidence.actors(other.document) & evidence.actors(cluster.document))
    )


def _are_one(candidates: Sequence[EventCluster], evidence: Evidence) -> bool:
    """Whether all candidates are of one place, and none contradicts the first."""
    first = candidates[0]
    return all(other.place == first.place and not contradicts(other, first, evidence.is_within) for other in candidates)


def _is_definite(cluster: EventCluster) -> bool:
    """Whether only nouns in the singular mention it, and one with "the": "the bailouts" are several."""
    return all(
        mention.method.startswith("noun") and mention.text.casefold() == mention.lemma for mention in cluster.mentions
    ) and any(f"the {mention.text}" in mention.phrase for mention in cluster.mentions)
