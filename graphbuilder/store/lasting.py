"""The ids that builds of a store have given: how they are kept in it, each once and for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping

from graphbuilder.ids.given import Given
from graphbuilder.ids.lasting import Lasting, lasting_ids
from graphbuilder.ids.moved import moved
from graphbuilder.records import Entity, Event
from graphbuilder.store.database import transaction

#: The anchors in the texts that articles have now; the others wait until an article has its text again.
_ANCHORS = """
SELECT anchor.number, anchor.place, given.id, document.id AS document
FROM anchor JOIN given ON given.number = anchor.given JOIN edition ON edition.number = anchor.edition
    JOIN document ON document.id = edition.document AND document.text_hash = edition.text_hash
ORDER BY anchor.number"""
_NEW_EDITION = "INSERT INTO edition (document, text_hash) VALUES (?, ?) ON CONFLICT DO NOTHING"
_EDITION = "SELECT number FROM edition WHERE document = ? AND text_hash = ?"


def given(database: sqlite3.Connection) -> Given:
    """The ids that builds have given, and the mentions in the articles of now by which their things are known."""
    ids = tuple(row["id"] for row in database.execute("SELECT id FROM given ORDER BY number"))
    return Given(ids, {_mention(row): row["id"] for row in database.execute(_ANCHORS)})


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


def follow(database: sqlite3.Connection, number: int, row: Mapping[str, str]) -> None:
    """Let the anchors in an article follow their words into the text that is to replace its own.

    Args:
        database: the store.
        number: of the article.
        row: its columns, the new text among them.
    """
    old = database.execute("SELECT id, text_hash, text FROM document WHERE number = ?", [number]).fetchone()
    if old is None or old["text_hash"] == row["text_hash"]:
        return
    anchors = f"SELECT number, place FROM anchor WHERE edition = ({_EDITION})"
    found = database.execute(anchors, [old["id"], old["text_hash"]]).fetchall()
    places = moved((one["place"] for one in found), old["text"], row["text"])
    database.execute(_NEW_EDITION, [old["id"], row["text_hash"]])
    [edition] = database.execute(_EDITION, [old["id"], row["text_hash"]]).fetchone()
    rows = [(edition, places[one["place"]], one["number"]) for one in found if one["place"] in places]
    database.executemany("UPDATE anchor SET edition = ?, place = ? WHERE number = ?", rows)


def forget(database: sqlite3.Connection) -> None:
    """Forget all ids: the next build gives those that the things have by their content."""
    for table in ("anchor", "edition", "given"):
        database.execute(f"DELETE FROM {table}")


def _keep(database: sqlite3.Connection, before: Given, now: Given) -> None:
    """Write what differs."""
    number_of = {id_: number for number, id_ in enumerate(now.ids, start=1)}
    new_ids = [(number_of[id_], id_) for id_ in now.ids[len(before.ids) :]]
    database.executemany("INSERT INTO given (number, id) VALUES (?, ?)", new_ids)
    gone = [(row["number"],) for row in database.execute(_ANCHORS) if now.anchors.get(_mention(row)) != row["id"]]
    database.executemany("DELETE FROM anchor WHERE number = ?", gone)
    hashes = dict(map(tuple, database.execute("SELECT id, text_hash FROM document")))
    new = [
        (number_of[id_], document, hashes[document], place)
        for mention, id_ in now.anchors.items()
        if before.anchors.get(mention) != id_
        for document, _, place in [mention.rpartition("@")]
    ]
    database.executemany(_NEW_EDITION, sorted({row[1:3] for row in new}))
    database.executemany(f"INSERT INTO anchor (given, edition, place) VALUES (?, ({_EDITION}), ?)", new)


def _mention(row: sqlite3.Row) -> str:
    return f"{row['document']}@{row['place']}"
