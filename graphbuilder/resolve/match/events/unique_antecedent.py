"""The antecedent of an anaphor, if there is only one: all candidates are one event by the judgements so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.evidence import Groups
from graphbuilder.resolve.verdicts import SAME


def with_unique_antecedents(
    candidates: Mapping[EventCluster, Sequence[EventCluster]],
    groups: Groups,
    score: float,
    reason: str,
    verdict: str = SAME,
) -> list[Judgement]:
    """The judgements that tie each anaphor to its antecedent; none where the candidates may be several events.

    Args:
        candidates: anaphor → the clusters that it may refer to.
        groups: the groups that the judgements so far make; asked only if there are candidates.
        score: of the judgements.
        reason: of the judgements.
        verdict: of the judgements.
    """
    open_ = {anaphor: antecedents for anaphor, antecedents in candidates.items() if antecedents}
    group_of = {cluster.id: at for at, group in enumerate(groups()) for cluster in group} if open_ else {}
    pairs = [
        sorted((anaphor.id, min(antecedent.id for antecedent in antecedents)))
        for anaphor, antecedents in open_.items()
        if len({group_of[antecedent.id] for antecedent in antecedents}) == 1
    ]
    return [Judgement(first, second, verdict, score, reason) for first, second in sorted(pairs)]
