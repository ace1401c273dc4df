"""The dateline of a report, its agency and its date: "LONDON, Nov. 29 (Meridian Wire) - "."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from graphbuilder.documents.metadata.address import Address
from graphbuilder.documents.metadata.dates import MONTH, complete, find_date
from graphbuilder.lexicons import lexicon

_LONGEST = 140
_CAPITAL = r"[^\W\d_a-z]"
#: Inside the word of a place; two hyphens are a dash.
_IN = r"(?:[\w'’.]|-(?!-))"
# Atomic groups: where a group is repeated possessively, "(…)++", Python 3.11.2 loses its last character.
_LOUD = rf"(?:St\.\s)?{_CAPITAL}{{2}}(?>{_IN}{{0,24}})(?>(?:[ /]{_CAPITAL}(?>{_IN}{{1,24}})){{0,4}})"
_QUIET = rf"{_CAPITAL}(?>{_IN}{{1,24}})(?>(?:[ /]{_CAPITAL}(?>{_IN}{{1,24}})){{0,3}})"
_DAY = rf"(?:{MONTH}\s\d{{1,2}}(?:,?\s[12]\d{{3}})?|\d{{1,2}}\s{MONTH}(?:,?\s[12]\d{{3}})?)"
_REST = (
    rf"(?:,\s(?!{_DAY})(?P<region>{_CAPITAL}(?>{_IN}{{1,20}})(?>(?:\s{_CAPITAL}(?>{_IN}{{1,20}})){{0,2}})))?"
    rf"(?:(?:,\s|\s)(?P<day>{_DAY}))?"
    r"(?:,?\s(?:\((?P<agency>[^()\n\d][^()\n]{1,40})\)|/(?P<agency2>[^/\n]{2,30})/))?"
    r"(?:\s?[—–]\s?|\s?--\s?|\s[-_]\s)"
)
_DATELINE = re.compile(rf"(?:(?P<loud>{_LOUD})|(?P<quiet>{_QUIET})){_REST}(?=\S)")
#: As paid wires print it: "SAO PAULO--(BUSINESS WIRE)--November 8, 2023--".
_PAID = re.compile(
    rf"(?:(?P<loud>{_LOUD})|(?P<quiet>{_QUIET}))(?:,\s(?P<region>{_CAPITAL}(?>{_IN}{{1,20}})))?"
    rf"\s?--\s?\((?P<agency>[^()\n\d][^()\n]{{1,40}})\)\s?--\s?(?:(?P<day>{_DAY})\s?--\s?)?(?P<agency2>)(?=\S)"
)
_AGENCY_FIRST = re.compile(r"\((?P<agency>[A-Z][\w&. ]{1,30})\)(?:\s?[—–]\s?|\s-\s)(?=\S)")
_NO_PLACES, _NO_AGENCIES = (frozenset(lexicon("datelines")[kind]) for kind in ("no_places", "no_agencies"))
_RECENT_DAYS = 31


class Dateline(NamedTuple):
    """A dateline: its length, the agency it names, its day as written, and its date where it has a year too."""

    length: int
    agency: str | None
    day: str | None
    published: date | None


def read_dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    In the `first` one of an article a place alone is enough ("KYIV - "); elsewhere an agency or a day is needed.

    >>> read_dateline("LONDON, Nov. 29 (Meridian Wire) - Ministers met.", first=True)
    Dateline(length=34, agency='Meridian Wire', day='Nov. 29', published=None)
    """
    head = text[:_LONGEST]
    match = _PAID.match(head) or _DATELINE.match(head)
    if match is None:
        match = _AGENCY_FIRST.match(head)
        return Dateline(match.end(), match["agency"], None, None) if match else None
    agency = _agency(match["agency"] or match["agency2"])
    day = match["day"]
    if not (_is_place(match) and (agency or day or (first and match["loud"]))):
        return None
    found = find_date(day) if day else None
    return Dateline(match.end(), agency, day, found and found[2])


def year_from_name(day: str, name: str) -> date | None:
    """The date of a dateline without a year, by a date in the name of the file, at most a month later.

    >>> year_from_name("Dec. 30", "wire/2024-01-02-lusaka.txt")
    datetime.date(2023, 12, 30)
    """
    found = find_date(name.rpartition("/")[2].replace("_", "-"))
    return None if found is None else _shortly_before(day, found[2])


def year_from_address(day: str, address: Address) -> date | None:
    """The date of a dateline without a year, by a day in the address, at most a month later.

    >>> year_from_address("Nov. 29", Address(day=date(2022, 11, 30)))
    datetime.date(2022, 11, 29)
    """
    return None if address.day is None else _shortly_before(day, address.day)


def _shortly_before(day: str, later: date) -> date | None:
    """The month and day in the year that puts it at most a month before a date; else None."""
    answers = (complete(day, later.year - back) for back in (0, 1))
    return next((one for one in answers if one and 0 <= (later - one).days <= _RECENT_DAYS), None)


def _agency(name: str | None) -> str | None:
    """The name in the brackets of a dateline, if it is that of an agency and not of a country or a state."""
    if name is None or name in _NO_AGENCIES:
        return None
    return name.strip() if name[0].isupper() or name in ("dpa", "ots") else None


def _is_place(match: re.Match[str]) -> bool:
    """Whether the words before the dash may be a place, and not a heading such as UPDATE or an acronym such as NATO."""
    words = (match["loud"] or match["quiet"]).split()
    return words[0].rstrip(":") not in _NO_PLACES and len(match["loud"] or match["quiet"]) > 2
