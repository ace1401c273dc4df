"""The encoder computes what BERT is, and the same bytes whatever it is asked beside."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import numpy as np
import pytest

from graphbuilder.reader.encoder import Encoder, Window, gelu, powers
from graphbuilder.reader.weights import read_weights

RNG = np.random.default_rng(2)
TEXTS = [RNG.integers(0, 40, length).astype(np.int32) for length in (2, 64, 33, 7, 40)]


@pytest.fixture
def encoder(path):
    return Encoder(read_weights(path))


def plain(weights, pieces, heads=4, added=0.0):
    """BERT as it is written down, in 64 bits, one head after the other, with the exact GELU."""

    def tensor(name):
        return weights.full(name).astype(np.float64)

    def linear(x, name):
        return x @ tensor(f"{name}.weight").T + tensor(f"{name}.bias")

    def norm(x, name):
        x = (x - x.mean(axis=1, keepdims=True)) / np.sqrt(x.var(axis=1, keepdims=True) + 1e-12)
        return x * tensor(f"{name}.weight") + tensor(f"{name}.bias")

    def attention(q, k, v):
        scores = q @ k.T / math.sqrt(q.shape[1])
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return scores / scores.sum(axis=1, keepdims=True) @ v

    h = tensor("embeddings.word_embeddings.weight")[pieces] + added
    h += tensor("embeddings.position_embeddings.weight")[: len(pieces)]
    h = norm(h + tensor("embeddings.token_type_embeddings.weight")[0], "embeddings.LayerNorm")
    for layer in range(2):
        name = f"encoder.layer.{layer}."
        parts = [np.split(linear(h, f"{name}attention.self.{x}"), heads, axis=1) for x in ("query", "key", "value")]
        seen = np.concatenate([attention(*three) for three in zip(*parts, strict=True)], axis=1)
        h = norm(h + linear(seen, f"{name}attention.output.dense"), f"{name}attention.output.LayerNorm")
        inner = linear(h, f"{name}intermediate.dense")
        inner *= 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        h = norm(h + linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")
    return h


def test_it_computes_what_bert_is(path, encoder):
    weights = read_weights(path)
    for pieces, found in zip(TEXTS, encoder(map(Window, TEXTS)), strict=True):
        assert found.dtype == np.float32
        # 0.0005 is how far the tanh form of GELU may be from the exact one
        assert np.abs(found - plain(weights, pieces)).max() < 0.002


def test_what_is_known_of_a_word_is_added(path, encoder):
    added = RNG.normal(0, 0.5, (33, 128)).astype(np.float32)
    [found] = encoder([Window(TEXTS[2], added)])
    assert np.abs(found - plain(read_weights(path), TEXTS[2], added=added)).max() < 0.002


@pytest.mark.parametrize("asked", [[0], [1, 5, 32], [32, 5, 5], range(33), []])
def test_vectors_that_are_asked_for_are_those_of_the_whole_window(encoder, asked):
    added = RNG.normal(0, 0.5, (33, 128)).astype(np.float32)
    places = np.array(asked, np.int32)
    [some], [whole] = encoder([Window(TEXTS[2], added, places)]), encoder([Window(TEXTS[2], added)])
    assert some.dtype == np.float32
    assert some.shape == (len(places), 128)
    assert np.abs(some - whole[places]).max(initial=0) < 1e-5


@pytest.mark.parametrize("factor", [100, 1000])
def test_scores_of_any_size_are_fine(tmp_path, export, tensors, vocabulary, factor):
    """Attention that sees one piece only: the exponential function of its scores is beyond 32 bits."""
    name = "encoder.layer.0.attention.self.query.weight"
    export.write_weights(tmp_path / "steep", {**tensors, name: tensors[name] * factor}, vocabulary, 4)
    [found] = Encoder(read_weights(tmp_path / "steep"))([Window(TEXTS[2])])
    assert np.isfinite(found).all()


@pytest.mark.parametrize("size", [1, 60, 75, 100, 1e4, 1e38])
def test_powers_of_any_size_weigh_as_they_should(size):
    """In rows of which all scores are large, all far below 0, or some of each."""
    scores = np.multiply([[1, 1, 1 - 1e-4], [-1, -1, -1 + 1e-4], [-1, 0, 1], [0, 0, 0]], size).astype(np.float32)
    exact = np.exp(scores.astype(np.float64) - scores.max(axis=1, keepdims=True))
    powers(scores)
    assert np.isfinite(scores.sum(axis=1) * 1e6).all()
    shares = scores / scores.sum(axis=1, keepdims=True)
    assert np.abs(shares - exact / exact.sum(axis=1, keepdims=True)).max() < 1e-5


@pytest.mark.parametrize(
    ("number", "value"), [(-1e4, 0), (-6, 0), (-1, -0.15866), (0, 0), (1, 0.84134), (3, 2.99595), (6, 6), (1e4, 1e4)]
)
def test_gelu(number, value):
    x = np.full((70, 5), number, dtype=np.float32)
    gelu(x)
    assert np.abs(x - value).max() < 0.0005


def together(encoder, texts):
    return [found.tobytes() for found in encoder(map(Window, texts))]


def test_bytes_do_not_depend_on_what_is_read_with_a_text(encoder):
    alone = [together(encoder, [text])[0] for text in TEXTS]
    assert together(encoder, TEXTS) == alone
    assert together(encoder, TEXTS[::-1]) == alone[::-1]
    assert together(encoder, TEXTS) == alone


def test_vectors_stay_as_they_are_when_more_is_read(encoder):
    [first] = encoder([Window(TEXTS[1])])
    kept = first.copy()
    encoder(map(Window, TEXTS))
    assert np.array_equal(first, kept)


SCRIPT = """
import hashlib, sys
from pathlib import Path
import numpy as np
from graphbuilder.reader.encoder import Encoder, Window
from graphbuilder.reader.weights import read_weights
pieces = np.arange(320, dtype=np.int32) % 40
[found] = Encoder(read_weights(Path(sys.argv[1])))([Window(pieces)])
print(hashlib.sha256(found.tobytes()).hexdigest())
"""


def test_bytes_do_not_depend_on_the_number_of_threads(tmp_path, root, export, tensors, vocabulary):
    """At the size of a real window, so that the work would truly be shared out."""
    where = os.pathsep.join([str(root), *sys.path])
    places = np.tile(tensors["embeddings.position_embeddings.weight"], (5, 1))
    export.write_weights(tmp_path / "long", {**tensors, "embeddings.position_embeddings.weight": places}, vocabulary, 4)
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / "long")],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": where, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
        ).stdout
        for threads in ("1", "2", "3")
    }
    assert len(found) == 1


def test_no_text_gives_nothing(encoder):
    assert encoder([]) == []


def test_a_window_that_is_too_long_is_refused(encoder):
    assert encoder.longest == 64
    with pytest.raises(ValueError, match="has 65 word pieces; cut the text into windows of at most 64"):
        encoder([Window(np.zeros(65, dtype=np.int32))])


def test_a_prefix_names_the_encoder_in_a_larger_model(tmp_path, export, tensors, vocabulary, encoder):
    export.write_weights(
        tmp_path / "larger", {f"reader.{name}": tensor for name, tensor in tensors.items()}, vocabulary, 4
    )
    larger = Encoder(read_weights(tmp_path / "larger"), "reader.")
    assert together(larger, TEXTS) == together(encoder, TEXTS)
