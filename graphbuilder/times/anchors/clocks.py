"""Times of day: of which day they are."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell, clock_text, containing, day_of, number_of
from graphbuilder.times.calendar.values import PUBLICATION, Clock
from graphbuilder.times.calendar.zones import zone_of
from graphbuilder.times.context import Context
from graphbuilder.times.document.tense import BEFORE
from graphbuilder.times.reading import Reading, of_cell

#: Up to this hour what is told of the night of a ballot is of the day after.
_SMALL_HOURS = 6


def clock(value: Clock, context: Context) -> Reading:
    """The moment, on the day that the story has reached; without a day where that is not the day of what is told."""
    base = _day_of_clock(value, context)
    zone = zone_of(value.zone, base[0] if base else Bound(2000), context.options.zones).minutes
    moment = Bound(2000, 1, 1, value.hour, value.minute, value.second, zone=None if value.hour is None else zone)
    if base is not None and _of_no_day(value, base[1], context):
        base = None
    if base is None or value.generic:
        return Reading("TIME", f"XXXX-XX-XXT{value.part}" if value.part else f"XXXX-XX-XX{clock_text(moment)}")
    day = containing("day", base[0])
    if value.overnight and base[1] == PUBLICATION and context.tense <= 0:
        day = day.step(-1)
    reading = on_day(value, day, context)
    return replace(reading, anchor=base[1], implied=("year", "month", "day"))


def _of_no_day(value: Clock, name: str, context: Context) -> bool:
    """ "Had been left overnight", "“At ten he rang,” she said": before what is told, or as somebody remembers."""
    if value.overnight:
        return context.tense == BEFORE
    return name == PUBLICATION and context.quoted and context.tense < 0


def _day_of_clock(value: Clock, context: Context) -> tuple[Bound, str] | None:
    """The day that the story has reached; where that is still to come and the clause tells of the past, today."""
    if context.polling() and context.ballot is not None:
        return context.ballot
    if value.hour is not None and (context.of_unnamed_day() or _had_been(context)):
        context.adrift = context.paragraph
    if context.is_adrift:
        return None
    told, today = context.story("day"), context.speech()
    if told is None or today is None or number_of(told[0]) <= number_of(today[0]) or context.tense > 0:
        return _after_ballot(value, told, context) or today
    return today


def _had_been(context: Context) -> bool:
    """ "Told them on 6 September that he had gone up at 9:15": on no day that has been told."""
    if context.narrative or context.by_then or context.tense != BEFORE or not context.reported():
        return False
    told = next((told for told in reversed(context.told) if told.cell.unit in ("day", "hour", "minute")), None)
    if told is None or told.paragraph != context.paragraph:
        return True
    return told.sentence == context.sentence


def _after_ballot(value: Clock, told: tuple[Bound, str] | None, context: Context) -> tuple[Bound, str] | None:
    """ "Saturday's ballot … She claimed victory at 1 a.m.": in the night that follows."""
    today, ballot = context.publication, context.ballot
    if told is None or ballot is None or today is None or value.hour is None or value.hour >= _SMALL_HOURS:
        return told
    day = number_of(ballot[0])
    return (day_of(day + 1), told[1]) if day == number_of(told[0]) and day < number_of(today) else told


def on_day(value: Clock, day: Cell, context: Context) -> Reading:
    """The moment, on this very day."""
    start = day.start
    if value.part:
        return of_cell(Cell("daypart", start, value.part))
    if value.hour is None:
        return of_cell(day)
    parts = [part for part in (value.hour, value.minute, value.second) if part is not None]
    unit = ("hour", "minute", "second")[len(parts) - 1]
    zone = zone_of(value.zone, start, context.options.zones)
    moment = Bound(start.year, start.month, start.day, *parts, zone=zone.minutes)
    reading = of_cell(Cell(unit, moment), uncertain=zone.uncertain)
    return replace(of_cell(day), type="TIME", value=reading.value) if value.of_either_half else reading
