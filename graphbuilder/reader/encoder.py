"""Which vector a word piece has where it stands in a window, by a small BERT encoder in numpy.

Weights are stored in eight bits and multiplied out when they are loaded; all computing is done in 32 bits. Windows are
read one by one and nothing is padded, so a window's vectors depend on that window alone, not on what is read with it.
The work lies in the matrix products of each layer; the last one computes only the vectors that are asked for. What
stands between the products is written into arrays that are made once a call: with fresh ones a third of the time goes
into asking the system for memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count, takewhile

import numpy as np

from graphbuilder.parallel.threads import one_thread
from graphbuilder.reader.weights import Floats, Numbers, Weights

#: GELU in its tanh form, x·logistic(A·x + B·x³), as torch has it by approximate="tanh": fewer steps than the exact one.
_A, _B = np.float32(1.5957691), np.float32(0.07135481)
#: Numbers that are worked on together, so that they stay in the processor's cache.
_TOGETHER = 24_576
#: Scores of attention that are no farther from 0 have powers of e that 32 bits hold, with all that is made of them.
_STEEP = 70
_TINY = np.float32(1e-12)


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once: the numbers of its word pieces, with those that open and close a text."""

    pieces: Numbers
    added: Floats | None = None
    """What is added to the vector of each piece before the first layer: what is known of its word."""
    asked: Numbers | None = None
    """The places of the pieces whose vectors are asked for; None for all."""


@dataclass(frozen=True, slots=True)
class _Linear:
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats, out: Floats) -> None:
        np.matmul(x, self.weight, out=out)
        out += self.bias


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats, out: Floats) -> None:
        """Each row with mean 0 and variance 1, then stretched and moved; `x` is used up."""
        mean = np.full(x.shape[1], 1 / x.shape[1], np.float32)  # the product with it is the mean of each row
        x -= (x @ mean)[:, None]
        np.multiply(x, x, out=out)
        x /= np.sqrt(out @ mean + _TINY)[:, None]
        np.multiply(x, self.weight, out=out)
        out += self.bias


@dataclass(frozen=True, slots=True)
class _Layer:
    queries: _Linear
    """Already scaled."""
    known: _Linear
    """To the keys and the values, side by side."""
    attended: _Linear
    attended_norm: _Norm
    inner: _Linear
    outer: _Linear
    outer_norm: _Norm


class _Scratch:
    """Arrays to compute in, large enough for the longest window of a call."""

    def __init__(self, length: int, width: int, inner: int) -> None:
        self.queries = np.empty((length, width), np.float32)
        self.known = np.empty((length, 2 * width), np.float32)
        self.attended = np.empty((length, width), np.float32)
        self.sum = np.empty((length, width), np.float32)
        self.scores = np.empty(length * length, np.float32)
        self.inner = np.empty((length, inner), np.float32)


