"""The id of each thing: the one it keeps, or a new one that nothing ever had; and what is given then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graphbuilder.ids.given import Given, kept_ids
from graphbuilder.records import Entity, Event, content_hash

#: Digits of the hashes that tell a new thing from those that had its id.
_DIGITS = (6, 16, 64)


class Lasting(NamedTuple):
    """The ids of things by those of their content, former ids → those that took their place, and what is given now."""

    ids: Mapping[str, str]
    former: Mapping[str, str]
    given: Given


def wishes(thing: Entity | Event) -> list[str]:
    """The ids that a new thing may get, the best first: that of its content, else with its type, else with a hash."""
    hashes = (content_hash(*thing.mentions, digits=digits) for digits in _DIGITS)
    return [thing.id, *(f"{thing.id}-{more}" for more in (thing.type, *hashes))]


def lasting_ids(things: Iterable[Entity | Event], given: Given, *, whole: bool = True) -> Lasting:
    """The ids of things, in whatever order they come.

    Args:
        things: entities and events that were resolved together; their ids of now are unique.
        given: what was given before: all anchors in their documents, and which of their wishes was given to anything.
        whole: they are all that there are. What only some documents tell moves no anchor, since what falls apart there
            may be one by the others.
    """
    ordered = sorted(things, key=lambda thing: thing.id)
    kept = kept_ids(ordered, given)
    new = [thing for thing in ordered if thing.id not in kept]
    held = {thing: list(ids) for thing, ids in kept.items()} | {thing.id: [thing.id] for thing in new}
    taken = given.ids.keys() | {thing.id for thing in new}
    for thing in new:
        if thing.id in given.ids:
            held[thing.id] = [next(id_ for id_ in wishes(thing) if id_ not in taken)]
            taken.add(held[thing.id][0])
    last = max(given.ids.values(), default=0)
    lasting = [thing for thing in new if whole or given.anchors.keys().isdisjoint(thing.mentions)]
    numbers = {held[thing.id][0]: number for number, thing in enumerate(lasting, start=last + 1)}
    anchors = _holding(ordered, held, given) if whole else dict(given.anchors)
    _complete(anchors, ordered if whole else lasting, held)
    return Lasting(
        {thing.id: held[thing.id][0] for thing in ordered},
        {id_: own for own, *others in held.values() for id_ in others},
        Given({**given.ids, **numbers}, anchors),
    )


def _holding(things: Iterable[Entity | Event], held: Mapping[str, Sequence[str]], given: Given) -> dict[str, str]:
    """The anchors of before that still hold.

    One that no thing has any more stays only while nothing has its id: the user may leave a thing out for a while.
    """
    home = {id_: thing for thing, ids in held.items() for id_ in ids}
    of_mention = {mention: thing.id for thing in things for mention in thing.mentions}
    return {mention: id_ for mention, id_ in given.anchors.items() if of_mention.get(mention) == home.get(id_)}


def _complete(anchors: dict[str, str], things: Iterable[Entity | Event], held: Mapping[str, Sequence[str]]) -> None:
    """Add an anchor to each document of each thing that has none there."""
    known = {(id_, _document(mention)) for mention, id_ in anchors.items()}
    for thing in things:
        id_ = held[thing.id][0]
        for mention in thing.mentions:
            if mention not in anchors and (id_, _document(mention)) not in known:
                anchors[mention] = id_
                known.add((id_, _document(mention)))


def _document(mention: str) -> str:
    return mention.rpartition("@")[0]
