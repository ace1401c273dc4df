"""What hangs on a word in spaCy's parse, read once a Doc: rules ask for it again and again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.symbols import conj, parataxis
from spacy.tokens import Doc, Token


def dependents(token: Token) -> Sequence[Token]:
    """The words that hang directly on a word, in text order: what `Token.children` gives, in a third of its time.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> doc = load_plain()("Romania hosted the summit.")
    >>> [child.text for child in dependents(doc[1])]
    ['Romania', 'summit', '.']
    """
    doc, below = _latest
    return (below if doc is token.doc else all_dependents(token.doc))[token.i]


def conjuncts(token: Token) -> Sequence[Token]:
    """The words that are joined to a word by "and": what `Token.conjuncts` gives, at once where there are none.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> doc = load_plain()("Romania and Poland hosted the summit.")
    >>> [other.text for other in conjuncts(doc[0])], [other.text for other in conjuncts(doc[5])]
    (['Poland'], [])
    """
    return token.conjuncts if token.i in _joined(token.doc) else ()


def sentence_start(token: Token) -> int:
    """The index of the first word of a sentence: what `Token.sent.start` gives, without looking for it.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> sentence_start(load_plain()("Rain fell. Romania hosted it.")[5])
    3
    """
    return _starts(token.doc)[token.i]


@lru_cache(maxsize=4)
def _starts(doc: Doc) -> Sequence[int]:
    """For each token of a Doc the first of its sentence."""
    begins = doc.to_array("SENT_START") == 1
    begins[:1] = True
    starts: list[int] = np.maximum.accumulate(np.where(begins, np.arange(len(doc)), 0)).tolist()
    return starts


@lru_cache(maxsize=4)
def interrupted(doc: Doc) -> frozenset[int]:
    """The words (indices) with a clause put in beside them: "knew" of "Roe knew of it, the bank said, and left".

    >>> from graphbuilder.pipeline.load import load_plain
    >>> interrupted(load_plain()("Romania hosted the summit."))
    frozenset()
    """
    heads, places = _columns(doc)
    return frozenset(heads[places == parataxis].tolist())


@lru_cache(maxsize=4)
def _joined(doc: Doc) -> frozenset[int]:
    """The words (indices) that are joined to others."""
    heads, places = _columns(doc)
    below = np.flatnonzero(places == conj)
    return frozenset({*below.tolist(), *heads[below].tolist()})


#: The Doc that was read last, and for each of its tokens what hangs on it: rules go through one Doc after the other.
_latest: tuple[Doc | None, Sequence[Sequence[Token]]] = (None, ())


def all_dependents(doc: Doc) -> Sequence[Sequence[Token]]:
    """For each token of a Doc what hangs on it; those of the last Doc are kept. The parse must not change any more.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> [[child.text for child in below] for below in all_dependents(load_plain()("Romania hosted it"))]
    [[], ['Romania', 'it'], []]
    """
    global _latest  # one look-up less than in a cache, for what is asked most often of all
    latest, below = _latest
    if latest is not doc:
        below = _hanging(doc)
        _latest = (doc, below)
    return below


def _hanging(doc: Doc) -> Sequence[Sequence[Token]]:
    below: list[Any] = [()] * len(doc)  # no list for the many words on which nothing hangs
    heads = _columns(doc)[0].tolist()
    for token, head in zip(doc, heads, strict=True):
        if below[head]:
            below[head].append(token)
        else:
            below[head] = [token]
    for at in _roots(doc):
        below[at].remove(doc[at])  # which would hang on itself
    return below


def _roots(doc: Doc) -> list[int]:
    roots: list[int] = np.flatnonzero(_columns(doc)[0] == np.arange(len(doc))).tolist()
    return roots


@lru_cache(maxsize=4)
def _columns(doc: Doc) -> tuple[Any, Any]:
    """For each token of a Doc the index of its head, and its place there as spaCy's number for it."""
    columns = doc.to_array(["HEAD", "DEP"])
    return np.arange(len(doc)) + columns[:, 0].astype("int64"), columns[:, 1]
