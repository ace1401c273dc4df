"""The map: Document → Extraction, one document at a time, without shared state.

`Pipeline` holds names and numbers only, so it can be sent to a worker in another process or on another machine, which
loads the model by name. joblib distributes; its back end (processes, threads, Dask) is the user's choice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from graphbuilder.corrections import Corrections, OwnName
from graphbuilder.documents import Problem
from graphbuilder.documents.given.corrected import AboutDocuments
from graphbuilder.documents.given.defaults import REMEDY
from graphbuilder.documents.problem import killing
from graphbuilder.documents.remarks import listed
from graphbuilder.entities import find_entities
from graphbuilder.entities.names.user_names import looking_for
from graphbuilder.errors import GraphBuilderError, InputError
from graphbuilder.events import find_events
from graphbuilder.events.dating.directed import planned_times
from graphbuilder.invisible import as_it_stands
from graphbuilder.parallel.batches import CHUNK, batches
from graphbuilder.parallel.workers import mapped
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import reader
from graphbuilder.records import Document, Extraction, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import forget
from graphbuilder.times import time_expressions

logger = logging.getLogger(__name__)

Report = Callable[[Problem], None]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """How documents are read: names and numbers only. Call it with documents to get what was read in them."""

    model: str = DEFAULT_MODEL
    batch_size: int = 32
    names: tuple[OwnName, ...] = ()
    """Names that the user adds (`graphbuilder.read_corrections`)."""

    def __call__(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Read documents in this process, in their order.

        Raises:
            ModelNotFound: the model is not installed.
        """
        own = looking_for(self.model, self.names)
        for one in parse(documents, self.model, self.batch_size):
            own.mark(one.doc)
            extraction = read(one)
            forget(one.doc)
            yield extraction


def extract(
    documents: Document | Iterable[Document],
    *,
    model: str = DEFAULT_MODEL,
    workers: int | None = None,
    batch_size: int = 32,
    strict: bool = False,
    corrections: Corrections | None = None,
    on_problem: Report | None = None,
) -> Iterator[Extraction]:
    """What was read in each document, in the order of the documents.

    A document that cannot be read, or whose id was there before, is reported (`on_problem`, else the log) and left out.

    Args:
        documents: one or many; `graphbuilder.documents.read_documents` makes them from files.
        model: a spaCy pipeline by name, or a folder.
        workers: processes; 1 stays in this one. Left out, what joblib has active is used, such as the cluster of
            ``joblib.parallel_config(backend="dask")``; where that is nothing, all stays in this process.
        batch_size: documents that spaCy parses at once, at most; long ones make smaller batches.
        strict: raise for a bad document instead of leaving it out.
        corrections: of `graphbuilder.read_corrections`; their new names and patterns are looked for, and documents are
            read as they say.
        on_problem: is told of each document that was left out.

    Raises:
        ModelNotFound: the model is not installed.
        InputError: a pattern of the corrections is none; or a document is bad and `strict` is set.
    """
    yield from extracted(
        documents,
        _whole,
        model=model,
        workers=workers,
        batch_size=batch_size,
        strict=strict,
        corrections=corrections,
        on_problem=on_problem,
    )


def extracted(
    documents: Document | Iterable[Document],
    made: Callable[[Extraction, Document], Made],
    *,
    model: str,
    workers: int | None = None,
    batch_size: int = 32,
    strict: bool = False,
    corrections: Corrections | None = None,
    on_problem: Report | None = None,
) -> Iterator[Made]:
    """As `extract`, what is made of each Extraction by the worker that has it: no more than is needed is sent back.

    Args:
        documents: one or many.
        made: a function of a module, of the Extraction and its document; what it makes is no Problem.
        model: these and the others are those of `extract`.
    """
    pipeline = Pipeline(model, batch_size, corrections.names if corrections is not None else ())
    looking_for(model, pipeline.names)  # a wrong model or pattern is told at once, not from a worker
    report = reporter(strict, on_problem)
    given = [documents] if isinstance(documents, Document) else documents
    corrected = map(AboutDocuments(corrections).corrected, _distinct(given, report))
    chunks = batches(corrected, _length, CHUNK)
    for _, outcomes in mapped(partial(_outcomes, pipeline, made), chunks, workers, _fatal):
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                report(outcome)
            else:
                yield outcome


