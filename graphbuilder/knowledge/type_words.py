"""Which words tell of which type a mention is: the lists of ``lexicons/names/evidence.yaml``, turned for look-up."""

from __future__ import annotations

from functools import cache

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
