"""The options of adding to a store, which are those of `graphbuilder.build`, and the documents that they denote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from typing import Any, TypedDict

from graphbuilder.corrections import Corrections
from graphbuilder.documents import Problem, origins, read_documents
from graphbuilder.records import Document

#: A document as it was read, and where it lies; "" is nowhere, where it was given in Python.
Read = tuple[Document, str]


class Options(TypedDict, total=False):
    """See `graphbuilder.build`."""

    model: str | None
    workers: int | None
    columns: Mapping[str, str] | None
    encoding: str | None
    strict: bool
    corrections: str | PathLike[str] | Corrections | None
    on_problem: Callable[[Problem], None] | None
    on_file: Callable[[str], None] | None
    on_document: Callable[[str], None] | None
    published: date | str | None
    source: str | None
    about_files: str | PathLike[str] | None
    texts: Any


#: The options that say how documents are found in what is named.
_FINDING = ("columns", "encoding", "strict", "on_problem", "published", "source", "about_files", "texts")


def read(sources: Any, prefix: str, options: Options) -> Iterator[Read]:
    """The documents that are named; nothing, where nothing is. The user's corrections are for later.

    Raises:
        InputError: nothing is there under a name, or an option is wrong.
    """
    if sources is None and options.get("texts") is None:
        return iter(())
    places = {} if sources is None or isinstance(sources, Iterator) else origins(sources)
    on_file, now = options.get("on_file"), ""

    def opened(file: str) -> None:
        nonlocal now
        now = places.get(file, file)  # the documents that follow are in it
        if on_file is not None:
            on_file(file)

    finding: dict[str, Any] = {name: value for name, value in options.items() if name in _FINDING}
    documents = read_documents(sources, on_file=opened, **finding)
    return ((replace(one, id=f"{prefix}/{one.id}") if prefix else one, now) for one in documents)
