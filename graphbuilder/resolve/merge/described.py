"""Described participants: which of those without a name that an event has from many articles are one, shown once.

"Foreign ministers" of one article and "NATO's foreign ministers" of another have the same part in the same event: the
event keeps the longer description. Two of one article stay two, since that article tells them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.merge.labels import POINTING
from graphbuilder.resolve.merge.role_conflicts import Part

#: Who did it and who took part in it are one side of what is done together: "met", "a meeting of".
_ACTING, _PRESENT = "agent", "attendee"


def shown_once(
    parts: Iterable[Part], articles: Mapping[str, Set[str]], described: Mapping[str, str]
) -> tuple[Part, ...]:
    """The participants of an event, sorted, nobody both agent and attendee, of each description told anew the longest.

    Args:
        parts: the participants.
        articles: entity → the articles that tell of it as a participant.
        described: entity without a name → what it is called.

    >>> parts = [("agent", "m1"), ("attendee", "m2"), ("attendee", "nato")]
    >>> shown_once(parts, {"m1": {"a"}, "m2": {"b"}}, {"m1": "ministers", "m2": "NATO ministers"})
    (('agent', 'm2'), ('attendee', 'nato'))
    """
    once = _acting_once(parts)
    named = {part for part in once if part[1] not in described}
    alike: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for role, entity in once - named:
        side = _ACTING if role == _PRESENT else role
        alike[side, fold(described[entity]).split()[-1]].append((role, entity))
    longest = (part for group in alike.values() for part in _longest(group, articles, described))
    return tuple(sorted(named.union(longest)))


def _acting_once(parts: Iterable[Part]) -> set[Part]:
    """The participants, each agent without being an attendee too."""
    found = set(parts)
    return found - {(_PRESENT, entity) for role, entity in found if role == _ACTING}


def _longest(group: Iterable[Part], articles: Mapping[str, Set[str]], described: Mapping[str, str]) -> Iterable[Part]:
    """Of descriptions that may be of the same, the longest; each stands for one of every other article at most.

    One that points ("their ministers") comes after those that can be read alone.
    """
    kept: list[tuple[str, set[str], set[str]]] = []
    for role, entity in sorted(group, key=lambda part: (*_rank(described[part[1]]), part)):
        here = articles[entity]
        for _, seen, roles in kept:
            if seen.isdisjoint(here):
                seen |= here
                roles.add(role)
                break
        else:
            kept.append((entity, set(here), {role}))
    return [(min(roles), entity) for entity, _, roles in kept]


def _rank(description: str) -> tuple[bool, int, str]:
    return not POINTING.isdisjoint(fold(description).split()), -len(description), description
