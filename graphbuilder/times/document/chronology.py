"""What times hang on in a chronology: paragraphs under a date, which is the date of their events.

    July 5, 2019                          5 July 2019. Talks collapse.        2019-07-05 – Talks collapse.
    Talks collapse.                       15 July. Strikers block the road.   July 15: Strikers block the road.

The date at the head of an entry goes on from the one before: "15 July" is that of 2019, whenever the text was
published; "dawn" and "Monday" in it are those nearest to the entry. Where the date was set in bold, nothing else may
stand behind it: "5 July 2019 Talks collapse." The date line of a letter or of a news story alone makes no entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from graphbuilder.intervals import Bound
from graphbuilder.times.anchors import anchor
from graphbuilder.times.calendar.cells import Cell, number_of
from graphbuilder.times.context import Context, PriorTime
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading

#: A chronology goes on rather than back, though some tell the newest first: days back count so many times.
_BACKWARDS = 2
#: A text with fewer entries is no chronology.
_LEAST = 3

#: What may precede the date in its line.
_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•●·▪►–—>#]+[ \t]*|\d{1,3}[.)][ \t]+)?[*_(\[]{0,3}\Z")
#: What ends the date where the entry goes on in its line: "15 July. S", "July 15: S", "1914 – S".
_AFTER = re.compile(r"[*_)\]]{0,3}(?:[.:]|[ \t][-–—]|[–—])[*_]{0,3}[ \t]+(?=\S)")
#: Where it was set in bold: "15 July Strikers".
_BOLD = re.compile(r"[ \t]+(?=[\"“'‘]?[A-Z])")
#: What may follow a date alone in its line.
_ALONE = re.compile(r"[*_)\]]{0,3}[.:]?[*_]{0,3}[ \t]*(?=\n|\Z)")
_BLANK = re.compile(r"\n[ \t]*\n")
#: Characters of a line before a date that are looked at.
_NEAR = 12


class Entry(NamedTuple):
    """Where an entry begins, and where its text begins and ends."""

    start: int
    told: int
    end: int


def entries_of(text: str, dates: Iterable[tuple[int, int]]) -> list[Entry]:
    """The entries of a text, by the characters of its dates (start and end, in text order); none if there are few.

    >>> text = "5 July 2019. Talks collapse.\\n\\n15 July. Strikers block it.\\n\\n2 August. The talks begin."
    >>> entries = entries_of(text, [(0, 11), (30, 37), (59, 67)])
    >>> [text[one.told : one.end] for one in entries]
    ['Talks collapse.', 'Strikers block it.', 'The talks begin.']
    """
    heads = _heads(text, dates)
    if len(heads) < _LEAST:
        return []
    following = [*(start for start, _ in heads[1:]), len(text)]
    return [_entry(text, head, next_) for head, next_ in zip(heads, following, strict=True)]


def _heads(text: str, dates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The dates that entries begin with, and where their text begins; bold dates too, if there are enough of them."""
    heads, bold = [], []
    for start, end in dates:
        if _BEFORE.search(text, max(0, start - _NEAR), start) is None:
            continue
        after = _AFTER.match(text, end) or _ALONE.match(text, end)
        if after is not None:
            heads.append((start, after.end()))
        elif (after := _BOLD.match(text, end)) is not None:
            bold.append((start, after.end()))
    return sorted(heads + bold) if len(bold) >= _LEAST else heads


def _entry(text: str, head: tuple[int, int], following: int) -> Entry:
    """The entry under a head: it ends with its paragraph, the first one below the date."""
    start, told = head
    while told < following and text[told].isspace():
        told += 1
    blank = _BLANK.search(text, told, following)
    return Entry(start, told, following if blank is None else blank.start())


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
        """The entry that an expression is in."""
        at = bisect_right(self._entries, one.start, key=lambda entry: entry.start) - 1
        return self._entries[at] if at >= 0 and one.start < self._entries[at].end else None

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
    """Whether an entry is about what is to come."""
    return today is not None and number_of(head.cell.start) > number_of(today)


def _start(reading: Reading | None) -> Bound | None:
    """The first moment of a reading, of a range that of its first part."""
    cell = None if reading is None else reading.parts[0].cell if reading.parts else reading.cell
    return None if cell is None else cell.start
