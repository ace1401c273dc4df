"""Publication dates as news sites, wires and metadata write them, with or without a time of day; only certain ones.

Year, month and day all come from the string; nothing is filled in, and a numeric date that can be read in two ways
(03/04/2008) is no date. This is not the finder for dates in sentences: that is `graphbuilder.times`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from graphbuilder.intervals.edtf import zone_minutes

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: English names of months, whole or shortened; group-free, for use in other patterns.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:(?:st|nd|rd|th)(?:\sof)?)?"
_YEAR = r"[12]\d{3}(?!\d)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
    r"|(?P<hour2>\d{1,2})\s?(?P<half2>[ap]\.?m\b\.?))"
    r"(?:\s?(?P<zone>Z\b|GMT\b|UTC\b|[+-]\d{2}:?\d{2}\b))?(?:\s\(?[A-Z]{2,5}\b\)?)?"
)
_DATE = (
    rf"(?:{_WEEKDAY}(?P<d1>{_DAY})[\s-](?P<m1>{MONTH}),?[\s-](?P<y1>{_YEAR})"
    rf"|{_WEEKDAY}(?P<m2>{MONTH})\s(?P<d2>{_DAY}),?\s(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<sep>[-/])(?P<m3>\d{{1,2}})(?P=sep)(?P<d3>\d{{1,2}})(?!\d))"
)
_GAP = r"(?:T|,?\s{1,2}(?:at\s|[-–|/]\s)?)"
_AFTER = re.compile(rf"(?<!\w){_DATE}(?:{_GAP}{_CLOCK})?", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w){_CLOCK},?\s(?:on\s|[-–|]\s)?{_DATE}", re.IGNORECASE)
#: All numbers, day and month in either order; taken only where one order alone is possible.
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})")
_STAMP = re.compile(
    rf"(?<![\w./-])(?P<numbers>\d{{1,2}}(?P<sign>[/.-])\d{{1,2}}(?P=sign)[12]\d{{3}})(?![\w/])(?:{_GAP}{_CLOCK})?",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?:(?P<m>{MONTH})\s(?P<d>{_DAY})|(?P<d2>{_DAY})\s(?P<m2>{MONTH}))", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"(?P<m>{MONTH}),?\s(?P<y>{_YEAR})", re.IGNORECASE)
_LONGEST = 80


def find_date(text: str) -> tuple[int, int, date] | None:
    """The first date in a short line (start, end, date), or None.

    >>> find_date("The Lantern Post | 30 November 2022")
    (19, 35, datetime.date(2022, 11, 30))
    """
    return next(iter(find_dates(text)), None)


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """All full dates of a text (start, end, date) by their place.

    >>> find_dates("From Aug. 7, 2008 to 12 August 2008")
    [(5, 17, datetime.date(2008, 8, 7)), (21, 35, datetime.date(2008, 8, 12))]
    """
    matches = sorted((*_AFTER.finditer(text), *_BEFORE.finditer(text)), key=lambda match: (match.start(), -match.end()))
    values = ((match.start(), match.end(), _moment(match)) for match in matches)
    return [(start, end, value) for start, end, value in values if value is not None]


def find_stamp(text: str) -> tuple[int, int, date] | None:
    """The first date of a line that says when a text came out; in numbers only, if they have one reading.

    >>> find_stamp("Issued on: 21/09/2016 - 16:10")
    (11, 29, datetime.datetime(2016, 9, 21, 16, 10))
    """
    found = find_date(text)
    match = _STAMP.search(text) if found is None else None
    day = None if match is None else parse_date(match["numbers"])
    return found if match is None or day is None else (match.start(), match.end(), _at_clock(day, match))


def find_month(text: str) -> str | None:
    """The month that a whole string denotes, without a day, as "2021-10".

    >>> find_month("October 2021"), find_month("4 October 2021")
    ('2021-10', None)
    """
    match = _MONTH_ALONE.fullmatch(text.strip())
    return None if match is None else f"{match['y']}-{_MONTHS.index(match['m'][:3].lower()) + 1:02}"


def parse_date(text: str) -> date | None:
    """The date (or datetime) that a whole string denotes; None where it denotes none, or not one alone.

    >>> parse_date("29 November 2022, 09:52 PM")
    datetime.datetime(2022, 11, 29, 21, 52)
    >>> parse_date("03/04/2008") is None
    True
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = find_date(text)
    if found is not None and found[:2] == (0, len(text)):
        return found[2]
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]), dotted=match[2] == ".")
    return _iso(text)


def complete(text: str, year: int) -> date | None:
    """The date of a month and day without a year ("Nov. 29") in a given year; None if there is no such day.

    >>> complete("Nov. 29", 2022)
    datetime.date(2022, 11, 29)
    """
    match = _SHORT.fullmatch(text.strip())
    if match is None:
        return None
    return day_of(str(year), match["m"] or match["m2"], match["d"] or match["d2"])


def stated_year(text: str) -> int | None:
    """The year of an unfinished date in metadata ("2022", "2022-11"), which can complete a dateline; else None."""
    match = re.fullmatch(r"([12]\d{3})(?:[-/]\d{1,2})?", text.strip())
    return int(match[1]) if match else None


def _moment(match: re.Match[str]) -> date | None:
    year, month, day_of_month = (match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"] for part in "ymd")
    day = day_of(year, month, day_of_month)
    return None if day is None else _at_clock(day, match)


def _at_clock(day: date, match: re.Match[str]) -> date:
    """The day, with the time of day that is written beside it, if any."""
    hour = match["hour"] or match["hour2"]
    if hour is None:
        return day
    half = (match["half"] or match["half2"] or "").lower()[:1]
    numbers = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
    try:
        return datetime(
            day.year, day.month, day.day, numbers, int(match["minute"] or 0), int(match["second"] or 0),
            tzinfo=_zone(match["zone"]),
        )  # fmt: skip
    except ValueError:
        return day


def day_of(year: str, month: str, day: str) -> date | None:
    """The day of a year, a month in figures or by its name, and a day; None where there is none such."""
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        return date(int(year), number, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


def _zone(name: str | None) -> timezone | None:
    """The time zone of a name that denotes one alone, if it does: EST and the like denote several."""
    if not name or name[0] not in "+-":
        return UTC if name else None
    return timezone(timedelta(minutes=zone_minutes(name) or 0))


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    """The day of three numbers: the day first where dots part them, else the only order that makes a date."""
    orders = {(second, first)} if dotted else {(second, first), (first, second)}
    days = {day for month, number in orders if (day := day_of(str(year), str(month), str(number))) is not None}
    return days.pop() if len(days) == 1 else None


def _iso(text: str) -> date | None:
    """The date of the other forms of ISO 8601: 20221129, 2022-W48-2, fractions of seconds."""
    if not re.match(r"[12]\d{3}", text):
        return None
    try:
        return (
            date.fromisoformat(text) if re.fullmatch(r"\d{8}|\d{4}-?W\d\d-?\d", text) else datetime.fromisoformat(text)
        )
    except ValueError:
        return None
