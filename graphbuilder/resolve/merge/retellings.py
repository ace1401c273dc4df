"""Retellings: events whose every mention is part of a mention of another event, as "Russian strikes" is of "Russian
strikes have damaged the plant".

They stay in the graph, and count less, since a reader of a timeline wants one line of the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuilder.knowledge.names import fold
from graphbuilder.records import Event, EventMention

#: What is left of the score of a retelling.
_RETOLD = 0.5
Sentence = tuple[str, int]


def with_retellings(events: Mapping[str, Event], mentions: Mapping[str, EventMention]) -> dict[str, Event]:
    """The events, retellings with a lower score.

    Args:
        events: by id, with their dates.
        mentions: the mentions of all events by id.
    """
    by_sentence: dict[Sentence, list[str]] = defaultdict(list)
    for id_, event in events.items():
        for mention in event.mentions:
            by_sentence[_sentence(mentions[mention])].append(id_)
    found = {}
    for id_, event in events.items():
        first = _sentence(mentions[event.mentions[0]])
        neighbours = (events[other] for other in dict.fromkeys(by_sentence[first]) if other != id_)
        is_retelling = any(_retells(event, other, mentions) for other in neighbours)
        found[id_] = replace(event, score=round(event.score * _RETOLD, 3)) if is_retelling else event
    return found


def _retells(event: Event, other: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event says nothing that the other does not; of two that say the same, the surer one stays.

    It has the date of the other, or none; where every line is the same, one of two dates is wrong.
    """
    theirs = [mentions[id_] for id_ in other.mentions]
    ours = [mentions[id_] for id_ in event.mentions]
    if event.interval not in (None, other.interval) and {*map(_line, ours)} != {*map(_line, theirs)}:
        return False
    if not _are_within(ours, theirs):
        return False
    return not _are_within(theirs, ours) or _surer_first(other) < _surer_first(event)


def _are_within(mentions: Sequence[EventMention], others: Sequence[EventMention]) -> bool:
    """Whether the words of each mention are among those of another one in its sentence."""
    return all(any(_is_within(mention, other) for other in others) for mention in mentions)


def _is_within(mention: EventMention, other: EventMention) -> bool:
    return _sentence(mention) == _sentence(other) and _words(mention) <= _words(other)


def _surer_first(event: Event) -> tuple[bool, float, str]:
    """What happened before what did not, as the barring in "barred her from leaving"; then by score."""
    return event.polarity == "NEG", -event.score, event.id


def _line(mention: EventMention) -> tuple[Sentence, str]:
    return _sentence(mention), mention.phrase or mention.text


def _words(mention: EventMention) -> frozenset[str]:
    return frozenset(fold(mention.phrase or mention.text).split())


def _sentence(mention: EventMention) -> Sentence:
    return mention.span.document, mention.span.sentence
