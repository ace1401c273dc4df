"""Results for other programs, one format a file. The timeline as text, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graphbuilder.export.timelines import table, text

if TYPE_CHECKING:
    from graphbuilder.graph.entries import TimelineEntry

#: Name of a format → what writes a timeline in it.
TIMELINE_FORMATS: dict[str, Callable[[Sequence[TimelineEntry]], str]] = {
    "text": text.timeline,
    "json": table.as_json,
    "csv": table.as_csv,
}

__all__ = ["TIMELINE_FORMATS"]
