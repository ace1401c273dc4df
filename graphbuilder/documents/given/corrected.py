"""Facts of articles by the user's file of corrections, which come before everything else."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from graphbuilder.corrections import FACTS, AboutDocument, Corrections
from graphbuilder.documents.given.about import Row, with_row
from graphbuilder.records import Document, Extraction


class AboutDocuments:
    """The corrections of documents, by the ids of these."""

    def __init__(self, corrections: Corrections | None) -> None:
        self._lines: dict[str, list[AboutDocument]] = defaultdict(list)
        for line in corrections.documents if corrections is not None else ():
            self._lines[line.document].append(line)

    def corrected(self, document: Document) -> Document:
        """The document with the user's corrections; a second time changes nothing."""
        lines = self._lines.get(document.id, ())
        return _corrected(document, lines) if lines else document

    def of(self, document: str) -> tuple[str, ...]:
        """The corrections of a document, in the words of messages."""
        return tuple(str(line) for line in self._lines.get(document, ()))

    def unused(self, read: Iterable[Extraction]) -> Iterator[tuple[AboutDocument, str]]:
        """The corrections without effect, each with the reason: no such document, or one that was read without them."""
        known = {one.document: one for one in read}
        for line in (line for lines in self._lines.values() for line in lines):
            document = known.get(line.document)
            if document is None:
                near = difflib.get_close_matches(line.document, sorted(known), n=3)
                hint = f"; nearest: {', '.join(near)}" if near else ""
                yield line, f"no article here has the id {line.document!r}{hint}"
            elif any(getattr(document, fact) != getattr(line, fact) for fact in line.told):
                yield line, f"{line.document!r} was read without it; give the corrections to `extract`, too"


def _corrected(document: Document, lines: Sequence[AboutDocument]) -> Document:
    """The document with all its corrections; they do not contradict each other, so their order does not matter."""
    told: dict[str, Any] = {fact: getattr(line, fact) for line in lines for fact in line.told}
    row = Row(lines[0].line, document.id, *(told.get(fact) for fact in FACTS))
    unknown: dict[str, Any] = {fact: None for fact, value in told.items() if value is None}
    document = replace(with_row(document, row), **unknown)
    kept = (fact for fact in document.meta if "published" not in told or fact[0] not in ("published", "issue"))
    return replace(document, meta=tuple(kept))
