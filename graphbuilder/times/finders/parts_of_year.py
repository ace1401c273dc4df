"""Which words are a season, quarter, half or fiscal year."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import PUBLICATION, FiscalYear, Partial, ShortYear, Step, Value, Within
from graphbuilder.times.calendar.words import DASH, MONTH_WORD, ORDINAL_WORD, SEASON_WORD, SEASONS, SP, YEAR, number
from graphbuilder.times.finders.weekdays import POINTER, pointed
from graphbuilder.times.finders.years import year_cell
from graphbuilder.times.finding import rule

_THE = rf"(?:the{SP})?"
_NUMBERS = {"final": 4, "latter": 2}
_QUARTER = (
    r"(?P<number>first|second|third|fourth|final|latter(?=[-\s]half)|1st|2nd|3rd|4th)[-\s](?:fiscal[-\s])?(?P<unit>quarter|half)(?!-)"
    # of a match or a book
    rf"(?!{SP}of{SP}(?:the|an?|his|her|their|our|my){SP}(?!(?:years?|months?|fiscal|financial|business|calendar|trading|reporting|decade"
    rf"|century|last|past|next|coming|same|previous|following|current|{ORDINAL_WORD}|{SEASON_WORD}|{MONTH_WORD})\b|[0-9'’])[a-z])"
)


#: What says that the season is one of the southern hemisphere.
_SOUTH = rf"(?:(?P<south>austral|southern[-\s]hemisphere){SP})?"


@rule(rf"{_THE}{_SOUTH}(?P<season>{SEASON_WORD})(?:,?{SP}(?:of{SP})?)(?P<year>{YEAR}|['’][0-9]{{2}})", needs="season")
def season_year(match: re.Match[str]) -> Value | None:
    """A season of a year: spring 2008, the winter of 1862."""
    season_ = Partial("season", SEASONS[match["season"].lower()], south=bool(match["south"]))
    year = match["year"]
    whole = year_cell(int(year)) if year[0].isdigit() else ShortYear(int(year[1:]))
    return whole and Within(season_, whole)


_SEASON_BEFORE = re.compile(r"\b(?:the|in|early|mid|late|that|of|by|during)[\s-]$")
#: Another season behind one: "spring and summer", "fall or winter".
_SEASON_NEXT = re.compile(
    r"\s(?:and|or|to|through|into)\s(?:early\s|late\s)?(?:summer|autumn|winter|spring)\b", re.IGNORECASE
)


@rule(
    rf"(?:(?:the|a)(?:{SP}(?:early|mid|late))?{SP})?{_SOUTH}(?P<season>{SEASON_WORD})(?!-(?!long\b|{SEASON_WORD})[a-z])",
    needs="season",
    score=0.75,
)
def season(match: re.Match[str]) -> Value | None:
    """A season: the summer; "fall" and "spring", which are verbs and things too, need a word in front."""
    before = match.string[max(0, match.start() - 12) : match.start("season")].lower()
    word = match["season"].lower()
    if (
        word in ("fall", "spring")
        and not _SEASON_BEFORE.search(before)
        and not _SEASON_NEXT.match(match.string, match.end())
    ):
        return None
    if word == "fall" and re.search(r"\bthe\s$", before) and re.match(r"\s(?:of|in)\b", match.string[match.end() :]):
        return None
    some = match[0][:2].lower() == "a "  # "had never spent a winter there"
    return Partial("season", SEASONS[word], anchor="" if some else PUBLICATION, south=bool(match["south"]))


@rule(rf"(?P<the>the{SP})?{POINTER}{SP}{_SOUTH}(?P<season>{SEASON_WORD})", needs="season")
def pointed_season(match: re.Match[str]) -> Value:
    """A season that a word points to: last summer."""
    step, anchor = pointed(match)
    return Partial("season", SEASONS[match["season"].lower()], step=step, anchor=anchor, south=bool(match["south"]))


@rule(rf"{_THE}(?:(?:fiscal|business){SP})?{_QUARTER}", needs="unit", score=0.85)
def quarter(match: re.Match[str]) -> Value:
    """A quarter or half of a year: the third quarter, the first half."""
    return Partial(match["unit"].lower(), _NUMBERS.get(match["number"].lower()) or int(number(match["number"])))


@rule(
    rf"(?:Q(?P<q>[1-4])|(?P<q4>[1-4])Q|(?P<h>[12])H|H(?P<h2>[12]))(?:{SP}(?:of{SP})?|['’]?)(?P<fiscal>FY{SP}?)?(?P<year>{YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<fiscal2>(?-i:FY){SP}?)?(?P<year2>{YEAR}){SP}?Q(?P<q2>[1-4])|(?-i:Q(?P<q3>[1-4])|(?P<q5>[1-4])Q)",
    needs="era",
)
def quarter_code(match: re.Match[str]) -> Value | None:
    """A quarter or half in figures: Q3 2021, 2021Q3, 1H 2021, 4Q21, Q1 FY2023, Q3."""
    half = match["h"] or match["h2"]
    nth = next(int(match[name]) for name in ("q", "q2", "q3", "q4", "q5", "h", "h2") if match[name])
    part = Partial("half" if half else "quarter", nth)
    year = match["year"] or match["year2"]
    if year is None:
        return part
    if match["fiscal"] or match["fiscal2"]:
        return Within(part, FiscalYear(int(year)))
    whole = year_cell(int(year)) if len(year) == 4 else ShortYear(int(year))
    return whole and Within(part, whole)


@rule(
    rf"(?:(?-i:FY)|{_THE}(?:fiscal|financial)(?:[-\s]year)?){SP}?['’]?(?P<year>{YEAR}|[0-9]{{2}}(?![0-9]))(?:{DASH}(?P<last>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])"
    rf"|{_THE}(?P<year2>{YEAR}){SP}(?:fiscal|financial){SP}year",
    needs="era",
)
def fiscal_year(match: re.Match[str]) -> Value | None:
    """A fiscal year: FY2023, fiscal 2023, the 2023 fiscal year; FY2022-23 ends in 2023."""
    year = match["year"] or match["year2"]
    return FiscalYear(int(year) + 1 if match["last"] else int(year))


@rule(
    rf"(?:(?P<the>the{SP})|{POINTER}{SP})?(?P<unit>(?:fiscal|financial){SP}year|year(?:[-\s]|['’]s{SP})end|month(?:[-\s]|['’]s{SP})end)",
    needs="era end",
    score=0.8,
)
def fiscal_step(match: re.Match[str]) -> Value | None:
    """A fiscal year that a word points to, or the end of a year or month: this fiscal year, year-end."""
    unit = match["unit"].lower()
    count = pointed(match)[0] if match["pointer"] else 0
    if unit.startswith("year"):
        return Within(Partial("day", 12, 31), Step("year", count))
    return Step("month" if unit.startswith("month") else "year", count)
