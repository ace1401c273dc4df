"""Which of the places of one name was chosen, as judgements. Extraction decides that (`entities.linking.toponyms`)."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuilder.knowledge.places import NOWHERE
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.verdicts import SAME, UNSURE


def place_judgements(clusters: Iterable[EntityCluster]) -> list[Judgement]:
    """For each city, and each name that several places bear: which place it was taken for, why, and how surely.

    `left` is the name's first mention, `right` the place, such as "geonames:683506", or `NOWHERE` where none was
    chosen.
    """
    found = []
    for cluster in clusters:
        decision = cluster.where
        if decision is not None and not decision.plain:
            verdict = SAME if decision.place is not None else UNSURE
            found.append(Judgement(cluster.id, decision.key or NOWHERE, verdict, decision.score, decision.reason))
    return sorted(found, key=lambda judgement: judgement.left)
