"""What the reader reads in parsed documents, one by one, with weights that are loaded once a process."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from graphbuilder.errors import ModelNotFound
from graphbuilder.parallel.threads import one_thread
from graphbuilder.reader.decoding.decode import decode
from graphbuilder.reader.decoding.line import FACTS
from graphbuilder.reader.encoder import Encoder, Window
from graphbuilder.reader.heads import Heads
from graphbuilder.reader.pairs import MENTIONS, TELLINGS, WORD_TO_MENTION, Spot
from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.reading import Cuts, Reading
from graphbuilder.reader.weights import REMEDY, SCALE, VOCABULARY, Floats, Numbers, Weights, read_weights
from graphbuilder.reader.windows import best_window, windows
from graphbuilder.reader.words import SIZES, Words, words_of
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse

#: Where the weights stand in the package.
WEIGHTS = Path(__file__).parent / "reader.weights"
_ENCODER = "encoder."
_FACTS = "encoder.facts."


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A document after the encoder: what is the same whatever the cuts are."""

    words: Words
    times: tuple[Spot | None, ...]
    """Its time expressions in words; None for one that has no word."""
    vectors: Floats
    """For each word: [words, width]."""


class Reader:
    """Reads parsed documents; what it reads in one depends on that document and the weights alone.

    Args:
        path: the file of weights.

    Raises:
        ModelNotFound: the weights are missing, cut, changed, or of another version.
    """

    def __init__(self, path: Path = WEIGHTS) -> None:
        weights = read_weights(path)
        paths = json.loads(weights.about.get("paths", "{}"))
        if not _fit(weights, len(paths)):
            raise ModelNotFound(f"the weights {str(path)!r} were taught for another version of the reader; {REMEDY}")
        self.cuts = Cuts(**json.loads(weights.about.get("cuts", "{}")))
        """The cuts that were chosen for these weights."""
        self._lines: list[float] = json.loads(weights.about.get("lines", "[]"))
        if len(self._lines) not in (0, FACTS + 1):
            raise ModelNotFound(f"the weights {str(path)!r} were taught for another version of the reader; {REMEDY}")
        self._encoder = Encoder(weights, f"{_ENCODER}p.")
        self._facts = [weights.full(f"{_FACTS}{at}.weight") for at in range(len(SIZES))]
        self._pieces = WordPieces(weights.vocabulary)
        self._heads = Heads(_small_layers(weights), paths)

    def read(self, parse: Parse, times: Sequence[TimeExpression]) -> Reading:
        """What a parsed document tells: who is mentioned, what happened, who took part, where, when, and who says so.

        A reading holds mentions (each a name, a description or a pronoun, with a type), chains of mentions that are one
        entity, and events. An event holds the words that tell it; the probabilities that it belongs on a timeline and
        that it is an event at all; whether it happened, is denied, planned, demanded or possible; who takes part in
        which role, where it happened, who says so, and which of `times` says when, each with its probability.

        A document without words gives a reading without anything; one without times, events without times. A document
        of more than `windows.SECTION` words is read in sections: an entity or event of two of them is told twice.

        Args:
            parse: the document as spaCy parsed it.
            times: its time expressions (`graphbuilder.times.time_expressions`).
        """
        return self.decode(self.encode(parse, times))

    def encode(self, parse: Parse, times: Sequence[TimeExpression]) -> Encoded:
        """The first step of `read`, which takes most of its time."""
        words = words_of(parse, self._pieces)
        spans = [words.span(time.span.start, time.span.end) for time in times]
        with one_thread():
            return Encoded(words, tuple(Spot(*span, 0, 0) if span else None for span in spans), self._vectors(words))

    def decode(self, encoded: Encoded, cuts: Cuts | None = None) -> Reading:
        """The second step of `read`, by the cuts of the weights or by others."""
        with one_thread():
            return decode(encoded.words, encoded.times, encoded.vectors, self._heads, cuts or self.cuts, self._lines)

    def _vectors(self, words: Words) -> Floats:
        """A vector for each word, from its first piece in the window in which it has most around it."""
        of = windows(words)
        best, added = best_window(words, of), self._known(words)[words.word_of]
        here = [np.flatnonzero(best == at) for at in range(len(of))]
        read = self._encoder(
            self._window(words, added, low, high, words.first[some] - low + 1)  # 1: the opening piece
            for (low, high), some in zip(of, here, strict=True)
        )
        found = np.empty((len(words), self._encoder.width), dtype=np.float32)
        for some, vectors in zip(here, read, strict=True):
            found[some] = vectors
        return found

    def _known(self, words: Words) -> Floats:
        """What is added for each word, by what is known of it."""
        found = np.zeros((len(words), self._encoder.width), dtype=np.float32)
        for at, table in enumerate(self._facts):
            found += table[words.facts[:, at]]
        return found

    def _window(self, words: Words, added: Floats, low: int, high: int, asked: Numbers) -> Window:
        pieces = [self._pieces.opening, *words.pieces[low:high].tolist(), self._pieces.closing]
        none = np.add.reduce([table[:1] for table in self._facts])  # of no word: the first row of each table
        return Window(np.array(pieces, dtype=np.int32), np.concatenate([none, added[low:high], none]), asked)


def _fit(weights: Weights, paths: int) -> bool:
    """Whether the tables have as many rows as there are values of what this version knows of words and pairs."""
    meeting = (*WORD_TO_MENTION, paths + 1)
    known = {"same.tables.": MENTIONS, "again.tables.": TELLINGS, "part.tables.": meeting, "when.tables.": meeting}
    known |= {"ends.tables.": meeting, "link.tables.": meeting}
    wanted = {
        f"{name}{at}.weight": size for name, sizes in {_FACTS: SIZES, **known}.items() for at, size in enumerate(sizes)
    }
    there = [name for name in weights.tensors if name.startswith((_FACTS, *known)) and not name.endswith(SCALE)]
    return wanted == {name: len(weights.tensors[name]) for name in there}


def _small_layers(weights: Weights) -> dict[str, Floats]:
    """All tensors but the encoder's, in 32 bits."""
    others = (_ENCODER, VOCABULARY)
    names = [name for name in weights.tensors if not name.startswith(others) and not name.endswith(SCALE)]
    return {name: weights.full(name) for name in names}


@cache
def reader(path: Path = WEIGHTS) -> Reader:
    """The reader of this process.

    Raises:
        ModelNotFound: its weights are missing, cut, changed, or of another version.
    """
    return Reader(path)
