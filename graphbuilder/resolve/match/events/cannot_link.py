"""Cannot-link constraints on groups of event clusters: groups that contradict each other are never joined.

A pair may agree while its groups do not, so that `cluster.constrained` asks this before it joins two. The date that
nearly all clusters of a group agree on tells which others are slips of a text or of its reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graphbuilder.intervals import PRECISIONS
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.cluster.when import When, first_and_last
from graphbuilder.resolve.match.events.status import statuses_agree
from graphbuilder.resolve.match.events.when_and_where import (
    Within,
    contradicts,
    is_calendar_week,
    is_precise,
    is_reported_before,
    places_conflict,
)

#: The share of a group that agrees, for the rest to be slips.
_NEARLY_ALL = 0.8
#: In a group of fewer dated clusters none is taken for a slip.
_FEW = 5


def of_majority_date(dated: Sequence[EventCluster]) -> list[EventCluster]:
    """The clusters that agree on the date of nearly all; none where there is no such date."""
    spans = {each.interval: each.when for each in dated if each.interval is not None}
    finest = sorted({(PRECISIONS.index(span.precision), when.start, when.end) for span, when in spans.items()})
    for _, start, end in finest:
        agreeing = [each for each in dated if each.when.start <= end and start <= each.when.end]
        if len(agreeing) >= _NEARLY_ALL * len(dated) and _overlap_pairwise([each.when for each in agreeing]):
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


def _overlap_pairwise(dates: Sequence[When]) -> bool:
    """Whether all dates overlap each other: the last to begin begins before the first to end ends."""
    return bool(max(date.start for date in dates) <= min(date.end for date in dates))


#: Days between a date and an article that is news of another time.
_FAR = 60
#: For each dated telling so many undated ones of another time may look back on it.
_UNDATED = 2


def linkable(is_within: Within) -> Callable[[list[EventCluster], list[EventCluster]], bool]:
    """Whether two groups can be one event: no article tells both, unless it is the only one, neither status, dates
    nor places of any pair contradict, and the few with a date are not of another time than all others.
    """

    def check(left: list[EventCluster], right: list[EventCluster]) -> bool:
        documents, others = {one.document for one in left}, {one.document for one in right}
        if documents & others:
            return len(documents | others) == 1
        if not statuses_agree([*left, *right]):
            return False
        if _is_reported_before(left, right) or _is_reported_before(right, left):
            return False
        kept = {cluster.id for cluster in without_slips([*left, *right])}
        left, right = ([cluster for cluster in group if cluster.id in kept] for group in (left, right))
        if _is_of_another_time([*left, *right]):
            return False
        return all(
            not contradicts(one, other, is_within) or _is_on_both_days(one, other, [*left, *right], is_within)
            for one in _distinct_facts(left)
            for other in _distinct_facts(right)
        )

    return check


def _is_of_another_time(group: Sequence[EventCluster]) -> bool:
    """Whether most of a group is news without a date, from long before or after the dates that the few others have.

    Yes: forty reports of an outbreak in 2009, one of them with "1918". No: a look back, beside the report of the day.
    """
    dated = [each.day for each in group if each.day is not None and not each.is_bound]
    days = [day for each in dated for day in first_and_last(each)]
    if not days:
        return False
    undated = [each.published for each in group if each.interval is None and each.published is not None]
    first, last = min(days) - _FAR, max(days) + _FAR
    far = sum(not first <= day <= last for day in undated)
    return far > _UNDATED * len(dated)


def _distinct_facts(group: Sequence[EventCluster]) -> Iterable[EventCluster]:
    """One cluster for each date and place of a group."""
    return {(each.interval, each.place, each.assumed): each for each in group}.values()


def _is_reported_before(left: Sequence[EventCluster], right: Sequence[EventCluster]) -> bool:
    """Whether a document older than a date of the right group reports the left one as done."""
    undated = [cluster for cluster in left if cluster.interval is None and cluster.published is not None]
    dated = [cluster for cluster in right if cluster.interval is not None]
    if not undated or not dated:
        return False
    earliest = min(undated, key=lambda cluster: cluster.published or 0)
    if not any(is_reported_before(earliest.when, cluster.when) for cluster in dated):
        return False
    return any(is_reported_before(earliest.when, cluster.when) for cluster in without_slips(dated))


def _is_on_both_days(one: EventCluster, other: EventCluster, group: Sequence[EventCluster], is_within: Within) -> bool:
    """Whether two days do not contradict each other since an event of the groups has a span with both."""
    if one.day is None or other.day is None or places_conflict(one, other, is_within):
        return False
    spans = {each.day for each in group if each.day is not None and is_precise(each.day)}
    return any(span.contains(one.day) and span.contains(other.day) for span in spans if not is_calendar_week(span))
