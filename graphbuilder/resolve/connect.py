"""Connect: pairs that were judged the same → groups, the surest pairs first, unless a group would contradict itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from graphbuilder.records import Judgement

Item = TypeVar("Item", bound=Hashable)


def connect(
    items: Iterable[Item],
    key: Callable[[Item], str],
    judgements: Iterable[Judgement],
    compatible: Callable[[list[Item], list[Item]], bool] = lambda left, right: True,
) -> list[list[Item]]:
    """Groups of items tied by judgements of "same", each sorted by key, and sorted by first key.

    The result depends on the items and judgements only, not on their order. `compatible` may refuse to join two groups.
    """
    by_key = {key(item): item for item in items}
    groups = {name: [item] for name, item in by_key.items()}
    leader = {name: name for name in by_key}
    same = (one for one in judgements if one.verdict == "same")
    for judgement in sorted(same, key=lambda one: (-one.score, one.left, one.right)):
        left, right = sorted((_find(leader, judgement.left), _find(leader, judgement.right)))
        if left != right and compatible(groups[left], groups[right]):
            leader[right] = left
            groups[left] = groups[left] + groups.pop(right)
    return [sorted(groups[name], key=key) for name in sorted(groups)]


def _find(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name
