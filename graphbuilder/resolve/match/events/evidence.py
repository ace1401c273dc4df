"""What rules on events look up beside the two clusters, and the judgement that they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.places import Within
from graphbuilder.resolve.verdicts import SAME, TIED

#: The groups that the judgements so far make.
Groups = Callable[[], Iterable[Sequence[EventCluster]]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The look-ups of `graphbuilder.resolve.index` that rules on events ask."""

    is_within: Within
    actors: Callable[[str], frozenset[str]]
    """Document → the people and bodies that it names."""
    named: Callable[[str], frozenset[str]]
    """Document → all entities that it names."""
    is_definite: Callable[[EventMention], bool]
    """Whether a definite noun mentions an event: "the fire"."""
    first: Callable[[EventMention], EventMention]
    """A mention → the same one where its sentence was printed first."""


def link(left: EventCluster, right: EventCluster, score: float, reason: str, prefix: str = "") -> Judgement:
    """That two clusters are one event; of a plan and a deed, that the one is the plan for the other."""
    first, second = sorted((left.id, right.id))
    if left.modality != right.modality:
        return Judgement(first, second, TIED, score, f"plan and fulfilment: {reason}")
    return Judgement(first, second, SAME, score, f"{prefix}{reason}")
