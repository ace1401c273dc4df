"""To which day a time of day belongs."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell, clock_text, containing, number_of
from graphbuilder.times.calendar.values import PUBLICATION, Clock
from graphbuilder.times.calendar.zones import zone_of
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Reading, of_cell


def clock(value: Clock, context: Context) -> Reading:
    """The moment of a time of day, where the story has arrived; without a day where none is known or asked for."""
    base = _day_of_clock(context)
    zone = zone_of(value.zone, context.options.zones).minutes
    moment = Bound(2000, 1, 1, value.hour, value.minute, value.second, zone=None if value.hour is None else zone)
    if base is None or value.generic:
        text = f"XXXX-XX-XXT{value.part}" if value.part else f"XXXX-XX-XX{clock_text(moment)}"
        return Reading("TIME", text)
    day = containing("day", base[0])
    if value.overnight and base[1] == PUBLICATION and context.tense <= 0:
        day = day.step(-1)
    reading = on_day(value, day, context)
    return replace(reading, anchor=base[1], implied=("year", "month", "day"))


def _day_of_clock(context: Context) -> tuple[Bound, str] | None:
    """The day of the story, and its source; of publication in the past tense, if that of the story is to come."""
    reached, today = context.reference_time("day"), context.speech_time()
    if reached is None or today is None or number_of(reached[0]) <= number_of(today[0]) or context.tense > 0:
        return reached or today
    return today


def on_day(value: Clock, day: Cell, context: Context) -> Reading:
    """The moment of a time of day, on this very day."""
    start = day.start
    if value.part:
        return of_cell(Cell("daypart", start, value.part))
    if value.hour is None:
        return of_cell(day)
    parts = [part for part in (value.hour, value.minute, value.second) if part is not None]
    unit = ("hour", "minute", "second")[len(parts) - 1]
    zone = zone_of(value.zone, context.options.zones)
    moment = Bound(start.year, start.month, start.day, *parts, zone=zone.minutes)
    reading = of_cell(Cell(unit, moment), uncertain=zone.uncertain)
    return replace(of_cell(day), type="TIME", value=reading.value) if value.of_either_half else reading
