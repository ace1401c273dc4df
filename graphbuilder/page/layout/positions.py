"""Where nodes are put, by their ties or by date, computed with numpy alone: the same input gives the same whole
numbers.

Two layouts: `force` puts tied nodes close to each other, `by_time` puts events in order from left to right. Only
element-wise operations and sums are used, no linear algebra, whose results vary with the library behind numpy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graphbuilder.page.layout.packing import Points, components, pack

Ties = Sequence[tuple[int, int]]

#: Wanted length of a tie, in pixels at scale 1.
SPACING = 105.0
#: Width to height of the picture.
ASPECT = 1.7
#: A part is stretched at most by this factor along one side.
MOST_STRETCH = 1.35
#: Distances from the middle of a part are raised to this power: 1 leaves them, 0.5 spreads nodes evenly over a disk.
EVENING = 0.8
#: Distances of columns that are tried in the layout by date, in pixels.
STEPS = (18, 24, 32, 42, 56, 75, 100, 135)
#: Events of one day stand on top of each other up to this number.
STACK = 5
#: Between the lanes of the layout by date.
LANE_GAP = 30.0
ROUNDS = 140
_GOLDEN_ANGLE = 2.399963229728653


def force(count: int, ties: Ties, boxes: Points, *, seed: int = 0, start: Points | None = None) -> list[list[int]]:
    """Positions by ties: Fruchterman and Reingold's spring layout (1991) of each connected part, parts packed, overlaps
    removed.

    Args:
        count: number of nodes.
        ties: pairs of node numbers; directions and repeats do not matter.
        boxes: half width and half height of what is drawn for each node, in pixels.
        seed: for the small random offsets of the start.
        start: positions to start from, for the first nodes (those of a smaller picture of the same graph).
    """
    if count == 0:
        return []
    offsets = np.random.default_rng(seed).uniform(-0.5, 0.5, (count, 2)) * SPACING
    places = _spiral(count) + offsets
    if start is not None:
        places[: len(start)] = start * np.sqrt(count / max(1, len(start)))
        places = _beside_neighbours(places, len(start), ties, offsets)
    pairs = np.array(sorted({(min(tie), max(tie)) for tie in ties if tie[0] != tie[1]}), dtype=np.intp).reshape(-1, 2)
    parts = components(count, pairs)
    for part in parts:
        if len(part) > 1:
            places[part] = _filling(_springs(places[part], _within(part, pairs)))
    places = pack(places, parts, boxes, aspect=ASPECT, margin=SPACING / 4)
    return _whole(remove_overlaps(places, boxes))


def by_time(dates: Sequence[float | None], lanes: Sequence[int], ties: Ties, boxes: Points) -> list[list[int]]:
    """Positions by date: events from left to right, evenly spaced, so that long silences take no room; the rest near
    its events.

    Args:
        dates: the day number of each dated event; None for everything else.
        lanes: the row of each node, 0 on top.
        ties: pairs of node numbers.
        boxes: half width and half height of what is drawn for each node, in pixels.
    """
    count = len(dates)
    if count == 0:
        return []
    columns = _columns(dates)
    rows = np.array(lanes, dtype=float)
    neighbours = _neighbours(ties)
    for node in np.flatnonzero(np.isnan(columns)).tolist():
        near = [float(columns[other]) for other in neighbours.get(node, ()) if dates[other] is not None]
        columns[node] = sum(near) / len(near) if near else np.nan
    loose = np.flatnonzero(np.isnan(columns))  # tied to no date: in a row of their own below
    columns[loose] = np.linspace(0, np.nanmax([ASPECT * len(loose) ** 0.5, *columns]), len(loose))
    rows[loose] = max(lanes) + 1
    choices = [_spread_down(np.column_stack([columns * step, rows]), boxes) for step in STEPS]
    return _whole(min(choices, key=_frame))


def remove_overlaps(places: Points, boxes: Points, rounds: int = 90) -> Points:
    """Positions of boxes pushed apart, the shorter way, until none overlaps another or the rounds are over."""
    places = places.copy()
    pairs = np.empty((0, 2), dtype=np.intp)
    for turn in range(rounds):
        if turn % 10 == 0:  # only near ones can come to touch each other before the next look
            pairs = _near_pairs(places, boxes)
        one, other = pairs[:, 0], pairs[:, 1]
        gap = places[one] - places[other]
        overlap = boxes[one] + boxes[other] - np.abs(gap)
        touching = (overlap[:, 0] > 0) & (overlap[:, 1] > 0)
        if not touching.any() and turn % 10 == 0:
            break
        shorter = np.column_stack([overlap[:, 0] < overlap[:, 1], overlap[:, 0] >= overlap[:, 1]])
        push = np.where(gap < 0, -0.5, 0.5) * overlap * shorter * touching[:, None]
        crowd = np.bincount(pairs[touching].ravel(), minlength=len(places))
        move = np.zeros_like(places)
        np.add.at(move, one, push)
        np.subtract.at(move, other, push)
        places += move / np.maximum(1, crowd)[:, None] ** 0.5
    return places


def _near_pairs(places: Points, boxes: Points) -> NDArray[np.intp]:
    near_x = np.abs(places[:, None, 0] - places[None, :, 0]) < 1.5 * (boxes[:, None, 0] + boxes[None, :, 0]) + 20
    near_y = np.abs(places[:, None, 1] - places[None, :, 1]) < 1.5 * (boxes[:, None, 1] + boxes[None, :, 1]) + 20
    return np.argwhere(np.triu(near_x & near_y, 1))


def _spiral(count: int) -> Points:
    """Positions evenly spread as sunflower seeds are, whatever their number."""
    index = np.arange(count, dtype=float)
    radius = SPACING * np.sqrt(index + 0.5) * 0.6
    return np.column_stack([radius * np.cos(index * _GOLDEN_ANGLE), radius * np.sin(index * _GOLDEN_ANGLE)])


def _beside_neighbours(places: Points, placed: int, ties: Ties, offsets: Points) -> Points:
    """New positions of the nodes from number `placed` on: each between those before it that it is tied to."""
    moved = places.copy()
    near = _neighbours(ties)
    for node in range(placed, len(moved)):
        known = [other for other in near.get(node, ()) if other < node]
        if known:
            moved[node] = moved[sorted(known)].mean(axis=0) + offsets[node]
    return moved


def _springs(places: Points, pairs: NDArray[np.intp]) -> Points:
    """Positions of a connected part after rounds of repulsion between all and attraction along ties, ever smaller."""
    places = places - places.mean(axis=0)
    degree = np.bincount(pairs.ravel(), minlength=len(places)).astype(float)
    weight = 1 + 0.4 * np.sqrt(degree)  # hubs push harder, so that their neighbours have room
    slack = degree[pairs].max(axis=1) ** -0.4  # and each of their many ties pulls less
    heat = SPACING * np.sqrt(len(places)) * 0.35
    for step in range(ROUNDS):
        places = places + _limited(_repulsion(places, weight) + _attraction(places, pairs, slack) - 0.2 * places, heat)
        heat = max(heat * 0.965, 2.0) if step < ROUNDS - 10 else heat * 0.8
    return _turned(places - places.mean(axis=0))


def _repulsion(places: Points, weight: Points) -> Points:
    gap_x = places[:, 0, None] - places[None, :, 0]
    gap_y = places[:, 1, None] - places[None, :, 1]
    strength = SPACING**2 * weight[:, None] * weight[None, :] / np.maximum(gap_x**2 + gap_y**2, 25.0)
    return np.column_stack([(gap_x * strength).sum(axis=1), (gap_y * strength).sum(axis=1)])


def _attraction(places: Points, pairs: NDArray[np.intp], slack: Points) -> Points:
    gap = places[pairs[:, 0]] - places[pairs[:, 1]]
    pull = gap * (slack * np.sqrt((gap**2).sum(axis=1)) / SPACING)[:, None]
    force = np.zeros_like(places)
    np.subtract.at(force, pairs[:, 0], pull)
    np.add.at(force, pairs[:, 1], pull)
    return force


def _limited(move: Points, most: float) -> Points:
    length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)
    scaled: Points = move * (np.minimum(length, most) / length)[:, None]
    return scaled


def _turned(places: Points) -> Points:
    """Positions turned so that the longer axis is horizontal, as screens are wider than high."""
    x, y = places[:, 0], places[:, 1]
    angle = 0.5 * np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum())
    return np.column_stack([x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)])


def _filling(places: Points) -> Points:
    """Positions of a part stretched to a box of the wanted shape, with more room for each node where there are few."""
    count = len(places)
    area = count * (2600 + 10000 * np.exp(-count / 60))
    sides = np.sqrt(np.array([area * ASPECT, area / ASPECT]))
    spread = np.sqrt((places**2).mean(axis=0))
    spread = np.maximum(spread, max(1.0, 0.4 * float(spread.max())))  # a chain stays a chain
    scale = sides / np.sqrt(12) / spread  # of an even spread, the root mean square is a side over the root of 12
    even = np.sqrt(scale[0] * scale[1])
    return _evened(places * np.clip(scale, even / MOST_STRETCH, even * MOST_STRETCH))


def _evened(places: Points) -> Points:
    """Positions with what is far out drawn in and what is crowded in the middle pushed out, to use the frame better."""
    radius = np.sqrt((places**2).sum(axis=1))
    most = max(float(radius.max()), 1.0)
    evened: Points = places * (np.maximum(radius, 1.0) / most)[:, None] ** (EVENING - 1)
    return evened


def _within(part: NDArray[np.intp], pairs: NDArray[np.intp]) -> NDArray[np.intp]:
    inside = pairs[np.isin(pairs[:, 0], part)]
    return np.searchsorted(part, inside)


def _neighbours(ties: Ties) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {}
    for one, other in ties:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    return near


def _columns(dates: Sequence[float | None]) -> Points:
    """The column of each dated event, NaN for the rest; a day with many events has several columns."""
    order = sorted((day, node) for node, day in enumerate(dates) if day is not None)
    columns = np.full(len(dates), np.nan)
    column, stacked = -1, 0
    for (day, node), before in zip(order, [None, *(day for day, _ in order)], strict=False):
        full = day != before or stacked == STACK
        column, stacked = (column + 1, 1) if full else (column, stacked + 1)
        columns[node] = column
    return columns


def _spread_down(places: Points, boxes: Points) -> Points:
    """Positions that keep each node in its column, and move it down in its lane until it overlaps none before it."""
    row_height = 2 * float(np.median(boxes[:, 1]))
    top, result = 0.0, places.copy()
    for lane in sorted({float(y) for y in places[:, 1]}):
        members = sorted(np.flatnonzero(places[:, 1] == lane).tolist(), key=lambda node: (places[node, 0], node))
        rows: list[float] = []  # right end of each row
        for node in members:
            left = float(places[node, 0] - boxes[node, 0])
            row = next((index for index, end in enumerate(rows) if end <= left), len(rows))
            rows[row : row + 1] = [float(places[node, 0] + boxes[node, 0])]
            result[node, 1] = top + row * row_height
        top += len(rows) * row_height + LANE_GAP
    centred: Points = result - (result.max(axis=0) + result.min(axis=0)) / 2
    return centred


def _frame(places: Points) -> float:
    """Height of the smallest frame of the wanted shape around all."""
    width, height = (float(side) for side in places.max(axis=0) - places.min(axis=0))
    return max(width / ASPECT, height)


def _whole(places: Points) -> list[list[int]]:
    return [[round(float(x)), round(float(y))] for x, y in places]
