"""Parts that come again: months, days, weekdays, seasons and quarters without a year, and which one is meant."""

from __future__ import annotations

from collections.abc import Callable

from graphbuilder.intervals import Bound, days_in_month
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import MONTHS_IN, SEASONS, Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Named, Partial
from graphbuilder.times.context import Context, Told
from graphbuilder.times.document.tense import BEFORE, FORESEEN
from graphbuilder.times.reading import Reading, of_cell

#: How far ahead of publication a date without a year may lie before last year's is nearer, in days.
_AHEAD = 60
#: The same for a day where the verb is in the past: "he said" often governs a date to come.
_AHEAD_OF_PAST = 14
#: Every day of the month falls on every weekday within so many months.
_MONTHS_LOOKED_AT = 40
#: A story rather goes on: days back count so many times.
_BACKWARDS = 2


def recurring_part(value: Partial, context: Context) -> Reading:
    """The month, day, weekday, season, quarter or half that the context implies."""
    return _RECURRING[value.unit](value, context)


def _weekday(value: Partial, context: Context) -> Reading:
    weekday = value.number or 0
    if value.anchor == STORY and value.step is None:
        return _definite(weekday, context)
    base = context.base(value.anchor, pointing=value.step is not None) if value.anchor else None
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}")
    same = _told_by_date(weekday, context) if value.step is None and base[1] == PUBLICATION else None
    if same is not None:
        return of_cell(same.cell, same.name, ("year", "month", "day"))
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
        found = today - back if not onward or (back == 0 and not _ahead_told(context, today)) else today + 7 - back
    return of_cell(Cell("day", day_of(found)), name, ("year", "month", "day"))


def _definite(weekday: int, context: Context) -> Reading:
    """ "It opened on 3 May. On the Sunday it shut": the next one after the day told; "the" never counts from today."""
    base = context.story("day", passing=False) if context.tense == -1 else None
    if base is not None and base[1] != PUBLICATION:
        day = number_of(base[0]) + (weekday - weekday_of(base[0])) % 7
        if context.publication is None or day <= number_of(context.publication):
            return of_cell(Cell("day", day_of(day)), base[1], ("year", "month", "day"))
    return Reading("DATE", f"XXXX-WXX-{weekday + 1}")


def _told_by_date(weekday: int, context: Context) -> Told | None:
    """ "On Saturday 26 and Sunday 27 April … on Sunday": a day of this weekday told by its date right before."""
    near = (told for told in reversed(context.told) if told.sentence >= context.sentence - 1)
    told = next((told for told in near if told.cell.unit in ("day", "daypart")), None)
    if told is None or told.paragraph != context.paragraph:
        return None
    fits = weekday_of(told.cell.start) == weekday and context.recent(told)
    return told if fits and context.tense <= 0 and not context.said() else None


def _ahead_told(context: Context, today: int) -> bool:
    """Whether the sentence has just told a day to come: "on Saturday, before they host Eastleigh on Tuesday"."""
    told = context.told[-1] if context.told else None
    return told is not None and told.sentence == context.sentence and number_of(told.cell.start) > today


def _month(value: Partial, context: Context) -> Reading:
    month = value.number or 1
    chosen = year_of(value, context, lambda year: Cell("month", Bound(year, month)))
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _month_day(value: Partial, context: Context) -> Reading:
    if value.number is None:
        return _day_only(value, context)
    month, day = value.number, value.day or 1
    chosen = _on_its_weekday(value, context) or year_of(value, context, lambda year: parse_date(year, month, day))
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _on_its_weekday(value: Partial, context: Context) -> tuple[Cell, str] | None:
    """ "Monday, Nov. 21": of last year, this and the next the one in which that day is a Monday."""
    today = context.publication
    if value.weekday is None or today is None:
        return None
    years = (today.year + change for change in (0, -1, 1))
    cells = (parse_date(year, value.number or 1, value.day or 1) for year in years)
    cell = next((cell for cell in cells if cell and weekday_of(cell.start) == value.weekday), None)
    return None if cell is None or context.narrative else (cell, PUBLICATION)


