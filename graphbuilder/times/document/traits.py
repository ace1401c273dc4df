"""What the document as a whole says before any date is anchored: its own date, day or month first, news or history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from graphbuilder.corrections import DATED_BY_USER
from graphbuilder.intervals import Bound
from graphbuilder.records import MUTED_ZONES, Document, Zone
from graphbuilder.times.calendar.cells import number_of
from graphbuilder.times.calendar.values import Fixed, Numeric, Value, Within
from graphbuilder.times.context import Context, TimeOptions, bound_of
from graphbuilder.times.document.genre import flat, is_obituary, looks_back, story_from
from graphbuilder.times.finding import Candidate

#: Zones that date the text but tell nothing of its story.
HEADERS = frozenset({"dateline", "byline"})
#: A date in the first lines of a text dates it, if nothing else does.
_TOP = 250
#: Fields that may tell a month.
_MONTHLY = frozenset({"issue", "published"})
_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])")
#: Days by which a publication date that was given may differ from the text's own.
_SLIP = 1


def context_of(document: Document, candidates: Sequence[Candidate], options: TimeOptions) -> Context:
    """The context with which reading the document begins."""
    publication = bound_of(document.published)
    if DATED_BY_USER not in document.meta:
        publication = _corrected(publication, document, candidates) if publication else _dated_by(document, candidates)
        publication = publication or _month_of(document)
    life = options.narrative is None and is_obituary(document.text)
    start = 0 if life else _story_from(document, candidates, publication, options)
    order, ancient = _day_first(candidates, options), _ancient(candidates)
    return Context(options, publication, start == 0, order, ancient, start, of_life=life)


def _story_from(
    document: Document, candidates: Sequence[Candidate], publication: Bound | None, options: TimeOptions
) -> float:
    if options.narrative is not None:
        return 0 if options.narrative else inf
    dated = _dated_today(candidates, publication) and not looks_back(candidates)
    return inf if dated else story_from(document.text, candidates, publication)


def _month_of(document: Document) -> Bound | None:
    """The month in which a text came out, where its day is not known: "From the October 2021 issue"."""
    told = next((value for name, value in document.meta if name in _MONTHLY), "")
    match = _MONTH.fullmatch(told)
    return Bound(int(match[1]), int(match[2])) if match else None


def _corrected(publication: Bound, document: Document, candidates: Sequence[Candidate]) -> Bound:
    """The date that stands alone on one of the first lines, where the given one is only a slip away from it.

    A time zone shifts a date by a day; a reader that takes the day for the month swaps the two.
    """
    for one in candidates:
        day = _full_day(one.value)
        if day is None or one.start >= _TOP or not _alone_on_its_line(document.text, one):
            continue
        swapped = (day.year, day.month, day.day) == (publication.year, publication.day, publication.month)
        if swapped or 0 < abs(number_of(day) - number_of(publication)) <= _SLIP:
            return day
    return publication


def _alone_on_its_line(text: str, one: Candidate) -> bool:
    start, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    return not text[start : one.start].strip() and end >= 0 and not text[one.end : end].strip(" .")


def muted(zones: Sequence[Zone], start: int, *, headers: bool) -> bool:
    """Whether a character stands in a zone that tells nothing; with `headers`, datelines and bylines count too."""
    kinds = MUTED_ZONES | HEADERS if headers else MUTED_ZONES
    return any(zone.start <= start < zone.end and zone.kind in kinds for zone in zones)


def _dated_by(document: Document, candidates: Sequence[Candidate]) -> Bound | None:
    """The full date of a dateline or byline, else a full date in the first two lines."""
    headers = [zone for zone in document.zones if zone.kind in HEADERS]
    for one in candidates:
        day = _full_day(one.value)
        if day is not None and any(zone.start <= one.start < zone.end for zone in headers):
            return day
    lines = document.text[:_TOP].split("\n")
    top = len("\n".join(lines[:2]))
    for one in candidates:
        day = _full_day(one.value)
        if day is not None and one.start < top and _stands_alone(document.text, one):
            return day
    return None


def _stands_alone(text: str, one: Candidate) -> bool:
    """A date line ("LONDON, 29 November 2022 –"), not a date in a sentence."""
    line_end = text.find("\n", one.end)
    rest = text[one.end : line_end if line_end >= 0 else len(text)].strip(" .,)")
    line_start = text.rfind("\n", 0, one.start) + 1
    before = text[line_start : one.start]
    return (rest == "" or rest[0] in "-–—(|:") and not re.search(
        r"\b(?:in|on|of|since|until|by|to|from|at)\s+$", before, re.IGNORECASE
    )


def _full_day(value: Value) -> Bound | None:
    match value:
        case Fixed(cell=cell) if cell.unit == "day":
            return cell.start
        case Within(whole=Fixed(cell=cell)) if cell.unit == "day":
            return cell.start
    return None


def _dated_today(candidates: Sequence[Candidate], publication: Bound | None) -> bool:
    """Whether the text opens with its own date, as news does."""
    return publication is not None and any(
        day.parts[:3] == publication.parts[:3]
        for one in candidates
        if one.start < _TOP and (day := _full_day(one.value))
    )


def _ancient(candidates: Sequence[Candidate]) -> bool:
    """Whether the text names a year before 1000 for certain."""
    values = (value for one in candidates for value in flat(one.value))
    certain = any(isinstance(value, Fixed) and value.cell.start.year < 1000 for value in values)
    return certain or any(one.rule == "ancient_years" for one in candidates)


def _day_first(candidates: Sequence[Candidate], options: TimeOptions) -> bool | None:
    """The option, else what the first date of the document that can be read one way only shows."""
    if options.day_first is not None:
        return options.day_first
    for one in candidates:
        for value in flat(one.value):
            if isinstance(value, Numeric) and max(value.first, value.second) > 12:
                return value.first > 12
    return None
