"""Who or what is the subject of a verb in its own clause, and what a relative pronoun among the subjects stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
#: What spaCy calls the names of places, and what has none.
_NO_PEOPLE = frozenset({"", "FAC", "GPE", "LOC"})
_STEPS = 3


def subjects(verb: Token) -> Sequence[Token]:
    """The subjects that a verb has in its own clause, of a relative clause what it tells about.

    Yes: "ministers who met" → ministers. No: of "help" in "pledged to help".
    """
    return [antecedent(child, verb) for child in dependents(verb) if child.dep_ in SUBJECTS]


def antecedent(subject: Token, verb: Token) -> Token:
    """The antecedent of a relative pronoun ("ministers who met", "it was Iran that met them"); else the word itself."""
    if subject.lower_ not in _RELATIVES:
        return subject
    if verb.dep_ == "relcl":
        return _nearest_person(verb.head) if subject.lower_ == "who" else verb.head
    told = (child for child in verb.head.lefts if verb.dep_ == "ccomp" and child.lower_ == "it")
    cleft = verb.head.lemma_ == "be" and next(told, None) is not None
    return next((child for child in dependents(verb.head) if cleft and child.dep_ == "attr"), subject)


def _nearest_person(noun: Token) -> Token:
    """The nearest person that "who" can refer to: the fisherman, in "a fisherman from the village of Lund who died"."""
    people, above = event_words().people, noun
    if noun.ent_type_ not in _NO_PEOPLE or noun.lemma_.lower() in people:
        return noun
    for _ in range(_STEPS):
        if above.dep_ != "pobj" or above.head.dep_ != "prep":
            return noun
        above = above.head.head
        if above.lemma_.lower() in people:
            return above
    return noun
