"""From values to readings: which year, which Tuesday, counted from what.

One function a kind of value, looked up in `_ANCHORS`. All are pure but for the context's memory, which the caller
keeps. Where nothing is known to count from, the interval is None and the value has an X for every unknown digit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graphbuilder.intervals import Bound, Interval, days_in_month
from graphbuilder.times.absolute import parse_date
from graphbuilder.times.cells import (
    DAYS_IN, MONTHS_IN, SEASONS, UNITS, Cell, clock_text, containing, day_of, number_of, weekday_of,
)  # fmt: skip
from graphbuilder.times.context import Context, Told
from graphbuilder.times.named import named_day, named_days
from graphbuilder.times.reading import Reading, of_cell
from graphbuilder.times.timex import duration_text
from graphbuilder.times.values import (
    PUBLICATION, STORY, AncientYear, Away, Clock, Duration, Every, FiscalYear, Fixed, Named, Numeric, Ordinal, OrdinalWeekday, Partial, Reference,
    Several, ShortYear, Step, Value, Within,
)  # fmt: skip

#: How far ahead of publication a date without a year may lie before last year's is nearer, in days.
_AHEAD = 60
#: The same where the verb is in the past: "he said" often governs a date to come.
_AHEAD_OF_PAST = 14


def anchor(value: Value, context: Context) -> Reading | None:
    """The reading of a value where the reader now stands; None where it tells no time after all."""
    return _ANCHORS[type(value)](value, context)


def _fixed(value: Fixed, _context: Context) -> Reading:
    return of_cell(value.cell, approximate=value.approximate)


# --- parts that come again ------------------------------------------------------------------------------------------


def _partial(value: Partial, context: Context) -> Reading:
    return _RECURRING[value.unit](value, context)


def _weekday(value: Partial, context: Context) -> Reading:
    weekday = value.number or 0
    base = _base(value.anchor, "day", context)
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
        found = today - back if context.tense <= 0 or back == 0 else today + 7 - back
    return of_cell(Cell("day", day_of(found)), name, ("year", "month", "day"))


def _base(kind: str, unit: str, context: Context) -> tuple[Bound, str] | None:
    """The moment to count from."""
    if kind == STORY:
        return context.story(unit)
    if context.publication is not None and not (context.narrative and unit == "day" and context.told):
        return context.publication, PUBLICATION
    return context.story(unit) if context.narrative else None


def _month(value: Partial, context: Context) -> Reading:
    month = value.number or 1
    chosen = _year_of(value, context, lambda year: Cell("month", Bound(year, month)))
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _month_day(value: Partial, context: Context) -> Reading:
    if value.number is None:
        return _day_only(value, context)
    month, day = value.number, value.day or 1
    chosen = _year_of(value, context, lambda year: parse_date(year, month, day))
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _day_only(value: Partial, context: Context) -> Reading:
    base = context.story("month") or (context.publication and (context.publication, PUBLICATION))
    day = value.day or 1
    if not base or not base[0].month or day > days_in_month(base[0].year, base[0].month):
        return Reading("DATE", f"XXXX-XX-{day:02}")
    return of_cell(Cell("day", Bound(base[0].year, base[0].month, day)), base[1], ("year", "month"))


def _season(value: Partial, context: Context) -> Reading:
    first = value.number or 3
    month = (first + 5) % 12 + 1 if context.options.southern else first
    chosen = _year_of(value, context, lambda year: Cell("season", Bound(year, month), south=context.options.southern))
    if chosen is None:
        return Reading("DATE", f"XXXX-{SEASONS[first]}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _group(value: Partial, context: Context) -> Reading:
    """A quarter or a half of a year."""
    number, length = value.number or 1, MONTHS_IN[value.unit]
    chosen = _year_of(value, context, lambda year: Cell(value.unit, Bound(year, (number - 1) * length + 1)))
    if chosen is None:
        return Reading("DATE", f"XXXX-{value.unit[0].upper()}{number}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


_RECURRING: dict[str, Callable[[Partial, Context], Reading]] = {
    "weekday": _weekday, "month": _month, "day": _month_day, "season": _season, "quarter": _group, "half": _group,
}  # fmt: skip

MakeCell = Callable[[int], Cell | None]


def _year_of(value: Partial | Named, context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """The cell in the year that the context implies, and what it was anchored on."""
    pointed = isinstance(value, Partial) and value.anchor == STORY
    if value.step is not None and not pointed and context.publication is not None:
        return _stepped(value.step, context.publication, make)
    told = context.story_year() if context.narrative or pointed else None
    if told is not None:
        cell = make(told[0])
        return cell and (cell, told[1])
    if context.publication is None:
        return None
    cell = _nearest(context.publication, context.tense, make)
    return cell and (cell, PUBLICATION)


def _stepped(step: int, publication: Bound, make: MakeCell) -> tuple[Cell, str] | None:
    """The last one that is over, this year's, or the next one that has not begun."""
    today = number_of(publication)
    years = (publication.year + change for change in ((0,) if step == 0 else (0, -1, -2) if step < 0 else (-1, 0, 1, 2)))
    for cell in filter(None, map(make, years)):
        first, last = number_of(cell.start), _last_day(cell)
        if step == 0 or (step < 0 and last < today) or (step > 0 and first > today):
            return cell, PUBLICATION
    return None


