"""Which words are a date with a month: full ("2 April 2008") and underspecified ("April 2", "April")."""

from __future__ import annotations

import re

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.calendar.values import Fixed, Partial, Several, ShortYear, Value, Within
from graphbuilder.times.calendar.words import (
    DASH,
    DAY,
    DAY_ORDINAL,
    MONTH_WORD,
    ORDINAL_WORD,
    SP,
    WEEKDAY_WORD,
    YEAR,
    month_number,
    number,
)
from graphbuilder.times.calendar.zones import ZONE
from graphbuilder.times.finding import rule

#: A comma; in a text whose words stand apart a blank is before it: "November 29 , 2022".
_COMMA = rf"{SP}?,"
_WEEKDAY = rf"(?:{WEEKDAY_WORD}(?:{_COMMA})?{SP}(?:the{SP})?)?"
_THE = rf"(?:the{SP})?"
_MONTH = rf"(?P<month>{MONTH_WORD})"
#: A month in three or four capitals, which alone is none ("the DEC"), but behind one of these.
_CAPITALS = re.compile(r"[A-Z]{3,4}\.?")
_IN_MONTH = re.compile(
    r"\b(?:by|during|early|from|in|last|late|next|of|since|this|through|till|to|until) $", re.IGNORECASE
)
_DAY = rf"(?P<day>{DAY_ORDINAL})"
#: After the month a word in capitals is no day: "by the end of May the Second Squadron".
_DAY_AFTER = rf"(?P<day>{DAY}|(?-i:{ORDINAL_WORD}))"
#: Without an era a number up to 31 is no year: "(June 15)", "Feb. 30"; before a zone it is an hour: "3 May, 1300 GMT".
_ANY_YEAR = (
    rf"(?P<year>{YEAR}(?!{SP}{ZONE})(?:{SP}(?-i:BCE?|AD|CE)\b)?|[1-9][0-9]{{1,2}}{SP}(?-i:BCE?|AD|CE)\b"
    rf"|(?:[1-9][0-9]{{2}}|3[2-9]|[4-9][0-9])(?=\)|[,.;](?![0-9])|$)|['’‘][0-9]{{2}}(?![0-9]))"
)

#: Before the day of a month that is told already.
_OF_MONTH = re.compile(rf"{MONTH_WORD}{SP}$")
#: Before a month that a number follows which is no day of it: "in January 15 people died".
_PLAIN_IN = re.compile(r"\bin\s$", re.IGNORECASE)
#: A number of things, and no day: "9 people", "14 old anomalies", "12 of them".
_COUNTS = re.compile(
    r"[0-9]{1,2}\s(?:of\s(?:the|them|his|her|its|their)\b|(?:[a-z]{3,14}\s)?(?:people|men|women|children"
    r"|(?!(?:across|as|does|has|his|its|plus|this|thus|towards|us|was)\b)[a-z]{3,}(?<!s)s)\b)"
)
#: What is traded for a month to come.
_TRADED = re.compile(r"\s(?:delivery|contracts?|futures)\b", re.IGNORECASE)

#: Digits of a year that is written out.
_FULL = 4


def day_number(text: str) -> int:
    """The day of the month: "2", "2nd", "second"."""
    return int(number(text))


def year_number(text: str) -> int:
    """The astronomical year: "2008", "480 BC"."""
    digits, _, era = text.partition(" ") if " " in text else (text, "", "")
    return 1 - int(digits) if era.strip().startswith("B") else int(digits)


def dated(year: str | None, month: int, day: int) -> Value | None:
    """A day of a month, with its year if that is known (as text; two digits after an apostrophe)."""
    if year is None:
        return Partial("day", month, day) if parse_date(2000, month, day) else None  # a leap year: has all days
    if not year[0].isdigit():
        return Within(Partial("day", month, day), ShortYear(int(year[1:])))
    cell = parse_date(year_number(year), month, day)
    return cell and Fixed(cell)


@rule(rf"{_WEEKDAY}{_MONTH}{SP}{_THE}{_DAY_AFTER}(?:{_COMMA}{SP}?|{SP}){_ANY_YEAR}", needs="month+digit")
def month_day_year(match: re.Match[str]) -> Value | None:
    """A full date, the month first: November 29, 2022."""
    return dated(match["year"], month_number(match["month"]), day_number(match["day"]))


@rule(
    rf"{_WEEKDAY}{_THE}(?<![0-9][,.:]){_DAY}(?:{SP}of)?(?:{SP}|[-/]){_MONTH}"
    rf"(?:(?:{_COMMA})?{SP}(?:of{SP})?|[-/]){_ANY_YEAR}",
    needs="month+digit",
)
def day_month_year(match: re.Match[str]) -> Value | None:
    """A full date, the day first: 29 November 2022, the 29th of November, 2022, 29-Nov-2022.

    No: "(March) 19-April 30".
    """
    if len(match["year"]) < _FULL and match.string[match.end("day")] == "-":
        return None
    return dated(match["year"], month_number(match["month"]), day_number(match["day"]))


