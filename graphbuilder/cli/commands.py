"""The commands: one function each, the same verbs as the library.

To add one, write a function here that `reads` its `inputs`, with an example as its epilog.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuilder import __version__
from graphbuilder.cli.options import STANDARD_OUTPUT, About, End, Output, Start, Top
from graphbuilder.cli.output import check_output, number_of, put, put_lines, tell
from graphbuilder.cli.reading import Inputs, reads
from graphbuilder.cli.stopping import LINES_WRITTEN, NOTHING_WRITTEN, stoppable
from graphbuilder.errors import OutputError
from graphbuilder.export import TIMELINE_FORMATS
from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import FORMATS, Format, format_named
from graphbuilder.intervals import window

if TYPE_CHECKING:
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
@stoppable(NOTHING_WRITTEN)
@reads
def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("-o", "--output", help="The page to write; - is standard output.")] = Path(
        "story.html"
    ),
    title: Annotated[str | None, typer.Option(help="The page's heading.")] = None,
    max_nodes: Annotated[int, typer.Option(min=1, help="Nodes in the first view.")] = 100,
    about: About = None,
    start: Start = None,
    end: End = None,
    top: Top = None,
) -> None:
    """Write one interactive page: graph, timeline and source sentences. It works offline and can be mailed."""
    window(start, end)
    check_output(output, inputs.files)
    graph = inputs.graph(about=about, start=start, end=end, top=top)
    put(output, graph.to_html(title=title, max_nodes=max_nodes))
    if str(output) == "-":
        return
    counts = (
        number_of(len(graph.events()), "event"),
        number_of(len(graph.entities()), "entity", "entities"),
        number_of(len(graph.graph["documents"]), "document"),
    )
    tell(f"{output}: {', '.join(counts)}")


@app.command(epilog="Example: graphbuilder timeline data/nato --about Georgia --start 2008 --end 2022-12")
@stoppable(NOTHING_WRITTEN)
@reads
def timeline(
    inputs: Inputs,
    about: About = None,
    start: Start = None,
    end: End = None,
    top: Top = None,
    type: Annotated[str | None, typer.Option(help="Only events of this type, such as meet or promise.")] = None,
    min_score: Annotated[
        float | None, typer.Option(min=0, max=1, help="Only events of at least this score; 0 for all.")
    ] = None,
    format: Annotated[str, typer.Option(help=f"One of {', '.join(TIMELINE_FORMATS)}.")] = "text",
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Print the events in order: date as precise as it is known, what happened, who, where, and from which source."""
    if format not in TIMELINE_FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(TIMELINE_FORMATS)}", param_hint="--format")
    window(start, end)
    check_output(output, inputs.files)
    graph = inputs.graph(about=about, start=start, end=end)
    ask = partial(graph.timeline, about, start=start, end=end, type=type)
    likely = partial(ask, chosen=True) if min_score is None else partial(ask, min_score=min_score)
    if less := len(ask()) - len(likely()):
        tell(f"{less} less likely events are not shown; --min-score 0 shows them")
    entries = likely(top=top)
    put(output, TIMELINE_FORMATS[format](entries))


@app.command(epilog="Example: graphbuilder explain Kyiv data/nato --and Kiev")
@stoppable(NOTHING_WRITTEN)
@reads
def explain(
    name: Annotated[str, typer.Argument(help="A name, alias or id of an entity or event.", show_default=False)],
    inputs: Inputs,
    other: Annotated[str | None, typer.Option("--and", help="A second one: what joins or parts the two.")] = None,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Tell why mentions were put together or kept apart, with the sentences they stand in."""
    check_output(output, inputs.files)
    graph = inputs.graph()
    lines = graph.explain(name, other).splitlines()
    put(output, "".join(f"{_indent(line)}{for_terminal(line)}\n" for line in lines))


@app.command(epilog="Example: graphbuilder export data/nato --format graphml -o nato.graphml")
@stoppable(NOTHING_WRITTEN)
@reads
def export(
    inputs: Inputs,
    format: Annotated[str, typer.Option(metavar="NAME", help=f"One of {', '.join(FORMATS)}.", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=f"The file to write, or the folder ({_FOLDERS}); - is standard output."),
    ] = STANDARD_OUTPUT,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only events of at least this score.")] = 0.0,
    about: About = None,
    start: Start = None,
    end: End = None,
    top: Top = None,
) -> None:
    """Write the graph or timeline for another program. What its format cannot hold is said."""
    chosen = _format(format)
    window(start, end)
    _check_exit(output, chosen, inputs)
    graph = inputs.graph(about=about, start=start, end=end, top=top)
    written = chosen.write(_above(graph, min_score), lambda note: tell(for_terminal(note), "note", "yellow"))
    if isinstance(written, str | bytes):
        put(output, written)
        return
    from graphbuilder.export.saving import put as put_files

    put_files(output, written, format)


@app.command(epilog="Example: graphbuilder extract data/nato -o nato.jsonl")
@reads
def extract(
    inputs: Inputs,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Write what is read in each article as a line of JSON, as it is read; such lines stand wherever articles stand."""
    check_output(output, inputs.files)
    to_stdout = str(output) == "-"
    with stoppable(LINES_WRITTEN if to_stdout else NOTHING_WRITTEN):
        # on a terminal the lines themselves show how far it is
        put_lines(output, inputs.lines(progress=not (to_stdout and sys.stdout.isatty())))


@app.command(epilog="Example: graphbuilder extract data/nato | graphbuilder resolve - -o nato.json")
@stoppable(NOTHING_WRITTEN)
@reads
def resolve(
    inputs: Inputs,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Write what all articles say together, before it is a graph, as one line of JSON with every judgement."""
    check_output(output, inputs.files)
    resolution = inputs.resolution()
    from graphbuilder.records import to_json

    put(output, to_json(resolution) + "\n")


def _format(name: str) -> Format:
    try:
        return format_named(name)
    except OutputError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from error


def _check_exit(output: Path, chosen: Format, inputs: Inputs) -> None:
    """Refuse, before the reading, a target that cannot be written and a format whose packages are not installed."""
    if not chosen.folder:
        check_output(output, inputs.files)
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
    tell(f"{len(low)} events of a score below {score} are left out")
    left = graph.copy()
    left.remove_nodes_from(low)
    return left


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))
