"""Supported participants: of an event that many articles tell, those that more than one of them names.

Each article is read with mistakes of its own; what several say of who took part outweighs what one alone seems to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from graphbuilder.resolve.merge.role_conflicts import Part

#: From so many articles on that tell an event.
_MANY = 4


def supported(parts: Iterable[Part], articles: Mapping[Part, Set[str]], named: Set[str], count: int) -> set[Part]:
    """The participants of an event, without whom one article alone names beside others with that role.

    Args:
        parts: the participants.
        articles: participant → the articles that give it this role.
        named: the entities that have a name; whoever has none is known in one article only, and stays where nobody with
            a name has the role.
        count: how many articles tell the event.

    >>> parts = [("agent", "nato"), ("agent", "alba"), ("host", "oslo")]
    >>> sorted(supported(parts, dict(zip(parts, [{"a", "b"}, {"c"}, {"d"}])), {"nato", "alba", "oslo"}, 4))
    [('agent', 'nato'), ('host', 'oslo')]
    """
    found = set(parts)
    if count < _MANY:
        return found
    sure = {(role, entity) for role, entity in found if entity in named and len(articles[role, entity]) > 1}
    settled = {role for role, _ in sure}
    return sure | {part for part in found if part[0] not in settled}
