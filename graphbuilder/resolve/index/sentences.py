"""The sentence of a span: as provenance, and what stands in it before the span."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.records import Extraction, Provenance, Sentence, Span


class Sentences:
    """The sentences of all documents, by span."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._sentences = {extraction.document: extraction.sentences for extraction in extractions}

    def quote(self, span: Span, method: str, score: float) -> Provenance:
        """The provenance of a span: its offsets and its sentence, verbatim."""
        sentence = self._sentence(span)
        context = Span(span.document, sentence.start, sentence.end, sentence.index)
        return Provenance(span, context, sentence.text, method, score)

    def before(self, span: Span) -> str:
        """The text of the sentence up to a span."""
        sentence = self._sentence(span)
        return sentence.text[: span.start - sentence.start]

    def _sentence(self, span: Span) -> Sentence:
        return self._sentences[span.document][span.sentence]
