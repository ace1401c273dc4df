"""Which day the sentence behind a telling gives it: that on which an answer is worded, or that of the scene it sets."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuilder.events.dating.context import DAYS, clause_of, dates
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import simple_past

#: Types of what somebody says to something, in words that may follow.
ANSWERS = frozenset(
    {"accuse", "admit", "condemn", "demand", "deny", "promise", "reject", "support", "threaten", "warn"}
)
_QUOTES = frozenset('"“‘')
#: Characters that may stand before a date at the head of a sentence ("On ", "In ").
_PREPOSITION = 3


def said_next(parse: Parse, sentence: int, times: Iterable[TimeExpression]) -> str | None:
    """The id of the day on which a quotation is said that follows a sentence in its paragraph."""
    if not _goes_on(parse, sentence) or parse.document.text[parse.sentences[sentence + 1].start] not in _QUOTES:
        return None
    for time in times:
        if time.span.sentence == sentence + 1 and _is_day(time):
            verb = clause_of(parse, time)
            said = verb is not None and verb.dep_ == "ROOT" and simple_past(verb)
            if verb is not None and said and verb.lemma_.lower() in event_words().reporting:
                return time.id
    return None


def sets_scene(parse: Parse, time: TimeExpression, lead: int) -> bool:
    """ "She kept the box. On Friday, when they came, she opened it": a day at the head of the second sentence."""
    if not _goes_on(parse, lead) or not _is_day(time):
        return False
    following = parse.sentences[lead + 1]
    verb = clause_of(parse, time)
    at_head = time.span.sentence == lead + 1 and time.span.start - following.start <= _PREPOSITION
    return at_head and verb is not None and simple_past(verb)


def _goes_on(parse: Parse, sentence: int) -> bool:
    """Whether another sentence follows in the paragraph."""
    if sentence < 0 or sentence + 1 >= len(parse.sentences):
        return False
    first, second = parse.sentences[sentence : sentence + 2]
    return "\n" not in parse.document.text[first.end : second.start]


def _is_day(time: TimeExpression) -> bool:
    return dates(time) and time.interval is not None and time.interval.precision in DAYS - {"week"}
