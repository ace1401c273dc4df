"""What is known of two words or mentions beside their vectors: how far apart, how alike, by what path of the parse.

Each fact is a whole number that picks a row of a table (`heads`). It stands here with the number of its values, so that
the sizes of the tables, which `training/network.py` needs, follow from the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from graphbuilder.reader.weights import Facts, Numbers
from graphbuilder.reader.words import CLASS, FIRST_TENTH, PLACE, VERB, Words

Array = NDArray[Any]

KINDS = ("name", "description", "pronoun")
TYPES = ("person", "organization", "place", "group", "product", "work", "law", "other")
#: Steps up to the first common head and down again, at most; a longer path is "far", none (another sentence) "none".
_STEPS = 5
_FAR, _APART = "far", "none"
#: Where a distance, in words or mentions and in sentences, counts as a greater one.
_BOUNDS = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
_SENTENCES = (1, 2, 3, 5, 8, 14)
#: Words and marks that do not tell whether two mentions are alike.
_BARE = frozenset(("the", "a", "an", "of", "’s", "'s", ".", ","))


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention or a time expression: its first and last word, its kind and type by their places in KINDS and TYPES."""

    first: int
    last: int
    kind: int
    type: int


def ends(spots: Sequence[Spot]) -> tuple[Numbers, Numbers]:
    """The first and the last words of mentions."""
    return _column(spots, "first"), _column(spots, "last")


def _column(spots: Sequence[Spot], name: str) -> Numbers:
    return np.array([getattr(spot, name) for spot in spots], dtype=np.int32)


# paths of the parse


def paths(words: Words, froms: Sequence[int], tos: Sequence[int]) -> list[list[str]]:
    """How the parse leads from each of some words to each of others: up by labels, then down by labels.

    A word itself has the path "".
    """
    up = {at: _ancestors(words, at) for at in {*froms, *tos}}
    of = words.sentences.tolist()
    return [[_path(words, up[a], up[b]) if of[a] == of[b] else _APART for b in tos] for a in froms]


def path_numbers(words: Words, froms: Sequence[int], tos: Sequence[int], known: Mapping[str, int]) -> Facts:
    """The numbers of the paths: [froms, tos]; 0 is a path that is not known."""
    rows = [[known.get(one, 0) for one in row] for row in paths(words, froms, tos)]
    return np.array(rows, dtype=np.int16).reshape(len(froms), len(tos))


def _ancestors(words: Words, at: int) -> list[int]:
    """A word and its heads, as far up as a path may lead."""
    found = [at]
    while words.heads[found[-1]] != found[-1] and len(found) <= _STEPS:
        found.append(int(words.heads[found[-1]]))
    return found


def _path(words: Words, a: Sequence[int], b: Sequence[int]) -> str:
    """The path between two words of one sentence, of each the word and its heads."""
    places = {word: down for down, word in enumerate(b)}
    for up, word in enumerate(a):
        if word in places:
            down = places[word]
            if up + down > _STEPS:
                return _FAR
            climbed = [f"<{words.labels[step]}" for step in a[:up]]
            return "".join(climbed + [f">{words.labels[step]}" for step in reversed(b[:down])])
    return _FAR


# distances, as one of some classes

_DISTANCES, _SENTENCE_DISTANCES = len(_BOUNDS) + 1, len(_SENTENCES) + 1


def _back(places: Numbers, bounds: Sequence[int]) -> Array:
    """How far each stands after each other one; 0 before it."""
    found: Array = np.digitize(places[:, None] - places[None, :], bounds)
    return found


def _directed(froms: Numbers, tos: Numbers, bounds: Sequence[int]) -> Array:
    """How far it is from each to each, with further classes for what stands after it."""
    apart = tos[None, :] - froms[:, None]
    found: Array = np.digitize(np.abs(apart), bounds) + (apart > 0) * (len(bounds) + 1)
    return found


# the facts, each with the number of its values

