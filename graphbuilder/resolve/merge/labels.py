"""Which telling of an event is its label: of those that can be read alone, the one nearest to the middle of all.

The middle is the mean of the tellings' words, each telling of the same weight; a sentence that many print is one.
Where several are as near, a name, what names those who take part, and what was read most surely come first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from graphbuilder.events.coreference.content_words import FUNCTION_WORDS, singular
from graphbuilder.knowledge.names import fold
from graphbuilder.records import EventMention

#: Words that say nothing without what stands before them.
POINTING = frozenset(
    {"he", "her", "him", "his", "i", "it", "its", "she", "that", "their", "them", "these", "they", "this", "those",
     "us", "we", "what", "which", "who", "you"}
)  # fmt: skip
#: Characters of a phrase that can be read alone.
_SHORT, _LONG = 16, 95
#: Words that say something, of which a label has as many: "Tuesday's earthquake" has one.
_TOLD = 2
#: Share of the tellings that give a name, for it to be that of the event.
_NAMED = 0.1
#: Differences of closeness, from 0 to 1, that do not count.
_AS_NEAR = 0.1
_WORD = re.compile(r"\w{3,}|\d+")


def best_told(
    mentions: Sequence[EventMention],
    modality: str,
    who: set[str],
    first: Callable[[EventMention], EventMention],
) -> EventMention:
    """The mention whose words make the label.

    Args:
        mentions: all tellings of the event.
        modality: that of the event.
        who: the words of the names of those who take part.
        first: the same words where they were printed first.
    """
    middle: Counter[str] = Counter()
    for one in {first(mention).id: mention for mention in mentions}.values():
        words = _words(one)
        middle.update({word: 1 / sqrt(len(words)) for word in words})
    named = sum(one.method.startswith("name") for one in mentions) >= _NAMED * len(mentions)
    faults = {one.id: _unreadable(one, modality, named=named) for one in mentions}
    best = min(faults.values())
    readable = [one for one in mentions if faults[one.id] == best]
    close = {one.id: _closeness(one, middle) for one in readable}
    near = max(close.values()) - _AS_NEAR
    return min((one for one in readable if close[one.id] >= near), key=lambda one: _rank(one, who))


def _closeness(mention: EventMention, middle: Mapping[str, float]) -> float:
    """The cosine of a telling and the middle, but for the length of the middle, which all have in common."""
    words = _words(mention)
    length = sqrt(sum(weight * weight for weight in middle.values())) or 1.0
    return round(sum(middle[word] for word in words) / (sqrt(len(words)) * length), 6) if words else 0.0


def _words(mention: EventMention) -> frozenset[str]:
    """The words of a phrase that say something."""
    told = _WORD.findall(fold(mention.phrase or mention.text))
    return singular(frozenset(told) - FUNCTION_WORDS)


def _unreadable(mention: EventMention, modality: str, *, named: bool) -> tuple[bool, bool, bool, bool]:
    """What a label must not be, the gravest first."""
    phrase = mention.phrase
    words = fold(phrase).split()
    return (
        named and not mention.method.startswith("name"),
        mention.modality != modality,
        bool(POINTING.intersection(words)) or phrase.endswith("…") or _is_bare(mention) or len(_words(mention)) < _TOLD,
        not _SHORT <= len(phrase) <= _LONG or (mention.tense == "NONE" and mention.method.startswith("verb")),
    )


def _rank(mention: EventMention, who: set[str]) -> tuple[int, bool, float, str]:
    """What makes one of several that are as near the better label."""
    phrase = mention.phrase
    return (
        -len(who.intersection(fold(phrase).split())),
        "[" in phrase or mention.tense == "NONE",
        -mention.score,
        mention.id,
    )


def _is_bare(mention: EventMention) -> bool:
    """Whether a phrase is a verb alone: "halt", of "to halt it"."""
    return " " not in mention.phrase and mention.method.startswith("verb")
