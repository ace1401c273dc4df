"""The small layers compute what `training/network.py` does, in whatever blocks."""

from __future__ import annotations

import math

import numpy as np
import pytest

from graphbuilder.reader import heads as module
from graphbuilder.reader.heads import Heads, sigmoid, softmax, spans
from graphbuilder.reader.pairs import MENTIONS

WIDTH = 6


@pytest.fixture(scope="module")
def random_heads(blank_heads):
    rng = np.random.default_rng(5)
    return Heads({name: rng.normal(0, 0.5, of.shape).astype(np.float32) for name, of in blank_heads(WIDTH).items()}, {})


def vectors(rows, width=WIDTH, seed=6):
    return np.random.default_rng(seed).normal(0, 1, (rows, width)).astype(np.float32)


def linear(heads, name, x):
    bias = heads.tensors.get(f"{name}.bias", np.float32(0))
    return heads.tensors[f"{name}.weight"].astype(np.float64) @ x + bias


def gelu(x):
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def test_a_word_alone(random_heads):
    h = vectors(5)
    found = random_heads.word("worth", h)
    assert found.shape == (5, 4)
    for row, x in zip(found, h, strict=True):
        expected = linear(random_heads, "worth.second", gelu(linear(random_heads, "worth.first", x)))
        assert np.abs(row - expected).max() < 0.005  # how far the tanh form of GELU is from the exact one


def facts_of(a, b):
    rng = np.random.default_rng(7)
    return np.stack([rng.integers(0, size, (a, b)) for size in MENTIONS], axis=-1).astype(np.int16)


def test_two_words(random_heads):
    a, b, facts = vectors(3, 2 * WIDTH), vectors(4, 2 * WIDTH, seed=8), facts_of(3, 4)
    found = random_heads.pair("same", a, b, facts)
    assert found.shape == (3, 4, 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            inner = linear(random_heads, "same.left", x) + linear(random_heads, "same.right", y)
            alike = linear(random_heads, "same.left_like", x) * linear(random_heads, "same.right_like", y)
            inner = inner + linear(random_heads, "same.like", alike)
            for at in range(len(MENTIONS)):
                inner = inner + random_heads.tensors[f"same.tables.{at}.weight"][facts[i, j, at]]
            assert abs(found[i, j] - linear(random_heads, "same.out", gelu(inner))) < 0.005


@pytest.mark.parametrize("pairs", [1, 9, 40])
def test_blocks_give_the_same_bytes(random_heads, monkeypatch, pairs):
    a, b, facts = vectors(11, 2 * WIDTH), vectors(9, 2 * WIDTH, seed=8), facts_of(11, 9)
    whole = random_heads.pair("same", a, b, facts)
    monkeypatch.setattr(module, "_PAIRS", pairs)
    assert random_heads.pair("same", a, b, facts).tobytes() == whole.tobytes()


@pytest.mark.parametrize(("a", "b"), [(0, 3), (3, 0), (0, 0)])
def test_no_pairs_have_no_scores(random_heads, a, b):
    found = random_heads.pair("same", vectors(a, 2 * WIDTH), vectors(b, 2 * WIDTH), facts_of(a, b))
    assert found.shape == (a, b, 1)


def test_first_words_of_mentions(random_heads):
    h = vectors(30)
    lasts = np.arange(30, dtype=np.int32)
    found = random_heads.starts(h, lasts)
    of_length = random_heads.tensors["length"]
    for last, first in zip(lasts, found, strict=True):
        end = linear(random_heads, "end", h[last])
        scores = {
            at: end @ linear(random_heads, "start", h[at]) / math.sqrt(len(end)) + of_length[last - at]
            for at in range(max(0, last - len(of_length) + 1), last + 1)
        }
        assert first == max(scores, key=scores.get)
    assert len({last - first for last, first in zip(lasts, found, strict=True)}) > 3


def test_a_mention_does_not_begin_before_the_document(blank_heads):
    tensors = blank_heads(WIDTH)
    tensors["length"][2] = 5  # three words, if there are three
    assert Heads(tensors, {}).starts(vectors(4), np.arange(4, dtype=np.int32)).tolist() == [0, 1, 0, 1]


def lengths(sketches):
    return [np.linalg.norm(np.frombuffer(one, np.int8).astype(float)) / 127 for one in sketches]


def test_a_sketch_is_a_direction_of_length_one(random_heads):
    found = random_heads.sketches(vectors(20))
    assert {len(one) for one in found} == {32}
    assert lengths(found) == pytest.approx([1] * 20, abs=0.03)
    assert len(set(found)) == 20


def test_a_sketch_is_what_the_directions_say(random_heads):
    h = vectors(3)
    for sketch, x in zip(random_heads.sketches(h), h, strict=True):
        few = random_heads.tensors["sketch.weight"] @ (x - random_heads.tensors["sketch.mean"])
        assert np.abs(np.frombuffer(sketch, np.int8) / 127 - few / np.linalg.norm(few)).max() < 0.01


def test_how_far_from_the_mean_a_vector_is_does_not_count(random_heads):
    mean, away = random_heads.tensors["sketch.mean"], vectors(1)
    near, far, behind = (
        np.frombuffer(random_heads.sketches(mean + factor * away)[0], np.int8).astype(int) for factor in (0.5, 8, -1)
    )
    assert np.abs(near - far).max() <= 1
    assert np.abs(near + behind).max() <= 1


def test_the_mean_itself_has_no_direction(random_heads):
    assert random_heads.sketches(random_heads.tensors["sketch.mean"][None]) == [bytes(32)]
    assert random_heads.sketches(vectors(0)) == []


def test_a_span_is_its_first_and_its_last_word():
    h = vectors(4)
    firsts, lasts = np.array([0, 2], np.int32), np.array([1, 2], np.int32)
    assert np.array_equal(spans(h, firsts, lasts), [[*h[0], *h[1]], [*h[2], *h[2]]])


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([0, 0], [0.5, 0.5]), ([math.log(3), 0], [0.75, 0.25]), ([1000, 0], [1, 0]), ([-1000, -1000], [0.5, 0.5])],
)
def test_softmax(scores, expected):
    assert np.allclose(softmax(np.array([scores], np.float32)), [expected])


@pytest.mark.parametrize(("score", "expected"), [(0, 0.5), (math.log(3), 0.75), (1000, 1), (-1000, 0)])
def test_sigmoid(score, expected):
    found = sigmoid(np.array([score], np.float32))
    assert found.dtype == np.float32
    assert np.allclose(found, expected)
