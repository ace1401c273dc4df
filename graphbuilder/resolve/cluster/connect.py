"""Connect: pairs that were judged the same → groups, the user's pairs first, then the surest.

A judgement of "different" keeps the groups of its two sides apart. Only the user's "same" is stronger.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graphbuilder.records import Judgement

Item = TypeVar("Item", bound=Hashable)
#: A side of something that is kept apart: what, and 0 or 1.
Side = tuple[Hashable, int]


@dataclass(slots=True)
class _Group:
    items: list[str]
    sides: set[Side] = field(default_factory=set)

    def opposes(self, other: _Group) -> bool:
        few, many = sorted((self.sides, other.sides), key=len)
        return any((what, 1 - side) in many for what, side in few)


def connect(
    items: Iterable[Item],
    key: Callable[[Item], str],
    judgements: Sequence[Judgement],
    compatible: Callable[[list[Item], list[Item]], bool] | None = None,
    apart: Mapping[str, Iterable[Side]] | None = None,
) -> list[list[Item]]:
    """Groups of items tied by judgements of "same", each sorted by key, and sorted by first key.

    The result depends on the items and judgements only, not on their order.

    Args:
        items: what is grouped.
        key: the name of an item, as judgements tell it.
        judgements: of these items.
        compatible: may refuse to join two groups that no user's judgement joins.
        apart: further sides, by name; two groups on opposite sides of something are not joined.
    """
    by_key = {key(item): item for item in items}
    groups = {name: _Group([name], set((apart or {}).get(name, ()))) for name in by_key}
    leader = {name: name for name in by_key}
    for number, judgement in enumerate(sorted({one for one in judgements if one.verdict == "different"}, key=_order)):
        groups[judgement.left].sides.add((number, 0))
        groups[judgement.right].sides.add((number, 1))
    for judgement in sorted((one for one in judgements if one.verdict == "same"), key=_order):
        left, right = (_find(leader, name) for name in (judgement.left, judgement.right))
        if left == right:
            continue
        one, other = groups[left], groups[right]
        ours, theirs = ([by_key[name] for name in group.items] if compatible else [] for group in (one, other))
        sure = judgement.by == "user"
        if sure or not (one.opposes(other) or (compatible is not None and not compatible(ours, theirs))):
            _join(groups, leader, left, right)
    found = sorted(sorted(groups[name].items) for name in groups)
    return [[by_key[name] for name in group] for group in found]


def _order(one: Judgement) -> tuple[bool, float, str, str, str]:
    return one.by != "user", -one.score, one.left, one.right, one.reason


def _join(groups: dict[str, _Group], leader: dict[str, str], left: str, right: str) -> None:
    """The smaller group goes into the larger one, so that each item moves a few times only."""
    small, large = sorted((left, right), key=lambda name: (len(groups[name].items), name))
    leader[small] = large
    gone, kept = groups.pop(small), groups[large]
    kept.items += gone.items
    kept.sides |= gone.sides
    if gone.sides:  # what the user has joined is on no side of itself
        kept.sides = {(what, side) for what, side in kept.sides if (what, 1 - side) not in kept.sides}


def _find(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name
