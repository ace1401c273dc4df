"""Which interval a time covers under the words around it: its TIMEX3 mod, and the preposition that opens it.

A mod narrows the interval ("early", "the end of") or blurs it ("about", "more than"); a bound opens it at one end
("since", "until", "by", "before", "after"). In: a candidate and its reading. Out: the interval of the record.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.intervals import Bound, Interval
from graphbuilder.times.calendar.cells import DAYS_IN, MONTHS_IN, Cell, containing, day_of, number_of
from graphbuilder.times.context import Context
from graphbuilder.times.document.tense import BEFORE
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading

_OUT = re.compile(r"\s(?:is|was)\s(?:out|over)\b")
#: Words that name an edge, a smaller part than "early" and "late" do.
_EDGE = re.compile(r"\b(?:beginning|start|onset|opening|outset|end|close|turn)\s+of\b", re.IGNORECASE)
#: Mods that leave a date only approximately known.
_DEGREES = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"})
#: Words before an offset that may end on any day since then: "less than two weeks ago".
_LESS = re.compile(r"(?:less|fewer) than\b|under\b", re.IGNORECASE)
_REST = re.compile(r"(?:(?P<earlier>earlier)|later)\b", re.IGNORECASE)


#: The last year of four digits.
_FOUR_DIGITS = 9999


def modified_interval(text: str, one: Candidate, reading: Reading, context: Context) -> Interval | None:
    """The interval of a candidate that was read so, under its mod and its bound; None where EDTF cannot write it."""
    interval = reading.interval
    if interval is None:
        return None
    if one.mod == "END" and one.bound in ("before", "by") and reading.type == "DATE":
        return _writable(opened(interval, "until"))  # "by", "before the end of the year": on any day of it
    return _writable(_under_bound(text, one, reading, _under_mod(text, one, reading, interval, context), context))


def _writable(interval: Interval) -> Interval | None:
    """The interval, if EDTF can write it: years of five digits only alone and without a doubt."""
    if all(bound is None or abs(bound.year) <= _FOUR_DIGITS for bound in (interval.start, interval.end)):
        return interval
    return None if interval.approximate or interval.uncertain or interval.start != interval.end else interval


def _under_mod(text: str, one: Candidate, reading: Reading, interval: Interval, context: Context) -> Interval:
    """The interval, narrowed by "early", "mid", "late" and the like, or blurred by "about" and the like."""
    if one.mod in ("START", "MID", "END") and reading.cell is not None:
        return _part_of_cell(text[one.start : one.end], one.mod, reading.cell, interval, context)
    if one.mod not in _DEGREES or interval.start is None or interval.end is None:
        return interval
    start, end = (replace(bound, approximate=True) for bound in (interval.start, interval.end))
    today = context.publication if one.mod == "AFTER" and _LESS.match(text, one.start) else None
    return Interval(start, end if today is None else today, interval.precision)


def _under_bound(text: str, one: Candidate, reading: Reading, interval: Interval, context: Context) -> Interval:
    """The interval, opened by the preposition in front, if that opens one here.

    No: "before the month was out" is in that month, "before dawn on Thursday" on Thursday; "by 14:40 the index had
    lost 3%" at 14:40.
    """
    if not one.bound or reading.type == "DURATION":
        return interval
    if one.bound == "before" and _OUT.match(text, one.end):
        return interval
    if one.bound in ("before", "after") and reading.cell is not None and reading.cell.unit == "daypart":
        return interval
    if one.bound == "by" and interval.start is not None and interval.start.hour is not None:
        return interval
    if one.bound == "from_then":
        return opened(interval, _bound_of_as_of(interval, context, is_day=reading.type == "DATE"))
    return opened(interval, one.bound)


#: The part of a cell that "early", "mid" and "late" denote, in its smaller units: first and last (from 0).
_THIRDS = {
    "century": (0, 29, 40, 59, 70, 99), "decade": (0, 3, 4, 6, 7, 9), "year": (0, 3, 4, 7, 8, 11),
    "fiscal year": (0, 3, 4, 7, 8, 11),
    "half": (0, 1, 2, 3, 4, 5), "season": (0, 0, 1, 1, 2, 2), "quarter": (0, 0, 1, 1, 2, 2),
    "month": (0, 9, 10, 19, 20, 30),
    "week": (0, 1, 2, 4, 4, 6), "weekend": (0, 0, 0, 1, 1, 1),
}  # fmt: skip
#: The same for "the beginning of", "the middle of" and "the end of".
_EDGES = {
    "century": (0, 9, 40, 59, 90, 99), "decade": (0, 1, 4, 6, 8, 9), "year": (0, 0, 4, 7, 11, 11),
    "fiscal year": (0, 0, 4, 7, 11, 11),
    "half": (0, 0, 2, 3, 5, 5), "season": (0, 0, 1, 1, 2, 2), "quarter": (0, 0, 1, 1, 2, 2),
    "month": (0, 4, 10, 19, 25, 30),
    "week": (0, 1, 2, 4, 5, 6),
}  # fmt: skip
_PLACES = {"START": 0, "MID": 2, "END": 4}


def _bound_of_as_of(interval: Interval, context: Context, *, is_day: bool) -> str:
    """The bound that "as of" and "effective" denote: "since" of a day to come, "at" or "until" of one gone by."""
    today, start = context.publication, interval.start
    if not (today and start) or number_of(start) > number_of(today):
        return "since"
    if (is_day and context.tense == BEFORE) or (context.tense < 0 and number_of(start) == number_of(today)):
        return "until"
    return "at" if number_of(start) < number_of(today) else "since"


def _part_of_cell(words: str, mod: str, cell: Cell, whole: Interval, context: Context) -> Interval:
    """The interval of a part of a cell: "early", "the end of"; "earlier this year" is the year up to publication."""
    rest = _REST.match(words)
    today = context.publication and Bound(*(part for part in context.publication.parts[:3] if part is not None))
    if rest and today and cell.unit != "day" and whole.contains(Interval(today, today)) and whole.start and whole.end:
        first, last = containing("day", whole.start.first).start, containing("day", whole.end.last).start
        return Interval(first, today, whole.precision) if rest["earlier"] else Interval(today, last, whole.precision)
    return narrowed(cell, mod, edge=_EDGE.search(words) is not None)


def narrowed(cell: Cell, mod: str, *, edge: bool) -> Interval:
    """The early, middle or late part of a cell, approximate; `edge` is for "the end of" and the like.

    A day is not divided: "late on Monday" is Monday.

    >>> narrowed(Cell("decade", Bound(1990)), "START", edge=False).edtf
    '1990~/1993~'
    """
    if cell.unit in ("day", "daypart"):
        return cell.interval()
    table = _EDGES if edge and cell.unit in _EDGES else _THIRDS
    if cell.unit not in table:
        return cell.interval(approximate=True)
    place = _PLACES[mod]
    first, last = table[cell.unit][place : place + 2]
    start, end = (_unit_of_cell(cell, offset) for offset in (first, last))
    return Interval(replace(start, approximate=True), replace(end, approximate=True), cell.precision)


def _unit_of_cell(cell: Cell, offset: int) -> Bound:
    """The first moment of the part of a cell that lies so many of its smaller units from its start."""
    if cell.unit in ("decade", "century"):
        return Bound(cell.start.year + offset)
    if cell.unit in MONTHS_IN and cell.unit != "month":
        return containing("month", cell.start).step(offset).start
    last = (
        6
        if cell.unit in DAYS_IN
        else number_of(containing("month", cell.start).step(1).start) - number_of(cell.start) - 1
    )
    return day_of(number_of(cell.start) + min(offset, last))


def opened(interval: Interval, bound: str) -> Interval:
    """The interval that a bound opens; "before" ends one unit earlier, "at" opens none: it ended then."""
    if bound == "at":
        return interval
    if bound in ("since", "after", "not before"):
        return Interval(interval.start, None, interval.precision)
    if bound == "before":
        return Interval(None, _just_before(interval), interval.precision)
    return Interval(None, interval.end, interval.precision)


def _just_before(interval: Interval) -> Bound | None:
    """The unit before the start; of an hour and the like itself."""
    start = interval.start
    if start is None or start.precision not in ("year", "month", "day"):
        return start
    before = Cell(start.precision, Bound(*(part for part in start.parts if part is not None))).step(-1).start
    return replace(before, approximate=start.approximate, uncertain=start.uncertain)
