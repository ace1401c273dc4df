"""Tables as plain columns of declared kinds, or DataFrames of pandas, which need not be installed; and their cells.

What a cell holds are dates, quotes, addresses and lists of a graph, as values of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from graphbuilder.addresses import shown_address
from graphbuilder.errors import InputError
from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.elements import in_order
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import provenance_records, words_at
from graphbuilder.intervals import Bound, Interval
from graphbuilder.records import Provenance

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | date | None

#: Kinds of column, by the dtype that each has in pandas. All of them can hold what is missing.
TEXT, INTEGER, NUMBER, FLAG, DAY = "string", "Int64", "float64", "boolean", "datetime64[s]"

_TYPES: dict[str, type | tuple[type, ...]] = {TEXT: str, INTEGER: int, NUMBER: (int, float), FLAG: bool, DAY: date}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a cell for each column; a cell is a text, number, truth value, day, or None where it is missing."""

    kinds: Mapping[str, str]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, kinds: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> Table:
        """The table of rows that name their cells; what is not of the kind of its column is missing."""
        return cls(kinds, tuple(tuple(_cell(row[name], kind) for name, kind in kinds.items()) for row in rows))

    def columns(self) -> dict[str, list[Cell]]:
        """The cells of each column: what polars, pyarrow and others make a table of."""
        return {name: [row[at] for row in self.rows] for at, name in enumerate(self.kinds)}

    def to_frame(self) -> pandas.DataFrame:
        """The table as a DataFrame, numbered from 0.

        Raises:
            InputError: pandas is not installed.
        """
        try:
            import pandas  # it is an extra, and takes half a second to load
        except ImportError as error:
            raise InputError(
                'a table is a DataFrame of pandas, which is not installed: pip install "graphbuilder[pandas]"; '
                "without it, graph.frames().columns('events') gives the same as plain lists"
            ) from error
        cells = self.columns()
        return pandas.DataFrame(
            {name: pandas.Series(cells[name], dtype=kind) for name, kind in self.kinds.items()},
            columns=list(self.kinds),
        )


def day_of(bound: Bound | None) -> date | None:
    """The day of a bound; None before the year 1 and after 9999, which `datetime.date` does not know.

    >>> day_of(Bound(2008, 4, 2)), day_of(Bound(-43, 3, 15))
    (datetime.date(2008, 4, 2), None)
    """
    if bound is None or not MINYEAR <= bound.year <= MAXYEAR:
        return None
    return date(bound.year, bound.month or 1, bound.day or 1)


def _cell(value: Cell, kind: str) -> Cell:
    """A value as its column holds it, None where it is of another kind; lone surrogates, which no file can hold, become
    U+FFFD.
    """
    if not isinstance(value, _TYPES[kind]):
        return None
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value


#: Columns that several tables share: a date, and the words that a row comes from.
WHEN = {"when": TEXT, "earliest": DAY, "latest": DAY}
WORDS = {"document": TEXT, "start": INTEGER, "end": INTEGER, "quote": TEXT, "url": TEXT}


def nodes_of(graph: EventGraph, kind: str) -> Iterator[tuple[str, Plain]]:
    """The nodes of a kind, in a fixed order."""
    return ((node, data) for node, data in in_order(graph.nodes(data=True)) if data.get("kind") == kind)


def edges_between(graph: EventGraph, source: str, target: str) -> Iterator[tuple[str, str, Plain]]:
    """The edges from nodes of one kind to those of another, in a fixed order."""
    kinds = dict(graph.nodes(data="kind"))
    for left, right, _, data in in_order(graph.edges(keys=True, data=True)):
        if (kinds[left], kinds[right]) == (source, target):
            yield left, right, data


def when(interval: Interval | None) -> dict[str, Cell]:
    """The cells of a date: in EDTF, and the first and last day that it may be."""
    if interval is None:
        return dict.fromkeys(WHEN)
    return {
        "when": interval.edtf,
        "earliest": day_of(interval.earliest),
        "latest": day_of(interval.latest),
    }


def year_of(interval: Interval | None) -> int | None:
    """The year of the first day, else of the last, also before our era."""
    bound = None if interval is None else interval.earliest or interval.latest
    return None if bound is None else bound.year


def provenance_of(graph: EventGraph, data: Plain) -> tuple[Provenance, ...]:
    """The provenance of a node or edge, with its quotes."""
    return provenance_records(graph.graph["documents"], data["provenance"])


def words(graph: EventGraph, provenance: Sequence[Provenance]) -> dict[str, Cell]:
    """The cells of the first words that something comes from, with the address of their article."""
    first = provenance[0] if provenance else None
    url = None if first is None else shown_address(graph.graph["documents"][first.span.document].get("url"))
    return quoted(first) | {"url": url}


def quoted(one: Provenance | None) -> dict[str, Cell]:
    """The cells of one place in a text, without an address."""
    if one is None:
        return dict.fromkeys(WORDS)
    return {"document": one.span.document, "start": one.span.start, "end": one.span.end, "quote": one.quote}


def text_of(one: Provenance) -> str:
    """The very words, without the rest of their sentence."""
    return one.quote[one.span.start - one.context.start : one.span.end - one.context.start]


def day_of_publication(text: str | None) -> date | None:
    """The day of ISO text, without its time."""
    return None if text is None else date.fromisoformat(text[:10])


def told_at(graph: EventGraph, id: str) -> str | None:
    """The words that an id such as "article.txt@t120-134" denotes; None where it denotes none."""
    found = words_at(graph.graph.get("documents", {}), id)
    return None if found is None else found.text or None


def joined(values: Iterable[str]) -> str | None:
    """Several values in a cell; None where there are none."""
    return "; ".join(values) or None
