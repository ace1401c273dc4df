"""The timeline as Markdown, for GitHub, Obsidian and Pandoc; the sentences that prove an event are footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from graphbuilder.export.clean import for_markdown
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import Quote, quotes
from graphbuilder.export.status import entry_marks
from graphbuilder.export.timelines.text import details
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph

#: The heading over events without a date.
UNDATED = "No date"


def markdown(graph: EventGraph, note: Note) -> str:
    """A heading for each year, a line for each event: date, status, what happened, who, where, and its footnotes."""
    note("Markdown: only the lines of the timeline and their sentences; ties between names are left out")
    timeline = graph.timeline()
    quoted = dict.fromkeys(quote for entry in timeline for quote in quotes(graph, entry.mentions))
    notes = {quote: number for number, quote in enumerate(quoted, start=1)}
    lines = ["# Timeline", ""]
    for year, entries in groupby(timeline, _year):
        lines += [f"## {year}", "", *(_line(graph, entry, notes) for entry in entries), ""]
    lines += [_footnote(quote, number) for quote, number in notes.items()]
    return "\n".join(lines).rstrip("\n") + "\n"


def _year(entry: TimelineEntry) -> str:
    """The year under which an entry is listed; for what is only known to have happened by some day, that of the day."""
    start = None if entry.interval is None else entry.interval.mark.start
    return UNDATED if start is None else str(start.year) if start.year > 0 else f"{1 - start.year} BC"


def _line(graph: EventGraph, entry: TimelineEntry, notes: Mapping[Quote, int]) -> str:
    words = for_markdown(f"{entry_marks(entry)}{entry.label}")
    more = for_markdown(" · ".join(details(entry)))
    marks = "".join(f"[^{notes[quote]}]" for quote in quotes(graph, entry.mentions))
    return f"- **{for_markdown(entry.readable)}** – {words}{marks}\\\n  {more}"


def _footnote(quote: Quote, number: int) -> str:
    address = f" <{quote.url}>" if quote.url else ""
    return f"[^{number}]: “{for_markdown(quote.text)}” – {for_markdown(quote.origin)}{address}"
