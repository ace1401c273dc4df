"""Steps from an anchor: "yesterday", "next year", "two weeks ago"."""

from __future__ import annotations

from graphbuilder.intervals import Bound
from graphbuilder.times.anchors.lengths import duration
from graphbuilder.times.cells import UNITS, Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell
from graphbuilder.times.timex import whole_amount
from graphbuilder.times.values import PUBLICATION, STORY, Away, Duration, Step

UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


def step(value: Step, context: Context) -> Reading:
    """So many cells from that of publication or of the story."""
    if context.narrative and value.unit == "day" and value.anchor == PUBLICATION and value.count == 0:
        return Reading("DATE", "PRESENT_REF", anchor=PUBLICATION if context.publication else None)
    of_story = value.anchor == STORY or (context.narrative and value.count == 0)
    base = context.story(value.unit) if of_story else context.speech(value.unit)
    if base is None:
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    moment, name = base
    if value.unit == "weekend" and value.count == 0 and weekday_of(moment) < 5 and context.tense < 0:
        moment = day_of(number_of(moment) - 7)
    cell = containing(value.unit, moment).step(value.count)
    return of_cell(cell, name, ("year", "month", "day")[: 1 + (value.unit not in ("year", "decade", "century"))])


_REFERENCES = {-1: "PAST_REF", 1: "FUTURE_REF"}


def away(value: Away, context: Context) -> Reading | None:
    """So long before or after publication or the story."""
    if value.doubtful and context.tense <= 0:
        return duration(Duration(((value.amount, value.unit),)), context)
    if value.anchor == "":
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    if value.amount is None:
        return Reading("DATE", _REFERENCES[value.direction])
    base = context.story(value.unit) if value.anchor == STORY else context.speech(value.unit)
    if base is None:
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    return shifted(value, *base)


def shifted(value: Away, moment: Bound, name: str | None) -> Reading:
    """So many units away; as precise as the unit, and approximate above the day."""
    amount, unit = whole_amount(value.amount or 0, value.unit)
    if unit in ("hour", "minute", "second") and moment.hour is None:
        days, rest = divmod(amount * {"hour": 3600, "minute": 60, "second": 1}[unit], 86400)
        moved = day_of(number_of(moment) + value.direction * days)
        return of_cell(Cell("day", moved), name, ("year", "month", "day"), approximate=bool(rest))
    cell = containing(unit, moment).step(value.direction * amount)
    exact = UNITS.index(unit) <= UNITS.index("day")
    return of_cell(cell, name, ("year", "month", "day"), approximate=not exact)
