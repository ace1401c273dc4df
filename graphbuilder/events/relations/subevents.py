"""Ties between the events of a sentence: what is part of what, and what is about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.event_words import LASTING, event_words
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import conjuncts, dependents

#: Types of event that a meeting is there for.
_DECIDED = frozenset(
    {"accuse", "agree", "aid", "announce", "appoint", "change", "condemn", "decide", "demand", "elect", "end", "found",
     "grant", "invite", "promise", "reject", "sanction", "support", "warn"}
)  # fmt: skip


def _lasts(trigger: Trigger) -> bool:
    return trigger.type in LASTING or trigger.lemma in ("tour", "trip", "visit", "voyage")


def find_references(parse: Parse, triggers: Sequence[Trigger]) -> list[tuple[Trigger, Trigger]]:
    """Pairs of a verb and the event noun that it is about: "condemned the annexation", "called for talks"."""
    by_head = {trigger.head: trigger for trigger in triggers}
    pairs = []
    for trigger in triggers:
        for noun in _objects(parse.doc[trigger.head]):
            for one in (noun, *conjuncts(noun), *_of(noun)):
                other = by_head.get(one.i)
                if other is not None and other is not trigger and other.anchor != trigger.head:
                    pairs.append((trigger, other))
    return pairs


def _of(noun: Token) -> Iterator[Token]:
    """ "Repeated the decision of the summit": what a decision is of."""
    if event_words().nouns.get(noun.lemma_.lower()) in _DECIDED:
        yield from (
            inner for of in noun.rights if of.lower_ == "of" for inner in dependents(of) if inner.dep_ == "pobj"
        )


def _objects(token: Token) -> Iterator[Token]:
    """The object of a verb, and what its or a noun's prepositions of topic take."""
    for child in dependents(token):
        if child.dep_ == "dobj":
            yield child
            if child.lemma_.lower() in event_words().writings:  # "published its report on the fire"
                about = (one for one in dependents(child) if one.lower_ in ("on", "about", "into"))
                yield from (inner for one in about for inner in dependents(one) if inner.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "on", "over", "against", "to", "from"):
            yield from (inner for inner in dependents(child) if inner.dep_ == "pobj")


def find_wholes(parse: Parse, triggers: Sequence[Trigger]) -> dict[Trigger, Trigger]:
    """For each event that is part of another one, by syntax: that one.

    What happens "at", "during" or "in" an event told by a noun; what a meeting does ("the congress elected her").
    """
    lasting = {trigger.head: trigger for trigger in triggers if _lasts(trigger)}
    wholes = {}
    for trigger in triggers if lasting else ():  # a meeting lasts too
        around = (lasting.get(token.i) for token in _around(parse.doc[trigger.anchor], trigger))
        whole = next((one for one in around if one is not None and one is not trigger), None)
        if whole is not None:
            wholes[trigger] = whole
    return wholes


def _around(verb: Token, trigger: Trigger) -> Iterator[Token]:
    for preposition in _prepositions(verb):
        if preposition.lower_ in ("at", "during", "in"):
            yield from (child for child in dependents(preposition) if child.dep_ == "pobj")
    if verb.pos_ == "VERB" and trigger.type in _DECIDED:
        yield from _gathered(verb)


def _gathered(verb: Token) -> Iterator[Token]:
    """The meeting that does it; but not "the talks ended"."""
    if any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in dependents(verb)):
        yield from (child for child in dependents(verb) if child.dep_ == "nsubj" and _gathering(child))


def _gathering(noun: Token) -> bool:
    return event_words().nouns.get(noun.lemma_.lower()) == "meet"


def _prepositions(verb: Token) -> Iterator[Token]:
    """Of the verb, and of its object, which the parser often gives them to: "was given a plan at that summit"."""
    for child in dependents(verb):
        if child.dep_ == "prep":
            yield child
        elif child.dep_ in ("dobj", "attr") and verb.pos_ == "VERB":
            yield from (
                inner for inner in dependents(child) if inner.dep_ == "prep" and inner.lower_ in ("at", "during")
            )
