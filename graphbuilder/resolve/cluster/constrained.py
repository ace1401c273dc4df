"""Constrained clustering: judged pairs → groups, never across a cannot-link, whatever the order of the judgements.

The user's judgements come first, then the surest. "Same" is a link. "Different" is a cannot-link between the groups of
its two sides, which only the user's "same" overrides.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graphbuilder.records import Judgement
from graphbuilder.resolve.verdicts import DIFFERENT, SAME

Item = TypeVar("Item", bound=Hashable)
#: One end of a cannot-link: which one, and 0 or 1.
Side = tuple[Hashable, int]


@dataclass(slots=True)
class _Group:
    items: list[str]
    """The first of them is in the group from the beginning."""
    sides: set[Side] = field(default_factory=set)

    def cannot_link(self, other: _Group) -> bool:
        """Whether the two groups are at opposite ends of a cannot-link."""
        few, many = sorted((self.sides, other.sides), key=len)
        return any((link, 1 - end) in many for link, end in few)

    def take(self, other: _Group) -> None:
        """Put the items and cannot-links of another group into this one."""
        self.items += other.items
        self.sides |= other.sides
        if other.sides:  # a link of the user overrides the cannot-links between its own two sides
            self.sides = {(link, end) for link, end in self.sides if (link, 1 - end) not in self.sides}


def constrained_clusters(
    items: Iterable[Item],
    key: Callable[[Item], str],
    judgements: Iterable[Judgement],
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
    group_of = {name: _Group([name], set((cannot_link or {}).get(name, ()))) for name in by_key}

    def may_join(left: _Group, right: _Group) -> bool:
        if left.cannot_link(right):
            return False
        sides = ([by_key[name] for name in group.items] for group in (left, right))
        return can_link is None or can_link(*sides)

    ordered = sorted(set(judgements), key=_order)
    for number, judgement in enumerate(each for each in ordered if each.verdict == DIFFERENT):
        group_of[judgement.left].sides.add((number, 0))
        group_of[judgement.right].sides.add((number, 1))
    for judgement in (each for each in ordered if each.verdict == SAME):
        left, right = group_of[judgement.left], group_of[judgement.right]
        if left is not right and (judgement.by == "user" or may_join(left, right)):
            # the smaller one into the larger, so that each item moves only a few times
            small, large = sorted((left, right), key=lambda group: (len(group.items), group.items[0]))
            large.take(small)
            group_of.update(dict.fromkeys(small.items, large))
    found = sorted(sorted(group.items) for group in {id(each): each for each in group_of.values()}.values())
    return [[by_key[name] for name in group] for group in found]


def _order(judgement: Judgement) -> tuple[bool, float, str, str, str]:
    """The user's judgements first, then the surest; the rest only makes the order total."""
    return judgement.by != "user", -judgement.score, judgement.left, judgement.right, judgement.reason
