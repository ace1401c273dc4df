"""Notes on a file whose documents were read: dates and addresses that could not be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    """The documents and problems of a file or table as they come, then notes on its dates and web addresses.

    Rows that are `numbered` are named by number, not by the id of their document.
    """
    remarks = _Dates(), _Addresses()
    for number, one in enumerate(found, start=1):
        if isinstance(one, Document):
            for remark in remarks:
                remark.add(one, f"row {number}" if numbered else one.id)
        yield one
    for remark in remarks:
        for reason in remark.reasons():
            yield Problem(name, reason, kind="note")


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


class _Dates:
    """The publication dates of one file: those that could not be read, and columns that resemble them."""

    def __init__(self) -> None:
        self._unread: list[str] = []
        self._unread_count = 0
        self._rows = 0
        self._dated = False
        self._days: set[str] = set()
        self._others: set[str] = set()

    def add(self, document: Document, row: str) -> None:
        self._rows += 1
        if document.published is not None:
            self._dated = True
            return
        for name, value in document.meta:
            if name == "published":  # `rows` keeps it there where it is no certain day
                self._unread_count += 1
                if len(self._unread) < SHOWN:
                    self._unread.append(f"{shortened(value)!r} ({row})")
            else:
                (self._days if _ISO_DAY.fullmatch(value) else self._others).add(name)

    def reasons(self) -> Iterator[str]:
        if self._unread_count:
            yield (
                f"kept, but with no publication date, for it is no certain day: "
                f"{listed(self._unread, self._unread_count)}; write it as in 2022-04-03"
            )
        days = sorted(self._days - self._others)
        if days and self._rows >= _LEAST_ROWS and not (self._dated or self._unread_count):
            yield (
                f"no publication dates, but days in {listed(map(repr, days), len(days))}; if that is when the articles "
                f'were published, say --column "published={days[0]}" on the command line, '
                f"columns={{'published': {days[0]!r}}} in Python"
            )


class _Addresses:
    """The values of one file that are no web addresses."""

    def __init__(self) -> None:
        self._wrong: list[str] = []
        self._count = 0

    def add(self, document: Document, row: str) -> None:
        wrong = [value for name, value in document.meta if name == "url" and document.url is None]
        self._count += len(wrong)
        self._wrong += [f"{shortened(value)!r} ({row})" for value in wrong[: SHOWN - len(self._wrong)]]

    def reasons(self) -> Iterator[str]:
        if self._count:
            yield (
                f"kept, but with no web address, for it is none that begins with http:// or https:// and can be "
                f"followed: {listed(self._wrong, self._count)}"
            )
