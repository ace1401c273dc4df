"""Awaited decisions: "the court is to rule in spring", and the decision that it took.

A decision is the awaited one if documents about the same report only one decision of the same agent after the document
that awaits it. The two are tied as plan and deed, and stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.evidence import Evidence, Groups
from graphbuilder.resolve.match.events.features.contradiction import contradicts
from graphbuilder.resolve.match.events.features.dates import first_day, is_precise
from graphbuilder.resolve.match.events.features.participants import of_role
from graphbuilder.resolve.match.events.unique_antecedent import with_unique_antecedents
from graphbuilder.resolve.verdicts import TIED

#: Triggers that leave open what will be decided.
_OPEN = frozenset({"decide", "decision", "rule", "ruling"})
#: A decision comes within so many days.
_DAYS = 400
#: Entities, places left out, that two documents about the same have in common; the agent is one of them.
_COMMON = 3


def judge_awaited_decisions(clusters: Sequence[EventCluster], groups: Groups, evidence: Evidence) -> list[Judgement]:
    """The judgements that tie decisions to the plans for them."""
    decisions = [each for each in clusters if each.type == "decide" and each.polarity == "POS" and _agents(each)]
    awaited = [each for each in decisions if each.modality == "PLANNED" and each.lemmas <= _OPEN]
    taken: dict[str, list[EventCluster]] = defaultdict(list)
    for cluster in decisions if awaited else ():
        if cluster.modality == "ACTUAL" and cluster.day is not None and is_precise(cluster.day):
            for agent in _agents(cluster):
                taken[agent].append(cluster)

    def candidates(plan: EventCluster) -> list[EventCluster]:
        by_agents = {each.id: each for agent in _agents(plan) for each in taken[agent]}
        return [decision for decision in by_agents.values() if _may_be(plan, decision, evidence)]

    found = {plan: candidates(plan) for plan in awaited}
    reason = "what was to be decided, and what was"
    return with_unique_antecedents(found, groups, scores.AWAITED_DECISION, reason, TIED)


def _may_be(plan: EventCluster, decision: EventCluster, evidence: Evidence) -> bool:
    """Whether a decision of the same agent may be the awaited one."""
    if not _is_after(decision, plan) or contradicts(plan, decision, evidence.is_within):
        return False
    return len(evidence.actors(plan.document) & evidence.actors(decision.document)) >= _COMMON


def _agents(cluster: EventCluster) -> list[str]:
    return sorted(of_role(cluster, "agent"))


def _is_after(decision: EventCluster, plan: EventCluster) -> bool:
    """Whether a decision was taken after the document that awaits it."""
    if plan.published is None or decision.day is None:
        return False
    first = first_day(decision.day)
    return first is not None and 0 <= first - plan.published <= _DAYS
