"""Plans that came to nothing: "will visit Chile in July", and later "the visit was called off".

A plan and the word that it is off are one event, which did not happen, if they tell the same of the same people or
place, the word comes later, and nothing tells the plan anew or that it was carried out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date

from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.clusters import EventCluster
from graphbuilder.resolve.match.event_pairs import Within, contradict, enough_in_common, others_hit, same_word, who
from graphbuilder.resolve.match.unique_antecedent import Groups, the_only_one

#: A plan is called off within so many days.
_DAYS = 400
#: Where more is planned of a kind, none is the only one.
_MOST = 200
_SCORE = 0.5
#: Whether a mention points to something that readers know: "the visit".
Pointing = Callable[[EventMention], bool]


def judge_fallen(
    clusters: Sequence[EventCluster],
    mere: Iterable[EventCluster],
    groups: Groups,
    within: Within,
    pointing: Pointing,
    carried_out: Set[str],
) -> list[Judgement]:
    """The judgements that tie what did not happen to the plan for it.

    Args:
        clusters: what is told of somebody, somewhere or some day.
        mere: what is told with neither, of which only "the visit" of the same article may be meant.
        groups: puts the clusters together as far as they are judged; asked only where it matters.
        within: whether a place lies in another.
        pointing: whether a mention points to something that readers know.
        carried_out: the plans (ids) of which a deed is told.
    """
    plans = [one for one in clusters if one.polarity == "POS" and one.modality == "PLANNED"]
    plans = [one for one in plans if one.id not in carried_out]
    if not plans:
        return []
    known, here = _by_who(plans), defaultdict(list)
    for plan in plans:
        here[plan.document, plan.type].append(plan)
    meant = {one: [plan for plan in known(one) if _is_off(one, plan, within)] for one in filter(_denied, clusters)}
    for one in (each for each in (*clusters, *mere) if _denied(each) and not who(each) and each.place is None):
        if any(map(pointing, one.mentions)):
            told = here[one.document, one.type]
            open_ = [plan for plan in told if _later(one, plan) and not (plan.interval is None and _over(one))]
            meant[one] = [plan for plan in open_ if _same_kind(one, plan) and not contradict(one, plan, within)]
    return the_only_one(meant, groups, _SCORE, "a plan, and later the word that it is off")


def _denied(cluster: EventCluster) -> bool:
    return cluster.polarity == "NEG" and cluster.modality in ("ACTUAL", "PLANNED")


def _by_who(plans: Iterable[EventCluster]) -> Callable[[EventCluster], list[EventCluster]]:
    """Finds the plans in which somebody has a part who has one in this, too, or that are for the same place."""
    found: dict[str, list[EventCluster]] = defaultdict(list)
    for plan in plans:
        for entity in _sides(plan):
            found[entity].append(plan)

    def plans_of(one: EventCluster) -> list[EventCluster]:
        near = {plan.id: plan for entity in _sides(one) for plan in found.get(entity, ())}
        return list(near.values()) if len(near) <= _MOST else []

    return plans_of


def _sides(cluster: EventCluster) -> frozenset[str]:
    return who(cluster) | (frozenset() if cluster.place is None else {cluster.place})


def _is_off(one: EventCluster, plan: EventCluster, within: Within) -> bool:
    """Whether a denial may be of this plan: of the same, in the same word, told later."""
    if not (_later(one, plan) and _same_kind(one, plan)) or contradict(one, plan, within) or others_hit(one, plan):
        return False
    dated = one.interval is not None and plan.interval is not None
    common = len(_sides(one) & _sides(plan))
    return dated or common >= 2 or enough_in_common(one, plan)


def _same_kind(one: EventCluster, plan: EventCluster) -> bool:
    """The same word, whatever it tells elsewhere: "will march", "the march was called off"."""
    return bool(one.lemmas & plan.lemmas) or (one.type == plan.type != "other" and same_word(one, plan))


def _over(one: EventCluster) -> bool:
    """Whether the day for which it was planned is over when it is told: not a plan that is told without a day."""
    if one.interval is None or one.published is None:
        return False
    return one.interval.before(Interval.around(date.fromordinal(one.published), 1))


def _later(one: EventCluster, plan: EventCluster) -> bool:
    """Whether a denial was told after the plan: further on in an article, or in one that is not older."""
    if one.document == plan.document:
        return one.mentions[0].span.start > plan.mentions[0].span.start
    if one.published is None or plan.published is None:
        return False
    return 0 <= one.published - plan.published <= _DAYS


def may_be_one(group: Sequence[EventCluster]) -> bool:
    """Whether tellings are of one status, or of a plan and the word that it is off: none says that it took place, none
    plans it anew.
    """
    denials = [one.published or 0 for one in group if one.polarity == "NEG"]
    others = [one for one in group if one.polarity != "NEG"]
    if not (denials and others):
        return len({one.modality for one in group}) <= 1
    return is_off(group) and all((one.published or 0) <= max(denials) for one in others)


def is_off(group: Sequence[EventCluster]) -> bool:
    """Whether one event is told as a plan and as what did not happen."""
    told = {(one.polarity, one.modality == "PLANNED") for one in group}
    return len({polarity for polarity, _ in told}) == 2 and ("POS", False) not in told
