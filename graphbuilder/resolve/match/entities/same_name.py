"""Equal names are the same thing, but for titles, legal forms and spelling, unless something tells their bearers apart.

A block is all clusters of one name. Its families are those of one type, or of one place; within a family traits may
tell namesakes apart. What is told apart is written down as a judgement of "different".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from graphbuilder.knowledge.given_names import is_given
from graphbuilder.records import Judgement
from graphbuilder.resolve import scores
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.match.entities import namesakes
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.entities.full_names import blocking_names
from graphbuilder.resolve.verdicts import DIFFERENT, SAME

PERSON, THING, GOVERNMENT = "person", "thing", "government"
#: How the family of a place begins that extraction chose among those of one name.
_PLACE = "place "
#: What so many times as many documents mean as mean all else of its name is meant where nothing tells: "Mexico".
_TIMES = 10


@dataclass(frozen=True, slots=True)
class Bearer:
    """One thing of a name: the clusters that are taken for it."""

    family: str
    name: str
    clusters: tuple[EntityCluster, ...]


def judge_same_names(clusters: Sequence[EntityCluster], context: Context) -> tuple[list[Bearer], list[Judgement]]:
    """The bearers of each name, and the judgements that tie and part their clusters."""
    bearers: list[Bearer] = []
    judgements: list[Judgement] = []
    for name, block in _blocks(clusters).items():
        families = _families(block)
        for family, members in families.items():
            tell_apart = namesakes.people if family == PERSON else namesakes.bodies
            groups, reason = tell_apart(name, members, context)
            for group in groups:
                bearers.append(Bearer(family, name, tuple(group)))
                judgements += _star(group, SAME, scores.SAME_NAME, f"the same name, {name!r}")
            centres = [centre(group) for group in groups]
            judgements += _star(centres, DIFFERENT, scores.NAMESAKES, f"{name!r}: {reason}")
        centres = [centre(families[family]) for family in sorted(families)]
        kinds = "different places" if all(map(_is_place, families)) else "things of different types"
        judgements += _star(centres, DIFFERENT, scores.NAMESAKES, f"{name!r} names {kinds}")
    return bearers, judgements


def _blocks(clusters: Iterable[EntityCluster]) -> dict[str, list[EntityCluster]]:
    """Name → all clusters that it blocks."""
    blocks: dict[str, list[EntityCluster]] = defaultdict(list)
    for cluster in clusters:
        for name in sorted(blocking_names(cluster)):
            blocks[name].append(cluster)
    return {name: blocks[name] for name in sorted(blocks)}


def _families(block: Sequence[EntityCluster]) -> dict[str, list[EntityCluster]]:
    """The clusters of one name, parted by what can never be the same thing.

    A doubtful person is a thing where there are things of the name, and so is one of whom nothing is told where nearly
    all documents have a thing of the name. Where extraction chose only one place of the name,
    or one in nearly all documents, what it left open is that place.
    """
    families: dict[str, list[EntityCluster]] = defaultdict(list)
    kinds = Counter(map(_family, block))
    usually_thing = len(block) - kinds[PERSON] >= _TIMES * kinds[PERSON]
    for cluster in block:
        family = _family(cluster)
        if family == PERSON and not _is_told(cluster):
            is_thing = usually_thing or (kinds[THING] and _is_doubtful(cluster))
            family = THING if is_thing else PERSON
        families[family].append(cluster)
    chosen = {family: len(members) for family, members in families.items() if _is_place(family)}
    usual = max(chosen, key=lambda family: (chosen[family], family), default="")
    if usual and chosen[usual] >= _TIMES * (sum(chosen.values()) - chosen[usual]):
        families[THING] += families.pop(usual)
    families[THING].sort(key=lambda cluster: cluster.id)
    return {family: members for family, members in families.items() if members}


def _family(cluster: EntityCluster) -> str:
    """What can be the same thing: the model confuses types, so that only people, places and governments are apart."""
    if cluster.government_of:
        return GOVERNMENT
    if cluster.where is not None and cluster.where.key:
        return f"{_PLACE}{cluster.where.key}"
    return PERSON if cluster.type == "person" else THING


def _is_place(family: str) -> bool:
    return family.startswith(_PLACE)


def _is_told(person: EntityCluster) -> bool:
    """Whether anything beside a name says that it is a person's: a pronoun, a title, a calling, another name."""
    is_pointed_to = any(mention.form != "name" for mention in person.mentions)
    has_traits = bool(person.traits.sex or person.traits.callings)
    return is_pointed_to or has_traits or len(person.names) > 1 or bool(person.user_name)


def _is_doubtful(person: EntityCluster) -> bool:
    """Whether neither the first word of a full name is a given name, nor an initial."""
    first, *rest = person.name.split()
    return bool(rest) and not is_given(first) and not first.endswith(".")


def centre(block: Sequence[EntityCluster]) -> EntityCluster:
    """The cluster against which all others of a block are judged.

    It is drawn by a hash of its id, so that one more of a thousand documents seldom takes its place: judgements that
    were made stay.
    """
    return min(block, key=lambda cluster: (crc32(cluster.id.encode()), cluster.id))


def judgement(left: EntityCluster, right: EntityCluster, verdict: str, score: float, reason: str) -> Judgement:
    """A judgement on two clusters, given in either order."""
    first, second = sorted((left.id, right.id))
    return Judgement(first, second, verdict, score, reason)


def _star(block: Sequence[EntityCluster], verdict: str, score: float, reason: str) -> Iterator[Judgement]:
    """Each cluster judged against the centre alone: equality of names is transitive."""
    if not block:
        return
    middle = centre(block)
    for cluster in block:
        if cluster is not middle:
            yield judgement(middle, cluster, verdict, score, reason)
