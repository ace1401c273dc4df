"""The id of each thing: the one it keeps, or a new one that nothing ever had; and what is given then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from graphbuilder.ids.given import Given, kept_ids
from graphbuilder.records import Entity, Event, content_hash

#: A thing is known again by so many mentions, each of another document, so that one document may go.
ANCHORS = 3
#: Digits of the first hash that tells a new thing from one that has its id.
_DIGITS = 6


class Lasting(NamedTuple):
    """The ids of things by those of their content, former ids → those that took their place, and what is given now."""

    ids: Mapping[str, str]
    former: Mapping[str, str]
    given: Given


def lasting_ids(things: Iterable[Entity | Event], given: Given, documents: Set[str]) -> Lasting:
    """The ids of things, in whatever order they come.

    Args:
        things: all entities and events of a resolution; their ids of now are unique.
        given: what was given before.
        documents: what was resolved: the anchors in all others stay.
    """
    ordered = sorted(things, key=lambda thing: thing.id)
    kept, ever = kept_ids(ordered, given), set(given.ids)
    ids = {thing.id: kept[thing.id][0] if thing.id in kept else thing.id for thing in ordered}
    taken = ever | {thing.id for thing in ordered if thing.id not in kept}
    for thing in ordered:
        if thing.id not in kept and thing.id in ever:
            ids[thing.id] = next(id_ for id_ in _others(thing) if id_ not in taken)
            taken.add(ids[thing.id])
    new = (ids[thing.id] for thing in ordered if thing.id not in kept)
    held = {thing.id: [ids[thing.id], *kept.get(thing.id, ())[1:]] for thing in ordered}
    former = {id_: own for own, *others in held.values() for id_ in others}
    return Lasting(ids, former, Given((*given.ids, *new), _anchors(ordered, held, given, documents)))


def _others(thing: Entity | Event) -> Iterator[str]:
    """Ids for a thing whose own was given to another one: with its type, then with ever longer hashes."""
    yield f"{thing.id}-{thing.type}"
    yield from (f"{thing.id}-{content_hash(*thing.mentions, digits=digits)}" for digits in range(_DIGITS, 65))


def _anchors(
    things: Sequence[Entity | Event], held: Mapping[str, Sequence[str]], given: Given, documents: Set[str]
) -> dict[str, str]:
    """The anchors of before that still hold, and new ones where a thing has too few.

    One that no thing has any more stays while nothing has its id (the user may leave a thing out for a while), or where
    its document was not resolved.
    """
    home = {id_: thing for thing, ids in held.items() for id_ in ids}
    of_mention = {mention: thing.id for thing in things for mention in thing.mentions}

    def holds(mention: str, id_: str) -> bool:
        if mention in of_mention:
            return of_mention[mention] == home[id_]
        return id_ not in home or _document(mention) not in documents

    anchors = {mention: id_ for mention, id_ in given.anchors.items() if holds(mention, id_)}
    anchored = defaultdict[str, set[str]](set)
    for mention, id_ in anchors.items():
        anchored[id_].add(_document(mention))
    for thing in things:
        id_ = held[thing.id][0]
        for mention in thing.mentions:
            if len(anchored[id_]) == ANCHORS:
                break
            if mention not in anchors and _document(mention) not in anchored[id_]:
                anchors[mention] = id_
                anchored[id_].add(_document(mention))
    return anchors


def _document(mention: str) -> str:
    return mention.rpartition("@")[0]
