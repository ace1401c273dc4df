"""Which nodes have coordinates that a map can show, and the outline of the land behind them."""

from __future__ import annotations

import re
from typing import Any

from graphbuilder.graph.attributes import Plain

_PATH = re.compile(r' d="([MLlz\d\s-]{1,200000})"')


def place(data: Plain) -> list[float] | None:
    """Degrees east and north of a node, by its `longitude` and `latitude`; None where it has none that are possible.

    >>> place({"latitude": 44.4323, "longitude": 26.1063}), place({"latitude": 144, "longitude": 26})
    ([26.11, 44.43], None)
    """
    east, north = _degrees(data.get("longitude"), 180), _degrees(data.get("latitude"), 90)
    return None if east is None or north is None else [east, north]


def _degrees(value: Any, most: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return round(float(value), 2) if abs(value) <= most else None  # NaN is not


def outline(svg: str) -> str:
    """The path of the land in the text of assets/land.svg, in units of 1/20 degree.

    >>> outline('<svg><path d="M1 2l3-4z"/></svg>')
    'M1 2l3-4z'
    """
    found = _PATH.search(svg)
    return "" if found is None else found[1]
