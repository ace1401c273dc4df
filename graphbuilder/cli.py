"""The command line: thin, the same verbs as the library.

Results go to standard output or the file named, everything else to standard error: progress bars on a terminal, and one
line for each input that was left out or needs a note. Exit code 0 is success, 1 bad input, 2 wrong usage.

What needs spaCy or networkx is loaded when a command begins to read: help, the version and whatever is wrong with the
options are told at once.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuilder import __version__
from graphbuilder.errors import GraphBuilderError, OutputError
from graphbuilder.export import TIMELINE_FORMATS
from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import FORMATS, Format, format_named
from graphbuilder.intervals import window
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.writing import write

if TYPE_CHECKING:
    from rich.console import Console

    from graphbuilder.documents import Problem
    from graphbuilder.graph.event_graph import EventGraph

app = typer.Typer(
    help="From a pile of articles to a dated, sourced event timeline and knowledge graph, on this machine alone.",
    epilog="Every date, name and event in the results can show the sentence that it comes from.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

#: The names of formats that are folders of files.
_FOLDERS = ", ".join(name for name, one in FORMATS.items() if one.folder) or "none"
#: Below it are events of no known type, and those that are neither dated nor told of two by name.
MIN_SCORE = 0.4

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders or globs: .txt .md .html .json .jsonl .csv .tsv; - is standard input.",
        show_default=False,
    ),
]
Model = Annotated[str, typer.Option(help="A spaCy pipeline by name, or a folder.", rich_help_panel="Reading")]
Workers = Annotated[int, typer.Option(min=1, help="Processes to read with.", rich_help_panel="Reading")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="For tables and JSON: which column holds text, title, published, source, language, id or url.",
        rich_help_panel="Reading",
    ),
]
Encoding = Annotated[
    str | None, typer.Option(help="Encoding of the files; recognised if left out.", rich_help_panel="Reading")
]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="A YAML file of what is wrong with names, events, links and articles, and of new names.",
        rich_help_panel="Reading",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="When articles came out that tell no day and whose address tells none: 2022-07-26.",
        rich_help_panel="Reading",
    ),
]
SourceName = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help="The outlet of articles that name none and have no address.",
        rich_help_panel="Reading",
    ),
]
AboutFiles = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A CSV table about text files with columns file, published, source, title, url. "
        "It comes before what the files say of themselves.",
        rich_help_panel="Reading",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop at the first input that cannot be used.", rich_help_panel="Reading")
]


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"graphbuilder {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """What all commands share."""


@app.command(epilog="Example: graphbuilder build data/nato -o story.html")
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="The page to write; - is standard output.")] = Path(
        "story.html"
    ),
    title: Annotated[str | None, typer.Option(help="The page's heading.")] = None,
    max_nodes: Annotated[int, typer.Option(min=1, help="Nodes in the first view.")] = 100,
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Write one interactive page: graph, timeline and source sentences. It works offline and can be mailed."""
    _check_output(output, [*paths, *([] if about_files is None else [str(about_files)])])
    graph = _graph(paths, model, workers, column, encoding, strict, corrections, published, source, about_files)
    _put(output, graph.to_html(title=title, max_nodes=max_nodes))
    if str(output) == "-":
        return
    counts = f"{len(graph.events())} events, {len(graph.entities())} entities"
    _tell(f"{output}: {counts}, {len(graph.graph['documents'])} documents")


@app.command(epilog="Example: graphbuilder timeline data/nato --about Georgia --start 2008 --end 2022-12")
def timeline(
    paths: Paths,
    about: Annotated[str | None, typer.Option(help="Only events of this person, place or organisation.")] = None,
    start: Annotated[
        str | None, typer.Option(help="Leave out what was over before: 2008, 2008-04, 2008-04-02.")
    ] = None,
    end: Annotated[str | None, typer.Option(help="Leave out what began after.")] = None,
    type: Annotated[str | None, typer.Option(help="Only events of this type, such as meet or promise.")] = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only events of at least this score.")] = MIN_SCORE,
    format: Annotated[str, typer.Option(help=f"One of {', '.join(TIMELINE_FORMATS)}.")] = "text",
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write; - is standard output.")] = Path(
        "-"
    ),
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Print the events in order: date as precise as it is known, what happened, who, where, and from which source."""
    if format not in TIMELINE_FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(TIMELINE_FORMATS)}", param_hint="--format")
    window(start, end)
    _check_output(output, [*paths, *([] if about_files is None else [str(about_files)])])
    graph = _graph(paths, model, workers, column, encoding, strict, corrections, published, source, about_files)
    entries = graph.timeline(about=about, start=start, end=end, type=type, min_score=min_score)
    hidden = len(graph.timeline(about=about, start=start, end=end, type=type)) - len(entries)
    if hidden:
        _tell(f"{hidden} events of a score below {min_score} are not shown; --min-score 0 shows them")
    _put(output, TIMELINE_FORMATS[format](entries))


@app.command(epilog="Example: graphbuilder explain Kyiv data/nato --and Kiev")
def explain(
    name: Annotated[str, typer.Argument(help="A name, alias or id of an entity or event.", show_default=False)],
    paths: Paths,
    other: Annotated[str | None, typer.Option("--and", help="A second one: what joins or parts the two.")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write; - is standard output.")] = Path(
        "-"
    ),
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Tell why mentions were put together or kept apart, with the sentences they stand in."""
    _check_output(output, [*paths, *([] if about_files is None else [str(about_files)])])
    graph = _graph(paths, model, workers, column, encoding, strict, corrections, published, source, about_files)
    lines = graph.explain(name, other).splitlines()
    _put(output, "".join(f"{_indent(line)}{for_terminal(line)}\n" for line in lines))


