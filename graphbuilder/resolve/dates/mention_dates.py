"""The date that one event mention gives its event: interval, rule, time expression, and how sure it is.

Extraction tied times to the mention and named the rule that did so. Here the interval is read off: the end of a span,
the start of an onset, an upper bound where only "by then" is known. The day of publication is such a bound.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.events.dating.context import ONSET, SAID, SCORES, SINCE, TURN
from graphbuilder.intervals import Interval
from graphbuilder.records import PUBLICATION, UNTIL, EventMention, Extraction, TimeExpression
from graphbuilder.resolve.dates.announcement_days import (
    ANNOUNCING,
    ReportedSpeech,
    leaves_day_open,
    reported_speeches,
    same_announcement,
)
from graphbuilder.resolve.index.bare_nouns import is_bare
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.repeated_sentences import RepeatedSentences
from graphbuilder.resolve.index.sentences import Sentences
from graphbuilder.times.calendar.timex import CLOCK

#: The rule that lends an event the day of another one, and not its hour.
_STORY = "story"
#: The end of a duration: "until Friday", "up to the end of May"; not "by Friday".
_UNTIL = re.compile(r"\b(?:until|till|through|up to) (?:about |at least |the )*$", re.IGNORECASE)
#: Types with a toll, and the perfect tense of a toll so far: "has killed 60 people", "20 have died".
_OF_TOLL = frozenset({"attack", "die", "disaster", "injure"})
_TOLL_SO_FAR = re.compile(r"\b(?:has|have) (?:\w+ )?(?:killed|died|claimed)\b", re.IGNORECASE)
#: Types that are long in the news, so that "last Tuesday" may be that of this week or of the one before.
_LONG_IN_NEWS = frozenset({"die", "disaster"})
_LAST_WEEKDAY = re.compile(r"last (?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
#: Characters between a time and its exact apposition: "three weeks later, on 13 February".
_APPOSITION = 6
#: How sure a date is whose rule is that of another tool, which has only the scores that it gives.
_UNKNOWN_RULE = 1.0


@dataclass(frozen=True, slots=True)
class Dated:
    """The date that one mention gives its event; `time` is the id of the time expression."""

    interval: Interval
    rule: str
    time: str
    score: float


class MentionDates:
    """The dates of all event mentions.

    Args:
        extractions: all documents.
        sentences: their sentences.
        repeated: a sentence that is printed again has the dates of the first printing.
        entities: the resolved entities, of whose announcements the day is looked up.
    """

    def __init__(
        self,
        extractions: Sequence[Extraction],
        sentences: Sentences,
        repeated: RepeatedSentences,
        entities: EntityIndex,
    ) -> None:
        self._sentences, self._repeated, self._entities = sentences, repeated, entities
        self._published = {extraction.document: extraction.published for extraction in extractions}
        self._times = {time.id: time for extraction in extractions for time in extraction.times}
        self._speeches = reported_speeches(extractions, entities.of_mention)

    def publication(self, document: str) -> Interval | None:
        """The day on which a document was published."""
        published = self._published[document]
        return None if published is None else Interval.of_day(published)

    def ordinal(self, document: str) -> int | None:
        """The day of publication, as `date.toordinal` counts."""
        published = self._published[document]
        return None if published is None else published.toordinal()

    def of(self, mention: EventMention) -> Dated | None:
        """The date that a mention gives its event; of a sentence that is printed again, that of the first printing."""
        mention = self._repeated.first(mention)
        if not mention.times:
            return None
        if mention.times[0] == PUBLICATION:
            return self._by_publication(mention)
        time = exact_time([self._times[id_] for id_ in mention.times if id_ != PUBLICATION])
        interval = None if time.interval is None else self._read(mention, time, time.interval)
        if interval is None:
            return None
        speech = self._announced(mention, interval)
        if speech is not None:
            return Dated(speech.day, SAID, speech.time, SCORES[SAID] * time.score)
        rule = UNTIL if interval.is_bound and self._ends_duration(time) else _rule(mention)
        return Dated(interval, rule, time.id, _sureness(_rule(mention)) * time.score)

    def _by_publication(self, mention: EventMention) -> Dated | None:
        """The day of publication as the latest one; none for a bare noun ("the crisis"), which may be of any day."""
        if is_bare(mention) and mention.tense != "PAST":
            return None
        published = self.publication(mention.span.document)
        assert published is not None
        return Dated(Interval(None, published.end), PUBLICATION, PUBLICATION, _sureness(_rule(mention)))

    def _read(self, mention: EventMention, time: TimeExpression, interval: Interval) -> Interval | None:
        """The interval that a time gives an event by the rule that tied them."""
        rule = _rule(mention)
        if is_bare(mention) or rule == _STORY:
            interval = without_clock(interval)
        if rule == SINCE:
            last = self._interval(mention, mention.times[-1])
            interval = interval if last is None else Interval(interval.start, last.end)
        if rule == ONSET:
            interval = Interval(interval.start, interval.start)
        if rule == TURN:
            interval = Interval(interval.end, interval.end)
        is_bound = (rule == _STORY and _is_toll_so_far(mention)) or _is_of_either_week(mention, time)
        return Interval(None, interval.end) if is_bound else interval

    def _interval(self, mention: EventMention, time: str) -> Interval | None:
        """The interval of one of the times of a mention."""
        return self.publication(mention.span.document) if time == PUBLICATION else self._times[time].interval

    def _ends_duration(self, time: TimeExpression) -> bool:
        """Whether a time ends a duration: "until Friday"; not "by Friday"."""
        return _UNTIL.search(self._sentences.before(time.span)) is not None

    def _announced(self, mention: EventMention, interval: Interval) -> ReportedSpeech | None:
        """The reported speech, in whatever article, that gives an announcement its day."""
        if mention.type != ANNOUNCING or not leaves_day_open(interval):
            return None
        agents = [participant.mention for participant in mention.participants if participant.role == "agent"]
        announcers = {entity for agent in agents for entity in self._entities.referents(agent)}
        speeches = [each for announcer in sorted(announcers) for each in self._speeches.get(announcer, ())]
        return same_announcement(mention, interval, speeches, map(self._entities.text, agents)) if speeches else None


def exact_time(times: Sequence[TimeExpression]) -> TimeExpression:
    """The first time, or its exact apposition if it is approximate itself."""
    first, *others = times
    if first.interval is None or not first.interval.approximate:
        return first
    beside = (time for time in others if 0 <= time.span.start - first.span.end <= _APPOSITION)
    return next((time for time in beside if time.interval is not None and not time.interval.approximate), first)


def without_clock(interval: Interval) -> Interval:
    """The day of a clock time; any other interval as it is."""
    start = interval.start
    if start is None or start.month is None or start.day is None or interval.precision not in CLOCK:
        return interval
    return Interval.at(start.year, start.month, start.day)


def _rule(mention: EventMention) -> str:
    """The rule of extraction that dated a mention."""
    return mention.method.rpartition("/")[2]


def _sureness(rule: str) -> float:
    """How sure a date is by its rule."""
    return SCORES.get(rule, _UNKNOWN_RULE)


def _is_of_either_week(mention: EventMention, time: TimeExpression) -> bool:
    """Whether "last Tuesday" may be that of this week or of the week before: of a quake that is long in the news."""
    return mention.type in _LONG_IN_NEWS and _LAST_WEEKDAY.fullmatch(time.text) is not None


def _is_toll_so_far(mention: EventMention) -> bool:
    """Whether a toll is given that is only known by the day of the news: "a flu has killed up to 60 people"."""
    return mention.type in _OF_TOLL and _TOLL_SO_FAR.search(mention.phrase) is not None
