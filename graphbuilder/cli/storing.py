"""The commands that work on a store: one function each, the same verbs as `graphbuilder.Store`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphbuilder.cli.options import STANDARD_OUTPUT, StoreFile
from graphbuilder.cli.output import number_of, put, tell
from graphbuilder.cli.reading import Inputs, reads
from graphbuilder.cli.stopping import stoppable
from graphbuilder.export.clean import for_terminal

if TYPE_CHECKING:
    from graphbuilder.store import Store
    from graphbuilder.store.searching import Hit
    from graphbuilder.store.store import Stored

commands = typer.Typer()

_Prefix = Annotated[str, typer.Option(metavar="NAME", help="Put NAME/ before the ids of the articles.")]
_FreshIds = Annotated[
    bool, typer.Option("--fresh-ids", help="Forget the ids of entities and events; the next build gives them anew.")
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON lines.")]


@dataclass(frozen=True, slots=True)
class _NewTexts(Inputs):
    """What replaces the texts of articles."""

    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or globs with the new texts.", show_default=False),
    ]
    model: Annotated[
        str | None,
        typer.Option(
            help="A spaCy pipeline; left out, that of the store.", rich_help_panel="Reading", show_default=False
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class _Additions(_NewTexts):
    """What is added to a store."""

    paths: Annotated[
        list[str],
        typer.Argument(
            default_factory=list,
            metavar="[PATH]...",
            help="Files, folders or globs; left out, only what is out of date is read anew.",
            show_default=False,
        ),
    ]


@commands.command(epilog="Example: graphbuilder add data/nato --store nato.store")
@reads
def add(store: StoreFile, inputs: _Additions, prefix: _Prefix = "", fresh_ids: _FreshIds = False) -> None:
    """Read the articles that a store does not have, and keep what was read in it; all other commands take the store."""
    _take("add", store, inputs, prefix=prefix, fresh_ids=fresh_ids)


@commands.command(epilog="Example: graphbuilder replace data/nato --store nato.store")
@reads
def replace(store: StoreFile, inputs: _NewTexts, prefix: _Prefix = "") -> None:
    """Read the new texts of articles that a store has under the same ids."""
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
        put(STANDARD_OUTPUT, f"{for_terminal(str(store))}: {number_of(len(one), 'article')}, nothing to mend\n")


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
    put(STANDARD_OUTPUT, "".join(_json_line(row) if as_json else _line(row, width) for row in rows))


def _json_line(row: Any) -> str:
    return json.dumps(asdict(row), ensure_ascii=False) + "\n"


def _line(row: Stored | Hit, width: int) -> str:
    facts = [row.title or "", row.source or ""]
    line = f"{for_terminal(row.id):{width}}  {(row.published or '')[:10]:10}  {'  '.join(map(for_terminal, facts))}"
    snippet = for_terminal(getattr(row, "snippet", ""))
    return f"{line.rstrip()}\n" + (f"    {snippet}\n" if snippet else "")
