"""Which clusters of different documents are the same thing: block by name, judge in the block.

| rule | score |
|---|---|
| the same name, but for titles, legal form and spelling, unless what is told beside it parts its bearers | 0.98 |
| two spellings of a person's name, with and without middle names (`people`) | 0.8 – 0.92 |
| an acronym or short name that one document gives a full name for, and no other document another one | 0.85 |
| a surname alone, a slip of one letter, initials: where the documents name somebody else in common, too | 0.6 – 0.75 |

What was nearly put together is kept as a judgement of "unsure", and what is told apart as one of "different".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.names import fold
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.clusters import EntityCluster, judgement
from graphbuilder.resolve.compare import organization_names, person_names
from graphbuilder.resolve.compare.person_names import Alike, person_name
from graphbuilder.resolve.match import namesakes
from graphbuilder.resolve.match.context import Company
from graphbuilder.resolve.match.short_names import judge_short, long_names

#: What begins the family of a place that was decided on, of several that bear a name.
_PLACE = "place "
#: How many names of a block are compared with each other; more have too little in common to be slips.
MOST = 40


@dataclass(frozen=True, slots=True)
class Part:
    """Clusters of one name that are taken for one thing."""

    kind: str
    name: str
    clusters: tuple[EntityCluster, ...]


def judge_entities(clusters: Sequence[EntityCluster]) -> list[Judgement]:
    """The judgements that tie or part clusters, in a fixed order."""
    ordered = sorted(clusters, key=lambda one: one.id)
    company = Company(ordered)
    short, alone = judge_short(ordered, company)
    parts, judgements = _same_names([one for one in ordered if one.id not in alone], company)
    found = {*short, *judgements, *_like_names(parts, company)}
    return sorted(found, key=lambda one: (one.left, one.right, one.verdict, one.reason))


# --- the same name ------------------------------------------------------------------------------------------------


def _same_names(clusters: Sequence[EntityCluster], company: Company) -> tuple[list[Part], list[Judgement]]:
    """Equal names are of one thing, unless types or what is told beside them part them; that is written down too."""
    parts: list[Part] = []
    judgements: list[Judgement] = []
    for name, block in _blocks(clusters).items():
        families = _families(block)
        for kind, family in families.items():
            apart = namesakes.people if kind == "person" else namesakes.bodies
            groups, reason = apart(name, family, company)
            for group in groups:
                parts.append(Part(kind, name, tuple(group)))
                judgements += _star(group, "same", 0.98, f"the same name, {name!r}")
            judgements += _star([centre(group) for group in groups], "different", 0.9, f"{name!r}: {reason}")
        firsts = [centre(families[key]) for key in sorted(families)]
        kinds = "different places" if all(key.startswith(_PLACE) for key in families) else "things of different types"
        judgements += _star(firsts, "different", 0.9, f"{name!r} names {kinds}")
    return parts, judgements


def _blocks(clusters: Iterable[EntityCluster]) -> dict[str, list[EntityCluster]]:
    blocks: dict[str, list[EntityCluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted(long_names(cluster)):
            blocks[key].append(cluster)
    return {key: blocks[key] for key in sorted(blocks)}


def _families(block: Sequence[EntityCluster]) -> dict[str, list[EntityCluster]]:
    """The clusters of one name by what they may be. Where one place of the name is told of, it is meant by all."""
    families: dict[str, list[EntityCluster]] = defaultdict(list)
    for cluster in block:
        families[_family(cluster)].append(cluster)
    if "thing" in families and (doubtful := [one for one in families.get("person", ()) if _is_doubtful(one)]):
        families["thing"] = sorted([*families["thing"], *doubtful], key=lambda one: one.id)
        families["person"] = [one for one in families["person"] if one not in doubtful]
    families = defaultdict(list, {key: family for key, family in families.items() if family})
    places = [key for key in families if key.startswith(_PLACE)]
    if len(places) == 1:
        families["thing"] = sorted([*families["thing"], *families.pop(places[0])], key=lambda one: one.id)
    return families


def _is_doubtful(person: EntityCluster) -> bool:
    """Whether only the model takes a name for a person: nothing else in its article does, nor the name itself."""
    first, *rest = person.name.split()
    pointed = any(mention.form != "name" for mention in person.mentions)
    told = pointed or person.traits.sex or person.traits.callings or len(person.names) > 1 or person.own
    return bool(rest) and not told and not is_given(first) and not first.endswith(".")


def _family(cluster: EntityCluster) -> str:
    """Types that the model confuses are compatible: only people, and governments named by a city, stand apart."""
    if cluster.government_of:
        return "government"
    if cluster.where is not None and cluster.where.key:
        return f"{_PLACE}{cluster.where.key}"
    return "person" if cluster.type == "person" else "thing"


# --- like names ---------------------------------------------------------------------------------------------------


def _like_names(parts: Sequence[Part], company: Company) -> Iterator[Judgement]:
    """Names that differ in spelling, in parts left out, or in a number."""
    pairs = {pair for kind in ("person", "thing") for pair in _pairs([one for one in parts if one.kind == kind])}
    alike = {pair: found for pair in sorted(pairs) if (found := _compare(*pair)) is not None}
    by_name: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for part in parts:
        by_name[part.kind, part.name].append(part)
    for (kind, left, right), found in alike.items():
        yield from _judge(by_name[kind, left], by_name[kind, right], found, company)


def _pairs(parts: Sequence[Part]) -> Iterator[tuple[str, str, str]]:
    """Kind and names of what is worth comparing, each pair once."""
    blocks: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for part in parts:
        keys = (
            person_names.keys(person_name(part.name)) if part.kind == "person" else organization_names.keys(part.name)
        )
        for key in keys:
            blocks[key].add(part.name)
    for key, names in blocks.items():
        few = sorted(names)[:MOST]
        for left, right in pairwise(few) if key[0] == "number" else combinations(few, 2):
            yield parts[0].kind, left, right


def _compare(kind: str, left: str, right: str) -> Alike | None:
    if kind == "person":
        return person_names.compare(person_name(left), person_name(right))
    return organization_names.compare(left, right)


def _judge(left: Sequence[Part], right: Sequence[Part], alike: Alike, company: Company) -> Iterator[Judgement]:
    """Judge each bearer of one name with each of the other. If there are several, something must speak for it."""
    for one in left:
        for other in right:
            verdict, score, reason = alike.verdict, alike.score, alike.reason
            if verdict == "same" and (alike.support or len(left) > 1 or len(right) > 1):
                both = company.of_all(one.clusters) & company.of_all(other.clusters)
                both -= {fold(cluster.name) for cluster in (*one.clusters, *other.clusters)}
                verdict = "same" if both else "unsure"
                score = score if both else round(score / 2, 2)
                reason += f"; both told with {company.rarest(both)!r}" if both else ", and nobody in common"
            elif alike.unless_plain and _is_slip(one, other, alike.unless_plain, company):
                verdict, score = "unsure", 0.35
                reason += f", but one of them in one article alone, and both are called {alike.unless_plain!r}"
            yield judgement(centre(one.clusters), centre(other.clusters), verdict, score, reason)


def _is_slip(one: Part, other: Part, plain: str, company: Company) -> bool:
    """Whether a middle name tells nobody apart: it stands in one article, and that one calls them by the plain name and
    tells of the same others as those with the other middle name: "Michael Katherine Jackson".
    """
    parts = (one, other)
    names = [{person_name(name).text for cluster in part.clusters for name in cluster.names} for part in parts]
    once = any(len({cluster.document for cluster in part.clusters}) == 1 for part in parts)
    ours = {fold(name) for part in parts for cluster in part.clusters for name in cluster.names}
    both = (company.of_all(one.clusters) & company.of_all(other.clusters)) - ours
    return once and all(plain in told for told in names) and bool(both)


# --- shared -------------------------------------------------------------------------------------------------------


def centre(block: Sequence[EntityCluster]) -> EntityCluster:
    """The one that stands for all of a name, whichever is read first.

    It is drawn by its id, so that of a thousand articles one more seldom takes its place: judgements made are kept.
    """
    return min(block, key=lambda one: (crc32(one.id.encode()), one.id))


def _star(block: Sequence[EntityCluster], verdict: str, score: float, reason: str) -> Iterator[Judgement]:
    """Sameness of name is transitive, so each is judged against one only."""
    if not block:
        return
    middle = centre(block)
    for other in block:
        if other is not middle:
            yield judgement(middle, other, verdict, score, reason)
