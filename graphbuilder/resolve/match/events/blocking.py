"""Which pairs of event clusters are candidates, at a cost near linear in the number of clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import TypeVar

from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: So many clusters of a block are compared with one.
MOST = 200

#: Articles with so many names in common may tell of one affair.
SHARED = 3

Pair = tuple[EventCluster, EventCluster]
_Item = TypeVar("_Item")


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
    """Pairs of clusters of different articles that have somebody named or a trigger in common, or stand in articles
    that have several names in common, each once.

    Of what very many tell of, each cluster is compared with the `MOST` published next.
    """
    ordered = sorted(clusters, key=lambda one: (one.published or 0, one.id))
    seen: set[tuple[str, str]] = set()
    for left, right in chain(_of_one_thing(ordered), _of_one_affair(ordered)):
        if left.document != right.document and (left.id, right.id) not in seen:
            seen.add((left.id, right.id))
            yield left, right


def _of_one_thing(ordered: Sequence[EventCluster]) -> Iterator[Pair]:
    """Pairs in which the same one takes part, or which the same word tells."""
    blocks: dict[tuple[str, str], list[EventCluster]] = defaultdict(list)
    for cluster in ordered:
        for entity in cluster.named_entities:
            blocks["entity", entity].append(cluster)
        for lemma in cluster.lemmas:
            blocks["trigger", lemma].append(cluster)
    for key in sorted(blocks):
        yield from _each_with_next(blocks[key])


def _of_one_affair(ordered: Sequence[EventCluster]) -> Iterator[Pair]:
    """Pairs of articles that share at least `SHARED` names of those who take part in their events."""
    told: dict[str, list[EventCluster]] = defaultdict(list)
    articles: dict[str, dict[str, None]] = defaultdict(dict)
    for cluster in ordered:
        told[cluster.document].append(cluster)
        for entity in cluster.named_entities:
            articles[entity][cluster.document] = None
    shared = Counter(pair for entity in sorted(articles) for pair in _each_with_next(list(articles[entity])))
    for (one, other), names in sorted(shared.items()):
        if names >= SHARED:
            yield from product(told[one], told[other])


def _each_with_next(block: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Each of a block with the `MOST` behind it."""
    for at, left in enumerate(block):
        yield from ((left, right) for right in block[at + 1 : at + 1 + MOST])
