"""Dates with a month: full ("2 April 2008", "2008-04-02", "4/2/08") and partial ("April 2", "April")."""

from __future__ import annotations

import re

from graphbuilder.intervals import Bound
from graphbuilder.times.absolute import parse_date
from graphbuilder.times.cells import Cell, containing, day_of, number_of
from graphbuilder.times.finding import rule
from graphbuilder.times.values import Clock, Fixed, Numeric, Partial, Several, ShortYear, Value, Within
from graphbuilder.times.words import (
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
    weekday_number,
)  # fmt: skip

_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY_WORD}),?{SP}(?:the{SP})?)?"
_THE = rf"(?:the{SP})?"
_MONTH = rf"(?P<month>{MONTH_WORD})"
_DAY = rf"(?P<day>{DAY_ORDINAL})"
#: After the month a word in capitals is no day: "by the end of May the Second Squadron".
_DAY_AFTER = rf"(?P<day>{DAY}|(?-i:{ORDINAL_WORD}))"
#: Without an era a number up to 31 is no year: "(June 15)", "Feb. 30".
_ANY_YEAR = (
    rf"(?P<year>{YEAR}(?:{SP}(?-i:BCE?|AD|CE)\b)?|[1-9][0-9]{{1,2}}{SP}(?-i:BCE?|AD|CE)\b"
    rf"|(?:[1-9][0-9]{{2}}|3[2-9]|[4-9][0-9])(?=\)|[,.;](?![0-9])|$)|['’‘][0-9]{{2}}(?![0-9]))"
)

#: What is traded for a month to come.
_TRADED = re.compile(r"\s(?:delivery|contracts?|futures)\b", re.IGNORECASE)
#: The clock time of a wire after its date: "03-06-98 0810EST".
_WIRED = re.compile(r"\s[0-2][0-9][0-5][0-9]\s?[A-Z]{3}\b")
#: Before a number that is no date.
_NUMBERED = re.compile(
    r"\b(?:no|nos|number|id|code|case|call|dial|phone|tel|serial|part|item|patent|order|ticket|version|release|build|section|chapter)\.?:?\s$",
    re.IGNORECASE,
)
#: Holes are counted as days are: "a bogey on the 17th".
_GOLF = re.compile(
    r"\b(?:holes?|holed|bogeys?|birdies?|birdied|bogeyed|eagled?|par|putts?|putted|tee|fairway|green|round)\b"
)
_HOLE = 100
#: What is numbered and written with a capital: "On the 17th Amendment".
_COUNTED_SO = (
    r"(?:Street|Avenue|Floor|Army|Division|Regiment|Infantry|Cavalry|Brigade|Battalion|Corps|Squadron|Fleet|Amendment|Congress"
    r"|District|Ward|Ring|Parallel|Dynasty|Century|Party|Precinct|Circuit|Earl|Duke|Baron|Anniversary|Day|Hole)\b"
)
#: Digits of a year that is written out.
_FULL = 4


def day_number(text: str) -> int:
    """The day of the month: "2", "2nd", "second"."""
    return int(number(text))


def year_number(text: str) -> int:
    """The astronomical year: "2008", "480 BC"."""
    digits, _, era = text.partition(" ") if " " in text else (text, "", "")
    return 1 - int(digits) if era.strip().startswith("B") else int(digits)


def dated(year: str | None, month: int, day: int, weekday: str | None = None) -> Value | None:
    """A day of a month, with its year if that is known (as text; two digits after an apostrophe)."""
    if year is None:
        possible = parse_date(2000, month, day)  # a leap year: has every day that there is
        return possible and Partial("day", month, day, weekday=None if weekday is None else weekday_number(weekday))
    if not year[0].isdigit():
        return Within(Partial("day", month, day), ShortYear(int(year[1:])))
    cell = parse_date(year_number(year), month, day)
    return cell and Fixed(cell)


@rule(
    r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ](?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    needs="year",
)
def iso(match: re.Match[str]) -> Value | None:
    """2022-11-29, 2022-11-29T09:52:00."""
    cell = parse_date(int(match["year"]), int(match["month"]), int(match["day"]))
    if cell is None or match["hour"] is None:
        return cell and Fixed(cell)
    second = int(match["second"]) if match["second"] else None
    return Within(Clock(int(match["hour"]), int(match["minute"]), second, zone=match["zone"] or ""), Fixed(cell))


