"""The reader with its weights: loaded once a process, it reads parsed documents one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from graphbuilder.reader.decode import Cuts, Reading, decode
from graphbuilder.reader.encoder import Encoder, Window
from graphbuilder.reader.heads import Floats, Heads
from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.threads import one_thread
from graphbuilder.reader.weights import SCALE, VOCABULARY, read_weights
from graphbuilder.reader.windows import best_window, windows
from graphbuilder.reader.words import SIZES, Words, words_of
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse

#: Where the weights stand in the package.
WEIGHTS = Path(__file__).parent / "reader.weights"


class Reader:
    """Reads parsed documents."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        weights = read_weights(path)
        self._encoder = Encoder(weights, "encoder.p.")
        others = ("encoder.", VOCABULARY)
        names = [name for name in weights.tensors if not name.startswith(others) and not name.endswith(SCALE)]
        self._heads = Heads({name: weights.full(name) for name in names}, json.loads(weights.about["paths"]))
        self._facts = [weights.full(f"encoder.facts.{at}.weight") for at in range(len(SIZES))]
        self._pieces = WordPieces(weights.vocabulary)
        self._cuts = Cuts(**json.loads(weights.about.get("cuts", "{}")))

    def read(self, one: Parse, times: Sequence[TimeExpression]) -> Reading:
        """What a parsed document tells; `times` are its time expressions."""
        words = words_of(one, self._pieces)
        spans = [words.span(time.span.start, time.span.end) for time in times]
        spots = [Spot(*(span or (0, 0)), 0, 0) for span in spans]
        with one_thread():
            return decode(words, spots, self._vectors(words), self._heads, self._cuts)

    def _vectors(self, words: Words) -> Floats:
        """A vector a word, from the window in which it stands nearest to the middle."""
        of = windows(words)
        best = best_window(words, of)
        known = sum(table[words.facts[:, at]] for at, table in enumerate(self._facts))
        of_piece = np.zeros(len(words.pieces), dtype=np.int32)
        of_piece[words.first[1:]] = 1
        of_piece = np.cumsum(of_piece)
        given = []
        for at, (low, high) in enumerate(of):
            none = np.zeros((1, known.shape[1]), dtype=np.float32)
            added = np.concatenate([none, known[of_piece[low:high]], none])
            pieces = np.concatenate([[self._pieces.opening], words.pieces[low:high], [self._pieces.closing]])
            given.append(Window(pieces.astype(np.int32), added))
        found = np.zeros((len(words), known.shape[1]), dtype=np.float32)
        for at, ((low, _), vectors) in enumerate(zip(of, self._encoder(given), strict=True)):
            found[best == at] = vectors[words.first[best == at] - low + 1]
        return found


@cache
def reader(path: Path = WEIGHTS) -> Reader:
    """The reader of this process.

    Raises:
        ModelNotFound: its weights are missing, cut, or of another version.
    """
    return Reader(path)

