"""How two reports of events compare: time, place, people, words. Pure functions of two clusters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date

from graphbuilder.events.acts import one_act
from graphbuilder.events.content import SINGULAR, alike
from graphbuilder.events.words import event_words
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.lexicons import lexicon
from graphbuilder.resolve.clusters import EventCluster

#: Days by which the day of a news story may follow what it tells.
STORY_DAYS = 3
#: Types whose words all tell the same act, so that "seized" and "annexation" may be one event.
_ONE_ACT = frozenset({"appoint", "die", "disaster", "dismiss", "promise", "recall", "resign", "seize", "sue"})
#: Types of what is done to a company or person once.
_DONE_ONCE = frozenset({"buy"})
_WEEK, _YEAR = PRECISIONS.index("week"), PRECISIONS.index("year")
#: Types of what is done to lands, which are told in many words, and days within which news tells of the same.
_TAKEN_ONCE = frozenset({"seize"})
_WEEKS = 14
#: What is done to, for or about somebody or something.
_DOERS = frozenset({"agent", "attendee", "host", "partner", "place", "source"})

#: Whether a place lies in another, or is it.
Within = Callable[[str, str], bool]


# --- time and place -----------------------------------------------------------------------------------------------


def contradict(left: EventCluster, right: EventCluster, within: Within) -> bool:
    """Whether dates or places show that two reports are not of one event."""
    return not (dates_agree(left, right) or days_of_one_story(left, right)) or apart(left, right, within)


def dates_agree(left: EventCluster, right: EventCluster) -> bool:
    """Whether the dates overlap, or one is not known."""
    return left.day is None or right.day is None or left.day.agrees(right.day)


def days_of_one_story(left: EventCluster, right: EventCluster) -> bool:
    """Whether the date of one is only that of its story, and the other was told for one of the days before.

    A resignation of Thursday is still news on Saturday; of what happens again and again the day is what tells it apart.
    """
    return happens_once(left) and any(
        one.assumed and _just_before(other.day, one.day) for one, other in ((left, right), (right, left))
    )


def _just_before(told: Interval | None, story: Interval | None) -> bool:
    if told is None or story is None or not precise(told) or told.end is None or story.start is None:
        return False
    last, day = (date.fromisoformat(bound.first.iso_day) for bound in (told.end, story.start))
    return 0 <= (day - last).days <= STORY_DAYS


def apart(left: EventCluster, right: EventCluster, within: Within) -> bool:
    """Whether both places are known, and neither lies in the other."""
    if left.place is None or right.place is None:
        return False
    return not (within(left.place, right.place) or within(right.place, left.place))


def precise(interval: Interval) -> bool:
    """Not vaguer than a week, and with both ends."""
    closed = interval.start is not None and interval.end is not None
    return closed and PRECISIONS.index(interval.precision) <= _WEEK


def day_of(interval: Interval) -> int | None:
    """The first day, as `date.toordinal` counts; None for what no calendar of ours has."""
    if interval.start is None or not MINYEAR <= interval.start.year <= MAXYEAR:
        return None
    return date.fromisoformat(interval.start.first.iso_day).toordinal()


def near(left: Interval, right: Interval) -> bool:
    """Neither is vaguer than a year."""
    return all(PRECISIONS.index(one.precision) <= _YEAR for one in (left, right))


# --- what is told -------------------------------------------------------------------------------------------------


def same_word(left: EventCluster, right: EventCluster) -> bool:
    """The same word, as verb or noun, or another one for the same act."""
    return one_act(left.type, left.lemmas, right.lemmas)


def same_act(left: EventCluster, right: EventCluster) -> bool:
    """Other words for what the same did to the same: "Russia seized Crimea", "Russia's annexation of Crimea"."""
    if left.type not in _ONE_ACT or not _objects(left) & _objects(right):
        return False
    return len(left.participants & right.participants) >= 2 or _without_doer(left, right)


def said_anew(cluster: EventCluster) -> bool:
    """Whether it only says again what was said before: "repeated its promise"."""
    acts = event_words().acts_of.get(cluster.type, {})
    return bool(cluster.lemmas) and all(acts.get(lemma) == "anew" for lemma in cluster.lemmas)


def _without_doer(left: EventCluster, right: EventCluster) -> bool:
    """ "Alba appointed Roe on Monday … Roe was appointed on Monday": one that does not tell who did it, on that day."""
    days = [one.day for one in (left, right) if one.day is not None and precise(one.day)]
    silent = any(all(role not in _DOERS for role, _ in one.participants) for one in (left, right))
    return silent and len(days) == 2 and days[0].overlaps(days[1])


def comparable(left: EventCluster, right: EventCluster) -> bool:
    """Whether both happened or are ahead; what is only possible, demanded or a condition is a thing of its own."""
    happen = {"ACTUAL", "PLANNED"}
    return left.modality == right.modality or {left.modality, right.modality} <= happen


def told_differently(left: EventCluster, right: EventCluster) -> bool:
    """Whether the words show two things: "announced a car", "announced a merger"; but not where one tells no more."""
    if left.type in SINGULAR or _objects(left) & _objects(right) or _between_two(left, right):
        return False
    if alike(left.words, right.words):
        return False
    told = [one.words | {entity for _, entity in _objects(one)} for one in (left, right)]
    return all(told)


def as_planned(left: EventCluster, right: EventCluster) -> bool:
    """ "A hearing is planned for 6 October", which tells no more, and what the same did on that day."""
    plan, deed = (left, right) if left.modality == "PLANNED" else (right, left)
    if (plan.modality, deed.modality) != ("PLANNED", "ACTUAL") or plan.words or plan.interval != deed.interval:
        return False
    return roles_agree(left, right)


def one_war(left: EventCluster, right: EventCluster) -> bool:
    """ "Chad was at war", "Chad's war with Mali": a country is in one war at a time; so is an attack of a month by one
    of the two on the other.
    """
    wars = [one for one in (left, right) if "war" in one.lemmas]
    if left.type != "attack" or not wars:
        return False
    both = who(left) & who(right)
    if len(wars) == 2 or one_act("attack", left.lemmas, right.lemmas):
        return bool(both) and both in (who(left), who(right))
    dated = ((one.lemmas, one.day) for one in (left, right) if one.day is not None)
    return len(both) >= 2 and any("attack" in lemmas and not precise(interval) for lemmas, interval in dated)


def _between_two(left: EventCluster, right: EventCluster) -> bool:
    """ "Russia went to war with Georgia", "Russia invaded Georgia": the same two in one act of many words."""
    acts = event_words().acts_of.get(left.type, {})
    told = [{acts[lemma] for lemma in one.lemmas if lemma in acts} for one in (left, right)]
    return len(who(left) & who(right)) >= 2 and not told[0].isdisjoint(told[1])


def others_hit(left: EventCluster, right: EventCluster) -> bool:
    """Whether both name a patient, and not the same: Kharkiv and Odesa were bombed on one day, but not in one event."""
    patients = [{entity for role, entity in one.participants if role == "patient"} for one in (left, right)]
    return all(patients) and not patients[0] & patients[1]


def enough_in_common(left: EventCluster, right: EventCluster) -> bool:
    """Two equal roles; or one, and two of the words that tell it beside the names ("membership action plan").

    A company is bought once: there the company is enough, where no two buyers are named. Of what is told of nobody with
    a name: the place and a word.
    """
    roles = len(left.participants & right.participants)
    if not left.participants and not right.participants:
        return left.place == right.place and bool(left.words & right.words)  # "stopped production in Lyon"
    if roles >= 2 or (roles == 1 and (len(left.words & right.words) >= 2 or _done_once(left, right))):
        return True
    return roles == 1 and left.type in _TAKEN_ONCE and bool(left.words & right.words) and _of_one_time(left, right)


def _of_one_time(left: EventCluster, right: EventCluster) -> bool:
    """ "The annexation of four regions", "of the Tavin and Orvane regions" in news of the same weeks."""
    known = left.published is not None and right.published is not None
    return known and abs(left.published - right.published) <= _WEEKS  # type: ignore[operator]


def _done_once(left: EventCluster, right: EventCluster) -> bool:
    same = any(role == "patient" for role, _ in left.participants & right.participants)
    return same and left.type in _DONE_ONCE and roles_agree(left, right)


def roles_agree(left: EventCluster, right: EventCluster) -> bool:
    """Each role that both name has a filler in common, and there is at least one."""
    roles = {role for role, _ in left.participants} & {role for role, _ in right.participants}
    common = {role for role, _ in left.participants & right.participants}
    return bool(roles) and roles == common


def who(cluster: EventCluster) -> frozenset[str]:
    """Who takes part, in whatever role."""
    return frozenset(entity for _, entity in cluster.participants)


def happens_once(cluster: EventCluster) -> bool:
    """Whether it is of a type that rarely happens twice to the same."""
    return bool(lexicon("event_types").get(cluster.type, {}).get("once"))


def _objects(cluster: EventCluster) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pair in cluster.participants if pair[0] not in _DOERS)
