"""Which month, day, weekday, season or quarter is meant of those that recur; `implied_year` chooses the year."""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.intervals import Bound
from graphbuilder.times.anchors.implied_year import in_implied_year
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import MONTHS_IN, SEASONS, Cell, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import PUBLICATION, Partial
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


def _weekday(value: Partial, context: Context) -> Reading:
    """The day that a weekday denotes.

    With a pointer ("last", "this", "next") it is that one of the day it is counted from. Without one it is the nearest:
    after the reference time of a story or in the future tense the next, else the last, or today.
    """
    weekday = value.number or 0
    base = context.weekday_origin(value.anchor, pointing=value.step is not None) if value.anchor else None
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    moment, name = base
    today = number_of(moment)
    back = (weekday_of(moment) - weekday) % 7
    if value.step == -1:
        found = today - (back or 7)
    elif value.step == 1:
        found = today + (7 - back)
    elif value.step == 0:
        found = today - weekday_of(moment) + weekday
        found += 7 if found < today and context.tense > 0 else 0
    else:
        onward = context.tense > 0 or name != PUBLICATION
        found = today + 7 - back if onward and back else today - back
    return of_cell(Cell("day", day_of(found)), name, ("year", "month", "day"))


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
    "weekday": _weekday, "month": _month, "day": _month_day, "season": _season, "quarter": _quarter_or_half,
    "half": _quarter_or_half,
}  # fmt: skip
