"""Which words are names: what spaCy's recognizer says, but faster.

It scores one word after the other, each by what was decided before. But only within a name does that matter: all words
are scored at once as if they stood outside of one, and anew those alone that follow the beginning of a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from graphbuilder.parallel.threads import one_thread

FACTORY = "graphbuilder_entity_recognizer"

_Floats = NDArray[np.float32]
#: By which words is decided: the next one, the first of the name that is open, and that before the next within it.
_WORDS = 3


def quicken_names(nlp: Language) -> None:
    """Put a quick recognizer in the place of spaCy's, if a pipeline has one of the usual build."""
    plain = cast(Any, nlp.get_pipe("ner")) if "ner" in nlp.pipe_names else None
    if type(plain) is EntityRecognizer and _is_usual(plain):
        cast(QuickRecognizer, nlp.replace_pipe("ner", FACTORY)).plain = plain


def _is_usual(plain: Any) -> bool:
    model = plain.model
    usual = plain.cfg["beam_width"] == 1 and model.name == "parser_model" and isinstance(model.ops, NumpyOps)
    upper = usual and model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    return upper and model.get_ref("lower").get_dim("nF") == _WORDS


class QuickRecognizer:
    """A recognizer of names that decides as spaCy's does, by its weights."""

    plain: Any
    """That of spaCy; it decides itself where some names were set before."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of a Doc."""
        if not len(doc) or doc.to_array("ENT_IOB").any():
            return cast(Doc, self.plain(doc))
        with one_thread():
            names = [Span(doc, first, end, label=label) for first, end, label in self._names(doc)]
        doc.set_ents(names, default="outside")
        return doc

    def _names(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """Of each name the first word, the one after the last, and the label."""
        names = map(self.plain.moves.get_class_name, range(self.plain.moves.n_moves))
        moves = [(move, label) for move, _, label in (name.partition("-") for name in names)]
        last = np.append(doc.to_array("SENT_START")[1:] == 1, True)  # no name goes on behind these words
        first, opened, before = self._added(doc)
        best = self._outside(doc, first, moves, last)
        at = 0
        for start in (start for start in best if start >= at):
            move, label = moves[best[start]]
            at = start + 1
            if move == "B":
                inside, end = moves.index(("I", label)), moves.index(("L", label))
                while not last[at]:
                    scores = self._scores(first[at] + opened[start] + before[at - 1])
                    if scores[inside] < scores[end]:
                        break
                    at += 1
                at += 1
            yield start, at, label

    def _outside(
        self, doc: Doc, first: _Floats, moves: list[tuple[str, str]], last: NDArray[np.bool_]
    ) -> dict[int, int]:
        """The words at which a name begins, if none is open there, and the number of the move."""
        _, opened, before = self.plain.model.get_ref("lower").get_param("pad")[0]  # there is no open name
        scores = self._scores(first + opened + before)
        blank = doc.to_array("IS_SPACE") != 0
        for number, (move, label) in enumerate(moves):
            if move in "IL" or not (label or move == "O"):
                scores[:, number] = -np.inf
            elif label:
                scores[blank | last if move == "B" else blank, number] = -np.inf
        best = scores.argmax(1)
        begun = np.flatnonzero(best != moves.index(("O", ""))).tolist()
        return dict(zip(begun, best[begun].tolist(), strict=True))

    def _added(self, doc: Doc) -> _Floats:
        """What each word adds to the layer that decides, as each of the words that it goes by."""
        words, lower = self.plain.model.layers[0].predict([doc]), self.plain.model.get_ref("lower")
        weights = lower.get_param("W")
        added = (words @ weights.reshape(-1, words.shape[1]).T).reshape(len(words), *weights.shape[:-1])
        return cast(_Floats, added.transpose(1, 0, 2, 3))

    def _scores(self, added: _Floats) -> _Floats:
        """The scores of the moves."""
        lower, upper = self.plain.model.get_ref("lower"), self.plain.model.get_ref("upper")
        hidden = (added + lower.get_param("b")).max(-1)
        return cast(_Floats, hidden @ upper.get_param("W").T + upper.get_param("b"))


@Language.factory(FACTORY, assigns=["doc.ents"])
def make_recognizer(nlp: Language, name: str) -> QuickRecognizer:
    """A quick recognizer, for a pipeline that has one."""
    return QuickRecognizer()
