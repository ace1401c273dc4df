"""Which nodes are drawn first: the most important ones, and those that connect them."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

#: Nodes beyond this number are not drawn; they are in the table, the search and the data.
MAX_DRAWN = 1000
#: A node that touches nodes already chosen gains this share of its importance for each of them …
TIE_BONUS = 0.25
#: … up to this many.
TIES_COUNTED = 4


def importance(mentions: int, documents: int) -> int:
    """Mentions times documents; 1 where nothing is known.

    >>> importance(4, 2), importance(0, 0)
    (8, 1)
    """
    return max(1, mentions) * max(1, documents)


def ranking(
    weights: Mapping[str, float], edges: Iterable[tuple[str, str]], events: Collection[str] = frozenset()
) -> list[str]:
    """All nodes, most important first; a node gains importance once nodes that it is tied to have been chosen.

    So every prefix of the list makes a picture that hangs together. Names have far more mentions than events, so the
    two take turns. Equal nodes come in the order of their ids.

    Args:
        weights: importance by node.
        edges: ties, in any direction.
        events: those of the nodes that are events.

    >>> ranking({"a": 9, "b": 4, "c": 3.9, "e": 1}, [("a", "c")], {"e"})
    ['a', 'e', 'c', 'b']
    """
    tied = nx.Graph((source, target) for source, target in edges if source != target)
    tied.add_nodes_from(weights)
    ties = dict.fromkeys(weights, 0)
    heaps: tuple[list[tuple[float, str]], ...] = ([], [])
    for node, weight in weights.items():
        heaps[node in events].append((-weight, node))
    for heap in heaps:
        heapq.heapify(heap)
    chosen: dict[str, None] = {}
    while any(heaps):
        for heap in heaps:
            best = _best(heap, chosen)
            if best is None:
                continue
            chosen[best] = None
            for other in sorted(tied[best]):
                if other not in chosen and ties[other] < TIES_COUNTED:
                    ties[other] += 1
                    entry = (-weights[other] * (1 + TIE_BONUS * ties[other]), other)
                    heapq.heappush(heaps[other in events], entry)
    return list(chosen)


def mixed(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Both lists as one, each in its own order: the second evenly among the first, as far as that takes no place of the
    first among the nodes that are drawn; what is left of it comes last.

    >>> mixed(["a", "b", "c", "d"], ["x", "y"])
    ['a', 'b', 'c', 'x', 'd', 'y']
    """
    room = max(0, MAX_DRAWN - len(first))
    among = second[:room]
    places = [(number / len(first), 0, node) for number, node in enumerate(first)]
    places += [((number + 1) / len(among), 1, node) for number, node in enumerate(among)]
    return [*(node for *_, node in sorted(places)), *second[room:]]


def _best(heap: list[tuple[float, str]], chosen: Collection[str]) -> str | None:
    """The best node of a heap, which is taken off; entries older than a counted tie come later and are skipped."""
    while heap:
        _, node = heapq.heappop(heap)
        if node not in chosen:
            return node
    return None
