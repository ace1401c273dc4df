"""What is wrong with a store: its file, its index, and each article against its hashes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from graphbuilder.documents import Problem
from graphbuilder.errors import InputError
from graphbuilder.records import SCHEMA
from graphbuilder.store.rows import columns, document_of, tellings, unpacked

_ANEW = "remove it and add it again"
_INDEX = "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"
_REBUILD = "INSERT INTO words (words) VALUES ('rebuild')"


def check(database: sqlite3.Connection, name: str) -> Iterator[Problem]:
    """Each thing that is wrong, with its remedy; nothing where all is well.

    Args:
        database: the store.
        name: of its file.
    """
    for (reason,) in database.execute("PRAGMA integrity_check").fetchall():
        if reason != "ok":
            yield Problem(name, f"the file is damaged ({reason}); take a copy of it that is whole")
    try:
        database.execute(_INDEX)
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_READONLY:
            yield Problem(name, "the index of words is not checked in a file that may only be read", "note")
        elif code == sqlite3.SQLITE_CORRUPT:
            yield Problem(name, f'the index of words does not fit the texts; say: sqlite3 {name} "{_REBUILD}"')
        else:
            raise
    lost = "SELECT count(*) FROM telling WHERE document NOT IN (SELECT number FROM document)"
    if count := database.execute(lost).fetchone()[0]:
        yield Problem(name, f"{count} events belong to no article; take a copy of it that is whole")
    for row in database.execute("SELECT * FROM document ORDER BY id"):
        yield from (Problem(row["id"], reason) for reason in _faults(database, row))


def _faults(database: sqlite3.Connection, row: sqlite3.Row) -> Iterator[str]:
    """What is wrong with an article."""
    try:
        found = columns(document_of(row), row["origin"])
        if (found["hash"], found["text_hash"]) != (row["hash"], row["text_hash"]):
            yield f"its text or what is told of it was changed within the store; {_ANEW}"
        if row["schema"] != SCHEMA:  # `add` reads it anew
            return
        extraction = unpacked(row["extraction"], row["text"])
    except (InputError, ValueError, TypeError) as error:
        yield f"{error}; {_ANEW}"
        return
    told = database.execute("SELECT * FROM telling WHERE document = ? ORDER BY start, stop", [row["number"]])
    wanted = sorted(tellings(extraction), key=lambda one: one[5:7])
    if extraction.document != row["id"] or [tuple(one)[1:] for one in told] != wanted:
        yield f"what was read of it does not fit it; {_ANEW}"
