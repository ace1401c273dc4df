"""Which month, day, weekday, season, quarter or feast is meant of those that recur; `implied_year` has the year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.implied_year import in_implied_year
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import MONTHS_IN, SEASONS, Cell, day_of, number_of, weekday_of
from graphbuilder.times.calendar.named_days import named_day, named_days
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Named, Partial
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell


def date_without_year(value: Partial, context: Context) -> Reading:
    """The reading of a recurring cell, by its unit: a month, day, weekday, season, quarter or half."""
    return _BY_UNIT[value.unit](value, context)


def _month(value: Partial, context: Context) -> Reading:
    month = value.number or 1
    chosen = in_implied_year(value, context, lambda year: Cell("month", Bound(year, month)))
    return _in_year(chosen, f"XXXX-{month:02}")


def _month_day(value: Partial, context: Context) -> Reading:
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
        told = value.anchor == STORY and name == PUBLICATION  # "that Friday the bank closed"
        found -= 7 if told and found > today and context.tense < 0 else 0
    else:
        onward = context.tense > 0 or (name != PUBLICATION and context.said is None)
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
    number, length = value.number or 1, MONTHS_IN[value.unit]
    chosen = in_implied_year(value, context, lambda year: Cell(value.unit, Bound(year, (number - 1) * length + 1)))
    return _in_year(chosen, f"XXXX-{value.unit[0].upper()}{number}")


def _in_year(chosen: tuple[Cell, str] | None, unknown: str) -> Reading:
    """The reading of the cell that was chosen; of the unknown TIMEX3 value, where none was."""
    return Reading("DATE", unknown) if chosen is None else of_cell(*chosen, ("year",))


def named(value: Named, context: Context) -> Reading | None:
    """The reading of a named day in the year that the context implies."""
    day = named_days()[value.key]
    if day.rule == "once":
        return named_cell(value.key, None, None)
    chosen = in_implied_year(value, context, lambda year: (found := named_day(value.key, year)) and found[0])
    if chosen is None:
        return Reading("DATE", f"XXXX-{day.argument}" if day.rule == "date" else "XXXX")
    return named_cell(value.key, chosen[0].start.year, chosen[1])


def named_cell(key: str, year: int | None, name: str | None) -> Reading | None:
    """The reading of a named day in this year; None where the calendar does not know it."""
    found = named_day(key, year)
    if found is None:
        return None
    cell, days, approximate = found
    reading = of_cell(cell, name, ("year",) if name else (), approximate=approximate)
    if days == 1:
        return reading
    end = replace(day_of(number_of(cell.start) + days - 1), approximate=approximate)
    start = replace(cell.start, approximate=approximate)
    return replace(reading, interval=Interval(start, end, "day"), cell=None)


_BY_UNIT: dict[str, Callable[[Partial, Context], Reading]] = {
    "weekday": _weekday, "month": _month, "day": _month_day, "season": _season, "quarter": _quarter_or_half,
    "half": _quarter_or_half,
}  # fmt: skip
