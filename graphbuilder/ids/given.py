"""Which ids things keep: those that were given to what they are now, or hold now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphbuilder.records import Entity, Event


@dataclass(frozen=True, slots=True)
class Given:
    """What was given before, as far as it concerns some things.

    `ids` are ids → their numbers, in the order in which they were given; `anchors` are mentions (ids) → the ids of the
    things that they are known by, the first of each id before its others. An id whose articles are all gone has none.
    """

    ids: Mapping[str, int] = field(default_factory=dict)
    anchors: Mapping[str, str] = field(default_factory=dict)


NOTHING_GIVEN = Given()


def kept_ids(things: Iterable[Entity | Event], given: Given) -> dict[str, list[str]]:
    """The ids that things keep, by the ids that their content gives them; things that keep none are left out.

    Of several the eldest comes first: it is the id of the thing, and the others are those of what became one with it.
    Of what has fallen apart the part with the first anchor keeps the id.
    """
    of_mention = {mention: thing.id for thing in things for mention in thing.mentions} if given.anchors else {}
    home: dict[str, str] = {}
    for mention, id_ in given.anchors.items():
        if mention in of_mention:
            home.setdefault(id_, of_mention[mention])
    kept = defaultdict[str, list[str]](list)
    for id_ in sorted(home, key=given.ids.__getitem__):
        kept[home[id_]].append(id_)
    return dict(kept)
