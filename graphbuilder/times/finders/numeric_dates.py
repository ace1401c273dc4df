"""Which figures are a date: "2022-11-29", "4/2/08", "11/2016"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.absolute import parse_date
from graphbuilder.times.calendar.values import Clock, Fixed, Numeric, Value, Within
from graphbuilder.times.finding import rule

#: The clock time of a wire after its date: "03-06-98 0810EST".
_WIRED = re.compile(r"\s[0-2][0-9][0-5][0-9]\s?[A-Z]{3}\b")
#: Before a number that is no date.
_NUMBERED = re.compile(
    r"\b(?:no|nos|number|id|code|case|call|dial|phone|tel|serial|part|item|patent|order|ticket|version|release|build|section|chapter)\.?:?\s$",
    re.IGNORECASE,
)


@rule(
    r"(?<![0-9][-./])(?P<year>[0-9]{4})(?P<mark>[-./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9])"
    r"(?:[T ](?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    needs="year",
)
def iso(match: re.Match[str]) -> Value | None:
    """A date that begins with its year, or a moment as ISO 8601 writes it: 2022-11-29, 2022/11/29T09:52:00."""
    cell = parse_date(int(match["year"]), int(match["month"]), int(match["day"]))
    if cell is None or match["hour"] is None:
        return cell and Fixed(cell)
    second = int(match["second"]) if match["second"] else None
    return Within(Clock(int(match["hour"]), int(match["minute"]), second, zone=match["zone"] or ""), Fixed(cell))


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
    return Numeric(first, second, int(match["year"]), short, dotted=match["mark"] == ".") if plausible else None
