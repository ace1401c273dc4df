"""What a command reads, and the graph that it becomes, with progress on a terminal and a line for each problem."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, get_type_hints

import typer

from graphbuilder.cli.options import (
    AboutFiles,
    Columns,
    CorrectionsFile,
    Encoding,
    Model,
    Paths,
    Published,
    SourceName,
    Strict,
    Workers,
)
from graphbuilder.cli.output import tell
from graphbuilder.export.clean import for_terminal
from graphbuilder.pipeline.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from graphbuilder.documents import Problem
    from graphbuilder.graph.event_graph import EventGraph
    from graphbuilder.records import Resolution


@dataclass(frozen=True, slots=True)
class Inputs:
    """The options that all commands share, as a command got them."""

    paths: Paths
    model: Model = DEFAULT_MODEL
    workers: Workers = 1
    column: Columns = None
    encoding: Encoding = None
    strict: Strict = False
    corrections: CorrectionsFile = None
    published: Published = None
    source: SourceName = None
    about_files: AboutFiles = None

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


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """A command that has, in place of its parameter `inputs`, an option for each field of that class."""
    own = dict(signature(command, eval_str=True).parameters)
    kind = own.pop("inputs").annotation
    hints = get_type_hints(kind, include_extras=True)
    options = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own.values()]
    for one in fields(kind):
        default = Parameter.empty if one.default is MISSING else one.default
        options.append(Parameter(one.name, Parameter.KEYWORD_ONLY, default=default, annotation=hints[one.name]))

    @wraps(command)
    def run(**given: Any) -> None:
        command(inputs=kind(**{one.name: given.pop(one.name) for one in fields(kind)}), **given)

    run.__dict__["__signature__"] = Signature(options)  # what typer asks
    return run


def _columns(columns: list[str] | None) -> dict[str, str] | None:
    """Field → column, from "text=body"."""
    if not columns:
        return None
    pairs = [pair.partition("=") for pair in columns]
    wrong = next((pair for pair in pairs if not (pair[0] and pair[2])), None)
    if wrong is not None:
        raise typer.BadParameter(f"{''.join(wrong)!r} is not FIELD=NAME, as in text=body", param_hint="--column")
    return {field: name for field, _, name in pairs}
