"""What the words of a document are to the reader: word pieces for the encoder, and what is known of each word."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.weights import Numbers
from graphbuilder.syntax.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is known of a word, in the order in which a row of `Words.facts` has it.
CASE, NAME, CLASS, DEPENDENCY, PLACE, QUOTED = range(6)
#: The values of what is known, numbered from 1: 0 is what none of them is.
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
#: Places in the document: the headline, the first paragraph after it (the lead), and the tenths of the text.
HEADLINE, LEAD, FIRST_TENTH = range(3)
_TENTHS = 10
#: How many values each fact has, in the order above; the tables of the encoder have as many rows.
SIZES = (
    len(CASES) + 1, len(NAMES) + 1, len(CLASSES) + 1, len(DEPENDENCIES) + 1, FIRST_TENTH + _TENTHS, len((False, True)),
)  # fmt: skip
#: Word pieces of one word, at most: what is longer is an address or a string of marks.
_PIECES = 8
#: A headline is a first line of at most so many characters.
_HEADLINE = 200
#: Quotation marks that open and close; a straight one does what the one before it did not.
_OPENING, _CLOSING = "“„«", "”»"
_CASE, _NAME, _CLASS, _DEPENDENCY = (
    {value: number for number, value in enumerate(values, 1)} for values in (CASES, NAMES, CLASSES, DEPENDENCIES)
)
#: The number of verbs among word classes.
VERB = _CLASS["VERB"]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one document; `starts` and `ends` are characters of the document, all else is counted in words."""

    starts: Numbers
    ends: Numbers
    facts: Numbers
    """For each word, the number of its value of each fact: [words, facts]."""
    heads: Numbers
    """The word that a word hangs on, itself for a root."""
    sentences: Numbers
    """The sentence of each word."""
    pieces: Numbers
    """The word pieces of all words."""
    first: Numbers
    """For each word, the first of its pieces; every word has one at least."""
    texts: tuple[str, ...]
    """The words in small letters."""
    labels: tuple[str, ...]
    """By what a word hangs on its head."""
    tokens: Numbers
    """Which tokens of the parse the words are."""

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def word_of(self) -> Numbers:
        """For each piece, its word."""
        lengths = np.diff(self.first, append=np.int32(len(self.pieces)))
        return np.repeat(np.arange(len(self), dtype=np.int32), lengths)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that overlap some characters; None where there is none."""
        low = int(np.searchsorted(self.ends, start, side="right"))
        high = int(np.searchsorted(self.starts, end, side="left")) - 1
        return (low, high) if low <= high else None

    def part(self, low: int, high: int) -> Words:
        """The words from `low` to `high` (excluded), with what they are in the whole; a head outside is cut off."""
        some, many = slice(low, high), high - low
        heads, itself = self.heads[some] - np.int32(low), np.arange(many, dtype=np.int32)
        firsts = [*self.first[low : high + 1].tolist(), len(self.pieces)]
        return Words(
            starts=self.starts[some],
            ends=self.ends[some],
            facts=self.facts[some],
            heads=np.where((heads >= 0) & (heads < many), heads, itself),
            sentences=self.sentences[some],
            pieces=self.pieces[firsts[0] : firsts[many]],
            first=self.first[some] - np.int32(firsts[0]),
            texts=self.texts[some],
            labels=self.labels[some],
            tokens=self.tokens[some],
        )


def words_of(one: Parse, pieces: WordPieces) -> Words:
    """The words of a parsed document: its tokens that are not blank; a word with nothing to see in it is unknown."""
    tokens = [token for token in one.doc if not token.is_space]
    number = {token.i: at for at, token in enumerate(tokens)}
    ids = [pieces(token.text)[:_PIECES] or (pieces.unknown,) for token in tokens]
    lengths = np.array([len(some) for some in ids], dtype=np.int32)
    return Words(
        starts=np.array([token.idx for token in tokens], dtype=np.int32),
        ends=np.array([token.idx + len(token) for token in tokens], dtype=np.int32),
        facts=_facts(one.document.text, tokens),
        heads=np.array([number.get(token.head.i, at) for at, token in enumerate(tokens)], dtype=np.int32),
        sentences=np.array([one.sentence_of[token.i] for token in tokens], dtype=np.int32),
        pieces=np.array([piece for some in ids for piece in some], dtype=np.int32),
        first=(np.cumsum(lengths) - lengths).astype(np.int32),
        texts=tuple(token.lower_ for token in tokens),
        labels=tuple(token.dep_ for token in tokens),
        tokens=np.array([token.i for token in tokens], dtype=np.int32),
    )


def _facts(text: str, tokens: list[Token]) -> Numbers:
    places, quoted = _places(text), _quoted(text)
    rows = [
        (
            _CASE[_case(token.text)],
            _NAME.get(token.ent_type_, 0),
            _CLASS.get(token.pos_, 0),
            _DEPENDENCY.get(token.dep_, 0),
            int(places[token.idx]),
            int(quoted[token.idx]),
        )
        for token in tokens
    ]
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(SIZES))


def _case(word: str) -> str:
    """How a word is written, one of CASES."""
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
    """For each character, where it stands: HEADLINE, LEAD, or by tenths of the text from FIRST_TENTH on."""
    places = FIRST_TENTH + np.arange(len(text)) * _TENTHS // max(1, len(text))
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    if not lines:
        return places
    headline = len(lines) > 1 and lines[0][1] - lines[0][0] <= _HEADLINE
    if headline:
        places[: lines[0][1]] = HEADLINE
    start, end = lines[1 if headline else 0]
    places[start:end] = LEAD
    return places


def _lines(text: str) -> list[tuple[int, int]]:
    """The first character of each line, and the one after its end."""
    ends = accumulate(len(line) for line in text.splitlines(keepends=True))
    return list(pairwise([0, *ends]))


def _quoted(text: str) -> NDArray[Any]:
    """For each character whether it stands within quotation marks, which do not reach over paragraphs."""
    quoted = np.zeros(len(text), dtype=np.int8)
    inside = False
    for at, letter in enumerate(text):
        if letter == "\n" or letter in _CLOSING:
            inside = False
        elif letter in _OPENING:
            inside = True
        elif letter == '"':
            inside = not inside
        quoted[at] = inside
    return quoted
