"""Places in a text: sentences, spans, and the provenance that everything found can show."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuilder.records.structs import as_struct


@as_struct
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, verbatim."""

    index: int
    start: int
    end: int
    text: str


@as_struct
@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (excluded) of a document; `sentence` is the index of the sentence they are in."""

    document: str
    start: int
    end: int
    sentence: int


@as_struct
@dataclass(frozen=True, slots=True)
class Provenance:
    """The very words that something comes from: the mention's characters, and the sentence around them, verbatim.

    `quote` is the text of `context`. It is stored once a sentence, in the sentences of the record that holds this one.
    """

    span: Span
    context: Span
    quote: str
    method: str
    score: float
