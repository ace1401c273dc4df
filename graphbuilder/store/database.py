"""The file of a store as a database of SQLite: recognised, opened, made, brought to this version, changed.

Whatever SQLite reports becomes an error that says what is wrong with which file, and what to do about it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphbuilder.errors import GraphBuilderError, InputError, OutputError
from graphbuilder.store.schema import APPLICATION, MIGRATIONS, PAGE, VERSION

#: Seconds to wait for another process that writes.
WAIT = 10.0
#: How every SQLite file begins.
_HEADER = b"SQLite format 3\0"
_DAMAGED = InputError, "it is damaged or cut short ({error}); take a whole copy, or add the articles to a new store"
#: What SQLite reports, by its primary code → whose mistake it is, what is wrong and what to do.
_TOLD: dict[int, tuple[type[GraphBuilderError], str]] = {
    sqlite3.SQLITE_BUSY: (
        OutputError,
        "another program has been writing to it for {wait:.0f} seconds, such as another graphbuilder add, replace or "
        "remove, or a viewer with a change that is not yet committed; wait until it is done, or end it",
    ),
    sqlite3.SQLITE_FULL: (OutputError, "the disk is full; what was added before is kept: make room and go on"),
    sqlite3.SQLITE_READONLY: (OutputError, "it, or its folder, may only be read; make a copy that you may write to"),
    sqlite3.SQLITE_CANTOPEN: (OutputError, "it cannot be opened; name a file in a folder that you may write to"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_OTHER = OutputError, "it cannot be read or written ({error}); look whether its disk is well, and try again"


def is_store(path: object) -> bool:
    """Whether a path names an SQLite file, by how the file begins; its name does not matter."""
    if isinstance(path, str | Path):
        with suppress(OSError, ValueError, RuntimeError), Path(path).expanduser().open("rb") as stream:
            return stream.read(len(_HEADER)) == _HEADER
    return False


def connect(path: Path, *, new: bool) -> sqlite3.Connection:
    """A connection to the store at a path, whose tables are those of this version.

    Args:
        path: the file.
        new: make it if it is not there.

    Raises:
        InputError: there is no such file, or it is no store, one of a newer version, or damaged.
        OutputError: it cannot be made, or brought to this version.
    """
    there = path.exists() and (path.is_dir() or path.stat().st_size > 0)
    if there and not is_store(path):
        raise InputError(f"{str(path)!r} is no store of graphbuilder; name another file for --store")
    if not there and not new:
        raise InputError(f"there is no store {str(path)!r}; graphbuilder add FOLDER --store {path} makes it")
    with explained(path):
        database = _opened(path)
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Errors of SQLite as errors for users.

    Raises:
        GraphBuilderError: instead of whatever SQLite raises.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        kind, reason = _TOLD.get(code, _OTHER)
        raise kind(f"the store {str(path)!r}: {reason.format(error=error, wait=WAIT)}") from error


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is done within is kept, or, after an error or a kill, nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite itself rolls back after some errors
            database.execute("ROLLBACK")
        raise


def _opened(path: Path) -> sqlite3.Connection:
    database = _connection(path, "mode=rwc")
    try:
        database.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        database.close()
        refused = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not refused or not path.exists() or Path(f"{path}-wal").exists():
            raise
        return _connection(path, "immutable=1")  # nobody can write in this folder, not even SQLite's notes for readers
    return database


def _connection(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    # the threads of joblib take documents; SQLite lets one of them in at a time
    return sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring them to this version; refuse what is no store or is newer."""
    if not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        database.execute(f"PRAGMA page_size = {PAGE}")
    elif _pragma(database, "application_id") != APPLICATION:
        raise InputError(f"{str(path)!r} is an SQLite file, but no store of graphbuilder; name another one")
    if (version := _pragma(database, "user_version")) > VERSION:
        raise InputError(
            f"the store {str(path)!r} is of version {version}, and this graphbuilder reads {VERSION}; "
            "install the graphbuilder that made it, or a newer one"
        )
    if version < VERSION:
        with transaction(database):  # another process may have done it meanwhile
            for migration in MIGRATIONS[_pragma(database, "user_version") :]:
                for statement in migration:
                    database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")
    with suppress(sqlite3.OperationalError):  # it may only be read, or another process is doing it
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    log = Path(f"{path}-wal")
    whole = _pragma(database, "page_count") * _pragma(database, "page_size")
    if path.stat().st_size < whole and not (log.exists() and log.stat().st_size):
        raise InputError(f"the store {str(path)!r}: {_DAMAGED[1].format(error='its end is missing')}")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])
