"""A store of articles: one file that keeps what was read in each, so that only new ones are read."""

from __future__ import annotations

import difflib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from graphbuilder.corrections import Corrections, read_corrections
from graphbuilder.documents import Problem
from graphbuilder.documents.counting import count_documents
from graphbuilder.errors import InputError
from graphbuilder.ids.given import Given
from graphbuilder.ids.lasting import Lasting
from graphbuilder.intervals import Interval
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.records import Entity, Event, Extraction
from graphbuilder.store import together
from graphbuilder.store.checking import check
from graphbuilder.store.corrections import keep, kept
from graphbuilder.store.database import connect, explained, transaction
from graphbuilder.store.lasting import forget, give, given
from graphbuilder.store.periods import within
from graphbuilder.store.rows import unpacked
from graphbuilder.store.searching import Hit, naming, near, search
from graphbuilder.store.together import Together

if TYPE_CHECKING:
    from graphbuilder.store.adding import Added


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of a store: its id, what is known of it, and `origin`, the file it was read from."""

    id: str
    published: str | None
    title: str | None
    source: str | None
    origin: str


class Store:
    """A store of articles in one file, which `graphbuilder.build` takes in place of articles.

    Its articles are read once, when they are added. Whatever changes it is done whole or not at all, batch by batch of
    32 articles. Use it in a `with` statement, or close it.

    Args:
        path: the file; `add` makes it.

    Raises:
        InputError: (by the methods) there is no such store, or the file is another one, of a newer version, or damaged.
        OutputError: (by the methods) it cannot be written.

    >>> from tempfile import mkdtemp
    >>> store = Store(f"{mkdtemp()}/news.store")
    >>> store.add(texts=["NATO met in Bucharest."])
    Added(added=1, replaced=0, renewed=0, known=0)
    >>> [hit.snippet for hit in store.search("bucharest")]
    ['NATO met in [Bucharest].']
    >>> store.close()
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self._open: sqlite3.Connection | None = None
        self.path = Path(path).expanduser()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def __len__(self) -> int:
        with self._database() as database:
            return int(database.execute("SELECT count(*) FROM document").fetchone()[0])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def add(self, sources: Any = None, *, prefix: str = "", fresh_ids: bool = False, **options: Any) -> Added:
        """Read articles that are not there, and those that another version or model or other corrections have read.

        Args:
            sources: as of `graphbuilder.build`; left out, only the latter are read.
            prefix: is put, with a slash, before the id of each article.
            fresh_ids: forget which ids entities and events had, so that the next build gives them anew.
            options: as of `graphbuilder.build`. `model` left out is the one of the store. `corrections` are kept in it
                in place of those that were. `on_document` is told the id of each article once it is safely stored.

        Raises:
            InputError: what is named is not there, or (with `strict`) something could not be read.
        """
        added = self._take(sources, prefix, options, new=True)
        if fresh_ids:
            with self._database() as database, transaction(database):
                forget(database)
        return added

    def replace(self, sources: Any = None, *, prefix: str = "", **options: Any) -> Added:
        """As `add`, of the new texts or facts of articles that are there under the same ids, and of nothing else."""
        return self._take(sources, prefix, options, new=False)

    def remove(self, *ids: str) -> None:
        """Take these articles out; none, if there is an id that no article has.

        Raises:
            InputError: no article has the id; the message names the nearest ones.
        """
        with self._database() as database, transaction(database):
            for id in ids:
                if not database.execute("DELETE FROM document WHERE id = ? RETURNING id", [id]).fetchall():
                    known = [row["id"] for row in database.execute("SELECT id FROM document ORDER BY id")]
                    near = difflib.get_close_matches(id, known, n=3)
                    hint = f"; nearest: {', '.join(near)}" if near else "; list names all"
                    raise InputError(f"no article of {self.path.name!r} has the id {id!r}{hint}")

    def documents(self) -> list[Stored]:
        """All articles, by their ids."""
        with self._database() as database:
            query = "SELECT id, published, title, source, origin FROM document ORDER BY id"
            return [Stored(*row) for row in database.execute(query)]

    def numbers(self) -> set[int]:
        """The numbers by which the store itself knows its articles."""
        with self._database() as database:
            return {row["number"] for row in database.execute("SELECT number FROM document")}

    def naming(self, names: Iterable[str]) -> set[int]:
        """The numbers of the articles that have one of these names."""
        with self._database() as database:
            return set[int]().union(*(naming(database, name) for name in names))

    def within(self, numbers: Collection[int], period: Interval) -> set[int]:
        """The numbers of those articles that tell an event of a period, or came out in it or within a fortnight."""
        with self._database() as database:
            return within(database, numbers, period)

    def near(self, name: str) -> list[str]:
        """Words of the articles that are nearly those of a name."""
        with self._database() as database:
            return near(database, name)

    def extractions(self, numbers: Collection[int] | None = None) -> Iterator[Extraction]:
        """What was read in each article, by their ids.

        Args:
            numbers: of the articles; left out, all.

        Raises:
            InputError: it was stored by another version.
        """
        which = "" if numbers is None else "WHERE number IN (SELECT value FROM json_each(?))"
        given = () if numbers is None else (json.dumps(sorted(numbers)),)
        with self._database() as database:
            for row in database.execute(f"SELECT id, text, extraction FROM document {which} ORDER BY id", given):
                try:
                    yield unpacked(row["extraction"], row["text"])
                except InputError as error:
                    remedy = f"graphbuilder add --store {self.path} mends it if it is of another version"
                    raise InputError(f"{self.path.name}, article {row['id']!r}: {error}; {remedy}") from error

    def hashes(self) -> dict[str, str]:
        """The hash of each article, by its id: of its text and what is told of it."""
        with self._database() as database:
            return dict(map(tuple, database.execute("SELECT id, hash FROM document ORDER BY id")))

    def stale(self, corrections: Corrections | None = None) -> list[str]:
        """The ids of the articles that another version or model has read, or with other corrections; `add` renews them.

        Args:
            corrections: left out, those that the store keeps.
        """
        from graphbuilder.store.made import Maker, model_of, stale

        with self._database() as database:
            now = kept(database) if corrections is None else corrections
            return [row["id"] for row in stale(database, Maker(model_of(database) or DEFAULT_MODEL, now))]

    def corrections(self) -> Corrections:
        """The corrections that `add` was given last."""
        with self._database() as database:
            return kept(database)

    def given_ids(self, documents: Iterable[str]) -> Given:
        """The ids that builds have given to things, and the mentions in some articles by which these are known."""
        with self._database() as database:
            return given(database, documents)

    def give_ids(self, things: Collection[Entity | Event], read: Mapping[str, str]) -> Lasting:
        """The ids of the things of a build, those of before and new ones, which are kept.

        Args:
            things: all entities and events that it has put together.
            read: the articles that it has read → their hashes, as `hashes` gives them.

        Raises:
            OutputError: new ones cannot be kept.
        """
        with self._database() as database:
            return give(database, things, read)

    def state(self, corrections: Corrections) -> str:
        """What decides what all articles say together, by these corrections: a hash that changes with any of it."""
        with self._database() as database:
            return together.state(database, corrections)

    def together(self, state: str) -> Together | None:
        """What all articles say together, where it was kept in this state."""
        with self._database() as database:
            return together.kept(database, state)

    def keep_together(self, found: Together, before: str, corrections: Corrections) -> None:
        """Keep what all articles say together, if the state is still the one before it was put together.

        Raises:
            OutputError: it cannot be kept.
        """
        with self._database() as database, transaction(database):
            if together.state(database, corrections) == before:
                together.keep(database, before, found)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """The articles that have all words, and all phrases in double quotes, the best first.

        Raises:
            InputError: there is no word to look for.
        """
        with self._database() as database:
            return search(database, words, limit)

    def check(self) -> list[Problem]:
        """What is wrong with the store, each with its remedy; nothing where all is well."""
        with self._database() as database:
            return list(check(database, str(self.path)))

    @contextmanager
    def _database(self, *, new: bool = False) -> Iterator[sqlite3.Connection]:
        """The open file; what SQLite reports within is told in our words."""
        if self._open is None:
            self._open = connect(self.path, new=new)
            self._open.row_factory = sqlite3.Row
        with explained(self.path):
            yield self._open

    def _take(self, sources: Any, prefix: str, options: Mapping[str, Any], *, new: bool) -> Added:
        from graphbuilder.store.adding import read, take  # spaCy, which only reading needs

        corrections = options.get("corrections")
        if isinstance(corrections, str | PathLike):
            corrections = read_corrections(corrections)
        documents = read(sources, prefix, options)

        def count() -> int | None:
            texts = options.get("texts")
            return len(self.stale()) if sources is None and texts is None else count_documents(sources, texts)

        with self._database(new=new) as database:
            if corrections is not None:
                with transaction(database):
                    keep(database, corrections)
            return take(database, documents, options, new=new, count=count)
