"""The tables of a store, as SQL: each version of them is made of the one before.

A change of the tables is one more entry of `MIGRATIONS`; an entry that was released is never touched. Names are in the
singular for tables and in the plural for views, which are for people: `documents` and `events` (docs/store.md).
"""

from __future__ import annotations

#: In the head of the file: whose it is (`PRAGMA application_id`).
APPLICATION = int.from_bytes(b"grph")
#: Bytes of a page: small, since each article leaves half a page empty.
PAGE = 1024

_DOCUMENT = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,        -- of its text and all that is told of it; not of its id
    text_hash TEXT NOT NULL,
    origin TEXT NOT NULL,      -- the file it was read from, below its folder
    title TEXT,
    published TEXT,
    source TEXT,
    language TEXT,
    url TEXT,
    zones TEXT NOT NULL,       -- JSON
    meta TEXT NOT NULL,        -- JSON
    schema INTEGER NOT NULL,   -- by what it was read: the version of the records,
    model TEXT NOT NULL,       -- the spaCy pipeline,
    reader TEXT NOT NULL,      -- this package and its weights,
    corrections TEXT NOT NULL, -- the user's lines on names and on this article
    text TEXT NOT NULL,
    extraction BLOB NOT NULL   -- what was read: JSON, compressed by zlib
)"""

_WORDS = """
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'document', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
)"""

#: A dated event, as one article tells it: its characters, and those of its sentence.
_TELLING = """
CREATE TABLE telling (
    document INTEGER NOT NULL REFERENCES document (number),
    date TEXT NOT NULL,
    type TEXT NOT NULL,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    score REAL NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop INTEGER NOT NULL,
    PRIMARY KEY (document, start, stop)
) WITHOUT ROWID"""

_CORRECTION = """
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    part TEXT NOT NULL,        -- rows, names or documents
    record TEXT NOT NULL       -- JSON
)"""

_GIVEN = """
CREATE TABLE given (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL           -- of an entity or event; it was never given to another one
)"""

#: A text that an article had: what is known of it holds again when the article has it again.
_EDITION = """
CREATE TABLE edition (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL,    -- the id of the article, which may be gone
    text_hash TEXT NOT NULL,
    UNIQUE (document, text_hash)
)"""

#: A mention by which the thing that an id was given to is known again.
_ANCHOR = """
CREATE TABLE anchor (
    edition INTEGER NOT NULL REFERENCES edition (number),
    place TEXT NOT NULL,       -- the end of the id of the mention: m12-16
    given INTEGER NOT NULL REFERENCES given (number),
    rank INTEGER NOT NULL,     -- among those of the id, in the order in which they came
    PRIMARY KEY (edition, place)
) WITHOUT ROWID"""

#: By what everything was put together last: one row.
_TOGETHER = """
CREATE TABLE together (
    state TEXT NOT NULL,       -- hash of articles, corrections and version
    notes TEXT NOT NULL        -- JSON: what the user was told
)"""

_PART = """
CREATE TABLE part (
    number INTEGER PRIMARY KEY,
    record BLOB NOT NULL       -- some of what was put together: JSON, compressed by zlib
)"""

_DOCUMENTS = """
CREATE VIEW documents AS
SELECT id, published, title, source, language, url, length(text) AS characters,
    (SELECT count(*) FROM telling WHERE telling.document = document.number) AS dated_events
FROM document
ORDER BY id"""

_EVENTS = """
CREATE VIEW events AS
SELECT telling.date, document.id AS document, document.source, telling.type, telling.polarity, telling.modality,
    telling.score, substr(document.text, telling.start + 1, telling.stop - telling.start) AS words,
    substr(document.text, telling.sentence_start + 1, telling.sentence_stop - telling.sentence_start) AS sentence
FROM telling JOIN document ON document.number = telling.document
ORDER BY telling.date, document.id, telling.start"""

_OLD_WORDS = "INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text)"
_NEW_WORDS = "INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text)"

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _DOCUMENT,
        "CREATE INDEX document_hash ON document (hash)",
        _WORDS,
        _TELLING,
        _CORRECTION,
        f"CREATE TRIGGER document_added AFTER INSERT ON document BEGIN {_NEW_WORDS}; END",
        "CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN "
        f"{_OLD_WORDS}; DELETE FROM telling WHERE document = old.number; END",
        "CREATE TRIGGER document_replaced AFTER UPDATE OF title, text ON document BEGIN "
        f"{_OLD_WORDS}; {_NEW_WORDS}; END",
        _DOCUMENTS,
        _EVENTS,
    ),
    (_GIVEN, _EDITION, _ANCHOR),
    (_TOGETHER, _PART),
)
#: The version of the tables that this program makes and reads (`PRAGMA user_version`).
VERSION = len(MIGRATIONS)
