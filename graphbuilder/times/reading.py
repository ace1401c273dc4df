"""What an anchored expression denotes: its TIMEX3 type and value, its cell of the calendar, its interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import final

from graphbuilder.intervals import Interval
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.calendar.values import Value
from graphbuilder.times.context import Context


@final
@dataclass(frozen=True, slots=True)
class Reading:
    """An anchored value: its TIMEX3 type and value, and the interval, if that is known.

    `cell` is the one of the calendar that it is, if any, which later expressions are counted from; `anchor` what it was
    itself counted from: "publication", or the id of a time expression; `implied` names the parts that the text does not
    say, ("year",); `parts` are the readings of a range or list.
    """

    type: str
    value: str
    cell: Cell | None = None
    interval: Interval | None = None
    anchor: str | None = None
    implied: tuple[str, ...] = ()
    parts: tuple[Reading, ...] = ()


#: Anchors a value that another one holds.
Anchor = Callable[[Value, Context], Reading | None]


def of_cell(
    cell: Cell,
    anchor: str | None = None,
    implied: tuple[str, ...] = (),
    *,
    approximate: bool = False,
    uncertain: bool = False,
) -> Reading:
    """The reading of one cell."""
    timed = cell.unit in ("daypart", "hour", "minute", "second")
    interval = cell.interval(approximate=approximate, uncertain=uncertain)
    if approximate and cell.unit == "day":  # and so is what is counted from it
        cell = replace(cell, start=replace(cell.start, approximate=True))
    return Reading("TIME" if timed else "DATE", cell.timex, cell, interval, anchor, implied)
