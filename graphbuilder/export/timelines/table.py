"""A timeline as JSON and CSV: one row an event, with its first source sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphbuilder.export.clean import csv_text

if TYPE_CHECKING:
    from graphbuilder.graph.entries import TimelineEntry

COLUMNS = (
    "when", "earliest", "latest", "dated_by", "label", "type", "happened", "participants", "place", "attribution",
    "sources", "independent_sources", "score", "document", "quote", "id", "url", "urls", "headline", "aside", "told",
)  # fmt: skip


def as_json(entries: Sequence[TimelineEntry]) -> str:
    """A JSON array of objects; every mention of each event with its sentence and characters."""
    return json.dumps([_object(entry) for entry in entries], ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_csv(entries: Sequence[TimelineEntry]) -> str:
    """CSV with a header row; lists are joined by semicolons, and no cell can act as a formula."""
    return csv_text(COLUMNS, map(_row, entries))


def _object(entry: TimelineEntry) -> dict[str, Any]:
    addresses, headlines = dict(entry.addresses), dict(entry.headlines)
    return {
        "id": entry.id,
        "when": entry.when,
        "earliest": _edge(entry, "earliest"),
        "latest": _edge(entry, "latest"),
        "dated_by": entry.dated_by,
        "label": entry.label,
        "type": entry.type,
        "polarity": entry.polarity,
        "modality": entry.modality,
        "participants": [{"role": role, "name": name} for role, name in entry.participants],
        "place": entry.place,
        "attribution": entry.attribution,
        "sources": list(entry.sources),
        "independent_sources": entry.independent_sources,
        "score": entry.score,
        "aside": entry.aside,
        "told": entry.told,
        "mentions": [
            {
                "document": one.span.document,
                "start": one.span.start,
                "end": one.span.end,
                "quote": one.quote,
                "url": addresses.get(one.span.document),
                "headline": headlines.get(one.span.document),
            }
            for one in entry.mentions
        ],
    }


def _row(entry: TimelineEntry) -> dict[str, Any]:
    """The cells of a row; `url` and `headline` are those of the article that is quoted, `urls` the addresses of all."""
    addresses = dict(entry.addresses)
    document, quote = next(((one.span.document, one.quote) for one in entry.mentions), ("", ""))
    return _object(entry) | {
        "happened": entry.happened,
        "participants": "; ".join(f"{role}: {name}" for role, name in entry.participants),
        "sources": "; ".join(entry.sources),
        "document": document,
        "quote": quote,
        "url": addresses.get(document),
        "urls": "; ".join(dict.fromkeys(addresses.values())),
        "headline": dict(entry.headlines).get(document),
    }


def _edge(entry: TimelineEntry, end: str) -> str | None:
    """The first or last day on which the event may have taken place; None where open or unknown."""
    bound = None if entry.interval is None else getattr(entry.interval, end)
    return None if bound is None else bound.iso_day