def _day_only(value: Partial, context: Context) -> Reading:
    if value.weekday is not None:
        return _weekday_of_month(value.day or 1, value.weekday, context)
    today = context.publication if context.knows("day") else None
    base = context.story("month") or (today and (today, PUBLICATION))
    day = value.day or 1
    if not base or not base[0].month or day > days_in_month(base[0].year, base[0].month):
        return Reading("DATE", f"XXXX-XX-{day:02}")
    return of_cell(Cell("day", Bound(base[0].year, base[0].month, day)), base[1], ("year", "month"))


def _weekday_of_month(day: int, weekday: int, context: Context) -> Reading:
    """ "Friday the 13th": the last one, or in the future tense the next."""
    base = context.base(PUBLICATION)
    if base is None:
        return Reading("DATE", f"XXXX-XX-{day:02}")
    side = 1 if context.tense > 0 else -1
    months = [containing("month", base[0]).step(side * count).start for count in range(_MONTHS_LOOKED_AT)]
    days = [Bound(one.year, one.month, day) for one in months if day <= days_in_month(one.year, one.month or 1)]
    today = number_of(base[0])
    fits = (one for one in days if weekday_of(one) == weekday and (number_of(one) - today) * side >= 0)
    found = next(fits, None)
    if found is None:
        return Reading("DATE", f"XXXX-XX-{day:02}")
    return of_cell(Cell("day", found), base[1], ("year", "month"))


