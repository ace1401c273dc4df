"""The two ways in: `find_times` for plain text, `time_expressions` for a Document of the pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphbuilder.intervals import Bound, Interval
from graphbuilder.records import Document, Sentence, Span, TimeExpression
from graphbuilder.times.words import DAY, MONTH_WORD, SP, YEAR, month_number, pattern

if TYPE_CHECKING:
    import spacy.tokens

_DATE = pattern(rf"(?P<month>{MONTH_WORD}){SP}(?P<day>{DAY}),?{SP}(?P<year>{YEAR})")


@dataclass(frozen=True, slots=True)
class TimeOptions:
    """Choices where a text does not decide."""


def find_times(text: str, published: date | None = None, *, model: str | None = None) -> list[TimeExpression]:
    """The time expressions of a text."""
    document = Document(text=text, id="text", published=published)
    return list(time_expressions(document, [Sentence(0, 0, len(text), text)]))


def time_expressions(
    document: Document,
    sentences: Sequence[Sentence],
    doc: spacy.tokens.Doc | None = None,
    options: TimeOptions = TimeOptions(),  # noqa: B008 - immutable
) -> tuple[TimeExpression, ...]:
    """The time expressions of a document, in text order."""
    found = []
    for sentence in sentences:
        for match in _DATE.finditer(document.text, sentence.start, sentence.end):
            day = int(match["day"].rstrip("stndrh"))
            interval = Interval.at(int(match["year"]), month_number(match["month"]), day)
            found.append(_record(document, sentence, match.start(), match.end(), interval))
    return tuple(found)


def _record(document: Document, sentence: Sentence, start: int, end: int, interval: Interval) -> TimeExpression:
    span = Span(document.id, start, end, sentence.index)
    value = interval.edtf
    name = f"{document.id}@t{start}-{end}"
    return TimeExpression(name, span, document.text[start:end], "DATE", value, None, interval, (), None, (), "date", 1.0)


__all__ = ["Bound", "TimeOptions", "find_times", "time_expressions"]
