"""Which words tell an event of which type, and which only say or carry one: the lexicons of events, for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphbuilder.lexicons import lexicon

#: Types of event that go on for days and have others as parts: that one text dates it to a day does not say that it
#: lasted no longer.
LASTING = frozenset({"attack", "compete", "disaster", "elect", "meet", "protest", "sue", "try"})


@dataclass(frozen=True, slots=True)
class EventWords:
    """Which words denote events, and of which type: ``event_types.yaml`` and ``event_verbs.yaml``, by lemma."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    phrases: dict[str, dict[str, str]]
    """Verb → noun or particle with it → type of the two."""
    of_object: dict[str, dict[str, str]]
    """Verb → type of what it is done to, "none" where it is done to nothing → type of the event."""
    beside: dict[str, dict[str, str]]
    """Verb or noun → word beside it → type of the event."""
    acts_of: dict[str, dict[str, str]]
    """Type → word → the act that it shares with its synonyms, "" where the type has only one."""
    people: frozenset[str]
    """Nouns for one person."""
    reporting: frozenset[str]
    writings: frozenset[str]


@cache
def event_words() -> EventWords:
    """The words of ``event_types.yaml`` and ``event_verbs.yaml``; a word under two types is of the first."""
    types: dict[str, dict[str, Any]] = lexicon("event_types")
    kinds = {key: frozenset(words) for key, words in lexicon("event_verbs").items()}
    return EventWords(
        verbs=_table(types, "verbs"),
        nouns=_table(types, "nouns"),
        phrases=_phrases(types),
        of_object=_of_object(types),
        beside=_beside(types),
        acts_of={type_: _acts(row["act"]) for type_, row in types.items() if "act" in row},
        people=frozenset(lexicon("nominals")["kinds"]["person"]) | kinds["people"],
        reporting=kinds["reporting"],
        writings=kinds["writings"],
    )


def _acts(told: list[str] | dict[str, list[str]]) -> dict[str, str]:
    """Word → act; the only act of a type has no name."""
    return {word: act for act, words in (told.items() if isinstance(told, dict) else [("", told)]) for word in words}


def _table(types: dict[str, dict[str, Any]], key: str) -> dict[str, str]:
    """Word → type, of the lists under a key."""
    return {word: type_ for type_ in reversed(types) for word in types[type_].get(key, ())}


def _phrases(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Verb → noun or particle → type."""
    return _nested((*phrase.split(), type_) for phrase, type_ in _table(types, "phrases").items())


def _of_object(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Verb → type of its object → type."""
    tables = ((type_, types[type_].get("of", {})) for type_ in reversed(types))
    return _nested((verb, of, type_) for type_, table in tables for of, verbs in table.items() for verb in verbs)


def _beside(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Word → word beside it → type."""
    tables = ((type_, types[type_].get("beside", {})) for type_ in reversed(types))
    return _nested((word, one, type_) for type_, table in tables for word, others in table.items() for one in others)


def _nested(rows: Iterable[Sequence[str]]) -> dict[str, dict[str, str]]:
    """First → second → third of each row; the last row counts."""
    found: dict[str, dict[str, str]] = {}
    for first, second, type_ in rows:
        found.setdefault(first, {})[second] = type_
    return found
