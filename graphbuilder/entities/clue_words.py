"""The lists of ``lexicons/evidence.yaml``, turned for look-up."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from graphbuilder.lexicons import lexicon


@cache
def words(section: str) -> dict[str, str]:
    """A section of the lexicon, turned for look-up: word → type."""
    data: dict[str, list[str]] = lexicon("evidence")[section]
    return {word: label for label, row in data.items() for word in row}


@cache
def listed(section: str) -> frozenset[str]:
    """A list of the lexicon."""
    return frozenset(lexicon("evidence")[section])


def kind_of(noun: Token) -> str:
    """The type of what a common noun is said of: "browser" → product; "" where it tells none."""
    kinds, word = words("beside"), noun.lower_
    label = kinds.get(word) or kinds.get(noun.lemma_.lower()) or kinds.get(word.removesuffix("s"), "")
    if not label and word.removesuffix("s").endswith("maker"):
        return "organization"  # "planemaker"
    return "" if label == "either" else label


def is_craft(noun: Token) -> bool:
    """Whether a noun is for craft that bear names of their own; carriers are mostly airlines."""
    aircraft_carrier = noun.lower_ == "carrier" and noun.i > 0 and noun.nbor(-1).lower_ == "aircraft"
    return noun.lower_ in listed("carriers") or aircraft_carrier
