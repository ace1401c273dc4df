"""Which day a headline and a lead are of, where the lead tells several, or leaves its day to what follows."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from graphbuilder.syntax.tense import UTTERANCES
from graphbuilder.syntax.tree import dependents

Times = tuple[str, ...]

#: Words of a headline that a clause must repeat to be what it tells.
_SHARED = 2
#: What is put to the vote, and the vote on it.
MOTIONS = frozenset({"ballot", "bill", "measure", "motion", "proposal", "resolution", "vote"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "relcl"})


def day_by_words(headline: Span, told: Iterable[tuple[Token, Times]], main: Token | None) -> Times | None:
    """ "Cabinet falls after losing vote": the day on which it lost the vote, though the lead is about today.

    `told` are the verbs of the lead with their days. One that repeats words of the headline counts, where the main
    clause repeats fewer.
    """
    words = _words(headline)
    shared = 1 if main is None else max(len(words & _words(_clause(main))), 1)
    days: dict[int, Times] = {}
    for verb, times in told:
        if verb != main:
            days.setdefault(len(words & _words(_clause(verb))), times)
    most = max(days, default=0)
    return days[most] if most >= _SHARED and most > shared else None


def day_told_next(verb: Token, after: Iterable[tuple[Token, Times]]) -> Times | None:
    """ "… after the mayor lost a vote. The motion was defeated on Monday": the day of what the lead says without one.

    `after` are the verbs of the next sentence with their days; its subject is, with "the", what the lead has told.
    """
    objects = {child.lemma_.lower() for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass")}
    known = objects | MOTIONS if objects & MOTIONS else objects
    for one, times in after:
        subjects = [child for child in dependents(one) if child.dep_ == "nsubjpass"]
        if any(noun.lemma_.lower() in known and is_definite(noun) for noun in subjects):
            return times
    return None


def is_definite(noun: Token) -> bool:
    """ "The motion", "that vote"."""
    return any(child.lower_ in ("the", "that", "this") for child in noun.lefts)


def in_report(verb: Token, main: Token | None) -> bool:
    """ "It concluded in a report published on Monday": what a lead tells is of the day of the paper it stands in."""
    if main is None or verb.dep_ != "acl" or verb.head.lemma_.lower() not in UTTERANCES:
        return False
    preposition = verb.head.head
    said = preposition.head.head if preposition.head.dep_ == "ccomp" else preposition.head
    return verb.head.dep_ == "pobj" and preposition.lower_ == "in" and said == main


def _clause(verb: Token) -> Iterable[Token]:
    """The words of a clause without those below it."""
    yield verb
    for child in dependents(verb):
        if child.dep_ not in _CLAUSES:
            yield from child.subtree


def _words(words: Iterable[Token]) -> frozenset[str]:
    """The verbs and nouns that say what it is; names stand in every clause."""
    return frozenset(word.lemma_.lower() for word in words if word.pos_ in ("NOUN", "VERB"))
