"""The ids that builds of a store have given: how they are kept in it, each once and for good."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from graphbuilder.ids.given import Given, kept_ids
from graphbuilder.ids.lasting import Lasting, lasting_ids, wishes
from graphbuilder.ids.moved import moved
from graphbuilder.records import Entity, Event
from graphbuilder.store.database import transaction

#: The anchors in the texts that some articles have now; those in another text wait until an article has it again.
_ANCHORS = """
SELECT edition.document || '@' || anchor.place AS mention, given.id, given.number, edition, place, rank
FROM document JOIN edition ON edition.document = document.id AND edition.text_hash = document.text_hash
    JOIN anchor ON anchor.edition = edition.number JOIN given ON given.number = anchor.given
WHERE document.id IN (SELECT value FROM json_each(?))
ORDER BY rank, mention"""
#: Which of some ids were given; and the last one that was, after which new ones are numbered.
_GIVEN = """
SELECT id, number FROM given
WHERE id IN (SELECT value FROM json_each(?)) OR number = (SELECT max(number) FROM given)"""
_NEW_EDITION = "INSERT INTO edition (document, text_hash) VALUES (?, ?) ON CONFLICT DO NOTHING"
_EDITION = "SELECT number FROM edition WHERE document = ? AND text_hash = ?"
_NEW_ANCHOR = f"INSERT OR REPLACE INTO anchor (edition, place, given, rank) VALUES (({_EDITION}), ?, ?, ?)"


def given(database: sqlite3.Connection, documents: Iterable[str]) -> Given:
    """All ids that builds have given, and the mentions in some articles by which their things are known."""
    ids = _dict(database, "SELECT id, number FROM given")
    return Given(ids, {row["mention"]: row["id"] for row in _anchors(database, documents)})


def give(database: sqlite3.Connection, things: Collection[Entity | Event], read: Mapping[str, str]) -> Lasting:
    """The ids of things; what is new of them is kept, unless their articles were changed meanwhile.

    Args:
        database: the store.
        things: all that a build of it, or of some of its articles, has put together.
        read: these articles → their hashes.

    Raises:
        sqlite3.Error: what is new cannot be kept.
    """
    before, whole = _given_to(database, things, read), _has_only(database, read)
    found = lasting_ids(things, before, whole=whole)
    if found.given == before:
        return found
    with transaction(database):  # another build may have given ids meanwhile
        if (now := _given_to(database, things, read)) != before or _has_only(database, read) != whole:
            before, found = now, lasting_ids(things, now, whole=_has_only(database, read))
        if read.items() <= _dict(database, "SELECT id, hash FROM document").items():
            _keep(database, before, found.given, read)
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
    anchors = _anchors(database, [old["id"]])
    places = moved((one["place"] for one in anchors), old["text"], row["text"])
    database.execute(_NEW_EDITION, [old["id"], row["text_hash"]])
    [edition] = database.execute(_EDITION, [old["id"], row["text_hash"]]).fetchone()
    rows = [(edition, places[one["place"]], one["edition"], one["place"]) for one in anchors if one["place"] in places]
    database.executemany("UPDATE OR REPLACE anchor SET edition = ?, place = ? WHERE edition = ? AND place = ?", rows)


def forget(database: sqlite3.Connection) -> None:
    """Forget all ids: the next build gives those that the things have by their content."""
    for table in ("anchor", "edition", "given"):
        database.execute(f"DELETE FROM {table}")


def _given_to(database: sqlite3.Connection, things: Collection[Entity | Event], documents: Iterable[str]) -> Given:
    """What was given before, as far as `lasting_ids` asks for it."""
    rows = _anchors(database, documents)
    ids = {row["id"]: row["number"] for row in rows}
    anchors = {row["mention"]: row["id"] for row in rows}
    kept = kept_ids(things, Given(ids, anchors))
    new = [thing for thing in things if thing.id not in kept]
    ids |= _dict(database, _GIVEN, json.dumps([thing.id for thing in new]))
    ids |= _dict(database, _GIVEN, json.dumps([wish for thing in new if thing.id in ids for wish in wishes(thing)]))
    return Given(ids, anchors)


def _keep(database: sqlite3.Connection, before: Given, now: Given, documents: Iterable[str]) -> None:
    """Write what differs."""
    new_ids = [(number, id_) for id_, number in now.ids.items() if id_ not in before.ids]
    database.executemany("INSERT INTO given (number, id) VALUES (?, ?)", new_ids)
    ranks, gone = Counter[str](), []
    for row in _anchors(database, documents):
        ranks[row["id"]] = row["rank"] + 1
        if row["mention"] not in now.anchors:
            gone.append((row["edition"], row["place"]))
    database.executemany("DELETE FROM anchor WHERE edition = ? AND place = ?", gone)
    hashes, new = _dict(database, "SELECT id, text_hash FROM document"), []
    for mention, id_ in now.anchors.items():
        if before.anchors.get(mention) != id_:
            document, _, place = mention.rpartition("@")
            new.append((document, hashes[document], place, now.ids[id_], ranks[id_]))
            ranks[id_] += 1
    database.executemany(_NEW_EDITION, sorted({one[:2] for one in new}))
    database.executemany(_NEW_ANCHOR, new)


def _anchors(database: sqlite3.Connection, documents: Iterable[str]) -> list[sqlite3.Row]:
    return database.execute(_ANCHORS, [json.dumps(list(documents))]).fetchall()


def _has_only(database: sqlite3.Connection, documents: Collection[str]) -> bool:
    """Whether a store has no articles but these."""
    return bool(database.execute("SELECT count(*) FROM document").fetchone()[0] == len(documents))


def _dict(database: sqlite3.Connection, query: str, *values: str) -> dict[str, Any]:
    return dict(map(tuple, database.execute(query, values)))
