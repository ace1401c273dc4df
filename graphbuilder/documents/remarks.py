"""Notes on a file whose documents were read: dates and addresses that could not be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphbuilder.documents.problem import Problem
from graphbuilder.records import Document

#: How many rows and names are shown, the rest is a number; and how many characters.
SHOWN = 3
_LONGEST = 80
_ISO_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d(?:[T ][\d:.,]{4,20}(?:Z|[+-]\d\d:?\d\d)?)?")
_LEAST_ROWS = 2


def with_remarks(
    found: Iterable[Document | Problem], name: str, *, numbered: bool = False
) -> Iterator[Document | Problem]:
    """The documents and problems of a file or table, then notes on them; rows have ids, or are `numbered`."""
    remarks = _Remarks()
    for number, one in enumerate(found, start=1):
        if isinstance(one, Document):
            remarks.add(one, f"row {number}" if numbered else one.id)
        yield one
    yield from (Problem(name, reason, kind="note") for reason in remarks.reasons())


def listed(items: Iterable[str], count: int, shown: int = SHOWN) -> str:
    """The first items, and how many of `count` there are beyond them.

    >>> listed(["a.pdf", "b.pdf", "c.pdf", "d.doc"], 4)
    'a.pdf, b.pdf, c.pdf and 1 more'
    """
    first = list(items)[:shown]
    return ", ".join(first) + (f" and {count - len(first)} more" if count > len(first) else "")


def shortened(text: str) -> str:
    """A text of the user's, as messages show it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


@dataclass(slots=True)
class _Remarks:
    """What is wrong with the documents of one file: dates and addresses that could not be used, by their rows."""

    rows: int = 0
    dates: int = 0
    addresses: int = 0
    #: the first of these
    shown_dates: list[str] = field(default_factory=list)
    shown_addresses: list[str] = field(default_factory=list)
    dated: bool = False
    #: columns of which every value is a day, and others
    days: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def add(self, document: Document, row: str) -> None:
        """Note what is wrong with a document."""
        self.rows += 1
        self.dated = self.dated or document.published is not None
        for name, value in document.meta:
            told = f"{shortened(value)!r} ({row})"
            if name == "url" and document.url is None:
                self.addresses += 1
                self.shown_addresses = [*self.shown_addresses, told][:SHOWN]
            if name == "published" and document.published is None:  # `rows` keeps it there where it is no certain day
                self.dates += 1
                self.shown_dates = [*self.shown_dates, told][:SHOWN]
            elif document.published is None:
                (self.days if _ISO_DAY.fullmatch(value) else self.others).add(name)

    def reasons(self) -> Iterator[str]:
        """What is told of it."""
        if self.dates:
            yield (
                f"kept, but with no publication date, for it is no certain day: "
                f"{listed(self.shown_dates, self.dates)}; write it as in 2022-04-03"
            )
        days = sorted(self.days - self.others)
        if days and self.rows >= _LEAST_ROWS and not (self.dated or self.dates):
            yield (
                f"no publication dates, but days in {listed(map(repr, days), len(days))}; if that is when the articles "
                f'were published, say --column "published={days[0]}" on the command line, '
                f"columns={{'published': {days[0]!r}}} in Python"
            )
        if self.addresses:
            yield (
                f"kept, but with no web address, for it is none that begins with http:// or https:// and can be "
                f"followed: {listed(self.shown_addresses, self.addresses)}"
            )
