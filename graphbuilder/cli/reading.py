"""What a command reads, and the graph that it becomes, with progress on a terminal and a line for each problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from graphbuilder.cli.output import console, tell
from graphbuilder.export.clean import for_terminal

if TYPE_CHECKING:
    from graphbuilder.documents import Problem
    from graphbuilder.graph.event_graph import EventGraph


@dataclass(frozen=True, slots=True)
class Inputs:
    """The options of `graphbuilder.cli.options` as a command got them."""

    paths: list[str]
    model: str | None
    workers: int
    column: list[str] | None
    encoding: str | None
    strict: bool
    corrections: Path | None
    published: str | None
    source: str | None
    about_files: Path | None

    @property
    def files(self) -> list[str]:
        """What is read, and must not be written to."""
        return [*self.paths, *([] if self.about_files is None else [str(self.about_files)])]

    def graph(self) -> EventGraph:
        """The graph of what is read; problems are reported even where nothing is left.

        Raises:
            GraphBuilderError: nothing can be read, or an option is wrong.
        """
        _columns(self.column)
        from graphbuilder.build import build

        with self.options() as options:
            return build(self.paths, **options)

    @contextmanager
    def options(self) -> Iterator[Any]:
        """The options as the library takes them, with progress; problems are told at the end, whatever the end is."""
        problems: list[Problem] = []
        try:
            with _progress(self.paths) as advance:
                yield {
                    "model": self.model,
                    "workers": self.workers,
                    "columns": _columns(self.column),
                    "encoding": self.encoding,
                    "strict": self.strict,
                    "corrections": self.corrections,
                    "published": self.published,
                    "source": self.source,
                    "about_files": self.about_files,
                    "on_problem": problems.append,
                    "on_file": lambda _: advance("files read"),
                    "on_document": lambda _: advance("documents analysed"),
                }
        finally:
            for problem in problems:
                tell(for_terminal(str(problem)), problem.kind, "yellow")


def _columns(columns: list[str] | None) -> dict[str, str] | None:
    """Field → column, from "text=body"."""
    if not columns:
        return None
    pairs = [pair.partition("=") for pair in columns]
    wrong = next((pair for pair in pairs if not (pair[0] and pair[2])), None)
    if wrong is not None:
        raise typer.BadParameter(f"{''.join(wrong)!r} is not FIELD=NAME, as in text=body", param_hint="--column")
    return {field: name for field, _, name in pairs}


@contextmanager
def _progress(paths: list[str]) -> Iterator[Callable[[str], None]]:
    """Bars for the files read and the documents analysed; nothing where standard error is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from graphbuilder.documents import list_files
    from graphbuilder.store import is_store

    files = 0 if "-" in paths else len(list_files([path for path in paths if not is_store(path)]))
    terminal = console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        tasks = {name: progress.add_task(name, total=files or None) for name in ("files read", "documents analysed")}
        yield lambda name: progress.advance(tasks[name])