def _last_day(cell: Cell) -> int:
    end = cell.end.last
    return number_of(end)


def _nearest(publication: Bound, tense: int, make: MakeCell) -> Cell | None:
    """Of last year's, this year's and next year's cell the one that lies nearest, the past preferred."""
    today = number_of(publication)
    ahead = _AHEAD if tense == 0 else _AHEAD_OF_PAST
    cells = [cell for change in (1, 0, -1, -2, -4) if (cell := make(publication.year + change))]
    if tense > 0:
        cells.reverse()
        return next((cell for cell in cells if _last_day(cell) >= today), cells[-1] if cells else None)
    return next((cell for cell in cells if number_of(cell.start) <= today + ahead), None)


# --- numbers that need a decision -----------------------------------------------------------------------------------


def _numeric(value: Numeric, context: Context) -> Reading | None:
    year = _full_year(value.year, context) if value.short else value.year
    day_first = context.day_first
    uncertain = day_first is None and max(value.first, value.second) <= 12 and value.first != value.second
    if value.first > 12 or (day_first and value.second <= 12):
        day, month = value.first, value.second
    else:
        month, day = value.first, value.second
    cell = parse_date(year, month, day)
    implied = ("century",) if value.short else ()
    return cell and of_cell(cell, None, implied, uncertain=uncertain)


def _full_year(digits: int, context: Context) -> int:
    """The century that brings two digits nearest to publication: at most 20 years ahead. Without one, 1970 to 2069."""
    latest = context.publication.year + 20 if context.publication is not None else 2069
    return latest - (latest - digits) % 100


def _short_year(value: ShortYear, context: Context) -> Reading:
    if value.unit == "decade":
        latest = context.publication.year if context.publication is not None else 2029
        year = latest - (latest - value.digits) % 100
    else:
        year = _full_year(value.digits, context)
    return of_cell(Cell(value.unit, Bound(year)), None, ("century",))


def _ancient_year(value: AncientYear, context: Context) -> Reading | None:
    if not context.ancient:
        return None
    told = context.story_year()
    before_christ = told is not None and told[0] <= 0
    return of_cell(Cell("year", Bound(1 - value.number if before_christ else value.number)))


def _fiscal_year(value: FiscalYear, context: Context) -> Reading:
    year = value.year if value.year > 99 else _full_year(value.year, context)
    first = context.options.fiscal_start
    if first == 1:
        return of_cell(Cell("year", Bound(year)))
    return of_cell(Cell("fiscal year", Bound(year - 1, first)), None, ("month",), approximate=True)


def _named(value: Named, context: Context) -> Reading | None:
    day = named_days()[value.key]
    if day.rule == "once":
        return _named_cell(value.key, None, None)
    chosen = _year_of(value, context, lambda year: (found := named_day(value.key, year)) and found[0])
    if chosen is None:
        return Reading("DATE", f"XXXX-{day.argument}" if day.rule == "date" else "XXXX")
    return _named_cell(value.key, chosen[0].start.year, chosen[1])


def _named_cell(key: str, year: int | None, name: str | None) -> Reading | None:
    found = named_day(key, year)
    if found is None:
        return None
    cell, days, approximate = found
    reading = of_cell(cell, name, ("year",) if name else (), approximate=approximate)
    if days == 1:
        return reading
    end = replace(day_of(number_of(cell.start) + days - 1), approximate=approximate)
    start = replace(cell.start, approximate=approximate)
    return replace(reading, interval=Interval(start, end, "day"), cell=None)


