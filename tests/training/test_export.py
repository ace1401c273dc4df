"""What was taught in torch is read by the package, from a file."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training/ needs torch, the package does not (training/README.md)")

from graphbuilder.pipeline.parse import parse  # noqa: E402
from graphbuilder.reader import Cuts, Reader  # noqa: E402
from graphbuilder.reader.weights import read_weights  # noqa: E402
from graphbuilder.records import SKETCH, Document  # noqa: E402
from graphbuilder.times import time_expressions  # noqa: E402
from training import export, network, teach  # noqa: E402
from training.examples import OTHER, WANTED  # noqa: E402
from training.inputs import encode, input_of  # noqa: E402

MILL, BID = "brief-labasa-mill", "tea-bid-cleared"


@pytest.fixture
def folder(learned, untaught, tmp_path):
    """What a run leaves."""
    known = teach.known_paths(learned.values())
    (tmp_path / "paths.json").write_text(json.dumps(known, indent=0), encoding="utf-8")
    (tmp_path / "manifest.json").write_text("{}\n", encoding="utf-8")
    model = untaught(len(known) + 1)
    with torch.no_grad():
        model.worth.second.weight.mul_(10)  # so that words differ in what they tell
    torch.save(model.state_dict(), tmp_path / "weights.pt")
    torch.save({"model": model.state_dict(), "done": 1}, tmp_path / "state.pt")
    return tmp_path


@pytest.fixture
def written(folder, vocabulary, monkeypatch):
    """The command line, as it is called after teaching."""
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    monkeypatch.setattr(network, "model_folder", lambda: folder)

    def call(*options):
        out = folder / "out" / "reader.weights"
        monkeypatch.setattr("sys.argv", ["export", str(folder), str(out), *map(str, options)])
        export.main()
        return out

    return call


@pytest.fixture(scope="module")
def parsed(articles):
    """The two articles with their time expressions."""
    documents = [
        Document(id=name, text=text, published=date.fromisoformat(key.published))
        for name, text, key in articles.values()
    ]
    return {one.document.id: (one, time_expressions(one.document, one.sentences, one.doc)) for one in parse(documents)}


def test_the_header_tells_what_was_chosen_and_from_what_it_was_taught(written, folder):
    (folder / "cuts.json").write_text('{"event": 0.25}', encoding="utf-8")
    path = written("--cuts", folder / "cuts.json")
    about = read_weights(path).about
    assert about["heads"] == "12"
    assert about["manifest"] == hashlib.sha256(b"{}\n").hexdigest()
    assert json.loads(about["paths"]) == json.loads((folder / "paths.json").read_text("utf-8"))
    assert Reader(path).cuts == Cuts(event=0.25)


def test_lines_and_directions_are_what_was_learned(written, folder):
    """Lines stand in the header; the directions, as all matrices, in eight bits."""
    rng = np.random.default_rng(8)
    mean, weight = rng.normal(0, 1, network.WIDE), rng.normal(0, 1, (SKETCH, network.WIDE))
    (folder / "lines.json").write_text(json.dumps([0.25] * 15), encoding="utf-8")
    (folder / "sketch.json").write_text(json.dumps({"mean": mean.tolist(), "weight": weight.tolist()}), "utf-8")
    weights = read_weights(written("--lines", folder / "lines.json", "--sketch", folder / "sketch.json"))
    assert json.loads(weights.about["lines"]) == [0.25] * 15
    assert np.abs(weights.full("sketch.mean") - mean).max() < 1e-6
    assert np.abs(weights.full("sketch.weight") - weight).max() <= 0.51 / 127 * np.abs(weight).max()


def test_the_package_reads_by_lines_and_directions(written, folder, parsed):
    rng = np.random.default_rng(8)
    given = {"mean": [0.0] * network.WIDE, "weight": rng.normal(0, 1, (SKETCH, network.WIDE)).tolist()}
    (folder / "lines.json").write_text(json.dumps([0.0] * 15), encoding="utf-8")
    (folder / "sketch.json").write_text(json.dumps(given), encoding="utf-8")
    path = written("--lines", folder / "lines.json", "--sketch", folder / "sketch.json")
    events = Reader(path).read(*parsed[BID]).events
    assert {event.line for event in events} == {0.5}
    sketches = [sketch for event in events for sketch in event.sketches]
    assert sketches
    assert all(len(sketch) == SKETCH and any(sketch) for sketch in sketches)


def test_a_run_without_cuts_or_manifest_is_written_too(written, folder):
    (folder / "manifest.json").unlink()
    path = written()
    assert {"cuts", "lines", "manifest"} & read_weights(path).about.keys() == set()
    assert Reader(path).cuts == Cuts()


def test_the_state_after_a_round_gives_the_same_file(written):
    assert written().read_bytes() == written("--state", "state.pt").read_bytes()


@pytest.mark.parametrize("name", [MILL, BID])
def test_the_package_reads_the_vectors_that_torch_computes(written, folder, untaught, pieces, parsed, name):
    """Of the same numbers: those of the file, which has eight bits for most."""
    path = written()
    model = stored(untaught, path).eval()
    encoded = Reader(path).encode(*parsed[name])
    [wanted] = encode(model, [input_of(encoded.words, pieces)])
    assert encoded.vectors.shape == tuple(wanted.shape)
    assert np.abs(encoded.vectors - wanted.detach().numpy()).max() <= 1e-4


def stored(untaught, path):
    """The model in torch with the numbers of a file."""
    weights = read_weights(path)
    model = untaught(len(json.loads(weights.about["paths"])) + 1)
    state = {name: torch.from_numpy(weights.full(name.replace("|", "."))) for name in model.state_dict()}
    model.load_state_dict(state)
    return model


def test_what_is_stored_is_near_what_was_taught(written, folder, untaught):
    path = written()
    before = torch.load(folder / "weights.pt", weights_only=True)
    for name, tensor in stored(untaught, path).state_dict().items():
        largest = before[name].abs().max().item()
        assert (tensor - before[name]).abs().max().item() <= 0.51 / 127 * largest, name


@pytest.mark.parametrize("name", [MILL, BID])
def test_the_package_reads_the_events_that_torch_scores(written, untaught, pieces, parsed, name):
    path = written()
    model = stored(untaught, path).eval()
    reading = Reader(path).read(*parsed[name])
    [h] = encode(model, [input_of(reading.words, pieces)])
    chances = model.worth(h).softmax(-1).detach().numpy()
    told = chances[:, OTHER] + chances[:, WANTED]
    tellings = {at for event in reading.events for at in event.tellings}
    assert 0 < len(tellings) < len(told)
    assert tellings == set(np.flatnonzero(told >= Cuts().event).tolist())
    assert reading.events[0].wanted == pytest.approx(chances[sorted(tellings), WANTED].max(), abs=1e-4)
