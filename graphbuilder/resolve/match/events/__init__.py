"""Which event clusters of different documents are the same event: blocked by type, year and participants.

In: the event clusters of all documents, specified and underspecified, and the `Evidence` beside them. Out: the
judgements, and the clusters that are events: all specified ones, and the underspecified ones that a judgement ties.

The rules, in this order. The first five judge pairs of specified clusters, and yield a set, so that among them only
step 3 depends on another:

1. `blocking`: clusters that say exactly the same are judged against the first of them: a thousand reports of one event
   cost a thousand judgements, and not half a million.
2. `dated`: pairs of one block, of dates that agree.
3. `ambiguous_dates`: of the judgements of step 2, those are dropped that tie a month or year to several days.
4. `reprints`: the same sentence or phrase in two documents, dated or not.
5. `undated`, `definites`: one of two has no date, or does not say who and where. It is tied only if there is one
   candidate, which is known once all dated clusters are.
6. `underspecified`, `cancelled_plans`, `awaited_decisions`: an anaphor is tied to its antecedent if that is the only
   one; whether several candidates are one event is known only from the groups that steps 1 to 5 make.

What was planned and what took place are tied ("plan and fulfilment") and stay two events. What is only possible,
conditional or demanded stays apart from both, and what did not happen from what did. `cannot_link` keeps groups apart
whose members contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.constrained import constrained_clusters
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.ambiguous_dates import without_ambiguous
from graphbuilder.resolve.match.events.awaited_decisions import judge_awaited_decisions
from graphbuilder.resolve.match.events.blocking import blocks, candidate_pairs, distinct
from graphbuilder.resolve.match.events.cancelled_plans import judge_cancelled_plans
from graphbuilder.resolve.match.events.cannot_link import linkable
from graphbuilder.resolve.match.events.dated import judge_dated
from graphbuilder.resolve.match.events.definites import judge_definites
from graphbuilder.resolve.match.events.evidence import Evidence
from graphbuilder.resolve.match.events.reprints import judge_reprints, judge_verbatim
from graphbuilder.resolve.match.events.undated import judge_undated
from graphbuilder.resolve.match.events.underspecified import judge_underspecified
from graphbuilder.resolve.verdicts import TIED


def judge_events(
    specified: Sequence[EventCluster], underspecified: Sequence[EventCluster], evidence: Evidence
) -> tuple[list[EventCluster], list[Judgement]]:
    """The clusters that are events, and the judgements on them, in a fixed order."""
    judgements = judge_specified(specified, evidence)
    groups = cache(lambda: constrained_clusters(specified, attrgetter("id"), judgements, linkable(evidence.is_within)))
    carried_out = {side for each in judgements if each.verdict == TIED for side in (each.left, each.right)}
    to_antecedents = [
        *judge_underspecified(underspecified, specified, groups, evidence),
        *judge_cancelled_plans(specified, underspecified, groups, evidence, carried_out),
        *judge_awaited_decisions(specified, groups, evidence),
    ]
    tied = {side for each in to_antecedents for side in (each.left, each.right)}
    events = [*specified, *(cluster for cluster in underspecified if cluster.id in tied)]
    return events, [*judgements, *to_antecedents]


def judge_specified(clusters: Sequence[EventCluster], evidence: Evidence) -> list[Judgement]:
    """The judgements on pairs of specified clusters (steps 1 to 5), in a fixed order."""
    firsts, copies = distinct(clusters)
    by_block = blocks(firsts)
    pairs = [pair for block in by_block.values() for pair in candidate_pairs(block)]
    dated = {judgement for pair in pairs for judgement in judge_dated(*pair, evidence.is_within)}
    judgements = {judgement for pair in copies for judgement in judge_dated(*pair, evidence.is_within)}
    judgements.update(without_ambiguous(firsts, dated))
    judgements.update(judge_reprints(clusters, evidence))
    judgements.update(judge_verbatim(clusters, evidence))
    judgements.update(judge_undated(clusters, evidence.is_within))
    for block in by_block.values():
        judgements.update(judge_definites(block, evidence))
    return sorted(judgements, key=lambda judgement: (judgement.left, judgement.right, judgement.reason))
