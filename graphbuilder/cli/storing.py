"""The commands that work on a store: one function each, the same verbs as `graphbuilder.Store`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphbuilder.cli.options import (
    AboutFiles,
    Columns,
    CorrectionsFile,
    Encoding,
    Published,
    SourceName,
    StoreFile,
    Strict,
    Workers,
)
from graphbuilder.cli.output import number_of, put, tell
from graphbuilder.cli.reading import Inputs
from graphbuilder.cli.stopping import stoppable
from graphbuilder.export.clean import for_terminal

if TYPE_CHECKING:
    from graphbuilder.store import Store
    from graphbuilder.store.searching import Hit
    from graphbuilder.store.store import Stored

commands = typer.Typer()

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders or globs; left out, only what is out of date is read anew.",
        show_default=False,
    ),
]
_NewPaths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs with the new texts.", show_default=False)
]
_Prefix = Annotated[str, typer.Option(metavar="NAME", help="Put NAME/ before the ids of the articles.")]
_Model = Annotated[
    str | None,
    typer.Option(help="A spaCy pipeline; left out, that of the store.", rich_help_panel="Reading", show_default=False),
]
_FreshIds = Annotated[
    bool, typer.Option("--fresh-ids", help="Forget the ids of entities and events; the next build gives them anew.")
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON lines.")]
_STANDARD_OUTPUT = Path("-")


@commands.command(epilog="Example: graphbuilder add data/nato --store nato.store")
def add(
    store: StoreFile,
    paths: _Paths = None,
    prefix: _Prefix = "",
    fresh_ids: _FreshIds = False,
    model: _Model = None,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Read the articles that a store does not have, and keep what was read in it; all other commands take the store."""
    inputs = Inputs(paths or [], model, workers, column, encoding, strict, corrections, published, source, about_files)
    _take("add", store, inputs, prefix=prefix, fresh_ids=fresh_ids)


@commands.command(epilog="Example: graphbuilder replace data/nato --store nato.store")
def replace(
    store: StoreFile,
    paths: _NewPaths,
    prefix: _Prefix = "",
    model: _Model = None,
    workers: Workers = 1,
    column: Columns = None,
    encoding: Encoding = None,
    strict: Strict = False,
    corrections: CorrectionsFile = None,
    published: Published = None,
    source: SourceName = None,
    about_files: AboutFiles = None,
) -> None:
    """Read the new texts of articles that a store has under the same ids."""
    inputs = Inputs(paths, model, workers, column, encoding, strict, corrections, published, source, about_files)
    _take("replace", store, inputs, prefix=prefix)


@commands.command(epilog="Example: graphbuilder remove 2014-03-20.txt --store nato.store")
def remove(
    store: StoreFile,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, as list prints them.", show_default=False)],
) -> None:
    """Take articles out of a store."""
    with _opened(store) as one:
        one.remove(*ids)
        tell(for_terminal(f"{store}: {len(ids)} removed; {number_of(len(one), 'article')}"))


@commands.command("list", epilog="Example: graphbuilder list --store nato.store")
def list_(store: StoreFile, json_: _Json = False) -> None:
    """Print the articles of a store: id, date, title, source."""
    with _opened(store) as one:
        _print(one.documents(), json_)


@commands.command(epilog="""Example: graphbuilder search '"Black Sea" grain' --store nato.store""")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, and phrases in "quotes".')],
    store: StoreFile,
    limit: Annotated[int, typer.Option(min=1, help="Print so many articles at most.")] = 20,
    json_: _Json = False,
) -> None:
    """Print the articles of a store that have all the words, the best first, with some of their text."""
    with _opened(store) as one:
        _print(one.search(" ".join(words), limit), json_)


@commands.command(epilog="Example: graphbuilder check --store nato.store")
def check(store: StoreFile) -> None:
    """Tell whether a store is whole: its file, its index, and each article against its hash."""
    with _opened(store) as one:
        found = one.check()
        for fault in found:
            tell(for_terminal(str(fault)), "note" if fault.kind == "note" else "error", "red")
        if any(fault.kind != "note" for fault in found):
            raise typer.Exit(1)
        put(_STANDARD_OUTPUT, f"{for_terminal(str(store))}: {number_of(len(one), 'article')}, nothing to mend\n")


def _take(verb: str, path: Path, inputs: Inputs, **more: Any) -> None:
    def safe() -> str:
        kept = len(_opened(path)) if path.exists() else 0
        return f"{path} keeps {number_of(kept, 'article')}, and the same command goes on from there"

    with stoppable(safe), _opened(path) as store, inputs.options() as options:
        counts = getattr(store, verb)(inputs.paths or None, **more, **options)
        words = {"added": "added", "replaced": "replaced", "renewed": "read anew", "known": "there already"}
        told = [f"{getattr(counts, name)} {word}" for name, word in words.items() if getattr(counts, name)]
        told += ["ids forgotten"] if more.get("fresh_ids") else []
        summary = f"{path}: {', '.join(told) or 'nothing added'}; {number_of(len(store), 'article')}"
    tell(for_terminal(summary))


def _opened(path: Path) -> Store:
    from graphbuilder.store import Store

    return Store(path)


def _print(rows: Sequence[Stored | Hit], as_json: bool) -> None:
    """One line an article: JSON, or the facts side by side, with a snippet below."""
    width = max((len(for_terminal(row.id)) for row in rows), default=0)
    put(_STANDARD_OUTPUT, "".join(_json_line(row) if as_json else _line(row, width) for row in rows))


def _json_line(row: Any) -> str:
    return json.dumps(asdict(row), ensure_ascii=False) + "\n"


def _line(row: Stored | Hit, width: int) -> str:
    facts = [row.title or "", row.source or ""]
    line = f"{for_terminal(row.id):{width}}  {(row.published or '')[:10]:10}  {'  '.join(map(for_terminal, facts))}"
    snippet = for_terminal(getattr(row, "snippet", ""))
    return f"{line.rstrip()}\n" + (f"    {snippet}\n" if snippet else "")
