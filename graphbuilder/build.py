"""The whole way in one call: sources → documents → extractions (or those of a store) → resolution → graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain
from os import PathLike
from typing import Any

from graphbuilder.corrections import Corrections, read_corrections
from graphbuilder.documents import read_documents
from graphbuilder.errors import InputError
from graphbuilder.extract import Report, dating_of, extract, log, noting_undated, reporter
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.resolve import resolve_read
from graphbuilder.store.reading import Kept, parted


def build(
    sources: Any = None,
    *,
    model: str = DEFAULT_MODEL,
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    strict: bool = False,
    corrections: str | PathLike[str] | Corrections | None = None,
    on_problem: Report | None = None,
    on_file: Callable[[str], None] | None = None,
    on_document: Callable[[str], None] | None = None,
    published: date | str | None = None,
    source: str | None = None,
    about_files: str | PathLike[str] | None = None,
    texts: Any = None,
) -> EventGraph:
    """Read articles and return their graph of events, entities and documents.

    Args:
        sources: a file, folder or glob (a `str` is always a path, never a text), a `Document`, a DataFrame (of pandas,
            polars, pyarrow …) with the columns of `Document`, or an iterable of these, mixed. "-" is standard input. It
            may be left out where there are `texts`. A store (`graphbuilder.Store`) stands for the articles in it,
            which are not read again.
        model: a spaCy pipeline by name, or a folder.
        workers: processes to read with; left out, what joblib has active (see `graphbuilder.extract`), else this one.
        columns: for tables and JSON: field of `Document` → name of the column.
        encoding: of the files; left out, it is recognised.
        strict: raise for the first input that cannot be used, instead of reporting it and going on.
        corrections: a YAML file of what is the same, different, called otherwise or left out, of new names, and of what
            is wrong with dates, status, people, places, links and articles; see `graphbuilder.corrections`. They come
            in place of those that a store keeps.
        on_problem: is told of each input that was left out, and of each correction that means nothing here; otherwise
            the log is.
        on_file: is told the name of each file when it is opened.
        on_document: is told the id of each document when it has been analysed, or taken from a store.
        published: the day ("2022-07-26", or a date) of articles that tell none and whose address tells none.
        source: the outlet of articles that name none and have no address.
        about_files: a CSV table of what you know of text files, with a column "file" and one or more of "published",
            "source", "title" and "url"; it comes before what the files say of themselves.

    Raises:
        InputError: nothing could be read, or (with `strict`) something could not; or a correction is wrong, or
            `published`, `source` or `about_files` is none.
        ModelNotFound: the model is not installed.

    >>> import graphbuilder as gb
    >>> graph = gb.build(texts=["NATO leaders met in Bucharest on 2-4 April 2008."])
    >>> [(entry.when, entry.label) for entry in graph.timeline()]
    [('2008-04-02/2008-04-04', 'NATO leaders met in Bucharest on 2-4 April 2008')]
    """
    word = corrections if isinstance(corrections, Corrections | None) else read_corrections(corrections)
    stores, articles = parted(sources)
    kept = Kept(stores, word, reporter(strict, on_problem), on_problem or log)
    parts = [kept.extractions()]
    if not stores or articles is not None or texts is not None:
        documents = read_documents(
            articles,
            columns=columns,
            encoding=encoding,
            strict=strict,
            on_problem=on_problem,
            on_file=on_file,
            published=published,
            source=source,
            about_files=about_files,
            corrections=kept.corrections,
            texts=texts,
        )
        read = extract(
            kept.others(documents),
            model=model,
            workers=workers,
            strict=strict,
            corrections=kept.corrections,
            on_problem=on_problem,
        )
        parts.append(noting_undated(read, on_problem or log, dating_of))
    extractions = []
    for extraction in chain.from_iterable(parts):
        extractions.append(extraction)
        if on_document is not None:
            on_document(extraction.document)
    if not extractions:
        raise InputError("nothing could be read: no document is left; the problems were reported one by one")
    resolution = resolve_read(extractions, corrections=kept.corrections, on_problem=on_problem)
    return EventGraph.from_resolution(resolution)