class Encoder:
    """A BERT encoder of one layer or more; its tensors bear the names that BERT gives them.

    Args:
        weights: a file of weights that was read; its header says how many `heads` attention has.
        prefix: what the names of the encoder's tensors begin with.
    """

    def __init__(self, weights: Weights, prefix: str = "") -> None:
        self._weights = weights
        self._table = f"{prefix}embeddings.word_embeddings.weight"
        kind = weights.full(f"{prefix}embeddings.token_type_embeddings.weight")[0]
        self._places = weights.full(f"{prefix}embeddings.position_embeddings.weight") + kind
        self._heads = int(weights.about["heads"])
        self._norm = _norm(weights, f"{prefix}embeddings.LayerNorm")
        names = takewhile(
            lambda name: f"{name}output.dense.weight" in weights.tensors,
            (f"{prefix}encoder.layer.{number}." for number in count()),
        )
        self._layers = tuple(_layer(weights, name, self.width // self._heads) for name in names)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self._places.shape[1])

    @property
    def longest(self) -> int:
        """How many word pieces a window may have."""
        return int(self._places.shape[0])

    def __call__(self, windows: Iterable[Window]) -> list[Floats]:
        """For each window, a vector for each of its pieces that are asked for: [pieces, width].

        Raises:
            ValueError: a window is longer than `longest`.
        """
        given = list(windows)
        length = max((len(window.pieces) for window in given), default=0)
        if length > self.longest:
            raise ValueError(f"a window has {length} word pieces; cut the text into windows of at most {self.longest}")
        scratch = _Scratch(length, self.width, max(layer.inner.bias.size for layer in self._layers))
        with one_thread():
            return [self._read(window, scratch) for window in given]

    def _read(self, window: Window, scratch: _Scratch) -> Floats:
        size = len(window.pieces)
        total, state = scratch.sum[:size], np.empty((size, self.width), np.float32)
        np.add(self._weights.rows(self._table, window.pieces), self._places[:size], out=total)
        if window.added is not None:
            total += window.added
        self._norm(total, state)
        *others, last = self._layers
        for layer in others:
            self._through(layer, state, state, scratch)
        asked = state if window.asked is None else state[window.asked]
        self._through(last, state, asked, scratch)
        return asked

    def _through(self, layer: _Layer, state: Floats, asked: Floats, scratch: _Scratch) -> None:
        """One layer: some vectors of a window, or all, are replaced by those that come out; `state` has all."""
        many, size = len(asked), len(state)
        queries, known = scratch.queries[:many], scratch.known[:size]
        attended, total, inner = scratch.attended[:many], scratch.sum[:many], scratch.inner[:many]
        layer.queries(asked, queries)
        layer.known(state, known)
        self._attend(queries, known, scratch.scores[: many * size].reshape(many, size), attended)
        layer.attended(attended, total)
        total += asked
        layer.attended_norm(total, asked)
        layer.inner(asked, inner)
        gelu(inner)
        layer.outer(inner, total)
        total += asked
        layer.outer_norm(total, asked)

    def _attend(self, queries: Floats, known: Floats, scores: Floats, out: Floats) -> None:
        """For each head, the values of all pieces by how well their keys fit the query (softmax)."""
        step = self.width // self._heads
        keys, values = np.split(known, 2, axis=1)
        ones = np.ones(len(known), np.float32)  # the product with them is the sum of each row
        for low in range(0, self.width, step):
            head = slice(low, low + step)
            np.matmul(queries[:, head], keys[:, head].T, out=scores)
            powers(scores)
            np.matmul(scores, values[:, head], out=out[:, head])
            out[:, head] /= (scores @ ones)[:, None]


def powers(scores: Floats) -> None:
    """What each score weighs in its row, in place: e to the power of it, up to a factor of the row.

    The factor is 1 where 32 bits hold all powers; else it makes the greatest power of each row 1.
    """
    if max(np.maximum.reduce(scores, None, initial=0), -np.minimum.reduce(scores, None, initial=0)) > _STEEP:
        scores -= np.maximum.reduce(scores, axis=1, keepdims=True)
    np.exp(scores, out=scores)


def gelu(x: Floats) -> None:
    """GELU of each number of a matrix, in place; the layers after the encoder use it too."""
    rows = max(1, _TOGETHER // x.shape[1])
    scratch = np.empty((rows, x.shape[1]), np.float32)
    with np.errstate(over="ignore"):  # an infinite power is that of a far negative number, which becomes zero
        for low in range(0, len(x), rows):
            some = x[low : low + rows]
            power = scratch[: len(some)]
            np.multiply(some, some, out=power)
            power *= -_B
            power -= _A
            power *= some
            np.exp(power, out=power)
            power += np.float32(1)
            some /= power


def _layer(weights: Weights, name: str, head: int) -> _Layer:
    query, key, value = (_linear(weights, f"{name}attention.self.{part}") for part in ("query", "key", "value"))
    scale = np.float32(head**-0.5)
    return _Layer(
        queries=_Linear(query.weight * scale, query.bias * scale),
        known=_Linear(
            np.concatenate([key.weight, value.weight], axis=1),
            np.concatenate([key.bias, value.bias]),
        ),
        attended=_linear(weights, f"{name}attention.output.dense"),
        attended_norm=_norm(weights, f"{name}attention.output.LayerNorm"),
        inner=_linear(weights, f"{name}intermediate.dense"),
        outer=_linear(weights, f"{name}output.dense"),
        outer_norm=_norm(weights, f"{name}output.LayerNorm"),
    )


def _linear(weights: Weights, name: str) -> _Linear:
    return _Linear(np.ascontiguousarray(weights.full(f"{name}.weight").T), weights.full(f"{name}.bias"))


def _norm(weights: Weights, name: str) -> _Norm:
    return _Norm(weights.full(f"{name}.weight"), weights.full(f"{name}.bias"))