def _season(value: Partial, context: Context) -> Reading:
    first, south = value.number or 3, value.south or context.options.southern
    month = (first + 5) % 12 + 1 if south else first
    chosen = (
        year_of(value, context, lambda year: Cell("season", Bound(year, month), south=south)) if value.anchor else None
    )
    if chosen is None:
        return Reading("DATE", f"XXXX-{SEASONS[first]}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


def _group(value: Partial, context: Context) -> Reading:
    """A quarter or a half of a year."""
    number, length = value.number or 1, MONTHS_IN[value.unit]
    chosen = year_of(value, context, lambda year: Cell(value.unit, Bound(year, (number - 1) * length + 1)))
    if chosen is None:
        return Reading("DATE", f"XXXX-{value.unit[0].upper()}{number}")
    cell, name = chosen
    return of_cell(cell, name, ("year",))


_RECURRING: dict[str, Callable[[Partial, Context], Reading]] = {
    "weekday": _weekday, "month": _month, "day": _month_day, "season": _season, "quarter": _group, "half": _group,
}  # fmt: skip

MakeCell = Callable[[int], Cell | None]


def year_of(value: Partial | Named, context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """The cell in the year that the context implies, and what it was anchored on."""
    pointed = isinstance(value, Partial) and value.anchor == STORY
    if value.step is not None and not pointed and context.publication is not None:
        return _stepped(value.step, context.publication, make)
    told = context.reached if context.narrative or pointed else None
    if told is not None:
        aside = value.step if pointed else None
        cell = _beside_story(aside, told, make) if aside else _in_story(told, make, context.sentence)
        return cell and (cell, told.name)
    if context.publication is None:
        return None
    rules = () if value.step is not None else (_after_told, _in_tale, _foreseen)
    near = next((found for rule in rules if (found := rule(context, make)) is not None), None)
    if near is not None:
        return near
    cell = _nearest(context.publication, context.tense, make)
    return cell and (cell, PUBLICATION)


def _in_story(told: Told, make: MakeCell, sentence: int) -> Cell | None:
    """The cell in the year that was told; of a range of two years the first that lies inside it.

    Where a sentence told of its last months, the next one tells of the first of the year after.
    """
    first, last = told.cell.start, told.last
    if last is None and told.sentence < sentence and _turned(told, make(first.year)):
        return make(first.year + 1)
    cells = [cell for year in range(first.year, (last or first.year) + 1) if (cell := make(year))]
    inside = (cell for cell in cells if last and number_of(cell.start) >= number_of(first))
    return next(inside, cells[0] if cells else None)


#: The months from which, and up to which, a story goes on into the next year: from December to January.
_LATE, _EARLY = 11, 2


def _turned(told: Told, cell: Cell | None) -> bool:
    """Whether a story that was told up to the end of a year goes on at the beginning of the next."""
    before, after = told.cell.start.month or 0, None if cell is None else cell.start.month
    fine = told.cell.unit in ("month", "day") and cell is not None and cell.unit in ("month", "day")
    return fine and before >= _LATE and after is not None and after <= _EARLY


def _beside_story(step: int, told: Told, make: MakeCell) -> Cell | None:
    """ "The following May": the first that begins after what was told, or the last that ended before it."""
    years = (told.cell.start.year + step * change for change in (-1, 0, 1, 2))
    cells = filter(None, map(make, years))
    if step > 0:
        return next((cell for cell in cells if number_of(cell.start) > _last_day(told.cell)), None)
    return next((cell for cell in cells if _last_day(cell) < number_of(told.cell.start)), None)


def _after_told(context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """In news, the year of a full date just told: later in that year, or in the same sentence the nearest.

    Where that is after publication, or the tense is the future, the date hangs on publication as all others.
    """
    told, today = context.just_told(), context.publication
    if told is None or today is None or context.tense > 0 or context.apart():
        return None
    here, same = number_of(told.cell.start), told.sentence == context.sentence
    recent = _nearest(today, context.tense, make)
    late = recent is not None and 0 <= number_of(today) - number_of(recent.start) <= _AHEAD
    late = late and context.tense != BEFORE  # "By October they had been driven back": since what was told
    if late and not same and not context.only_old:
        return None
    changes = (0,) if told.cell.unit == "year" else (0, 1, -1)
    cells = [cell for change in changes if (cell := make(told.cell.start.year + change))]
    cells = [cell for cell in cells if number_of(cell.start) <= number_of(today)]
    if same or context.tense == BEFORE:
        cell = min(cells, key=lambda cell: _way(here, number_of(cell.start)), default=None)
    else:
        cell = next((cell for cell in cells if number_of(cell.start) >= here), None)
    return cell and (cell, told.name)


#: A tale is of days so long before publication, and goes on within so many; what was foreseen lies ahead so many.
_LONG_AGO, _SOON, _FORESEEN_DAYS = 300, 240, 366


def _in_tale(context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """ "Nine weeks later she died. … By the end of May": the next one after what was told, of old days."""
    told, today = context.tale() if context.publication else None, context.publication
    if told is None or today is None:
        return None
    here, now = number_of(told.cell.start), number_of(today)
    cells = filter(None, (make(told.cell.start.year + change) for change in (0, 1)))
    cell = next((cell for cell in cells if _last_day(cell) >= here), None)
    if cell is None or now - here < _LONG_AGO or number_of(cell.start) - here > _SOON:
        return None
    return cell, told.name


def _foreseen(context: Context, make: MakeCell) -> tuple[Cell, str] | None:
    """ "On 3 May 2015 they said that it would open by June": the first June after that, if it was long ago."""
    told, today = context.just_told(), context.publication
    if told is None or today is None or context.tense != FORESEEN or context.apart():
        return None
    here = number_of(told.cell.start)
    cells = filter(None, (make(told.cell.start.year + change) for change in (0, 1)))
    cell = next((cell for cell in cells if _last_day(cell) >= here), None)
    soon = cell is not None and number_of(cell.start) - here <= _FORESEEN_DAYS
    return (cell, told.name) if cell is not None and soon and number_of(today) - here >= _LONG_AGO else None


def _way(here: int, there: int) -> int:
    return there - here if there >= here else _BACKWARDS * (here - there)


def _stepped(step: int, publication: Bound, make: MakeCell) -> tuple[Cell, str] | None:
    """The last one that is over, this year's, or the next one that has not begun."""
    today = number_of(publication)
    years = (
        publication.year + change for change in ((0,) if step == 0 else (0, -1, -2) if step < 0 else (-1, 0, 1, 2))
    )
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
    cells = [cell for change in (1, 0, -1, -2, -4) if (cell := make(publication.year + change))]
    days = cells[0].unit == "day" if cells else False
    ahead = _AHEAD if tense == 0 else _AHEAD_OF_PAST if days else 0
    if tense > 0:
        cells.reverse()
        return next((cell for cell in cells if _last_day(cell) >= today), cells[-1] if cells else None)
    return next((cell for cell in cells if number_of(cell.start) <= today + ahead), None)
