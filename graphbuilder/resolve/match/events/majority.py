"""The date that nearly all clusters of a group agree on; the others are slips of a text or of its reading."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: The share of a group that agrees, for the rest to be slips.
_NEARLY_ALL = 0.8
#: In a group of fewer dated clusters none is taken for a slip.
_FEW = 5


def of_majority_date(dated: Sequence[EventCluster]) -> list[EventCluster]:
    """The clusters that agree on the date of nearly all; none where there is no such date."""
    spans = {cluster.interval: cluster.interval for cluster in dated if cluster.interval is not None}
    for span in sorted(spans.values(), key=lambda each: (PRECISIONS.index(each.precision), each.sort_key)):
        agreeing = [each for each in dated if each.interval is not None and each.interval.overlaps(span)]
        intervals = [each.interval for each in agreeing if each.interval is not None]
        if len(agreeing) >= _NEARLY_ALL * len(dated) and _overlap_pairwise(intervals):
            return agreeing
    return []


def without_slips(group: Sequence[EventCluster]) -> Sequence[EventCluster]:
    """The group without the few dates that nearly all others contradict."""
    dated = [cluster for cluster in group if cluster.interval is not None and not cluster.is_bound]
    if len(dated) < _FEW:
        return group
    majority = {cluster.id for cluster in of_majority_date(dated)}
    slips = {cluster.id for cluster in dated if cluster.id not in majority} if majority else ()
    return [cluster for cluster in group if cluster.id not in slips]


def _overlap_pairwise(dates: Sequence[Interval]) -> bool:
    """Whether all intervals overlap each other: the last to begin begins before the first to end ends."""
    last = max(dates, key=lambda interval: interval.moments[0])
    first = min(dates, key=lambda interval: interval.moments[1])
    return last.overlaps(first)
