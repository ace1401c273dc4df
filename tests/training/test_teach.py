"""Teaching goes on where it was interrupted, and gives the same weights as if it had not been."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

torch = pytest.importorskip("torch", reason="training/ needs torch, the package does not (training/README.md)")

from training import manifest, teach  # noqa: E402

MILL, BID = "brief-labasa-mill", "tea-bid-cleared"
ROUNDS = 3


@pytest.fixture
def begun(learned, pieces, untaught, monkeypatch):
    """What begins to teach on two articles, of one of which the chains alone count; two steps a round."""
    monkeypatch.setattr(teach, "BATCH", 1)
    known = teach.known_paths([learned[MILL]])
    rows = [
        *teach.rows_of([learned[MILL]], known, pieces),
        *teach.rows_of([learned[BID]], known, pieces, chains_only=True),
    ]

    def made(seed=0, model=0):
        return teach.Teaching(untaught(len(known) + 1, seed=model), rows, ROUNDS, seed)

    return made


@pytest.fixture
def whole(begun, tmp_path):
    """The weights of a run that nothing interrupts."""
    teach.teach(begun(), tmp_path / "whole", "a", {})
    return weights(tmp_path / "whole")


def weights(folder):
    return torch.load(folder / "weights.pt", weights_only=True)


def equal(one, two):
    return one.keys() == two.keys() and all(torch.equal(one[name], two[name]) for name in one)


def interrupt(monkeypatch, at):
    """The given article is the last one that is read."""
    real, calls = teach.losses, []

    def losses(*given):
        calls.append(given)
        if len(calls) == at:
            raise KeyboardInterrupt
        return real(*given)

    monkeypatch.setattr(teach, "losses", losses)


@pytest.mark.parametrize(("at", "done"), [(3, 1), (4, 1), (5, 2)], ids=["first of a round", "in a round", "last round"])
def test_an_interrupted_run_gives_the_same_weights(begun, whole, tmp_path, monkeypatch, at, done):
    folder = tmp_path / "part"
    with monkeypatch.context() as patch:
        interrupt(patch, at)
        with pytest.raises(KeyboardInterrupt):
            teach.teach(begun(), folder, "a", {})
    assert [path.name for path in folder.iterdir()] == ["state.pt"]
    assert torch.load(folder / "state.pt", weights_only=True)["done"] == done
    again = begun(model=5)  # whatever it would begin with
    teach.teach(again, folder, "a", {})
    assert again.done == ROUNDS
    assert equal(weights(folder), whole)


def test_the_same_seed_gives_the_same_weights_and_another_one_others(begun, whole, tmp_path):
    teach.teach(begun(), tmp_path / "same", "a", {})
    teach.teach(begun(seed=1), tmp_path / "other", "a", {})
    assert equal(weights(tmp_path / "same"), whole)
    assert not equal(weights(tmp_path / "other"), whole)


def test_weights_are_learned_but_for_the_table_of_word_pieces(begun, whole, untaught):
    before = begun().model.state_dict()
    same = [name for name in whole if torch.equal(before[name], whole[name])]
    assert same == ["encoder.p.embeddings|word_embeddings|weight"]


def test_the_state_of_another_run_is_refused_and_nothing_is_overwritten(begun, tmp_path):
    teach.teach(begun(), tmp_path, "a", {"manifest.json": "a"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(SystemExit, match="other articles, packages or settings: delete it"):
        teach.teach(begun(), tmp_path, "b", {"manifest.json": "b"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert set(before) == {"manifest.json", "state.pt", "weights.pt"}


def test_paths_that_are_seen_often_have_numbers(learned, monkeypatch):
    known = teach.known_paths([learned[MILL]])
    assert list(known.values()) == list(range(1, len(known) + 1))
    assert {"none", "far"} <= set(known)  # in another sentence, and too many steps
    monkeypatch.setattr(teach, "OFTEN", 1)
    assert known.keys() < teach.known_paths([learned[MILL]]).keys()


@pytest.mark.parametrize(
    ("step", "speed"), [(0, 1 / 40), (19, 0.5 * 0.981), (39, 0.961), (500, 0.5), (900, 0.1), (980, 0.03), (999, 0.03)]
)
def test_the_speed_rises_and_falls(step, speed):
    assert teach.speed(step, 1000) == pytest.approx(speed)


# --- what was read ----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An encoder."""
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "vocab.txt").write_bytes(b"words")
    monkeypatch.setattr(manifest, "model_folder", lambda: tmp_path)
    monkeypatch.setattr(manifest, "version", lambda name: "1")
    return tmp_path


def made(articles, chains=(), **settings):
    return manifest.digest(manifest.manifest(list(articles), list(chains), **settings))


def test_a_manifest_tells_runs_apart(articles, folder):
    (name, text, key), other = articles[MILL], articles[BID]
    changed = (name, text, replace(key, events=key.events[1:]))
    sums = [
        made([articles[MILL], other], rounds=2),
        made([other], rounds=2),
        made([other], [articles[MILL]], rounds=2),
        made([changed, other], rounds=2),
        made([articles[MILL], other], rounds=3),
    ]
    assert made([other, articles[MILL]], rounds=2) == sums[0]
    (folder / "model.safetensors").write_bytes(b"other weights")
    sums.append(made([articles[MILL], other], rounds=2))
    assert len(set(sums)) == len(sums)


def test_a_manifest_is_told_in_sums(articles, folder):
    found = manifest.manifest([articles[MILL]], [])
    lines = manifest.told(found).splitlines()
    assert f"sha256 {sha256(b'weights').hexdigest()} model.safetensors" in lines
    assert f"sha256 {sha256(manifest.written(found).encode()).hexdigest()} manifest.json" in lines
    assert [line.split(" ", 2)[2] for line in lines] == [
        "model.safetensors", "vocab.txt", "1 keys", "0 chains", "manifest.json"
    ]  # fmt: skip
    assert list(json.loads(manifest.written(found))["keys"]) == [MILL]
