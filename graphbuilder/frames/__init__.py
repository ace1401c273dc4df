"""EventGraph → tables: what was found, a row each, for pandas and every other library of tables.

In: a graph, a timeline, or time expressions. Out: `Table`, which is a DataFrame where pandas is installed; plain lists
by `Frames.columns` without it. In the order in which they read each other:

    columns     the kinds of column, Table, DataFrame
    cells       dates, quotes and addresses as cells
    tables      the columns and rows of each table, and `TABLES`, the list of them by name

To add a table, write its columns and its function in `tables` and add it to `TABLES`; to `Frames` add a property.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from typing import TYPE_CHECKING

from graphbuilder.errors import InputError
from graphbuilder.frames.columns import Cell, Table
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
    """The tables of a graph, as attributes or by name; each is made when it is first asked for.

    A change of the graph after that does not show in it; ask `graph.frames()` anew.
    """

    def __init__(self, graph: EventGraph) -> None:
        self._graph = graph
        self._tables: dict[str, Table] = {}
        self._frames: dict[str, DataFrame] = {}

    @property
    def events(self) -> DataFrame:
        """One row an event, in order of date, the undated ones last."""
        return self["events"]

    @property
    def participants(self) -> DataFrame:
        """One row for each event and entity tied to it by a role, as its place, or as who says so."""
        return self["participants"]

    @property
    def entities(self) -> DataFrame:
        """One row a person, place, organisation and so on."""
        return self["entities"]

    @property
    def mentions(self) -> DataFrame:
        """One row for each mention of an entity or event, with its sentence."""
        return self["mentions"]

    @property
    def links(self) -> DataFrame:
        """One row for each relation of two entities, or of two events, with its polarity, modality and attribution."""
        return self["links"]

    @property
    def sentences(self) -> DataFrame:
        """One row a sentence, verbatim."""
        return self["sentences"]

    @property
    def documents(self) -> DataFrame:
        """One row an article."""
        return self["documents"]

    @property
    def judgements(self) -> DataFrame:
        """One row for each decision that two mentions are the same or not."""
        return self["judgements"]

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
