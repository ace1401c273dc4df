"""Undated event clusters, and those with only a latest day: tied to the only one with the same act and participants.

It is tied only if all candidates agree on a date, or none has one; else the antecedent is open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graphbuilder.intervals import Interval
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.blocking import MOST
from graphbuilder.resolve.match.events.evidence import link
from graphbuilder.resolve.match.events.features.content import has_enough_in_common, nouns_tell_apart
from graphbuilder.resolve.match.events.features.contradiction import contradicts
from graphbuilder.resolve.match.events.features.dates import days_between_publications, is_surely_dated
from graphbuilder.resolve.match.events.features.numbers import numbers_conflict
from graphbuilder.resolve.match.events.features.participants import agents_differ, same_recipient
from graphbuilder.resolve.match.events.features.places import Within
from graphbuilder.resolve.match.events.features.status import is_comparable
from graphbuilder.resolve.match.events.features.triggers import same_act_in_other_words, same_trigger
from graphbuilder.resolve.match.events.features.types import happens_once, is_gathering
from graphbuilder.resolve.match.events.majority import of_majority_date
from graphbuilder.resolve.match.events.reprints import NEWS_DAYS

#: Type, polarity, and a role with its entity.
Key = tuple[str, str, tuple[str, str]]


def judge_undated(clusters: Sequence[EventCluster], is_within: Within) -> Iterator[Judgement]:
    """The judgements on undated clusters; of candidates, those of the same modality and document come first."""
    blocks: dict[Key, list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda each: each.id):
        for part in _blocking_parts(cluster):
            blocks[cluster.type, cluster.polarity, part].append(cluster)
    for cluster in clusters:
        if not _is_dated(cluster) and cluster.type != "other":
            candidates = list(_candidates(cluster, blocks, is_within))
            same = [each for each in candidates if each.modality == cluster.modality]
            others = [each for each in candidates if each.modality != cluster.modality]
            yield from _tied(cluster, same)
            yield from _tied(cluster, others)


def _is_dated(cluster: EventCluster) -> bool:
    """Whether more than the latest day is known."""
    return cluster.interval is not None and not cluster.is_bound


def _tied(cluster: EventCluster, candidates: Sequence[EventCluster]) -> Iterator[Judgement]:
    """The judgement on a cluster and the candidates of one modality, if these are of one date or of none."""
    nearest = [each for each in candidates if each.document == cluster.document] or candidates
    dated = [each for each in nearest if _is_dated(each)]
    if agreed := [each for each in of_majority_date(dated) if is_surely_dated(each)]:
        reason = "the same told of the same, once with a date and once without"
        yield link(cluster, min(agreed, key=lambda each: each.id), scores.ONCE_DATED, reason)
    elif nearest and not dated:
        yield link(cluster, min(nearest, key=lambda each: each.id), scores.NEVER_DATED, "the same told of the same")


def _blocking_parts(cluster: EventCluster) -> list[tuple[str, str]]:
    """The participants; of a gathering, and where there are none, also the place."""
    parts = sorted(cluster.participants)
    if cluster.place is not None and (not parts or is_gathering(cluster)):
        parts.append(("place", cluster.place))
    return parts


def _candidates(
    cluster: EventCluster, blocks: Mapping[Key, Sequence[EventCluster]], is_within: Within
) -> Iterator[EventCluster]:
    """The clusters of the same act and time; of a block only the first ones, so that cost is linear."""
    seen: set[str] = set()
    for part in _blocking_parts(cluster):
        for other in blocks[cluster.type, cluster.polarity, part][:MOST]:
            if other.id not in seen:
                seen.add(other.id)
                if _is_same(cluster, other, is_within) and _is_in_time(cluster, other):
                    yield other


def _is_same(cluster: EventCluster, other: EventCluster, is_within: Within) -> bool:
    """Whether a candidate expresses the same act, has enough in common, and contradicts in nothing.

    In one document only other words count, since extraction has already tied the same word.
    """
    same_word = other.document != cluster.document and same_trigger(cluster, other)
    return (
        cluster != other
        and (same_word or same_act_in_other_words(cluster, other))
        and is_comparable(cluster, other)
        and has_enough_in_common(cluster, other)
        and not agents_differ(cluster, other)
        and not numbers_conflict([cluster], [other])
        and not nouns_tell_apart(cluster, other)
        and not contradicts(cluster, other, is_within)
    )


def _is_in_time(cluster: EventCluster, other: EventCluster) -> bool:
    """Whether the cluster is reported at the time of the other; for what happens once, or not, any time will do."""
    if other.polarity == "NEG" or (happens_once(cluster) and same_recipient(cluster, other)):
        return True
    if other.interval is None or other.is_bound:
        return days_between_publications(cluster, other) <= NEWS_DAYS
    if cluster.published is None or other.interval.start is None:
        return False
    return Interval.around(date.fromordinal(cluster.published), NEWS_DAYS).overlaps(other.interval)
