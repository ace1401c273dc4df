"""A parsed document: what spaCy read, with what is known of each sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from graphbuilder.records import Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class Parse:
    """A document with its spaCy Doc. It stays inside one process: what leaves is made of records only."""

    document: Document
    """As it is read: without invisible characters."""
    doc: Doc
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    """For each token, the index of its sentence."""
    contexts: tuple[Span, ...]
    """The characters of each sentence as a record: one for all that it tells."""
    live: tuple[TokenSpan, ...]
    """The sentences that tell the story: not furniture, not said before, not a byline."""
    given: Document
    """As it was given."""

    def are_parted(self, before: int, at: int) -> bool:
        """Whether two sentences, by their numbers, are of two paragraphs."""
        return "\n" in self.document.text[self.sentences[before].end : self.sentences[at].start]

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens `start` to `end` (excluded) as a record."""
        first = self.doc[start]
        last = first if end == start + 1 else self.doc[end - 1]
        return Span(self.document.id, first.idx, last.idx + len(last), self.sentence_of[start])
