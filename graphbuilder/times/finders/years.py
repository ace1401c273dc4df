"""Which figures and words are years, decades, centuries: "2008", "'08", "the early 1990s", "490 BC"."""

from __future__ import annotations

import re

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.calendar.values import AncientYear, Fixed, Several, ShortYear, Value
from graphbuilder.times.calendar.words import DASH, ORDINAL_WORD, SP, YEAR, number
from graphbuilder.times.finding import rule

_THE = rf"(?:the{SP})?"
ERA = r"(?P<era>(?-i:B\.C\.(?:E\.)?|BCE?|C\.E\.|CE|A\.D\.|AD))"
#: What may precede and follow a bare year: no other number, sign or currency.
_BEFORE = (
    r"(?:(?<![-\u2010-\u2015.,:/$€£¥#%+&@'’*=])|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-)"
    r"|(?<=\bpre-)|(?<=\bpost-)|(?<=[a-z][.,:;])|(?<=[^0-9][\u2013\u2014]))"
)
_AFTER = r"(?!\syears?[\s-]old\b)(?![-\u2010-\u2015.,:/][0-9]|:\S|%|[-\u2010](?:[a-z]{2,}))"

#: Things that the number may count: "in 348 cases".
_PLURAL = rf"{SP}(?!(?:was|is|has|his|as|this|its|thus)\b)(?-i:[a-z]{{2,20}})s\b"
_OWNED = re.compile(r"\s[A-Za-z]")
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0,
}  # fmt: skip


def year_cell(number_: int, era: str = "") -> Fixed | None:
    """A year, of an era if one is named; there is no year 0 before Christ."""
    before = era.upper().startswith("B")
    if number_ < 1 or (before and number_ > 99999):
        return None
    return Fixed(Cell("year", Bound(1 - number_ if before else number_)))


@rule(rf"{_BEFORE}(?:the{SP}year{SP}(?:of{SP})?)?(?P<year>{YEAR}){_AFTER}", needs="year", score=0.9)
def year(match: re.Match[str]) -> Value | None:
    """A year of four digits: 2008, the year 2008."""
    return year_cell(int(match["year"]))


@rule(
    rf"(?<![0-9,.])(?P<year>[0-9]{{1,3}}(?:,[0-9]{{3}})|[0-9]{{1,6}}){SP}{ERA}|(?-i:A\.?D\.?){SP}"
    rf"?(?P<anno>[0-9]{{1,4}})",
    needs="era",
)
def era_year(match: re.Match[str]) -> Value | None:
    """A year with its era: 490 BC, 44 BCE, AD 79, 79 CE."""
    if match["anno"]:
        return year_cell(int(match["anno"]))
    return year_cell(int(match["year"].replace(",", "")), match["era"])


@rule(
    rf"(?<![0-9,.])(?P<first>[0-9]{{1,4}}){SP}?(?:{DASH}|to|and|or|/){SP}?(?P<last>[0-9]{{1,4}}){SP}{ERA}", needs="era"
)
def era_years(match: re.Match[str]) -> Value | None:
    """A range of years with their era: 480-479 BC."""
    first, last = (year_cell(int(match[name]), match["era"]) for name in ("first", "last"))
    if first is None or last is None or first.cell.start.year > last.cell.start.year:
        return None
    return Several(((match.start(), match.end("first"), first), (match.start("last"), match.end(), last)))


@rule(
    rf"(?<![-0-9./,$€£])(?P<first>{YEAR}){SP}?(?:{DASH}|/){SP}?(?P<last>[0-9]{{2}}|{YEAR})(?![-0-9/%]|[.,][0-9])",
    needs="year",
)
def years(match: re.Match[str]) -> Value | None:
    """A range of years: 1941-45, 2009-2010, 2022/23."""
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if len(last) == 2 and end < first and int(last) == 0:
        end += 100
    if "/" in match[0] and end != first + 1:
        return None  # "Directive 2002/58"
    return _range(match, first, end)


@rule(
    rf"(?:(?<=\bin )|(?<=\bby )|(?<=\bof ))(?P<year>[1-9][0-9]{{2}})(?![0-9%]|[.,][0-9]|{SP}?[0-9%]|{_PLURAL})"
    r"|(?:(?<=\bc\.)|(?<=\bc\. )|(?<=\bca\. )|(?<=\bcirca )|(?<=\baround )|(?<=\babout )|(?<=\buntil )|(?<=\bsince )"
    r"|(?<=\bfrom ))"
    rf"(?P<year2>[1-9][0-9]{{2}})"
    rf"(?=[,.;)](?![0-9])|{SP}?{DASH}|{SP}(?:to|until|and){SP}[0-9]|{SP}and{SP}[a-z]{{3,12}}ed\b)",
    needs="triple",
    score=0.6,
)
def ancient_year(match: re.Match[str]) -> Value:
    """Three digits that are a year if the text names such otherwise too: (in) 348, c. 314."""
    return AncientYear(int(match["year"] or match["year2"]))


