"""When a document was published (the document creation time of TimeML), where the caller or the text says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from graphbuilder.corrections import DATED_BY_USER
from graphbuilder.intervals import Bound
from graphbuilder.records import Document
from graphbuilder.times.calendar.cells import number_of
from graphbuilder.times.calendar.values import Fixed, Value, Within
from graphbuilder.times.finding import Candidate

#: A date in the first characters of a text dates it, if nothing else does.
_TOP = 250

#: Days by which a publication date that was given may differ from the text's own.
_SLIP = 1


def publication_of(document: Document, candidates: Sequence[Candidate]) -> Bound | None:
    """The publication date: the given one, put right by the text's own.

    A date that the user has corrected stays as it is.
    """
    publication = _bound_of(document.published)
    if DATED_BY_USER in document.meta:
        return publication
    return publication and _corrected(publication, document, candidates)


def _bound_of(published: date | None) -> Bound | None:
    """The publication date as a bound; a midnight without seconds is no clock time."""
    if published is None:
        return None
    parts = [published.year, published.month, published.day]
    if isinstance(published, datetime) and (published.hour, published.minute) != (0, 0):
        parts += [published.hour, published.minute, published.second]
    return Bound(*parts)


def _corrected(publication: Bound, document: Document, candidates: Sequence[Candidate]) -> Bound:
    """The date that stands alone on one of the first lines, where the given one is only a slip away from it.

    A time zone shifts a date by a day; a reader that takes the day for the month swaps the two.
    """
    for one in candidates:
        day = _full_day(one.value)
        if day is None or one.start >= _TOP or not _is_alone_on_its_line(document.text, one):
            continue
        swapped = (day.year, day.month, day.day) == (publication.year, publication.day, publication.month)
        if swapped or 0 < abs(number_of(day) - number_of(publication)) <= _SLIP:
            return day
    return publication


def _is_alone_on_its_line(text: str, one: Candidate) -> bool:
    """Whether nothing but a full stop stands with the date on a line that ends."""
    start, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
    return not text[start : one.start].strip() and end >= 0 and not text[one.end : end].strip(" .")


def _full_day(value: Value) -> Bound | None:
    """The day that a full date names, with its hour or without."""
    match value:
        case Fixed(cell=cell) if cell.unit == "day":
            return cell.start
        case Within(whole=Fixed(cell=cell)) if cell.unit == "day":
            return cell.start
    return None


def opens_with_its_date(candidates: Sequence[Candidate], publication: Bound | None) -> bool:
    """Whether the text names its own date in its first lines, as news does."""
    return publication is not None and any(
        day.parts[:3] == publication.parts[:3]
        for one in candidates
        if one.start < _TOP and (day := _full_day(one.value))
    )
