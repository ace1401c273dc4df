"""Reads the candidates of one document in text order, and moves its reference time along.

For each candidate: what surrounds it, what it hangs on (`Chronology`), its anchored reading (`anchors`), its interval
under the words around it (`anchors.modified`), its record; then what the next ones may be counted from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuilder.records import Document, Sentence, Span, TimeExpression
from graphbuilder.times.anchors import anchor
from graphbuilder.times.anchors.modified import modified_interval
from graphbuilder.times.anchors.ranges import hull
from graphbuilder.times.calendar.cells import Cell, number_of
from graphbuilder.times.calendar.values import PUBLICATION, Offset, Several
from graphbuilder.times.context import Context
from graphbuilder.times.document.asides import is_aside, is_in_passing
from graphbuilder.times.document.chronology import Chronology
from graphbuilder.times.document.speech import saying_time
from graphbuilder.times.document.surroundings import Surroundings, record_id
from graphbuilder.times.document.tense import FORESEEN
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading

if TYPE_CHECKING:
    import spacy.tokens


@dataclass(slots=True)
class Reader:
    """Reads the candidates of one document in text order, and keeps the thread of its story."""

    document: Document
    sentences: Sequence[Sentence]
    doc: spacy.tokens.Doc | None
    context: Context
    planned: Set[str]
    paragraph: int = 0
    position: int = 0

    def read(self, found: Sequence[tuple[Candidate, Sentence]]) -> tuple[TimeExpression, ...]:
        """The time expressions that the candidates, each with its sentence, turn out to be."""
        candidates = [one for one, _ in found]
        chronology = Chronology(self.document.text, candidates)
        records = []
        for place, (one, sentence) in enumerate(found):
            self._stand_at(one, sentence)
            self.context.said = self._said(found, candidates, place) if self.context.here.quoted else None
            records.append(self._read_one(one, chronology))
        return tuple(record for record in records if record is not None)

    def _stand_at(self, one: Candidate, sentence: Sentence) -> None:
        """Move the context to a candidate."""
        text, context = self.document.text, self.context
        self.paragraph += text.count("\n", self.position, one.start)
        self.position = one.start
        planned = record_id(self.document, one.start, one.end) in self.planned
        context.here = Surroundings(self.document, one, sentence, self.paragraph, self.doc, planned)
        context.narrative = one.start >= context.story_from

    def _said(
        self, found: Sequence[tuple[Candidate, Sentence]], candidates: Sequence[Candidate], place: int
    ) -> tuple[Cell, str] | None:
        """When the quotation around a candidate was said, if a clause of saying beside it dates that; and its id."""
        other = saying_time(self.document.text, candidates, place)
        if other is None:
            return None
        one, sentence = found[other]
        here = Surroundings(self.document, one, sentence, self.paragraph, self.doc)
        reading = anchor(one.value, replace(self.context, here=here, said=None))
        today = self.context.publication
        if reading is None or reading.cell is None or (today and number_of(reading.cell.start) > number_of(today)):
            return None
        return reading.cell, record_id(self.document, one.start, one.end)

    def _read_one(self, one: Candidate, chronology: Chronology) -> TimeExpression | None:
        """The record of one candidate; None where its anchor says that it is no time after all."""
        context = self.context
        around = chronology.around(one, context)
        reading = anchor(one.value, around)
        if reading is None:
            return None
        record = self._record(one, reading)
        chronology.move_on(one, reading, record.id, context)
        self._remember(one, reading, record.id)
        return record

    def _remember(self, one: Candidate, reading: Reading, id_: str) -> None:
        """Move the reference time to this reading, unless it is an offset that compares, a jubilee or a plan."""
        text, context = self.document.text, self.context
        reached = reading.parts[0] if reading.parts else reading
        if reached.cell is None or reached.cell.unit == "fiscal year":
            return
        if isinstance(one.value, Offset) and one.value.compared:
            return
        if reached.anchor not in (None, PUBLICATION) and context.tense == FORESEEN:
            return  # "on 3 May they said that it would open by June": the story has not come to June
        jubilee = isinstance(one.value, Offset) and one.value.kept
        if context.narrative and reached.anchor == PUBLICATION and not jubilee:
            return
        passing = context.narrative and is_in_passing(text, one, reached, reached.cell, context)
        own = reached.anchor != PUBLICATION and not is_aside(text, one, reached, reached.cell)
        context.remember(reached.cell, id_, in_passing=passing, own=own)

    def _record(self, one: Candidate, reading: Reading) -> TimeExpression:
        """The record of a candidate, with one for each part of a range or list."""
        if not isinstance(one.value, Several):
            return self._single_record(one, reading)
        mods = one.value.mods or (None,) * len(reading.parts)
        parts = tuple(
            self._single_record(Candidate(start, end, value, one.rule, one.score, mod), part)
            for (start, end, value), part, mod in zip(one.value.parts, reading.parts, mods, strict=True)
        )
        whole = replace(self._single_record(one, reading), parts=parts)
        if any(part.mod for part in parts) and whole.interval is not None:
            return replace(whole, interval=hull([part.interval for part in parts]) or whole.interval)
        return whole

    def _single_record(self, one: Candidate, reading: Reading) -> TimeExpression:
        text = self.document.text
        number = bisect_right(self.sentences, one.start, key=lambda sentence: sentence.start) - 1
        span = Span(self.document.id, one.start, one.end, max(0, number))
        return TimeExpression(
            id=record_id(self.document, one.start, one.end),
            span=span,
            text=text[one.start : one.end],
            type=reading.type,
            value=reading.value,
            mod=one.mod,
            interval=modified_interval(text, one, reading, self.context),
            parts=(),
            # a part that was filled in without the story's help came from publication
            anchor=reading.anchor or (PUBLICATION if reading.implied and self.context.publication else None),
            implied=reading.implied,
            method=f"times.{one.rule}",
            score=one.score,
        )
