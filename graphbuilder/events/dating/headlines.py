"""Which day a headline and a lead are of, where the lead tells several, or leaves its day to what follows."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from graphbuilder.syntax.tree import dependents

Times = tuple[str, ...]

#: Words of a headline that a clause must repeat to be what it tells.
_SHARED = 2
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


def _clause(verb: Token) -> Iterable[Token]:
    """The words of a clause without those below it."""
    yield verb
    for child in dependents(verb):
        if child.dep_ not in _CLAUSES:
            yield from child.subtree


def _words(words: Iterable[Token]) -> frozenset[str]:
    """The verbs and nouns that say what it is; names stand in every clause."""
    return frozenset(word.lemma_.lower() for word in words if word.pos_ in ("NOUN", "VERB"))
