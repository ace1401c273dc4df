"""Which reader reads which kind of file. To add a format, write a reader and add its line to `READERS`.

A file is opened by this process, and its documents are made of its bytes, or row by row, by whoever has the time
(`Unread`): to read bytes costs a fiftieth of what it costs to make a document of them.

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
from graphbuilder.documents.description import describe
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.encoding import decode
from graphbuilder.documents.readers.markdown import document_of_markdown
from graphbuilder.documents.readers.rows import Columns
from graphbuilder.documents.readers.tables import documents_of_csv, documents_of_json, documents_of_jsonl
from graphbuilder.documents.readers.unread import Found, Unread
from graphbuilder.documents.readers.webpage import document_of_page, is_own_page
from graphbuilder.documents.storage import is_here, is_web, opened, path_of
from graphbuilder.documents.text.characters import required_text
from graphbuilder.errors import InputError
from graphbuilder.records import Document

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: From the bytes of a file, or from the stream of a table.
Reader = Callable[[bytes, str, str | None, Columns | None], Iterable[Found]]
TableReader = Callable[[BinaryIO, str, str | None, Columns | None], Iterator[Unread | Problem]]
_BUFFER = 65536
#: How many lines of standard input, or of a file of JSON lines, tell what it is: the first may be damaged.
_LOOKED_AT = 2
#: The group of entry points in which other packages add readers.
GROUP = "graphbuilder.readers"


def _text(data: bytes, id: str, encoding: str | None, _: Columns | None) -> Iterator[Found]:
    yield describe(Document(text=required_text(decode(data, encoding=encoding)), id=id))


def _markdown(data: bytes, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Found]:
    yield document_of_markdown(data, id, encoding, columns)


def _page(data: bytes, id: str, encoding: str | None, _: Columns | None) -> Iterator[Found]:
    """The article of a web page, or a note where it is a page that graphbuilder wrote."""
    if is_own_page(data):
        yield Problem(id, "it is a page that graphbuilder wrote, not an article, and was passed over", kind="note")
    else:
        yield document_of_page(data, id, encoding)


#: Readers by the endings of their files.
READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), _text),
    **dict.fromkeys((".md", ".markdown"), _markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), _page),
}
#: Files of many articles, each with facts of its own.
TABLES: dict[str, TableReader] = {
    **dict.fromkeys((".jsonl", ".ndjson"), documents_of_jsonl),
    ".json": documents_of_json,
    ".csv": documents_of_csv,
    ".tsv": partial(documents_of_csv, delimiter="\t"),
}


@cache
def _added() -> dict[str, EntryPoint]:
    """Ending → reader of another package; those of graphbuilder cannot be replaced."""
    found = {f".{name.lstrip('.').lower()}": point for name, point in added(GROUP).items()}
    return {extension: point for extension, point in found.items() if extension not in READERS | TABLES}


def can_be_read(extension: str) -> bool:
    """Whether there is a reader for files of this ending (in small letters): ".txt"."""
    return extension in READERS or extension in TABLES or extension in _added()


def extensions() -> list[str]:
    """The endings of the files that can be read."""
    return sorted({*READERS, *TABLES, *_added()})


def read_file(path: Path, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Unread | Problem]:
    """What is to be read of a file, and what is wrong with it; InputError where it cannot be read at all."""
    extension = _known(path.suffix.lower())
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("not a file but a device or pipe; standard input is read as -")
        with path.open("rb", buffering=_BUFFER) as stream:
            yield from _unread(stream, extension, id, encoding, columns)
    except FileNotFoundError as error:
        raise InputError("the file is gone, or it is a link to a file that is not there") from error
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})") from error


def read_address(address: str, id: str, encoding: str | None, columns: Columns | None) -> Iterator[Unread | Problem]:
    """What is to be read of the file at an address; what tells no kind of file is a page, if it is of the web.

    Whoever makes the document fetches it, where it can be had everywhere: an answer of storage takes long.
    """
    extension = path_of(address).suffix.lower()
    extension = ".html" if is_web(address) and extension not in READERS | TABLES else _known(extension)
    if extension not in TABLES and not is_here(address):
        yield Unread(id, 0, partial(_fetched, address, extension, id, encoding, columns))
        return
    with opened(address) as stream:
        yield from _unread(stream, extension, id, encoding, columns)


def _unread(
    stream: BinaryIO, extension: str, id: str, encoding: str | None, columns: Columns | None
) -> Iterator[Unread | Problem]:
    if extension in TABLES:
        yield from TABLES[extension](stream, id, encoding, columns)
    else:
        data = stream.read()
        yield Unread(id, len(data), partial(_made, data, extension, id, encoding, columns))


def _made(data: bytes, extension: str, id: str, encoding: str | None, columns: Columns | None) -> Iterable[Found]:
    reader = READERS.get(extension) or _added_reader(_added()[extension])
    return reader(data, id, encoding, columns)


def _fetched(address: str, *given: Any) -> Iterable[Found]:
    with opened(address) as stream:
        data = stream.read()
    return _made(data, *given)


class StandardInput:
    """Standard input: its first lines, which tell what it is, and all of it as one stream, to be read once."""

    def __init__(self) -> None:
        stream = getattr(sys.stdin, "buffer", None) or BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
        self.first = tuple(islice(stream, _LOOKED_AT))
        self.stream = BufferedReader(_Joined(b"".join(self.first), stream), _BUFFER)


def read_stdin(
    stdin: StandardInput | None, id: str, encoding: str | None, columns: Columns | None
) -> Iterator[Unread | Problem]:
    """What is to be read of standard input: JSON lines if its first lines are such, else one plain text."""
    stdin = stdin or StandardInput()
    is_json = b"".join(stdin.first).lstrip().startswith(b"{") and any(first_objects(stdin.first))
    yield from _unread(stdin.stream, ".jsonl" if is_json else ".txt", id, encoding, columns)


def first_objects(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The JSON objects among the first lines of a file, of which one may be damaged."""
    for line in islice(lines, _LOOKED_AT):
        with suppress(ValueError, RecursionError):
            if isinstance(value := json.loads(line), dict):
                yield value


def _known(extension: str) -> str:
    """The ending of a file that there is a reader for; a file without one is plain text."""
    if extension and not can_be_read(extension):
        raise InputError(f"{extension} files cannot be read; save it as one of {', '.join(extensions())}")
    return extension or ".txt"


def _added_reader(point: EntryPoint) -> Reader:
    """A reader of another package, whose mistakes are reported as its own."""
    read, name = load(point, "reader"), told_of(point, "reader")

    def reader(data: bytes, id: str, _: str | None, __: Columns | None) -> Iterator[Found]:
        try:
            found = read(data, id)
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
