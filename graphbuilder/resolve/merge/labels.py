"""Which mention gives an event its line: of those that say when it was, and can be read alone, one that the reader is
surest of; so a line tells what happened, and does not only name it in passing.

Of mentions as sure it is the one nearest to the centroid, the mean of all mentions' word vectors, each of the same
weight; a sentence that many print counts once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from math import sqrt

from graphbuilder.knowledge.names import fold
from graphbuilder.records import EventMention
from graphbuilder.resolve.compare.words import FUNCTION_WORDS, singular
from graphbuilder.resolve.merge.dates import Saying

#: Words that mean nothing without their antecedent.
POINTING = frozenset(
    {"he", "her", "him", "his", "i", "it", "its", "she", "that", "their", "them", "these", "they", "this", "those",
     "us", "we", "what", "which", "who", "you"}
)  # fmt: skip
#: Those of them that are somebody or something, and no word of grammar: not "this week", "said that".
_SOMEBODY = POINTING - {"that", "these", "this", "those", "what", "which", "who"}
#: Characters of a phrase that can be read alone, at least and at most.
_SHORTEST, _LONGEST = 16, 180
#: Content words of a label, at least: "Tuesday's earthquake" has one.
_CONTENT_WORDS = 2
#: The share of the mentions that give a name, for it to be that of the event.
_NAMED = 0.1
_RELATIVE = re.compile(r"\b(?:where|which|who|whom|whose)\b")
_WORD = re.compile(r"\w{3,}|\d+")
_TOKEN = re.compile(r"\w+")


def best_mention(
    mentions: Sequence[EventMention],
    modality: str,
    names: Mapping[str, bool],
    saying: Saying,
    first: Callable[[EventMention], EventMention],
) -> EventMention:
    """The mention whose phrase is the label.

    Args:
        mentions: all mentions of the event.
        modality: that of the event.
        names: the words by which its participants are called, and whether they are those of a name.
        saying: which mentions say when it was, and which say otherwise.
        first: the same mention where its sentence was printed first.
    """
    if len(mentions) == 1:
        return mentions[0]
    called = names.keys() - FUNCTION_WORDS
    named = {word for word in called if names[word]}
    words = {mention.id: _words(mention) for mention in mentions}
    is_named = sum(mention.form == "name" for mention in mentions) >= _NAMED * len(mentions)
    faults = {one.id: _faults(one, words[one.id], modality, named, saying, is_named=is_named) for one in mentions}
    fewest = min(faults.values())
    readable = [mention for mention in mentions if faults[mention.id] == fewest]
    surest = max(round(mention.score, 1) for mention in readable)
    sure = [mention for mention in readable if round(mention.score, 1) == surest]
    centroid = _centroid(words[one] for one in {first(mention).id: mention.id for mention in mentions}.values())
    return min(sure, key=lambda mention: (-_nearness(words[mention.id], centroid), *_rank(mention, called)))


def _centroid(mentions: Iterable[frozenset[str]]) -> Counter[str]:
    """Word → the sum of its weights in the unit vectors of the mentions, of which the words are given."""
    centroid: Counter[str] = Counter()
    for words in mentions:
        centroid.update({word: 1 / sqrt(len(words)) for word in words})
    return centroid


def _nearness(words: frozenset[str], centroid: Mapping[str, float]) -> float:
    """How near the words of a mention are to the centroid: the greater, the nearer."""
    return round(sum(centroid[word] for word in words) / sqrt(len(words)), 6) if words else 0.0


def _words(mention: EventMention) -> frozenset[str]:
    """The content words of a phrase."""
    words = _WORD.findall(fold(mention.phrase or mention.text))
    return singular(frozenset(words) - FUNCTION_WORDS)


def _faults(
    mention: EventMention,
    content: frozenset[str],
    modality: str,
    named: Set[str],
    saying: Saying,
    *,
    is_named: bool,
) -> tuple[bool, ...]:
    """What a label must not be, the gravest first: no name, of another status, of another date, with a pronoun for
    somebody, without the date, else unclear alone, a noun, with no name in it, too short or long.
    """
    phrase = mention.phrase
    words = _TOKEN.findall(fold(phrase))
    first = next((at for at, word in enumerate(words) if word in named), len(words))
    is_somebodys = "[" in phrase or not _SOMEBODY.isdisjoint(words[:first])
    is_unclear = (
        not POINTING.isdisjoint(words[:first])
        or phrase.endswith("…")
        or mention.aside
        or _is_aside(mention)
        or len(content) < _CONTENT_WORDS
    )
    is_non_finite = mention.tense == "NONE" and mention.form == "verb"
    return (
        is_named and mention.form != "name",
        mention.modality != modality,
        mention.id in saying.otherwise,
        is_somebodys,
        mention.id not in saying.so,
        is_unclear,
        mention.form == "noun",
        first == len(words) and not any(word[0].isupper() for word in phrase.split()[1:]),
        not _SHORTEST <= len(phrase) <= _LONGEST or is_non_finite,
    )


def _rank(mention: EventMention, names: Set[str]) -> tuple[int, float, str]:
    """The order of labels that are as near: by names, then by score; the id makes it total."""
    return -len(names & set(_TOKEN.findall(fold(mention.phrase)))), -mention.score, mention.id


def _is_aside(mention: EventMention) -> bool:
    """Whether a phrase tells the event of something in passing: "the same city where both were promised membership"."""
    before, found, _ = mention.phrase.partition(mention.text)
    return bool(found) and _RELATIVE.search(before) is not None
