"""Files of weights: what was written is read, and what is not as it should be is refused with the remedy."""

from __future__ import annotations

import json

import numpy as np
import pytest

import graphbuilder as gb
from graphbuilder.reader.weights import VERSION, read_weights

MATRIX = "encoder.layer.1.output.dense.weight"
TABLE = "embeddings.word_embeddings.weight"


def test_what_was_written_is_read(path, tensors, vocabulary):
    weights = read_weights(path)
    assert weights.about == {"heads": "4", "version": str(VERSION)}
    assert weights.vocabulary == vocabulary
    assert set(tensors) <= set(weights.tensors)
    for name, tensor in tensors.items():
        full = weights.full(name)
        assert full.shape == tensor.shape
        assert full.dtype == np.float32
        largest = np.abs(tensor).max()
        # half a step of 127, and a little for the scale, which has 16 bits
        assert np.abs(full - tensor).max() <= (0.51 / 127 * largest if tensor.ndim == 2 else 0), name


def test_matrices_take_eight_bits(path, tensors):
    stored = read_weights(path).tensors
    assert stored[MATRIX].dtype == np.int8
    assert stored[MATRIX + ".scale"].shape == (128, 2)  # two parts of 128 numbers a row
    assert path.stat().st_size < 1.15 * sum(tensor.size for tensor in tensors.values())


def test_rows_are_those_of_the_whole(path):
    weights = read_weights(path)
    rows = np.array([3, 0, 3, 39], dtype=np.int32)
    assert np.array_equal(weights.rows(TABLE, rows), weights.full(TABLE)[rows])


@pytest.mark.parametrize(
    "row",
    [[0.0, 0.0, 0.0], [1e-9, 0.0, -1e-9], [127.0, -127.0, 1.0], [-3.0, 2.999, 0.01], [1e4, 1.0, -1e4]],
    ids=["zeros", "almost zeros", "the whole range", "both ends", "large"],
)
def test_no_number_leaves_its_range(export, row):
    matrix = np.array([row], dtype=np.float32)
    whole, scale = export.quantised(matrix)
    assert whole.min() >= -127
    assert np.abs(whole * scale.astype(np.float32) - matrix).max() <= max(0.51 / 127 * np.abs(matrix).max(), 1e-9)


def test_the_same_tensors_give_the_same_bytes(tmp_path, path, export, tensors, vocabulary):
    export.write_weights(tmp_path / "again", dict(reversed(tensors.items())), vocabulary, 4)
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def refused(path, words):
    with pytest.raises(gb.ModelNotFound, match=words) as caught:
        read_weights(path)
    assert path.name in str(caught.value)
    assert "pip install --force-reinstall graphbuilder" in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    refused(tmp_path / "reader.weights", "cannot be read")


@pytest.mark.parametrize("left", [0, 4, 8, 9, 500, 20_000, -100, -1])
def test_a_cut_file_is_refused(path, left):
    path.write_bytes(path.read_bytes()[:left])
    refused(path, "cut")


@pytest.mark.parametrize("at", [-1, -100_000, 200_000])
def test_a_changed_number_is_refused(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    refused(path, "changed")


@pytest.mark.parametrize(
    ("old", "new"), [(b'"heads": "4"', b'"heads": "8"'), (b'"shape": [128, 256]', b'"shape": [256, 128]')]
)
def test_a_changed_header_is_refused(path, old, new):
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    refused(path, "changed")


def test_another_version_is_refused(path):
    path.write_bytes(path.read_bytes().replace(b'"version": "1"', b'"version": "7"'))
    refused(path, "of version 7, not 1")


@pytest.mark.parametrize("header", [[], {"a": 1}, {"__metadata__": "old"}], ids=["list", "without", "text"])
def test_a_file_of_another_kind_is_refused(path, header):
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text)
    refused(path, "no file of the reader's weights")
