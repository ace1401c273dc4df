"""Day and outlet for articles that have none, by the user's word on all: ``--published DAY`` and ``--source NAME``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphbuilder.documents.metadata.address import read_url
from graphbuilder.documents.metadata.dates import parse_date
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.remarks import SHOWN, listed
from graphbuilder.documents.text.characters import one_line
from graphbuilder.errors import InputError
from graphbuilder.records import Document

#: How a day is told that no article tells.
REMEDY = "say it with --published DAY, or a table with --about-files (in Python: published=, about_files=)"


def day_of(value: Any) -> date | None:
    """The day that the user gives, as a date or as text; None where none is given.

    Raises:
        InputError: it is no certain day.

    >>> day_of("2022-07-26")
    datetime.date(2022, 7, 26)
    """
    day = parse_date(value) if isinstance(value, str) else value
    if value is not None and not isinstance(day, date):
        raise InputError(f"the day of publication {value!r} is no certain day; write it as in 2022-07-26")
    return day


def name_of(value: Any) -> str | None:
    """The outlet that the user gives, on one line; None where none is given.

    Raises:
        InputError: it is no name.
    """
    name = one_line(value) if isinstance(value, str) else value
    if value is not None and not (isinstance(name, str) and name):
        raise InputError(f"the source {value!r} is no name; write it as in 'Harbour Courier', or leave it out")
    return name


@dataclass(frozen=True, slots=True)
class Default:
    """Day and outlet for articles that have none."""

    published: date | None
    source: str | None

    def complete(self, document: Document) -> Document:
        """The document with the missing day and outlet; no day where the article has another, if only by its month."""
        if self._may_date(document):
            document = replace(document, published=self.published)
        if self.source is not None and document.source is None:
            document = replace(document, source=self.source)
        return document

    def _may_date(self, document: Document) -> bool:
        """Whether the day may be given: the document has none, and no month of its issue or address contradicts it."""
        if self.published is None or document.published is not None:
            return False
        facts = dict(document.meta)  # "published" is there where it is no certain day
        months = {facts["issue"]} if "issue" in facts else set()
        months |= {month} if (month := _month(document)) else set()
        return "published" not in facts and months <= {f"{self.published:%Y-%m}"}


class Months:
    """The articles that stay undated though their address has year and month."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._count = 0

    def add(self, document: Document) -> None:
        """Count one more document."""
        month = _month(document) if document.published is None else None
        if month is not None:
            self._count += 1
            if len(self._first) < SHOWN:
                self._first.append(f"{document.id} ({month})")

    def notes(self) -> Iterator[Problem]:
        """One note on all of them, or none."""
        if self._count:
            which = "1 article has" if self._count == 1 else f"{self._count} articles have"
            names = listed(self._first, self._count)
            told = f"{which} year and month in the address but no day, which dates nothing: {names}"
            yield Problem("", f"{told}; {REMEDY}", "note")


def _month(document: Document) -> str | None:
    return None if document.url is None else read_url(document.url).month
