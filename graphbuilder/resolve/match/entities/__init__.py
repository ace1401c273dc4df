"""Which entity clusters of different documents are the same thing: blocked by name, judged in the block.

The steps, in this order:

1. `short_names`: acronyms, surnames alone and first words are judged first, since those that their name alone does not
   tie must take no part in step 2.
2. `same_name`: equal names are the same thing unless types, places or `namesakes` tell their bearers apart. This yields
   the bearers of each name, which step 3 compares.
3. `like_names`: the bearers of two names that differ in spelling, in parts left out or in a number.

`context` answers which other names two documents have in common: evidence that all three steps ask for.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.entities.like_names import judge_like_names
from graphbuilder.resolve.match.entities.same_name import judge_same_names
from graphbuilder.resolve.match.entities.short_names import judge_short_names


def judge_entities(clusters: Sequence[EntityCluster]) -> list[Judgement]:
    """The judgements on entity clusters, in a fixed order."""
    ordered = sorted(clusters, key=lambda cluster: cluster.id)
    context = Context(ordered)
    on_short_names, not_by_name = judge_short_names(ordered, context)
    bearers, on_same_names = judge_same_names([each for each in ordered if each.id not in not_by_name], context)
    found = {*on_short_names, *on_same_names, *judge_like_names(bearers, context)}
    return sorted(found, key=lambda judgement: (judgement.left, judgement.right, judgement.verdict, judgement.reason))
