"""The user's corrections, as a store keeps them: one row a line."""

from __future__ import annotations

import sqlite3

from graphbuilder.corrections import AboutDocument, Correction, Corrections, OwnName
from graphbuilder.records import from_json, to_json

#: The parts of `Corrections`, with the records that they hold.
_PARTS: dict[str, type[Correction] | type[OwnName] | type[AboutDocument]] = {
    "rows": Correction,
    "names": OwnName,
    "documents": AboutDocument,
}


def kept(database: sqlite3.Connection) -> Corrections:
    """The corrections that a store keeps."""
    parts: dict[str, list[object]] = {part: [] for part in _PARTS}
    for part, record in database.execute("SELECT part, record FROM correction ORDER BY number"):
        parts[part].append(from_json(_PARTS[part], record))
    return Corrections(**{part: tuple(lines) for part, lines in parts.items()})  # type: ignore[arg-type]


def keep(database: sqlite3.Connection, corrections: Corrections) -> None:
    """Keep these corrections, and none that were kept before."""
    lines = [(part, to_json(line)) for part in _PARTS for line in getattr(corrections, part)]
    database.execute("DELETE FROM correction")
    database.executemany("INSERT INTO correction (part, record) VALUES (?, ?)", lines)
