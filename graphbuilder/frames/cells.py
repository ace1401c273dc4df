"""What a cell holds: dates, quotes, addresses and lists of a graph as values of a table.

In: a graph, and the attributes of its nodes and edges. Out: cells by column, for `graphbuilder.frames.tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from graphbuilder.addresses import shown_address
from graphbuilder.frames.columns import DAY, INTEGER, TEXT, Cell, day_of
from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.elements import in_order
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import provenance_records, words_at
from graphbuilder.intervals import Interval
from graphbuilder.records import Provenance

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
