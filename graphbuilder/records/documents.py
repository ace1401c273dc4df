"""What is read: the text of an article and what is known about it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from graphbuilder.addresses import web_address
from graphbuilder.errors import InputError
from graphbuilder.records.ids import content_hash

#: Kinds of zone whose text is shown but never becomes a part of the graph.
MUTED_ZONES = frozenset({"furniture", "duplicate"})

_SURROGATE = re.compile("[\ud800-\udfff]")


#: When a document was published; None is unknown.
if TYPE_CHECKING:
    Published = datetime | date | None
else:  # msgspec knows no union of the two, which `publication` tells apart
    Published = Any


class Zone(NamedTuple):
    """A part of a text with a role of its own.

    Kinds: headline, byline, dateline, caption, duplicate (a part that occurred before, word by word) and furniture
    (adverts, "follow us", credits and the like).
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text, and what is known about it. Nothing is guessed: unknown is None, and never today.

    Left out, `id` is a hash of text, title, publication date and source. Lone surrogates, which no file can hold, are
    replaced by U+FFFD one for one, so that offsets stay.

    Args:
        text: the text as it will be quoted.
        id: a name for it that is unique in the collection, such as a path relative to the folder.
        title: the headline.
        published: date, or date and time, of publication, also as ISO text ("2022-11-29"); relative dates ("last week")
            are counted from it.
        source: the outlet, such as "Harbour Courier".
        language: ISO 639-1 code, such as "en".
        zones: parts with a role of their own; `graphbuilder.documents` finds them in files.
        meta: further facts about the document as pairs of strings.
        url: the web address of the article, http or https; it is kept as `graphbuilder.addresses` writes it.

    Raises:
        InputError: a value is of the wrong kind.
    """

    text: str
    id: str = ""
    title: str | None = None
    published: Published = None
    source: str | None = None
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    url: str | None = None

    if TYPE_CHECKING:  # a day may be given as text, but is never kept as such

        def __init__(
            self,
            text: str,
            id: str = "",
            title: str | None = None,
            published: date | str | None = None,
            source: str | None = None,
            language: str | None = None,
            zones: tuple[Zone, ...] = (),
            meta: tuple[tuple[str, str], ...] = (),
            url: str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        for name in ("text", "id", "title", "source", "language"):
            value = getattr(self, name)
            if not isinstance(value, str) and (value is not None or name in ("text", "id")):
                raise InputError(f"Document.{name} must be a string, not {value!r}")
            if value is not None:
                object.__setattr__(self, name, _storable(value))
        object.__setattr__(self, "published", publication(self.published, "Document.published"))
        if self.url is not None:
            object.__setattr__(self, "url", _address(self.url))
        if not self.id:
            facts = (self.text, self.title, self.published and self.published.isoformat(), self.source)
            object.__setattr__(self, "id", content_hash(*facts))


def _address(text: object) -> str:
    address = web_address(text) if isinstance(text, str) else None
    if address is None:
        raise InputError(
            f"Document.url must be a web address that begins with http:// or https://, not {text!r}; "
            "leave it out where there is none"
        )
    return address


def publication(value: object, name: str) -> date | None:
    """When a document was published, of ISO text too: "2022-11-29" is a day, "2022-11-29T00:00:00" a moment.

    Args:
        value: what is given.
        name: of its field.

    Raises:
        InputError: it is no time.
    """
    moment = value
    if isinstance(value, str):
        with suppress(ValueError):
            moment = date.fromisoformat(value) if len(value) in (8, 10) else datetime.fromisoformat(value)
    if moment is None or isinstance(moment, date):
        return moment
    raise InputError(f"{name} must be a date, a datetime, ISO text such as '2022-11-29' or None, not {value!r}")


def _storable(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
