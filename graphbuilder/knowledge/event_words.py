"""The lexicons of events, turned for look-up: word → type of event, role or factuality."""

from __future__ import annotations

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
    heads: frozenset[str]
    """The nouns that denote an event alone or with other words; of "cease-fire" the last part."""
    phrases: dict[str, dict[str, str]]
    """Verb → noun or particle with it → type of the two."""
    of_object: dict[str, dict[str, str]]
    """Verb → type of its object, "event" or "none" → type of the event."""
    by_doer: dict[str, dict[tuple[str, str], str]]
    """Verb → types of its agent and object → type of the event."""
    idioms: dict[str, dict[tuple[str, str], str]]
    """Noun → verb and the words between → type of the idiom: "court" → "go", "to"; "polls" → "go", "to the"."""
    leading: frozenset[str]
    """Verbs of such idioms."""
    of_clause: dict[str, dict[str, str]]
    """Verb → kind of clause that follows → type of the event."""
    excepted: dict[str, frozenset[str]]
    """Verb → objects with which it does not have the type that it has with others."""
    beside: dict[str, dict[str, str]]
    """Verb or noun → word beside it → type of the event."""
    typed: frozenset[str]
    """Verbs that denote an event of a known type, with some objects at least."""
    acts_of: dict[str, dict[str, str]]
    """Type → word → the act that it shares with its synonyms, "" where the type has only one."""
    belongings: frozenset[str]
    bodies: frozenset[str]
    """Nouns for groups of people that may also denote an event."""
    people: frozenset[str]
    """Nouns for one person."""
    light: frozenset[str]
    hosting: frozenset[str]
    bringing: frozenset[str]
    proclaiming: frozenset[str]
    reporting: frozenset[str]
    acts: frozenset[str]
    writings: frozenset[str]
    speakers: frozenset[str]
    unanswered: frozenset[str]
    inquiries: frozenset[str]
    withholding: frozenset[str]
    withheld: frozenset[str]
    undergone: frozenset[str]
    moving: frozenset[str]
    states: frozenset[str]
    weak: frozenset[str]


@cache
def event_words() -> EventWords:
    """The words of ``event_types.yaml`` and ``event_verbs.yaml``; a word under two types is of the first."""
    types: dict[str, dict[str, Any]] = lexicon("event_types")
    kinds = {key: frozenset(words) for key, words in lexicon("event_verbs").items()}
    verbs, of_object, idioms = _table(types, "verbs"), _by_key(types, "of"), _idioms(types)
    nouns, beside = _table(types, "nouns"), _by_word(types)
    return EventWords(
        verbs=verbs,
        nouns=nouns,
        heads=frozenset({*(word.rpartition("-")[2] for word in nouns), *nouns, *beside, *idioms}),
        phrases=_phrases(types),
        of_object=of_object,
        by_doer=_by_doer(types),
        idioms=idioms,
        leading=frozenset(verb for told in idioms.values() for verb, _ in told),
        of_clause=_by_key(types, "clause"),
        excepted={verb: frozenset(things) for row in types.values() for verb, things in row.get("except", {}).items()},
        beside=beside,
        typed=frozenset((*verbs, *of_object)),
        acts_of={type_: _acts(row["act"]) for type_, row in types.items() if "act" in row},
        belongings=kinds["belongings"],
        bodies=kinds["bodies"],
        people=frozenset(lexicon("nominals")["kinds"]["person"]) | kinds["people"],
        light=kinds["light"],
        hosting=kinds["hosting"],
        bringing=kinds["bringing"],
        proclaiming=kinds["proclaiming"],
        reporting=kinds["reporting"],
        acts=kinds["acts"],
        writings=kinds["writings"],
        speakers=kinds["speakers"],
        unanswered=kinds["unanswered"],
        inquiries=kinds["inquiries"],
        withholding=kinds["withholding"],
        withheld=kinds["withheld"],
        undergone=kinds["undergone"],
        moving=kinds["moving"],
        states=kinds["states"],
        weak=kinds["weak"],
    )


def _acts(told: list[str] | dict[str, list[str]]) -> dict[str, str]:
    """Word → act; the only act of a type has no name."""
    return {word: act for act, words in (told.items() if isinstance(told, dict) else [("", told)]) for word in words}


def _table(types: dict[str, dict[str, Any]], key: str) -> dict[str, str]:
    """Word → type, of the lists under a key."""
    return {word: type_ for type_ in reversed(types) for word in types[type_].get(key, ())}


def _by_key(types: dict[str, dict[str, Any]], key: str) -> dict[str, dict[str, str]]:
    """Verb → label → type, of the tables under a key."""
    found: dict[str, dict[str, str]] = {}
    for type_ in reversed(types):
        for label, verbs in types[type_].get(key, {}).items():
            for verb in verbs:
                found.setdefault(verb, {})[label] = type_
    return found


