"""Everything that the user names, read one document after the other; what cannot be read is reported and left out."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from os import PathLike
from pathlib import Path
from typing import Any

from graphbuilder.corrections import Corrections
from graphbuilder.documents.files import STDIN, File, Listing, list_sources, origin
from graphbuilder.documents.given.about import AboutFiles, Row, read_about_files, with_row
from graphbuilder.documents.given.corrected import AboutDocuments
from graphbuilder.documents.given.defaults import Default, day_of, name_of
from graphbuilder.documents.problem import Problem, killing
from graphbuilder.documents.readers.encoding import check_encoding
from graphbuilder.documents.readers.formats import StandardInput, read_address, read_file, read_stdin
from graphbuilder.documents.readers.rows import Columns, check_columns
from graphbuilder.documents.readers.tables import documents_of_frame, is_frame
from graphbuilder.documents.readers.texts import Texts, undescribed
from graphbuilder.documents.readers.unread import Found, Unread, failed
from graphbuilder.documents.remarks import with_remarks
from graphbuilder.errors import InputError
from graphbuilder.parallel.batches import CHUNK, batches
from graphbuilder.parallel.workers import how_many, mapped
from graphbuilder.records import Document, content_hash

_log = logging.getLogger(__name__)


def read_documents(
    sources: Any = None,
    *,
    columns: Columns | None = None,
    encoding: str | None = None,
    strict: bool = False,
    on_problem: Callable[[Problem], None] | None = None,
    on_file: Callable[[str], None] | None = None,
    published: date | str | None = None,
    source: str | None = None,
    about_files: str | PathLike[str] | None = None,
    corrections: Corrections | None = None,
    texts: Any = None,
    workers: int | None = None,
) -> Iterator[Document]:
    """Read documents from files, folders, globs, tables or other documents, one by one.

    Title, publication date, source, language and web address come from the user's table (`about_files`), else from
    metadata, else from the text's own first lines; date and source else from the address, else from `published` and
    `source`; else they are None. Parts such as headlines, captions and adverts are marked as zones; the text keeps
    them.

    Documents and tables come first, in the order given; then texts; then the files, sorted by id. A document that is
    named twice is read once.

    Args:
        sources: a path (str or Path) of a file or folder, a glob, "-" for standard input, a Document, a DataFrame (of
            pandas, polars, pyarrow, or any with the interchange protocol), or an iterable of these. A str is never the
            text itself. A folder is read with all folders in it; hidden files are left out, and so are kinds of file
            that have no reader, with a note on them. It may be left out where there are texts.
        columns: names of columns or keys by field of Document, as {"text": "body", "published": "date"}; the usual
            names are known, and are looked for where there is no column of the name given.
        encoding: of all files; left out, it is recognised file by file.
        strict: raise at the first problem instead of going on.
        on_problem: called with each input that cannot be read, and with notes on others (`Problem.kind`); left out,
            they are logged as warnings.
        on_file: called with the id of each file as it is opened.
        published: the day ("2022-07-26", or a date) of articles of which no other is known; it is given to none whose
            issue is of another month.
        source: the outlet of articles of which no other is known.
        about_files: a CSV table of what the user knows of text files, with a column "file" and one or more of
            "published", "source", "title" and "url". It comes before what the files say of themselves.
        corrections: of `graphbuilder.read_corrections`; what they say of documents comes before all else.
        texts: texts themselves: strings, mappings with the fields of Document ({"text": …, "published": …}) and
            Documents, in any iterable, such as a Series; or one of these.
        workers: processes that make documents of what this one opens, as of `graphbuilder.extract`.

    Raises:
        InputError: there is nothing under a name; the only thing that was named cannot be read; or, if strict,
            anything cannot be read; or `published`, `source` or `about_files` is none.

        >>> article = Document(text="Winter promises\\n\\nNATO met in Bucharest.")
        >>> [document.title for document in read_documents(article)]
        ['Winter promises']
        >>> [document.published for document in read_documents(texts=[{"text": "NATO met.", "date": "2008-04-03"}])]
        [datetime.date(2008, 4, 3)]
    """
    check_columns(columns)
    check_encoding(encoding)
    default = Default(day_of(published), name_of(source))
    about = None if about_files is None else read_about_files(about_files)
    written = None if texts is None else Texts.of(texts)
    items = [] if sources is None and written is not None else items_of(sources)
    named = _Named(items)
    others: Iterable[Any] = named
    run = _Run(columns, encoding, on_file, strict, on_problem or _warn, default, about, workers)
    own = AboutDocuments(corrections)
    if isinstance(items, Sequence):  # what is wrong with the names is said now, not when a document is first asked for
        others = list(named)
        run.find(named.paths, alone=len(items) == len(named.paths) == 1 and written is None)
    all_others = others if written is None else chain(others, [written])
    return map(own.corrected, _each_once(run.documents(all_others, named), run))


def origins(sources: Any) -> dict[str, str]:
    """Where each file lies that `read_documents` opens, by its id, in its order: without the folders above that one.

    Raises:
        InputError: there is nothing under a name.
    """
    return {file.id: origin(file) for file in files_of(sources)}


def files_of(sources: Any) -> tuple[File, ...]:
    """The files that `read_documents` opens, in its order; InputError where there is nothing under a name."""
    named = _Named(items_of(sources))
    for _ in named:
        pass
    return list_sources(named.paths).files


def _warn(problem: Problem) -> None:
    _log.warning("%s: %s", problem.kind, problem)


def items_of(sources: Any) -> Iterable[Any]:
    """What the user names, one by one; InputError where it is nothing that can be read."""
    if isinstance(sources, (str, Path, Document, StandardInput)) or is_frame(sources):
        return [sources]
    if isinstance(sources, (bytes, dict)) or not isinstance(sources, Iterable):
        raise _unknown(sources)
    return sources if isinstance(sources, (Sequence, Iterator)) else list(sources)


class _Named:
    """The user's sources, separated: documents and tables as they come, and the paths, whose ids depend on all of them.

    `paths` is whole when the documents and tables have been gone through, once.
    """

    def __init__(self, items: Iterable[Any]) -> None:
        self._items = items
        self.paths: list[str | Path] = []
        self.stdin: StandardInput | None = None

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            if isinstance(item, (str, Path)):
                self.paths.append(item)
            elif isinstance(item, StandardInput):  # "-" of which somebody has looked at the first lines
                self.stdin = item
                self.paths.append(STDIN)
            elif isinstance(item, Document) or is_frame(item):
                yield item
            else:
                raise _unknown(item)


def _unknown(item: object) -> InputError:
    return InputError(
        f"cannot read documents from {type(item).__name__}; give a path, a graphbuilder.Document(text=...), "
        "a DataFrame, or a list of these; texts, and dicts with a text, are given as texts=[...]"
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """What the following comes from: a file or a table, of which there are remarks under its name, or else ""."""

    name: str = ""
    is_file: bool = False


_Piece = _Source | Unread | Problem


@dataclass(slots=True)
class _Run:
    """One reading: its options, the files it goes through, and the problems it met."""

    columns: Columns | None
    encoding: str | None
    on_file: Callable[[str], None] | None
    strict: bool
    on_problem: Callable[[Problem], None]
    default: Default
    about: AboutFiles | None
    workers: int | None
    rows: dict[str, Row] = field(default_factory=dict)
    listing: Listing | None = None
    alone: bool = False
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def find(self, paths: Iterable[str | Path], *, alone: bool) -> Listing:
        listing, self.alone = list_sources(paths), alone
        if self.about is not None:  # it may lie in the folder that is read, and is no article
            table = Path(os.path.realpath(self.about.path))
            files = tuple(file for file in listing.files if file.path != table)
            self.rows, notes = self.about.of(files)
            listing = Listing(files, (*listing.problems, *notes))
        self.listing = listing
        return listing

    def documents(self, others: Iterable[Any], named: _Named) -> Iterator[Document]:
        return map(self.default.complete, self._all(others, named))

    def _all(self, others: Iterable[Any], named: _Named) -> Iterator[Document]:
        found = self._found(self._pieces(others, named))
        for source, several in groupby(found, key=itemgetter(0)):
            if source.is_file and self.on_file is not None:
                self.on_file(source.name)
            yield from self._reported(self._told(source, chain.from_iterable(map(itemgetter(1), several))))

    def _pieces(self, others: Iterable[Any], named: _Named) -> Iterator[_Piece]:
        """What is to be read, in order, each source before what it has."""
        for item in others:
            if isinstance(item, Document):
                yield from (_Source(), undescribed(item))
            elif isinstance(item, Texts):
                yield from chain([_Source("texts")], item.documents(self.columns))
            else:
                yield from chain([_Source("DataFrame")], documents_of_frame(item, self.columns))
        listing = self.listing or self.find(named.paths, alone=False)
        yield from chain([_Source()], listing.problems)
        for file in listing.files:
            yield _Source(file.id, is_file=True)
            try:
                yield from self._opened(file, named.stdin)
            except Exception as error:
                yield failed(file.id, error)

    def _opened(self, file: File, stdin: StandardInput | None) -> Iterator[Unread | Problem]:
        given = file.id, self.encoding, self.columns
        if file.address:
            return read_address(file.address, *given)
        return read_stdin(stdin, *given) if file.path == Path(STDIN) else read_file(Path(file.path), *given)

    def _found(self, pieces: Iterable[_Piece]) -> Iterator[tuple[_Source, list[Found]]]:
        """Each piece with its source, once it is read, by this process one by one."""
        source = _Source()
        most = 1 if how_many(self.workers) == 1 else CHUNK
        for batch, several in mapped(_read, batches(pieces, _size, most), self.workers, _lost):
            for piece, found in zip(batch, several, strict=True):
                source = piece if isinstance(piece, _Source) else source
                yield source, found

    def _told(self, source: _Source, found: Iterable[Found]) -> Iterator[Found]:
        """What was found in a source, with what the user's table tells of it, and remarks at its end."""
        row = self.rows.get(source.name) if source.is_file else None
        told = (with_row(one, row) if row is not None and isinstance(one, Document) else one for one in found)
        empty = source.is_file
        for one in with_remarks(told, source.name, numbered=not source.is_file) if source.name else told:
            empty = False
            yield one
        if empty:  # a table without rows
            yield Problem(source.name, "there is no text in it")

    def _reported(self, found: Iterable[Found]) -> Iterator[Document]:
        for one in found:
            if isinstance(one, Document):
                yield one
            elif one.kind == "note":
                self.notes.append(one)
                self.on_problem(one)
            elif self.strict or self._is_all_there_is(one):
                raise InputError(str(one))
            else:
                self.problems.append(one)
                self.on_problem(one)

    def _is_all_there_is(self, problem: Problem) -> bool:
        """Whether a problem concerns the one file, or the one empty folder, that was named."""
        files = self.listing.files if self.listing else ()
        return self.alone and [file.id for file in files] in ([], [problem.name])


def _read(pieces: Iterable[_Piece]) -> list[list[Found]]:
    """What is found in each piece; in the name of a source, nothing."""
    return [
        piece.found() if isinstance(piece, Unread) else [] if isinstance(piece, _Source) else [piece]
        for piece in pieces
    ]


def _size(piece: _Piece) -> int:
    return piece.size if isinstance(piece, Unread) else 0


def _lost(piece: _Piece) -> list[Found]:
    return [killing(piece.name)]


def _each_once(documents: Iterable[Document], run: _Run) -> Iterator[Document]:
    """Each document once; a second one of the same id and other content gets a hash of it at the end of its id."""
    contents: dict[str, str] = {}
    for document in documents:
        content = content_hash(document.text, document.title, str(document.published), document.source)
        longer = f"{document.id}~{content}"
        if content in (contents.get(document.id), contents.get(longer)):
            continue
        if document.id in contents:
            _log.warning("two documents have the id %s; the second is called %s", document.id, longer)
            document = replace(document, id=longer)
        contents[document.id] = content
        yield document
    told = run.problems or run.notes
    if run.alone and not contents and told:
        more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
        raise InputError(f"nothing could be read: {told[0]}{more}")
