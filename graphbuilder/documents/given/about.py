"""A table that the user gives about the files: when each was published, by whom, under which title and address.

What it says of a file comes before what the file says of itself, for it is the user's own word. What is wrong in it is
reported with its line, and the rest of the table is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from unicodedata import normalize

from graphbuilder.addresses import web_address
from graphbuilder.documents.files import File
from graphbuilder.documents.metadata.address import Address, read_url
from graphbuilder.documents.metadata.dates import parse_date
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.formats import TABLES
from graphbuilder.documents.readers.rows import SYNONYMS
from graphbuilder.documents.readers.tables import table_rows
from graphbuilder.documents.remarks import listed, shortened
from graphbuilder.documents.text.characters import one_line
from graphbuilder.errors import InputError
from graphbuilder.records import Document

#: The columns by the names that they may have.
_NAMES = {
    "file": ("file", "filename", "file_name", "path"),
    **{field: SYNONYMS[field] for field in ("published", "source", "title", "url")},
}
_COLUMNS = ", ".join(_NAMES)
#: How many files without a row are named.
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one file; None is unknown. `line` is its place in the table."""

    line: int
    file: str
    published: date | None
    source: str | None
    title: str | None
    url: str | None

    def agrees(self, other: Row) -> bool:
        """Whether two rows say the same."""
        return replace(other, line=self.line, file=self.file) == self


@dataclass(frozen=True, slots=True)
class AboutFiles:
    """The rows of a table, and what is wrong with some of them, each with its line."""

    path: Path
    rows: tuple[Row, ...]
    problems: tuple[tuple[int, str], ...]

    def of(self, files: Sequence[File]) -> tuple[dict[str, Row], list[Problem]]:
        """The row of each file by its id, and notes on rows without a file and files without a row."""
        problems = list(self.problems)
        found = _Files(files)
        rows: dict[str, list[Row]] = {}
        for row in self.rows:
            file = found.named(row.file)
            if isinstance(file, File):
                rows.setdefault(file.id, []).append(row)
            else:
                problems.append((row.line, file))
        problems += [(row.line, _second(row, first)) for first, *more in rows.values() for row in more]
        notes = [Problem(self.path.name, f"line {line}: {reason}", "note") for line, reason in sorted(problems)]
        missing = [file.id for file in files if file.id not in rows and not _is_table(file)]
        if missing:
            names = listed(missing, len(missing), shown=_MOST_NAMED)
            notes.append(Problem(self.path.name, f"it has no row for {names}", "note"))
        return {id: first for id, (first, *more) in rows.items() if all(map(first.agrees, more))}, notes


def read_about_files(path: str | PathLike[str]) -> AboutFiles:
    """The table about files at a path: CSV with a header (or tabs, or semicolons); InputError where it is none."""
    place = Path(path)
    try:
        with place.open("rb") as stream:
            names, lines = table_rows(stream, None)
            return _read(place, names, lines)
    except OSError as error:
        raise InputError(
            f"the table about files {str(path)!r} cannot be read ({error.strerror}); name a CSV file"
        ) from error
    except InputError as error:
        raise InputError(f"the table about files {str(path)!r} cannot be used: {error}") from error


def with_row(document: Document, row: Row) -> Document:
    """The document with the facts of its row; the row's address gives outlet and day where nothing else does."""
    told = Address() if row.url is None else read_url(row.url)
    own = Address() if row.url is None or document.url is None else read_url(document.url)
    source = told.outlet if told.outlet and document.source in (None, own.outlet) else document.source
    published = told.day if told.day and document.published in (None, own.day) else document.published
    return replace(
        document,
        title=row.title or document.title,
        published=row.published or published,
        source=row.source or source,
        url=row.url or document.url,
        meta=tuple(fact for fact in document.meta if row.published is None or fact[0] not in ("published", "issue")),
    )


def _read(path: Path, names: Sequence[str], lines: Iterable[tuple[int, Sequence[str], str | None]]) -> AboutFiles:
    given = [name.strip().lower() for name in names]
    columns = {field: next((one for one in known if one in given), None) for field, known in _NAMES.items()}
    if columns["file"] is None or not any(name for field, name in columns.items() if field != "file"):
        raise InputError(
            f"its columns are {', '.join(filter(None, given)) or 'without names'}; "
            f"it needs file and one or more of the others of {_COLUMNS}"
        )
    places = {field: given.index(name) for field, name in columns.items() if name is not None}
    rows, problems = [], []
    unused = [name for at, name in enumerate(given) if name and at not in places.values()]
    if unused:
        problems.append((1, f"not used: {listed(unused, len(unused))}; the columns are {_COLUMNS}"))
    for line, cells, wrong in lines:
        told = {field: one_line(cells[at]) for field, at in places.items() if at < len(cells)}
        if wrong is not None:
            problems.append((line, wrong))
        elif told.get("file"):
            rows.append(_row(line, told))
            problems += [(line, reason) for reason in _wrong(told)]
        elif any(told.values()):
            problems.append((line, "it names no file"))
    return AboutFiles(path, tuple(rows), tuple(problems))


def _row(line: int, told: dict[str, str]) -> Row:
    return Row(
        line=line,
        file=told["file"],
        published=parse_date(told.get("published", "")),
        source=told.get("source") or None,
        title=told.get("title") or None,
        url=web_address(told.get("url", "")),
    )


def _wrong(told: dict[str, str]) -> Iterator[str]:
    """What cannot be used in a row: a day that is not certain, an address that is none of the web."""
    day, url = told.get("published"), told.get("url")
    if day and parse_date(day) is None:
        yield f"{shortened(day)!r} is no certain day, and is not used; write it as in 2022-04-03"
    if url and web_address(url) is None:
        yield f"{shortened(url)!r} is no web address, and is not used; it begins with http:// or https://"


def _second(row: Row, first: Row) -> str:
    """The note on a second row for one file: the same as the first, or a contradiction, and then neither is used."""
    same = first.agrees(row)
    compared = f"the same as line {first.line}" if same else f"otherwise than line {first.line}, and neither is used"
    return f"a second row for {shortened(row.file)!r}, which says {compared}; leave one of them"


class _Files:
    """The files by what a row may call them: the end of an id or path, from one of its folders on."""

    def __init__(self, files: Sequence[File]) -> None:
        self._by_id = {file.id: file for file in files}
        self._ends: dict[str, dict[str, File]] = {}
        for file in files:
            for name in (file.id, normalize("NFC", file.path.as_posix())):
                parts = name.strip("/").split("/")
                for at in range(len(parts)):
                    self._ends.setdefault("/".join(parts[at:]), {})[file.id] = file

    def named(self, name: str) -> File | str:
        """The file of this name, else the reason why there is none."""
        key = normalize("NFC", name).replace("\\", "/").removeprefix("./").strip("/")
        candidates = self._ends.get(key, {})
        if key in self._by_id:
            candidates = {key: self._by_id[key]}
        if not candidates:
            near = get_close_matches(key, sorted(self._by_id), n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            return f"there is no file {shortened(name)!r} among those that are read{hint}"
        if len(candidates) > 1:
            return f"{shortened(name)!r} may be {' or '.join(sorted(candidates)[:3])}; name its folder, too"
        file = next(iter(candidates.values()))
        return f"{shortened(name)!r} is a table, whose own columns tell of its articles" if _is_table(file) else file


def _is_table(file: File) -> bool:
    return file.path.suffix.lower() in TABLES