# --- steps ----------------------------------------------------------------------------------------------------------

_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


def _step(value: Step, context: Context) -> Reading:
    if context.narrative and value.unit == "day" and value.anchor == PUBLICATION and value.count == 0:
        return Reading("DATE", "PRESENT_REF", anchor=PUBLICATION if context.publication else None)
    of_story = value.anchor == STORY or (context.narrative and value.count == 0)
    base = context.story(value.unit) if of_story else _speech(context)
    if base is None:
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    moment, name = base
    if value.unit == "weekend" and value.count == 0 and weekday_of(moment) < 5 and context.tense < 0:
        moment = day_of(number_of(moment) - 7)
    cell = containing(value.unit, moment).step(value.count)
    return of_cell(cell, name, ("year", "month", "day")[: 1 + (value.unit not in ("year", "decade", "century"))])


def _speech(context: Context) -> tuple[Bound, str] | None:
    """When the words were said: at publication, but for a quotation in a history, which was said when the story was."""
    if context.narrative and context.quoted:
        return context.story("day")
    return context.publication and (context.publication, PUBLICATION)


_REFERENCES = {-1: "PAST_REF", 1: "FUTURE_REF"}


def _away(value: Away, context: Context) -> Reading | None:
    if value.doubtful and context.tense <= 0:
        return _duration(Duration(((value.amount, value.unit),)), context)
    if value.of is not None:
        return _away_from(value, context)
    if value.anchor == "":
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    if value.amount is None:
        return Reading("DATE", _REFERENCES[value.direction])
    base = context.story(value.unit) if value.anchor == STORY else _speech(context)
    if base is None:
        return Reading("DATE", _UNKNOWN.get(value.unit, "XXXX"))
    return _shifted(value, *base)


def _away_from(value: Away, context: Context) -> Reading | None:
    origin = value.of and anchor(value.of, context)
    if origin is None or origin.cell is None or value.amount is None:
        return _duration(Duration(((value.amount, value.unit),)), context)
    return _shifted(value, origin.cell.start, origin.anchor)


def _shifted(value: Away, moment: Bound, name: str | None) -> Reading:
    """So many units away; as precise as the unit, and approximate above the day."""
    amount, unit = _whole(value.amount or 0, value.unit)
    if unit in ("hour", "minute", "second") and moment.hour is None:
        days, rest = divmod(amount * {"hour": 3600, "minute": 60, "second": 1}[unit], 86400)
        moved = day_of(number_of(moment) + value.direction * days)
        return of_cell(Cell("day", moved), name, ("year", "month", "day"), approximate=bool(rest))
    cell = containing(unit, moment).step(value.direction * amount)
    exact = UNITS.index(unit) <= UNITS.index("day")
    return of_cell(cell, name, ("year", "month", "day"), approximate=not exact)