_Pairs = TypeVar("_Pairs")
_Fact = tuple[int, Callable[[_Pairs], Array]]
"""How many values it has, and what gives it: [rows, columns], or what numpy spreads to that."""


def _facts_of(facts: Sequence[_Fact[_Pairs]], pairs: _Pairs, shape: tuple[int, int]) -> Facts:
    found = np.empty((*shape, len(facts)), dtype=np.int16)
    for at, (_, fact) in enumerate(facts):
        found[..., at] = fact(pairs)
    return found


@dataclass(frozen=True)
class _Meeting:
    """Tellings of events (rows), and mentions or times (columns)."""

    words: Words
    tellings: Numbers
    spots: Sequence[Spot]

    @cached_property
    def lasts(self) -> Numbers:
        return _column(self.spots, "last")

    def distance(self) -> Array:
        return _directed(self.tellings, self.lasts, _BOUNDS)

    def sentences(self) -> Array:
        return _directed(self.words.sentences[self.tellings], self.words.sentences[self.lasts], _SENTENCES)

    def kind(self) -> Array:
        return _column(self.spots, "kind")[None]

    def type(self) -> Array:
        return _column(self.spots, "type")[None]


_MEETING = (
    (2 * _DISTANCES, _Meeting.distance),
    (2 * _SENTENCE_DISTANCES, _Meeting.sentences),
    (len(KINDS), _Meeting.kind),
    (len(TYPES), _Meeting.type),
)
#: Sizes of the tables of a telling and a mention, without that of paths, which the weights bring.
WORD_TO_MENTION = tuple(size for size, _ in _MEETING)


def word_to_mention(words: Words, tellings: Sequence[int], spots: Sequence[Spot]) -> Facts:
    """What is known of each telling and each mention but the path: [tellings, spots, len(WORD_TO_MENTION)]."""
    given = _Meeting(words, np.array(tellings, dtype=np.int32), spots)
    return _facts_of(_MEETING, given, (len(tellings), len(spots)))


@dataclass(frozen=True)
class _Mentions:
    """Mentions; the rows are those that look for an antecedent, the columns those that may be it."""

    words: Words
    spots: Sequence[Spot]

    @cached_property
    def texts(self) -> list[tuple[str, ...]]:
        return [self.words.texts[spot.first : spot.last + 1] for spot in self.spots]

    @cached_property
    def bare(self) -> list[tuple[str, ...]]:
        """The texts without words that do not tell whether they are alike."""
        return [tuple(word for word in text if word not in _BARE) for text in self.texts]

    def same_text(self) -> Array:
        some = np.array([bool(text) for text in self.bare], dtype=bool)
        found: Array = _equal(_numbered(self.bare)) & some[:, None]
        return found

    def same_last_word(self) -> Array:
        return _equal(_numbered([text[-1] for text in self.texts]))

    def within(self) -> Array:
        """Whether all words of one are among those of one with more: 2 the row's, 1 the column's, 0 neither's."""
        known: dict[str, int] = {}
        sets = [{known.setdefault(word, len(known)) for word in text} for text in self.bare]
        has = np.zeros((len(sets), max(1, len(known))), dtype=np.float32)
        for at, numbers in enumerate(sets):
            has[at, list(numbers)] = 1
        count = has.sum(1)
        inside = (has @ has.T == count[:, None]) & (count[:, None] < count[None, :]) & (count[:, None] > 0)
        found: Array = 2 * inside + inside.T
        return found

    def initials(self) -> Array:
        """Whether one is a single word, the initials of the other."""
        spelled: dict[str, list[int]] = {}
        for at, text in enumerate(self.bare):
            letters = "".join(word[0] for word in text if word[0].isalpha())
            if len(letters) > 1:
                spelled.setdefault(letters, []).append(at)
        found = np.zeros((len(self.bare), len(self.bare)), dtype=bool)
        for at, text in enumerate(self.bare):
            others = spelled.get(re.sub(r"\W", "", text[0]), []) if len(text) == 1 else []
            found[at, others] = found[others, at] = True
        return found

    def nested(self) -> Array:
        """Whether one stands in the other, or overlaps it."""
        firsts, lasts = ends(self.spots)
        found: Array = (firsts[:, None] <= lasts[None, :]) & (firsts[None, :] <= lasts[:, None])
        return found

    def distance(self) -> Array:
        return _back(np.arange(len(self.spots), dtype=np.int32), _BOUNDS)

    def sentences(self) -> Array:
        return _back(self.words.sentences[_column(self.spots, "last")], _SENTENCES)

    def kinds(self) -> Array:
        kind = _column(self.spots, "kind")
        found: Array = kind[:, None] * len(KINDS) + kind[None, :]
        return found

    def same_type(self) -> Array:
        return _equal(_column(self.spots, "type"))

    def type(self) -> Array:
        return _column(self.spots, "type")[:, None]


