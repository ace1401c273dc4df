"""The entities that mentions refer to, who takes part in an event, and which place lies in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.knowledge.places import Place, identified
from graphbuilder.records import Entity, EventMention, Extraction, RelationMention, told_plainly

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


#: Relations by which a text says that a place lies in another.
_LIES_IN = frozenset({"located_in", "capital_of", "part_of"})


class EntityIndex:
    """The entities of a collection, by mention."""

    def __init__(self, extractions: Sequence[Extraction], entities: Mapping[str, Entity]) -> None:
        chain_of = {mention.id: mention.chain for each in extractions for mention in each.mentions}
        of_chain = {chain_of[mention]: id_ for id_, entity in entities.items() for mention in entity.mentions}
        self._texts = {mention.id: mention.text for each in extractions for mention in each.mentions}
        self.names = {id_: entity.name for id_, entity in entities.items()}
        """Entity id → name."""
        self.named = frozenset(id_ for id_, entity in entities.items() if entity.named)
        self.places = frozenset(id_ for id_, entity in entities.items() if entity.type == "place")
        self.of_mention = {mention: of_chain[chain] for mention, chain in chain_of.items() if chain in of_chain}
        """Mention → the id of its entity."""
        self._areas: dict[str, set[str]] = defaultdict(set)
        for inner, outer in (*self._stated_areas(extractions), *contained(entities)):
            self._areas[inner].add(outer)

    def text(self, mention: str) -> str:
        """The words of a mention."""
        return self._texts[mention]

    def participants(self, event: EventMention) -> Iterator[tuple[str, str]]:
        """Role and entity (id) of everybody who takes part in an event, by this mention of it."""
        for participant in event.participants:
            if participant.mention in self.of_mention:
                yield participant.role, self.of_mention[participant.mention]

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether a place (entity id) is another one, or lies in it, directly or through one between."""
        if inner == outer or outer in self._areas[inner]:
            return True
        return any(outer in self._areas[between] for between in sorted(self._areas[inner]))

    def _stated_areas(self, extractions: Sequence[Extraction]) -> Iterator[tuple[str, str]]:
        """Pairs of entities of which a text says plainly that the first lies in the second."""
        for inner, relation, outer in ties(extractions, self.of_mention):
            if relation.type in _LIES_IN and told_plainly(relation):
                yield inner, outer


def ties(extractions: Iterable[Extraction], things: Mapping[str, str]) -> Iterator[tuple[str, RelationMention, str]]:
    """The relations between mentions of two things, with these (ids), which are given by mention."""
    for extraction in extractions:
        for relation in extraction.relations:
            source, target = things.get(relation.source), things.get(relation.target)
            if source is not None and target is not None and source != target:
                yield source, relation, target
