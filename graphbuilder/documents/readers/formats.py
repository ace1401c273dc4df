"""Which reader reads which kind of file. To add a format, write a reader and add its line to `_READERS`.

A package of yours adds one by an entry point in the group `graphbuilder.readers`: its name is the ending of the files,
and it names a function from the bytes of a file and the id of its document to the document, or to several.
"""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from io import BufferedReader, BytesIO, RawIOBase
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from graphbuilder.added import added, load, remedy, told_of
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.markdown import document_of_markdown
from graphbuilder.documents.readers.plain import document_of_text
from graphbuilder.documents.readers.rows import Columns
from graphbuilder.documents.readers.tables import Found, documents_of_csv, documents_of_json, documents_of_jsonl
from graphbuilder.documents.readers.webpage import document_of_page, is_own_page
from graphbuilder.documents.storage import is_web, opened, path_of
from graphbuilder.errors import InputError
from graphbuilder.records import Document

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Reader = Callable[[BinaryIO, str, str | None, Columns | None], Iterator[Found]]
_BUFFER = 65536
#: How many lines of standard input, or of a file of JSON lines, tell what it is: the first may be damaged.
_LOOKED_AT = 2
#: The group of entry points in which other packages add readers.
GROUP = "graphbuilder.readers"


def _whole(read: Callable[..., Document], *, takes_columns: bool = False) -> Reader:
    """A reader of a stream from a reader of the bytes of one document."""

    def reader(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
        more = (columns,) if takes_columns else ()
        yield read(stream.read(), id, encoding, *more)

    return reader


def _page(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    """The article of a web page, or a note where it is a page that graphbuilder wrote."""
    data = stream.read()
    if is_own_page(data):
        yield Problem(id, "it is a page that graphbuilder wrote, not an article, and was passed over", kind="note")
    else:
        yield document_of_page(data, id, encoding)


def _json(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    return documents_of_json(stream.read(), id, encoding, columns)


_READERS: dict[tuple[str, ...], Reader] = {
    (".txt", ".text"): _whole(document_of_text),
    (".md", ".markdown"): _whole(document_of_markdown, takes_columns=True),
    (".html", ".htm", ".xhtml", ".shtml"): _page,
    (".jsonl", ".ndjson"): documents_of_jsonl,
    (".json",): _json,
    (".csv",): documents_of_csv,
    (".tsv",): partial(documents_of_csv, delimiter="\t"),
}
EXTENSIONS = {extension: reader for extensions, reader in _READERS.items() for extension in extensions}
#: Files of many articles, each with facts of its own.
TABLES = frozenset({".jsonl", ".ndjson", ".json", ".csv", ".tsv"})


@cache
def _added() -> dict[str, EntryPoint]:
    """Ending → reader of another package; those of graphbuilder cannot be replaced."""
    found = {f".{name.lstrip('.').lower()}": point for name, point in added(GROUP).items()}
    return {extension: point for extension, point in found.items() if extension not in EXTENSIONS}


def can_be_read(extension: str) -> bool:
    """Whether there is a reader for files of this ending (in small letters): ".txt"."""
    return extension in EXTENSIONS or extension in _added()


def extensions() -> list[str]:
    """The endings of the files that can be read."""
    return sorted({*EXTENSIONS, *_added()})


def read_file(path: Path, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    """The documents of a file, and what is wrong with some of them.

    Raises:
        InputError: the file cannot be read at all.
    """
    reader = _reader(path.suffix.lower())
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("not a file but a device or pipe; standard input is read as -")
        with path.open("rb", buffering=_BUFFER) as stream:
            yield from reader(stream, id, encoding, columns)
    except FileNotFoundError as error:
        raise InputError("the file is gone, or it is a link to a file that is not there") from error
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})") from error


def read_address(address: str, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    """The documents of the file at an address; what tells no kind of file is a page, if it is of the web.

    Raises:
        InputError: it cannot be read at all.
    """
    extension = path_of(address).suffix.lower()
    reader = _reader(".html" if is_web(address) and extension not in EXTENSIONS else extension)
    with opened(address) as stream:
        yield from reader(stream, id, encoding, columns)


class StandardInput:
    """Standard input: its first lines, which tell what it is, and all of it as one stream, to be read once."""

    def __init__(self) -> None:
        stream = getattr(sys.stdin, "buffer", None) or BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
        self.first = tuple(islice(stream, _LOOKED_AT))
        self.stream = BufferedReader(_Joined(b"".join(self.first), stream), _BUFFER)


def read_stdin(stdin: StandardInput | None, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    """The documents of standard input: JSON lines if its first lines are such, else one plain text.

    Raises:
        InputError: it holds no text.
    """
    stdin = stdin or StandardInput()
    is_json = b"".join(stdin.first).lstrip().startswith(b"{") and any(first_objects(stdin.first))
    reader = documents_of_jsonl if is_json else EXTENSIONS[".txt"]
    yield from reader(stdin.stream, id, encoding, columns)


def first_objects(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The JSON objects among the first lines of a file, of which one may be damaged."""
    for line in islice(lines, _LOOKED_AT):
        with suppress(ValueError, RecursionError):
            if isinstance(value := json.loads(line), dict):
                yield value


def _reader(extension: str) -> Reader:
    if not extension:
        return EXTENSIONS[".txt"]
    if not can_be_read(extension):
        raise InputError(f"{extension} files cannot be read; save it as one of {', '.join(extensions())}")
    return EXTENSIONS.get(extension) or _added_reader(_added()[extension])


def _added_reader(point: EntryPoint) -> Reader:
    """A reader of another package, whose mistakes are reported as its own."""
    read, name = load(point, "reader"), told_of(point, "reader")

    def reader(stream: BinaryIO, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
        try:
            found = read(stream.read(), id)
            documents = [found] if isinstance(found, Document) or not isinstance(found, Iterable) else list(found)
        except (InputError, OSError, MemoryError):
            raise
        except Exception as error:  # whatever another package does wrong
            raise InputError(f"{name} fails ({type(error).__name__}: {error}); {remedy(point)}") from error
        for one in documents:
            if not isinstance(one, Document):
                raise InputError(f"{name} gives {type(one).__name__}, not a Document; {remedy(point)}")
            yield one

    return reader


class _Joined(RawIOBase):
    """Bytes that were read already, and the stream that they came from, as one stream."""

    def __init__(self, first: bytes, rest: BufferedReader | BytesIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data, self._first = self._first[: len(buffer)], self._first[len(buffer) :]
        data = data or self._rest.read1(len(buffer))  # what is there, without waiting for more
        buffer[: len(data)] = data
        return len(data)
