"""Steps from an anchor: "yesterday", "next year", "two weeks ago"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.anchors.lengths import duration
from graphbuilder.times.anchors.parts import same_part_before
from graphbuilder.times.calendar.cells import AGES, SECONDS_IN, UNITS, Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.timex import whole_amount
from graphbuilder.times.calendar.values import PUBLICATION, SCENE, STORY, Away, Duration, Step
from graphbuilder.times.context import NEAR, Context, Told
from graphbuilder.times.document.tense import FORESEEN
from graphbuilder.times.reading import Reading, of_cell

UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


def step(value: Step, context: Context) -> Reading:
    """So many cells from that of publication or of the story."""
    today = context.narrative and value.unit == "day" and value.anchor == PUBLICATION and value.count == 0
    if today and not _of_writer(value, context):
        return Reading("DATE", "PRESENT_REF", anchor=PUBLICATION if context.publication else None)
    if value.bare and context.of_old:
        return Reading("DATE", UNKNOWN[value.unit])
    pointed = value.anchor in (STORY, SCENE)
    of_story = pointed or (context.narrative and value.count == 0 and not _of_writer(value, context))
    # "this year" is none that the text has only planned for
    near = 0 if value.anchor == SCENE else NEAR
    onward = pointed and value.count > 0
    base = (
        context.story(value.unit, passing=pointed, near=near, goes_on=onward)
        if of_story
        else context.speech(value.unit)
    )
    if base is None:
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    moment, name = base
    if value.unit == "quarter" and value.count == 0 and value.anchor == STORY and context.quarter is not None:
        return of_cell(context.quarter, name, ("year",))
    if value.unit == "weekend" and value.count == 0 and weekday_of(moment) < 5 and context.tense < 0:
        moment = day_of(number_of(moment) - 7)
    cell = containing(value.unit, moment).step(value.count)
    if of_story and value.count == 0 and context.publication is not None and _is_over(cell, context):
        cell, name = containing(value.unit, context.publication), PUBLICATION
    if value.unit == "quarter" and of_story and name == PUBLICATION and context.tense < 0 and _just_begun(cell, moment):
        cell = cell.step(-1)
    implied = ("year", "month", "day")[: 1 + (value.unit not in ("year", "decade", "century"))]
    reading = of_cell(cell, name, implied, approximate=moment.approximate)
    if of_story and value.count > 0 and untold(reading, context):
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    return reading


#: What a writer who looks back calls his own days: "today" is often nowadays.
_DAYS = frozenset({"day", "week", "weekend"})


def _of_writer(value: Step, context: Context) -> bool:
    """ "Instead they will sing here this evening", told in a history: on the day on which it is written."""
    ahead = context.tense > 0 and context.tense != FORESEEN
    return value.unit in _DAYS and not context.quoted and ahead and context.knows(value.unit)


def _is_over(cell: Cell, context: Context) -> bool:
    """ "It was found last May. They will appeal by the end of the month": of this month, unless they would, of old."""
    today, told = context.publication, context.told[-1] if context.told else None
    if (
        today is None
        or not context.knows(cell.unit)
        or context.narrative
        or number_of(cell.end.last) >= number_of(today)
        or context.tense <= 0
    ):
        return False
    here = told is not None and told.sentence == context.sentence  # "said in May that it would close by the year's end"
    return context.tense != FORESEEN or not (here or context.of_old)


#: A quarter is reported on in the first half of the next, in days.
_REPORTING = 45


def _just_begun(cell: Cell, moment: Bound) -> bool:
    return 0 <= number_of(moment) - number_of(cell.start) < _REPORTING


_REFERENCES = {-1: "PAST_REF", 1: "FUTURE_REF"}


def away(value: Away, context: Context) -> Reading | None:
    """So long before or after publication or the story."""
    if value.doubtful and value.anchor == PUBLICATION and context.tense <= 0:
        return duration(Duration(((value.amount, value.unit),)), context)
    if value.anchor == "":
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    if value.amount is None:
        return Reading("DATE", _REFERENCES[value.direction])
    if value.compared and value.unit == "year" and (same := same_part_before(context)) is not None:
        return same
    if value.anchor == STORY and value.unit in AGES and context.age is not None:
        return _from_age(value, value.amount, context.age)
    base = context.story(value.unit, goes_on=True) if value.anchor == STORY else context.speech(value.unit)
    if value.doubtful and value.anchor == STORY and (base is None or base[1] == PUBLICATION):
        return duration(Duration(((value.amount, value.unit),)), context)
    if value.anchor == STORY and base is not None and base[1] == PUBLICATION and value.unit in SECONDS_IN:
        return Reading("DATE", UNKNOWN["day"])  # no minutes later than the day of publication
    reading = base and shifted(value, *base)
    if value.anchor == STORY and (reading is None or (value.direction > 0 and untold(reading, context))):
        reading = _blurred(value, context)
    return reading or Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))


def _from_age(value: Away, amount: float, told: Told) -> Reading:
    """ "A decade later", counted from the 1930s."""
    cell = containing(value.unit, told.cell.start).step(value.direction * int(amount))
    return of_cell(cell, told.name, ("year",), approximate=True)


def untold(reading: Reading, context: Context) -> bool:
    """Whether the time is after publication, in a clause that does not speak of the future.

    Then it was counted from the wrong time. Only in the first sentence there is no other than publication.
    """
    today, start = context.publication, None if reading.interval is None else reading.interval.start
    if today is None or start is None or context.opening:
        return False
    return number_of(start) > number_of(today) and context.tense <= 0


def _blurred(value: Away, context: Context) -> Reading | None:
    """ "Four months later", counted from no more than a year: from every moment of it, but never after publication."""
    told, today = context.reached, context.publication
    if told is None or value.unit in SECONDS_IN or UNITS.index(told.cell.unit) <= UNITS.index(value.unit):
        return None
    amount, unit = whole_amount(value.direction * (value.amount or 0), value.unit)
    first, last = (containing(unit, moment).step(amount) for moment in (told.cell.start.first, told.cell.end.last))
    if today is not None:
        last = min(last, containing(unit, today), key=lambda cell: number_of(cell.start))
    if number_of(first.start) > number_of(last.start):
        return None
    start, end = (replace(one, approximate=True) for one in (first.start, last.end))
    return Reading("DATE", UNKNOWN.get(unit, "XXXX"), None, Interval(start, end), told.name, ("month", "day"))


#: What is told less than so many seconds later is of the same day.
_MOMENTS = 300


def shifted(value: Away, moment: Bound, name: str | None) -> Reading:
    """So many units away; as precise as the unit, and approximate above the day.

    Weeks after a day that was told are counted to the day: a week after 12 August is about the 19th.
    """
    amount, unit = whole_amount(value.amount or 0, value.unit)
    if unit in ("hour", "minute", "second") and moment.hour is None:
        days, rest = divmod(amount * SECONDS_IN[unit], 86400)
        about = rest >= _MOMENTS or days > 0 < rest
        moved = day_of(number_of(moment) + value.direction * days)
        return of_cell(Cell("day", moved), name, ("year", "month", "day"), approximate=about)
    cell = containing(unit, moment).step(value.direction * amount)
    exact = UNITS.index(unit) <= UNITS.index("day") and not moment.approximate
    reading = of_cell(cell, name, ("year", "month", "day"), approximate=not exact)
    if unit == "week" and value.anchor != PUBLICATION and moment.day is not None:
        day = replace(day_of(number_of(moment) + value.direction * amount * 7), approximate=True)
        counted = Cell("day", day)
        goes_on = counted if value.anchor == STORY else cell
        reading = replace(reading, cell=goes_on, interval=counted.interval(approximate=True))
    return reading
