"""Who is told with the object of a preposition: "agreed on help for Chad", "called to a meeting with Jane Roe"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.fillers import Filler, fill_objects
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

#: Verbs that bring somebody to those who meet.
_CALLED = frozenset({"call", "invite", "summon"})


def for_whom(verb: Token, preposition: Token, found: Found) -> Iterator[Filler]:
    """ "Agreed on help for Norway and Chad": whom what is agreed on is for."""
    if verb.lemma_ in _CALLED and preposition.lower_ == "to":
        yield from _company(preposition, found)
        return
    if preposition.lower_ not in ("on", "to") or event_words().verbs.get(verb.lemma_.lower()) != "agree":
        return
    things = (noun for noun in dependents(preposition) if noun.dep_ == "pobj" and noun.pos_ == "NOUN")
    for favour in (child for noun in things for child in noun.rights if child.lower_ == "for"):
        yield from (one for one in fill_objects(favour, "recipient", found) if one[1].form == "name")


def _company(preposition: Token, found: Found) -> Iterator[Filler]:
    """ "Called to a meeting with Jane Roe": those who meet."""
    for noun in dependents(preposition):
        if noun.dep_ == "pobj" and event_words().nouns.get(noun.lemma_.lower()) == "meet":
            for beside in noun.rights:
                if beside.lower_ == "with":
                    yield from (one for one in fill_objects(beside, "partner", found) if one[1].form == "name")
