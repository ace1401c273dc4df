"""How two reports of events compare: time, place, people, words. Pure functions of two clusters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from graphbuilder.events.coreference.chains import leaves_open
from graphbuilder.events.coreference.content_words import SINGULAR, alike, singular
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.lexicons import lexicon
from graphbuilder.records import PUBLICATION
from graphbuilder.resolve.cluster.clusters import EventCluster
from graphbuilder.resolve.match.bare_nouns import all_bare, lasts

#: Days by which the day of publication may differ between places.
_ZONE = 1
#: Share of what is told of one thing, for the rest to be slips.
NEARLY_ALL = 0.8
#: Days by which the day of a news story may follow what it tells.
STORY_DAYS = 3
#: Rules that give an event the day of publication, or a date that only stands near.
_NEAR = frozenset({PUBLICATION, "course", "sentence"})
#: Types whose words all tell the same act, so that "seized" and "annexation" may be one event.
_ONE_ACT = frozenset({"appoint", "die", "disaster", "dismiss", "promise", "recall", "resign", "seize", "sue"})
#: Types of what is done to a company or person once.
_DONE_ONCE = frozenset({"buy"})
_WEEK, _YEAR = PRECISIONS.index("week"), PRECISIONS.index("year")
#: Types of what is done to lands, which are told in many words, and days within which news tells of the same.
_TAKEN_ONCE = frozenset({"seize"})
_WEEKS = 14
#: Roles of places that many come to and go from.
_WHITHER = frozenset({"destination", "origin", "path", "topic", "whose"})
#: Types of what each says or gives for himself.
_OWN_WORDS = frozenset({"accuse", "announce", "demand", "deny", "invite", "threaten", "warn"})
#: Types of what the same may hand to the same day after day.
_HANDED = frozenset({"aid", "grant"})
_DONE_TO = frozenset({"patient", "recipient"})
#: Types of what befalls many people in a place, and how many words then tell one.
_HARM, _MANY = frozenset({"attack", "die", "injure"}), 3
#: Types of which one place sees one at a time.
_OF_A_PLACE = frozenset({"compete", "disaster", "elect", "meet", "protest"})
#: What is done to, for or about somebody or something.
_DOERS = frozenset({"agent", "attendee", "host", "partner", "place", "source"})

#: Types of which tellings give several numbers: the dead and the hurt, the places.
_OF_MANY_NUMBERS = frozenset({"attack", "compete", "die", "disaster", "elect", "injure", "meet", "protest"})
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
           "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}  # fmt: skip
_NUMBER = re.compile(rf"(?<![\w.,])(?:\d+(?:[.,]\d+)*|{'|'.join(_DIGITS)})(?![\w])")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    "|sept?|oct|nov|dec"
)
_DATES = re.compile(
    rf"\b(?:1\d{{3}}|20\d\d)s?\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b|\b(?:{_MONTHS})\.? \d{{1,2}}\b"
    r"|\b(?:one|this|that) of\b|\b\d{1,2}[.:]\d\d\b"
)
#: What is told as done again and again.
_AGAIN = re.compile(
    r"\b(?:daily|nightly|weekly|monthly|every (?:day|night|week|month|year)|regularly|repeatedly|routinely|often"
    r"|usually)\b",
    re.IGNORECASE,
)
#: Whether a place lies in another, or is it.
Within = Callable[[str, str], bool]


# --- time and place -----------------------------------------------------------------------------------------------


def contradict(left: EventCluster, right: EventCluster, within: Within) -> bool:
    """Whether dates or places show that two reports are not of one event."""
    if told_before(left, right) or told_before(right, left):
        return True
    agree = dates_agree(left, right) or days_of_one_story(left, right) or _bounded(left, right) or _bounded(right, left)
    return not agree or apart(left, right, within)


def told_before(left: EventCluster, right: EventCluster) -> bool:
    """Whether what one tells as done, without a date, came out before the day of the other."""
    if left.interval is not None or left.published is None or right.interval is None:
        return False
    if (left.polarity, left.modality) != ("POS", "ACTUAL") or all(
        leaves_open(one, again=False) for one in left.mentions
    ):
        return False
    first = day_of(right.interval)
    return first is not None and left.published + _ZONE < first


def dates_agree(left: EventCluster, right: EventCluster) -> bool:
    """Whether the dates overlap, or one is not known."""
    return left.day is None or right.day is None or left.day.agrees(right.day)


def _bounded(left: EventCluster, right: EventCluster) -> bool:
    """Whether a disaster is only known to have happened by a day, and the other did in the days before."""
    if left.type != "disaster" or not left.bound or right.bound or left.interval is None or right.interval is None:
        return False
    last, first = left.published, day_of(right.interval)
    return left.interval.overlaps(right.interval) and last is not None and first is not None and last - first <= _WEEKS


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


def surely_dated(cluster: EventCluster) -> bool:
    """Whether a text says when it was, or of what day its story is: not only that it was published then."""
    return any(one.method.rpartition("/")[2] not in _NEAR for one in cluster.mentions if one.times)


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
    """Whether both happened or are ahead; what is only possible, demanded or a condition is a thing of its own, and so
    is what was done again and again ("gave it to him daily").
    """
    if is_course(left) != is_course(right):
        return False
    happen = {"ACTUAL", "PLANNED"}
    return left.modality == right.modality or {left.modality, right.modality} <= happen


def counted_apart(left: Sequence[EventCluster], right: Sequence[EventCluster]) -> bool:
    """Whether the numbers that two groups tell have nothing in common: "raised the level to four", "raised it to 5".

    Of harm and of gatherings several are told: the dead, the places, the days.
    """
    if left[0].type in _OF_MANY_NUMBERS:
        return False
    told = [
        {number for each in group for one in each.mentions for number in _numbers(one.phrase)}
        for group in (left, right)
    ]
    if left[0].type == "change":  # "from three to four", "from 3 to 5"
        return all(told) and not (told[0] <= told[1] or told[1] <= told[0])
    return all(told) and told[0].isdisjoint(told[1])


@lru_cache(maxsize=4096)
def _numbers(phrase: str) -> frozenset[str]:
    """The numbers of a phrase, without those of dates."""
    found = _NUMBER.findall(_DATES.sub(" ", fold(phrase)))
    return frozenset(_DIGITS.get(one, one.replace(",", "")) for one in found)


def same_number(left: EventCluster, right: EventCluster) -> bool:
    """Whether two tellings give the same count: "four vessels had docked", twice."""
    told = [{number for one in each.mentions for number in _numbers(one.phrase)} for each in (left, right)]
    return bool(told[0] & told[1])


def figures(left: EventCluster, right: EventCluster) -> frozenset[str]:
    """The numbers above twelve that both tell: "$53 million"."""
    told = [{number for one in each.mentions for number in _numbers(one.phrase)} for each in (left, right)]
    return frozenset(told[0] & told[1]) - frozenset(_DIGITS.values())


def is_course(cluster: EventCluster) -> bool:
    """Whether all tell it as what was done again and again."""
    return all(_AGAIN.search(one.phrase) is not None for one in cluster.mentions)


def named_apart(left: EventCluster, right: EventCluster) -> bool:
    """Whether two bare nouns have neither a name nor a place in common, or one lasts and only the other has a day."""
    if not (all_bare(left) or all_bare(right)):
        return False
    if (left.interval is None) != (right.interval is None) and (lasts(left) or lasts(right)):
        return True
    place = left.place is not None and left.place == right.place
    return not place and not who(left) & who(right)


def told_differently(left: EventCluster, right: EventCluster) -> bool:
    """Whether the words show two things: "announced a car", "announced a merger"; but not where one tells no more."""
    if counted_apart([left], [right]):
        return True
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


def at_odds(left: EventCluster, right: EventCluster) -> bool:
    """Whether both name who did it, and not the same, and have nobody in another part in common: "Roe gave Lund the
    key", "Lund gave himself the key".
    """
    if left.type == "attack":  # either side may be told to have fought
        return False
    doers = [{entity for role, entity in one.participants if role == "agent"} for one in (left, right)]
    if not (all(doers) and doers[0].isdisjoint(doers[1])):
        return False
    done_to = [{entity for role, entity in one.participants if role in _DONE_TO} for one in (left, right)]
    if doers[0] & (done_to[1] - doers[1]) or doers[1] & (done_to[0] - doers[0]):
        return True
    own = left.type in _OWN_WORDS or gives(left)
    return own or all(role == "agent" for role, _ in left.participants & right.participants)


def gathered(cluster: EventCluster) -> bool:
    """Whether it is of a type of which a place and a day tell which one it is: a summit, a quake, an election."""
    return cluster.type in _OF_A_PLACE


def same_noun(left: EventCluster, right: EventCluster) -> bool:
    """Whether both are told by nouns for the same: "the quake in Lima", "a Lima earthquake"."""
    told = [{one.lemma for one in each.mentions if one.method.startswith(("noun", "name"))} for each in (left, right)]
    return all(told) and (not told[0].isdisjoint(told[1]) or one_act(left.type, *told))


def enough_in_common(left: EventCluster, right: EventCluster) -> bool:
    """Two equal roles and a word that tells it beside the names, or one and two words ("membership action plan").

    Of what rarely happens twice, or does not happen, the roles are enough; a company is bought once: there it is, where
    no two buyers are named. Of what is told of nobody with a name: the place, and words or the noun for what a place
    has one of at a time ("the quake in Lima").
    """
    roles = sum(role not in _WHITHER for role, _ in left.participants & right.participants)
    words = len(in_words(left, right))
    if not left.participants and not right.participants:
        if left.place is None or left.place != right.place:
            return False
        if left.type in _HARM:
            return _harm_alike(left, right)
        told = words and alike(left.words, right.words)
        return bool(told) or _number(left, right) or (gathered(left) and same_noun(left, right))
    if roles >= 2 and left.type in _HANDED and left.words and right.words and words < 2:
        return False
    if roles >= 2 and (words or happens_once(left) or left.polarity == "NEG" or not (left.words and right.words)):
        return True
    if left.place is not None and left.place == right.place and gathered(left) and same_noun(left, right):
        return True
    if roles == 1 and (words >= (_MANY if gives(left) else 2) or _done_once(left, right)):
        return True
    return roles == 1 and left.type in _TAKEN_ONCE and bool(words) and _of_one_time(left, right)


def in_words(left: EventCluster, right: EventCluster) -> frozenset[str]:
    """What tells both beside names and triggers, whether of one or many: "member", "members"."""
    return singular(left.words) & singular(right.words)


def _harm_alike(left: EventCluster, right: EventCluster) -> bool:
    """Whether two tellings of harm in a place give the same toll, or many words in common where one counts nobody."""
    told = [{number for one in each.mentions for number in _numbers(one.phrase)} for each in (left, right)]
    return not told[0].isdisjoint(told[1]) if all(told) else len(in_words(left, right)) >= _MANY


def alike_there(left: EventCluster, right: EventCluster) -> bool:
    """Whether what is told of one place is told alike; that people died there is told of many deaths."""
    if left.type in _HARM and not left.participants & right.participants:
        return _harm_alike(left, right)
    if gathered(left) or min(len(left.words), len(right.words)) <= 1:
        return True
    return not told_differently(left, right) or as_planned(left, right)


def _number(left: EventCluster, right: EventCluster) -> bool:
    return any(word[0].isdigit() for word in left.words & right.words)


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
    """Whether it is of a type that rarely happens twice to the same, and told of somebody."""
    return bool(cluster.participants) and bool(lexicon("event_types").get(cluster.type, {}).get("once"))


def gives(cluster: EventCluster) -> bool:
    """Whether it is of a type by which something is handed or promised to somebody."""
    return bool(lexicon("event_types").get(cluster.type, {}).get("gives"))


def to_the_same(left: EventCluster, right: EventCluster) -> bool:
    """Whether what is given or promised is told of the same taker, and not only of the same giver."""
    if not gives(left):
        return True
    return any(role not in _DOERS for role, _ in left.participants & right.participants)


def _objects(cluster: EventCluster) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pair in cluster.participants if pair[0] not in _DOERS)
