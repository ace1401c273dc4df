"""Where given words stand in a Doc, found all at once: asking every token costs as much as half of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

from graphbuilder.syntax.tree import once_a_doc


def positions(doc: Doc, words: frozenset[str], attribute: str = "ORTH") -> Sequence[int]:
    """Where one of the words stands: as it is written (ORTH), in lower case (LOWER) or as a lemma (LEMMA)."""
    if not words:
        return []
    column, wanted = _COLUMNS[attribute](doc), _hashes(words)
    nearest = wanted[np.minimum(np.searchsorted(wanted, column), len(wanted) - 1)]
    return np.flatnonzero(nearest == column).tolist()


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of tokens `start` to `end` (excluded), all of the Doc: a slice of it takes several times as long."""
    if end - start == 1:
        return doc[start].text
    return "".join([doc[at].text_with_ws for at in range(start, end - 1)]) + doc[end - 1].text if start < end else ""


def head_of(doc: Doc, start: int, end: int) -> int:
    """The index of the head of tokens `start` to `end` (excluded)."""
    return start if end - start == 1 else doc[start:end].root.i


def _column(attribute: str, doc: Doc) -> NDArray[np.uint64]:
    """The word of each token of a Doc as spaCy's number for it."""
    return np.asarray(doc.to_array(attribute), dtype=np.uint64)


_COLUMNS = {attribute: once_a_doc(partial(_column, attribute)) for attribute in ("ORTH", "LOWER", "LEMMA")}


@lru_cache(maxsize=64)
def _hashes(words: frozenset[str]) -> NDArray[np.uint64]:
    """The numbers of some words, in order."""
    return np.sort(np.array([get_string_id(word) for word in words], dtype=np.uint64))
