"""Light verbs: nouns that denote an event together with the verb of their clause, which adds little to them.

Yes: "held talks", "took place", "is on trial". The noun is the trigger; its clause hangs at the verb (`place_of`).
"""

from __future__ import annotations

from spacy.symbols import VERB
from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import antecedent
from graphbuilder.syntax.tree import dependents

#: Verbs of those to whom it is done: "stood trial".
_FACING = frozenset({"await", "face", "stand", "undergo"})


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
    return verb.i if carried or (verb.pos == VERB and _faces(token)) else token.i


def _is_light_for(verb: Token, noun: Token) -> bool:
    """Whether a light verb leaves the telling to the noun."""
    light = verb.lemma_.lower() in event_words().light or takes_place(verb)
    return light and event_noun_of(verb) == noun


def event_noun_of(verb: Token) -> Token | None:
    """The event noun that a light verb takes as object, or passively as subject; or as subject of "took place".

    The noun may stand before its clause: "the promise made to them", "talks that were held in Oslo".
    """
    places = ("nsubj",) if takes_place(verb) else ("dobj", "nsubjpass")
    if verb.lemma_ == "give" and any(child.dep_ == "prt" for child in dependents(verb)):
        return None  # "gave up its bid"
    for child in dependents(verb):
        if child.dep_ in places:
            noun = antecedent(child, verb)
            if is_event_noun(noun) and verb.lemma_ != "pay":
                return noun
    return verb.head if _is_adnominal_participle(verb) and is_event_noun(verb.head) else None


def _is_adnominal_participle(verb: Token) -> bool:
    """Whether a verb is a participle behind its noun: "the promise made to them"."""
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")


def is_event_noun(noun: Token) -> bool:
    """Whether a noun is one that tells an event."""
    return bool({noun.lemma_.lower(), noun.lower_} & event_words().nouns.keys())


def takes_place(verb: Token) -> bool:
    """Whether a verb only says that its noun took place."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(child.dep_ == "dobj" and child.lower_ == "place" for child in dependents(verb))
    return lemma in ("occur", "happen")


def _makes_predicate(preposition: Token) -> bool:
    """Whether a preposition makes its noun the predicate: "are in talks", "was on trial", "came under attack"."""
    word, verb = preposition.lower_, preposition.head.lemma_
    return (verb == "be" and word in ("in", "on", "at", "under")) or (word == "under" and verb in ("come", "remain"))


def _faces(noun: Token) -> bool:
    """Whether a noun is the object of a verb whose subject is its patient: "faces trial"."""
    faced = noun.dep_ == "dobj" and noun.head.lemma_ in _FACING
    return faced and noun.lemma_.lower() in event_words().undergone
