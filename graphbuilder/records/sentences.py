"""What stands where in the sentences of a document, and what its words tell, for the JSON of an Extraction."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from graphbuilder.intervals import Interval
from graphbuilder.records.spans import Sentence, Span
from graphbuilder.records.written import Place


class Sentences:
    """The sentences of a document, and what stands where in them."""

    def __init__(self, document: str, sentences: tuple[Sentence, ...]) -> None:
        self.all = sentences
        self._document = document
        self._starts = [one.start for one in sentences[1:]]
        self._around = [(Span(document, one.start, one.end, one.index), one.text) for one in sentences]

    def span(self, place: Place) -> Span:
        """The span of a place, in the sentence that it begins in."""
        start, end = place
        return Span(self._document, start, end, bisect_right(self._starts, start))

    def around(self, span: Span) -> tuple[Span, str]:
        """The sentence around a span: its own span, and its text."""
        return self._around[span.sentence]

    def words(self, span: Span) -> str:
        """What stands at a span, as far as it is in its sentence."""
        context, text = self._around[span.sentence]
        return text[span.start - context.start : span.end - context.start]


def last_word(text: str) -> str:
    """The last word of a text; empty where there is none."""
    return (text.rsplit(None, 1) or [""])[-1]


@lru_cache(maxsize=4096)
def interval_of(edtf: str) -> Interval:
    """The interval of EDTF text, the same record for the same text.

    Raises:
        InputError: the text is none.
    """
    return Interval.parse(edtf)
