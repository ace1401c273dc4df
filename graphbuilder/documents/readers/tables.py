"""Many documents in one, read row by row: .jsonl, .json, .csv and .tsv, DataFrames."""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.encoding import decode, text_lines
from graphbuilder.documents.readers.rows import Columns, document_of_row
from graphbuilder.documents.readers.unread import Unread
from graphbuilder.errors import InputError
from graphbuilder.records import Document

#: The csv module refuses longer fields than 128 kB by default; this is the most that every system can count to.
_LONGEST_FIELD = 2**31 - 1
_DELIMITERS = (",", ";", "\t", "|")


def documents_of_jsonl(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Unread]:
    """One JSON object a line; ids end in the number of the line. A wrong line is reported and the others are read."""
    for number, line in enumerate(text_lines(stream, encoding), start=1):
        line = line.strip("\ufeff \t\r\n\0")
        if line:
            yield unread_row(_Line(line), columns, f"{id}#{number}", f"line {number}")


def documents_of_json(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Unread]:
    """An array of objects, an object that holds one ({"articles": [...]}), or one object, which is one document."""
    value = parse_json(decode(stream.read(), encoding=encoding))
    rows = _array(value)
    if rows is None:
        yield unread_row(value, columns, id, "the object")
        return
    for number, row in enumerate(rows, start=1):
        yield unread_row(row, columns, f"{id}#{number}", f"item {number}")


def documents_of_csv(
    stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None, *, delimiter: str | None = None
) -> Iterator[Unread | Problem]:
    """A table whose first row names the columns; ids end in the number of the row, the first below the header is 1."""
    names, rows = table_rows(stream, encoding, delimiter)
    for number, (_, row, reason) in enumerate(rows, start=1):
        if reason is not None:
            yield Problem(f"{id}#{number}", f"row {number}: {reason}")
        elif any(cell.strip() for cell in row):
            yield unread_row(_named(names, row), columns, f"{id}#{number}", f"row {number}")


def table_rows(
    stream: BinaryIO, encoding: str | None, delimiter: str | None = None
) -> tuple[list[str], Iterator[tuple[int, list[str], str | None]]]:
    """The names of a table's columns, and its rows: the line that each begins in, its cells, and what is wrong with it;
    InputError where there is no header.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_FIELD))
    lines = text_lines(stream, encoding)
    above, header = next(((number, line) for number, line in enumerate(lines) if line.strip()), (0, ""))
    if not header:
        raise InputError("there is nothing in it")
    sign = delimiter or max(_DELIMITERS, key=header.count)
    rows = _rows(csv.reader(_chained(header, lines), delimiter=sign, strict=True), above)
    _, names, reason = next(rows)
    if reason is not None:
        raise InputError(f"its header is wrong: {reason}")
    return [name.strip() for name in names], rows


def documents_of_frame(frame: Any, columns: Columns | None) -> Iterator[Unread]:
    """The rows of a DataFrame (`is_frame`); without a column of ids, an id is a hash of the row's content."""
    names, rows = _cells(frame)
    for number, row in enumerate(rows, start=1):
        yield unread_row(_named(names, row), columns, "", f"row {number}", name=f"DataFrame#{number}")


def is_frame(value: object) -> bool:
    """Whether a value is a DataFrame: of pandas, or of a library that hands its tables on (`__dataframe__`, or the
    stream of Arrow), such as polars or pyarrow. None of them is imported for that.
    """
    kind = type(value)
    if any(one.__name__ == "DataFrame" and one.__module__.partition(".")[0] == "pandas" for one in kind.__mro__):
        return True
    return hasattr(kind, "__dataframe__") or (hasattr(kind, "__arrow_c_stream__") and hasattr(kind, "columns"))


def _cells(frame: Any) -> tuple[list[str], Iterable[Iterable[Any]]]:
    """The names of a DataFrame's columns, and its rows: in its library's own way, else as pandas reads it."""
    if hasattr(frame, "itertuples"):  # pandas, and what is like it
        return list(map(str, frame.columns)), frame.itertuples(index=False, name=None)
    if hasattr(frame, "iter_rows"):  # polars
        return list(frame.columns), frame.iter_rows()
    if hasattr(frame, "to_pylist"):  # pyarrow
        return list(frame.column_names), (row.values() for row in frame.to_pylist())
    if not hasattr(frame, "__dataframe__"):
        raise InputError(f"a {type(frame).__name__} cannot be read as a table; give it as a table of pandas or pyarrow")
    try:
        from pandas.api.interchange import from_dataframe  # only what has no way of its own needs it
    except ImportError as error:
        raise InputError(
            f"a table of {type(frame).__module__.partition('.')[0]} is read with pandas, which is not installed: "
            'pip install "graphbuilder[pandas]"'
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas advises other protocols, which fewer libraries have
        return _cells(from_dataframe(frame))


def parse_json(text: str) -> Any:
    """The value of a JSON text; InputError where it is none."""
    try:
        return json.loads(text.strip("\ufeff \t\r\n\0"))
    except ValueError as error:
        raise InputError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise InputError("not JSON that can be read: it is nested too deep") from error


def unread_row(value: Any, columns: Columns | None, id: str, place: str, *, name: str = "") -> Unread:
    """A row, a mapping or a line of JSON, whose document is still to be made; `place` says where it stands."""
    parts = value.values() if isinstance(value, Mapping) else [value]
    size = sum(len(part) for part in parts if isinstance(part, str))
    return Unread(name or id, size, partial(_document, value, columns, id, place))


def _document(value: Any, columns: Columns | None, id: str, place: str) -> Document:
    try:
        row = parse_json(value) if isinstance(value, _Line) else value
        if not isinstance(row, Mapping):
            raise InputError(f"a JSON object is needed, not {type(row).__name__}")
        return document_of_row(row, columns, id)
    except InputError as error:
        raise InputError(f"{place}: {error}") from error


class _Line(str):
    """A line of a file that is still to be parsed."""

    __slots__ = ()


def _array(value: Any) -> list[Any] | None:
    """The rows of a JSON value: the value itself, or the only array of objects in it; None where it is one document."""
    if isinstance(value, list):
        return value
    lists = [part for part in value.values() if _is_array_of_objects(part)] if isinstance(value, dict) else []
    return (
        lists[0] if len(lists) == 1 and not any(name.lower() in ("text", "body", "content") for name in value) else None
    )


def _is_array_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)


def _rows(reader: Iterator[list[str]], above: int) -> Iterator[tuple[int, list[str], str | None]]:
    """The rows of a table with the lines they begin in (after `above` others), and what is wrong with a row."""
    while True:
        line = above + reader.line_num + 1  # type: ignore[attr-defined]
        try:
            yield line, next(reader), None
        except StopIteration:
            return
        except csv.Error as error:
            last = above + reader.line_num  # type: ignore[attr-defined]
            seen = f"{error}, seen in line {last}"
            yield line, [], f"it is no CSV ({seen}); look for a quotation mark that is not doubled or not closed"


def _named(names: list[str], row: Iterable[Any]) -> dict[str, Any]:
    """The cells of a row by column; those beyond the header are named by the number of their column."""
    cells = list(row)
    names = names[: len(cells)] + [f"column {number}" for number in range(len(names) + 1, len(cells) + 1)]
    return dict(reversed(list(zip(names, cells, strict=True))))


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
