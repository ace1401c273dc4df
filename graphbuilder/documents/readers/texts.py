"""Texts that the user gives directly, in a list or Series: `texts=`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from os import PathLike
from typing import Any

from graphbuilder.documents.description import describe
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.rows import Columns, is_missing
from graphbuilder.documents.readers.tables import documents_of_frame, is_frame, unread_row
from graphbuilder.documents.readers.unread import Unread
from graphbuilder.errors import InputError
from graphbuilder.records import Document


@dataclass(frozen=True, slots=True)
class Texts:
    """Strings, mappings with the fields of a Document and Documents, one after the other; or a DataFrame."""

    items: Any

    @classmethod
    def of(cls, given: Any) -> Texts:
        """The texts that the user gives, one alone or several; InputError where they are none."""
        if isinstance(given, (str, Mapping, Document)):
            return cls([given])
        if isinstance(given, (bytes, PathLike)) or not (is_frame(given) or isinstance(given, Iterable)):
            raise _no_text(given)
        return cls(given)

    def documents(self, columns: Columns | None) -> Iterator[Unread | Problem]:
        """The documents of the texts, with hashes of their content for missing ids; a Problem for what has no text."""
        if is_frame(self.items):
            yield from documents_of_frame(self.items, columns)
            return
        for number, item in enumerate(self.items, start=1):
            yield _document(item.as_py() if hasattr(item, "as_py") else item, number, columns)  # a scalar of Arrow


def undescribed(document: Document) -> Unread:
    """A document whose own lines are still to be looked at."""
    return Unread(document.id, len(document.text), partial(describe, document))


def _document(item: Any, number: int, columns: Columns | None) -> Unread | Problem:
    name, place = f"texts#{number}", f"item {number}"
    if isinstance(item, Document):
        return undescribed(item)
    if is_missing(item):
        return Problem(name, f"{place}: there is no text in it")
    if not isinstance(item, (str, Mapping)):
        raise _no_text(item)
    return unread_row(dict(item) if isinstance(item, Mapping) else {"text": item}, columns, "", place, name=name)


def _no_text(value: object) -> InputError:
    remedy = "a path is given without texts=" if isinstance(value, PathLike) else "give one or more of these"
    kind = type(value).__name__
    return InputError(
        f"texts= takes strings, dicts with a text and Documents, in a list or Series, not {kind}; {remedy}"
    )
