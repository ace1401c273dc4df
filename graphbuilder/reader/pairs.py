"""What is known of two words, or of two mentions, beside their vectors: how far apart, by what path of the parse."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graphbuilder.reader.words import Numbers, Words

KINDS = ("name", "description", "pronoun")
TYPES = ("person", "organization", "place", "group", "product", "work", "law", "other")
#: Steps up to the first common head and down again, at most; a longer path is "far", none (another sentence) "none".
_STEPS = 5
_FAR, _APART = "far", "none"
_BOUNDS = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
_SENTENCES = (1, 2, 3, 5, 8, 14)
#: Sizes of the tables of a word and a mention (without that of paths), and of two mentions or tellings.
WORD_TO_MENTION = (2 * (len(_BOUNDS) + 1), 2 * (len(_SENTENCES) + 1), len(KINDS), len(TYPES))
MENTIONS = (2, 2, 4, 2, 2, len(_BOUNDS) + 1, len(_SENTENCES) + 1, len(KINDS) ** 2, 2, len(TYPES))
TELLINGS = (2, len(_BOUNDS) + 1, len(_SENTENCES) + 1, 4, 3)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention or a time expression: its first and last word, its kind and type by their numbers."""

    first: int
    last: int
    kind: int
    type: int


def paths(words: Words, froms: Sequence[int], tos: Sequence[int], numbers: Mapping[str, int] | None) -> list[list[str]]:
    """The path of the parse from each of some words to each of others."""
    up = {at: _ancestors(words, at) for at in {*froms, *tos}}
    return [[path(words, up[a], up[b], words.sentences[a] == words.sentences[b]) for b in tos] for a in froms]


def _ancestors(words: Words, at: int) -> list[int]:
    found = [at]
    while words.heads[found[-1]] != found[-1] and len(found) <= 2 * _STEPS:
        found.append(int(words.heads[found[-1]]))
    return found


def path(words: Words, a: list[int], b: list[int], together: bool) -> str:
    """How to go from one word to another: up by labels, then down by labels.

    A word itself has the path "".
    """
    if not together:
        return _APART
    places = {word: at for at, word in enumerate(b)}
    for up, word in enumerate(a):
        if word in places:
            down = places[word]
            if up + down > _STEPS:
                return _FAR
            climbed = [f"<{words.labels[step]}" for step in a[:up]]
            return "".join(climbed + [f">{words.labels[step]}" for step in reversed(b[:down])])
    return _FAR


def path_numbers(words: Words, froms: Sequence[int], tos: Sequence[int], known: Mapping[str, int]) -> Numbers:
    """The numbers of the paths; 0 is a path that is not known."""
    rows = paths(words, froms, tos, known)
    return np.array([[known.get(one, 0) for one in row] for row in rows], dtype=np.int32).reshape(len(froms), len(tos))


def word_to_mention(words: Words, triggers: Sequence[int], spots: Sequence[Spot]) -> Numbers:
    """[triggers, spots, 4]: distance in words and in sentences with its direction, kind and type of the mention."""
    t = np.array(triggers, dtype=np.int32)[:, None]
    last = np.array([spot.last for spot in spots], dtype=np.int32)[None, :]
    shape = (len(triggers), len(spots))
    apart = last - t
    distance = np.digitize(np.abs(apart), _BOUNDS) + (apart > 0) * (len(_BOUNDS) + 1)
    apart = words.sentences[last] - words.sentences[t]
    sentence = np.digitize(np.abs(apart), _SENTENCES) + (apart > 0) * (len(_SENTENCES) + 1)
    kind = np.broadcast_to(np.array([spot.kind for spot in spots])[None, :], shape)
    type_ = np.broadcast_to(np.array([spot.type for spot in spots])[None, :], shape)
    return np.stack([distance, sentence, kind, type_], axis=-1).astype(np.int32)


