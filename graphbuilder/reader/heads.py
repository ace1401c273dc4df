"""How the small layers on the vectors of words score: a word alone, or two words with what is known of the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graphbuilder.reader.encoder import gelu
from graphbuilder.reader.weights import Facts, Floats, Numbers

#: Pairs that are worked on together, so that their arrays stay in the processor's cache.
_PAIRS = 1 << 11
#: Rows of a table that stands for several, at most: picking one row is faster than adding up many.
_JOINT = 512
#: The score of what cannot be.
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Heads:
    """All layers but the encoder, by the names that `training/network.py` gives them."""

    tensors: Mapping[str, Floats]
    paths: Mapping[str, int]
    """The numbers of the paths of the parse that were learned; 0 is any other one."""

    def word(self, name: str, h: Floats) -> Floats:
        """Scores of each word: [words, values]."""
        inner = self._linear(f"{name}.first", h)
        gelu(inner)
        return self._linear(f"{name}.second", inner)

    def pair(self, name: str, a: Floats, b: Floats, facts: Facts, earlier: bool = False) -> Floats:
        """Scores of each of some words with each of others: [a, b, values]; `facts` [a, b, tables] pick rows of tables.

        Cut into blocks of rows, which gives the same bytes as all at once. Where only `earlier` ones are asked for,
        each is scored with those before it; what else stands in its row says nothing.
        """
        left, right = self._linear(f"{name}.left", a), b @ self.tensors[f"{name}.right.weight"].T
        left_like, right_like = self._linear(f"{name}.left_like", a), self._linear(f"{name}.right_like", b)
        like = self.tensors[f"{name}.like.weight"].T
        tables = _joint([self.tensors[f"{name}.tables.{at}.weight"] for at in range(facts.shape[-1])])
        scores = np.full((len(a), len(b), len(self.tensors[f"{name}.out.bias"])), _NEVER, np.float32)
        step = max(1, _PAIRS // max(1, len(b)))
        for low in range(0, len(a), step):
            some = slice(low, low + step)
            others = slice(low + step if earlier else None)
            inner = left[some, None] + right[None, others]
            inner += (left_like[some, None] * right_like[None, others]) @ like
            for steps, table in tables:
                inner += table.take(facts[some, others] @ steps, 0)
            gelu(inner.reshape(-1, inner.shape[-1]))
            scores[some, others] = self._linear(f"{name}.out", inner)
        return scores

    def starts(self, h: Floats, lasts: Numbers) -> Numbers:
        """The first word of the mentions that end at some words."""
        of_length = self.tensors["length"]
        firsts = lasts[:, None] - np.arange(len(of_length))[None, :]
        start, end = self._linear("start", h), self._linear("end", h)
        scores = (end[lasts][:, None] * start[np.maximum(firsts, 0)]).sum(-1) / np.sqrt(start.shape[1])
        scores = np.where(firsts < 0, _NEVER, scores + of_length)
        found: Numbers = (lasts - scores.argmax(1)).astype(np.int32)
        return found

    def sketches(self, h: Floats) -> list[bytes]:
        """For each vector its direction in few dimensions, as signed bytes."""
        few = (h - self.tensors["sketch.mean"]) @ self.tensors["sketch.weight"].T
        length = np.maximum(np.sqrt((few * few).sum(1, keepdims=True)), np.float32(1e-6))
        return [row.tobytes() for row in np.rint(few / length * 127).astype(np.int8)]

    def _linear(self, name: str, x: Floats) -> Floats:
        found: Floats = x @ self.tensors[f"{name}.weight"].T + self.tensors[f"{name}.bias"]
        return found


def _joint(tables: Sequence[Floats]) -> list[tuple[Facts, Floats]]:
    """Sums of rows of neighbouring tables as one table: what each fact counts for the number of a row; the rows."""
    found: list[tuple[Facts, Floats]] = []
    for at, table in enumerate(tables):
        steps, sums = np.zeros(len(tables), np.int16), table[:1] * 0
        if found and len(found[-1][1]) * len(table) <= _JOINT:
            steps, sums = found.pop()
            steps *= len(table)
        steps[at] = 1
        found.append((steps, (sums[:, None] + table).reshape(-1, table.shape[1])))
    return found


def spans(h: Floats, firsts: Numbers, lasts: Numbers) -> Floats:
    """A vector for each span: those of its first and of its last word."""
    return np.concatenate([h[firsts], h[lasts]], -1)


def softmax(scores: Floats) -> Floats:
    """The probability of each value, of the scores along the last axis."""
    powers: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = powers / powers.sum(-1, keepdims=True)
    return found


def sigmoid(scores: Floats) -> Floats:
    """The probability of each score."""
    with np.errstate(over="ignore"):  # the power of a score far below zero is infinite, its probability zero
        powers: Floats = np.exp(-scores)
    found: Floats = np.float32(1) / (np.float32(1) + powers)
    return found
