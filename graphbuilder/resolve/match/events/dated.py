"""Candidate pairs of dated event clusters: which features together make them one event.

A pair that contradicts itself is left alone. Else the first feature of `FEATURES` that holds gives the judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graphbuilder.intervals import Interval
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.evidence import link
from graphbuilder.resolve.match.events.features.content import has_enough_in_common, is_one_war
from graphbuilder.resolve.match.events.features.contradiction import contradicts
from graphbuilder.resolve.match.events.features.dates import dates_agree, is_of_month, is_of_year, is_precise
from graphbuilder.resolve.match.events.features.numbers import (
    large_numbers_in_common,
    numbers_conflict,
    same_number,
)
from graphbuilder.resolve.match.events.features.participants import (
    agents_differ,
    patients_differ,
    roles_agree,
    same_recipient,
)
from graphbuilder.resolve.match.events.features.places import Within
from graphbuilder.resolve.match.events.features.status import is_comparable
from graphbuilder.resolve.match.events.features.triggers import same_act_in_other_words, same_noun, same_trigger
from graphbuilder.resolve.match.events.features.types import happens_once, is_giving
from graphbuilder.resolve.match.events.features.wording import (
    is_same_at_place,
    tells_other_things,
    words_in_common,
)

#: Content words in common that make one event of a day: with a place or participant in common, and without.
_WORDS, _WORDS_ALONE = 2, 3

#: How sure it is that a pair is one event, and why.
Scored = tuple[float, str]


def judge_dated(left: EventCluster, right: EventCluster, is_within: Within) -> Iterator[Judgement]:
    """The judgement on a candidate pair of dated clusters, if it is one event."""
    if left.day is None or right.day is None or contradicts(left, right, is_within) or patients_differ(left, right):
        return
    if agents_differ(left, right) or numbers_conflict([left], [right]) or not is_comparable(left, right):
        return
    pair = DatedPair(left, right, left.day, right.day)
    if left.named and left.named == right.named and not (left.is_bound and right.is_bound):
        yield link(left, right, scores.EDITION, f"editions of {left.named!r} with the same date")
        return
    features = BOUND_FEATURES if left.is_bound and right.is_bound else FEATURES
    for feature in features:
        found = feature(pair)
        if found is not None:
            yield link(left, right, *found, prefix="the same event: ")
            return


@dataclass(frozen=True)
class DatedPair:
    """A candidate pair, with what several features ask of it."""

    left: EventCluster
    right: EventCluster
    left_day: Interval
    right_day: Interval

    @cached_property
    def same_trigger(self) -> bool:
        """Whether one word, or a synonym, expresses both."""
        return same_trigger(self.left, self.right)

    @cached_property
    def common(self) -> frozenset[str]:
        """The participants in common, in whatever role."""
        return self.left.entities & self.right.entities

    @cached_property
    def has_place(self) -> bool:
        """Whether both have a place; since they do not contradict each other, one lies in the other."""
        return self.left.place is not None and self.right.place is not None

    @cached_property
    def dates_agree(self) -> bool:
        """Whether the dates overlap; if not, one is only that of its news story."""
        return dates_agree(self.left, self.right)

    @cached_property
    def agrees_in_year(self) -> bool:
        """Whether the dates agree, and none is vaguer than a year."""
        return self.dates_agree and is_of_year(self.left_day) and is_of_year(self.right_day)

    @cached_property
    def agrees_in_days(self) -> bool:
        """Whether the dates agree, and none is vaguer than a week."""
        return self.dates_agree and is_precise(self.left_day) and is_precise(self.right_day)

    @cached_property
    def is_alike(self) -> bool:
        """Whether nothing in the wording shows two things."""
        return not tells_other_things(self.left, self.right)

    @cached_property
    def shared_words(self) -> frozenset[str]:
        """The content words and large numbers in common."""
        return words_in_common(self.left, self.right) | large_numbers_in_common(self.left, self.right)

    @cached_property
    def why(self) -> str:
        """The place and the participants in common, for the reason."""
        place = [self.left.place] if self.has_place and self.left.place is not None else []
        return ", ".join([*place, *sorted(self.common)])


def _same_day(pair: DatedPair) -> Scored | None:
    """One trigger and days that overlap, and the same place, or a participant in common and no other thing."""
    if not (pair.same_trigger and pair.agrees_in_days):
        return None
    at_place = pair.has_place and is_same_at_place(pair.left, pair.right)
    return (scores.SAME_DAY, f"{pair.why} on the same day") if at_place or (pair.common and pair.is_alike) else None


def _same_time(pair: DatedPair) -> Scored | None:
    """One trigger and months or years that overlap, and the same place or two participants in common."""
    if not (pair.same_trigger and pair.agrees_in_year):
        return None
    by_participants = len(pair.common) >= 2 and pair.is_alike
    return (scores.SAME_TIME, f"{pair.why}, dates that agree") if _by_place(pair) or by_participants else None


def _by_place(pair: DatedPair) -> bool:
    """Whether two clusters of one place are one event of it in that month or year."""
    if not pair.has_place:
        return False
    is_fine = (is_of_month(pair.left_day) and is_of_month(pair.right_day)) or pair.left_day == pair.right_day
    if is_fine and is_same_at_place(pair.left, pair.right):
        return True
    return bool(pair.common and pair.is_alike) or len(pair.shared_words) >= _WORDS or same_noun(pair.left, pair.right)


def _same_words(pair: DatedPair) -> Scored | None:
    """One trigger, days that overlap, and several words in common, to which each further common trigger counts."""
    if not (pair.same_trigger and pair.agrees_in_days):
        return None
    lemmas = pair.left.lemmas & pair.right.lemmas
    if len(pair.shared_words) + max(len(lemmas) - 1, 0) < _words_needed(pair):
        return None
    return scores.SAME_WORDS, f"on the same day, with {', '.join(sorted(pair.shared_words | lemmas))}"


def _words_needed(pair: DatedPair) -> int:
    """How many words in common make one event of a day: the more, the less else is in common."""
    left, right = pair.left, pair.right
    if not pair.common and not pair.has_place and (left.entities or right.entities):
        return _WORDS_ALONE + (not (left.entities and right.entities))
    if not (pair.has_place or pair.common):
        # "pulled alive from rubble" may be said of many
        if left.type == "other" and not same_number(left, right):
            return _WORDS_ALONE
        return _WORDS if pair.left_day.precision == pair.right_day.precision == "day" else _WORDS_ALONE
    return _WORDS


def _rare_number(pair: DatedPair) -> Scored | None:
    """One trigger, dates that agree, and a number that few things share: "38,000"."""
    number = min((word for word in pair.left.words & pair.right.words if word[0].isdigit()), default="")
    is_open = not (pair.left.entities and pair.right.entities)
    if pair.same_trigger and number and pair.agrees_in_year and (pair.common or is_open):
        return scores.RARE_NUMBER, f"dates that agree, with {number}"
    return None


def _same_roles_and_words(pair: DatedPair) -> Scored | None:
    """One trigger and dates that agree, the same roles, and two words in common."""
    words = pair.left.words & pair.right.words
    if len(words) < _WORDS or not (pair.same_trigger and pair.agrees_in_year):
        return None
    if not (pair.is_alike and roles_agree(pair.left, pair.right)):
        return None
    return scores.ROLES_AND_WORDS, f"{pair.why}, dates that agree, with {', '.join(sorted(words))}"


def _once(pair: DatedPair) -> Scored | None:
    """One trigger of a type that rarely happens twice, and the same roles; one date may be only that of the news."""
    if not (pair.same_trigger and happens_once(pair.left) and roles_agree(pair.left, pair.right) and pair.is_alike):
        return None
    if pair.agrees_in_year:
        return scores.ONCE, f"{pair.why}, and it happens once"
    if not pair.dates_agree:
        return scores.ONCE_IN_NEWS, f"{pair.why}, one as news of the days before, and it happens once"
    return None


def _other_words(pair: DatedPair) -> Scored | None:
    """Another word for the same act, by the same to the same: "seized", "annexation"."""
    if pair.same_trigger or not pair.agrees_in_year or not same_act_in_other_words(pair.left, pair.right):
        return None
    return scores.OTHER_WORDS, f"the same act of {', '.join(sorted(pair.common))} in other words"


def _one_war(pair: DatedPair) -> Scored | None:
    """Attacks of one war between the same."""
    if not (pair.agrees_in_year and is_one_war(pair.left, pair.right)):
        return None
    return scores.WAR, f"the war of {', '.join(sorted(pair.common))}"


def _once_by_then(pair: DatedPair) -> Scored | None:
    """Two clusters of which only the latest day is known: that is no time in common, and the rest must be enough.

    What may be given again and again also needs enough in common.
    """
    left, right = pair.left, pair.right
    if not (pair.same_trigger and happens_once(left) and roles_agree(left, right)) or tells_other_things(left, right):
        return None
    if is_giving(left) and not (has_enough_in_common(left, right) and same_recipient(left, right)):
        return None
    return scores.ONCE_BY_THEN, "news of the same days, and it happens once"


#: The features, the surest first; `_other_words` and `_one_war` are for what none of the others makes one event.
FEATURES: tuple[Callable[[DatedPair], Scored | None], ...] = (
    _same_day,
    _same_time,
    _same_words,
    _rare_number,
    _same_roles_and_words,
    _once,
    _other_words,
    _one_war,
)
BOUND_FEATURES = (_once_by_then,)
