"""Why mentions were put together or kept apart: which judgements the page shows for a node, and in which order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from graphbuilder.graph.attributes import Plain

#: "Why merged" shows at most this many judgements for a node.
MAX_JUDGEMENTS = 40

#: Judgements between a name and an entry of a table of places; the place's own rule tells of these.
_OF_A_TABLE = re.compile(r"geonames:|iso3166-|places$")


class Judgements:
    """The judgements of a graph, by the mentions and nodes that they are about."""

    def __init__(self, judgements: Iterable[Plain], words: Callable[[str], str]) -> None:
        self._words = words
        self._by_id: dict[str, list[Plain]] = defaultdict(list)
        for one in judgements:
            for side in ("left", "right"):
                self._by_id[one[side]].append(one)

    def of(self, node: str, mentions: Iterable[str]) -> list[Plain]:
        """The judgements on a node or its mentions, each pair of words once, the most surprising first."""
        found = {
            id(one): one
            for key in (node, *mentions)
            for one in self._by_id.get(key, ())
            if not _OF_A_TABLE.match(one["right"])
        }
        told = [
            {
                "left": self._words(one["left"]),
                "right": self._words(one["right"]),
                "verdict": one["verdict"],
                "score": one["score"],
                "reason": one["reason"],
                "by": one.get("by", "rule"),
            }
            for one in found.values()
        ]
        once = {(one["left"], one["right"], one["verdict"], one["reason"]): one for one in told}
        return sorted(once.values(), key=_by_surprise)[:MAX_JUDGEMENTS]


def _by_surprise(judgement: Plain) -> tuple[bool, bool, float, str, str]:
    """Sort key: different names that were put together come first, for that is where a reader has doubts."""
    left, right = judgement["left"], judgement["right"]
    return judgement["verdict"] != "same", left.casefold() == right.casefold(), -judgement["score"], left, right
