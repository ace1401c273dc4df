"""The bearers of one name: clusters that are one thing, and those that what is told beside the name tells apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphbuilder.knowledge.gazetteer import country_name
from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.cluster.clusters import EntityCluster
from graphbuilder.resolve.compare.organization_names import is_shared
from graphbuilder.resolve.compare.person_names import is_common, person_name
from graphbuilder.resolve.match.context import Company

#: How many bearers of one name are told apart; further ones are taken for one of them.
MOST = 30


@dataclass(slots=True)
class Bearer:
    """Clusters of one name that are taken for one thing, with all that is told of it."""

    clusters: list[EntityCluster]
    sexes: set[str] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    at: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)

    def add(self, cluster: EntityCluster, company: set[str]) -> None:
        """Take a cluster for this one."""
        told = cluster.traits
        self.clusters.append(cluster)
        self.sexes |= {told.sex} - {""}
        self.callings |= told.callings
        self.at |= told.at
        self.company |= company

    def against(self, cluster: EntityCluster, company: set[str], common: bool) -> str:
        """Why a cluster is somebody else; empty where nothing says so."""
        told = cluster.traits
        if told.sex and self.sexes and told.sex not in self.sexes:
            return "a man and a woman"
        if company & self.company:
            return ""
        if told.callings and self.callings and self.callings.isdisjoint(told.callings):
            return f"callings of different kinds ({_one(self.callings)}, {_one(told.callings)}), and nobody in common"
        if common and told.at and self.at and self.at.isdisjoint(told.at):
            return f"a common name, of {_one(self.at)} and of {_one(told.at)}"
        return ""


def _one(names: set[str] | frozenset[str]) -> str:
    return min(names)


def people(name: str, block: Sequence[EntityCluster], company: Company) -> tuple[list[list[EntityCluster]], str]:
    """The people of one full name, and why they are told apart.

    Those of whom most is told come first; one of whom nothing is told goes to the one that they share company with.
    """
    common, reason = is_common(person_name(name)), ""
    found: list[Bearer] = []
    silent = []
    for cluster in block:
        told, near = cluster.traits, company.of(cluster)
        if not (told.sex or told.callings or (common and told.at)):
            silent.append(cluster)
            continue
        against = {id(one): one.against(cluster, near, common) for one in found}
        possible = [one for one in found if not against[id(one)]]
        if not possible and len(found) < MOST:
            reason = reason or next(iter(against.values()), "")
            found.append(Bearer([]))
            possible = found[-1:]
        max(possible or found, key=lambda one: len(one.company & near)).add(cluster, near)
    return _with_silent([one.clusters for one in found], silent, company), reason


def bodies(name: str, block: Sequence[EntityCluster], company: Company) -> tuple[list[list[EntityCluster]], str]:
    """The bodies of one name: one, unless every country has such a body and the texts say whose it is."""
    owners = sorted({cluster.traits.owner for cluster in block} - {""})
    if len(owners) < 2 or not is_shared(name):
        return [list(block)], ""
    found = {owner: [one for one in block if one.traits.owner == owner] for owner in owners}
    countries = {owner: fold(country_name(owner)) for owner in owners}
    unsaid: list[EntityCluster] = []
    for cluster in block:
        if not cluster.traits.owner:
            near = [owner for owner in owners if countries[owner] in company.of(cluster)]
            (found[near[0]] if len(near) == 1 else unsaid).append(cluster)
    groups = [*found.values(), *([unsaid] if unsaid else [])]
    return groups, f"of {' and of '.join(country_name(owner) for owner in owners[:2])}"


def _with_silent(
    groups: list[list[EntityCluster]], silent: list[EntityCluster], company: Company
) -> list[list[EntityCluster]]:
    """The clusters of which nothing is told go to the only bearer, else to the one they share most company with."""
    if len(groups) < 2:
        return [[*(groups[0] if groups else []), *silent]]
    companies = [company.of_all(group) for group in groups]
    unknown: list[EntityCluster] = []
    for cluster in silent:
        shared = [len(names & company.of(cluster)) for names in companies]
        clear = max(shared) and shared.count(max(shared)) == 1
        (groups[shared.index(max(shared))] if clear else unknown).append(cluster)
    return [*groups, *([unknown] if unknown else [])]
