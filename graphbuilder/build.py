"""The whole way in one call: sources → documents → extractions (or those of a store) → resolution → graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from os import PathLike
from typing import Any

from graphbuilder.corrections import Corrections
from graphbuilder.documents import Problem
from graphbuilder.extract import Report, log
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.progress import watched
from graphbuilder.records import Resolution
from graphbuilder.resolve import resolve_read
from graphbuilder.sources import Reading


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
    progress: bool = False,
    about: str | None = None,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    top: int | None = None,
) -> EventGraph:
    """Read articles and return their graph of events, entities and documents.

    Args:
        sources: a file, folder or glob (a `str` is always a path, never a text), a `Document`, a DataFrame (of pandas,
            polars, pyarrow …) with the columns of `Document`, or an iterable of these, mixed. "-" is standard input. It
            may be left out where there are `texts`. A store (`graphbuilder.Store`), or a file of JSON lines of
            extractions (`graphbuilder.write_jsonl`), stands for the articles in it, which are not read again.
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
        texts: texts themselves, in any iterable (see `graphbuilder.read_documents`).
        progress: on a terminal and in Jupyter, show how many are read, how fast, and how long the rest takes.
        about: a name: the slice of the graph with the events in which its bearer takes part, or of which it is the
            place or the source, and with what these are tied to (`EventGraph.slice`). Of a store only the articles that
            bear on it are put together, so the slice is what they tell (docs/store.md); of articles all are read.
        start: the slice of what was not over before: EDTF date ("2008-04"), year (2008) or date.
        end: the slice of what had begun by then.
        top: only so many lines of the timeline: those that most independent outlets tell, of the likeliest events, and
            of each day one before two of one day.

    Raises:
        UnknownName: nothing bears the name `about`; the message lists the nearest names.
        InputError: nothing could be read, or (with `strict`) something could not; or a correction is wrong, or
            `published`, `source` or `about_files` is none, or `start`, `end` or `top`.
        ModelNotFound: the model is not installed.

    >>> import graphbuilder as gb
    >>> graph = gb.build(texts=["NATO leaders met in Bucharest on 2-4 April 2008."])
    >>> [(entry.when, entry.label) for entry in graph.timeline()]
    [('2008-04-02/2008-04-04', 'NATO leaders met in Bucharest on 2-4 April 2008')]
    """
    options = {
        "model": model,
        "workers": workers,
        "columns": columns,
        "encoding": encoding,
        "strict": strict,
        "corrections": corrections,
        "on_problem": on_problem,
        "on_file": on_file,
        "on_document": on_document,
        "published": published,
        "source": source,
        "about_files": about_files,
        "texts": texts,
        "progress": progress,
        "about": about,
        "start": start,
        "end": end,
    }
    resolution = resolved(sources, options)
    with collection_paused():
        graph = EventGraph.from_resolution(resolution)
        asked = (about, start, end, top) != (None, None, None, None)
        return graph.slice(about, start=start, end=end, top=top) if asked else graph


def resolved(sources: Any, options: Mapping[str, Any]) -> Resolution:
    """What all articles of the sources say together, with the options of `build`.

    Raises:
        InputError: as of `build`.
    """
    reading, note = Reading(sources, options), options.get("on_problem") or log
    if (kept := reading.resolution()) is not None:
        return reading.with_lasting_ids(kept)
    extractions, notes = list(reading), list[Problem]()
    told = f"putting {len(extractions)} articles together"
    with collection_paused(), watched(options.get("progress", False), told):
        found = resolve_read(
            extractions,
            corrections=reading.corrections,
            on_problem=notes.append,
            given=reading.given(one.document for one in extractions),
        )
        for one in notes:
            note(one)
        reading.keep(found, notes)
        return reading.with_lasting_ids(found)
