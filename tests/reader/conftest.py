"""An encoder of two layers with random weights, written to a file as a taught one is."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

#: A vocabulary of 40 pieces.
SPELLED = (
    "[PAD] [UNK] [CLS] [SEP] . , - ’ $ – a b c d ##a ##b ##c ##d bucharest based ##est bucha ##re zurich annexe ##x"
    " annex 東 京 2008 20 ##08 o ##o £ strasse ? ! ; ss"
)
VOCABULARY = SPELLED.split()
WIDTH, INNER, PIECES, PLACES, HEADS, LAYERS = 128, 256, 40, 64, 4, 2


@pytest.fixture(scope="session")
def export(root):
    """What writes weights (`training/export.py`)."""
    spec = importlib.util.spec_from_file_location("training_export", root / "training" / "export.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shapes():
    yield "embeddings.word_embeddings.weight", (PIECES, WIDTH)
    yield "embeddings.position_embeddings.weight", (PLACES, WIDTH)
    yield "embeddings.token_type_embeddings.weight", (2, WIDTH)
    yield from norm("embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            yield from linear(name + part, WIDTH, WIDTH)
        yield from norm(f"{name}attention.output.LayerNorm")
        yield from linear(f"{name}intermediate.dense", INNER, WIDTH)
        yield from linear(f"{name}output.dense", WIDTH, INNER)
        yield from norm(f"{name}output.LayerNorm")


def linear(name, rows, columns):
    yield f"{name}.weight", (rows, columns)
    yield f"{name}.bias", (rows,)


def norm(name):
    yield f"{name}.weight", (WIDTH,)
    yield f"{name}.bias", (WIDTH,)


@pytest.fixture(scope="session")
def tensors():
    rng = np.random.default_rng(1)
    return {name: rng.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes()}


@pytest.fixture(scope="session")
def vocabulary():
    assert len(VOCABULARY) == PIECES
    return VOCABULARY


@pytest.fixture
def path(tmp_path, export, tensors):
    """A whole file of weights."""
    export.write_weights(tmp_path / "reader.weights", tensors, VOCABULARY, HEADS)
    return tmp_path / "reader.weights"
