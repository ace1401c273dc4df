"""Names that differ in spelling, in parts left out or in a number: the bearers of two such names are judged.

Names are blocked by the keys of `compare`, and compared once, whoever bears them. If one of the names has several
bearers, or the comparison asks for it, a "same" needs a name that both documents have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from graphbuilder.knowledge.names import fold
from graphbuilder.records import Judgement
from graphbuilder.resolve import scores
from graphbuilder.resolve.compare import organization_names, person_names
from graphbuilder.resolve.compare.person_names import person_name
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.entities.same_name import PERSON, THING, Bearer, centre, judgement
from graphbuilder.resolve.scores import NamePair
from graphbuilder.resolve.verdicts import SAME, UNSURE

#: Names of a block that are compared with each other; more have too little in common to be slips.
MOST = 40


def judge_like_names(bearers: Sequence[Bearer], context: Context) -> Iterator[Judgement]:
    """The judgements on the bearers of two like names."""
    pairs = {
        pair for family in (PERSON, THING) for pair in _candidates([each for each in bearers if each.family == family])
    }
    by_name: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        by_name[bearer.family, bearer.name].append(bearer)
    for family, left, right in sorted(pairs):
        names = _compare(family, left, right)
        if names is not None:
            yield from _judge(by_name[family, left], by_name[family, right], names, context)


def _candidates(bearers: Sequence[Bearer]) -> Iterator[tuple[str, str, str]]:
    """Family and names of the candidate pairs; of names that differ in a number, only neighbours."""
    blocks: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for bearer in bearers:
        for key in _blocking_keys(bearer):
            blocks[key].add(bearer.name)
    for key, names in blocks.items():
        few = sorted(names)[:MOST]
        for left, right in pairwise(few) if key[0] == "number" else combinations(few, 2):
            yield bearers[0].family, left, right


def _blocking_keys(bearer: Bearer) -> Iterator[tuple[str, ...]]:
    if bearer.family == PERSON:
        return person_names.blocking_keys(person_name(bearer.name))
    return organization_names.blocking_keys(bearer.name)


def _compare(family: str, left: str, right: str) -> NamePair | None:
    if family == PERSON:
        return person_names.compare(person_name(left), person_name(right))
    return organization_names.compare(left, right)


def _judge(left: Sequence[Bearer], right: Sequence[Bearer], names: NamePair, context: Context) -> Iterator[Judgement]:
    """The judgements on each bearer of one name with each of the other."""
    needs_support = names.needs_support or len(left) > 1 or len(right) > 1
    for one in left:
        for other in right:
            verdict, score, reason = names.verdict, names.score, names.reason
            if verdict == SAME and needs_support:
                common = context.of_all(one.clusters) & context.of_all(other.clusters)
                common -= {fold(cluster.name) for cluster in (*one.clusters, *other.clusters)}
                verdict = SAME if common else UNSURE
                score = score if common else round(score * scores.UNSUPPORTED, 2)
                reason += f"; both told with {context.rarest(common)!r}" if common else ", and nobody in common"
            yield judgement(centre(one.clusters), centre(other.clusters), verdict, score, reason)
