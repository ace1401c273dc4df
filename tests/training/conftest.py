"""Two short articles of the corpus and what there is to learn from them; a reader of one layer with random weights."""

from __future__ import annotations

import string
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # training/ is no part of the package

from graphbuilder.reader.pieces import WordPieces  # noqa: E402
from graphbuilder.reader.windows import WINDOW  # noqa: E402
from training.examples import examples, keyed  # noqa: E402

#: A bulletin with what was planned and put off, and a report of a bid with conditions.
MILL, BID = "brief-labasa-mill", "tea-bid-cleared"
LETTERS = string.ascii_lowercase + string.digits + string.punctuation + "“”’–"
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
#: As wide as MiniLM, but of one layer and narrow inside.
WIDTH, INNER, PLACES = 384, 64, WINDOW + 2


@pytest.fixture(scope="session")
def vocabulary():
    """Words fall into letters."""
    return VOCABULARY


@pytest.fixture(scope="session")
def pieces(vocabulary):
    return WordPieces(vocabulary)


@pytest.fixture(scope="session")
def articles():
    return {name: (name, text, key) for name, text, key in keyed([MILL, BID])}


@pytest.fixture(scope="session")
def learned(articles, pieces):
    """The examples by name."""
    return {one.name: one for one in examples(list(articles.values()), pieces)}


def shapes():
    yield "embeddings.word_embeddings.weight", (len(VOCABULARY), WIDTH)
    yield "embeddings.position_embeddings.weight", (PLACES, WIDTH)
    yield "embeddings.token_type_embeddings.weight", (2, WIDTH)
    yield from both("embeddings.LayerNorm", WIDTH)
    name = "encoder.layer.0."
    for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
        yield from both(name + part, WIDTH, WIDTH)
    yield from both(f"{name}intermediate.dense", INNER, WIDTH)
    yield from both(f"{name}output.dense", WIDTH, INNER)
    yield from both(f"{name}attention.output.LayerNorm", WIDTH)
    yield from both(f"{name}output.LayerNorm", WIDTH)


def both(name, *shape):
    yield f"{name}.weight", shape
    yield f"{name}.bias", shape[:1]


@pytest.fixture(scope="session")
def tensors():
    """Random weights of the encoder under the names of BERT."""
    rng = np.random.default_rng(1)
    found = {name: rng.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes()}
    return {name: tensor + np.float32(name.endswith("LayerNorm.weight")) for name, tensor in found.items()}


@pytest.fixture
def one_thread():
    """The last digits depend on the number of threads."""
    torch = pytest.importorskip("torch")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def untaught(tensors, one_thread):
    """What makes a reader that has learned nothing, with heads that a seed decides."""
    torch = pytest.importorskip("torch")
    from training.network import Reader

    def made(paths=1, seed=0):
        torch.manual_seed(seed)
        return Reader({name: torch.from_numpy(tensor.copy()) for name, tensor in tensors.items()}, paths)

    return made
