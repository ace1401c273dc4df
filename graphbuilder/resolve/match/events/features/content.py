"""Whether participants, place and wording together are enough for one event, or show two."""

from __future__ import annotations

from graphbuilder.events.coreference.content_words import alike
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.dates import is_precise
from graphbuilder.resolve.match.events.features.participants import roles_agree
from graphbuilder.resolve.match.events.features.places import same_place
from graphbuilder.resolve.match.events.features.triggers import same_noun
from graphbuilder.resolve.match.events.features.types import (
    happens_once,
    is_all_bare,
    is_all_lasting,
    is_gathering,
    is_giving,
    is_harm,
)
from graphbuilder.resolve.match.events.features.wording import MANY_WORDS, same_harm, words_in_common

#: Roles that many events of one place, topic or owner share.
_WEAK_ROLES = frozenset({"destination", "origin", "path", "topic", "whose"})
#: Types of what the same may hand to the same day after day.
_HANDED_OFTEN = frozenset({"aid", "grant"})
#: Types of what is done to a company once.
_DONE_ONCE = frozenset({"buy"})
#: Types of what is done to lands once, in many words; and days within which the news of it is of one.
_TAKEN_ONCE, _TAKEN_DAYS = frozenset({"seize"}), 14


def nouns_tell_apart(left: EventCluster, right: EventCluster) -> bool:
    """Whether bare nouns are too little for one event: no entity and no place in common, or one is a lasting event and
    only the other has a date.
    """
    if not (is_all_bare(left) or is_all_bare(right)):
        return False
    if (left.interval is None) != (right.interval is None) and (is_all_lasting(left) or is_all_lasting(right)):
        return True
    return not same_place(left, right) and not left.entities & right.entities


def is_one_war(left: EventCluster, right: EventCluster) -> bool:
    """Whether two attacks belong to the one war that a country is in at a time.

    Yes: "Chad was at war" and "Chad's war with Mali"; also an attack of a month by one of the two on the other.
    """
    wars = [cluster for cluster in (left, right) if "war" in cluster.lemmas]
    if left.type != "attack" or not wars:
        return False
    common = left.entities & right.entities
    if len(wars) == 2 or one_act("attack", left.lemmas, right.lemmas):
        return bool(common) and common in (left.entities, right.entities)
    return len(common) >= 2 and any(
        cluster.day is not None and "attack" in cluster.lemmas and not is_precise(cluster.day)
        for cluster in (left, right)
    )


def has_enough_in_common(left: EventCluster, right: EventCluster) -> bool:
    """Whether two clusters of one trigger have enough in common for one event, whatever their dates.

    Two equal roles and a content word, or one and two words ("membership action plan"). The roles alone are enough for
    what rarely happens twice, or does not happen, or where one has no content words. An unnamed purchase of one company
    is one. Without participants: the place, and words or the noun for what a place sees one of at a time ("the quake in
    Lima").
    """
    if not left.participants and not right.participants:
        return _is_same_at_place_alone(left, right)
    roles = sum(role not in _WEAK_ROLES for role, _ in left.participants & right.participants)
    words = len(words_in_common(left, right))
    if roles >= 2 and left.type in _HANDED_OFTEN and left.words and right.words and words < 2:
        return False
    if roles >= 2 and (words or happens_once(left) or left.polarity == "NEG" or not (left.words and right.words)):
        return True
    if same_place(left, right) and is_gathering(left) and same_noun(left, right):
        return True
    if roles != 1:
        return False
    if words >= (MANY_WORDS if is_giving(left) else 2) or _is_one_purchase(left, right):
        return True
    return left.type in _TAKEN_ONCE and bool(words) and _is_news_of_same_weeks(left, right)


def _is_same_at_place_alone(left: EventCluster, right: EventCluster) -> bool:
    """Whether two clusters without participants are the same by place, and by toll, words or noun."""
    if not same_place(left, right):
        return False
    if is_harm(left):
        return same_harm(left, right)
    shares_words = bool(words_in_common(left, right)) and alike(left.words, right.words)
    return shares_words or (is_gathering(left) and same_noun(left, right))


def _is_one_purchase(left: EventCluster, right: EventCluster) -> bool:
    """Whether the same is bought, and no two buyers are named."""
    same_patient = any(role == "patient" for role, _ in left.participants & right.participants)
    return same_patient and left.type in _DONE_ONCE and roles_agree(left, right)


def _is_news_of_same_weeks(left: EventCluster, right: EventCluster) -> bool:
    """Whether both are published within some days: "the annexation of four regions", "of Tavin and Orvane"."""
    if left.published is None or right.published is None:
        return False
    return abs(left.published - right.published) <= _TAKEN_DAYS
