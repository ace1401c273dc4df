"""Dates in resolution: the one that a mention gives its event, and what two dates of one event say together.

Extraction tied times to the mention and named the rule that did so. Here the interval is read off: the end of a span,
the start of an onset, an upper bound where only "by then" is known. The day of publication is such a bound.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.events.dating.context import ONSET, OWNED, SCORES, TURN
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.event_words import LASTING
from graphbuilder.records import PUBLICATION, UNTIL, EventMention, Extraction, TimeExpression
from graphbuilder.resolve.index.printed_again import RepeatedSentences
from graphbuilder.resolve.index.sentences import Sentences
from graphbuilder.times.calendar.cells import containing
from graphbuilder.times.calendar.timex import CLOCK

#: The rule that lends an event the day of another one, and not its hour.
_STORY = "story"
#: The end of a duration: "until Friday", "up to the end of May"; not "by Friday".
_UNTIL = re.compile(r"\b(?:until|till|through|up to) (?:about |at least |the )*$", re.IGNORECASE)
#: How sure a date is whose rule is that of another tool, which has only the scores that it gives.
_UNKNOWN_RULE = 1.0


@dataclass(frozen=True, slots=True)
class Dated:
    """The date that one mention gives its event; `time` is the id of the time expression, which the sentence of the
    mention has, or only another one that tells of the event (`beside`).
    """

    interval: Interval
    rule: str
    time: str
    score: float
    beside: bool = True


class MentionDates:
    """The dates of all event mentions."""

    def __init__(self, extractions: Sequence[Extraction], sentences: Sentences, repeated: RepeatedSentences) -> None:
        self._sentences, self._repeated = sentences, repeated
        self._published = {extraction.document: extraction.published for extraction in extractions}
        self._times = {time.id: time for extraction in extractions for time in extraction.times}

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
        time = self._times[mention.times[0]]
        interval = None if time.interval is None else self._read(mention, time.interval)
        if interval is None:
            return None
        rule = UNTIL if interval.is_bound and self._ends_duration(time) else _rule(mention)
        beside = time.span.sentence == mention.span.sentence
        return Dated(interval, rule, time.id, _sureness(_rule(mention)) * time.score, beside)

    def _by_publication(self, mention: EventMention) -> Dated:
        """The day of publication as the latest one."""
        published = self.publication(mention.span.document)
        assert published is not None
        return Dated(Interval(None, published.end), PUBLICATION, PUBLICATION, _sureness(_rule(mention)))

    def _read(self, mention: EventMention, interval: Interval) -> Interval:
        """The interval that a time gives an event by the rule that tied them."""
        rule = _rule(mention)
        if rule == _STORY:
            interval = without_clock(interval)
        if rule == ONSET:
            interval = Interval(interval.start, interval.start)
        if rule == TURN:
            interval = Interval(interval.end, interval.end)
        if rule == OWNED and (known := interval.start or interval.end):
            interval = containing(interval.precision, known).interval()
        return interval

    def _ends_duration(self, time: TimeExpression) -> bool:
        """Whether a time ends a duration: "until Friday"; not "by Friday"."""
        return _UNTIL.search(self._sentences.before(time.span)) is not None


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


def reconcile(left: Interval, right: Interval, type_: str = "meet") -> Interval | None:
    """The date of an event that has two; None where they contradict each other.

    The finer one prevails, and of two of the same precision the one that is not approximate. Where one of these
    contains the other, a lasting event has the longer one, and any other the shorter.

    Yes: "April 2–4" of "April"; "Sept. 12" of "a week later"; "Nov. 29–30" of that and "Tuesday", for a meeting.
    No: a promise of Tuesday did not last until Wednesday.
    """
    if left.precision == right.precision:
        exact = [each for each in (left, right) if not each.approximate]
        if len(exact) == 1 and left.agrees(right):
            return exact[0]
        for wide, narrow in ((left, right), (right, left)):
            if wide.contains(narrow) and wide.start is not None and wide.end is not None:
                is_equal = narrow.contains(wide)
                return narrow if is_equal or type_ not in LASTING else wide
    return left.merge(right)
