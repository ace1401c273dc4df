"""Where a long document is parted before it is parsed: spaCy's memory and its tokenizer set the bounds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.pipeline.sentence_starts import sentence_starts
from graphbuilder.records import Document

#: Longer documents are parsed in parts of so many characters: spaCy needs some 4 kB of memory for each character of a
#: batch (18 GB for 5 MB at once), and refuses texts above a million.
PART = 10_000
#: What the tokenizer is given at once, in characters.
PIECE = 100_000
#: The tokenizer is quadratic in the length of a run without spaces (20,000 brackets: 37 s), so such runs are cut.
RUN = 200
_LONG_RUN = re.compile(rf"\S{{{RUN}}}")
#: Kinds of zone that are one sentence, whatever stops and capitals are in them.
_WHOLE = frozenset({"byline", "dateline"})
#: The end of a sentence after a word that is no abbreviation, before one that begins the next.
_STOP = re.compile(r"\b[a-z]{2,}+[.!?][\"'”’)\]]?\s++(?=[^a-z\s])")


def parts(nlp: Language, document: Document) -> Iterator[tuple[Doc, bool]]:
    """The document in parts that are parsed one by one, cut where a sentence begins, and whether a part is the last."""
    breaks = sentence_starts(document)
    whole = [(zone.start, zone.end) for zone in document.zones if zone.kind in _WHOLE]
    for start, end in _blocks(document.text, breaks):
        inner = [at - start for at in breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]]
        heads = [(first - start, last - start) for first, last in whole if start <= first and last <= end]
        yield _make_doc(nlp, document.text[start:end], inner, heads), end == len(document.text)


def _blocks(text: str, breaks: list[int], size: int = PART) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > size:
        at = bisect_right(breaks, start + size) - 1
        end = breaks[at] if at >= 0 and breaks[at] > start else _last_stop(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _last_stop(text: str, start: int, end: int) -> int:
    """Where to cut a long paragraph: after its last sentence, or its last word."""
    last = max((match.end() for match in _STOP.finditer(text, start, end)), default=start)
    last = last if last > start else text.rfind(" ", start, end) + 1
    return last if last > start else end


def _make_doc(nlp: Language, text: str, breaks: list[int], heads: list[tuple[int, int]]) -> Doc:
    """Tokens with the paragraphs' starts already marked: no sentence of the parser crosses one, or begins in a head."""
    if _LONG_RUN.search(text):
        doc = Doc.from_docs([nlp.make_doc(piece) for piece in pieces(text)], ensure_whitespace=False)
    else:
        doc = nlp.make_doc(text)
    # all at once: spaCy looks through the whole Doc each time that one token's sentence start is set; and that a piece
    # begins somewhere does not begin a sentence there
    places = doc.to_array("IDX")
    starts = np.searchsorted(places, breaks, side="right") - 1
    marks = np.zeros(len(doc), dtype="int64")
    marks[1:][_goes_on(doc)] = -1
    for first, last in np.searchsorted(places, heads):
        marks[first + 1 : last] = -1
    marks[starts] = 1
    return doc.from_array(["SENT_START"], cast(Any, marks.astype("uint64")[:, None])) if len(doc) else doc


def _goes_on(doc: Doc) -> Any:
    """For each token but the first whether no sentence can begin there: in lower case, right behind a word."""
    lower, words = doc.to_array("IS_LOWER") != 0, doc.to_array("IS_ALPHA") != 0
    return lower[1:] & words[:-1]


def pieces(text: str, size: int = PIECE, run: int = RUN) -> Iterator[str]:
    """Cut a text into pieces of at most `size` characters, at white space if possible, and within runs of `run`.

    >>> list(pieces("one two three", size=8))
    ['one two ', 'three']
    """
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        long_run = re.compile(rf"\S{{{run}}}").search(text, start, end)
        if long_run:
            end = long_run.end()
        elif end < len(text):
            end = next((at for at in range(end, start, -1) if text[at - 1].isspace()), end)
        yield text[start:end]
        start = end
