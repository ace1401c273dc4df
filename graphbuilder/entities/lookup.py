"""Tokens found by their words, all at once: asking every token of a Doc costs as much as half of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

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


def positions(doc: Doc, words: frozenset[str], attribute: str = "ORTH") -> list[int]:
    """Where one of the words stands: as it is written (ORTH) or in lower case (LOWER)."""
    hashes = _hashes(words)
    return [at for at, word in enumerate(doc.to_array(attribute).tolist()) if word in hashes]


@lru_cache(maxsize=64)
def _hashes(words: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)
