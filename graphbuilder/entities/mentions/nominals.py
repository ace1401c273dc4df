"""By which nouns people and bodies are called, for look-up (``lexicons/names/nominals.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicons import lexicon


@dataclass(frozen=True, slots=True)
class Nouns:
    """The lexicon, turned for look-up: noun → types that it may point to."""

    kinds: dict[str, str]
    groups: dict[str, str]
    representatives: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of ``lexicons/names/nominals.yaml``."""
    data = lexicon("nominals")
    return Nouns(
        kinds={noun: label for label, row in data["kinds"].items() for noun in row},
        groups={noun: label for label, row in data["groups"].items() for noun in row},
        representatives=frozenset(data["representatives"]),
    )
