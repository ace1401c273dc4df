"""Which month, day, season or quarter is meant of those that recur every year.

`implied_year` chooses the year; weekdays have a file of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.intervals import Bound
from graphbuilder.times.anchors.implied_year import in_implied_year
from graphbuilder.times.anchors.weekdays import weekday_reading
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import MONTHS_IN, SEASONS, Cell
from graphbuilder.times.calendar.values import Partial
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell


def date_without_year(value: Partial, context: Context) -> Reading:
    """The reading of a recurring cell, by its unit: a month, day, weekday, season, quarter or half."""
    return _BY_UNIT[value.unit](value, context)


def _month(value: Partial, context: Context) -> Reading:
    """The reading of "April"."""
    month = value.number or 1
    chosen = in_implied_year(value, context, lambda year: Cell("month", Bound(year, month)))
    return _in_year(chosen, f"XXXX-{month:02}")


def _month_day(value: Partial, context: Context) -> Reading:
    """The reading of "April 2"."""
    month, day = value.number or 1, value.day or 1
    chosen = in_implied_year(value, context, lambda year: parse_date(year, month, day))
    return _in_year(chosen, f"XXXX-{month:02}-{day:02}")


def _season(value: Partial, context: Context) -> Reading:
    """The reading of "spring", in the hemisphere that the words or the options say."""
    first, south = value.number or 3, value.south or context.options.southern
    month = (first + 5) % 12 + 1 if south else first
    unknown = f"XXXX-{SEASONS[first]}"
    if not value.anchor:
        return _in_year(None, unknown)
    chosen = in_implied_year(value, context, lambda year: Cell("season", Bound(year, month), south=south))
    return _in_year(chosen, unknown)


def _quarter_or_half(value: Partial, context: Context) -> Reading:
    """The reading of "the third quarter", "the first half"."""
    number, length = value.number or 1, MONTHS_IN[value.unit]
    chosen = in_implied_year(value, context, lambda year: Cell(value.unit, Bound(year, (number - 1) * length + 1)))
    return _in_year(chosen, f"XXXX-{value.unit[0].upper()}{number}")


def _in_year(chosen: tuple[Cell, str] | None, unknown: str) -> Reading:
    """The reading of the cell that was chosen; of the unknown TIMEX3 value, where none was."""
    return Reading("DATE", unknown) if chosen is None else of_cell(*chosen, ("year",))


_BY_UNIT: dict[str, Callable[[Partial, Context], Reading]] = {
    "weekday": weekday_reading, "month": _month, "day": _month_day, "season": _season, "quarter": _quarter_or_half,
    "half": _quarter_or_half,
}  # fmt: skip
