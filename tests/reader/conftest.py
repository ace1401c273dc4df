"""An encoder of two layers and a whole reader with random weights, in files as taught ones are; words by hand."""

from __future__ import annotations

import importlib.util
import json

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import KINDS, RELATIONS, ROLES, STANDINGS, STATUSES, TYPES, Reader
from graphbuilder.reader.pairs import MENTIONS, TELLINGS, WORD_TO_MENTION
from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.windows import WINDOW
from graphbuilder.reader.words import CLASS, FIRST_TENTH, PLACE, SIZES, VERB, Words, words_of
from graphbuilder.records import Document
from graphbuilder.syntax.parse import Parse
from graphbuilder.times import time_expressions

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


#: Paths of the parse that the small reader knows.
PATHS = ("", ">nsubj", ">dobj", ">nsubjpass", ">prep>pobj", ">npadvmod", "far", "none")
HIDDEN, LIKE, LONGEST, SKETCH = 16, 8, 12, 32
WORD_HEADS = {"worth": 4, "status": len(STATUSES), "kind": len(KINDS) + 1, "entity": len(TYPES), "alone": 1, "new": 1}
#: The same of ties.
TIE_HEADS = {"tie": len(RELATIONS) + 1, "standing": len(STANDINGS)}
_MEETING = (*WORD_TO_MENTION, len(PATHS) + 1)
#: Of each layer on two words: how wide both are, in words, its tables, its values.
PAIR_HEADS = {
    "same": (2, 2, MENTIONS, 1),
    "again": (1, 1, TELLINGS, 1),
    "part": (1, 2, _MEETING, len(ROLES) + 2),
    "when": (1, 2, _MEETING, 1),
    "ends": (1, 2, _MEETING, 2),
    "link": (1, 2, _MEETING, 2),
}


def head_shapes(width):
    """The layers of a reader but the encoder's, as `training/network.py` names them."""
    for name, values in WORD_HEADS.items():
        yield from linear(f"{name}.first", HIDDEN, width)
        yield from linear(f"{name}.second", values, HIDDEN)
    yield from linear("start", HIDDEN, width)
    yield from linear("end", HIDDEN, width)
    yield "length", (LONGEST,)
    for name, (left, right, tables, values) in PAIR_HEADS.items():
        yield from linear(f"{name}.left", HIDDEN, left * width)
        yield f"{name}.right.weight", (HIDDEN, right * width)
        yield from linear(f"{name}.left_like", LIKE, left * width)
        yield from linear(f"{name}.right_like", LIKE, right * width)
        yield f"{name}.like.weight", (HIDDEN, LIKE)
        yield from ((f"{name}.tables.{at}.weight", (size, HIDDEN)) for at, size in enumerate(tables))
        yield from linear(f"{name}.out", values, HIDDEN)
    for name, values in TIE_HEADS.items():
        yield from linear(f"{name}.first", HIDDEN, width)
        yield from linear(f"{name}.second", values, HIDDEN)
    yield "sketch.mean", (width,)
    yield "sketch.weight", (SKETCH, width)


#: What is added so that the random layers say neither always yes nor always no.
BIASES = {
    "kind.second": [5, 0, 0, 0],
    "worth.second": [1, 0, 0, 0],
    "same.out": [1],
    "again.out": [1],
    "part.out": [4, -16, 14, -42, -16, -2, -17, -17, -7],
    "when.out": [-3],
    "tie.second": [4, *[0] * len(RELATIONS)],
    "ends.out": [-1, -1],
    "link.out": [-3, 8],
}


@pytest.fixture(scope="session")
def paths():
    return {path: number for number, path in enumerate(PATHS, 1)}


@pytest.fixture(scope="session")
def blank_heads():
    """All small layers on vectors of some width, all zero."""
    return lambda width: {name: np.zeros(shape, np.float32) for name, shape in head_shapes(width)}


