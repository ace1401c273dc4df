"""Records as JSON lines, and back: how the work of a stage is stored.

The quote of a Provenance is not stored with it but looked up in the sentences of its document.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from os import PathLike
from pathlib import Path
from typing import IO, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from graphbuilder.errors import InputError
from graphbuilder.records.schema import SCHEMA
from graphbuilder.writing import replacing

Record = TypeVar("Record", bound=Hashable)


def to_json(record: Hashable) -> str:
    """One line of JSON text; equal records give equal text."""
    data = _adapter(type(record)).dump_python(record, mode="json")
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(kind: type[Record], line: str | bytes) -> Record:
    """The record of type `kind` that `to_json` wrote.

    Raises:
        InputError: the line is not JSON, or not such a record of this version.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON: {error}") from error
    return from_data(kind, data)


def from_data(kind: type[Record], data: Any) -> Record:
    """As `from_json`, from data already parsed.

    Raises:
        InputError: the data is not such a record of this version.
    """
    if isinstance(data, dict) and data.get("schema", SCHEMA) != SCHEMA:
        raise InputError(f"{kind.__name__} of schema {data['schema']!r}: this version reads {SCHEMA}; build it anew")
    try:
        _restore_quotes(data)
        record: Record = _adapter(kind).validate_python(data)
    except (ValidationError, LookupError, TypeError) as error:
        raise InputError(f"not a {kind.__name__} record: {error}") from error
    return record


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


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _restore_quotes(data: Any) -> None:
    """Put the sentence's text back into each Provenance, in place: quotes are not stored with it."""
    quotes: dict[tuple[str, int], str] = {}
    for holder in [data, *data.get("documents", ())] if isinstance(data, dict) else ():
        for sentence in holder.get("sentences", ()):
            quotes[holder["document"], sentence["index"]] = sentence["text"]
    if quotes:
        _fill_quotes(data, quotes)


def _fill_quotes(data: Any, quotes: dict[tuple[str, int], str]) -> None:
    if isinstance(data, dict):
        context = data.get("context")
        if context is not None and "quote" not in data:
            place = context["document"], context["sentence"]
            if place not in quotes:
                raise InputError(f"a quote is of {place[0]!r}, sentence {place[1]}, which is not one of its sentences")
            data["quote"] = quotes[place]
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            _fill_quotes(value, quotes)
