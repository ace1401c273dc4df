"""Ids, order and votes of what is merged: nothing in them shows in which order clusters came.

Ids can be read and typed: a hash of the content is added only where two wishes are equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from graphbuilder.records import Entity, Event, Provenance, Span, content_hash

#: Of an event that so many tell independently, what one of them alone says is doubted.
MANY = 4


def majority(values: Iterable[str]) -> str:
    """The most frequent value; of values as frequent, the first of the alphabet.

    >>> majority(["die", "attack", "die"]), majority(["die", "attack"])
    ('die', 'attack')
    """
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def position(span: Span) -> tuple[str, int, int]:
    """Where a span is, in the order in which mentions are listed."""
    return span.document, span.start, span.end


def in_order(evidence: Iterable[Provenance]) -> tuple[Provenance, ...]:
    """The provenance of a record, in the order of the texts."""
    return tuple(sorted(evidence, key=lambda each: position(each.span)))


Thing = TypeVar("Thing", Entity, Event)
#: Digits of the hash that tells two things of one name and type apart.
_DIGITS = 6


def unique_ids(things: Sequence[Thing], taken: frozenset[str] = frozenset()) -> dict[str, Thing]:
    """The things under unique ids, in the order of these; their `id` so far is a wish.

    Where two wish for one id, the type tells them apart ("sofia-person", "sofia-place"), else a hash does.

    Args:
        things: entities, or events.
        taken: the ids of other things.
    """
    wishes = [thing.id or thing.type for thing in things]
    counts = Counter(wishes)
    counts_of_type = Counter((wish, thing.type) for wish, thing in zip(wishes, things, strict=True))
    used = taken | {thing.id for thing in things}
    found = {}
    for wish, thing in zip(wishes, things, strict=True):
        with_type = f"{wish}-{thing.type}"
        if counts[wish] == 1 and wish not in taken:
            id_ = wish
        elif counts_of_type[wish, thing.type] == 1 and with_type not in used:
            id_ = with_type
        else:
            id_ = f"{wish}-{content_hash(*thing.mentions, digits=_DIGITS)}"
        found[id_] = replace(thing, id=id_)
    return dict(sorted(found.items()))
