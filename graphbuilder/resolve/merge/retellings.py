"""Events that are told in the words of another: "Russian strikes" of "Russian strikes have damaged the plant".

They stay in the graph, but a reader of a timeline wants one line of them: those told within another count less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from graphbuilder.knowledge.names import fold
from graphbuilder.records import Event, EventMention

#: What is left of the score of an event that another one tells too.
_RETOLD = 0.5
#: Verbs of the way in which something is said, and types of what is said: "rang her and conceded".
_CALLING = frozenset({"call", "phone", "ring", "telephone"})
_SAID = frozenset({"accuse", "announce", "condemn", "demand", "invite", "promise", "surrender", "threaten", "warn"})

Sentence = tuple[str, int]


def with_retold(events: Mapping[str, Event], mentions: Mapping[str, EventMention]) -> dict[str, Event]:
    """The events, with less of a score for those whose tellings all stand within tellings of one other event.

    They have the same date, or none. `mentions` gives the mentions of all events by id.
    """
    by_sentence: dict[Sentence, list[str]] = defaultdict(list)
    for id_, event in events.items():
        for mention in event.mentions:
            by_sentence[_sentence(mentions[mention])].append(id_)
    found = {}
    for id_, event in events.items():
        first = _sentence(mentions[event.mentions[0]])
        beside = (events[other] for other in dict.fromkeys(by_sentence[first]) if other != id_)
        within = any(_tells(other, event, mentions) for other in beside)
        found[id_] = replace(event, score=round(event.score * _RETOLD, 3)) if within else event
    return found


def _tells(other: Event, event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether all tellings of `event` stand within those of `other`; of two that tell the same, the surer one stays.

    They are of one date, or all their words are the same: a line that is told twice has one date too many.
    """
    theirs = [mentions[one] for one in other.mentions]
    ours = [mentions[one] for one in event.mentions]
    if event.interval not in (None, other.interval) and {*map(_line, ours)} != {*map(_line, theirs)}:
        return False
    if event.type == "other" and other.type in _SAID and all(one.lemma in _CALLING for one in ours):
        return bool(_doers(event) & _doers(other)) and {*map(_sentence, ours)} <= {*map(_sentence, theirs)}
    if not all(any(_within(one, their) for their in theirs) for one in ours):
        return False
    same = all(any(_within(their, one) for one in ours) for their in theirs)
    return not same or _surer(other) < _surer(event)


def _surer(event: Event) -> tuple[bool, float, str]:
    """ "Barred her from leaving" tells of the barring, which took place, and not of the leaving, which did not."""
    return event.polarity == "NEG", -event.score, event.id


def _doers(event: Event) -> set[str]:
    return {entity for role, entity in event.participants if role == "agent"}


def _within(one: EventMention, other: EventMention) -> bool:
    return _sentence(one) == _sentence(other) and _words(one) <= _words(other)


def _line(mention: EventMention) -> tuple[Sentence, str]:
    return _sentence(mention), mention.phrase or mention.text


def _words(mention: EventMention) -> frozenset[str]:
    return frozenset(fold(mention.phrase or mention.text).split())


def _sentence(mention: EventMention) -> Sentence:
    return mention.span.document, mention.span.sentence
