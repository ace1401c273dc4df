"""Title, day, outlet, address, language and zones of a document by its own first lines; nothing is taken from
elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.documents.metadata.headers import read_head
from graphbuilder.documents.metadata.languages import language_code, language_of
from graphbuilder.documents.text.lines import split_lines
from graphbuilder.documents.zones import find_zones
from graphbuilder.records import Document


def describe(document: Document, *, year: int | None = None) -> Document:
    """The document with title, publication date, source, address, language and zones, as far as its text has them.

    What is already known stays as it is, and so do text and id. What the text says of date and outlet comes before
    what its web address says; the agency of a dateline is the outlet only where nothing else is.

    Args:
        document: any document.
        year: the year of publication, where no more of the date is known; it completes a dateline.

        >>> found = describe(Document(text="A seat for Georgia, not yet\\n\\nBy A. Name | 5 April 2008\\n\\nNATO met."))
        >>> found.title, found.published, [zone.kind for zone in found.zones]
        ('A seat for Georgia, not yet', datetime.date(2008, 4, 5), ['headline', 'byline'])
    """
    lines = list(split_lines(document.text))
    head = read_head(lines, title=document.title, year=year, name=document.id, url=document.url)
    published = document.published or head.published or (None if _is_dated(document) else head.address.day)
    known = published is not None or _is_dated(document)
    language = document.language or (head.language and language_code(head.language)) or language_of(document.text)
    return replace(
        document,
        title=document.title or head.title,
        published=published,
        source=document.source or head.source or head.address.outlet or head.agency,
        language=language,
        zones=document.zones or find_zones(lines, head.zones),
        meta=document.meta if known or head.month is None else (*document.meta, ("issue", head.month)),
        url=document.url or head.address.url,
    )


def _is_dated(document: Document) -> bool:
    """Whether metadata give a date, if only one that is no certain day."""
    return any(name == "published" for name, _ in document.meta)
