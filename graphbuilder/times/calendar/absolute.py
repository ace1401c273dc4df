"""The one place that calls dateparser, with one clean, fully specified date at a time.

dateparser is a parser of date strings, not a finder of dates in text: given running text, or a string that is not
plainly a date, it answers confidently and wrongly. So the rules hand over a string that they rebuilt from the parts
they matched, with its format; the answer is the same whatever the clock, the locale or the document, and cached.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_FORMAT = "%Y-%m-%d"
_SETTINGS: dict[str, Any] = {
    # never the real clock: nothing that is handed over is relative, and this makes sure of it
    "RELATIVE_BASE": datetime(2000, 1, 1),
    "PREFER_DAY_OF_MONTH": "first",
    "PREFER_MONTH_OF_YEAR": "first",
    "STRICT_PARSING": True,
}


@lru_cache(maxsize=65536)
def parse_date(year: int, month: int, day: int) -> Cell | None:
    """The day, or None where the calendar has none such (30 February).

    >>> parse_date(2008, 4, 2).timex, parse_date(2008, 2, 30)
    ('2008-04-02', None)
    """
    if not 1 <= year <= 9999:
        return _beyond_datetime(year, month, day)
    answer = _parser().get_date_data(f"{year:04}-{month:02}-{day:02}", [_FORMAT]).date_obj
    if answer is None or (answer.year, answer.month, answer.day) != (year, month, day):
        return None
    return Cell("day", Bound(year, month, day))


def _beyond_datetime(year: int, month: int, day: int) -> Cell | None:
    """The day outside the years 1 to 9999, where datetime, and so dateparser, ends."""
    if not 1 <= month <= 12 or not 1 <= day <= 28:
        return None
    return Cell("day", Bound(year, month, day))


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # heavy: a quarter of a second

    return DateDataParser(languages=["en"], settings=_SETTINGS)
