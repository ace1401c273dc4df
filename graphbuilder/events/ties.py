"""Ties between the events of a sentence: what is part of what, and what is about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.events.triggers import Trigger
from graphbuilder.language import Parse
from graphbuilder.tree import dependents

#: Types of event that others can be part of.
_LASTING = frozenset({"meet", "attack", "compete", "sue", "elect", "protest", "disaster"})


def _lasts(trigger: Trigger) -> bool:
    return trigger.type in _LASTING or trigger.lemma in ("tour", "trip", "visit", "voyage")


def find_references(parse: Parse, triggers: Sequence[Trigger]) -> list[tuple[Trigger, Trigger]]:
    """Pairs of a verb and the event noun that it is about: "condemned the annexation", "called for talks"."""
    by_head = {trigger.head: trigger for trigger in triggers}
    pairs = []
    for trigger in triggers:
        for noun in _objects(parse.doc[trigger.head]):
            for one in (noun, *noun.conjuncts):
                other = by_head.get(one.i)
                if other is not None and other is not trigger and other.anchor != trigger.head:
                    pairs.append((trigger, other))
    return pairs


def _objects(token: Token) -> Iterator[Token]:
    """The object of a verb, and what its or a noun's prepositions of topic take."""
    for child in dependents(token):
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "on", "over", "against", "to", "from"):
            yield from (inner for inner in dependents(child) if inner.dep_ == "pobj")


def find_wholes(parse: Parse, triggers: Sequence[Trigger]) -> dict[Trigger, Trigger]:
    """For each verb that happens "at", "during" or "in" an event named by a noun: that event."""
    by_head = {trigger.head: trigger for trigger in triggers}
    wholes = {}
    for trigger in triggers:
        for preposition in _prepositions(parse.doc[trigger.anchor]):
            if preposition.lower_ not in ("at", "during", "in"):
                continue
            inner = (by_head.get(child.i) for child in dependents(preposition) if child.dep_ == "pobj")
            wholes_here = (one for one in inner if one is not None and _lasts(one) and one is not trigger)
            whole = next(wholes_here, None)
            if whole is not None:
                wholes[trigger] = whole
    return wholes


def _prepositions(verb: Token) -> Iterator[Token]:
    """Of the verb, and of its object, which the parser often gives them to: "was given a plan at that summit"."""
    for child in dependents(verb):
        if child.dep_ == "prep":
            yield child
        elif child.dep_ in ("dobj", "attr") and verb.pos_ == "VERB":
            yield from (
                inner for inner in dependents(child) if inner.dep_ == "prep" and inner.lower_ in ("at", "during")
            )
