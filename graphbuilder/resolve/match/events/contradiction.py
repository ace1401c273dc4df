"""Contradiction: dates or places that no one event can have."""

from __future__ import annotations

from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.dates import may_be_of_one_time
from graphbuilder.resolve.match.events.places import Within, places_conflict


def contradicts(left: EventCluster, right: EventCluster, is_within: Within) -> bool:
    """Whether dates or places show that two clusters are two events."""
    return not may_be_of_one_time(left.when, right.when) or places_conflict(left, right, is_within)
