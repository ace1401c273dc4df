"""What lengths, sets (SET) and references denote, and the interval of a length where it has one."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound, Interval, days_in_month
from graphbuilder.times.calendar.cells import DAYS_IN, MONTHS_IN, clock_text, containing, day_of, number_of
from graphbuilder.times.calendar.timex import duration_text, whole_amount
from graphbuilder.times.calendar.values import PUBLICATION, SCENE, STORY, Duration, Every, Reference
from graphbuilder.times.context import NEARBY_PARAGRAPHS, Context
from graphbuilder.times.reading import Reading


def length(value: Duration, context: Context) -> Reading:
    """The reading of a length; an interval only where it reaches up to its anchor or begins there."""
    text = duration_text(value.amounts)
    return Reading(
        "DURATION",
        text,
        None,
        _interval_at_anchor(value, context),
        PUBLICATION if value.side and context.publication else None,
    )


def _interval_at_anchor(value: Duration, context: Context) -> Interval | None:
    """The interval of a length that ends ("the past two years") or begins ("the next two years") at its anchor."""
    (amount, unit), *rest = value.amounts
    if value.side == 0 or amount is None or rest or unit in ("hour", "minute", "second"):
        return None
    amount, unit = whole_amount(amount, unit)
    # "he was moved within a month" of what was told just before; "said on Monday it would pay within a month". That the
    # verb is past, only a parse tells surely.
    is_past = context.here.doc is not None and context.tense < 0
    told_here = bool(context.prior) and context.prior[-1].sentence == context.here.sentence.index
    of_scene = value.anchor == SCENE and (is_past or told_here)
    of_story = value.anchor == STORY or context.narrative or of_scene
    near = 0 if of_scene else NEARBY_PARAGRAPHS
    base = context.reference_time(unit if of_story else "day", near=near) if of_story else context.speech_time()
    if base is None or (of_scene and is_past and base[1] == PUBLICATION):
        return None
    moment = base[0] if base[0].precision in ("year", "month") else containing("day", base[0]).start
    exact = unit == "day"
    other = moved_by(moment, value.side * amount, unit)
    far = replace(other, approximate=not exact)
    start, end = (far, moment) if value.side < 0 else (moment, far)
    return Interval(start, end, "week" if unit in ("weekend", "fortnight") else unit if unit in MONTHS_IN else "day")


def moved_by(day: Bound, count: int, unit: str) -> Bound:
    """The day so many units later, as precise as before: a year after 29 February is 28 February."""
    if day.month is None and unit in MONTHS_IN and MONTHS_IN[unit] >= 12:
        return Bound(day.year + count * MONTHS_IN[unit] // 12)
    if unit in DAYS_IN:
        return day_of(number_of(day) + count * {"weekend": 7}.get(unit, DAYS_IN[unit]))
    year, month = divmod(day.year * 12 + (day.month or 1) - 1 + count * MONTHS_IN[unit], 12)
    if day.day is None:
        return Bound(year, month + 1)
    return Bound(year, month + 1, min(day.day or 1, days_in_month(year, month + 1)))


def every(value: Every, _context: Context) -> Reading:
    """The reading of a set, which has no interval: it recurs."""
    if value.clock is None:
        return Reading("SET", value.value)
    clock = value.clock
    text = f"T{clock.part}" if clock.part else clock_text(Bound(2000, 1, 1, clock.hour, clock.minute, clock.second))
    return Reading("SET", (value.value if value.value.startswith("X") else "XXXX-XX-XX") + text)


def reference(value: Reference, context: Context) -> Reading | None:
    """The reading of past, present or future as such; None of "soon" and the like outside the future tense."""
    if value.tensed and context.tense <= 0:
        return None
    return Reading("DATE", value.value, anchor=PUBLICATION if context.publication else None)
