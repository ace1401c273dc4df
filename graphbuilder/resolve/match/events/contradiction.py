"""Contradiction: dates or places that no one event can have."""

from __future__ import annotations

from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.dates import dates_agree, is_news_of_days_before, is_reported_before
from graphbuilder.resolve.match.events.places import Within, places_conflict


def contradicts(left: EventCluster, right: EventCluster, is_within: Within) -> bool:
    """Whether dates or places show that two clusters are two events."""
    if is_reported_before(left, right) or is_reported_before(right, left):
        return True
    may_be_one_time = dates_agree(left, right) or is_news_of_days_before(left, right)
    return not may_be_one_time or places_conflict(left, right, is_within)
