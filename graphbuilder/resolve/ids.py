"""Ids that can be read and typed, each once: a hash of the content is added only where two would be equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from graphbuilder.records import Entity, Event, content_hash

Thing = TypeVar("Thing", Entity, Event)


def unique_ids(things: Sequence[Thing], taken: frozenset[str] = frozenset()) -> dict[str, Thing]:
    """The things under ids of their own, in the order of these; `taken` are those of other things."""
    wishes = [thing.id or thing.type for thing in things]
    counts = Counter(wishes)
    found = {}
    for wish, thing in zip(wishes, things, strict=True):
        alone = counts[wish] == 1 and wish not in taken
        id_ = (
            wish
            if alone
            else f"{wish}-{thing.type}"
            if _tells_apart(wish, thing, things, taken)
            else _hashed(wish, thing)
        )
        found[id_] = replace(thing, id=id_)
    return dict(sorted(found.items()))


def _tells_apart(wish: str, thing: Thing, things: Sequence[Thing], taken: frozenset[str]) -> bool:
    """Whether the type makes the difference: "sofia-person", "sofia-place"."""
    alike = [one for one in things if (one.id or one.type) == wish and one.type == thing.type]
    longer = f"{wish}-{thing.type}"
    return len(alike) == 1 and longer not in taken and all(one.id != longer for one in things)


def _hashed(wish: str, thing: Thing) -> str:
    return f"{wish}-{content_hash(*thing.mentions, digits=6)}"
