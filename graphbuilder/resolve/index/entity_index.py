"""The entities that a mention refers to, who takes part in an event, and which place lies in which.

A mention refers to the entity of its chain. A chain without one ("African leaders", "the troops") stands for those that
a relation ties it to (`includes`, `represents`), in at most two steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.records import Entity, EventMention, Extraction, told_plainly
from graphbuilder.resolve.index.places import contained

#: Relations by which a chain stands for others: a group for its members, troops for those for whom they act.
STANDS_FOR = frozenset({"includes", "represents"})
#: Relations by which a text says that a place lies in another.
_LIES_IN = frozenset({"located_in", "capital_of", "part_of"})


class EntityIndex:
    """The entities of a collection, by mention.

    Args:
        extractions: all documents.
        entities: the resolved entities, by id.
    """

    def __init__(self, extractions: Sequence[Extraction], entities: Mapping[str, Entity]) -> None:
        self._chain_of = {mention.id: mention.chain for each in extractions for mention in each.mentions}
        self._texts = {mention.id: mention.text for each in extractions for mention in each.mentions}
        self._stands_for = {chain: targets for each in extractions for chain, targets in _stands_for(each).items()}
        self.names = {id_: entity.name for id_, entity in entities.items()}
        """Entity id → name."""
        self.people = frozenset(id_ for id_, entity in entities.items() if entity.type == "person")
        self.named = frozenset(id_ for id_, entity in entities.items() if entity.named)
        self.places = frozenset(id_ for id_, entity in entities.items() if entity.type == "place")
        self.of_chain = {
            self._chain_of[mention]: id_ for id_, entity in entities.items() for mention in entity.mentions
        }
        """Chain → the id of its entity."""
        self.of_mention = {mention: found[0] for mention in self._chain_of if (found := self.referents(mention))}
        """Mention → the id of the (first) entity that it refers to."""
        self._areas: dict[str, set[str]] = defaultdict(set)
        for inner, outer in self._stated_areas(extractions):
            self._areas[inner].add(outer)
        for inner, outer in contained(entities):
            self._areas[inner].add(outer)

    def text(self, mention: str) -> str:
        """The words of a mention."""
        return self._texts[mention]

    def referents(self, mention: str) -> tuple[str, ...]:
        """The entities (ids) that a mention refers to: its own, or those that its chain stands for."""
        chain = self._chain_of[mention]
        members = self._stands_for.get(chain, ())
        found = self._entities([chain]) or self._entities(members)
        return found or self._entities(further for member in members for further in self._stands_for.get(member, ()))

    def participants(self, event: EventMention) -> Iterator[tuple[str, str]]:
        """Role and entity (id) of everybody who takes part in an event, by this mention of it."""
        for participant in event.participants:
            for entity in self._entities([self._chain_of[participant.mention]]):
                yield participant.role, entity

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether a place (entity id) is another one, or lies in it, directly or through one between."""
        if inner == outer or outer in self._areas[inner]:
            return True
        return any(outer in self._areas[between] for between in sorted(self._areas[inner]))

    def _stated_areas(self, extractions: Sequence[Extraction]) -> Iterator[tuple[str, str]]:
        """Pairs of entities of which a text says plainly that the first lies in the second."""
        for extraction in extractions:
            for relation in extraction.relations:
                if relation.type in _LIES_IN and relation.source in self._chain_of and told_plainly(relation):
                    inner = self.of_chain.get(self._chain_of[relation.source])
                    outer = self.of_chain.get(self._chain_of[relation.target])
                    if inner is not None and outer is not None and inner != outer:
                        yield inner, outer

    def _entities(self, chains: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.of_chain[chain] for chain in chains if chain in self.of_chain))


def _stands_for(extraction: Extraction) -> Mapping[str, tuple[str, ...]]:
    """Chain → the chains that it stands for, in one document."""
    chain_of = {mention.id: mention.chain for mention in extraction.mentions}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in extraction.relations:
        if relation.type in STANDS_FOR:
            found[chain_of[relation.source]][chain_of[relation.target]] = None
    return {chain: tuple(targets) for chain, targets in found.items()}
