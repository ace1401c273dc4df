"""Zones of a document whose times are not read: furniture, and headers once they have dated the text."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.records import MUTED_ZONES, Zone

#: Zones that date the text and are no part of its story.
HEADERS = frozenset({"dateline", "byline"})


def is_muted(zones: Sequence[Zone], start: int, *, headers: bool) -> bool:
    """Whether a character is in a zone whose times are not read; with `headers`, datelines and bylines count too."""
    kinds = MUTED_ZONES | HEADERS if headers else MUTED_ZONES
    return any(zone.start <= start < zone.end and zone.kind in kinds for zone in zones)
