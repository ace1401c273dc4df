"""EventGraph → tables: what was found, a row each, for pandas and every other library of tables.

In: a graph, a timeline, or time expressions. Out: `Table`, which is a DataFrame where pandas is installed; plain lists
by `Frames.columns` without it. In the order in which they read each other:

    cells       the kinds of column, Table, DataFrame; dates, quotes and addresses as cells
    tables      the columns and rows of each table, and `TABLES`, the list of them by name

To add a table, write its columns and its function in `tables` and add it to `TABLES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from typing import TYPE_CHECKING

from graphbuilder.errors import InputError
from graphbuilder.frames.cells import Cell, Table
from graphbuilder.frames.tables import TABLES, entries, times
from graphbuilder.graph.event_graph import EventGraph

if TYPE_CHECKING:
    from pandas import DataFrame

    from graphbuilder.graph.entries import TimelineEntry

__all__ = ["Frames", "Table", "entries", "frames", "times", "to_frame"]


def frames(graph: EventGraph) -> Frames:
    """The events, participants, entities, mentions, links, sentences, documents and judgements as DataFrames of
    pandas: ``graph.frames().events``.
    """
    return Frames(graph)


def to_frame(timeline: Iterable[TimelineEntry]) -> DataFrame:
    """The entries as a DataFrame of pandas, a row each; the columns are listed in `docs/records.md`.

    Raises:
        InputError: pandas is not installed.
    """
    return entries(timeline).to_frame()


class Frames:
    """The tables of a graph by name, also as attributes: ``frames.events``; each is made when it is first asked for.

    A change of the graph after that does not show in it; ask `graph.frames()` anew.
    """

    def __init__(self, graph: EventGraph) -> None:
        self._graph = graph
        self._tables: dict[str, Table] = {}
        self._frames: dict[str, DataFrame] = {}

    def __getattr__(self, name: str) -> DataFrame:
        if name in TABLES:
            return self[name]
        raise AttributeError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def columns(self, name: str) -> dict[str, list[Cell]]:
        """A table as plain lists, for which no pandas is needed: ``polars.DataFrame(frames.columns("events"))``.

        Raises:
            InputError: there is no table of this name.
        """
        return self._table(name).columns()

    def __getitem__(self, name: str) -> DataFrame:
        if name not in self._frames:
            self._frames[name] = self._table(name).to_frame()
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def keys(self) -> KeysView[str]:
        """The names of the tables: ``dict(graph.frames())`` makes them all."""
        return TABLES.keys()

    def __repr__(self) -> str:
        counted = (f"  {name:<13}{len(self._table(name).rows):>7,} rows" for name in TABLES)
        return "\n".join(["Frames:", *counted])

    def _table(self, name: str) -> Table:
        if name not in TABLES:
            raise InputError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
        if name not in self._tables:
            self._tables[name] = TABLES[name](self._graph)
        return self._tables[name]
