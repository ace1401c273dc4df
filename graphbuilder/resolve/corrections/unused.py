"""The notes on lines that changed nothing, one a line, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphbuilder.corrections import Correction
from graphbuilder.documents import Problem
from graphbuilder.documents.given.corrected import AboutDocuments
from graphbuilder.records import Extraction


def unused_lines(
    unused: Mapping[Correction, str], documents: AboutDocuments, extractions: Sequence[Extraction]
) -> Iterator[Problem]:
    """The notes on unused lines.

    Args:
        unused: the lines on things → why they changed nothing.
        documents: the lines on documents, which know that themselves.
        extractions: all documents.
    """
    notes = {(row.line, row.where, row.verb): reason for row, reason in unused.items()}
    notes |= {(line.line, line.where, "document"): reason for line, reason in documents.unused(extractions)}
    for (_, where, verb), reason in sorted(notes.items()):
        yield Problem(where, f"{verb!r} changes nothing: {reason}", "note")
