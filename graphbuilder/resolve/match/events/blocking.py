"""Blocking: which pairs of dated event clusters are candidates, at a cost near linear in the number of clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.intervals import Interval
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.dates import STORY_DAYS
from graphbuilder.resolve.match.events.features.wording import tells_other_things

#: So many clusters of a block are compared with one, where no sweep over days can be made.
MOST = 200
#: A span of more years is no event.
_MOST_YEARS = 3
#: Days that a story may be behind the event, and those that a month may be short of the 31 that the sweep counts.
_MARGIN = STORY_DAYS + 3

#: Type, polarity and year.
Key = tuple[str, str, int]
Pair = tuple[EventCluster, EventCluster]


def distinct(clusters: Sequence[EventCluster]) -> tuple[list[EventCluster], list[Pair]]:
    """The first cluster (by id) of each that say exactly the same, and each other one paired with it."""
    firsts: dict[tuple[object, ...], list[EventCluster]] = defaultdict(list)
    copies = []
    for cluster in sorted(clusters, key=lambda each: each.id):
        known = firsts[_statement(cluster)]
        first = next((each for each in known[:MOST] if not tells_other_things(each, cluster)), None)
        if first is None:
            known.append(cluster)
        else:
            copies.append((first, cluster))
    return [cluster for known in firsts.values() for cluster in known], copies


def _statement(cluster: EventCluster) -> tuple[object, ...]:
    """What a cluster says, but for its content words."""
    what = cluster.type, cluster.polarity, cluster.modality, cluster.lemmas, cluster.named
    return (*what, cluster.interval, cluster.assumed, cluster.place, cluster.participants)


def blocks(clusters: Iterable[EventCluster]) -> dict[Key, list[EventCluster]]:
    """The dated clusters by type, polarity and each year that they touch."""
    found: dict[Key, list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for year in _years(cluster.day):
            found[cluster.type, cluster.polarity, year].append(cluster)
    return {key: sorted(found[key], key=lambda cluster: cluster.id) for key in sorted(found)}


def _years(interval: Interval | None) -> range:
    if interval is None or interval.start is None or interval.end is None:
        return range(0)
    years = range(interval.start.year, interval.end.year + 1)
    return years if len(years) <= _MOST_YEARS else range(0)


def candidate_pairs(block: Iterable[EventCluster]) -> Iterator[Pair]:
    """The pairs of a block whose days meet, or nearly do if one is loose; by a sweep over the days."""
    spans = sorted(((*_day_numbers(cluster), cluster) for cluster in block), key=lambda span: (span[0], span[2].id))
    recent: list[tuple[int, EventCluster]] = []
    for start, end, cluster in spans:
        recent = [(last, other) for last, other in recent if last + _MARGIN >= start]
        for last, other in recent:
            if last >= start or _is_loose(cluster) or _is_loose(other):
                yield (other, cluster) if other.id < cluster.id else (cluster, other)
        recent.append((end, cluster))


def _is_loose(cluster: EventCluster) -> bool:
    """Whether its day is only that of its story, or approximate."""
    return cluster.assumed or (cluster.day is not None and cluster.day.approximate)


def _day_numbers(cluster: EventCluster) -> tuple[int, int]:
    """The first and the last day of a dated cluster, as if all months had 31 days."""
    assert cluster.day is not None
    first, last = (int(372 * year + 31 * month + day) for year, month, day, *_ in cluster.day.moments)
    return first, last
