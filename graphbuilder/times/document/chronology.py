"""What times hang on in a chronology: the date at the head of an entry goes on from the one before.

    5 July 2019. Talks collapse.
    15 July. Strikers block the road. Three days later police clear it at dawn.

"15 July" is that of 2019, whenever the text was published; "dawn" and "Monday" are those nearest to the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.intervals import Bound
from graphbuilder.times.anchors import anchor
from graphbuilder.times.calendar.cells import Cell, number_of
from graphbuilder.times.context import Context, PriorTime
from graphbuilder.times.document.chronology_entries import Entry, entries_of, entry_at
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading

#: A chronology goes on rather than back, though some tell the newest first: days back count so many times.
_BACKWARDS = 2


class Chronology:
    """The reader's place among the entries of a text."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self._entries = entries_of(text, ((one.start, one.end) for one in candidates if not one.bound))
        #: the date of the entry, or of the last one before
        self._head: PriorTime | None = None

    def around(self, one: Candidate, context: Context) -> Context:
        """The context of an expression: in an entry its date, at the head of one the entry before."""
        entry = self._entry(one)
        if entry is None or (self._head is None and one.start == entry.start):
            return context
        if one.start == entry.start:
            return self._after_the_last(one, context)
        head, today = self._head, context.publication
        if head is not None and _is_ahead(head, today):
            return context  # of what is to come nothing was said on its day
        if head is None or head.cell.unit != "day":
            return replace(context, entry_day=None, narrative=True)
        return replace(context, entry_day=(head.cell.start, head.name), narrative=True)

    def move_on(self, one: Candidate, reading: Reading, name: str, context: Context) -> None:
        """Note the date of an entry that this expression begins; it goes on from nothing that was told before."""
        entry = self._entry(one)
        cell = reading.parts[0].cell if reading.parts else reading.cell
        if entry is not None and one.start == entry.start and cell is not None:
            self._head = PriorTime(context.here.paragraph, cell, name, sentence=context.here.sentence.index, own=True)
            context.prior.clear()

    def _entry(self, one: Candidate) -> Entry | None:
        return entry_at(self._entries, one.start) if self._entries else None

    def _after_the_last(self, one: Candidate, context: Context) -> Context:
        """The context of a head: the year of the last entry or, if that is nearer and not to come, the next."""
        head, today = self._head, context.publication
        if head is None:
            return context
        this, following = (self._in_year(head, head.cell.start.year + step, context) for step in (0, 1))
        first, second = (_start(anchor(one.value, each)) for each in (this, following))
        if first is None or second is None:
            return this
        if not _is_ahead(head, today) and today is not None and number_of(second) > number_of(today):
            return this
        before, after = (number_of(head.cell.start) - number_of(first), number_of(second) - number_of(head.cell.start))
        return following if before > 0 and _BACKWARDS * before > after else this

    def _in_year(self, head: PriorTime, year: int, context: Context) -> Context:
        """The context in which a date without a year takes this one."""
        return replace(context, prior=[head._replace(cell=Cell("year", Bound(year)))], narrative=True)


def _is_ahead(head: PriorTime, today: Bound | None) -> bool:
    return today is not None and number_of(head.cell.start) > number_of(today)


def _start(reading: Reading | None) -> Bound | None:
    """The first moment of a reading, of a range that of its first part."""
    cell = None if reading is None else reading.parts[0].cell if reading.parts else reading.cell
    return None if cell is None else cell.start
