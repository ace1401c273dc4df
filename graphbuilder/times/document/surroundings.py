"""What the text says around one time expression: its tense, its quotation marks, who speaks, how its clause begins.

Everything but the offsets is looked up only when an anchor asks, which most never do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuilder.records import Document, Sentence
from graphbuilder.times.calendar.values import Partial, flat
from graphbuilder.times.document.parsed_tense import tense_in_parse
from graphbuilder.times.document.sentences import quoted
from graphbuilder.times.document.tense import tense_by_cues
from graphbuilder.times.finding import Candidate

if TYPE_CHECKING:
    import spacy.tokens


def record_id(document: Document, start: int, end: int) -> str:
    """The id of the time expression between two offsets of a document."""
    return f"{document.id}@t{start}-{end}"


@dataclass(frozen=True)
class Surroundings:
    """The place of one time expression in its document; its paragraph is the number of line ends before it."""

    document: Document
    one: Candidate
    sentence: Sentence
    paragraph: int
    doc: spacy.tokens.Doc | None = None
    #: whether what is told of it is planned
    is_planned: bool = False

    @property
    def is_first_sentence(self) -> bool:
        """Whether it is in the first sentence of the text."""
        return self.sentence.index == 0

    @cached_property
    def quoted(self) -> bool:
        """Whether it is inside quotation marks."""
        return quoted(self.document.text, self.one.start)

    @cached_property
    def tense(self) -> int:
        """The tense of its clause, by the parse where there is one, else by the nearest cue: -1 past, `BEFORE` past
        perfect, 1 future, `FORESEEN` future in the past, 0 unknown.
        """
        if self.is_planned:
            return 1
        text, one = self.document.text, self.one
        before = text[self.sentence.start : one.start]
        tense = None if self.doc is None else tense_in_parse(self.doc, one.start, one.end)
        if one.bound == "until" and tense is not None and tense < 0:
            tense = None  # "was put off until Monday" has its verb in the past, and Monday is to come
        if tense == 0 and any(isinstance(part, Partial) and part.unit == "weekday" for part in flat(one.value)):
            # of days of the week the next: "was expected on Friday"; not "was to have sailed on Friday"
            tense = -1 if " to have " in before and one.bound != "by" else 1
        if tense is None:
            tense = tense_by_cues(text, one.start, one.end, self.sentence.start, self.sentence.end)
        if tense == 0 and " have been " in before:
            return tense  # "would have been ready by Easter" may be of either side
        return 1 if tense == 0 and one.bound in ("until", "by", "not before") else tense
