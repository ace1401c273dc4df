"""Which day a name of the calendar denotes, in the year that the context implies: "Christmas", "Ramadan"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Interval
from graphbuilder.times.anchors.implied_year import in_implied_year
from graphbuilder.times.calendar.cells import day_of, number_of
from graphbuilder.times.calendar.named_days import named_day, named_days
from graphbuilder.times.calendar.values import Named
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell


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