@app.command(epilog="Example: graphbuilder export data/nato --format graphml -o nato.graphml")
def export(
    paths: Paths,
    format: Annotated[str, typer.Option(metavar="NAME", help=f"One of {', '.join(FORMATS)}.", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=f"The file to write, or the folder ({_FOLDERS}); - is standard output."),
    ] = Path("-"),
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only events of at least this score.")] = 0.0,
    model: Model = DEFAULT_MODEL,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Write the graph or timeline for another program. What its format cannot hold is said."""
    chosen = _format(format)
    _check_exit(output, chosen, [*paths, *([] if about_files is None else [str(about_files)])])
    graph = _graph(paths, model, workers, column, encoding, strict, corrections, published, source, about_files)
    written = chosen.write(_above(graph, min_score), lambda note: _tell(for_terminal(note), "note", "yellow"))
    if isinstance(written, str | bytes):
        _put(output, written)
        return
    from graphbuilder.export.saving import put

    put(output, written, format)


def _format(name: str) -> Format:
    try:
        return format_named(name)
    except OutputError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from error


def _check_exit(output: Path, chosen: Format, paths: list[str]) -> None:
    """Told before the reading: what cannot be written, and what is not installed."""
    if not chosen.folder:
        _check_output(output, paths)
    else:
        from graphbuilder.export.folder import check_folder

        if str(output) == "-":
            raise typer.BadParameter("this format is a folder of files; name one", param_hint="--output")
        check_folder(output)
    chosen.check()


def _above(graph: EventGraph, score: float) -> EventGraph:
    """The graph without events of a lower score, if there are any."""
    low = [node for node, data in graph.nodes(data=True) if data["kind"] == "event" and data["score"] < score]
    if not low:
        return graph
    _tell(f"{len(low)} events of a score below {score} are left out")
    left = graph.copy()
    left.remove_nodes_from(low)
    return left


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def main() -> None:
    """Run the program; a user's mistake is one line on standard error, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None where the caller has closed it
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except (GraphBuilderError, OSError) as error:
        _tell(for_terminal(str(error)), "error", "red")
        sys.exit(1)


def _check_output(output: Path, paths: list[str]) -> None:
    """Told before the reading, which may take hours."""
    if str(output) == "-":
        return
    if any(path != "-" and output.exists() and Path(path).exists() and output.samefile(path) for path in paths):
        raise OutputError(f"{str(output)!r} is one of the files to read, and would be replaced; name another one")
    if output.is_dir():
        raise OutputError(f"{str(output)!r} is a folder; name a file in it")
    if not output.parent.is_dir():
        raise OutputError(f"the folder {str(output.parent)!r} does not exist; make it, or name another one")
    if output.exists() and not output.is_file():
        raise OutputError(f"{str(output)!r} is a device or a pipe, which would be replaced; - is standard output")


def _put(output: Path, content: str | bytes) -> None:
    if str(output) != "-":
        write(output, content)
        return
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
            sys.stdout.flush()
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader of the pipe, such as head, has seen enough; what is left goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error


def _tell(message: str, kind: str = "", colour: str = "") -> None:
    """One line on standard error, whatever stands in it."""
    from rich.text import Text

    line = Text(message)
    _console().print(Text(f"{kind}: ", colour) + line if kind else line, highlight=False, soft_wrap=True)


def _console() -> Console:
    from rich.console import Console

    return Console(stderr=True)


def _graph(
    paths: list[str],
    model: str,
    workers: int,
    columns: list[str] | None,
    encoding: str | None,
    strict: bool,
    corrections: Path | None,
    published: str | None,
    source: str | None,
    about_files: Path | None,
) -> EventGraph:
    fields = _mapping(columns)
    from graphbuilder.build import build

    problems: list[Problem] = []
    try:
        with _progress(paths) as advance:
            return build(
                paths,
                model=model,
                workers=workers,
                columns=fields,
                encoding=encoding,
                strict=strict,
                corrections=corrections,
                published=published,
                source=source,
                about_files=about_files,
                on_problem=problems.append,
                on_file=lambda _: advance("files read"),
                on_document=lambda _: advance("documents analysed"),
            )
    finally:  # what was left out is told even where nothing is left
        for problem in problems:
            _tell(for_terminal(str(problem)), problem.kind, "yellow")


def _mapping(columns: list[str] | None) -> dict[str, str] | None:
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

    files = 0 if "-" in paths else len(list_files(paths))
    console = _console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks = {name: progress.add_task(name, total=files or None) for name in ("files read", "documents analysed")}
        yield lambda name: progress.advance(tasks[name])
