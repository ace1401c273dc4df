"""Cancelled plans: "will visit Chile in July", and later "the visit was called off".

A plan and its denial are one event, which did not happen, if they share the trigger and a participant or the place, the
denial comes later, and no document states the plan anew, or that it was carried out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date

from graphbuilder.intervals import Interval
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.evidence import Evidence, Groups
from graphbuilder.resolve.match.events.features.content import has_enough_in_common
from graphbuilder.resolve.match.events.features.contradiction import contradicts
from graphbuilder.resolve.match.events.features.participants import patients_differ
from graphbuilder.resolve.match.events.features.places import Within
from graphbuilder.resolve.match.events.features.triggers import same_trigger
from graphbuilder.resolve.match.events.unique_antecedent import with_unique_antecedents

#: A plan is cancelled within so many days.
_DAYS = 400
#: Where a participant has more plans, none is the only one.
_MOST = 200


def judge_cancelled_plans(
    specified: Sequence[EventCluster],
    underspecified: Iterable[EventCluster],
    groups: Groups,
    evidence: Evidence,
    carried_out: Set[str],
) -> list[Judgement]:
    """The judgements that tie denials to the plans that they cancel.

    Args:
        specified: the event clusters that say who, where or when.
        underspecified: the others; a definite noun among them ("the visit") may refer to a plan of its own document.
        groups: the groups that the judgements so far make.
        evidence: what else is looked up.
        carried_out: the plans (ids) that have a deed.
    """
    plans = [each for each in specified if each.polarity == "POS" and each.modality == "PLANNED"]
    plans = [plan for plan in plans if plan.id not in carried_out]
    if not plans:
        return []
    near = _plans_near(plans)
    found = {
        denial: [plan for plan in near(denial) if _cancels(denial, plan, evidence.is_within)]
        for denial in filter(_is_denial, specified)
    }
    in_document: dict[tuple[str, str], list[EventCluster]] = defaultdict(list)
    for plan in plans:
        in_document[plan.document, plan.type].append(plan)
    for denial in filter(_is_denial, (*specified, *underspecified)):
        if not _sides(denial) and any(map(evidence.is_definite, denial.mentions)):
            known = in_document[denial.document, denial.type]
            found[denial] = [plan for plan in known if _cancels_in_document(denial, plan, evidence.is_within)]
    reason = "a plan, and later the word that it is off"
    return with_unique_antecedents(found, groups, scores.CANCELLED_PLAN, reason)


def _is_denial(cluster: EventCluster) -> bool:
    """Whether something did not or will not happen; a denied possibility is no denial."""
    return cluster.polarity == "NEG" and cluster.modality in ("ACTUAL", "PLANNED")


def _plans_near(plans: Iterable[EventCluster]) -> Callable[[EventCluster], list[EventCluster]]:
    """Finds the plans that share a participant or the place with a cluster; none where these are too many."""
    by_side: dict[str, list[EventCluster]] = defaultdict(list)
    for plan in plans:
        for entity in _sides(plan):
            by_side[entity].append(plan)

    def near(cluster: EventCluster) -> list[EventCluster]:
        found = {plan.id: plan for entity in _sides(cluster) for plan in by_side.get(entity, ())}
        return list(found.values()) if len(found) <= _MOST else []

    return near


def _sides(cluster: EventCluster) -> frozenset[str]:
    """The participants and the place."""
    return cluster.entities | (frozenset() if cluster.place is None else {cluster.place})


def _cancels(denial: EventCluster, plan: EventCluster, is_within: Within) -> bool:
    """Whether a denial is of this plan: later, of the same act, and of the same participants or place."""
    if not (_is_later(denial, plan) and _is_same_act(denial, plan)):
        return False
    if contradicts(denial, plan, is_within) or patients_differ(denial, plan):
        return False
    are_dated = denial.interval is not None and plan.interval is not None
    common = len(_sides(denial) & _sides(plan))
    return are_dated or common >= 2 or has_enough_in_common(denial, plan)


def _cancels_in_document(denial: EventCluster, plan: EventCluster, is_within: Within) -> bool:
    """Whether a definite noun denies a plan of its own document: "the visit was called off"."""
    if not (_is_later(denial, plan) and _is_same_act(denial, plan)) or contradicts(denial, plan, is_within):
        return False
    return plan.interval is not None or not _is_past(denial)


def _is_same_act(denial: EventCluster, plan: EventCluster) -> bool:
    """Whether one word expresses both, of whatever type ("will march", "the march was called off"), or a synonym."""
    return bool(denial.lemmas & plan.lemmas) or (
        denial.type == plan.type and plan.type != "other" and same_trigger(denial, plan)
    )


def _is_past(denial: EventCluster) -> bool:
    """Whether the day of a denial is over when it is published: then it is not of a plan without a day."""
    if denial.interval is None or denial.published is None:
        return False
    return denial.interval.before(Interval.around(date.fromordinal(denial.published), 1))


def _is_later(denial: EventCluster, plan: EventCluster) -> bool:
    """Whether a denial comes after the plan: further on in the document, or in one that is not older."""
    if denial.document == plan.document:
        return denial.mentions[0].span.start > plan.mentions[0].span.start
    if denial.published is None or plan.published is None:
        return False
    return 0 <= denial.published - plan.published <= _DAYS
