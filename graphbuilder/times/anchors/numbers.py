"""What numbers denote that leave something open: day or month first, years of two or three digits, fiscal years."""

from __future__ import annotations

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.calendar.values import AncientYear, FiscalYear, Numeric, ShortYear
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell


def numeric(value: Numeric, context: Context) -> Reading | None:
    """The reading of two numbers and a year, in the order that is settled; else uncertain, between stops day first."""
    year, uncertain = _full_year(value.year, context) if value.short else (value.year, False)
    day_first = context.day_first
    uncertain |= day_first is None and max(value.first, value.second) <= 12 and value.first != value.second
    if value.first > 12 or ((day_first or (value.dotted and day_first is None)) and value.second <= 12):
        day, month = value.first, value.second
    else:
        month, day = value.first, value.second
    cell = parse_date(year, month, day)
    implied = ("century",) if value.short else ()
    return cell and of_cell(cell, None, implied, uncertain=uncertain)


#: The last year that two digits may denote where nothing is known to count from: 69 is 1969, as POSIX has it.
_LATEST = 2068
#: How many years after publication two digits may lie, and from how many on it is uncertain that they do.
_AHEAD, _DOUBTFUL = 20, 5


def _full_year(digits: int, context: Context) -> tuple[int, bool]:
    """The year that two digits denote, at most 20 years after publication; whether the text leaves that open."""
    today = context.publication
    latest = _LATEST if today is None else today.year + _AHEAD
    year = latest - (latest - digits) % 100
    return year, today is None or year > today.year + _DOUBTFUL


def short_year(value: ShortYear, context: Context) -> Reading:
    """The reading of two digits of a year or decade; a decade has begun."""
    year, uncertain = _full_year(value.digits, context)
    if value.unit == "decade":
        latest = context.publication.year if context.publication is not None else _LATEST // 100 * 100 + 29
        year, uncertain = latest - (latest - value.digits) % 100, False
    return of_cell(Cell(value.unit, Bound(year)), None, ("century",), uncertain=uncertain)


def ancient_year(value: AncientYear, context: Context) -> Reading | None:
    """The reading of three digits as a year, only in a text that names such; before Christ, if the story is there."""
    if not context.ancient:
        return None
    prior = context.narrative_time
    before_christ = prior is not None and prior.cell.start.year <= 0
    return of_cell(Cell("year", Bound(1 - value.number if before_christ else value.number)))


def fiscal_year(value: FiscalYear, context: Context) -> Reading:
    """The reading of the fiscal year that ends in the named year and begins with the options' month; approximate."""
    year = value.year if value.year > 99 else _full_year(value.year, context)[0]
    first = context.options.fiscal_start
    if first == 1:
        return of_cell(Cell("year", Bound(year)))
    return of_cell(Cell("fiscal year", Bound(year - 1, first)), None, ("month",), approximate=True)
