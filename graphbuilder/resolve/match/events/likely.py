"""Whether two event clusters of different articles are one event: likely so, and neither likelier with a third one.

An article tells an event once, with all its tellings in one cluster. So a cluster is one event with one cluster of
another article at most: the one of the greatest `likeness`, to which in its turn it must be the likeliest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.blocking import Pair, candidate_pairs
from graphbuilder.resolve.match.events.contradiction import contradicts
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.likeness import facts, likeness, of_one_affair
from graphbuilder.resolve.match.events.status import is_comparable

#: From which probability two clusters are one event. By weights that had not seen the story, four of five pairs above
#: are one event in the key, of the choosing part two of three.
SAME_EVENT = 0.5
#: Articles that are less than so surely of one affair tell no event together; most articles of two stories are.
_FAR_APART = 0.4


def judge_likely(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on pairs of which each is to the other the likeliest one of its article."""
    likely = list(_likely(clusters, evidence))
    likeliest: dict[tuple[str, str], tuple[float, str]] = {}
    for chance, (left, right) in likely:
        for one, other in ((left, right), (right, left)):
            key = one.id, other.document
            likeliest[key] = max(likeliest.get(key, (0.0, "")), (chance, other.id))
    for chance, (left, right) in likely:
        best = likeliest[left.id, right.document], likeliest[right.id, left.document]
        if best == ((chance, right.id), (chance, left.id)):
            yield link(left, right, chance, _why(left, right), prefix="the same event: ")


def _likely(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[tuple[float, Pair]]:
    """The pairs that are more likely one event than not, with the probability."""
    for left, right in comparable_pairs(clusters, evidence):
        chance = round(likeness(left, right), 3)
        if chance >= SAME_EVENT:
            yield chance, (left, right)


def comparable_pairs(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Pair]:
    """The candidates of articles that are not far apart, which neither status, date nor place keeps apart."""
    for left, right in candidate_pairs(clusters):
        if of_one_affair(left, right) < _FAR_APART or not is_comparable(left, right):
            continue
        if not contradicts(left, right, evidence.is_within):
            yield left, right


def _why(left: EventCluster, right: EventCluster) -> str:
    """What two clusters have in common, for a reader."""
    told = facts(left, right)
    parts = [f"{max(0.0, told['alike']):.2f} alike"]
    if common := sorted(left.named_entities & right.named_entities):
        parts.append(f"with {', '.join(common)}")
    if told["dates meet"]:
        parts.append("dates that agree")
    return ", ".join(parts)
