"""Where the connected parts of a picture are put, beside and below each other, so that they fill a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Part = NDArray[np.intp]
#: Widths of the block of small parts that are tried, as shares of the largest part's width.
_WIDTHS = (0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 1.0, 1.25, 1.6, 2.2, 3.0)


def components(count: int, pairs: Part) -> list[Part]:
    """Connected parts, the largest first, each as its node numbers.

    >>> [part.tolist() for part in components(4, np.array([[1, 3]]))]
    [[1, 3], [0], [2]]
    """
    graph: nx.Graph[int] = nx.Graph(pairs.tolist())
    graph.add_nodes_from(range(count))
    parts = [np.array(sorted(part), dtype=np.intp) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def pack(places: Points, parts: Sequence[Part], boxes: Points, *, aspect: float, margin: float) -> Points:
    """New positions that put the parts beside and below the largest, as fills the frame best; each part stays whole.

    Parts of a single node, which are tied to nothing, get rows of their own at the bottom.

    Args:
        places: positions of all nodes.
        parts: node numbers of each part, the largest first.
        boxes: half width and half height of each node.
        aspect: width to height of the frame.
        margin: between parts.
    """
    corners = [(places[part] - boxes[part]).min(axis=0) for part in parts]
    sizes = [(places[part] + boxes[part]).max(axis=0) - low for part, low in zip(parts, corners, strict=True)]
    tied = sum(len(part) > 1 for part in parts)
    best = min(_arrangements(sizes, tied, aspect, margin), key=lambda one: _frame(one, sizes, aspect))
    packed = places.copy()
    for part, corner, target in zip(parts, corners, best, strict=True):
        packed[part] += np.array(target) - corner
    packed -= (packed.max(axis=0) + packed.min(axis=0)) / 2
    return packed


Corners = list[tuple[float, float]]


def _arrangements(sizes: Sequence[Points], tied: int, aspect: float, margin: float) -> Iterator[Corners]:
    """Upper left corners of the parts, the largest first; the first `tied` of them have ties."""
    for corners in _blocks(sizes[:tied], margin):
        width, height = _extent(corners, sizes)
        below = height + 2 * margin if tied else 0.0
        wanted = [_square(sizes[tied:], aspect, margin), width, height * aspect]
        for wide in {max(wanted), max(wanted[:2])}:
            yield [*corners, *((x, y + below) for x, y in _rows(sizes[tied:], wide, margin))]


def _blocks(sizes: Sequence[Points], margin: float) -> Iterator[Corners]:
    """The largest part, with the others in rows below it, beside it, or both."""
    if not sizes:
        yield []
        return
    width, height = map(float, sizes[0])
    for share in _WIDTHS:
        rows = _rows(sizes[1:], share * width, margin)
        yield [(0.0, 0.0), *((x, y + height + margin) for x, y in rows)]
        yield [(0.0, 0.0), *((x + width + margin, y) for x, y in rows)]
        beside = [corner for corner, size in zip(rows, sizes[1:], strict=True) if corner[1] + size[1] <= height]
        rest = _rows(sizes[1 + len(beside) :], (1 + share) * width, margin)
        yield [(0.0, 0.0), *((x + width + margin, y) for x, y in beside), *((x, y + height + margin) for x, y in rest)]


def _square(sizes: Sequence[Points], aspect: float, margin: float) -> float:
    """The width of rows of these boxes at which they together have the wanted shape."""
    area = sum(float((size[0] + margin) * (size[1] + margin)) for size in sizes)
    return float(np.sqrt(area * aspect))


def _rows(sizes: Sequence[Points], width: float, margin: float) -> Corners:
    corners: Corners = []
    left = top = tallest = 0.0
    for wide, tall in sizes:
        if left > 0 and left + wide > width:
            left, top, tallest = 0.0, top + tallest + margin, 0.0
        corners.append((left, top))
        left, tallest = left + float(wide) + margin, max(tallest, float(tall))
    return corners


def _frame(corners: Corners, sizes: Sequence[Points], aspect: float) -> float:
    """Height of the smallest frame of the wanted shape around all."""
    width, height = _extent(corners, sizes)
    return max(width / aspect, height)


def _extent(corners: Corners, sizes: Sequence[Points]) -> tuple[float, float]:
    if not corners:
        return 0.0, 0.0
    boxes = list(zip(corners, sizes, strict=False))
    return max(x + float(size[0]) for (x, _), size in boxes), max(y + float(size[1]) for (_, y), size in boxes)
