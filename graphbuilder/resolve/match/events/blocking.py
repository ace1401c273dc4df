"""Which pairs of event clusters are candidates, at a cost near linear in the number of clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: So many clusters of a block are compared with one.
MOST = 200

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


def candidate_pairs(clusters: Iterable[EventCluster]) -> Iterator[Pair]:
    """Pairs of clusters of different articles that have somebody named or a trigger in common, each once.

    Of what very many tell of, each cluster is compared with the `MOST` published next.
    """
    blocks: dict[tuple[str, str], list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: (one.published or 0, one.id)):
        for entity in cluster.named_entities:
            blocks["entity", entity].append(cluster)
        for lemma in cluster.lemmas:
            blocks["trigger", lemma].append(cluster)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for at, left in enumerate(block):
            for right in block[at + 1 : at + 1 + MOST]:
                if left.document != right.document and (left.id, right.id) not in seen:
                    seen.add((left.id, right.id))
                    yield left, right
