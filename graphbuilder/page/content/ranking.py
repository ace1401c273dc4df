"""What comes first: which nodes are drawn, and which judgements are shown for one.

The most important nodes are drawn first, and those that connect them. The judgements tell why mentions were put
together or kept apart, the most surprising ones first.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import networkx as nx

from graphbuilder.graph.attributes import Plain

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


#: "Why merged" shows at most this many judgements for a node.
MAX_JUDGEMENTS = 40

#: Judgements between a name and an entry of a table of places; the place's own rule tells of these.
_OF_A_TABLE = re.compile(r"geonames:|iso3166-|places$")


def by_thing(judgements: Iterable[Plain]) -> dict[str, list[Plain]]:
    """Mention or node → the judgements on it, but for those of a table of places."""
    found: dict[str, list[Plain]] = defaultdict(list)
    for one in judgements:
        if not _OF_A_TABLE.match(one["right"]):
            found[one["left"]].append(one)
            found[one["right"]].append(one)
    return found


def shown(things: Iterable[str], judged: Mapping[str, Sequence[Plain]], words: Callable[[str], str]) -> list[Plain]:
    """The judgements on a node or its mentions, each pair of words once, the most surprising first."""
    found = {id(one): one for thing in things for one in judged.get(thing, ())}
    told = [{**one, "left": words(one["left"]), "right": words(one["right"])} for one in found.values()]
    once = {(one["left"], one["right"], one["verdict"], one["reason"]): one for one in told}
    return sorted(once.values(), key=_by_surprise)[:MAX_JUDGEMENTS]


def _by_surprise(judgement: Plain) -> tuple[bool, bool, float, str, str]:
    """Sort key: different names that were put together come first, for that is where a reader has doubts."""
    left, right = judgement["left"], judgement["right"]
    return judgement["verdict"] != "same", left.casefold() == right.casefold(), -judgement["score"], left, right
