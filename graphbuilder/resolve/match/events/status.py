"""Whether it happened: which polarities, modalities and aspects two clusters of one event, or a group, may have."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.resolve.cluster.event_clusters import EventCluster

_FACTUAL = frozenset({"ACTUAL", "PLANNED"})


def is_comparable(left: EventCluster, right: EventCluster) -> bool:
    """Whether two clusters may be one event, a plan and its deed, or a plan and its denial.

    What is only possible, demanded or conditional is an event of its own, and so is a habit ("gave it to him daily").
    """
    if left.is_habitual != right.is_habitual:
        return False
    if left.polarity != right.polarity:
        return "PLANNED" in (left.modality, right.modality)
    return left.modality == right.modality or {left.modality, right.modality} <= _FACTUAL


def is_cancelled(group: Sequence[EventCluster]) -> bool:
    """Whether a group has a plan and its denial, and nothing that says that it took place."""
    statuses = {(cluster.polarity, cluster.modality == "PLANNED") for cluster in group}
    return len({polarity for polarity, _ in statuses}) == 2 and ("POS", False) not in statuses


def statuses_agree(group: Sequence[EventCluster]) -> bool:
    """Whether a group is of one modality, or is a cancelled plan that nothing plans anew after the last denial."""
    denials = [cluster.published or 0 for cluster in group if cluster.polarity == "NEG"]
    others = [cluster.published or 0 for cluster in group if cluster.polarity != "NEG"]
    if not (denials and others):
        return len({cluster.modality for cluster in group}) <= 1
    return is_cancelled(group) and max(others) <= max(denials)
