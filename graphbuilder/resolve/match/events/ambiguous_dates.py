"""Judgements that tie a vague date to several precise ones: all but those of one time are dropped.

"Raised it last month" is no more of the 27th than of the 29th, if it was raised on both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from graphbuilder.knowledge.event_words import LASTING
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.dates import is_calendar_week, is_precise
from graphbuilder.resolve.match.events.majority import of_majority_date

_VAGUE = frozenset({"week", "month", "season", "quarter", "half", "year", "decade"})


def without_ambiguous(clusters: Iterable[EventCluster], judgements: Collection[Judgement]) -> Iterator[Judgement]:
    """The judgements without those that tie a vague date to one of several days."""
    by_id = {cluster.id: cluster for cluster in clusters}
    days: dict[str, dict[str, EventCluster]] = defaultdict(dict)
    for judgement in judgements:
        for vague, other in _both_ways(judgement):
            if _is_vaguer(by_id[vague], by_id[other]):
                days[vague][other] = by_id[other]
    kept = {vague: {each.id for each in _of_one_time(list(others.values()))} for vague, others in days.items()}
    for judgement in judgements:
        if not any(_is_dropped(vague, other, days, kept) for vague, other in _both_ways(judgement)):
            yield judgement


def _both_ways(judgement: Judgement) -> tuple[tuple[str, str], tuple[str, str]]:
    return (judgement.left, judgement.right), (judgement.right, judgement.left)


def _is_dropped(
    vague: str, other: str, days: Mapping[str, Mapping[str, EventCluster]], kept: Mapping[str, set[str]]
) -> bool:
    return other in days.get(vague, ()) and other not in kept[vague]


def _of_one_time(dated: Sequence[EventCluster]) -> Sequence[EventCluster]:
    """Those of one day, or within the span of days that one of them gives a lasting event: "November 29-30"."""
    spans = {each.day: each.day for each in dated if each.day is not None and each.type in LASTING}
    if any(all(each.day is not None and span.contains(each.day) for each in dated) for span in spans.values()):
        return dated
    return of_majority_date(dated)


def _is_vaguer(cluster: EventCluster, other: EventCluster) -> bool:
    """Whether one has a week, month or year, and the other a day."""
    if cluster.day is None or other.day is None or not is_precise(other.day) or other.day.precision == "week":
        return False
    return cluster.day.precision in _VAGUE or is_calendar_week(cluster.day)
