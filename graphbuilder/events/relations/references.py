"""Which event of a sentence is about which other one: "condemned the annexation", "called for talks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import conjuncts, dependents

#: Types of event that a meeting is there for.
_DECIDED = frozenset(
    {"accuse", "agree", "aid", "announce", "appoint", "change", "condemn", "decide", "demand", "elect", "end", "found",
     "grant", "invite", "promise", "reject", "sanction", "support", "warn"}
)  # fmt: skip


def find_references(parse: Parse, triggers: Sequence[Trigger]) -> list[tuple[Trigger, Trigger]]:
    """Pairs of a verb and the event noun that it is about: "condemned the annexation", "called for talks"."""
    by_head = {trigger.head: trigger for trigger in triggers}
    pairs = []
    for trigger in triggers:
        for noun in _objects(parse.doc[trigger.head]):
            for one in (noun, *conjuncts(noun), *_of(noun)):
                other = by_head.get(one.i)
                if other is not None and other is not trigger:
                    pairs.append((trigger, other))
    return pairs


def _of(noun: Token) -> Iterator[Token]:
    """What a decision is of: "repeated the decision of the summit"."""
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
