"""Which formats there are, and what each needs to be known of before anything is read. Nothing heavy is loaded for it.

A package of yours adds one by an entry point in the group `graphbuilder.formats`, which names a `Format` or a function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from graphbuilder.added import added, load, remedy, told_of
from graphbuilder.errors import OutputError

if TYPE_CHECKING:
    from graphbuilder.graph.event_graph import EventGraph

#: Is told, in a sentence, of what a format cannot hold.
Note = Callable[[str], None]
#: A file, or the files of a folder by their names.
Written = str | bytes | Mapping[str, str | bytes]
Writer = Callable[["EventGraph", Note], Written]

#: Extra → the packages that its formats import.
PACKAGES: dict[str, tuple[str, ...]] = {"parquet": ("pyarrow",), "rdf": ("rdflib",)}
#: The group of entry points in which other packages add formats.
GROUP = "graphbuilder.formats"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what writes it, as a function or by its name ("package.module:function"), and what the file is.

    Args:
        writer: from a graph and `Note` to the text, the bytes, or the files of a folder by name (parts of a name are
            parted by "/").
        ending: of the names of its files; `graph.save` knows the format by it.
        folder: whether it is a folder of files.
        extra: the extra of graphbuilder that installs what it needs.
    """

    writer: Writer | str
    ending: str = ""
    folder: bool = False
    extra: str = ""

    def write(self, graph: EventGraph, note: Note) -> Written:
        """The graph in this format.

        Raises:
            OutputError: a package that it needs is not installed.
        """
        return self._function()(graph, note)

    def check(self) -> None:
        """Refuse a format whose packages are not installed, without loading them.

        Raises:
            OutputError: a package that it needs is not installed.
        """
        check_package(self.extra)

    def _function(self) -> Writer:
        if not isinstance(self.writer, str):
            return self.writer
        module, _, name = self.writer.partition(":")
        try:
            return cast(Writer, getattr(import_module(module), name))
        except ModuleNotFoundError as error:
            if error.name not in PACKAGES.get(self.extra, ()):
                raise
            raise _missing(error.name, self.extra) from error


def check_package(extra: str) -> None:
    """Refuse an extra of which a package is not installed.

    Raises:
        OutputError: it is not.
    """
    for package in PACKAGES.get(extra, ()):
        if find_spec(package) is None:
            raise _missing(package, extra)


def _missing(package: str | None, extra: str) -> OutputError:
    return OutputError(
        f"this format needs the package {package!r}, which is not installed; pip install 'graphbuilder[{extra}]'"
    )


def _own(name: str, ending: str = "", *, folder: bool = False, extra: str = "") -> Format:
    return Format(f"graphbuilder.export.{name}", ending, folder, extra)


#: Name → format, of those that are part of graphbuilder.
FORMATS: dict[str, Format] = {
    "graphml": _own("graphs.graphml:graphml", ".graphml"),
    "gexf": _own("graphs.gexf:gexf", ".gexf"),
    "json": _own("graphs.nodelink:nodelink", ".json"),
    "csv": _own("graphs.csv_pair:csv_pair", folder=True),
    "cypher": _own("graphs.cypher:cypher", folder=True),
    "parquet": _own("graphs.parquet:parquet", ".parquet", extra="parquet"),
    "turtle": _own("linked_data.written:turtle", ".ttl"),
    "json-ld": _own("linked_data.written:jsonld", ".jsonld"),
    "ftm": _own("graphs.ftm:ftm", ".ftm.json"),
    "timelinejs": _own("timelines.timelinejs:timelinejs"),
    "ics": _own("timelines.ics:ics", ".ics"),
    "geojson": _own("timelines.geojson:geojson", ".geojson"),
    "markdown": _own("timelines.markdown:markdown", ".md"),
    "obsidian": _own("timelines.obsidian:obsidian", folder=True),
}


def format_named(name: str) -> Format:
    """The format of this name, of graphbuilder or of a package that adds it.

    Raises:
        OutputError: there is none, or it cannot be loaded.
    """
    if name in FORMATS:
        return FORMATS[name]
    more = added(GROUP)
    if name not in more:
        raise OutputError(f"{name!r} is not one of {', '.join([*FORMATS, *sorted(more.keys() - FORMATS.keys())])}")
    found = load(more[name], "format", OutputError)
    if not isinstance(found, Format) and not callable(found):
        raise OutputError(
            f"{told_of(more[name], 'format')} is neither a Format nor a function but {found!r}; {remedy(more[name])}"
        )
    return found if isinstance(found, Format) else Format(found)


def format_of(file: str) -> str | None:
    """The name of the format that the ending of a file's name denotes; None where it denotes none."""
    fitting = [name for name, one in FORMATS.items() if one.ending and file.casefold().endswith(one.ending)]
    return max(fitting, key=lambda name: len(FORMATS[name].ending), default=None)