_SMALLER = {"year": (12, "month"), "month": (30, "day"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second")}


def _whole(amount: float, unit: str) -> tuple[int, str]:
    if unit == "season":
        unit = "year"
    for coarse, factor, finer in (("fortnight", 2, "week"), ("decade", 10, "year"), ("century", 100, "year")):
        if unit == coarse:
            amount, unit = amount * factor, finer
    if amount != int(amount) and unit in _SMALLER:
        factor, unit = _SMALLER[unit]
        amount *= factor
    return int(amount), unit


# --- composition ----------------------------------------------------------------------------------------------------


def _clock(value: Clock, context: Context) -> Reading:
    base = context.story("day") or _speech(context)
    text = f"T{value.part}" if value.part else clock_text(Bound(2000, 1, 1, value.hour, value.minute, value.second))
    if base is None or value.generic:
        return Reading("TIME", f"XXXX-XX-XX{text}")
    day = containing("day", base[0])
    reading = _on_day(value, day)
    return replace(reading, anchor=base[1], implied=("year", "month", "day"))


def _on_day(value: Clock, day: Cell) -> Reading:
    start = day.start
    if value.part:
        return of_cell(Cell("daypart", start, value.part))
    if value.hour is None:
        return of_cell(day)
    parts = [part for part in (value.hour, value.minute, value.second) if part is not None]
    unit = ("hour", "minute", "second")[len(parts) - 1]
    return of_cell(Cell(unit, Bound(start.year, start.month, start.day, *parts)))


def _within(value: Within, context: Context) -> Reading | None:
    whole = anchor(value.whole, context)
    if whole is None:
        return None
    if whole.cell is None:
        return _unplaced(value.part, whole, context)
    reading = _place(value.part, whole.cell, context)
    if reading is None:
        return None
    return replace(reading, anchor=whole.anchor, implied=whole.implied)


def _unplaced(part: Value, whole: Reading, context: Context) -> Reading | None:
    """Part of a whole that could not be anchored."""
    alone = anchor(part, replace(context, publication=None, told=[]))
    if alone is None:
        return None
    if isinstance(part, Clock):
        return replace(alone, value=whole.value.split("T")[0] + alone.value[alone.value.index("T") :])
    return alone


def _place(part: Value, whole: Cell, context: Context) -> Reading | None:
    """The part, inside this very cell."""
    match part:
        case Clock():
            return _on_day(part, whole)
        case Ordinal():
            return _ordinal_in(part, whole)
        case OrdinalWeekday():
            return _weekday_in(part, whole)
        case Partial(unit="weekday"):
            monday = number_of(containing("week", whole.start).start)
            return of_cell(Cell("day", day_of(monday + (part.number or 0))))
        case Partial():
            return _in_year(part, whole, context)
        case Named():
            return _named_cell(part.key, whole.start.year, None)
    return of_cell(whole)


def _in_year(part: Partial, whole: Cell, context: Context) -> Reading:
    """As anchored by a narrative that has just told the whole."""
    inner = replace(context, narrative=True, told=[Told(0, whole, "")])
    return anchor(part, inner) or of_cell(whole)


def _ordinal_in(part: Ordinal, whole: Cell) -> Reading | None:
    last = whole.end.last
    if part.number < 0:
        cell = containing(part.unit, last).step(part.number + 1)
    else:
        cell = containing(part.unit, whole.start)
        if number_of(cell.start) < number_of(whole.start) and part.unit != "week":
            cell = cell.step(1)
        cell = cell.step(part.number - 1)
    if number_of(cell.start) > number_of(last):
        return None
    return of_cell(cell)


def _weekday_in(part: OrdinalWeekday, whole: Cell) -> Reading | None:
    first, last = number_of(whole.start), number_of(whole.end.last)
    if part.number < 0:
        found = last - (weekday_of(day_of(last)) - part.weekday) % 7
    else:
        found = first + (part.weekday - weekday_of(whole.start)) % 7 + 7 * (part.number - 1)
    return of_cell(Cell("day", day_of(found))) if first <= found <= last else None


# --- lengths, sets, references --------------------------------------------------------------------------------------


def _duration(value: Duration, context: Context) -> Reading:
    text = duration_text(value.amounts)
    return Reading("DURATION", text, None, _reach(value, context), PUBLICATION if value.side and context.publication else None)


def _reach(value: Duration, context: Context) -> Interval | None:
    """What a length covers that ends or begins at the anchor: "the past two years"."""
    (amount, unit), *rest = value.amounts
    if value.side == 0 or amount is None or rest or unit in ("hour", "minute", "second"):
        return None
    amount, unit = _whole(amount, unit)
    of_story = value.anchor == STORY or context.narrative
    base = context.story(unit if of_story else "day") if of_story else _speech(context)
    if base is None:
        return None
    moment = base[0] if base[0].precision in ("year", "month") else containing("day", base[0]).start
    exact = unit == "day"
    other = _moved(moment, value.side * amount, unit)
    far = replace(other, approximate=not exact)
    start, end = (far, moment) if value.side < 0 else (moment, far)
    return Interval(start, end, "week" if unit in ("weekend", "fortnight") else unit if unit in MONTHS_IN else "day")


def _moved(day: Bound, count: int, unit: str) -> Bound:
    if day.month is None and unit in MONTHS_IN and MONTHS_IN[unit] >= 12:
        return Bound(day.year + count * MONTHS_IN[unit] // 12)
    if unit in DAYS_IN:
        return day_of(number_of(day) + count * {"weekend": 7}.get(unit, DAYS_IN[unit]))
    year, month = divmod(day.year * 12 + (day.month or 1) - 1 + count * MONTHS_IN[unit], 12)
    if day.day is None:
        return Bound(year, month + 1)
    return Bound(year, month + 1, min(day.day or 1, days_in_month(year, month + 1)))


def _every(value: Every, _context: Context) -> Reading:
    if value.clock is None:
        return Reading("SET", value.value)
    clock = value.clock
    text = f"T{clock.part}" if clock.part else clock_text(Bound(2000, 1, 1, clock.hour, clock.minute, clock.second))
    return Reading("SET", (value.value if value.value.startswith("X") else "XXXX-XX-XX") + text)


def _reference(value: Reference, context: Context) -> Reading | None:
    if value.tensed and context.tense <= 0:
        return None
    return Reading("DATE", value.value, anchor=PUBLICATION if context.publication else None)


def _several(value: Several, context: Context) -> Reading | None:
    """A range or list: what one part leaves open it takes from the other."""
    parts = [part for _start, _end, part in value.parts]
    readings = _share(parts, context) if len(parts) > 1 else [anchor(parts[0], context)]
    known = [one for one in readings if one is not None]
    if len(known) < len(readings):
        return None
    if known[-1].value == "PRESENT_REF" and known[0].interval is not None:
        to_now = Interval(known[0].interval.start, None, known[0].interval.precision)
        return Reading(known[0].type, known[0].value, None, to_now, None, (), parts=tuple(known))
    return Reading(known[0].type, known[0].value, None, _hull(known), known[0].anchor, known[0].implied, parts=tuple(known))


def _share(parts: list[Value], context: Context) -> list[Reading | None]:
    last = anchor(parts[-1], context)
    first = anchor(parts[0], context)
    if first is None or last is None:
        return [None]
    if _incomplete(parts[0]) and last.cell is not None and not _incomplete(parts[-1]):
        return [*(_towards(part, last.cell, context, -1) for part in parts[:-1]), last]
    if _incomplete(parts[0]) and context.tense > 0 and last.cell is not None:
        return [*(_towards(part, last.cell, context, -1) for part in parts[:-1]), last]
    if _incomplete(parts[-1]) and first.cell is not None:
        return [first, *(_towards(part, first.cell, context, 1) for part in parts[1:])]
    return [anchor(part, context) for part in parts]


def _incomplete(value: Value) -> bool:
    return isinstance(value, Clock | Named) or (isinstance(value, Partial) and value.step is None)


def _towards(part: Value, other: Cell, context: Context, side: int) -> Reading | None:
    """The part at its nearest before (-1) or after (1) the other end."""
    if isinstance(part, Clock):
        reading = _on_day(part, containing("day", other.start))
        return reading
    if isinstance(part, Partial) and part.unit == "weekday":
        day = number_of(other.start)
        gap = (weekday_of(other.start) - (part.number or 0)) % 7 if side < 0 else ((part.number or 0) - weekday_of(other.start)) % 7
        return of_cell(Cell("day", day_of(day + side * gap)), None, ("year", "month", "day"))
    reading = _place(part, other, context)
    if reading is None or reading.cell is None:
        return reading
    wrong = (number_of(reading.cell.start) - number_of(other.start)) * side < 0
    if wrong:
        reading = _place(part, Cell("year", Bound(other.start.year + side)), context)
    return reading and replace(reading, implied=("year",))


def _hull(readings: list[Reading]) -> Interval | None:
    intervals = [one.interval for one in readings if one.interval is not None]
    if len(intervals) < len(readings):
        return None
    first = min(intervals, key=lambda one: one.sort_key)
    last = max(intervals, key=lambda one: one.sort_key[1])
    together = first.start is None or last.end is None or number_of(first.start) <= number_of(last.end)
    return Interval(first.start, last.end) if together else None


_ANCHORS: dict[type, Callable[[Any, Context], Reading | None]] = {
    Fixed: _fixed, Partial: _partial, Numeric: _numeric, ShortYear: _short_year, AncientYear: _ancient_year, FiscalYear: _fiscal_year, Named: _named,
    Step: _step, Away: _away, Clock: _clock, Within: _within, Duration: _duration, Every: _every,
    Reference: _reference, Several: _several, Ordinal: lambda _value, _context: None,
    OrdinalWeekday: lambda _value, _context: None,
}  # fmt: skip
