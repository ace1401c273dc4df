"""What a single line above an article says: author, outlet, date, address, or a field such as "Published: …".

In: the text of a line. Out: `Meta`, or None where it is no such line. `graphbuilder.documents.metadata.headers` decides
which lines precede the article, and which of them is believed. The readings are tried in this order:

1. an address alone, which may be longer than the others;
2. the working title of a wire, whose slashes would be separators;
3. a field with its name ("Source: …"), unless its short parts hold a date with a label of its own;
4. short parts between separators, one of which at least must be a date, an author or an issue.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from graphbuilder.documents.metadata.address import Address, read_address
from graphbuilder.documents.metadata.dates import MONTH, find_month, find_stamp
from graphbuilder.documents.metadata.outlets import MOST_WORDS, is_name, may_be_outlet, names_outlet
from graphbuilder.lexicons import lexicon

#: No line above an article that tells its author, outlet or date is longer.
LONGEST_META = 200

#: What a field ("Published: …") tells, by its name.
_MEANING = {name: meaning for meaning, names in lexicon("header_fields").items() for name in names}
_FIELD = re.compile(rf"[*_]{{0,2}}(?P<name>{'|'.join(_MEANING)})\s?:[*_]{{0,2}}\s?(?P<value>\S.*)", re.IGNORECASE)
#: What is told of a text that was changed: "Posted 21 September, updated 22 September at 6:10am".
_CHANGED = r"(?:last\s)?(?:updated|modified|edited|revised)\b"
_SEPARATOR = re.compile(
    rf"\s[|·•–—/-]\s|\s{{3,}}|\t|\s?[|·•]\s?|(?<!last)(?:,|;|\sand)?\s\(?(?={_CHANGED})", re.IGNORECASE
)
_WORDS = {kind: "|".join(patterns) for kind, patterns in lexicon("header_words").items()}
_BYLINE = re.compile(rf"(?:{_WORDS['bylines']})\s(?P<name>[^\W\d_a-z].{{1,120}})")
_AFTER_DATE = re.compile(r"[ .,;)]{0,3}(?:\s?by\s[^\W\d_].{1,60})?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>(?:first |originally |article |date )?"
    r"(?:published|posted|created|issued|filed|released|added|uploaded|dated?)(?: online| in print)?"
    r"|(?:published )?online since"
    r"|(?:(?:published |printed )?(?:from |in )?the )?(?:print |printed )?(?:edition|issue)(?: of| dated)?"
    rf"|{_CHANGED})?"
    r"(?:\s\d{1,3}\s(?:minute|hour|day|week|month|year)s?\sago)?(?:\son|\sat)?\s?[:,]?\s?",
    re.IGNORECASE,
)
#: "From the October 2021 issue of Longitude", "October 2021 issue".
_ISSUE = re.compile(
    rf"(?:(?:published|printed|appeared|taken)?\s?(?:in|from)\sthe\s|the\s)?(?P<month>{MONTH},?\s[12]\d{{3}})"
    r"(?:\s(?:print|digital))?\s(?:issue|edition|number)(?:\sof\s(?P<source>(?-i:[^\W\d_a-z])[\w'’&. -]{1,40}))?",
    re.IGNORECASE,
)
#: Parts of such a line that tell nothing of the article: kinds of text, pages, prices, addresses.
_BESIDE = re.compile(rf"{_WORDS['beside']}|{_CHANGED}[^.]{{0,40}}", re.IGNORECASE)
#: The working title of a wire's report: "GRAIN-EXPORTS/ODESA (UPDATE 2, adds minister)".
_SLUG = re.compile(r"[A-Z][A-Z\d]*(?:[-–][A-Z\d]+)*/[A-Z\d]*(?:[-/][A-Z\d]+)*(?:\s\([^()]{1,80}\))?")
_AGENCY = re.compile(r"\s?\((?P<name>[A-Z][\w&.'’ ]{1,40})\)")
_COMMA = re.compile(r",\s(?P<name>[^\W\d_a-z].*)")


class Meta(NamedTuple):
    """What a line above an article says: its field (or byline) and values; None is unknown."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    language: str | None = None
    labelled: bool = False
    updated: bool = False
    #: the month of an issue, as "2021-10", where no day is told
    month: str | None = None
    #: the web address of the article, which the line is and nothing else
    address: Address | None = None


def read_meta(text: str) -> Meta | None:
    """Author, outlet, date or address by a line, if it is of the kind that precedes articles; else None.

    >>> read_meta("The Lantern Post | 30 November 2022").source
    'The Lantern Post'
    >>> read_meta("Ministers met on 30 November 2022 in Bucharest.") is None
    True
    """
    address = read_address(text)
    if address is not None:
        return Meta(address=address)
    if len(text) > LONGEST_META:
        return None
    if _SLUG.fullmatch(text):
        return Meta()
    parts = _short_parts(text.strip(" *_"))
    match = _FIELD.fullmatch(text)
    if match and (parts is None or not parts.labelled):
        return _field(match["name"].lower(), match["value"].strip(" *_"))
    return parts


