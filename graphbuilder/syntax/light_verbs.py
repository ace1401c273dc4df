"""At which verb the clause of an event noun hangs: at a light verb, which adds little to the noun.

Yes: "held talks", "faces trial", "took place", "is on trial". The noun is the trigger; its clause hangs at the verb
(`clause_anchor`).
"""

from __future__ import annotations

from spacy.symbols import VERB
from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import antecedent
from graphbuilder.syntax.tree import dependents


def clause_anchor(token: Token) -> int:
    """Where the clause of a trigger hangs: at a light verb that carries the noun, else at the trigger itself."""
    if token.pos == VERB:
        return token.i
    verb = token.head
    carried = verb.pos == VERB and _is_light_for(verb, token)
    below = () if carried else (child for child in token.rights if child.dep_ in ("acl", "relcl"))
    clause = next((child for child in below if _is_light_for(child, token)), None)
    if clause is not None:
        return clause.i
    if token.dep_ == "pobj" and _makes_predicate(verb):
        return verb.head.i
    return verb.i if carried else token.i


def _is_light_for(verb: Token, noun: Token) -> bool:
    """Whether a light verb leaves the telling to a noun: its object or passive subject, or the subject of "took place".

    The noun may stand before its clause: "the promise made to them", "talks that were held in Oslo".
    """
    happens = _takes_place(verb)
    if not happens and verb.lemma_.lower() not in event_words().light:
        return False
    below = dependents(verb)
    if verb.lemma_ == "give" and any(child.dep_ == "prt" for child in below):
        return False  # "gave up its bid"
    if verb.head == noun and verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD"):
        return True
    places = ("nsubj",) if happens else ("dobj", "nsubjpass")
    return any(child.dep_ in places and antecedent(child, verb) == noun for child in below)


def _takes_place(verb: Token) -> bool:
    """Whether a verb only says that its noun took place."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(child.dep_ == "dobj" and child.lower_ == "place" for child in dependents(verb))
    return lemma in ("occur", "happen")


def _makes_predicate(preposition: Token) -> bool:
    """Whether a preposition makes its noun the predicate: "are in talks", "was on trial", "came under attack"."""
    word, verb = preposition.lower_, preposition.head.lemma_
    return (verb == "be" and word in ("in", "on", "at", "under")) or (word == "under" and verb in ("come", "remain"))
