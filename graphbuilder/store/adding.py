"""What of the documents that were read goes into a store, and how: new ones, new texts of old ones, and what is stale.

An id is taken once. A document that is there already is known by its content, also where its folder was named from
above this time, so that its id is longer or shorter by folders.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from graphbuilder.documents import Problem, origins, read_documents
from graphbuilder.documents.remarks import listed
from graphbuilder.extract import Dating, Report, dating_of, extracted, log, noting_undated, reporter
from graphbuilder.parallel.batches import CHUNK, batches
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.progress import watched
from graphbuilder.records import Document, Extraction
from graphbuilder.store.corrections import kept
from graphbuilder.store.database import transaction
from graphbuilder.store.lasting import follow
from graphbuilder.store.made import Maker, made_of, model_of, stale
from graphbuilder.store.rows import FACTS, columns, document_of, packed, tellings

#: A document as it was read, and where it lies; "" is nowhere, where it was given in Python.
Read = tuple[Document, str]
#: The options that are for the extraction, not for the finding of documents.
_EXTRACTING = frozenset({"model", "workers", "corrections", "on_document", "progress"})
_KNOWN = "number, id, hash, text_hash, origin, schema, model, reader, corrections"


@dataclass(frozen=True, slots=True)
class Added:
    """How many articles were put into a store; `renewed` were read by another version, model or other corrections."""

    added: int = 0
    replaced: int = 0
    renewed: int = 0
    known: int = 0


class Kept(NamedTuple):
    """What a store keeps of an Extraction, as the worker makes it that has it."""

    dating: Dating
    extraction: bytes
    tellings: list[tuple[str | float, ...]]

    @classmethod
    def of(cls, extraction: Extraction, document: Document) -> Kept:
        """Of the Extraction of a document."""
        return cls(dating_of(extraction), packed(extraction, document.text), list(tellings(extraction)))


class _Change(NamedTuple):
    """A document to be read, its columns, its number (None: a new one), and which field of `Added` counts it."""

    kind: str
    document: Document
    row: dict[str, Any]
    number: int | None = None


def read(sources: Any, prefix: str, options: Mapping[str, Any]) -> Iterator[Read]:
    """The documents that are named; nothing, where nothing is. The user's corrections are for later.

    Raises:
        InputError: nothing is there under a name, or an option is wrong.
    """
    finding = {name: value for name, value in options.items() if name not in _EXTRACTING}
    if sources is None and finding.get("texts") is None:
        return iter(())
    places = {} if sources is None or isinstance(sources, Iterator) else origins(sources)
    on_file, now = finding.pop("on_file", None), ""

    def opened(file: str) -> None:
        nonlocal now
        now = places.get(file, file)  # the documents that follow are in it
        if on_file is not None:
            on_file(file)

    documents = read_documents(sources, on_file=opened, workers=options.get("workers"), **finding)
    return ((replace(one, id=f"{prefix}/{one.id}") if prefix else one, now) for one in documents)


def take(
    database: sqlite3.Connection,
    documents: Iterable[Read],
    options: Mapping[str, Any],
    *,
    new: bool,
    count: Callable[[], int | None],
) -> Added:
    """Put documents into a store: new ones, or the new content of those that are there."""
    note = options.get("on_problem") or log
    strict, on_document = options.get("strict", False), options.get("on_document")
    maker = Maker(options.get("model") or model_of(database) or DEFAULT_MODEL, kept(database))
    intake = _Intake(database, maker, reporter(strict, note), note)
    changes = intake.new(documents) if new else intake.replacing(documents)
    with watched(options.get("progress", False), "reading articles", count) as done:
        for id in intake.put(changes, workers=options.get("workers"), strict=strict, on_problem=note):
            done(intake.counts["known"])
            if on_document is not None:
                on_document(id)
    return Added(**intake.counts)


@dataclass(slots=True)
class _Intake:
    """One run of `add` or `replace`; `report` is told of what is left out, `note` of what the user should know."""

    database: sqlite3.Connection
    maker: Maker
    report: Report
    note: Report
    counts: Counter[str] = field(default_factory=Counter)
    _seen: set[str] = field(default_factory=set)
    _renewing: set[int] = field(default_factory=set)
    _others: list[str] = field(default_factory=list)

    def new(self, documents: Iterable[Read]) -> Iterator[_Change]:
        """The documents that are not there, then all that something else has read."""
        for document, origin in documents:
            self._seen.add(document.id)
            there, row = self._there(document.id), columns(document, origin)
            if there is not None:
                yield from self._again(document, row, there)
            elif self._has_twin(document.id, row["hash"]):
                self.counts["known"] += 1
            else:
                yield _Change("added", document, row)
        for one in stale(self.database, self.maker):
            if one["number"] not in self._renewing:
                there = self.database.execute("SELECT * FROM document WHERE number = ?", [one["number"]]).fetchone()
                document = document_of(there)
                yield _Change("renewed", document, columns(document, there["origin"]), there["number"])

    def replacing(self, documents: Iterable[Read]) -> Iterator[_Change]:
        """The documents whose ids are there with another content."""
        for document, origin in documents:
            there, row = self._there(document.id), columns(document, origin)
            if there is None:
                self.report(Problem(document.id, "no article of the store has this id; add takes new ones"))
            elif there["hash"] == row["hash"]:
                self.counts["known"] += 1
            else:
                yield _Change("replaced", document, row, there["number"])

    def put(self, changes: Iterator[_Change], **options: Any) -> Iterator[str]:
        """The id of each document, once the transaction is done that puts it, with its batch, into the store."""
        for batch in batches(self._read(changes, options), lambda one: len(one[0].document.text), CHUNK):
            with transaction(self.database):
                for change, one in batch:
                    self._put(change, one)
            yield from (change.document.id for change, _ in batch)
        if self._others:
            are = "article is" if len(self._others) == 1 else "articles are"
            told = f"{len(self._others)} {are} there with other facts ({', '.join(FACTS)}), which stay"
            self.note(
                Problem("", f"{told}; replace takes the new ones: {listed(self._others, len(self._others))}", "note")
            )

    def _read(self, changes: Iterator[_Change], options: Mapping[str, Any]) -> Iterator[tuple[_Change, Kept]]:
        first = next(changes, None)
        if first is None:  # no model is loaded for nothing
            return
        waiting: deque[_Change] = deque()

        def documents() -> Iterator[Document]:
            for change in chain([first], changes):
                waiting.append(change)
                yield change.document

        made = self.maker
        found = extracted(documents(), Kept.of, model=made.model, corrections=made.corrections, **options)
        for one in noting_undated(found, self.note, attrgetter("dating")):
            while waiting[0].document.id != one.dating.document:
                waiting.popleft()  # it could not be read, and was reported
            yield waiting.popleft(), one

    def _put(self, change: _Change, read: Kept) -> None:
        document = change.document
        row = change.row | self.maker.of(document.id)._asdict() | {"extraction": read.extraction}
        if change.number is None:
            marks = ", ".join(f":{name}" for name in row)
            statement = f"INSERT INTO document ({', '.join(row)}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        else:
            follow(self.database, change.number, row)
            values = ", ".join(f"{name} = :{name}" for name in row)
            statement = f"UPDATE document SET {values} WHERE number = :number AND id = :id"
        done = self.database.execute(f"{statement} RETURNING number", row | {"number": change.number}).fetchone()
        if done is not None:
            self.counts[change.kind] += 1
            self.database.execute("DELETE FROM telling WHERE document = ?", [done["number"]])
            told = [(done["number"], *telling) for telling in read.tellings]
            self.database.executemany("INSERT INTO telling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", told)
        elif (there := self._there(document.id)) is not None and there["hash"] == row["hash"]:
            self.counts["known"] += 1
        else:
            self.report(Problem(document.id, "another program has added or removed it meanwhile; add it again"))

    def _again(self, document: Document, row: dict[str, Any], there: sqlite3.Row) -> Iterator[_Change]:
        """What becomes of a document whose id is there."""
        if there["text_hash"] != row["text_hash"]:
            self.report(Problem(document.id, _taken(there["origin"], row["origin"])))
        elif there["hash"] != row["hash"]:
            self._others.append(document.id)
        elif self.maker.of(document.id) != made_of(there):
            self._renewing.add(there["number"])
            yield _Change("renewed", document, row, there["number"])
        else:
            self.counts["known"] += 1

    def _has_twin(self, id: str, hash: str) -> bool:
        """Whether the same content is there under an id that is longer or shorter by folders."""
        same = {row["id"] for row in self.database.execute("SELECT id FROM document WHERE hash = ?", [hash])}
        return any(f"/{one}".endswith(f"/{id}") or f"/{id}".endswith(f"/{one}") for one in same - self._seen)

    def _there(self, id: str) -> sqlite3.Row | None:
        """What is known of the document of an id, if it is there."""
        row: sqlite3.Row | None = self.database.execute(f"SELECT {_KNOWN} FROM document WHERE id = ?", [id]).fetchone()
        return row


def _taken(theirs: str, ours: str) -> str:
    places = f"that of {theirs}" if theirs else "one given in Python"
    remedy = "replace takes it where it is the new text of the same article; else add it with --prefix NAME"
    return f"another text has this id, {places}; this one is {f'of {ours}' if ours else 'given in Python'}; {remedy}"
