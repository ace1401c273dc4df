"""By what an article was read: records, model, reader and the user's corrections; so it is known what to read anew."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graphbuilder import __version__
from graphbuilder.corrections import Corrections
from graphbuilder.reader.model import WEIGHTS
from graphbuilder.reader.weights import fingerprint
from graphbuilder.records import SCHEMA, content_hash

_DIGITS = 8


class Made(NamedTuple):
    """By what one article was read: the columns of its row that say so."""

    schema: int
    model: str
    reader: str
    corrections: str


class Maker:
    """What articles are read by now.

    Args:
        model: a spaCy pipeline by name, or a folder, of which the store keeps the name alone.
        corrections: of the user.
    """

    def __init__(self, model: str, corrections: Corrections) -> None:
        self.model, self.corrections = model, corrections
        self._base = SCHEMA, Path(model).name, f"{__version__} {fingerprint(WEIGHTS)[:_DIGITS]}"
        self._names = [(one.name, one.type, one.aliases, one.pattern) for one in corrections.names]
        self._lines = defaultdict[str, list[tuple[str, str]]](list)
        for line in corrections.documents:
            self._lines[line.document] += sorted(line.told.items())

    def of(self, document: str) -> Made:
        """By what a document, named by its id, would be read now."""
        told = self._names, self._lines.get(document, [])
        return Made(*self._base, content_hash(*told, digits=_DIGITS) if any(told) else "")


def model_of(database: sqlite3.Connection) -> str | None:
    """The model by which most articles of a store were read."""
    most = "SELECT model FROM document GROUP BY model ORDER BY count(*) DESC, model LIMIT 1"
    row = database.execute(most).fetchone()
    return None if row is None else str(row["model"])


def made_of(row: sqlite3.Row) -> Made:
    """By what the article of a row was read."""
    return Made(*(row[name] for name in Made._fields))


def stale(database: sqlite3.Connection, maker: Maker) -> Iterator[sqlite3.Row]:
    """Number, id and `Made` of the articles that were read by anything else, by their ids."""
    columns = ", ".join(Made._fields)
    rows = database.execute(f"SELECT number, id, {columns} FROM document ORDER BY id").fetchall()
    return (row for row in rows if maker.of(row["id"]) != made_of(row))
