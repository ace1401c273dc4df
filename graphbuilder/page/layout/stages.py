"""How large each node is, and where it is put in both layouts, for pictures from the first view up."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from graphbuilder.graph.attributes import Plain
from graphbuilder.page.content.look import is_shown
from graphbuilder.page.content.ranking import MAX_DRAWN
from graphbuilder.page.layout.packing import Points
from graphbuilder.page.layout.positions import by_time, force

#: Pictures grow in these steps.
STAGES = (100, 250, 500, MAX_DRAWN)
#: A picture of more nodes has no room for all names.
NAMED = 60
#: A name below its node takes up to two lines of so many characters, that of an event three, each so wide in pixels.
_LINE_CHARACTERS, _CHARACTER_WIDTH = 17, 6.4
_MOST_LINES, _MOST_LINES_OF_EVENTS = 2, 3
#: Rows of the layout by date: people and organisations above the events, places and the rest below.
_LANES = {"person": 0, "organization": 1, "group": 1, "event": 2}
_LAST_LANE = 3


def stages(
    nodes: Sequence[Plain], edges: Sequence[Plain], *, max_nodes: int, seed: int = 0, grows: bool = True
) -> list[Plain]:
    """Pictures of the first nodes, each grown out of the one before, so that nodes stay near where they were.

    Less likely events have no room in them; each picture has one with them beside it (`all`), grown out of it.

    Args:
        nodes: of a payload, most important first.
        edges: of a payload.
        max_nodes: how many nodes the first picture has, less likely events apart.
        seed: of the layout.
        grows: whether there are other pictures after the first.
    """
    drawn = nodes[:MAX_DRAWN]
    shown = [number for number, node in enumerate(drawn) if is_shown(node)]
    total, first = len(shown), min(max_nodes, len(shown))
    counts = [first, *(count for count in STAGES if first < count < total), total] if grows else [first]
    found: list[Plain] = []
    start = None
    for count in dict.fromkeys(counts) if nodes else ():
        end = shown[count] if count < total else len(drawn)
        rest = [number for number, node in enumerate(drawn[:end]) if not is_shown(node)]
        picture = _picture(nodes, shown[:count], edges, seed, start)
        start = np.array(picture["force"], dtype=float).reshape(-1, 2)
        found.append({"count": end, **_by_number(picture, shown[:count], end)})
        if rest and grows:
            everything = [*shown[:count], *rest]
            found[-1]["all"] = _by_number(_picture(nodes, everything, edges, seed, start), everything, end)
    return found


def node_size(mentions: int, most: int, shown: int) -> int:
    """Radius in pixels; its area grows with the mentions, and it is smaller in a crowded picture."""
    small, large = (7, 22) if shown <= NAMED else (5.5, 17)
    if shown > STAGES[0]:  # the whole picture is seen from farther away
        small, large = small * (shown / STAGES[0]) ** 0.3, large * (shown / STAGES[0]) ** 0.2
    share: float = (max(1, mentions) / max(1, most)) ** 0.5
    return round(small + (large - small) * share)


def _picture(
    listed: Sequence[Plain], numbers: Sequence[int], edges: Sequence[Plain], seed: int, start: Points | None
) -> Plain:
    """Sizes and positions of the nodes of these numbers, in their order; `start` has those of the first of them."""
    at = {number: index for index, number in enumerate(numbers)}
    ends = ((one["source"], one["target"]) for one in edges)
    ties = [(at[source], at[target]) for source, target in ends if source in at and target in at]
    nodes, count = [listed[number] for number in numbers], len(numbers)
    most = max((node["mentions"] for node in nodes), default=1)
    sizes = [node_size(node["mentions"], most, count) for node in nodes]
    tied = {node for tie in ties for node in tie if tie[0] != tie[1]}
    named = [count <= NAMED or number not in tied for number in range(count)]
    boxes = [_box(node, size, one) for node, size, one in zip(nodes, sizes, named, strict=True)]
    days, lanes = [_day(node) for node in nodes], [_LANES.get(node["kind"], _LAST_LANE) for node in nodes]
    plain = [_box(node, size, count <= NAMED) for node, size in zip(nodes, sizes, strict=True)]
    return {
        "sizes": sizes,
        "force": force(count, ties, np.array(boxes), seed=seed, start=start),
        "time": by_time(days, lanes, ties, np.array(plain)),
    }


def _by_number(picture: Plain, numbers: Sequence[int], count: int) -> Plain:
    """A picture of the first nodes; those that are not in it have no size and stand in the middle."""
    at = {number: index for index, number in enumerate(numbers)}
    none = {"sizes": 0, "force": [0, 0], "time": [0, 0]}
    return {
        key: [values[at[number]] if number in at else none[key] for number in range(count)]
        for key, values in picture.items()
    }


def _box(node: Plain, size: int, named: bool) -> tuple[float, float]:
    """Half width and height of a node, with room for its name below if it is to be shown."""
    if not named:
        return size + 9.0, size + 11.0
    length = len(node["label"])
    most = _MOST_LINES_OF_EVENTS if node["kind"] == "event" else _MOST_LINES
    lines = min(most, max(1, math.ceil((length - 3) / _LINE_CHARACTERS)))
    width = min(length / lines + 2, _LINE_CHARACTERS + 3) * _CHARACTER_WIDTH / 2 + 3
    return max(size + 9.0, width), size + 4.0 + 7.5 * lines


def _day(node: Plain) -> float | None:
    if node["kind"] != "event":
        return None
    day: float | None = node["from"] if node["from"] is not None else node["to"]
    return day
