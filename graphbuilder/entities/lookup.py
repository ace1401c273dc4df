"""Tokens found by their words, all at once: asking every token of a Doc costs as much as half of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from graphbuilder.language import Parse


def tokens_of(parse: Parse, words: frozenset[str]) -> Iterator[Token]:
    """The tokens of the story whose lower-case form is one of the words, in text order."""
    live = iter(parse.live)
    sentence = next(live, None)
    for at in positions(parse.doc, words, "LOWER"):
        while sentence is not None and sentence.end <= at:
            sentence = next(live, None)
        if sentence is not None and sentence.start <= at:
            yield parse.doc[at]


def positions(doc: Doc, words: frozenset[str], attribute: str = "ORTH") -> Sequence[int]:
    """Where one of the words stands: as it is written (ORTH), in lower case (LOWER) or as a lemma (LEMMA)."""
    index = _index(doc, attribute)
    found = [index[word] for word in _hashes(words) & index.keys()]
    return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of tokens `start` to `end` (excluded), all of the Doc: a slice of it takes several times as long."""
    if end - start == 1:
        return doc[start].text
    return "".join([doc[at].text_with_ws for at in range(start, end - 1)]) + doc[end - 1].text if start < end else ""


def head_of(doc: Doc, start: int, end: int) -> int:
    """The index of the head of tokens `start` to `end` (excluded)."""
    return start if end - start == 1 else doc[start:end].root.i


@lru_cache(maxsize=4)
def _index(doc: Doc, attribute: str) -> Mapping[int, list[int]]:
    """Where each word of a Doc stands; those of the last Docs are kept."""
    index: dict[int, list[int]] = {}
    for at, word in enumerate(doc.to_array(attribute).tolist()):
        index.setdefault(word, []).append(at)
    return index


@lru_cache(maxsize=64)
def _hashes(words: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)
