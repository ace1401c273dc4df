"""Which Tuesday is meant, counted from publication or from the reference time of the story."""

from __future__ import annotations

from graphbuilder.times.calendar.cells import Cell, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import PUBLICATION, Partial
from graphbuilder.times.context import Context
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
