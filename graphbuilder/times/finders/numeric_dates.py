"""Dates in figures: "2022-11-29", "4/2/08", "20221129", "2022-W48", "11/2016"."""

from __future__ import annotations

import re

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.cells import Cell, containing, day_of, number_of
from graphbuilder.times.calendar.values import Clock, Fixed, Numeric, Value, Within
from graphbuilder.times.finders.dates import dated
from graphbuilder.times.finding import rule

#: The clock time of a wire after its date: "03-06-98 0810EST".
_WIRED = re.compile(r"\s[0-2][0-9][0-5][0-9]\s?[A-Z]{3}\b")
#: Before a number that is no date.
_NUMBERED = re.compile(
    r"\b(?:no|nos|number|id|code|case|call|dial|phone|tel|serial|part|item|patent|order|ticket|version|release|build|section|chapter)\.?:?\s$",
    re.IGNORECASE,
)


@rule(
    r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ](?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    needs="year",
)
def iso(match: re.Match[str]) -> Value | None:
    """A date or moment as ISO 8601 writes it: 2022-11-29, 2022-11-29T09:52:00."""
    cell = parse_date(int(match["year"]), int(match["month"]), int(match["day"]))
    if cell is None or match["hour"] is None:
        return cell and Fixed(cell)
    second = int(match["second"]) if match["second"] else None
    return Within(Clock(int(match["hour"]), int(match["minute"]), second, zone=match["zone"] or ""), Fixed(cell))


@rule(
    r"(?<![-+.,/#$@0-9])(?P<year>[0-9]{4})-?(?-i:W)(?P<week>[0-5][0-9])(?:-?(?P<day>[1-7]))?(?![-/@0-9])", needs="digit"
)
def iso_week(match: re.Match[str]) -> Value | None:
    """A week, or a day of it, as ISO 8601 writes it: 2022-W48, 2022-W48-2."""
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
    """A month as ISO 8601 writes it, where that can be no range of years (1909-12): 2022-11."""
    year, month = int(match["year"]), int(match["month"])
    return Fixed(Cell("month", Bound(year, month))) if month <= year % 100 else None


@rule(
    r"(?<![-+.,/#$@0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![-/@0-9]|[.,][0-9])",
    needs="digit",
    score=0.7,
)
def compact(match: re.Match[str]) -> Value | None:
    """A date of eight digits, as file names and wires write it: 19980306.

    No: "order 19980306", the number of a thing.
    """
    if _NUMBERED.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    return dated(match["year"], int(match["month"]), int(match["day"]))


@rule(
    r"(?<![0-9][-./])(?P<year>[12][0-9]{3})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[0-9]{1,2})",
    needs="year",
)
def year_first(match: re.Match[str]) -> Value | None:
    """A date that begins with its year: 2022/11/29."""
    return dated(match["year"], int(match["month"]), int(match["day"]))


@rule(
    r"(?<![-./,$£€0-9])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)[0-9]{2})(?![-/0-9]|[.,][0-9])",
    needs="year",
    score=0.8,
)
def month_of_year(match: re.Match[str]) -> Value:
    """A month and its year: 11/2016."""
    return Fixed(Cell("month", Bound(int(match["year"]), int(match["month"]))))


@rule(
    r"(?<![0-9][-./])(?P<first>[0-9]{1,2})(?P<mark>[-./])(?P<second>[0-9]{1,2})(?P=mark)"
    r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![-./][0-9])",
    needs="digit",
)
def numeric(match: re.Match[str]) -> Value | None:
    """A date whose anchor settles which number is the month: 4/2/2008, 29.11.22."""
    if _NUMBERED.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    first, second, short = int(match["first"]), int(match["second"]), len(match["year"]) == 2
    scored = short and match["mark"] == "-" and not _WIRED.match(match.string, match.end())
    plausible = 1 <= min(first, second) <= 12 and max(first, second) <= 31 and not scored
    return Numeric(first, second, int(match["year"]), short) if plausible else None


RULES = (iso, compact, year_first, numeric, month_of_year, iso_week, iso_month)
