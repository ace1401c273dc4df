"""The small layers on the vectors of words: scores of a word alone, and of two words with what is known of the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graphbuilder.reader.encoder import gelu
from graphbuilder.reader.words import Numbers

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]


@dataclass(frozen=True)
class Heads:
    """All layers but the encoder, by the names that `training/network.py` gives them."""

    weights: Weights
    paths: Mapping[str, int]

    @cached_property
    def longest(self) -> int:
        """Words of a mention, at most."""
        return len(self.weights["length"])

    def word(self, name: str, h: Floats) -> Floats:
        """Scores of each word: [words, values]."""
        return self._linear(f"{name}.second", _gelu(self._linear(f"{name}.first", h)))

    def pair(self, name: str, a: Floats, b: Floats, facts: Numbers) -> Floats:
        """Scores of each of some words with each of others: [a, b, values]."""
        w = self.weights
        z = self._linear(f"{name}.left", a)[:, None] + (b @ w[f"{name}.right.weight"].T)[None, :]
        alike = self._linear(f"{name}.left_like", a)[:, None] * self._linear(f"{name}.right_like", b)[None, :]
        z = z + alike @ w[f"{name}.like.weight"].T
        for at in range(facts.shape[-1]):
            z += w[f"{name}.tables.{at}.weight"][facts[..., at]]
        return self._linear(f"{name}.out", _gelu(z))

    def starts(self, h: Floats, ends: Numbers) -> Numbers:
        """The first word of the mentions that end at some words."""
        lengths = np.arange(self.longest)
        at = ends[:, None] - lengths[None, :]
        first, last = self._linear("start", h), self._linear("end", h)
        scores = (last[ends][:, None] * first[np.maximum(at, 0)]).sum(-1) / np.sqrt(first.shape[1])
        scores = np.where(at < 0, -1e4, scores + self.weights["length"])
        return (ends - scores.argmax(1)).astype(np.int32)

    def _linear(self, name: str, x: Floats) -> Floats:
        found: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return found


def spans(h: Floats, firsts: Numbers, lasts: Numbers) -> Floats:
    """A vector for each span: its first and its last word."""
    return np.concatenate([h[firsts], h[lasts]], -1)


def softmax(scores: Floats) -> Floats:
    """Probabilities of scores along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = powers / powers.sum(-1, keepdims=True)
    return found


def sigmoid(scores: Floats) -> Floats:
    """The probability of each score."""
    found: Floats = 1 / (1 + np.exp(-scores))
    return found


def _gelu(x: Floats) -> Floats:
    gelu(x.reshape(-1, x.shape[-1]))
    return x