@rule(
    rf"{_WEEKDAY}{_MONTH}{SP}{_THE}{_DAY_AFTER}(?![,.]?[0-9]|%|{SP}(?:percent|per{SP}cent|million|billion))",
    needs="month",
)
def month_day(match: re.Match[str]) -> Value | None:
    """A day of a month, the month first: Nov. 29, Tuesday, November 29th, May the fourth; no "in May 29 people"."""
    text = match.string
    if _PLAIN_IN.search(text, max(0, match.start() - 4), match.start()) and _COUNTS.match(text, match.start("day")):
        return None
    return dated(None, month_number(match["month"]), day_number(match["day"]))


@rule(rf"{_WEEKDAY}{_THE}(?<![0-9][,.:]){_DAY}(?:{SP}of)?(?:{SP}|-){_MONTH}", needs="month")
def day_month(match: re.Match[str]) -> Value | None:
    """A day of a month, the day first: 29 November, the 29th of November; no "(May) 30-June (2)"."""
    text, day_end = match.string, match.end("day")
    if text[day_end] == "-" and _OF_MONTH.search(text, max(0, match.start() - 12), match.start()):
        return None
    return dated(None, month_number(match["month"]), day_number(match["day"]))


@rule(rf"{_MONTH}(?:(?:{_COMMA}|{SP}of)?{SP}|-)(?:the{SP}year{SP})?{_ANY_YEAR}", needs="month+digit")
def month_year(match: re.Match[str]) -> Value | None:
    """A month of a year: April 2008, April of 2008, April '08."""
    month, year = month_number(match["month"]), match["year"]
    if not year[0].isdigit():
        return Within(Partial("month", month), ShortYear(int(year[1:])))
    if year.isdigit() and len(year) < _FULL:
        return None  # an age, a count or a day: "Theresa May, 58"
    return Fixed(Cell("month", Bound(year_number(year), month)))


@rule(rf"(?:the{SP}month{SP}of{SP})?{_MONTH}", needs="month", score=0.85)
def month(match: re.Match[str]) -> Value | None:
    """A month: April, the month of April; in "April delivery" the next one. "DEC" alone is something else."""
    if _CAPITALS.fullmatch(match["month"]) and not _IN_MONTH.search(match.string[: match.start()]):
        return None
    step = 1 if _TRADED.match(match.string, match.end()) else None
    return Partial("month", month_number(match["month"]), step=step)


_TO = rf"(?:{SP}?{DASH}{SP}?|{SP}(?:to|through|until|till|and|or){SP}|,?{SP}and{SP}|,{SP}|{SP}?/{SP}?|{SP}?&{SP}?)"


def _days(match: re.Match[str]) -> Value | None:
    """Two or three days of one month; each part's span covers the words that are its own."""
    days = [name for name in ("day", "day2", "day3") if match[name]]
    numbers = [day_number(match[name]) for name in days]
    values = [dated(match["year"], month_number(match["month"]), number_) for number_ in numbers]
    starts = [match.start(name) for name in days]
    ends = [match.end(name) for name in days]
    starts[0], ends[-1] = match.start(), match.end()
    parts = tuple((start, end, value) for start, end, value in zip(starts, ends, values, strict=True) if value)
    if len(parts) < len(days) or numbers != sorted(set(numbers)):
        return None
    return Several(parts)


@rule(
    rf"{_WEEKDAY}{_MONTH}{SP}{_DAY}(?:,{SP}(?P<day2>{DAY_ORDINAL}))?(?P<to>{_TO}"
    rf")(?P<day3>{DAY_ORDINAL})(?!{SP}{MONTH_WORD}|[,.][0-9])"
    rf"(?:,?{SP}{_ANY_YEAR})?",
    needs="month+digit",
)
def month_days(match: re.Match[str]) -> Value | None:
    """Days of one month, the month first: Nov. 29-30, April 2-4, 2008, May 8 and 9.

    No: "on May 8, and 9 people", "on May 8, 9 people", "on May 8, 10,000 people".
    """
    text, the = match.string, match.string[max(match.start() - len("the "), 0) : match.start()].lower() == "the "
    counts = re.search("and|,", match["to"]) and not the and _COUNTS.match(text, match.end("to"))
    return None if counts else _days(match)


@rule(
    rf"{_WEEKDAY}{_THE}{_DAY}(?:,{SP}(?P<day2>{DAY_ORDINAL}))?{_TO}{_THE}"
    rf"(?P<day3>{DAY_ORDINAL})(?:{SP}of)?{SP}{_MONTH}"
    rf"(?:,?{SP}{_ANY_YEAR})?",
    needs="month",
)
def days_month(match: re.Match[str]) -> Value | None:
    """Days of one month, the days first: 29-30 November, 8 and 9 May 1945."""
    return _days(match)
