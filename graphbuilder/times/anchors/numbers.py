"""Numbers that need a decision: day or month first, two-digit years, years before 1000, fiscal years; named days."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.recurring import year_of
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import Cell, day_of, number_of
from graphbuilder.times.calendar.named_days import named_day, named_days
from graphbuilder.times.calendar.values import AncientYear, FiscalYear, Named, Numeric, ShortYear
from graphbuilder.times.context import Context, Told
from graphbuilder.times.reading import Reading, of_cell


def numeric(value: Numeric, context: Context) -> Reading | None:
    """Day and month in the order that the document or the options settle, else month first and uncertain."""
    year, uncertain = _full_year(value.year, context) if value.short else (value.year, False)
    day_first = context.day_first
    uncertain |= day_first is None and max(value.first, value.second) <= 12 and value.first != value.second
    if value.first > 12 or (day_first and value.second <= 12):
        day, month = value.first, value.second
    else:
        month, day = value.first, value.second
    cell = parse_date(year, month, day)
    implied = ("century",) if value.short else ()
    return cell and of_cell(cell, None, implied, uncertain=uncertain)


#: The last year that two digits may mean where nothing is known to count from: 69 is 1969, as POSIX has it.
_LATEST = 2068
#: How many years after publication two digits may lie, and from how many on it is uncertain that they do.
_AHEAD, _DOUBTFUL = 20, 5


def _full_year(digits: int, context: Context) -> tuple[int, bool]:
    """The year that two digits mean, and whether the text leaves that open.

    The one nearest to what has just been told, else to publication; at most 20 years after publication.
    """
    told, today = _told(context), context.publication
    latest = _LATEST if today is None else today.year + _AHEAD
    if told is not None:
        latest = min(latest, told.cell.start.year + 49) if today is not None else told.cell.start.year + 49
    year = latest - (latest - digits) % 100
    if told is not None:
        return year, False
    return year, today is None or year > today.year + _DOUBTFUL


def _told(context: Context) -> Told | None:
    """What the story has reached, in news what this sentence or the one before has told."""
    return context.reached if context.narrative else context.just_told()


def short_year(value: ShortYear, context: Context) -> Reading:
    """Two digits of a year or decade; a decade has begun, where no story has been told."""
    told, (year, uncertain) = _told(context), _full_year(value.digits, context)
    if value.unit == "decade":
        if told is None:
            latest = context.publication.year if context.publication is not None else _LATEST // 100 * 100 + 29
            year = latest - (latest - value.digits) % 100
        uncertain = False
    return of_cell(Cell(value.unit, Bound(year)), told and told.name, ("century",), uncertain=uncertain)


def ancient_year(value: AncientYear, context: Context) -> Reading | None:
    """Three digits, only in a text that tells of such times."""
    if not context.ancient:
        return None
    told = context.story_year()
    before_christ = told is not None and told[0] <= 0
    return of_cell(Cell("year", Bound(1 - value.number if before_christ else value.number)))


def fiscal_year(value: FiscalYear, context: Context) -> Reading:
    """The year that ends in the named year and begins with the month of the options; approximate."""
    year = value.year if value.year > 99 else _full_year(value.year, context)[0]
    first = context.options.fiscal_start
    if first == 1:
        return of_cell(Cell("year", Bound(year)))
    return of_cell(Cell("fiscal year", Bound(year - 1, first)), None, ("month",), approximate=True)


def named(value: Named, context: Context) -> Reading | None:
    """A named day in the year that the context implies."""
    day = named_days()[value.key]
    if day.rule == "once":
        return named_cell(value.key, None, None)
    chosen = year_of(value, context, lambda year: (found := named_day(value.key, year)) and found[0])
    if chosen is None:
        return Reading("DATE", f"XXXX-{day.argument}" if day.rule == "date" else "XXXX")
    return named_cell(value.key, chosen[0].start.year, chosen[1])


def named_cell(key: str, year: int | None, name: str | None) -> Reading | None:
    """A named day in this year."""
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