@rule(
    r"(?<![-+.,/#$@0-9])(?P<year>[0-9]{4})-?(?-i:W)(?P<week>[0-5][0-9])(?:-?(?P<day>[1-7]))?(?![-/@0-9])", needs="digit"
)
def iso_week(match: re.Match[str]) -> Value | None:
    """2022-W48, 2022-W48-2."""
    week = containing("week", Bound(int(match["year"]), 1, 4)).step(int(match["week"]) - 1)
    if not 1 <= int(match["week"]) <= 53 or number_of(week.start) > number_of(Bound(int(match["year"]), 12, 28)):
        return None
    return Fixed(Cell("day", day_of(number_of(week.start) + int(match["day"]) - 1)) if match["day"] else week)


@rule(
    r"(?<![-+.,/#$@0-9])(?P<year>(?:1[0-9]|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![-/@0-9%]|[.,][0-9])",
    needs="year",
    score=0.7,
)
def iso_month(match: re.Match[str]) -> Value | None:
    """2022-11, where that can be no range of years (1909-12)."""
    year, month = int(match["year"]), int(match["month"])
    return Fixed(Cell("month", Bound(year, month))) if month <= year % 100 else None


@rule(
    r"(?<![-+.,/#$@0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![-/@0-9]|[.,][0-9])",
    needs="digit",
    score=0.7,
)
def compact(match: re.Match[str]) -> Value | None:
    """19980306, as file names and wires write it; no number of a thing."""
    if _NUMBERED.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    return dated(match["year"], int(match["month"]), int(match["day"]))


@rule(
    r"(?<![0-9][-./])(?P<year>[12][0-9]{3})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[0-9]{1,2})",
    needs="year",
)
def year_first(match: re.Match[str]) -> Value | None:
    """2022/11/29."""
    return dated(match["year"], int(match["month"]), int(match["day"]))


@rule(
    r"(?<![0-9][-./])(?P<first>[0-9]{1,2})(?P<mark>[-./])(?P<second>[0-9]{1,2})(?P=mark)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![-./][0-9])",
    needs="digit",
)
def numeric(match: re.Match[str]) -> Value | None:
    """4/2/2008, 29.11.22; which number is the month is settled when it is anchored."""
    if _NUMBERED.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    first, second, short = int(match["first"]), int(match["second"]), len(match["year"]) == 2
    scored = short and match["mark"] == "-" and not _WIRED.match(match.string, match.end())
    plausible = 1 <= min(first, second) <= 12 and max(first, second) <= 31 and not scored
    return Numeric(first, second, int(match["year"]), short) if plausible else None


@rule(rf"{_WEEKDAY}{_MONTH}{SP}{_THE}{_DAY_AFTER}(?:,{SP}|,|{SP}){_ANY_YEAR}", needs="month+digit")
def month_day_year(match: re.Match[str]) -> Value | None:
    """November 29, 2022."""
    return dated(match["year"], month_number(match["month"]), day_number(match["day"]))


@rule(
    rf"{_WEEKDAY}{_THE}(?<![0-9][,.:]){_DAY}(?:{SP}of)?(?:{SP}|[-/]){_MONTH}(?:,?{SP}(?:of{SP})?|[-/]){_ANY_YEAR}",
    needs="month+digit",
)
def day_month_year(match: re.Match[str]) -> Value | None:
    """29 November 2022, the 29th of November, 2022, 29-Nov-2022; not "(March) 19-April 30"."""
    if len(match["year"]) < _FULL and match.string[match.end("day")] == "-":
        return None
    return dated(match["year"], month_number(match["month"]), day_number(match["day"]))


@rule(
    rf"{_WEEKDAY}{_MONTH}{SP}{_THE}{_DAY_AFTER}(?![,.]?[0-9]|%|{SP}(?:percent|per{SP}cent|million|billion))",
    needs="month",
)
def month_day(match: re.Match[str]) -> Value | None:
    """Nov. 29, Tuesday, November 29th, May the fourth."""
    return dated(None, month_number(match["month"]), day_number(match["day"]), match["weekday"])


@rule(rf"{_WEEKDAY}{_THE}(?<![0-9][,.:]){_DAY}(?:{SP}of)?(?:{SP}|-){_MONTH}", needs="month")
def day_month(match: re.Match[str]) -> Value | None:
    """29 November, the 29th of November."""
    return dated(None, month_number(match["month"]), day_number(match["day"]), match["weekday"])


@rule(rf"{_MONTH}(?:(?:,|{SP}of)?{SP}|-)(?:the{SP}year{SP})?{_ANY_YEAR}", needs="month+digit")
def month_year(match: re.Match[str]) -> Value | None:
    """April 2008, April of 2008, April '08."""
    month, year = month_number(match["month"]), match["year"]
    if not year[0].isdigit():
        return Within(Partial("month", month), ShortYear(int(year[1:])))
    if year.isdigit() and len(year) < _FULL:
        return None  # an age, a count or a day: "Theresa May, 58"
    return Fixed(Cell("month", Bound(year_number(year), month)))


