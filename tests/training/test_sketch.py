"""The directions in which tellings of one event are alike; needs no torch."""

from __future__ import annotations

import json

import numpy as np
import pytest

from training import sketch
from training.export import sketch_of
from training.sketch import SKETCH, directions

WIDTH, EVENTS, TELLINGS = 48, 12, 8


@pytest.fixture(scope="module")
def told():
    """Tellings of events that differ in four places; in one other place tellings of one event differ far more."""
    rng = np.random.default_rng(2)
    centres = np.zeros((EVENTS, WIDTH))
    centres[:, :4] = rng.normal(0, 2, (EVENTS, 4))
    vectors = np.repeat(centres, TELLINGS, axis=0) + rng.normal(0, 0.2, (EVENTS * TELLINGS, WIDTH))
    vectors[:, 10] += rng.normal(0, 5, len(vectors))
    return vectors.astype(np.float32), [f"v{at // TELLINGS}" for at in range(len(vectors))]


def cosines(vectors):
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit @ unit.T


def apart(vectors, events):
    """How much more alike tellings of one event are than those of two, on average."""
    of = np.array(events)
    same = of[:, None] == of[None, :]
    alike = cosines(vectors)
    return alike[same].mean() - alike[~same].mean()


def sketched(vectors, mean, weight):
    return (vectors - mean) @ weight.T


def test_two_clouds_are_told_apart():
    rng = np.random.default_rng(3)
    vectors = rng.normal(0, 1, (200, WIDTH)).astype(np.float32)
    vectors[:100, 5] += 4
    vectors[100:, 5] -= 4
    mean, weight = directions(vectors, ["left"] * 100 + ["right"] * 100)
    first = sketched(vectors, mean, weight)[:, 0]
    assert len({*np.sign(first[:100]).tolist()}) == len({*np.sign(first[100:]).tolist()}) == 1
    assert np.sign(first[0]) != np.sign(first[100])
    assert np.abs(weight[0]).argmax() == 5


def test_tellings_of_one_event_are_more_alike_in_these_directions(told):
    vectors, events = told
    mean, weight = directions(vectors, events)
    before, after = apart(vectors - mean, events), apart(sketched(vectors, mean, weight)[:, :4], events)
    assert after > before + 0.3


def test_what_differs_within_an_event_counts_little(told):
    vectors, events = told
    _, weight = directions(vectors, events)
    assert np.abs(weight[:4, 10]).max() < 0.1 * np.abs(weight[:4, :4]).max()


def test_the_shape_and_the_mean(told):
    vectors, events = told
    mean, weight = directions(vectors, events)
    assert (mean.shape, weight.shape) == ((WIDTH,), (SKETCH, WIDTH))
    assert (mean.dtype, weight.dtype) == (np.float32, np.float32)
    assert mean == pytest.approx(vectors.mean(0), abs=1e-5)


def test_what_events_are_called_is_irrelevant(told):
    vectors, events = told
    other = [f"story {name[::-1]}" for name in events]
    for one, two in zip(directions(vectors, events), directions(vectors, other), strict=True):
        assert np.abs(one) == pytest.approx(np.abs(two), abs=1e-3)


def test_what_is_found_is_what_is_exported(told, tmp_path, monkeypatch):
    monkeypatch.setattr(sketch, "told_by", lambda by: told)
    monkeypatch.setattr(sketch, "Reader", lambda path: path)
    monkeypatch.setattr("sys.argv", ["sketch", "any.weights", str(tmp_path / "sketch.json")])
    sketch.main()
    assert json.loads((tmp_path / "sketch.json").read_text("utf-8")).keys() == {"mean", "weight"}
    tensors = sketch_of(tmp_path / "sketch.json", WIDTH)
    for name, wanted in zip(("mean", "weight"), directions(*told), strict=True):
        assert tensors[f"sketch.{name}"] == pytest.approx(wanted, abs=1e-4)


def test_without_directions_no_two_are_alike():
    found = sketch_of(None, WIDTH)
    assert {name: tensor.shape for name, tensor in found.items()} == {
        "sketch.mean": (WIDTH,),
        "sketch.weight": (SKETCH, WIDTH),
    }
    assert not any(tensor.any() for tensor in found.values())
