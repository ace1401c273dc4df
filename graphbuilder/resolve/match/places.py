"""Places among the entities: what was decided on them as judgements, which lies in which, and ties by the tables.

What only the tables say (that Kyiv lies in Ukraine) is told by ties whose method is `TABLE`; their words are a mention
of the city, not a sentence that says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.knowledge.places import NOWHERE, Place, identified
from graphbuilder.records import Entity, Judgement, Provenance, Relation, told_plainly
from graphbuilder.resolve.cluster.clusters import EntityCluster

#: The method of ties that no text states.
TABLE = "geonames"
_SCORE = 0.9
_AREAS = ("country", "region")


def place_judgements(clusters: Iterable[EntityCluster]) -> list[Judgement]:
    """For each name that several places bear, or a city: which of them it was taken for, why, and how sure that is.

    `left` is the name's first mention, `right` the place, such as "geonames:683506", or `NOWHERE` where none was
    chosen.
    """
    found = []
    for cluster in clusters:
        where = cluster.where
        if where is not None and not where.plain:
            verdict = "same" if where.place is not None else "unsure"
            found.append(Judgement(cluster.id, where.key or NOWHERE, verdict, where.score, where.reason))
    return sorted(found, key=lambda one: one.left)


def contained(entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Pairs of entities of which the first, by the tables, lies in the second; through one between where there is one.

    A city lies in its region, and in its country, each where they are entities themselves.
    """
    placed = {id_: place for id_, entity in entities.items() if (place := identified(entity.external_ids))}
    areas: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for id_, place in placed.items():
        if place.kind in _AREAS:
            areas[place.country].append((id_, place))
    for id_, place in placed.items():
        for outer, area in areas[place.country]:
            if place != area and place.lies_in(area):
                yield id_, outer


def place_relations(entities: Mapping[str, Entity], stated: Sequence[Relation]) -> list[Relation]:
    """Ties of cities and regions to what they lie in, which the tables know and no text states."""
    known = {(one.source, one.type, one.target) for one in stated if told_plainly(one)}
    ties = [(inner, "located_in", outer) for inner, outer in contained(entities)]
    ties += [
        (inner, "capital_of", outer)
        for inner, _, outer in ties
        if _kind(entities[inner]) == "capital" and _kind(entities[outer]) == "country"
    ]
    return [Relation(*tie, None, (_by_table(entities[tie[0]].provenance[0]),)) for tie in ties if tie not in known]


def _by_table(told: Provenance) -> Provenance:
    return Provenance(told.span, told.context, told.quote, TABLE, _SCORE)


def _kind(entity: Entity) -> str:
    place = identified(entity.external_ids)
    return "" if place is None else place.kind