@rule(
    rf"(?:(?:c\.|ca\.|circa|around|about|from|between){SP}?|(?<=\())(?P<first>[1-9][0-9]{{2}}"
    rf"){SP}?(?:{DASH}|to|and){SP}?(?P<last>[1-9][0-9]{{2}})(?=[,.;)](?![0-9])|$)",
    needs="triple",
    score=0.6,
)
def ancient_years(match: re.Match[str]) -> Value | None:
    """A range of years of three digits: c. 314–368."""
    first, last = AncientYear(int(match["first"])), AncientYear(int(match["last"]))
    return Several(((match.start(), match.end("first"), first), (match.start("last"), match.end(), last)))


def _range(match: re.Match[str], first: int, last: int) -> Value | None:
    """The range from one year to a later one, of at most 300 years."""
    start, end = year_cell(first), year_cell(last)
    if start is None or end is None or not 0 < last - first <= 300:
        return None
    return Several(((match.start(), match.end("first"), start), (match.start("last"), match.end(), end)))


@rule(
    r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\bby )|(?<=\buntil )|(?<=\bfrom )|(?<=\bto )"
    r"|(?<=\bback in )|(?<=\bsummer )|(?<=\band ))['’‘](?P<year>[0-9]{2})(?![0-9]|['’]?s\b)",
    needs="pair",
    score=0.8,
)
def short_year(match: re.Match[str]) -> Value:
    """Two digits of a year: (in) '08; not behind a name, where they number a version ("Suite '11")."""
    return ShortYear(int(match["year"]))


@rule(
    rf"{_THE}(?P<before>[1-9][0-9]{{1,2}}0|[1-9]0)s{SP}{ERA}|{_THE}(?<![0-9.,$])(?P<year>1[0-9]{{2}}0|20[0-9]0)(?P<owner>['’])?s",
    needs="year+s s+era",
)
def decade(match: re.Match[str]) -> Value | None:
    """A decade in figures: the 1990s, the 470s BC."""
    if match["before"]:
        first = int(match["before"])
        return Fixed(Cell("decade", Bound(-8 - first if match["era"].upper().startswith("B") else first)))
    if match["owner"] and not match[0].lower().startswith("the") and _OWNED.match(match.string, match.end()):
        return year_cell(int(match["year"]))  # "2030's goals"
    return _span_of_years(int(match["year"]))


def _span_of_years(year_: int) -> Fixed:
    """The cell of a decade in figures: the 1900s are a century, the 1910s a decade."""
    unit = "century" if year_ % 100 == 0 and year_ < 2000 else "decade"
    return Fixed(Cell(unit, Bound(year_)))


@rule(
    rf"(?:(?P<the>the{SP}(?:early|mid|late)?[- ]?)|(?P<mod>(?:early|mid|late)[- ])"
    rf")?(?P<mark>['’‘])?(?P<digits>[0-9])0['’]?s",
    needs="s+digit",
)
def short_decade(match: re.Match[str]) -> Value | None:
    """A decade in two digits: the '90s, the 90s; not an age ("in her 90s")."""
    return ShortYear(int(match["digits"]) * 10, "decade") if match["the"] or match["mark"] or match["mod"] else None


@rule(
    rf"the{SP}(?:(?P<century>nineteen|eighteen|seventeen)[- ])?(?:(?:early|mid|late)[- ]"
    rf")?(?P<name>{'|'.join(_DECADES)})",
    needs="decade",
)
def word_decade(match: re.Match[str]) -> Value:
    """A decade in words: the sixties."""
    return ShortYear(_DECADES[match["name"].lower()], "decade")


@rule(
    rf"{_THE}(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})[-\s](?P<unit>century|c\.|millennium){SP}?{ERA}?",
    needs="century era",
)
def century(match: re.Match[str]) -> Value | None:
    """A century or millennium: the 19th century, the fourth century BC."""
    ordinal = int(number(match["number"]))
    length = 1000 if match["unit"].lower() == "millennium" else 100
    unit = "millennium" if length == 1000 else "century"
    if not 1 <= ordinal <= (10 if length == 1000 else 99):
        return None
    if (match["era"] or "").upper().startswith("B"):
        return Fixed(Cell(unit, Bound(1 - ordinal * length)))
    return Fixed(Cell(unit, Bound((ordinal - 1) * length)))


@rule(
    rf"{_THE}(?:(?:early|mid|late){SP})?(?P<first>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}){SP}"
    rf"?(?:and|to|or|{DASH}){SP}?(?:the{SP})?(?:(?:early|mid|late){SP})?"
    rf"(?P<last>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}){SP}centur(?:ies|y)(?:{SP}{ERA})?",
    needs="century",
)
def centuries(match: re.Match[str]) -> Value | None:
    """A range of centuries: the 19th and 20th centuries."""
    numbers = [int(number(match[name])) for name in ("first", "last")]
    before = (match["era"] or "").upper().startswith("B")
    if not all(1 <= one <= 99 for one in numbers) or (numbers[0] < numbers[1]) == before:
        return None
    first, last = (Fixed(Cell("century", Bound(1 - one * 100 if before else (one - 1) * 100))) for one in numbers)
    return Several(((match.start(), match.end("first"), first), (match.start("last"), match.end(), last)))