def _field(name: str, value: str) -> Meta:
    """What a field with its name says: "Published: 5 April 2008"."""
    meaning = _MEANING[name]
    if meaning in ("published", "updated"):
        found = find_stamp(value)
        month = find_month(value) if found is None and meaning == "published" else None
        return Meta(published=found and found[2], labelled=True, updated=meaning == "updated", month=month)
    address = read_address(value) if meaning in ("source", "address") else None
    if address is not None:
        return Meta(address=address)
    told = {"title": Meta(title=value), "source": Meta(source=value), "language": Meta(language=value)}
    return told.get(meaning, Meta())


def _short_parts(text: str) -> Meta | None:
    """What a line of short parts says, one of which is a date or an author: "By A. Name | 30 November 2022"."""
    whole = _short_part(text)
    if whole is not None:
        return whole
    parts = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
    metas = [_short_part(part) for part in _rejoined(parts)]
    known = [meta for meta in metas if meta is not None]
    unknown = (part for part, meta in zip(_rejoined(parts), metas, strict=True) if meta is None)
    others = [part for part in unknown if not _BESIDE.fullmatch(part)]
    if len(metas) > 1 and not known:  # the issue: "Longitude | October 2021"
        months = {part: month for part in others if (month := find_month(part)) is not None}
        known, others = (
            [Meta(month=month) for month in months.values()][:1],
            [one for one in others if one not in months],
        )
    if not known or len(metas) < 2 or not all(is_name(part) for part in others):
        return None
    outlets = [part for part in others if may_be_outlet(part)]
    issue = next((meta for meta in known if meta.month is not None), None)
    if issue is not None and all(meta.published is None for meta in known):
        return issue._replace(source=issue.source or (outlets[0] if len(outlets) == 1 else None))
    dated = next((meta for meta in known if meta.published is not None and not meta.updated), Meta())
    return dated._replace(source=outlets[0] if len(outlets) == 1 and dated.published is not None else None)


def _rejoined(parts: list[str]) -> list[str]:
    """The parts with a date and its time of day in one part again, where a separator had split them."""
    joined: list[str] = []
    for part in parts:
        if joined and re.fullmatch(r"\d{1,2}[:.]\d{2}.{0,12}", part) and find_stamp(joined[-1]) is not None:
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _short_part(text: str) -> Meta | None:
    """What one part says: a byline, a date with or without a label, an issue; None where it is none of these."""
    found = find_stamp(text)
    byline = _BYLINE.fullmatch(text)
    if byline is not None and len(text.split()) <= 2 * MOST_WORDS and not _ends_sentence(text):
        return Meta(published=found and found[2])
    if found is None:
        return _issue(text)
    before, after = text[: found[0]].strip(" ("), text[found[1] :]
    beside = _day_and_outlet(before, after, found[2])
    if beside is not None or not _AFTER_DATE.fullmatch(after):
        return beside
    label = _LABEL.fullmatch(before)
    if label is not None:
        name = (label["label"] or "").lower()
        return Meta(
            published=found[2], labelled=bool(name), updated=name.startswith(("last", "updated", "mod", "edit", "rev"))
        )
    if before.endswith(",") and len(before.split()) <= 4 and is_name(before.rstrip(",")):
        return Meta(published=found[2])
    return None


def _issue(text: str) -> Meta | None:
    """Month and outlet of a part that names an issue: "From the October 2021 issue of Longitude"; else None."""
    told = _ISSUE.fullmatch(text)
    if told is not None:
        if told["source"] and not is_name(told["source"]):
            return None
        return Meta(source=told["source"], month=find_month(told["month"]))
    outlet, _, behind = text.rpartition(", ")
    month = find_month(behind) if outlet and names_outlet(outlet) else None
    return None if month is None else Meta(source=outlet, month=month)


def _day_and_outlet(before: str, after: str, day: date) -> Meta | None:
    """The day and outlet of a part that has only these: "The Meridian, 2 May 2019", "RIGA, Oct 7 (Alpine Wire)"."""
    agency, behind = _AGENCY.fullmatch(after), _COMMA.fullmatch(after)
    place = not before or (before.endswith(",") and is_name(before.rstrip(",")))
    if agency is not None and place:
        return Meta(published=day, source=agency["name"])
    if behind is not None and not before and is_name(behind["name"]) and not _ends_sentence(behind["name"]):
        return Meta(published=day, source=behind["name"] if names_outlet(behind["name"]) else None)
    if before.endswith(",") and names_outlet(before.rstrip(",")) and _AFTER_DATE.fullmatch(after):
        return Meta(published=day, source=before.rstrip(","))
    return None


def _ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and not with an initial."""
    return text.rstrip("\"'”’)").endswith((".", "!", "?")) and not re.search(r"(?:\b[A-Z]|Jr|Sr)\.$", text)
