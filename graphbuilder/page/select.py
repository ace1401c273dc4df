"""Which nodes are drawn first: the most important ones, and those that tie them together."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

#: A node that touches nodes already chosen gains this share of its importance for each of them …
TIE_BONUS = 0.25
#: … up to this many.
TIES_COUNTED = 4
#: Events are told less often than the names in them.
EVENT_BOOST = 2.0


def importance(mentions: int, documents: int, is_event: bool) -> float:
    """Mentions times documents, events counted double; 1 where nothing is known."""
    return max(1, mentions) * max(1, documents) * (EVENT_BOOST if is_event else 1.0)


def ranking(weights: Mapping[str, float], edges: Iterable[tuple[str, str]]) -> list[str]:
    """All nodes, most important first; each is worth more once nodes that it is tied to have been chosen.

    So every prefix of the list makes a picture that hangs together. Equal nodes come in the order of their ids.

    >>> ranking({"a": 9, "b": 4, "c": 3.9}, [("a", "c")])
    ['a', 'c', 'b']
    """
    neighbours = _neighbours(weights, edges)
    ties = dict.fromkeys(weights, 0)
    heap = [(-weight, node) for node, weight in weights.items()]
    heapq.heapify(heap)
    chosen: dict[str, None] = {}
    while heap:
        _, node = heapq.heappop(heap)
        if node in chosen:  # an older entry, from before a tie was counted
            continue
        chosen[node] = None
        for other in neighbours[node]:
            if other not in chosen and ties[other] < TIES_COUNTED:
                ties[other] += 1
                heapq.heappush(heap, (-weights[other] * (1 + TIE_BONUS * ties[other]), other))
    return list(chosen)


def _neighbours(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {node: set() for node in nodes}
    for source, target in edges:
        if source != target:
            found[source].add(target)
            found[target].add(source)
    return {node: sorted(others) for node, others in found.items()}
