"""TimelineJS (Knight Lab) JSON: the dated events as slides.

TimelineJS must put a slide at a point; the words of `display_date` are as precise as the text: what happened "by 18
July 2022" is put at the last day on which it may have happened, and says so.
"""

from __future__ import annotations

from html import escape
from typing import Any

from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import as_json, quotes
from graphbuilder.export.status import entry_marks
from graphbuilder.export.timelines.text import details
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Bound
from graphbuilder.records import content_hash


def timelinejs(graph: EventGraph, note: Note) -> str:
    """The slides; every text is escaped, since TimelineJS shows HTML."""
    entries = graph.timeline()
    dated = [entry for entry in entries if entry.interval is not None and entry.interval.mark.start is not None]
    note("TimelineJS: only the lines of the timeline; ties between names are left out")
    if len(dated) < len(entries):
        note(f"TimelineJS: {len(entries) - len(dated)} events without a date are left out")
    return as_json({"events": [_slide(graph, entry) for entry in dated]})


def _slide(graph: EventGraph, entry: TimelineEntry) -> dict[str, Any]:
    assert entry.interval is not None
    mark = entry.interval.mark
    assert mark.start is not None
    slide: dict[str, Any] = {"start_date": _date(mark.start)}
    if mark.end is not None and mark.end != mark.start:
        slide["end_date"] = _date(mark.end)
    return slide | {
        "display_date": entry.readable,
        "text": {"headline": _html(f"{entry_marks(entry)}{entry.label}"), "text": _text(graph, entry)},
        "unique_id": f"event-{content_hash(entry.id)}",
    }


def _date(bound: Bound) -> dict[str, int]:
    """The parts that are known, to the day."""
    parts = zip(("year", "month", "day"), bound.parts, strict=False)
    return {name: part for name, part in parts if part is not None}


def _text(graph: EventGraph, entry: TimelineEntry) -> str:
    lines = [f"<p>{_html(' · '.join(details(entry)))}</p>"]
    for quote in quotes(graph, entry.mentions):
        origin = _html(quote.origin)
        link = f'<a href="{escape(quote.url)}" rel="noopener noreferrer">{origin}</a>' if quote.url else origin
        lines.append(f"<blockquote>{_html(quote.text)}<br>– {link}</blockquote>")
    return "".join(lines)


def _html(text: str) -> str:
    return escape(for_terminal(text))
