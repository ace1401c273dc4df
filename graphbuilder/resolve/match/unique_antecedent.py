"""What a later word can mean, where all that it may mean is one event: a decision awaited, a plan called off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.clusters import EventCluster

#: The clusters as they are grouped so far; asked only where something is meant.
Groups = Callable[[], Iterable[Sequence[EventCluster]]]


def the_only_one(
    meant: Mapping[EventCluster, Sequence[EventCluster]],
    groups: Groups,
    score: float,
    reason: str,
    verdict: str = "same",
) -> list[Judgement]:
    """The judgements that tie each to what it means; none where that may be several events."""
    told = {one: others for one, others in meant.items() if others}
    group_of = {cluster.id: at for at, group in enumerate(groups()) for cluster in group} if told else {}
    pairs = [
        sorted((one.id, min(other.id for other in others)))
        for one, others in told.items()
        if len({group_of[other.id] for other in others}) == 1
    ]
    return [Judgement(first, second, verdict, score, reason) for first, second in sorted(pairs)]
