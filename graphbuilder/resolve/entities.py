"""Which clusters of different documents are the same thing: block by name, judge in the block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.entities.coreference import company_starts
from graphbuilder.names import fold
from graphbuilder.records import Judgement
from graphbuilder.resolve.clusters import EntityCluster

#: What begins the family of a place that was decided on, of several that bear a name.
_PLACE = "place "


def judge_entities(clusters: Sequence[EntityCluster]) -> list[Judgement]:
    """The judgements that tie or part clusters, in a fixed order."""
    judgements = [*_same_names(clusters), *_surnames(clusters)]
    return sorted(set(judgements), key=lambda one: (one.left, one.right, one.reason))


def _same_names(clusters: Sequence[EntityCluster]) -> Iterator[Judgement]:
    """Equal names of compatible types are one thing; of others they are two, and that is written down."""
    for name, block in _blocks(clusters).items():
        company = any(_is_company(cluster, name) for cluster in block)
        families = _families(block, company)
        for family in families.values():
            yield from _star(family, "same", 0.98, f"the same name, {name!r}")
        firsts = [families[key][0] for key in sorted(families)]
        kind = "different places" if all(key.startswith(_PLACE) for key in families) else "things of different types"
        yield from _star(firsts, "different", 0.9, f"{name!r} names {kind}")


def _families(block: Sequence[EntityCluster], company: bool) -> dict[str, list[EntityCluster]]:
    """The clusters of one name by what they may be. Where one place of the name is told of, it is meant by all."""
    families: dict[str, list[EntityCluster]] = defaultdict(list)
    for cluster in block:
        families["thing" if company and " " not in cluster.name else _family(cluster)].append(cluster)
    places = [key for key in families if key.startswith(_PLACE)]
    if len(places) == 1:
        families["thing"] = sorted([*families["thing"], *families.pop(places[0])], key=lambda one: one.id)
    return families


def _surnames(clusters: Sequence[EntityCluster]) -> Iterator[Judgement]:
    """A surname alone, where all documents know one bearer of it, and this one names somebody or something else too."""
    people = [cluster for cluster in clusters if cluster.type == "person"]
    company: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        company[cluster.document].add(fold(cluster.name))
    full: dict[str, list[EntityCluster]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            full[fold(person.name).split()[-1]].append(person)
    for person in people:
        bearers = full.get(fold(person.name), ())
        if bearers and len({fold(one.name) for one in bearers}) == 1:
            near = [one for one in bearers if company[one.document] & company[person.document]]
            if near:
                reason = f"the surname of {bearers[0].name!r}, its only bearer here"
                yield _judgement(near[0], person, "same", 0.7, reason)


def _keys(cluster: EntityCluster) -> set[str]:
    """The names that a cluster can be found by in other documents. A surname alone is none."""
    if cluster.government_of:
        return {fold(cluster.name)}
    names = {cluster.name, *cluster.names}
    if cluster.type == "person":
        full = {name for name in names if " " in name}
        names = full or names
    keys = {fold(name) for name in names}
    if cluster.type == "organization" and cluster.known is None:
        keys |= {start for key in keys for start in company_starts(key)}
    return keys


def _family(cluster: EntityCluster) -> str:
    """Types that the model confuses are compatible: only people, and governments named by a city, stand apart."""
    if cluster.government_of:
        return "government"
    if cluster.where is not None and cluster.where.key:
        return f"{_PLACE}{cluster.where.key}"
    return "person" if cluster.type == "person" else "thing"


def _is_company(cluster: EntityCluster, name: str) -> bool:
    """Whether this is the short name of a company named in full somewhere: the model takes many for people."""
    full = [fold(one) for one in cluster.names if cluster.type == "organization" and fold(one) != name]
    return any(name in company_starts(one) for one in full)


def _blocks(clusters: Iterable[EntityCluster]) -> dict[str, list[EntityCluster]]:
    blocks: dict[str, list[EntityCluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted(_keys(cluster)):
            blocks[key].append(cluster)
    return {key: sorted(blocks[key], key=lambda one: one.id) for key in sorted(blocks)}


def _star(block: Sequence[EntityCluster], verdict: str, score: float, reason: str) -> Iterator[Judgement]:
    """Sameness of name is transitive, so each is judged against the first only."""
    for other in block[1:]:
        yield _judgement(block[0], other, verdict, score, reason)


def _judgement(left: EntityCluster, right: EntityCluster, verdict: str, score: float, reason: str) -> Judgement:
    first, second = sorted((left.id, right.id))
    return Judgement(first, second, verdict, score, reason)