def _by_doer(types: dict[str, dict[str, Any]]) -> dict[str, dict[tuple[str, str], str]]:
    """Verb → types of agent and object → event type."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for type_ in reversed(types):
        for doer, objects in types[type_].get("by", {}).items():
            for label, verbs in objects.items():
                for verb in verbs:
                    found.setdefault(verb, {})[doer, label] = type_
    return found


def _idioms(types: dict[str, dict[str, Any]]) -> dict[str, dict[tuple[str, str], str]]:
    """Noun → verb and words between → type."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for phrase, type_ in _table(types, "idioms").items():
        verb, *between, noun = phrase.split()
        found.setdefault(noun, {})[verb, " ".join(between)] = type_
    return found


def _by_word(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Word → word beside it → type."""
    found: dict[str, dict[str, str]] = {}
    for type_ in reversed(types):
        for word, others in types[type_].get("beside", {}).items():
            found.setdefault(word, {}).update(dict.fromkeys(others, type_))
    return found


def _phrases(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Verb → noun or particle → type."""
    found: dict[str, dict[str, str]] = {}
    for phrase, type_ in _table(types, "phrases").items():
        verb, word = phrase.split()
        found.setdefault(verb, {})[word] = type_
    return found


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Which role each grammatical place has, for one event type."""

    verb: dict[str, str]
    noun: dict[str, str]
    prepositions: dict[str, dict[str, str]]
    gives: bool = False
    """Whether the event has a recipient, who may be named with the object: "promised help to Kyiv"."""

    def preposition(self, word: str, label: str) -> str | None:
        """The role of what a preposition takes, by the type of the mention."""
        row = self.prepositions.get(word, {})
        return row.get(label, row.get("*"))


@cache
def role_table(type_: str) -> RoleTable:
    """The roles of ``lexicons/events/roles.yaml``, with what ``event_types.yaml`` says differently for this type."""
    common = lexicon("roles")
    own: dict[str, Any] = lexicon("event_types").get(type_, {}).get("roles", {})
    prepositions = dict(common["prepositions"])
    noun_prepositions = {word: row for word, row in common["noun"].items() if isinstance(row, dict)}
    for word, role in own.items():
        prepositions[word] = role if isinstance(role, dict) else {"*": role}
    places = {word: prepositions[word] | {"place": "place"} for word in ("in", "at", "near") if word not in own}
    return RoleTable(
        verb={place: own.get(place, role) for place, role in common["verb"].items()}
        | {place: own[place] for place in ("xcomp",) if place in own},
        noun={place: own.get(place, role) for place, role in common["noun"].items() if isinstance(role, str)},
        prepositions=noun_prepositions | prepositions | places,
        gives=bool(lexicon("event_types").get(type_, {}).get("gives", False)),
    )


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """Which words make an event denied, possible, planned or demanded: ``lexicons/events/factuality.yaml``."""

    negators: frozenset[str]
    not_negation: frozenset[str]
    denying: frozenset[str]
    governors: dict[str, str]
    """Lemma → modality of what it governs."""
    modals: dict[str, str]
    """Modal verb, in lower case → modality."""
    adjectives: dict[str, str]
    conditions: frozenset[str]
    noun_negated: frozenset[str]
    untrue: frozenset[str]
    evidential: frozenset[str]
    verbs_only: frozenset[str]
    preventing: frozenset[str]
    hearsay: frozenset[str]
    alleging: frozenset[str]
    hedges: frozenset[str]
    nearly: frozenset[str]
    degrees: frozenset[str]
    former: frozenset[str]
    """Words beside a post that say it is over: "former", "then"."""
    beside: dict[str, str]
    """Words beside a post → modality: "president-elect", "alleged member"."""


@cache
def factuality_words() -> FactualityWords:
    """The words of ``lexicons/events/factuality.yaml``."""
    data = {key: frozenset(words) for key, words in lexicon("factuality").items()}
    return FactualityWords(
        negators=data["negators"],
        not_negation=data["not_negation"],
        denying=data["denying"],
        governors={
            **dict.fromkeys(data["possible"], "POSSIBLE"),
            **dict.fromkeys(data["demanding"], "DEMANDED"),
            **dict.fromkeys(data["planning"], "PLANNED"),
        },
        modals={
            word: modality.upper()
            for modality in ("planned", "possible", "demanded", "conditional")
            for word in data[f"modal_{modality}"]
        },
        adjectives={
            **dict.fromkeys(data["noun_possible"], "POSSIBLE"),
            **dict.fromkeys(data["noun_planned"], "PLANNED"),
        },
        conditions=data["conditions"],
        noun_negated=data["noun_negated"],
        untrue=data["untrue"],
        evidential=data["evidential"],
        verbs_only=data["verbs_only"],
        preventing=data["preventing"],
        hearsay=data["hearsay"],
        alleging=data["alleging"],
        hedges=data["hedges"],
        nearly=data["nearly"],
        degrees=data["degrees"],
        former=data["tie_former"],
        beside={
            **dict.fromkeys(data["tie_possible"], "POSSIBLE"),
            **dict.fromkeys(data["tie_planned"], "PLANNED"),
        },
    )
