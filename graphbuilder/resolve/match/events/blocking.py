"""Which pairs of event clusters are candidates, at a cost near linear in the number of clusters."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.resolve.cluster.event_clusters import EventCluster

Pair = tuple[EventCluster, EventCluster]


def distinct(clusters: Sequence[EventCluster]) -> tuple[list[EventCluster], list[Pair]]:
    """The first cluster (by id) of each that say exactly the same, and each other one paired with it.

    The same is the same trigger and status with the same date, place and participants, of whom somebody has a name.
    """
    firsts: dict[tuple[object, ...], EventCluster] = {}
    copies = []
    for cluster in sorted(clusters, key=lambda each: each.id):
        says_enough = bool(cluster.named_entities) and cluster.interval is not None and not cluster.assumed
        first = firsts.setdefault(_statement(cluster) if says_enough else (cluster.id,), cluster)
        if first is not cluster:
            copies.append((first, cluster))
    return list(firsts.values()), copies


def _statement(cluster: EventCluster) -> tuple[object, ...]:
    what = cluster.type, cluster.polarity, cluster.modality, cluster.lemmas, cluster.named, cluster.words
    return (*what, cluster.interval, cluster.place, cluster.participants)
