"""Why mentions were put together or kept apart: which judgements the page shows for a node, and in which order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from graphbuilder.graph.attributes import Plain

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
