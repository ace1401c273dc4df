"""Ids that can be read and typed, each once: a hash of the content is added only where two would be equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from graphbuilder.records import Entity, Event, content_hash

Thing = TypeVar("Thing", Entity, Event)


def unique_ids(things: Sequence[Thing], taken: frozenset[str] = frozenset()) -> dict[str, Thing]:
    """The things under ids of their own, in the order of these; `taken` are those of other things.

    Where two wish for one id, the type tells them apart ("sofia-person", "sofia-place"), else a hash does.
    """
    wishes = [thing.id or thing.type for thing in things]
    alike = Counter(wishes)
    alike_of_type = Counter((wish, thing.type) for wish, thing in zip(wishes, things, strict=True))
    used = taken | {thing.id for thing in things}
    found = {}
    for wish, thing in zip(wishes, things, strict=True):
        typed = f"{wish}-{thing.type}"
        id_ = f"{wish}-{content_hash(*thing.mentions, digits=6)}"
        if alike[wish] == 1 and wish not in taken:
            id_ = wish
        elif alike_of_type[wish, thing.type] == 1 and typed not in used:
            id_ = typed
        found[id_] = replace(thing, id=id_)
    return dict(sorted(found.items()))