_MENTIONS = (
    (2, _Mentions.same_text),
    (2, _Mentions.same_last_word),
    (4, _Mentions.within),  # the last row is not used; the weights have it
    (2, _Mentions.initials),
    (2, _Mentions.nested),
    (_DISTANCES, _Mentions.distance),
    (_SENTENCE_DISTANCES, _Mentions.sentences),
    (len(KINDS) ** 2, _Mentions.kinds),
    (2, _Mentions.same_type),
    (len(TYPES), _Mentions.type),
)
#: Sizes of the tables of two mentions.
MENTIONS = tuple(size for size, _ in _MENTIONS)


def mention_to_mention(words: Words, spots: Sequence[Spot]) -> Facts:
    """What is known of each mention and each that may be its antecedent: [spots, spots, len(MENTIONS)]."""
    return _facts_of(_MENTIONS, _Mentions(words, spots), (len(spots), len(spots)))


@dataclass(frozen=True)
class _Tellings:
    """Words that tell events; the rows are those that look for an earlier telling, the columns those that may be it."""

    words: Words
    at: Numbers

    def same_beginning(self) -> Array:
        """Whether both words begin alike: all but three letters of them, but four at least."""
        texts = [self.words.texts[at] for at in self.at]
        return _equal(_numbered([text[: max(4, len(text) - 3)] for text in texts]))

    def distance(self) -> Array:
        return _back(np.arange(len(self.at), dtype=np.int32), _BOUNDS)

    def sentences(self) -> Array:
        return _back(self.words.sentences[self.at], _SENTENCES)

    def verbs(self) -> Array:
        """Which of the two are verbs."""
        verb = (self.words.facts[self.at, CLASS] == VERB).astype(np.int32)
        found: Array = 2 * verb[:, None] + verb[None, :]
        return found

    def place(self) -> Array:
        """Whether the earlier one stands in the headline, in the lead or elsewhere."""
        found: Array = np.minimum(self.words.facts[self.at, PLACE], FIRST_TENTH)
        return found[None]


_TELLINGS = (
    (2, _Tellings.same_beginning),
    (_DISTANCES, _Tellings.distance),
    (_SENTENCE_DISTANCES, _Tellings.sentences),
    (4, _Tellings.verbs),
    (FIRST_TENTH + 1, _Tellings.place),
)
#: Sizes of the tables of two tellings.
TELLINGS = tuple(size for size, _ in _TELLINGS)


def telling_to_telling(words: Words, tellings: Sequence[int]) -> Facts:
    """What is known of each telling and each that may tell the same before it: [tellings, tellings, len(TELLINGS)]."""
    return _facts_of(_TELLINGS, _Tellings(words, np.array(tellings, dtype=np.int32)), (len(tellings), len(tellings)))


def _numbered(values: Sequence[Hashable]) -> Numbers:
    """A number for each value, the same for equal ones."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int32)


def _equal(numbers: Numbers) -> Array:
    found: Array = numbers[:, None] == numbers[None, :]
    return found