def mention_to_mention(words: Words, spots: Sequence[Spot]) -> Numbers:
    """[spots, spots, 10]: of each later mention and each other: the same words, the same last word, one within the other
    by words, initials, one around the other, distances, kinds, same type, type of the later."""
    n = len(spots)
    texts = [words.texts[spot.first : spot.last + 1] for spot in spots]
    bare = [tuple(word for word in text if word not in _BARE) for text in texts]
    found = np.zeros((n, n, len(MENTIONS)), dtype=np.int32)
    whole, last = _numbered(bare), _numbered([text[-1] for text in texts])
    found[..., 0] = (whole[:, None] == whole[None, :]) & np.array([bool(text) for text in bare])[:, None]
    found[..., 1] = last[:, None] == last[None, :]
    found[..., 2] = _within(bare)
    initials = [_initials(text) for text in bare]
    for i, text in enumerate(bare):
        if len(text) == 1:
            short = re.sub(r"\W", "", text[0])
            for j in range(n):
                if len(initials[j]) > 1 and initials[j] == short:
                    found[i, j, 3] = found[j, i, 3] = 1
    first, end = np.array([s.first for s in spots]), np.array([s.last for s in spots])
    found[..., 4] = (first[:, None] <= end[None, :]) & (first[None, :] <= end[:, None])
    at = np.arange(n)
    found[..., 5] = np.digitize(at[:, None] - at[None, :], _BOUNDS)
    sentence = np.array([words.sentences[spot.last] for spot in spots], dtype=np.int32)
    found[..., 6] = np.digitize(sentence[:, None] - sentence[None, :], _SENTENCES)
    kind = np.array([spot.kind for spot in spots], dtype=np.int32)
    found[..., 7] = kind[:, None] * len(KINDS) + kind[None, :]
    type_ = np.array([spot.type for spot in spots], dtype=np.int32)
    found[..., 8] = type_[:, None] == type_[None, :]
    found[..., 9] = np.broadcast_to(type_[:, None], (n, n))
    return found


_BARE = frozenset(("the", "a", "an", "of", "’s", "'s", ".", ","))


def _initials(text: Sequence[str]) -> str:
    return "".join(word[0] for word in text if word[:1].isalpha())


def _numbered(values: Sequence[Hashable]) -> Numbers:
    """A number for each value, the same for equal ones."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int32)


def _within(texts: Sequence[Sequence[str]]) -> Numbers:
    """Whether all words of one are in another that has more: 2 the row in the column, 1 the column in the row, 0 neither."""
    known: dict[str, int] = {}
    sets = [{known.setdefault(word, len(known)) for word in text} for text in texts]
    has = np.zeros((len(texts), max(1, len(known))), dtype=np.float32)
    for at, words in enumerate(sets):
        has[at, list(words)] = 1
    count = has.sum(1)
    inside = (has @ has.T == count[:, None]) & (count[:, None] < count[None, :]) & (count[:, None] > 0)
    found: Numbers = (2 * inside + inside.T).astype(np.int32)
    return found


def telling_to_telling(words: Words, triggers: Sequence[int]) -> Numbers:
    """[triggers, triggers, 5]: the same beginning of the word, distances, verb or noun, in the headline or lead."""
    n = len(triggers)
    found = np.zeros((n, n, len(TELLINGS)), dtype=np.int32)
    if not n:
        return found
    t = np.array(triggers, dtype=np.int32)
    stems = np.array([words.texts[at][: max(4, len(words.texts[at]) - 3)] for at in triggers])
    found[..., 0] = stems[:, None] == stems[None, :]
    at = np.arange(n)
    found[..., 1] = np.digitize(at[:, None] - at[None, :], _BOUNDS)
    sentence = words.sentences[t]
    found[..., 2] = np.digitize(sentence[:, None] - sentence[None, :], _SENTENCES)
    verb = (words.facts[t, 2] == 16).astype(np.int32)
    found[..., 3] = 2 * verb[:, None] + verb[None, :]
    found[..., 4] = np.broadcast_to(np.minimum(words.facts[t, 4], 2)[None, :], (n, n))
    return found
