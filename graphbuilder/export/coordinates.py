"""Where a node lies on the map, for the formats that have coordinates."""

from __future__ import annotations

from math import isfinite
from typing import Any


def point(data: dict[str, Any]) -> list[float] | None:
    """Degrees east and north of a place's node; None where they are unknown or impossible."""
    east, north = data.get("longitude"), data.get("latitude")
    if data.get("kind") != "entity" or type(east) not in (int, float) or type(north) not in (int, float):
        return None
    assert east is not None
    assert north is not None
    return [east, north] if isfinite(east) and abs(east) <= 180 and abs(north) <= 90 else None
