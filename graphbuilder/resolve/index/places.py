"""Which place lies in which, by the tables of places alone: Kyiv lies in Ukraine, whatever the texts say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graphbuilder.knowledge.places import Place, identified
from graphbuilder.records import Entity

_AREAS = frozenset({"country", "region"})


def contained(entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Pairs of entities (ids) of which the first lies in the second: a city in its region, and in its country."""
    places = {id_: place for id_, entity in entities.items() if (place := identified(entity.external_ids))}
    areas: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for id_, place in places.items():
        if place.kind in _AREAS:
            areas[place.country].append((id_, place))
    for inner, place in places.items():
        for outer, area in areas[place.country]:
            if place != area and place.lies_in(area):
                yield inner, outer


def kind_of(entity: Entity) -> str:
    """The kind of a place, such as "capital"; empty for what no table has."""
    place = identified(entity.external_ids)
    return "" if place is None else place.kind
