"""Decisions that were awaited: "the court is to rule in spring", and later what it has decided.

Whatever somebody decides is what he was to decide, if articles about the same tell of only one such decision of his
after the one that awaits it. The two are tied, and stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.clusters import TIED, EventCluster
from graphbuilder.resolve.match.event_pairs import Within, contradict, day_of, precise
from graphbuilder.resolve.match.unique_antecedent import Groups, the_only_one

#: Words that leave open what will be decided.
_OPEN = frozenset({"decide", "decision", "rule", "ruling"})
#: A decision comes within so many days.
_DAYS = 400
#: How many names, places left out, two articles about the same have in common; that of who decides is one.
_COMMON = 3
_SCORE = 0.55
#: The people and bodies that a document names.
Company = Callable[[str], frozenset[str]]


def judge_fulfilled(
    clusters: Sequence[EventCluster], groups: Groups, within: Within, company: Company
) -> list[Judgement]:
    """The judgements that tie a decision to the word that it was to come.

    Args:
        clusters: what is told of somebody, somewhere or some day.
        groups: puts the clusters together as far as they are judged; asked only where it matters.
        within: whether a place lies in another.
        company: the people and bodies that a document names.
    """
    decisions = [one for one in clusters if one.type == "decide" and one.polarity == "POS" and _doers(one)]
    awaited = [one for one in decisions if one.modality == "PLANNED" and one.lemmas <= _OPEN]
    taken = defaultdict(list)
    for one in decisions if awaited else ():
        if one.modality == "ACTUAL" and one.day is not None and precise(one.day):
            for doer in _doers(one):
                taken[doer].append(one)

    def may_be(one: EventCluster) -> list[EventCluster]:
        told = {other.id: other for doer in _doers(one) for other in taken[doer]}
        after = (other for other in told.values() if _after(other, one) and not contradict(one, other, within))
        return [other for other in after if len(company(one.document) & company(other.document)) >= _COMMON]

    meant = {one: may_be(one) for one in awaited}
    return the_only_one(meant, groups, _SCORE, "what was to be decided, and what was", TIED)


def _doers(cluster: EventCluster) -> list[str]:
    return sorted(entity for role, entity in cluster.participants if role == "agent")


def _after(decision: EventCluster, awaited: EventCluster) -> bool:
    """Whether a decision was taken after the article that awaits it."""
    if awaited.published is None or decision.day is None:
        return False
    first = day_of(decision.day)
    return first is not None and 0 <= first - awaited.published <= _DAYS
