"""The words of a document as the reader sees them: word pieces for the encoder, and what is known of each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from graphbuilder.reader.pieces import WordPieces
from graphbuilder.syntax.parse import Parse

Numbers = NDArray[np.int32]

#: What is known of a word, each with its values: 0 is what none of them is.
CASES = ("lower", "capital", "upper", "mixed", "digits", "mark")
NAMES = (
    "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL", "ORG", "PERCENT",
    "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
)  # fmt: skip
CLASSES = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
DEPENDENCIES = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss",
    "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
#: The headline, the first paragraph after it, and the tenths of the rest.
PLACES = 12
QUOTED = 2
SIZES = (len(CASES) + 1, len(NAMES) + 1, len(CLASSES) + 1, len(DEPENDENCIES) + 1, PLACES, QUOTED)
#: Word pieces of one word, at most: what is longer is an address or a string of marks.
_PIECES = 8
#: A headline is a first line of at most so many characters.
_HEADLINE = 200
_NUMBER = [{value: at for at, value in enumerate(values, 1)} for values in (CASES, NAMES, CLASSES, DEPENDENCIES)]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one document; everything is counted in words, `starts` and `ends` are characters of the document."""

    starts: Numbers
    ends: Numbers
    facts: Numbers
    """For each word, the number of its value of each fact: [words, len(SIZES)]."""
    heads: Numbers
    """The word that a word hangs on, itself for a root."""
    sentences: Numbers
    pieces: Numbers
    """The word pieces of all words."""
    first: Numbers
    """For each word, the first of its pieces."""
    texts: tuple[str, ...]
    """The words in small letters."""
    labels: tuple[str, ...]
    """By what a word hangs on its head."""
    tokens: Numbers
    """The tokens of spaCy that they are."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that overlap some characters; None where there is none."""
        low = int(np.searchsorted(self.ends, start, side="right"))
        high = int(np.searchsorted(self.starts, end, side="left")) - 1
        return (low, high) if low <= high else None


def words_of(one: Parse, pieces: WordPieces) -> Words:
    """The words of a parsed document: its tokens that are not blank."""
    tokens = [token for token in one.doc if not token.is_space]
    number = {token.i: at for at, token in enumerate(tokens)}
    ids = [pieces(token.text)[:_PIECES] or (pieces.unknown,) for token in tokens]
    lengths = np.array([len(some) for some in ids], dtype=np.int32)
    return Words(
        starts=np.array([token.idx for token in tokens], dtype=np.int32),
        ends=np.array([token.idx + len(token) for token in tokens], dtype=np.int32),
        facts=_facts(one, tokens),
        heads=np.array([number.get(token.head.i, at) for at, token in enumerate(tokens)], dtype=np.int32),
        sentences=np.array([one.sentence_of[token.i] for token in tokens], dtype=np.int32),
        pieces=np.array([piece for some in ids for piece in some], dtype=np.int32),
        first=(np.cumsum(lengths) - lengths).astype(np.int32),
        texts=tuple(token.lower_ for token in tokens),
        labels=tuple(token.dep_ for token in tokens),
        tokens=np.array([token.i for token in tokens], dtype=np.int32),
    )


def _facts(one: Parse, tokens: list[Token]) -> Numbers:
    text = one.document.text
    places, quoted = _places(text), _quoted(text)
    rows: list[tuple[int, ...]] = []
    for token in tokens:
        rows.append(
            (
                _NUMBER[0].get(_case(token.text), 0),
                _NUMBER[1].get(token.ent_type_, 0),
                _NUMBER[2].get(token.pos_, 0),
                _NUMBER[3].get(token.dep_, 0),
                int(places[token.idx]),
                int(quoted[token.idx]),
            )
        )
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(SIZES))


def _case(word: str) -> str:
    if not any(map(str.isalnum, word)):
        return "mark"
    if any(map(str.isdigit, word)):
        return "digits"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "capital"
    return "capital" if word[0].isupper() and word[1:].islower() else "mixed"


def _places(text: str) -> NDArray[Any]:
    """For each character: 0 in the headline, 1 in the first paragraph after it, 2 to 11 by tenths of the text."""
    places = 2 + np.arange(len(text)) * 10 // max(1, len(text))
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    if not lines:
        return places
    headline = len(lines) > 1 and lines[0][1] - lines[0][0] <= _HEADLINE
    if headline:
        places[: lines[0][1]] = 0
    lead = lines[1 if headline else 0]
    places[lead[0] : lead[1]] = 1
    return places


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append((start, start + len(line)))
        start += len(line)
    return found


def _quoted(text: str) -> NDArray[Any]:
    """For each character whether it stands within quotation marks, which do not reach over paragraphs."""
    quoted = np.zeros(len(text) + 1, dtype=np.int8)
    inside = False
    for at, letter in enumerate(text):
        if letter == "\n":
            inside = False
        elif letter in "“„«":
            inside = True
        elif letter in "”»":
            inside = False
        elif letter == '"':
            inside = not inside
        quoted[at] = inside
    return quoted
