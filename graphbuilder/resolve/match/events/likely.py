"""Which pairs of event clusters of two articles are judged one event: of one time, likely enough, likelier than others.

An article tells an event once, with all its tellings in one cluster. So a cluster is one event with one cluster of
another article at most: the one of the greatest `likeness`, to which in its turn it must be the likeliest. Two articles
are judged by themselves, whatever other articles tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.compare import sketches
from graphbuilder.resolve.match.events.affairs import affairs_of
from graphbuilder.resolve.match.events.blocking import Pair
from graphbuilder.resolve.match.events.contradiction import contradicts
from graphbuilder.resolve.match.events.dates import are_of_one_time
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.likeness import dates_meet, facts, likeness, of_one_name, surest
from graphbuilder.resolve.match.events.status import is_comparable

#: From which probability two clusters are one event: where nothing else ties them, where who takes part or when it was
#: does, and where both do. Of the pairs of newswire that are only told alike, half are one event, and four of five of
#: those that have somebody named in common.
_SAME = (0.8, 0.6, 0.5)
#: Tellings that are less alike to the reader are not compared, again by what else ties them: hardly any is one event.
_UNLIKE = (0.65, 0.5, 0.5)


def judge_likely(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on pairs of which each is to the other the likeliest one of its article."""
    for _, pairs in groupby(comparable_pairs(clusters, evidence), key=_articles):
        chances = {pair: chance for pair in pairs if (chance := round(likeness(*pair), 3)) >= _SAME[_ties(*pair)]}
        yield from _likeliest(chances)


def _likeliest(chances: dict[Pair, float]) -> Iterator[Judgement]:
    """The judgements on those pairs of two articles neither of which is likelier one event with another one."""
    best: dict[str, tuple[float, str]] = {}
    for (left, right), chance in chances.items():
        for one, other in ((left, right), (right, left)):
            best[one.id] = max(best.get(one.id, (0.0, "")), (chance, other.id))
    for (left, right), chance in chances.items():
        if best[left.id] == (chance, right.id) and best[right.id] == (chance, left.id):
            yield link(left, right, chance, _why(left, right), prefix="the same event: ")


def comparable_pairs(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Pair]:
    """The pairs of two articles of one affair that are of one name or one time, are not unlike to the reader, and that
    neither status, date nor place keeps apart; those of the same two articles one after the other.
    """
    by_article: dict[str, list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: one.id):
        by_article[cluster.document].append(cluster)
    told = {document: _Tellings(few) for document, few in by_article.items()}
    for document, others in affairs_of(clusters).items():
        for other in others:
            if document < other:
                yield from _comparable(told[document], told[other], evidence)


class _Tellings:
    """The clusters of an article, with the sketches of their surest mentions side by side."""

    def __init__(self, clusters: Sequence[EventCluster]) -> None:
        self.clusters = clusters
        mentions = [surest(cluster) for cluster in clusters]
        self.starts = np.cumsum([0, *map(len, mentions)])[:-1]
        self.sketches = sketches.matrix([one for few in mentions for one in few])


def _comparable(one: _Tellings, other: _Tellings, evidence: Evidence) -> Iterator[Pair]:
    cosines = sketches.cosines(one.sketches, other.sketches)
    alike = np.maximum.reduceat(np.maximum.reduceat(cosines, one.starts, 0), other.starts, 1)
    for row, column in np.argwhere(alike >= min(_UNLIKE)).tolist():
        left, right = one.clusters[row], other.clusters[column]
        if alike[row, column] < _UNLIKE[_ties(left, right)] or not is_comparable(left, right):
            continue
        if (of_one_name(left, right) or are_of_one_time(left, right)) and not contradicts(
            left, right, evidence.is_within
        ):
            yield left, right


def _articles(pair: Pair) -> tuple[str, str]:
    return pair[0].document, pair[1].document


def _ties(left: EventCluster, right: EventCluster) -> int:
    """How many of two questions have one answer for both: who takes part, and when it was; a name answers both."""
    if of_one_name(left, right):
        return 2
    return (not left.named_entities.isdisjoint(right.named_entities)) + dates_meet(left, right)


def _why(left: EventCluster, right: EventCluster) -> str:
    """What two clusters have in common, for a reader."""
    told = facts(left, right)
    parts = [f"{max(0.0, told['alike']):.2f} alike"]
    if common := sorted(left.named_entities & right.named_entities):
        parts.append(f"with {', '.join(common)}")
    if told["dates meet"]:
        parts.append("dates that agree")
    return ", ".join(parts)
