"""Which lines precede the article: its headline, and those with author, outlet and date; and which date is believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from graphbuilder.documents.metadata.address import Address, read_url
from graphbuilder.documents.metadata.datelines import Dateline, read_dateline, year_from_address, year_from_name
from graphbuilder.documents.metadata.dates import complete, find_date, parse_date
from graphbuilder.documents.metadata.header_lines import Meta, read_meta
from graphbuilder.documents.metadata.inner_heads import inner_heads
from graphbuilder.documents.metadata.outlets import names_outlet
from graphbuilder.documents.text.characters import one_line
from graphbuilder.documents.text.furniture import is_furniture, picture_kind
from graphbuilder.documents.text.lines import Line

#: How far down lines above an article may stand.
_DEEPEST = 25
#: How many lines (a summary, a picture) may stand between the headline and the author's name.
_LOOK_AHEAD = 3
_LONGEST_HEADLINE = 200
_MOST_HEADLINE_WORDS = 30
_LONGEST_SUMMARY = 400
_LONGEST_DATE = 60
#: No text is broken into longer lines; a longer one is a paragraph of its own.
_LONGEST_WRAPPED = 100
#: A line that ends so, or goes on so, was broken in two.
_BROKEN = re.compile(
    r"(?:,|\b(?:a|an|the|and|or|of|to|in|on|at|as|by|for|from|with|over|after|its|his|her|is|are|was|will))$",
    re.IGNORECASE,
)
_TURN = re.compile(r"\w{1,2}:\s")
_CLOSING = "\"'”’»)]*_ "
_INITIALS_LAST = re.compile(r"(?:\b[^\W\d_a-z]\.){2,}$")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Head:
    """What the top of a text says; None is unknown. `zones` has the kind of single lines by their number."""

    title: str | None
    published: date | None
    source: str | None
    language: str | None
    zones: dict[int, str]
    #: the month of the issue, as "2021-10", where the day is not told
    month: str | None
    #: what the web address of the article tells
    address: Address
    #: the agency of the dateline, whose report the outlet may have printed
    agency: str | None


def read_head(
    lines: Sequence[Line], *, title: str | None = None, year: int | None = None, name: str = "", url: str | None = None
) -> Head:
    """Headline, date, outlet, language and address by the top of a text.

    Args:
        lines: all lines of the text.
        title: the headline, where metadata give it; the line that repeats it is the headline then, and no other.
        year: the year of publication, where metadata give no more; it completes a dateline.
        name: the name of the file; a date in it can complete a dateline.
        url: the address of the article, where metadata give it.
    """
    metas = {at: meta for at, line in enumerate(lines[:_DEEPEST]) if (meta := read_meta(line.text)) is not None}
    if _is_chronology(lines):
        metas = {at: meta for at, meta in metas.items() if not _is_date(lines[at].text)}
    zones: dict[int, str] = {}
    headline: list[int] = []
    outlet: str | None = None
    number = 0
    while number < min(len(lines), _DEEPEST):
        if number in metas:
            zones[number] = "byline" if metas[number].address is None else "furniture"
        elif outlet is None and _is_outlet(lines, number, metas):
            zones[number], outlet = "byline", lines[number].text
        elif not headline and (headline := _headline(lines, number, metas, title)):
            zones.update(dict.fromkeys(headline, "headline"))
            number = headline[-1]
        elif not _is_before_article(lines, number, metas):
            break
        number += 1
    told = [meta for place, meta in metas.items() if place in zones]
    dateline = _first_dateline(lines[number:])
    address = read_url(url) if url is not None else _article_address(told)
    published = _believed_date(told) or _date_of_dateline(dateline, address, year, name) or _stamped(lines[number:])
    if published is None and dateline is not None and dateline.day is not None:
        address = address._replace(day=None)  # the text tells another day, of a year that is not known
    return Head(
        title=next((meta.title for meta in told if meta.title), None) or _title(lines, headline),
        published=published,
        source=next((one_line(meta.source) for meta in told if meta.source), outlet),
        language=next((meta.language for meta in told if meta.language), None),
        zones=zones,
        month=next((meta.month for meta in told if meta.month), None),
        address=address,
        agency=dateline and dateline.agency,
    )


def _is_outlet(lines: Sequence[Line], number: int, metas: dict[int, Meta]) -> bool:
    """Whether a line below the headline is the outlet: a name that no author has, right beside a date."""
    beside = (metas.get(number + 1), metas.get(number - 1))
    return any(one is not None and one.published is not None for one in beside) and names_outlet(lines[number].text)


def _headline(lines: Sequence[Line], number: int, metas: dict[int, Meta], title: str | None) -> list[int]:
    """The numbers of the lines of the headline, if it begins with this line; else none."""
    paragraph = _paragraph(lines, number, metas)
    if title is not None:
        known = _bare(title)
        return next((paragraph[:size] for size in (1, 2) if _bare(_joined(lines, paragraph[:size]) or "") == known), [])
    if paragraph[-1] + 1 >= len(lines) or len(paragraph) > 2:
        return []
    return paragraph if all(_is_headline(lines[at].text) for at in paragraph) else []


def _paragraph(lines: Sequence[Line], number: int, metas: dict[int, Meta]) -> list[int]:
    """The lines from this one to the next empty line, header line, dateline or body; at most three."""
    block = [number]
    for at in range(number + 1, min(number + 3, len(lines))):
        line = lines[at]
        if line.paragraph != lines[number].paragraph or at in metas or len(line.text) > _LONGEST_WRAPPED:
            break
        if read_dateline(line.text, first=True) or _is_outlet(lines, at, metas):
            break
        block.append(at)
    return block


def _is_headline(text: str) -> bool:
    """Whether a line may be a headline: short, no sentence, no turn of an interview, no furniture, no dateline."""
    bare = text.rstrip(_CLOSING)
    return (
        len(text) <= _LONGEST_HEADLINE
        and len(text.split()) <= _MOST_HEADLINE_WORDS
        and _LETTERS.search(text) is not None
        and _TURN.match(text) is None
        and not bare.endswith((",", ":", ";", "…"))
        and (not bare.endswith(".") or _INITIALS_LAST.search(bare) is not None)
        and not is_furniture(text)
        and picture_kind(text) is None
        and read_dateline(text, first=True) is None
    )


def _is_before_article(lines: Sequence[Line], number: int, metas: dict[int, Meta]) -> bool:
    """Whether the article has not begun: furniture, a picture, or a summary above a dateline or a name."""
    text = lines[number].text
    if is_furniture(text) or picture_kind(text) is not None:
        return True
    near = (metas.get(at) for at in range(number + 1, number + 1 + _LOOK_AHEAD))
    below = any(meta is not None and meta.address is None for meta in near)  # links stand within texts, too
    return below and len(text) <= _LONGEST_SUMMARY and read_dateline(text, first=True) is None


def _article_address(told: Sequence[Meta]) -> Address:
    """The first address of an article, else of a home page; addresses of several outlets are links elsewhere."""
    addresses = [meta.address for meta in told if meta.address is not None and meta.address.outlet is not None]
    if len({address.outlet for address in addresses}) != 1:
        return Address()
    return next((address for address in addresses if address.url is not None), addresses[0])


def _believed_date(told: Sequence[Meta]) -> date | None:
    """The date labelled as that of publication, else one without a label, else that of an update."""
    dated = [meta for meta in told if meta.published is not None]
    labelled = [meta for meta in dated if meta.labelled and not meta.updated]
    plain = [meta for meta in dated if not meta.labelled]
    best = [*labelled, *plain, *dated][:1]
    return best[0].published if best else None


def _is_chronology(lines: Sequence[Line]) -> bool:
    """Whether dates on lines of their own are headings of entries, of which none is the publication date."""
    days = (parse_date(line.text) for line in lines if len(line.text) <= _LONGEST_DATE)
    return len({(day.year, day.month, day.day) for day in days if day is not None}) > 1


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and parse_date(text) is not None


def _first_dateline(lines: Sequence[Line]) -> Dateline | None:
    datelines = (read_dateline(line.text, first=number == 0) for number, line in enumerate(islice(lines, _LOOK_AHEAD)))
    return next((dateline for dateline in datelines if dateline is not None), None)


def _date_of_dateline(dateline: Dateline | None, address: Address, year: int | None, name: str) -> date | None:
    """The date of the dateline; its year, where it has none, by metadata, the name of the file or the address."""
    if dateline is None or dateline.day is None or dateline.published is not None:
        return dateline and dateline.published
    if year is not None:
        return complete(dateline.day, year)
    return year_from_name(dateline.day, name) or year_from_address(dateline.day, address)


def _stamped(lines: Sequence[Line]) -> date | None:
    """The date of the first stamp inside the lines where the article begins."""
    near = list(islice(lines, _LOOK_AHEAD))
    stamps = sorted(one.start for one in inner_heads(near) if one.kind == "byline")
    places = ((line, at - line.start) for at in stamps for line in near if line.start <= at < line.end)
    found = next((find_date(line.text[at:]) for line, at in places), None)
    return found and found[2]


def _title(lines: Sequence[Line], headline: Sequence[int]) -> str | None:
    """The headline on one line; a second line that does not continue the first is a summary."""
    if len(headline) == 2:
        first, second = (lines[at].text for at in headline)
        headline = headline if _BROKEN.search(first) or second[0].islower() else headline[:1]
    return _joined(lines, headline)


def _joined(lines: Sequence[Line], numbers: Sequence[int]) -> str | None:
    return one_line(" ".join(lines[at].text for at in numbers).strip("*_# ")) or None


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
