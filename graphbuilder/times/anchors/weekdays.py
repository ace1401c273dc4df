"""Which Tuesday is meant, counted from publication or from the reference time of the story."""

from __future__ import annotations

from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import Cell, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import PUBLICATION, Partial
from graphbuilder.times.context import Context
from graphbuilder.times.prior_time import PriorTime
from graphbuilder.times.reading import Reading, of_cell


def weekday_reading(value: Partial, context: Context) -> Reading:
    """The day that a weekday denotes.

    With a pointer ("last", "this", "next") it is that one of the day it is counted from. Without one it is the nearest:
    after the reference time of a story or in the future tense the next, else the last, or today.
    """
    weekday = value.number or 0
    base = context.weekday_origin(value.anchor, pointing=value.step is not None) if value.anchor else None
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    same = _told_by_its_date(weekday, context) if value.step is None and base[1] == PUBLICATION else None
    if same is not None:
        return of_cell(same.cell, same.name, ("year", "month", "day"))
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


def _told_by_its_date(weekday: int, context: Context) -> PriorTime | None:
    """The recent day of this weekday that the text has just told with its date.

    Yes: "On Saturday 26 and Sunday 27 April … on Sunday".
    No: "… he said on Sunday", which is of publication.
    """
    near = (prior for prior in reversed(context.prior) if prior.sentence >= context.here.sentence.index - 1)
    prior = next((prior for prior in near if prior.cell.unit in ("day", "daypart")), None)
    if prior is None or prior.paragraph != context.here.paragraph:
        return None
    fits = weekday_of(prior.cell.start) == weekday and context.is_recent(prior)
    return prior if fits and context.tense <= 0 and not context.here.is_saying else None


def day_on_its_weekday(value: Partial, context: Context) -> tuple[Cell, str] | None:
    """The day of a month in the year in which it falls on its weekday: "Monday, Nov. 21".

    Of this year, the last and the next, in news; None in a history.
    """
    today = context.publication
    if value.weekday is None or today is None:
        return None
    years = (today.year + change for change in (0, -1, 1))
    cells = (parse_date(year, value.number or 1, value.day or 1) for year in years)
    cell = next((cell for cell in cells if cell and weekday_of(cell.start) == value.weekday), None)
    return None if cell is None or context.narrative else (cell, PUBLICATION)
