"""What rules on events look up beside the two clusters, and the judgement that they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events.when_and_where import Within
from graphbuilder.resolve.verdicts import SAME, TIED


@dataclass(frozen=True, slots=True)
class Evidence:
    """The look-ups of `graphbuilder.resolve.index` that rules on events ask."""

    articles: Articles
    is_within: Within
    first: Callable[[EventMention], EventMention]
    """A mention → the same one where its sentence was printed first."""


def link(left: EventCluster, right: EventCluster, score: float, reason: str, prefix: str = "") -> Judgement:
    """That two clusters are one event; of a plan and a deed, that the one is the plan for the other."""
    first, second = sorted((left.id, right.id))
    if left.modality != right.modality and left.polarity == right.polarity:
        return Judgement(first, second, TIED, score, f"plan and fulfilment: {reason}")
    return Judgement(first, second, SAME, score, f"{prefix}{reason}")
