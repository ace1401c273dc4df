"""Of which type a thing is that a common noun is said of: "browser" is said of products."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.knowledge.type_words import listed, words


def kind_of(noun: Token) -> str:
    """The type of what a common noun is said of: "browser" → product; "" where it tells none."""
    kinds, word = words("beside"), noun.lower_
    label = kinds.get(word) or kinds.get(noun.lemma_.lower()) or kinds.get(word.removesuffix("s"), "")
    return "" if label == "either" else label


def is_craft(noun: Token) -> bool:
    """Whether a noun is for craft that bear names of their own; carriers are mostly airlines."""
    aircraft_carrier = noun.lower_ == "carrier" and noun.i > 0 and noun.nbor(-1).lower_ == "aircraft"
    return noun.lower_ in listed("carriers") or aircraft_carrier
