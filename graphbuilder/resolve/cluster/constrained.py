"""Constrained clustering: judged pairs → groups, never across a cannot-link, whatever the order of the judgements.

The user's judgements come first, then the surest. "Same" is a link. "Different" is a cannot-link between the groups of
its two sides, which only the user's "same" overrides.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graphbuilder.records import Judgement

Item = TypeVar("Item", bound=Hashable)
#: One end of a cannot-link: which one, and 0 or 1.
Side = tuple[Hashable, int]


@dataclass(slots=True)
class _Group:
    items: list[str]
    sides: set[Side] = field(default_factory=set)

    def cannot_link(self, other: _Group) -> bool:
        """Whether the two groups are at opposite ends of a cannot-link."""
        few, many = sorted((self.sides, other.sides), key=len)
        return any((link, 1 - end) in many for link, end in few)


def constrained_clusters(
    items: Iterable[Item],
    key: Callable[[Item], str],
    judgements: Sequence[Judgement],
    can_link: Callable[[list[Item], list[Item]], bool] | None = None,
    cannot_link: Mapping[str, Iterable[Side]] | None = None,
) -> list[list[Item]]:
    """The groups of items that judgements of "same" link, each sorted by key, and sorted by first key.

    The result depends on the items and judgements only, not on their order.

    Args:
        items: what is grouped.
        key: the id of an item in the judgements.
        judgements: of these items.
        can_link: may refuse to join two groups that no judgement of the user links.
        cannot_link: further ends of cannot-links, by id.
    """
    by_key = {key(item): item for item in items}
    groups = {name: _Group([name], set((cannot_link or {}).get(name, ()))) for name in by_key}
    leader = {name: name for name in by_key}
    for number, judgement in enumerate(
        sorted({each for each in judgements if each.verdict == "different"}, key=_order)
    ):
        groups[judgement.left].sides.add((number, 0))
        groups[judgement.right].sides.add((number, 1))
    for judgement in sorted((each for each in judgements if each.verdict == "same"), key=_order):
        left, right = (_find(leader, name) for name in (judgement.left, judgement.right))
        if left != right and (judgement.by == "user" or _may_join(groups[left], groups[right], by_key, can_link)):
            _join(groups, leader, left, right)
    found = sorted(sorted(group.items) for group in groups.values())
    return [[by_key[name] for name in group] for group in found]


def _may_join(
    left: _Group,
    right: _Group,
    by_key: Mapping[str, Item],
    can_link: Callable[[list[Item], list[Item]], bool] | None,
) -> bool:
    """Whether neither a cannot-link nor `can_link` keeps two groups apart."""
    if left.cannot_link(right):
        return False
    return can_link is None or can_link([by_key[name] for name in left.items], [by_key[name] for name in right.items])


def _order(judgement: Judgement) -> tuple[bool, float, str, str, str]:
    """The user's judgements first, then the surest; the rest only makes the order total."""
    return judgement.by != "user", -judgement.score, judgement.left, judgement.right, judgement.reason


def _join(groups: dict[str, _Group], leader: dict[str, str], left: str, right: str) -> None:
    """Put the smaller group into the larger one, so that each item moves only a few times."""
    small, large = sorted((left, right), key=lambda name: (len(groups[name].items), name))
    leader[small] = large
    gone, kept = groups.pop(small), groups[large]
    kept.items += gone.items
    kept.sides |= gone.sides
    if gone.sides:  # a link of the user overrides the cannot-links between its own two sides
        kept.sides = {(link, end) for link, end in kept.sides if (link, 1 - end) not in kept.sides}


def _find(leader: dict[str, str], name: str) -> str:
    """The leader of the group of a name, with path compression."""
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name
