"""In which role somebody takes part in an event that several texts tell: "Russia invaded Georgia", "Georgia's war".

Each telling keeps the roles that it gives. The event has of those that exclude each other the one most often told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphbuilder.records import EventMention

#: Nobody has two of these in one event.
_SIDES = frozenset({"agent", "partner", "patient", "recipient"})
#: A role and an entity.
Part = tuple[str, str]


def one_side_each(
    parts: Collection[Part], mentions: Sequence[EventMention], entities: Mapping[str, str]
) -> tuple[Part, ...]:
    """The participants of an event, sorted, nobody on two sides of it unless both are told equally often.

    What one telling says of the same twice ("Russia withdrew its troops") is what it does.

    Args:
        parts: the roles that the tellings give, with their entities.
        mentions: the tellings.
        entities: mention id → entity id.
    """
    sides: dict[str, set[str]] = defaultdict(set)
    for role, entity in parts:
        if role in _SIDES:
            sides[entity].add(role)
    contested = {entity for entity, roles in sides.items() if len(roles) > 1}
    if not contested:
        return tuple(sorted(parts))
    told = Counter(part for mention in mentions for part in _told(mention, entities) if part[1] in contested)
    most = {entity: max(told[role, entity] for role in sides[entity]) for entity in contested}
    kept = (
        (role, entity)
        for role, entity in parts
        if entity not in contested or role not in _SIDES or told[role, entity] == most[entity]
    )
    return tuple(sorted(kept))


def _told(mention: EventMention, entities: Mapping[str, str]) -> Iterable[Part]:
    """The sides of one telling, each entity on one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in mention.participants:
        if one.role in _SIDES and one.mention in entities:
            found[entities[one.mention]].add(one.role)
    for entity, roles in found.items():
        yield from ((role, entity) for role in roles if role == "agent" or "agent" not in roles)
