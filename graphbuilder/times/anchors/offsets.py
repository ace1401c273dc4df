"""Which time is so long before or after another, or so many cells away: "two weeks ago", "yesterday", "that month"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound
from graphbuilder.intervals.interval import Interval
from graphbuilder.times.anchors.durations import length, moved_by
from graphbuilder.times.calendar.cells import SECONDS_IN, UNITS, Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.timex import whole_amount
from graphbuilder.times.calendar.values import PUBLICATION, SCENE, STORY, Duration, Offset, Step
from graphbuilder.times.context import NEARBY_PARAGRAPHS, Context
from graphbuilder.times.document.tense import FORESEEN
from graphbuilder.times.reading import Anchor, Reading, of_cell

#: TIMEX3 values of unknown cells, by unit.
_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
_REFERENCES = {-1: "PAST_REF", 1: "FUTURE_REF"}


def offset(value: Offset, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of an offset from speech time, from the reference time, or from a time that the words name."""
    return _from_reference_time(value, context) if value.of is None else _from_other_time(value, context, anchor)


def _from_other_time(value: Offset, context: Context, anchor: Anchor) -> Reading | None:
    """The reading of "two days before Christmas"; a length, where the time that is named is not known."""
    origin = value.of and anchor(value.of, replace(context, narrative=False) if value.kept else context)
    if origin is None or origin.cell is None or value.amount is None:
        return length(Duration(((value.amount, value.unit),)), context)
    if value.kept:
        return _kept(value, value.amount, origin.cell, origin.anchor)
    return shifted(value, origin.cell.start, origin.anchor)


def _kept(value: Offset, amount: float, origin: Cell, name: str | None) -> Reading:
    """The reading of an offset that is as precise as its origin: "a year ago today" is a day."""
    count, unit = whole_amount(amount, value.unit)
    if unit in SECONDS_IN:
        return of_cell(origin, name, ("year", "month", "day"))
    start = moved_by(origin.start, value.direction * count, unit)
    return of_cell(containing(origin.unit, start), name, ("year", "month", "day"))


def _from_reference_time(value: Offset, context: Context) -> Reading | None:
    """The reading of an offset from speech time ("ago") or from the reference time ("later").

    A length where it may be one and nothing is told to count from ("in two weeks", in the past); PAST_REF or FUTURE_REF
    where the amount is vague ("years later").
    """
    if value.doubtful and value.anchor == PUBLICATION and context.tense <= 0:
        return length(Duration(((value.amount, value.unit),)), context)
    if value.anchor == "":
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    if value.amount is None:
        return Reading("DATE", _REFERENCES[value.direction])
    base = context.reference_time(value.unit) if value.anchor == STORY else context.speech_time(value.unit)
    if value.doubtful and value.anchor == STORY and (base is None or base[1] == PUBLICATION):
        return length(Duration(((value.amount, value.unit),)), context)
    if value.anchor == STORY and base is not None and base[1] == PUBLICATION and value.unit in SECONDS_IN:
        return Reading("DATE", _UNKNOWN["day"])  # no minutes later than the day of publication
    reading = base and shifted(value, *base)
    if value.anchor == STORY and (reading is None or (value.direction > 0 and _is_after_publication(reading, context))):
        reading = _from_coarse_time(value, context)
    return reading or Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))


def _is_after_publication(reading: Reading, context: Context) -> bool:
    """Whether a reading lies after publication though nothing is to come, so that its origin was wrong."""
    today, start = context.publication, None if reading.interval is None else reading.interval.start
    long = start is not None and start.month is None and context.tense < 0  # "fifty years later, crowds gathered"
    if today is None or start is None or (context.here.is_first_sentence and not long):
        return False
    return number_of(start) > number_of(today) and context.tense <= 0


def _from_coarse_time(value: Offset, context: Context) -> Reading | None:
    """The reading of "four months later", counted from no more than a year: any moment of that."""
    prior, today = context.narrative_time, context.publication
    if prior is None or value.unit in SECONDS_IN or UNITS.index(prior.cell.unit) <= UNITS.index(value.unit):
        return None
    amount, unit = whole_amount(value.direction * (value.amount or 0), value.unit)
    first, last = (containing(unit, moment).step(amount) for moment in (prior.cell.start.first, prior.cell.end.last))
    if today is not None:
        last = min(last, containing(unit, today), key=lambda cell: number_of(cell.start))
    if number_of(first.start) > number_of(last.start):
        return None
    start, end = (replace(one, approximate=True) for one in (first.start, last.end))
    return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), None, Interval(start, end), prior.name, ("month", "day"))


#: An offset of fewer seconds stays on the same day.
_MOMENTS = 300


def shifted(value: Offset, moment: Bound, name: str | None) -> Reading:
    """The reading so many units away, as precise as they are, and approximate above the day; but weeks after a day that
    was told are counted to the day.
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


def step(value: Step, context: Context) -> Reading:
    """The cell so many away from that of speech time or, for "that" and "the", of the story."""
    if context.narrative and value == Step("day", 0, PUBLICATION):
        return Reading("DATE", "PRESENT_REF", anchor=PUBLICATION if context.publication else None)
    pointed = value.anchor in (STORY, SCENE)
    of_story = pointed or (context.narrative and value.count == 0)
    # "this year" is none that the text has only planned for
    near = 0 if value.anchor == SCENE else NEARBY_PARAGRAPHS
    base = (
        context.reference_time(value.unit, passing=pointed, near=near) if of_story else context.speech_time(value.unit)
    )
    if base is None:
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    moment, name = base
    if value.unit == "weekend" and value.count == 0 and weekday_of(moment) < 5 and context.tense < 0:
        moment = day_of(number_of(moment) - 7)
    cell = containing(value.unit, moment).step(value.count)
    if of_story and value.count == 0 and context.publication is not None and _is_of_publication(cell, context):
        cell, name = containing(value.unit, context.publication), PUBLICATION
    implied = ("year", "month", "day")[: 1 + (value.unit not in ("year", "decade", "century"))]
    reading = of_cell(cell, name, implied, approximate=moment.approximate)
    if of_story and value.count > 0 and _is_after_publication(reading, context):
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    return reading


def _is_of_publication(cell: Cell, context: Context) -> bool:
    """Whether the cell of publication is meant, the story being past: "They will appeal by the end of the month"."""
    today, prior = context.publication, context.prior[-1] if context.prior else None
    serves = today is not None and context.publication_serves(cell.unit) and not context.narrative
    if today is None or not serves or number_of(cell.end.last) >= number_of(today) or context.tense <= 0:
        return False
    # "said in May that it would close by the year's end"
    here = prior is not None and prior.sentence == context.here.sentence.index
    return context.tense != FORESEEN or not here
