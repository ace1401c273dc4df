"""What an anchored expression says: TIMEX3 type and value, and the interval, which a modifier may narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import final

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.calendar.cells import DAYS_IN, MONTHS_IN, Cell, containing, day_of, number_of


@final
@dataclass(frozen=True, slots=True)
class Reading:
    """An anchored value. `cell` is the cell of the calendar that it is, where it is one."""

    type: str
    value: str
    cell: Cell | None = None
    interval: Interval | None = None
    anchor: str | None = None
    implied: tuple[str, ...] = ()
    approximate: bool = False
    uncertain: bool = False
    parts: tuple[Reading, ...] = ()


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
    return Reading("TIME" if timed else "DATE", cell.timex, cell, interval, anchor, implied, approximate, uncertain)


#: The part of a cell that "early", "mid" and "late" mean, in units of the next column: first and last (from 0).
_THIRDS = {
    "century": (0, 29, 40, 59, 70, 99), "decade": (0, 3, 4, 6, 7, 9), "year": (0, 3, 4, 7, 8, 11),
    "fiscal year": (0, 3, 4, 7, 8, 11),
    "half": (0, 1, 2, 3, 4, 5), "season": (0, 0, 1, 1, 2, 2), "quarter": (0, 0, 1, 1, 2, 2),
    "month": (0, 9, 10, 19, 20, 30),
    "week": (0, 1, 2, 4, 4, 6), "weekend": (0, 0, 0, 1, 1, 1),
}  # fmt: skip
#: The same for "the beginning of", "the middle of" and "the end of".
_EDGES = {
    "century": (0, 9, 40, 59, 90, 99), "decade": (0, 1, 4, 6, 8, 9), "year": (0, 0, 4, 7, 11, 11),
    "fiscal year": (0, 0, 4, 7, 11, 11),
    "half": (0, 0, 2, 3, 5, 5), "season": (0, 0, 1, 1, 2, 2), "quarter": (0, 0, 1, 1, 2, 2),
    "month": (0, 4, 10, 19, 25, 30),
    "week": (0, 1, 2, 4, 5, 6),
}  # fmt: skip
_PLACES = {"START": 0, "MID": 2, "END": 4}


def narrowed(cell: Cell, mod: str, *, edge: bool) -> Interval:
    """The early, middle or late part of a cell, approximate; `edge` is for "the end of" and the like.

    A day is not divided: "late on Monday" is Monday.

    >>> narrowed(Cell("decade", Bound(1990)), "START", edge=False).edtf
    '1990~/1993~'
    """
    if cell.unit in ("day", "daypart"):
        return cell.interval()
    table = _EDGES if edge and cell.unit in _EDGES else _THIRDS
    if cell.unit not in table:
        return cell.interval(approximate=True)
    place = _PLACES[mod]
    first, last = table[cell.unit][place : place + 2]
    start, end = (_part_of(cell, offset) for offset in (first, last))
    return Interval(replace(start, approximate=True), replace(end, approximate=True), _precision(cell))


def _precision(cell: Cell) -> str:
    return {"fiscal year": "year", "weekend": "day", "week": "week"}.get(cell.unit, cell.unit)


def _part_of(cell: Cell, offset: int) -> Bound:
    if cell.unit in ("decade", "century"):
        return Bound(cell.start.year + offset)
    if cell.unit in MONTHS_IN and cell.unit != "month":
        return containing("month", cell.start).step(offset).start
    last = (
        6
        if cell.unit in DAYS_IN
        else number_of(containing("month", cell.start).step(1).start) - number_of(cell.start) - 1
    )
    return day_of(number_of(cell.start) + min(offset, last))


def opened(interval: Interval, bound: str) -> Interval:
    """The interval that "since", "until", "by", "before" or "after" it opens; "before" ends one unit earlier.

    "At" opens none: what did not end until Friday ended then.
    """
    if bound == "at":
        return interval
    if bound in ("since", "after", "not before"):
        return Interval(interval.start, None, interval.precision)
    if bound == "before":
        return Interval(None, _just_before(interval), interval.precision)
    return Interval(None, interval.end, interval.precision)


def _just_before(interval: Interval) -> Bound | None:
    start = interval.start
    if start is None or start.precision not in ("year", "month", "day"):
        return start
    before = Cell(start.precision, Bound(*(part for part in start.parts if part is not None))).step(-1).start
    return replace(before, approximate=start.approximate, uncertain=start.uncertain)
