"""What hangs on a word in spaCy's parse, and what else is asked of a Doc again and again: read once, kept with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import numpy as np
from spacy.symbols import conj
from spacy.tokens import Doc, Token

Fact = TypeVar("Fact")

#: Where a Doc keeps its tree, among what spaCy lets users keep with it.
_KEY = "graphbuilder"


class Tree:
    """What is known of the parse of one Doc. It is made when it is first asked for; the parse must not change any more.

    `below` holds for each token what hangs on it, in text order. `facts` holds the values of functions that are
    `once_a_doc`.
    """

    __slots__ = ("below", "facts")

    def __init__(self, doc: Doc) -> None:
        self.below = _hanging(doc)
        self.facts: dict[object, Any] = {}


def tree_of(doc: Doc) -> Tree:
    """The tree of a Doc, which the Doc keeps until it is told to forget it."""
    tree: Tree | None = doc.user_data.get(_KEY)
    if tree is None:
        tree = doc.user_data[_KEY] = Tree(doc)
    return tree


def forget(doc: Doc) -> None:
    """Let go of the tree of a Doc: its tokens hold the Doc, which would otherwise outlive its use."""
    doc.user_data.pop(_KEY, None)


def once_a_doc(function: Callable[[Doc], Fact]) -> Callable[[Doc], Fact]:
    """A function of a Doc that is called once for each Doc: its value is kept in the tree of the Doc.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> @once_a_doc
    ... def names(doc):
    ...     return [token.text for token in doc if token.pos_ == "PROPN"]
    >>> doc = load_plain()("Romania and Poland hosted the summit.")
    >>> names(doc), names(doc) is names(doc)
    (['Romania', 'Poland'], True)
    """

    @wraps(function)
    def kept(doc: Doc) -> Fact:
        facts = tree_of(doc).facts
        if function not in facts:
            facts[function] = function(doc)
        value: Fact = facts[function]
        return value

    return kept


def dependents(token: Token) -> Sequence[Token]:
    """The words that hang directly on a word, in text order: what `Token.children` gives, in a third of its time.

    >>> from graphbuilder.pipeline.load import load_plain
    >>> doc = load_plain()("Romania hosted the summit.")
    >>> [child.text for child in dependents(doc[1])]
    ['Romania', 'summit', '.']
    """
    tree: Tree | None = token.doc.user_data.get(_KEY)  # asked most often of all: no call more than needed
    return (tree or tree_of(token.doc)).below[token.i]


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


@once_a_doc
def _starts(doc: Doc) -> Sequence[int]:
    """For each token of a Doc the first of its sentence."""
    begins = doc.to_array("SENT_START") == 1
    begins[:1] = True
    starts: list[int] = np.maximum.accumulate(np.where(begins, np.arange(len(doc)), 0)).tolist()
    return starts


@once_a_doc
def _joined(doc: Doc) -> frozenset[int]:
    """The words (indices) that are joined to others."""
    heads, places = _columns(doc)
    below = np.flatnonzero(places == conj)
    return frozenset({*below.tolist(), *heads[below].tolist()})


def _hanging(doc: Doc) -> Sequence[Sequence[Token]]:
    below: list[Any] = [()] * len(doc)  # no list for the many words on which nothing hangs
    heads = _columns(doc)[0]
    for token, head in zip(doc, heads.tolist(), strict=True):
        if below[head]:
            below[head].append(token)
        else:
            below[head] = [token]
    for at in np.flatnonzero(heads == np.arange(len(doc))).tolist():
        below[at].remove(doc[at])  # a root would hang on itself
    return below


def _columns(doc: Doc) -> tuple[Any, Any]:
    """For each token of a Doc the index of its head, and its place there as spaCy's number for it."""
    columns = doc.to_array(["HEAD", "DEP"])
    return np.arange(len(doc)) + columns[:, 0].astype("int64"), columns[:, 1]
