"""What readers give: documents, problems, and what is still to be read, by this process or by a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphbuilder.documents.problem import Problem
from graphbuilder.errors import InputError
from graphbuilder.records import Document

_log = logging.getLogger(__name__)

Found = Document | Problem


@dataclass(frozen=True, slots=True)
class Unread:
    """The bytes of a file, or one row, whose documents are still to be made, perhaps by a worker; about its size."""

    name: str
    size: int
    read: Callable[[], Found | Iterable[Found]]

    def found(self) -> list[Found]:
        """Its documents, or the Problem with it."""
        try:
            made = self.read()
            return [made] if isinstance(made, Document | Problem) else list(made)
        except Exception as error:
            return [failed(self.name, error)]


def failed(name: str, error: Exception) -> Problem:
    """The Problem with what cannot be read: one bad file, however it breaks a reader, does not cost the others."""
    if isinstance(error, InputError):
        return Problem(name, str(error))
    _log.debug("%s cannot be read", name, exc_info=error)
    return Problem(name, f"it cannot be read ({type(error).__name__}: {error}); please report it with the file")
