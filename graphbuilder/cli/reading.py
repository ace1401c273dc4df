"""What a command reads, and the graph that it becomes, with progress on a terminal and a line for each problem."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from graphbuilder.cli.output import tell
from graphbuilder.export.clean import for_terminal

if TYPE_CHECKING:
    from graphbuilder.documents import Problem
    from graphbuilder.graph.event_graph import EventGraph
    from graphbuilder.records import Resolution


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

    def graph(self, **question: Any) -> EventGraph:
        """The graph of what is read; problems are reported even where nothing is left.

        Args:
            question: `about`, `start`, `end` and `top` of `graphbuilder.build`.

        Raises:
            GraphBuilderError: nothing can be read, or an option is wrong.
        """
        _columns(self.column)
        from graphbuilder.build import build

        with self.options() as options:
            return build(self.paths, **options, **question)

    def resolution(self) -> Resolution:
        """As `graph`, what all articles say together."""
        _columns(self.column)
        from graphbuilder.build import resolved

        with self.options() as options:
            return resolved(self.paths, options)

    def lines(self, *, progress: bool) -> Generator[str]:
        """As `graph`, what is read in each article as a line of JSON, as it is read."""
        _columns(self.column)
        from graphbuilder.records import to_json
        from graphbuilder.sources import Reading

        with self.options() as options:
            for extraction in Reading(self.paths, options | {"progress": progress}):
                yield f"{to_json(extraction)}\n"

    @contextmanager
    def options(self) -> Iterator[dict[str, Any]]:
        """The options as the library takes them; problems are told at the end, whatever the end is."""
        problems: list[Problem] = []
        try:
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
                "progress": True,
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
