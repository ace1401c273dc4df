"""The layers in torch and those in numpy, which read in the package, give the same scores."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training/ needs torch, the package does not (training/README.md)")

from graphbuilder.reader.heads import Heads, spans  # noqa: E402
from graphbuilder.reader.pairs import MENTIONS, TELLINGS, WORD_TO_MENTION  # noqa: E402
from training import network  # noqa: E402

WORDS, PATHS = 40, 30
MEETING = (*WORD_TO_MENTION, PATHS)


@pytest.fixture(params=[1, 2, 3])
def rng(request):
    return np.random.default_rng(request.param)


@pytest.fixture
def model(untaught, rng):
    """A reader whose heads are far from where they begin."""
    found = untaught(PATHS).eval()
    with torch.no_grad():
        for name, parameter in found.named_parameters():
            if not name.startswith("encoder."):
                parameter.copy_(torch.from_numpy(rng.normal(0, 0.1, parameter.shape)))
    return found


@pytest.fixture
def heads(model):
    return Heads({name: tensor.numpy() for name, tensor in model.state_dict().items() if "|" not in name}, {})


@pytest.fixture
def vectors(rng):
    return rng.normal(0, 1, (WORDS, network.WIDE)).astype(np.float32)


def close(found, wanted):
    assert found.shape == tuple(wanted.shape)
    assert float(np.abs(wanted.detach().numpy()).max()) > 0.1  # scores, and not noughts beside noughts
    assert np.abs(found - wanted.detach().numpy()).max() <= 1e-4


@pytest.mark.parametrize("name", ["worth", "status", "kind", "entity", "alone", "new", "tie", "standing"])
def test_a_word_alone(model, heads, vectors, name):
    close(heads.word(name, vectors), getattr(model, name)(torch.from_numpy(vectors)))


@pytest.mark.parametrize(
    ("name", "tables", "left", "right"),
    [
        ("same", MENTIONS, "span", "span"),
        ("again", TELLINGS, "word", "word"),
        ("part", MEETING, "word", "span"),
        ("when", MEETING, "word", "span"),
        ("ends", MEETING, "word", "span"),
        ("link", MEETING, "word", "span"),
    ],
)
def test_two_words(model, heads, vectors, rng, name, tables, left, right):
    firsts, lasts = rng.integers(0, WORDS, (2, 11)).astype(np.int32)
    given = {"word": vectors[:7], "span": spans(vectors, firsts, lasts)}
    a, b = given[left], given[right]
    facts = np.stack([rng.integers(0, size, (len(a), len(b))) for size in tables], -1).astype(np.int16)
    wanted = getattr(model, name)(torch.from_numpy(a), torch.from_numpy(b), torch.from_numpy(facts).long())
    close(heads.pair(name, a, b, facts), wanted)


def test_where_a_mention_begins(model, heads, vectors):
    lasts = np.arange(WORDS, dtype=np.int32)  # of the first ones most lengths would begin before the text
    scores = model.starts(torch.from_numpy(vectors), torch.from_numpy(lasts).long())
    wanted = lasts - scores.argmax(1).numpy()
    assert np.array_equal(heads.starts(vectors, lasts), wanted)
    assert wanted.min() == 0
    assert len(set(lasts - wanted)) > 5


def test_vectors_of_spans(vectors):
    firsts, lasts = np.array([0, 3], dtype=np.int32), np.array([2, 3], dtype=np.int32)
    wanted = network.spans(torch.from_numpy(vectors), torch.from_numpy(firsts).long(), torch.from_numpy(lasts).long())
    assert np.array_equal(spans(vectors, firsts, lasts), wanted.numpy())
