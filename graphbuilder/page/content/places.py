"""Which nodes have coordinates that a map can show, and the outline of the land behind them."""

from __future__ import annotations

import re

from graphbuilder.graph.attributes import Plain, point

_PATH = re.compile(r' d="([MLlz\d\s-]{1,200000})"')


def place(data: Plain) -> list[float] | None:
    """Degrees east and north of a node, for a map; None where it has none that are possible.

    >>> place({"latitude": 44.4323, "longitude": 26.1063})
    [26.11, 44.43]
    """
    where = point(data)
    return None if where is None else [round(float(degrees), 2) for degrees in where]


def outline(svg: str) -> str:
    """The path of the land in the text of assets/land.svg, in units of 1/20 degree.

    >>> outline('<svg><path d="M1 2l3-4z"/></svg>')
    'M1 2l3-4z'
    """
    found = _PATH.search(svg)
    return "" if found is None else found[1]
