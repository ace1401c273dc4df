"""Records as JSON lines, and back: how the work of a stage is stored.

An Extraction is written as `written` says, and every other record field by field. The quote of a Provenance is not
stored with it but looked up in the sentences of its document.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import IO, Any, TypeVar, cast

from msgspec import convert, to_builtins

from graphbuilder.errors import InputError
from graphbuilder.records.documents import publication
from graphbuilder.records.extraction import Extraction
from graphbuilder.records.extraction_reading import read_extraction
from graphbuilder.records.extraction_writing import write_extraction
from graphbuilder.records.refusal import MISREAD, other_schema, parsed, refusal
from graphbuilder.writing import replacing

Record = TypeVar("Record", bound=Hashable)


def to_json(record: Hashable) -> str:
    """One line of JSON text; equal records give equal text.

    Raises:
        InputError: the record is an Extraction that contradicts itself.
    """
    if isinstance(record, Extraction):
        return write_extraction(record).decode()
    data = to_builtins(record)
    for evidence in _evidence(data):
        del evidence["quote"]
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(kind: type[Record], line: str | bytes) -> Record:
    """The record of type `kind` that `to_json` wrote.

    Raises:
        InputError: the line is not JSON, or not such a record of this version.
    """
    if issubclass(kind, Extraction):
        return cast(Record, read_extraction(line))
    return from_data(kind, parsed(line))


def from_data(kind: type[Record], data: Any) -> Record:
    """As `from_json`, from data already parsed, of any record but an Extraction.

    Raises:
        InputError: the data is not such a record of this version.
    """
    try:
        if other := other_schema(kind, data):
            raise InputError(other)
        _restore(data)
        return convert(data, kind)
    except MISREAD as error:
        raise refusal(kind, data, error) from error


def write_jsonl(records: Iterable[Hashable], file: str | PathLike[str] | IO[str]) -> None:
    """Write records as JSON lines; use it to keep the work of a stage.

    Args:
        records: of any kinds.
        file: a path, whose file (UTF-8) is replaced when all is written, or an open stream of text.

    Raises:
        OutputError: the path cannot be written to.
    """
    if not isinstance(file, (str, PathLike)):
        file.writelines(to_json(record) + "\n" for record in records)
        return
    with replacing(file) as stream:
        write_jsonl(records, stream)


def read_jsonl(kind: type[Record], file: str | PathLike[str] | IO[str]) -> Iterator[Record]:
    """Read the records that `write_jsonl` wrote, one by one.

    Args:
        kind: of all records, such as Extraction.
        file: a path, or an open stream of text.

    Raises:
        InputError: there is no such file, or a line is no such record; the message names its number.
    """
    if not isinstance(file, (str, PathLike)):
        yield from _records(kind, file, str(getattr(file, "name", "input")))
        return
    try:
        with Path(file).open(encoding="utf-8") as stream:
            yield from _records(kind, stream, str(file))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{str(file)!r} cannot be read ({reason}); name a file of JSON lines") from error


def _records(kind: type[Record], lines: Iterable[str], name: str) -> Iterator[Record]:
    for number, line in enumerate(lines, start=1):
        try:
            yield from_json(kind, line)
        except InputError as error:
            raise InputError(f"{name}, line {number}: {error}") from error


def _restore(data: Any) -> None:
    """Put the days of publication and the quotes back, in place; each quote is that of its sentence."""
    quotes: dict[tuple[str, int], str] = {}
    for holder in [data, *data.get("documents", ())] if isinstance(data, dict) else ():
        if "published" in holder:
            holder["published"] = publication(holder["published"], "published")
        for sentence in holder.get("sentences", ()):
            quotes[holder["document"], sentence["index"]] = sentence["text"]
    for evidence in _evidence(data) if quotes else ():
        place = evidence["context"]["document"], evidence["context"]["sentence"]
        if place not in quotes:
            raise InputError(f"a quote is of {place[0]!r}, sentence {place[1]}, which is not one of its sentences")
        evidence["quote"] = quotes[place]


def _evidence(data: Any) -> Iterator[dict[str, Any]]:
    """Each Provenance in plain data."""
    if isinstance(data, dict):
        if "context" in data:
            yield data
        data = list(data.values())
    if isinstance(data, (list, tuple)):
        for value in data:
            yield from _evidence(value)
