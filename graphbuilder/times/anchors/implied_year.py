"""Which year a date without one belongs to: that of the story, of a date just told, or of publication."""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell, number_of
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Named, Partial
from graphbuilder.times.context import Context
from graphbuilder.times.document.tense import BEFORE, FORESEEN
from graphbuilder.times.prior_time import PriorTime

#: How far ahead of publication a date without a year may lie before last year's is nearer, in days.
_AHEAD = 60
#: The same for a day where the verb is in the past: "he said" often governs a date to come.
_AHEAD_OF_PAST = 14
#: A story goes on rather than back: days back count so many times.
_BACKWARDS = 2

MakeCell = Callable[[int], Cell | None]


def in_implied_year(value: Partial | Named, context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """The cell in the year that the context implies, and what that year was taken from.

    With a pointer ("last June") it is counted from publication; in a history it is in the year of the story; in news in
    that of a date nearby, else the nearest to publication.
    """
    pointed = isinstance(value, Partial) and value.anchor == STORY
    if value.step is not None and not pointed and context.publication is not None:
        return _pointed(value.step, context.publication, make)
    prior = context.narrative_time if context.narrative or pointed else None
    if prior is not None:
        cell = _next_to_story(value.step, prior, make) if pointed and value.step else _in_year_of_story(prior, make)
        return cell and (cell, prior.name)
    if context.publication is None:
        return None
    near = (_in_year_of_full_date(context, make) or _after_full_date(context, make)) if value.step is None else None
    if near is not None:
        return near
    cell = _nearest_to_publication(context.publication, context.tense, make)
    return cell and (cell, PUBLICATION)


def _in_year_of_story(prior: PriorTime, make: MakeCell) -> Cell | None:
    """The cell in the year of the story; of a range of two years the first that lies inside it."""
    first, last = prior.cell.start, prior.last
    cells = [cell for year in range(first.year, (last or first.year) + 1) if (cell := make(year))]
    inside = (cell for cell in cells if last and number_of(cell.start) >= number_of(first))
    return next(inside, cells[0] if cells else None)


def _next_to_story(step: int, prior: PriorTime, make: MakeCell) -> Cell | None:
    """The first cell that begins after the story's time, or the last that ended before it.

    Yes: "the following May", "the previous autumn".
    """
    years = (prior.cell.start.year + step * change for change in (-1, 0, 1, 2))
    cells = filter(None, map(make, years))
    if step > 0:
        return next((cell for cell in cells if number_of(cell.start) > _last_day(prior.cell)), None)
    return next((cell for cell in cells if _last_day(cell) < number_of(prior.cell.start)), None)


def _in_year_of_full_date(context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """In news, the cell in the year of a full date just told: later in that year, or in one sentence the nearest.

    None where that is after publication, in the future tense, or where the nearest to publication is recent: then the
    date hangs on publication as all others.
    """
    prior, today = context.full_date_nearby(), context.publication
    if prior is None or today is None or context.tense > 0:
        return None
    here, same = number_of(prior.cell.start), prior.sentence == context.here.sentence.index
    recent = _nearest_to_publication(today, context.tense, make)
    late = recent is not None and 0 <= number_of(today) - number_of(recent.start) <= _AHEAD
    late = late and context.tense != BEFORE  # "By October they had been driven back": since what was told
    if late and not same:
        return None
    changes = (0,) if prior.cell.unit == "year" else (0, 1, -1)
    cells = [cell for change in changes if (cell := make(prior.cell.start.year + change))]
    cells = [cell for cell in cells if number_of(cell.start) <= number_of(today)]
    if same or context.tense == BEFORE:
        cell = min(cells, key=lambda cell: _distance(here, number_of(cell.start)), default=None)
    else:
        cell = next((cell for cell in cells if number_of(cell.start) >= here), None)
    return cell and (cell, prior.name)


#: In days: how long before publication an account of old days begins, within how many it goes on, and how far ahead of
#: its day something may be foreseen.
_LONG_AGO, _SOON, _FORESEEN_DAYS = 300, 240, 366


def _after_full_date(context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """In news, the next cell after a full date of old on which it was foreseen.

    Yes: "On 3 May 2015 they said that it would open by June".
    No: the same in the week of publication.
    """
    prior, today = context.full_date_nearby(), context.publication
    if prior is None or today is None or context.tense != FORESEEN:
        return None
    here = number_of(prior.cell.start)
    cells = filter(None, (make(prior.cell.start.year + change) for change in (0, 1)))
    cell = next((cell for cell in cells if _last_day(cell) >= here), None)
    soon = cell is not None and number_of(cell.start) - here <= _FORESEEN_DAYS
    return (cell, prior.name) if cell is not None and soon and number_of(today) - here >= _LONG_AGO else None


def _distance(here: int, there: int) -> int:
    """The days between two days, where those back count more."""
    return there - here if there >= here else _BACKWARDS * (here - there)


def _pointed(step: int, publication: Bound, make: MakeCell) -> tuple[Cell, str] | None:
    """The last cell that is over (step -1), that of this year (0), or the next that has not begun (1)."""
    today = number_of(publication)
    changes = (0,) if step == 0 else (0, -1, -2) if step < 0 else (-1, 0, 1, 2)
    for cell in filter(None, (make(publication.year + change) for change in changes)):
        first, last = number_of(cell.start), _last_day(cell)
        if step == 0 or (step < 0 and last < today) or (step > 0 and first > today):
            return cell, PUBLICATION
    return None


def _last_day(cell: Cell) -> int:
    """The `day_number` of the last day of a cell."""
    return number_of(cell.end.last)


def _nearest_to_publication(publication: Bound, tense: int, make: MakeCell) -> Cell | None:
    """Of the cells of a few years around publication the nearest, the past preferred.

    In the future tense the next one to come or going on; else the last one, if the next is not only days away.
    """
    today = number_of(publication)
    cells = [cell for change in (1, 0, -1, -2, -4) if (cell := make(publication.year + change))]
    days = cells[0].unit == "day" if cells else False
    ahead = _AHEAD if tense == 0 else _AHEAD_OF_PAST if days else 0
    if tense > 0:
        cells.reverse()
        return next((cell for cell in cells if _last_day(cell) >= today), cells[-1] if cells else None)
    return next((cell for cell in cells if number_of(cell.start) <= today + ahead), None)