@rule(rf"(?:the{SP}month{SP}of{SP})?{_MONTH}", needs="month", score=0.85)
def month(match: re.Match[str]) -> Value:
    """April, the month of April; in "April delivery" the next one."""
    step = 1 if _TRADED.match(match.string, match.end()) else None
    return Partial("month", month_number(match["month"]), step=step)


_TO = rf"(?:{SP}?{DASH}{SP}?|{SP}(?:to|through|until|till|and|or){SP}|,?{SP}and{SP}|,{SP}|{SP}?/{SP}?|{SP}?&{SP}?)"
_LISTS = ("and", "or", ",", "/", "&")


def _days(match: re.Match[str]) -> Value | None:
    """Two or three days of one month; each part's span reaches over the words that are its own."""
    month = month_number(match["month"])
    year = match["year"]
    days = [name for name in ("day", "day2", "day3") if match[name]]
    values = [dated(year, month, day_number(match[name])) for name in days]
    starts = [match.start(name) for name in days]
    ends = [match.end(name) for name in days]
    if match.start("month") < starts[0]:
        starts[0] = match.start()
        ends[-1] = match.end()
    else:
        starts[0] = match.start()
        ends[-1] = match.end()
    parts = tuple((start, end, value) for start, end, value in zip(starts, ends, values, strict=True) if value)
    numbers = [day_number(match[name]) for name in days]
    if len(parts) < len(days) or numbers != sorted(set(numbers)):
        return None
    listed = len(days) > 2 or any(mark in match["to"] for mark in _LISTS)
    return Several(parts, "list" if listed else "range")


@rule(
    rf"{_WEEKDAY}{_MONTH}{SP}{_DAY}(?:,{SP}(?P<day2>{DAY_ORDINAL}))?(?P<to>{_TO}"
    rf")(?P<day3>{DAY_ORDINAL})(?!{SP}{MONTH_WORD})"
    rf"(?:,?{SP}{_ANY_YEAR})?",
    needs="month+digit",
)
def month_days(match: re.Match[str]) -> Value | None:
    """Nov. 29-30, April 2-4, 2008, May 8 and 9."""
    return _days(match)


@rule(
    rf"{_WEEKDAY}{_THE}{_DAY}(?:,{SP}(?P<day2>{DAY_ORDINAL}))?(?P<to>{_TO}){_THE}"
    rf"(?P<day3>{DAY_ORDINAL})(?:{SP}of)?{SP}{_MONTH}"
    rf"(?:,?{SP}{_ANY_YEAR})?",
    needs="month",
)
def days_month(match: re.Match[str]) -> Value | None:
    """29-30 November, 8 and 9 May 1945."""
    return _days(match)


@rule(
    rf"(?:(?<=on )|(?<=night of )|(?<=morning of )|(?<=evening of )|(?<=afternoon of )){_WEEKDAY}the{SP}"
    rf"(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?={SP}of{SP}"
    rf"(?:the|this|that|each){SP}month|[,.;)]|{SP}(?:and|was|were|is|will|would|after|before|when"
    rf"|at|to|the|he|she|it|they|we|his|her|their|an?|all|both)\b)",
    needs="digit",
    score=0.7,
)
def day_of_month(match: re.Match[str]) -> Value | None:
    """(on) the 29th; no hole of a golf course."""
    day = day_number(match["day"])
    if not 1 <= day <= 31 or _GOLF.search(match.string, max(0, match.start() - _HOLE), match.end() + _HOLE):
        return None
    return Partial("day", None, day)


@rule(
    rf"(?P<weekday>{WEEKDAY_WORD}),?{SP}the{SP}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))(?!{SP}of\b)", needs="weekday+digit"
)
def weekday_of_month(match: re.Match[str]) -> Value | None:
    """Friday the 13th: the nearest that is one."""
    day = day_number(match["day"])
    return Partial("day", None, day, weekday=weekday_number(match["weekday"])) if 1 <= day <= 31 else None


@rule(
    rf"(?<=(?-i:On) )the{SP}(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))(?!{SP}{_COUNTED_SO})"
    rf"(?={SP}(?-i:[A-Z][a-z]+){SP}[a-z])",
    needs="digit",
    score=0.7,
)
def opening_day(match: re.Match[str]) -> Value | None:
    """(On) the 26th (Foch was given command)."""
    return day_of_month.read(match)


RULES = (
    iso, compact, year_first, numeric, month_day_year, day_month_year, month_day, day_month, month_year, month,
    month_days, days_month, day_of_month, weekday_of_month, opening_day, iso_week, iso_month,
)  # fmt: skip
