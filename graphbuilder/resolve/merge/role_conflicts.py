"""Role conflicts: who is on two sides of one event ("Russia invaded Georgia", "Georgia's war") gets one.

Each mention keeps the roles that it gives. Of roles that exclude each other the event has the most frequent one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphbuilder.records import EventMention

#: Roles that exclude each other.
_SIDES = frozenset({"agent", "partner", "patient", "recipient"})
#: A role and an entity.
Part = tuple[str, str]


def one_side_each(
    parts: Collection[Part], mentions: Sequence[EventMention], entities: Mapping[str, str]
) -> tuple[Part, ...]:
    """The participants of an event, sorted, nobody on two sides unless both are equally frequent.

    Args:
        parts: the roles that the mentions give, with their entities.
        mentions: the mentions of the event.
        entities: mention id → entity id.
    """
    sides: dict[str, set[str]] = defaultdict(set)
    for role, entity in parts:
        if role in _SIDES:
            sides[entity].add(role)
    contested = {entity for entity, roles in sides.items() if len(roles) > 1}
    if not contested:
        return tuple(sorted(parts))
    counts = Counter(part for mention in mentions for part in _sides(mention, entities) if part[1] in contested)
    most = {entity: max(counts[role, entity] for role in sides[entity]) for entity in contested}
    kept = (
        (role, entity)
        for role, entity in parts
        if entity not in contested or role not in _SIDES or counts[role, entity] == most[entity]
    )
    return tuple(sorted(kept))


def _sides(mention: EventMention, entities: Mapping[str, str]) -> Iterable[Part]:
    """The sides that one mention gives; the agent of "Russia withdrew its troops" is not also its patient."""
    found: dict[str, set[str]] = defaultdict(set)
    for participant in mention.participants:
        if participant.role in _SIDES and participant.mention in entities:
            found[entities[participant.mention]].add(participant.role)
    for entity, roles in found.items():
        yield from ((role, entity) for role in roles if role == "agent" or "agent" not in roles)
