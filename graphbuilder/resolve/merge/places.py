"""Relations between places that the tables of places know and no text states: Kyiv is located in Ukraine.

Their method is `TABLE`, and their evidence a mention of the inner place, not a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.records import Entity, Provenance, Relation, told_plainly
from graphbuilder.resolve.index.places import contained, kind_of

#: The method of relations that no text states.
TABLE = "geonames"
#: The tables are right about places; which place a name means is less sure.
_SCORE = 0.9


def place_relations(entities: Mapping[str, Entity], stated: Sequence[Relation]) -> list[Relation]:
    """The relations of cities and regions to what they lie in, but for those that a text states plainly."""
    known = {(relation.source, relation.type, relation.target) for relation in stated if told_plainly(relation)}
    ties = [(inner, "located_in", outer) for inner, outer in contained(entities)]
    ties += [
        (inner, "capital_of", outer)
        for inner, _, outer in ties
        if kind_of(entities[inner]) == "capital" and kind_of(entities[outer]) == "country"
    ]
    return [Relation(*tie, None, (_by_table(entities[tie[0]].provenance[0]),)) for tie in ties if tie not in known]


def _by_table(mention: Provenance) -> Provenance:
    return Provenance(mention.span, mention.context, mention.quote, TABLE, _SCORE)
