"""How alike articles are by their words (`compare.words`): by these they are of one affair or not.

What an article has in common with all others is counted along its words, from each to those that have it, and not
article by article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graphbuilder.resolve.compare.words import weighted

#: A word that more articles have says nothing of which of them are nearest, and would cost each a look at all.
_HOLDERS = 1000
#: So many pairs of articles are remembered.
_PAIRS = 1 << 16


class Articles:
    """The words of articles, each with its weight, as two rows of numbers; of each its sentences are given."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        self.documents = sorted(texts)
        """Their order in `cosines`."""
        self._place = {document: place for place, document in enumerate(self.documents)}
        seen: dict[str, int] = {}
        vectors = [self._vector(texts[document], seen) for document in self.documents]
        alphabetic = np.empty(len(seen), np.intp)
        alphabetic[[seen[stem] for stem in sorted(seen)]] = np.arange(len(seen))
        self._vectors = [(alphabetic[words], weights) for words, weights in vectors]
        words = np.concatenate([np.empty(0, np.intp), *(words for words, _ in self._vectors)])
        by_word = np.argsort(words, kind="stable")
        self._holders = np.repeat(np.arange(len(vectors)), [len(words) for words, _ in vectors])[by_word]
        """The articles that have the first word, then those that have the second one, and so on."""
        self._weights = np.concatenate([np.empty(0), *(weights for _, weights in vectors)])[by_word]
        self._many = np.bincount(words, minlength=len(seen))
        self._ends = np.cumsum(self._many)
        self.alike = lru_cache(_PAIRS)(self._alike)
        """How alike two documents are: the cosine of their words."""

    @staticmethod
    def _vector(texts: Iterable[str], seen: dict[str, int]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The words of an article by the order in which they were first seen, and their weights."""
        vector = weighted(texts)
        words = [seen.setdefault(stem, len(seen)) for stem in vector]
        return np.array(words, np.intp), np.array([*vector.values()], np.float64)

    def _alike(self, left: str, right: str) -> float:
        (words, weights), (others, their) = (self._vectors[self._place[document]] for document in (left, right))
        found = np.searchsorted(words, others)
        found[found == len(words)] = 0
        common = words[found] == others if len(words) else np.zeros(len(others), bool)
        return float(weights[found[common]] @ their[common])

    def cosines(self, document: str) -> NDArray[np.float64]:
        """How alike a document is to each of `documents`, by the words that not very many have."""
        words, weights = self._vectors[self._place[document]]
        telling = self._many[words] <= _HOLDERS
        words, weights = words[telling], weights[telling]
        many = self._many[words]
        ends = np.cumsum(many)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self._ends[words] - ends, many)
        products = self._weights[places] * np.repeat(weights, many)
        return np.bincount(self._holders[places], products, len(self.documents)).astype(np.float64)
