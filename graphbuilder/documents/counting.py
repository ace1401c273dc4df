"""How many documents there will be, without reading them: for whoever waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from graphbuilder.documents.files import STDIN, File
from graphbuilder.documents.readers.tables import table_rows
from graphbuilder.documents.reading import files_of, items_of
from graphbuilder.errors import InputError
from graphbuilder.records import Document


def count_documents(sources: Any = None, texts: Any = None) -> int | None:
    """How many documents `read_documents` will find, at most; None where only reading tells. A .json is one."""
    if isinstance(sources, Iterator):
        return None
    given = [] if sources is None else [one for one in items_of(sources) if not isinstance(one, str | Path)]
    files = () if sources is None else files_of(sources)
    counts = [*map(_length, given), *map(_rows, files), 0 if texts is None else _length(texts)]
    return None if None in counts else sum(filter(None, counts))


def _length(given: Any) -> int | None:
    if isinstance(given, str | Mapping | Document):
        return 1
    return len(given) if isinstance(given, Sized) else None


def _rows(file: File) -> int | None:
    if file.path == Path(STDIN):
        return None
    count = _COUNTED.get(file.path.suffix.lower())
    if count is None:
        return 1
    if file.address:  # nothing is fetched only to be counted
        return None
    with suppress(InputError, OSError), Path(file.path).open("rb") as stream:
        return count(stream)
    return 0  # it cannot be read, and will be reported


def filled_lines(stream: BinaryIO) -> int:
    """The lines with something in them."""
    return sum(1 for line in stream if not line.isspace())


def _table(stream: BinaryIO, delimiter: str | None = None) -> int:
    return sum(1 for _ in table_rows(stream, None, delimiter)[1])


_COUNTED: dict[str, Callable[[BinaryIO], int]] = {
    ".jsonl": filled_lines,
    ".ndjson": filled_lines,
    ".csv": _table,
    ".tsv": partial(_table, delimiter="\t"),
}
