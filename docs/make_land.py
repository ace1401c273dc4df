"""Makes the outline of the map, graphbuilder/page/assets/land.svg, from the land of Natural Earth at 1:50 million.

    python docs/make_land.py land-50m.json

The argument is the layer "land" of Natural Earth (naturalearthdata.com, public domain) as TopoJSON, the form in which
the package world-atlas 2.0.2 has it. Lines are simplified by Visvalingam and Whyatt's method (1993): of all corners the
one that makes the smallest triangle with its neighbours goes first. Islands too small to see are left out. What comes
out is one SVG path in units of 1/20 degree, longitude to the right, latitude downwards, all steps relative and whole.
"""

from __future__ import annotations

import json
import math
import sys
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

LAND = Path(__file__).parents[1] / "graphbuilder" / "page" / "assets" / "land.svg"
#: Steps in a degree; a corner goes if its triangle is smaller, and an island if its area is smaller (square degrees).
STEPS, SMALLEST_TRIANGLE, SMALLEST_ISLAND = 20, 0.01, 0.05

Point = tuple[float, float]
Ring = list[Point]

TEXT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3600 -1800 7200 3600">
<!-- Land of the world, made with Natural Earth (public domain) by docs/make_land.py; units of 1/20 degree. -->
<path fill-rule="evenodd" d="{path}"/>
</svg>
"""


def rings(topology: dict[str, Any]) -> list[Ring]:
    """The outlines of all land, in degrees."""
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    polygons = [
        polygon
        for shape in topology["objects"]["land"]["geometries"]
        for polygon in (shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]])
    ]
    return [_joined(ring, arcs) for polygon in polygons for ring in polygon]


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    (wide, tall), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * wide + left, y * tall + bottom))
    return points


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs end to end; a negative number means that an arc is walked backwards."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _unbroken(points)


def _unbroken(ring: Ring) -> Ring:
    """A ring that goes on beyond 180 degrees instead of jumping to the other side; Antarctica closes at the pole."""
    points, turn = ring[:1], 0
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 * ((x - before < -180) - (x - before > 180))
        points.append((x + turn, y))
    if turn:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    middle = (min(points)[0] + max(points)[0]) / 2
    return [(x - 360 * round(middle / 360), y) for x, y in points]


def area(ring: Ring) -> float:
    """In square degrees of latitude."""
    middle = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
    return middle * abs(sum(a * d - c * b for (a, b), (c, d) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def simplified(ring: Ring, smallest: float = SMALLEST_TRIANGLE) -> Ring:
    """Without the corners that matter least."""
    before, after = list(range(-1, len(ring) - 1)), list(range(1, len(ring) + 1))
    inner = range(1, len(ring) - 1)
    sizes = {at: area([ring[at - 1], ring[at], ring[at + 1]]) for at in inner}
    heap = [(size, at) for at, size in sizes.items()]
    heapify(heap)
    while heap and heap[0][0] < smallest and len(sizes) > 2:
        size, at = heappop(heap)
        if sizes.get(at) != size:
            continue
        del sizes[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for other in (left, right):
            if other in sizes:  # never smaller than the corner that went, so that the order of going stays
                sizes[other] = max(size, area([ring[before[other]], ring[other], ring[after[other]]]))
                heappush(heap, (sizes[other], other))
    return [ring[at] for at in (0, *sorted(sizes), len(ring) - 1)]


def path(ring: Ring) -> str:
    """A ring as a part of an SVG path; empty if it has no area."""
    corners = [(round(x * STEPS), round(-y * STEPS)) for x, y in ring]
    corners = [corner for at, corner in enumerate(corners) if corner != corners[at - 1]]
    if len(corners) < 3:
        return ""
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(corners)]
    numbers = "".join(f" {number}" if number >= 0 else str(number) for step in steps for number in step)
    return f"M{corners[0][0]} {corners[0][1]}l{numbers.lstrip()}z"


def main() -> None:
    """Write the outline."""
    outlines = rings(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    whole = "".join(path(simplified(ring)) for ring in outlines if area(ring) >= SMALLEST_ISLAND)
    LAND.write_text(TEXT.format(path=whole), "utf-8")


if __name__ == "__main__":
    main()
