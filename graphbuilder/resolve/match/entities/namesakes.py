"""Namesakes: clusters of one name that traits tell apart, as two people or as the bodies of two countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphbuilder.knowledge.gazetteer import country_name
from graphbuilder.knowledge.given_names import given_gender
from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.compare.organization_names import is_shared
from graphbuilder.resolve.compare.person_names import is_common, person_name
from graphbuilder.resolve.match.entities.context import Context

#: So many people of one name are told apart; further ones are taken for one of them.
MOST = 30


@dataclass(slots=True)
class _Person:
    """The clusters that are taken for one person, with their traits and context."""

    clusters: list[EntityCluster] = field(default_factory=list)
    sexes: set[str] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)

    def add(self, cluster: EntityCluster, context: set[str]) -> None:
        """Take a cluster for this person."""
        traits = cluster.traits
        self.clusters.append(cluster)
        self.sexes |= {traits.sex} - {""}
        self.callings |= traits.callings
        self.origins |= traits.origins
        self.context |= context

    def contradiction(self, cluster: EntityCluster, context: set[str], *, is_common_name: bool, tells_sex: bool) -> str:
        """Why a cluster is somebody else; empty where nothing says so.

        A pronoun of the other sex is a slip beside a given name of one sex: "Michael". Callings and origins are no
        evidence against a cluster of the same context, and origins none against a rare name.
        """
        traits = cluster.traits
        if not tells_sex and traits.sex and self.sexes and traits.sex not in self.sexes:
            return "a man and a woman"
        if context & self.context:
            return ""
        if traits.callings and self.callings and self.callings.isdisjoint(traits.callings):
            kinds = f"{min(self.callings)}, {min(traits.callings)}"
            return f"callings of different kinds ({kinds}), and nobody in common"
        if is_common_name and traits.origins and self.origins and self.origins.isdisjoint(traits.origins):
            return f"a common name, of {min(self.origins)} and of {min(traits.origins)}"
        return ""


def people(name: str, block: Sequence[EntityCluster], context: Context) -> tuple[list[list[EntityCluster]], str]:
    """The clusters of one full name by person, and why these are told apart.

    A cluster goes to the person with whom it shares most context, of those that nothing contradicts. Clusters without
    traits come last.
    """
    is_common_name, tells_sex, reason = is_common(person_name(name)), bool(given_gender(name.title())), ""
    found: list[_Person] = []
    without_traits = []
    for cluster in block:
        traits = cluster.traits
        if not (traits.sex or traits.callings or (is_common_name and traits.origins)):
            without_traits.append(cluster)
            continue
        names = context.affair(cluster)
        against = [
            person.contradiction(cluster, names, is_common_name=is_common_name, tells_sex=tells_sex) for person in found
        ]
        possible = [person for person, why in zip(found, against, strict=True) if not why]
        if not possible and len(found) < MOST:
            reason = reason or next(iter(against), "")
            found.append(_Person())
            possible = found[-1:]
        max(possible or found, key=lambda person: len(person.context & names)).add(cluster, names)
    return _with_others([person.clusters for person in found], without_traits, context), reason


def bodies(name: str, block: Sequence[EntityCluster], context: Context) -> tuple[list[list[EntityCluster]], str]:
    """The clusters of one name by body: one, unless every country has such a body and texts say whose it is."""
    owners = sorted({cluster.traits.owner for cluster in block} - {""})
    if len(owners) < 2 or not is_shared(name):
        return [list(block)], ""
    by_owner = {owner: [cluster for cluster in block if cluster.traits.owner == owner] for owner in owners}
    countries = {owner: fold(country_name(owner)) for owner in owners}
    unowned: list[EntityCluster] = []
    for cluster in block:
        if not cluster.traits.owner:
            near = [owner for owner in owners if countries[owner] in context.of(cluster)]
            (by_owner[near[0]] if len(near) == 1 else unowned).append(cluster)
    groups = [*by_owner.values(), *([unowned] if unowned else [])]
    return groups, f"of {' and of '.join(country_name(owner) for owner in owners[:2])}"


def _with_others(
    groups: list[list[EntityCluster]], others: list[EntityCluster], context: Context
) -> list[list[EntityCluster]]:
    """The groups with the clusters without traits, each in the only group or in that of the most common context."""
    if len(groups) < 2:
        return [[*(groups[0] if groups else []), *others]]
    contexts = [context.of_all(group) for group in groups]
    unknown: list[EntityCluster] = []
    for cluster in others:
        common = [len(names & context.of(cluster)) for names in contexts]
        is_clear = max(common) and common.count(max(common)) == 1
        (groups[common.index(max(common))] if is_clear else unknown).append(cluster)
    return [*groups, *([unknown] if unknown else [])]
