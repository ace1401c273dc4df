"""A graph → a file or folder, in the format that is named or that its ending denotes."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from graphbuilder.errors import OutputError
from graphbuilder.export.folder import check_folder, put_folder
from graphbuilder.export.formats import FORMATS, Note, Written, format_named, format_of
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.writing import write

logger = logging.getLogger(__name__)


def save(graph: EventGraph, path: str | PathLike[str], format: str | None = None, on_note: Note | None = None) -> None:
    """Write the graph to a file or, in some formats, to a folder; `graphbuilder.open` reads JSON and Parquet back.

    Args:
        graph: the graph, or a part of it.
        path: the file or folder. A file that is there is replaced; a folder only if it is empty or of this function.
        format: a name of `graphbuilder.export.formats`; left out, that of the ending of the path.
        on_note: is told what the format cannot hold; otherwise the log is.

    Raises:
        OutputError: there is no such format, or it cannot be written there.
    """
    name = format or format_of(Path(path).name)
    if name is None:
        endings = ", ".join(sorted({one.ending for one in FORMATS.values() if one.ending}))
        raise OutputError(f"the name {str(path)!r} tells no format; end it in one of {endings}, or say format='csv'")
    chosen = format_named(name)
    if chosen.folder:
        check_folder(Path(path))
    put(Path(path), chosen.write(graph, on_note or _log), name)


def put(path: Path, written: Written, name: str) -> None:
    """Write the file or the folder of a format."""
    if isinstance(written, Mapping):
        put_folder(path, written, name)
    else:
        write(path, written)


def _log(note: str) -> None:
    logger.warning("%s", note)
