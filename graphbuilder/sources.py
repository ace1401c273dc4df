"""What is read of all that the user names: of articles now; of stores and of JSON lines of extractions, before.

A file of such lines (`graphbuilder extract`, `graphbuilder.write_jsonl`) is known by its ending, .jsonl or .ndjson, and
by how it begins; standard input by the latter alone. Each line is checked, whatever made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any

from graphbuilder.corrections import read_corrections
from graphbuilder.documents import Problem, read_documents
from graphbuilder.documents.counting import count_documents, filled_lines
from graphbuilder.documents.files import STDIN, STDIN_ID
from graphbuilder.documents.readers.formats import StandardInput, first_objects
from graphbuilder.documents.readers.rows import is_extraction
from graphbuilder.errors import InputError
from graphbuilder.extract import Report, dating_of, extract, log, noting_undated, reporter
from graphbuilder.intervals import window
from graphbuilder.progress import watched
from graphbuilder.records import Extraction, Resolution
from graphbuilder.resolve.validation import extraction_of
from graphbuilder.store.reading import Kept, parted
from graphbuilder.store.slices import Question

#: The options of `build` for finding documents, and for reading them.
_BOTH = ("workers", "strict", "on_problem")
_OPTIONS = (
    (*_BOTH, "columns", "encoding", "on_file", "published", "source", "about_files", "texts"),
    (*_BOTH, "model"),
)
_ENDINGS = (".jsonl", ".ndjson")


class Reading:
    """What is to be read: the Extraction of each article, one by one, for whoever iterates over it, once.

    Of stores these are the articles that bear on what is asked (`about`, `start`, `end`).

    Args:
        sources: as of `graphbuilder.build`.
        options: its other arguments.

    Raises:
        InputError: there is nothing under a name, or an option is wrong; and, at the end, nothing could be read.
    """

    def __init__(self, sources: Any, options: Mapping[str, Any]) -> None:
        given, note = options.get("corrections"), options.get("on_problem") or log
        corrections = read_corrections(given) if isinstance(given, str | PathLike) else given
        self._report = reporter(options.get("strict", False), options.get("on_problem"))
        self._stores, others = parted(sources)
        self._lines, self._articles = _without_lines(others)
        self._texts = options.get("texts")
        self._on_document, self._progress = options.get("on_document"), options.get("progress", False)
        self._question = Question(options.get("about"), window(options.get("start"), options.get("end")))
        self._kept = kept = Kept(self._stores, corrections, self._report, note, self._question)
        #: Those of the user, else those that the stores keep.
        self.corrections = kept.corrections
        self.given, self.keep, self.with_lasting_ids = kept.given, kept.keep, kept.with_lasting_ids
        self._parts = [kept.extractions(), *(one.extractions(self._report) for one in self._lines)]
        if self._has_articles() or not (self._stores or self._lines):
            finding, reading = ({name: options[name] for name in names if name in options} for names in _OPTIONS)
            documents = read_documents(self._articles, corrections=self.corrections, **finding)
            read = extract(kept.others(documents), corrections=self.corrections, **reading)
            self._parts.append(noting_undated(read, note, dating_of))

    def __iter__(self) -> Iterator[Extraction]:
        seen: set[str] = set()
        with watched(self._progress, "reading articles", self.count) as done:
            for extraction in chain.from_iterable(self._parts):
                if extraction.document in seen:
                    why = "an article of this id was read before, and the first is taken"
                    self._report(Problem(extraction.document, why))
                    continue
                seen.add(extraction.document)
                done(0)
                if self._on_document is not None:
                    self._on_document(extraction.document)
                yield extraction
        if not seen:
            self._kept.check()
        if not seen and not (self._stores and self._question):
            raise InputError("nothing could be read: no document is left; the problems were reported one by one")

    def resolution(self) -> Resolution | None:
        """What all articles say together, where they are those of one store that has kept it."""
        found = None if self._lines or self._has_articles() else self._kept.resolution()
        if found is not None and self._on_document is not None:
            for one in found.documents:
                self._on_document(one.document)
        return found

    def count(self) -> int | None:
        """How many articles there are, at most; None where only reading tells."""
        counts = [self._kept.count(), *(one.count() for one in self._lines)]
        if self._has_articles():
            counts.append(count_documents(self._articles, self._texts))
        return None if None in counts else sum(filter(None, counts))

    def _has_articles(self) -> bool:
        return self._articles is not None or self._texts is not None


@dataclass(frozen=True, slots=True)
class _Lines:
    """JSON lines of extractions: a file, or what comes by standard input."""

    source: Path | StandardInput

    def extractions(self, report: Report) -> Iterator[Extraction]:
        """The extraction of each line; a line that is none is reported and left out."""
        name = self.source.name if isinstance(self.source, Path) else STDIN_ID
        with self.source.open("rb") if isinstance(self.source, Path) else self.source.stream as stream:
            for number, line in enumerate(stream, start=1):
                try:
                    if not line.isspace():
                        yield extraction_of(line, number)
                except InputError as error:
                    why = str(error).replace(f"extraction {number}", f"line {number}", 1)
                    report(Problem(f"{name}#{number}", why))

    def count(self) -> int | None:
        """How many lines there are."""
        if not isinstance(self.source, Path):
            return None
        with self.source.open("rb") as stream:
            return filled_lines(stream)


def _without_lines(sources: Any) -> tuple[list[_Lines], Any]:
    """The JSON lines of extractions among the sources, and the other sources; None where there is none."""
    items = [sources] if isinstance(sources, str | Path) else sources
    if not isinstance(items, Sequence):
        return [], sources
    named = {str(one): one for one in items if isinstance(one, str | Path)}
    found = [_looked_at(one) for one in named.values()]
    lines = [one for one in found if isinstance(one, _Lines)]
    others = [one for one in found if not isinstance(one, _Lines)]
    others += [one for one in items if not isinstance(one, str | Path)]
    return lines, others or None if lines else others


def _looked_at(path: str | Path) -> str | Path | StandardInput | _Lines:
    """What a path names, by the first lines of what lies there."""
    if str(path) == STDIN:
        stdin = StandardInput()
        return _Lines(stdin) if _are_extractions(stdin.first) else stdin
    if str(path).lower().endswith(_ENDINGS):
        with suppress(OSError, ValueError, RuntimeError), Path(path).expanduser().open("rb") as stream:
            if _are_extractions(stream):
                return _Lines(Path(path).expanduser())
    return path  # whoever reads it as articles says what is wrong


def _are_extractions(lines: Iterable[bytes]) -> bool:
    return any(map(is_extraction, first_objects(lines)))
