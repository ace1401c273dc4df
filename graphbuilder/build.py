"""The whole way in one call: sources → documents → extractions → resolution → graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from typing import Any

from graphbuilder.corrections import Corrections, read_corrections
from graphbuilder.documents import read_documents
from graphbuilder.errors import InputError
from graphbuilder.extract import Report, extract
from graphbuilder.graph import EventGraph
from graphbuilder.models import DEFAULT_MODEL
from graphbuilder.resolve import resolve


def build(
    sources: Any,
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
) -> EventGraph:
    """Read articles and return their graph of events, entities and documents.

    Args:
        sources: a file, folder or glob (a `str` is always a path, never a text), a `Document`, a DataFrame with the
            columns of `Document`, or an iterable of these, mixed. "-" is standard input.
        model: a spaCy pipeline by name, or a folder.
        workers: processes to read with; left out, what joblib has active (see `graphbuilder.extract`), else this one.
        columns: for tables and JSON: field of `Document` → name of the column.
        encoding: of the files; left out, it is recognised.
        strict: raise for the first input that cannot be used, instead of reporting it and going on.
        corrections: a YAML file of what is the same, different, called otherwise or left out, and of new names; see
            `graphbuilder.corrections`.
        on_problem: is told of each input that was left out, and of each correction that means nothing here; otherwise
            the log is.
        on_file: is told the name of each file when it is opened.
        on_document: is told the id of each document when it has been analysed.

    Raises:
        InputError: nothing could be read, or (with `strict`) something could not; or a correction is wrong.
        ModelNotFound: the model is not installed.

    >>> import graphbuilder as gb
    >>> graph = gb.build(gb.Document(text="NATO leaders met in Bucharest, Romania, on 2-4 April 2008."))
    >>> [(entry.when, entry.label) for entry in graph.timeline()]
    [('2008-04-02/2008-04-04', 'NATO leaders met in Bucharest on 2-4 April 2008')]
    """
    word = corrections if isinstance(corrections, Corrections | None) else read_corrections(corrections)
    documents = read_documents(
        sources, columns=columns, encoding=encoding, strict=strict, on_problem=on_problem, on_file=on_file
    )
    extractions = []
    read = extract(documents, model=model, workers=workers, strict=strict, corrections=word, on_problem=on_problem)
    for extraction in read:
        extractions.append(extraction)
        if on_document is not None:
            on_document(extraction.document)
    if not extractions:
        raise InputError("nothing could be read: no document is left; the problems were reported one by one")
    return EventGraph.from_resolution(resolve(extractions, corrections=word, on_problem=on_problem))