def read(one: Parse) -> Extraction:
    """The Extraction of a parsed document: entities, times, and the events that need both, in this order."""
    times = time_expressions(one.document, one.sentences, one.doc)
    reading = reader().read(one, times)
    planned = planned_times(one, times, reading)
    times = time_expressions(one.document, one.sentences, one.doc, planned=planned) if planned else times
    found = find_entities(one, reading, times)
    told = find_events(one, found, times, reading)
    extraction = Extraction(
        document=one.given.id,
        title=one.given.title,
        published=one.given.published,
        source=one.given.source,
        language=one.given.language,
        sentences=one.sentences,
        zones=one.given.zones,
        mentions=told.mentions,
        times=times,
        events=told.events,
        relations=told.relations,
        url=one.document.url,
    )
    return as_it_stands(extraction, one.given)


def _length(document: Document) -> int:
    return len(document.text)


def _whole(extraction: Extraction, _: Document) -> Extraction:
    return extraction


def _outcomes(
    pipeline: Pipeline, made: Callable[[Extraction, Document], Made], chunk: list[Document]
) -> list[Made | Problem]:
    """What is made of each document, or why there is nothing: one bad document does not cost its neighbours."""
    try:
        return list(map(made, pipeline(chunk), chunk))
    except GraphBuilderError:
        raise
    except Exception:
        logger.debug("a chunk failed; its documents are read one by one", exc_info=True)
        return [_outcome(pipeline, made, document) for document in chunk]


def _outcome(pipeline: Pipeline, made: Callable[[Extraction, Document], Made], document: Document) -> Made | Problem:
    try:
        return made(next(pipeline([document])), document)
    except Exception as error:
        logger.debug("document %r cannot be analysed", document.id, exc_info=True)
        why = f"it cannot be analysed ({type(error).__name__}: {error}); please report it with the text"
        return Problem(document.id, why)


def _fatal(document: Document) -> Problem:
    return killing(document.id)


def _distinct(documents: Iterable[Document], report: Report) -> Iterator[Document]:
    seen: dict[str, Document] = {}
    for document in documents:
        if not isinstance(document, Document):
            raise InputError(f"a Document is needed, not {type(document).__name__}; wrap texts in Document(text=…)")
        known = seen.setdefault(document.id, document)
        if known is document:
            yield document
        elif known != document:
            report(Problem(document.id, "another document has the same id; give each its own"))


def reporter(strict: bool, on_problem: Report | None) -> Report:
    """Who is told of what is left out: an error if `strict`, else `on_problem`, else the log."""
    return _raise if strict else on_problem or log


class Dating(NamedTuple):
    """What is asked of a document that was read: its id, and whether it is dated and has to be."""

    document: str
    dated: bool
    needs_day: bool


def dating_of(extraction: Extraction) -> Dating:
    """Whether a document has a day of publication, and a date that is counted from it."""
    return Dating(extraction.document, extraction.published is not None, any(map(_is_unread, extraction.times)))


def noting_undated(read: Iterable[Made], report: Report, dating: Callable[[Made], Dating]) -> Iterator[Made]:
    """What was read as it comes; at its end one note on all without a day of publication, if some date needs it."""
    undated, count, needed = [], 0, False
    for one in read:
        count += 1
        document, is_dated, needs_day = dating(one)
        if not is_dated:
            undated.append(document)
            needed = needed or needs_day
        yield one
    if needed:
        has, them = ("has", "it") if len(undated) == 1 else ("have", "them")
        told = f"{len(undated)} of {count} articles {has} no publication date"
        names = listed(undated, len(undated))
        report(Problem("", f'{told}, so "on Tuesday" cannot be read in {them}; {REMEDY}: {names}', "note"))


def _is_unread(time: TimeExpression) -> bool:
    """Whether a date lacks the day that it is counted from: "on Tuesday", "last month", "26 July"."""
    return time.interval is None and time.type in ("DATE", "TIME") and time.value.startswith("XXXX")


def _raise(problem: Problem) -> None:
    raise InputError(f"{problem.name}: {problem.reason}")


def log(problem: Problem) -> None:
    """Tell the log of a problem."""
    logger.warning("%s: %s", problem.kind, problem)
