"""The ids that builds of a store have given: how they are kept in it, each once and for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping

from graphbuilder.ids.given import Given
from graphbuilder.ids.lasting import Lasting, lasting_ids
from graphbuilder.records import Entity, Event
from graphbuilder.store.database import transaction

#: Editions that articles have now: anchors in others wait until an article has its text again.
_PRESENT = """
edition JOIN document ON document.id = edition.document AND document.text_hash = edition.text_hash"""
_ANCHORS = f"""
SELECT edition.document || '@' || anchor.place AS mention, given.id AS id, anchor.number AS number
FROM anchor JOIN given ON given.number = anchor.given JOIN ({_PRESENT}) AS edition ON edition.number = anchor.edition
ORDER BY anchor.number"""
_NEW_EDITION = """
INSERT INTO edition (document, text_hash) SELECT id, text_hash FROM document WHERE id = ? ON CONFLICT DO NOTHING"""


def given(database: sqlite3.Connection) -> Given:
    """The ids that builds have given, and the mentions in the articles of now by which their things are known."""
    ids = tuple(row["id"] for row in database.execute("SELECT id FROM given ORDER BY number"))
    return Given(ids, {row["mention"]: row["id"] for row in database.execute(_ANCHORS)})


def give(database: sqlite3.Connection, things: Collection[Entity | Event], read: Mapping[str, str]) -> Lasting:
    """The ids of things; what is new of them is kept, unless their articles were changed meanwhile.

    Args:
        database: the store.
        things: all that a build of it has put together.
        read: the articles that it has read → their hashes.

    Raises:
        sqlite3.Error: what is new cannot be kept.
    """
    before = given(database)
    found = lasting_ids(things, before, read.keys())
    if found.given == before:
        return found
    with transaction(database):  # another build may have given ids meanwhile
        before = given(database)
        found = lasting_ids(things, before, read.keys())
        if read.items() <= dict(map(tuple, database.execute("SELECT id, hash FROM document"))).items():
            _keep(database, before, found.given)
    return found


def forget(database: sqlite3.Connection) -> None:
    """Forget all ids: the next build gives those that the things have by their names."""
    for table in ("anchor", "edition", "given"):
        database.execute(f"DELETE FROM {table}")


def _keep(database: sqlite3.Connection, before: Given, now: Given) -> None:
    """Write what differs."""
    number_of = {id_: number for number, id_ in enumerate(now.ids, start=1)}
    new_ids = [(number_of[id_], id_) for id_ in now.ids[len(before.ids) :]]
    database.executemany("INSERT INTO given (number, id) VALUES (?, ?)", new_ids)
    gone = [row["number"] for row in database.execute(_ANCHORS) if now.anchors.get(row["mention"]) != row["id"]]
    database.executemany("DELETE FROM anchor WHERE number = ?", [(number,) for number in gone])
    new = [
        (number_of[id_], *mention.rpartition("@")[::2])
        for mention, id_ in now.anchors.items()
        if before.anchors.get(mention) != id_
    ]
    database.executemany(_NEW_EDITION, sorted({(document,) for _, document, _ in new}))
    editions = dict(map(tuple, database.execute(f"SELECT edition.document, edition.number FROM {_PRESENT}")))
    rows = [(number, editions[document], place) for number, document, place in new]
    database.executemany("INSERT INTO anchor (given, edition, place) VALUES (?, ?, ?)", rows)
