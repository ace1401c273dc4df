"""What all articles of a store say together: kept until one of them, the user's lines or this program changes."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from typing import NamedTuple

from graphbuilder import __version__
from graphbuilder.corrections import Corrections
from graphbuilder.documents import Problem
from graphbuilder.errors import InputError
from graphbuilder.ids.given import NOTHING_GIVEN
from graphbuilder.records import Resolution, content_hash, to_json
from graphbuilder.records.parts import in_parts, of_parts
from graphbuilder.store.lasting import given

_DIGITS = 32
_ARTICLES = "SELECT id, hash, schema, model, reader, corrections FROM document ORDER BY id"


class Together(NamedTuple):
    """What all articles say, under the ids of its content, and what the user was told when it was put together."""

    resolution: Resolution
    notes: Sequence[Problem]


def state(database: sqlite3.Connection, corrections: Corrections) -> str:
    """A hash of all that decides what the articles of a store say together, by these corrections of the user."""
    articles = [tuple(row) for row in database.execute(_ARTICLES)]
    known = given(database, [article[0] for article in articles]) if corrections.rows else NOTHING_GIVEN
    ids = sorted(known.ids.items()), list(known.anchors.items())
    return content_hash(__version__, to_json(corrections), ids, articles, digits=_DIGITS)


def kept(database: sqlite3.Connection, now: str) -> Together | None:
    """What was put together in this state; None where nothing was kept, or what was is damaged."""
    row = database.execute("SELECT notes FROM together WHERE state = ?", [now]).fetchone()
    if row is None:
        return None
    texts = dict(map(tuple, database.execute("SELECT id, text FROM document")))
    parts = database.execute("SELECT record FROM part ORDER BY number")
    with suppress(zlib.error, InputError, ValueError, TypeError):
        resolution = of_parts((zlib.decompress(part["record"]) for part in parts), texts.__getitem__)
        return Together(resolution, [Problem(*note) for note in json.loads(row["notes"])])
    return None


def keep(database: sqlite3.Connection, now: str, together: Together) -> None:
    """Keep what was put together in this state, and nothing that was kept before."""
    forget(database)
    notes = json.dumps([astuple(note) for note in together.notes])
    database.execute("INSERT INTO together (state, notes) VALUES (?, ?)", [now, notes])
    parts = ([zlib.compress(part)] for part in in_parts(together.resolution))
    database.executemany("INSERT INTO part (record) VALUES (?)", parts)


def forget(database: sqlite3.Connection) -> None:
    """Keep nothing of what was put together."""
    for table in ("together", "part"):
        database.execute(f"DELETE FROM {table}")
