"""Day and outlet for articles that have none, by the user's word on all: ``--published DAY`` and ``--source NAME``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphbuilder.documents.metadata.dates import parse_date
from graphbuilder.documents.text.characters import one_line
from graphbuilder.errors import InputError
from graphbuilder.records import Document

#: How a day is told that no article tells.
REMEDY = "say it with --published DAY, or a table with --about-files (in Python: published=, about_files=)"


def day_of(value: Any) -> date | None:
    """The day that the user gives, as a date or as text, if any; InputError where it is no certain day.

    >>> day_of("2022-07-26")
    datetime.date(2022, 7, 26)
    """
    day = parse_date(value) if isinstance(value, str) else value
    if value is not None and not isinstance(day, date):
        raise InputError(f"the day of publication {value!r} is no certain day; write it as in 2022-07-26")
    return day


def name_of(value: Any) -> str | None:
    """The outlet that the user gives, on one line, if any; InputError where it is no name."""
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
        """Whether the day may be given: the document has none, and neither metadata nor issue contradict it."""
        if self.published is None or document.published is not None:
            return False
        facts = dict(document.meta)  # "published" is there where it is no certain day
        return "published" not in facts and facts.get("issue") in (None, f"{self.published:%Y-%m}")
