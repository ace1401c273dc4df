"""Which year a date without one belongs to: that of the story, of a date just told, or of publication."""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell, number_of
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Named, Partial
from graphbuilder.times.context import Context, PriorTime

#: How far ahead of publication a date without a year may lie before last year's is nearer, in days.
_AHEAD = 60
#: The same for a day where the verb is in the past: "he said" often governs a date to come.
_AHEAD_OF_PAST = 14

MakeCell = Callable[[int], Cell | None]


def in_implied_year(value: Partial | Named, context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """The cell in the year that the context implies, and what that year was taken from.

    With a pointer ("last June") it is counted from publication; in a history it is in the year of the story; in news
    in that of a date in its sentence, else the nearest to publication.
    """
    pointed = isinstance(value, Partial) and value.anchor == STORY
    if value.step is not None and not pointed and context.publication is not None:
        return _pointed(value.step, context.publication, make)
    prior = context.narrative_time if context.narrative or pointed else None
    if prior is not None:
        cell = _next_to_story(value.step, prior, make) if pointed and value.step else make(prior.cell.start.year)
        return cell and (cell, prior.name)
    if context.publication is None:
        return None
    near = _in_year_of_sentence(context, context.publication, make) if value.step is None else None
    if near is not None:
        return near
    cell = _nearest_to_publication(context.publication, context.tense, make)
    return cell and (cell, PUBLICATION)


def _in_year_of_sentence(context: Context, publication: Bound, make: MakeCell) -> tuple[Cell, str] | None:
    """In news, the past cell nearest to a date just told, in its sentence: "In 2016 she was arrested in March"."""
    prior = context.prior[-1] if context.prior else None
    if prior is None or not prior.own or prior.sentence != context.here.sentence.index or context.tense > 0:
        return None
    here = number_of(prior.cell.start)
    changes = (0,) if prior.cell.unit == "year" else (0, 1, -1)
    cells = (cell for change in changes if (cell := make(prior.cell.start.year + change)))
    past = (cell for cell in cells if number_of(cell.start) <= number_of(publication))
    cell = min(past, key=lambda cell: abs(number_of(cell.start) - here), default=None)
    return cell and (cell, prior.name)


def _next_to_story(step: int, prior: PriorTime, make: MakeCell) -> Cell | None:
    """The first cell after the story's time ("the following May"), or the last one before it."""
    years = (prior.cell.start.year + step * change for change in (-1, 0, 1, 2))
    cells = filter(None, map(make, years))
    if step > 0:
        return next((cell for cell in cells if number_of(cell.start) > _last_day(prior.cell)), None)
    return next((cell for cell in cells if _last_day(cell) < number_of(prior.cell.start)), None)


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
    return number_of(cell.end.last)


def _nearest_to_publication(publication: Bound, tense: int, make: MakeCell) -> Cell | None:
    """Of the cells of a few years around publication the nearest, the past preferred if the next is not only days away;
    in the future tense the next one to come or going on.
    """
    today = number_of(publication)
    cells = [cell for change in (1, 0, -1, -2, -4) if (cell := make(publication.year + change))]
    days = cells[0].unit == "day" if cells else False
    ahead = _AHEAD if tense == 0 else _AHEAD_OF_PAST if days else 0
    if tense > 0:
        cells.reverse()
        return next((cell for cell in cells if _last_day(cell) >= today), cells[-1] if cells else None)
    return next((cell for cell in cells if number_of(cell.start) <= today + ahead), None)
