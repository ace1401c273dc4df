"""A resolution under other ids: the same things, each and all that refers to it, in the order of the new ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from graphbuilder.ids.lasting import Lasting
from graphbuilder.records import Event, Relation, Resolution

#: Id → id; whatever is no id stays.
Rename = Callable[[str], str]


def with_lasting_ids(resolution: Resolution, lasting: Lasting) -> Resolution:
    """The resolution under the ids that last."""
    changed = {old: new for old, new in lasting.ids.items() if old != new}
    former = tuple(sorted(lasting.former.items()))
    if not changed:
        return replace(resolution, former_ids=former)

    def now(id_: str) -> str:
        return changed.get(id_, id_)

    entities = (replace(entity, id=now(entity.id)) for entity in resolution.entities)
    events = (_event(event, now) for event in resolution.events)
    relations = (_relation(relation, now) for relation in resolution.relations)
    return replace(
        resolution,
        entities=tuple(sorted(entities, key=attrgetter("id"))),
        events=tuple(sorted(events, key=attrgetter("id"))),
        relations=tuple(sorted(relations, key=attrgetter("source", "type", "target"))),
        former_ids=former,
    )


def _event(event: Event, now: Rename) -> Event:
    return replace(
        event,
        id=now(event.id),
        place=event.place and now(event.place),
        participants=tuple(sorted((role, now(entity)) for role, entity in event.participants)),
        attributions=tuple(sorted(map(now, event.attributions))),
        part_of=tuple(sorted(map(now, event.part_of))),
        choices=tuple(sorted((one._replace(chosen=now(one.chosen)) for one in event.choices), key=lambda one: one[:2])),
    )


def _relation(relation: Relation, now: Rename) -> Relation:
    attribution = tuple(sorted(map(now, relation.attribution)))
    return replace(relation, source=now(relation.source), target=now(relation.target), attribution=attribution)