@pytest.fixture(scope="session")
def reader_tensors(tensors):
    """A whole reader with random weights, under which one word in three or so is a mention or tells an event."""
    rng = np.random.default_rng(3)
    found = {f"encoder.p.{name}": tensor for name, tensor in tensors.items()}
    places = "encoder.p.embeddings.position_embeddings.weight"
    found[places] = rng.normal(0, 0.2, (WINDOW + 2, WIDTH)).astype(np.float32)
    facts = [(f"encoder.facts.{at}.weight", (size, WIDTH)) for at, size in enumerate(SIZES)]
    for name, shape in (*facts, *head_shapes(WIDTH)):
        spread = 0.5 if len(shape) == 1 or "facts" in name or "tables" in name else 2 * shape[1] ** -0.5
        found[name] = rng.normal(0, spread, shape).astype(np.float32)
    for name in found:
        if name.endswith("LayerNorm.weight"):
            found[name] = found[name] + np.float32(1)  # so that vectors of words differ
    for name, bias in BIASES.items():
        found[f"{name}.bias"] += np.array(bias, np.float32)
    return found


@pytest.fixture(scope="session")
def write_reader(export, paths):
    """Writes the weights of a reader, with cuts if they are given."""

    def write(path, tensors, **more):
        about = {"paths": json.dumps(paths), **{name: json.dumps(value) for name, value in more.items()}}
        export.write_weights(path, tensors, VOCABULARY, HEADS, about)
        return path

    return write


@pytest.fixture(scope="session")
def weights_path(tmp_path_factory, write_reader, reader_tensors):
    return write_reader(tmp_path_factory.mktemp("reader") / "reader.weights", reader_tensors)


@pytest.fixture(scope="session")
def small(weights_path):
    """The small reader itself."""
    return Reader(weights_path)


@pytest.fixture(scope="session")
def parsed():
    """Parses texts; each with its time expressions."""

    def parse_all(*texts):
        documents = [Document(id=f"d{at}", text=text, published="2022-11-30") for at, text in enumerate(texts)]
        return [(one, time_expressions(one.document, one.sentences, one.doc)) for one in parse(documents)]

    return parse_all


@pytest.fixture(scope="session")
def words_from(vocabulary):
    """The reader's words of tokens that are given by hand, as keyword arguments of a Doc; all are one sentence."""
    vocab = spacy.blank("en").vocab

    def make(words, **doc):
        if "heads" in doc:
            doc.setdefault("deps", ["dep"] * len(words))
        made = Doc(vocab, words=words, **doc)
        document = Document(id="d", text=made.text)
        return words_of(Parse(document, made, (), (0,) * len(made), (), (), document), WordPieces(vocabulary))

    return make


#: Labels of words that are verbs in trees by hand.
VERBAL = ("ROOT", "conj", "ccomp", "advcl")


@pytest.fixture(scope="session")
def plain_words():
    """Words of one piece each, by hand: `tree` is a line for each sentence, each word as word/label/head."""

    def make(tree, places=None):
        rows = [(at, *word.rsplit("/", 2)) for at, line in enumerate(tree.splitlines()) for word in line.split()]
        sentences, texts, labels, heads = zip(*rows, strict=True)
        n = len(rows)
        lengths = np.array([len(text) for text in texts], dtype=np.int32)
        starts = (np.cumsum(lengths + 1) - lengths - 1).astype(np.int32)
        facts = np.zeros((n, len(SIZES)), np.int32)
        facts[:, PLACE] = FIRST_TENTH if places is None else places
        facts[:, CLASS] = [VERB if label in VERBAL else 0 for label in labels]
        return Words(
            starts=starts,
            ends=starts + lengths,
            facts=facts,
            heads=np.array(
                [texts.index(h, sentences.index(s)) for s, h in zip(sentences, heads, strict=True)], np.int32
            ),
            sentences=np.array(sentences, np.int32),
            pieces=np.full(n, 5, np.int32),
            first=np.arange(n, dtype=np.int32),
            texts=tuple(text.lower() for text in texts),
            labels=labels,
            tokens=np.arange(n, dtype=np.int32),
        )

    return make


@pytest.fixture(scope="session")
def words_of_lengths():
    """Words of which only the number of their pieces and their sentences are told."""

    def make(pieces, sentences=None):
        lengths = np.array(pieces, dtype=np.int32)
        n, number = len(lengths), np.arange(len(lengths), dtype=np.int32)
        return Words(
            starts=number,
            ends=number + 1,
            facts=np.zeros((n, len(SIZES)), np.int32),
            heads=number,
            sentences=np.zeros(n, np.int32) if sentences is None else np.array(sentences, np.int32),
            pieces=np.full(int(lengths.sum()), 5, np.int32),
            first=(np.cumsum(lengths) - lengths).astype(np.int32),
            texts=("a",) * n,
            labels=("dep",) * n,
            tokens=number,
        )

    return make
