"""Where: are the places of two event clusters compatible?"""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: Whether a place (entity id) is another one, or lies in it.
Within = Callable[[str, str], bool]


def places_conflict(left: EventCluster, right: EventCluster, is_within: Within) -> bool:
    """Whether both places are known by name, and neither lies in the other."""
    if left.place is None or right.place is None or left.nameless or right.nameless:
        return False
    return not (is_within(left.place, right.place) or is_within(right.place, left.place))
