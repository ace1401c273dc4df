"""Whether two event clusters of different articles are one event: whether their `likeness` is great enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.blocking import candidate_pairs
from graphbuilder.resolve.match.events.contradiction import contradicts
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.likeness import facts, likeness
from graphbuilder.resolve.match.events.status import is_comparable

#: From which probability two clusters are one event; and where one of them has no date, so that nothing could
#: contradict it. By weights that had not seen the story, three quarters of the pairs above either are one event in the
#: key.
SAME_EVENT, UNDATED = 0.5, 0.7


def judge_likely(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on pairs that are more likely one event than not."""
    for left, right in candidate_pairs(clusters):
        if not is_comparable(left, right):
            continue
        chance = likeness(left, right)
        cut = SAME_EVENT if left.day is not None and right.day is not None else UNDATED
        if chance >= cut and not contradicts(left, right, evidence.is_within):
            yield link(left, right, round(chance, 3), _why(left, right), prefix="the same event: ")


def _why(left: EventCluster, right: EventCluster) -> str:
    """What two clusters have in common, for a reader."""
    told = facts(left, right)
    parts = [f"{max(0.0, told['alike']):.2f} alike"]
    if common := sorted(left.named_entities & right.named_entities):
        parts.append(f"with {', '.join(common)}")
    if told["dates meet"]:
        parts.append("on the same day" if told["same day"] else "dates that agree")
    return ", ".join(parts)
