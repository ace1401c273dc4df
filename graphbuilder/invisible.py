"""Which characters are not read, while offsets stay those of the text as it is: invisible ones, and marks of notes.

Invisible ones mark where a line may or may not break: soft hyphens, zero-width spaces, word joiners, byte order marks;
and the zero-width joiners between Latin letters, which in other scripts do change what is seen. Marks of notes stand
right behind a word or a stop: "Society,[3] were", "denied.[2][4]".
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from graphbuilder.intervals import Interval
from graphbuilder.records import Document, Provenance, Sentence, Span, Zone

Found = TypeVar("Found")

_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_INVISIBLE = re.compile(f"(?<={_LATIN})[\u00ad\u200b-\u200d\u2060\ufeff]+(?={_LATIN})|[\u00ad\u200b\u2060\ufeff]+")
#: A letter in brackets is part of a word: "bank[s]".
_MARK = r"(?<=[^\W_]|[.,;:!?\"'”’)\]%])\[(?:\d{1,3}|(?:note|nb) \d{1,3}|citation needed)\](?!\w)"
_UNREAD = re.compile(rf"{_INVISIBLE.pattern}|{_MARK}")


def without_invisible(text: str) -> str:
    r"""The text without characters that nobody sees.

    >>> without_invisible("\ufeffco\u00adoper\u200bation")
    'cooperation'
    """
    return _INVISIBLE.sub("", text)


def as_read(text: str) -> str:
    """The text without invisible characters and marks of notes.

    >>> as_read("Roe left,[1] he said.[2][citation needed]")
    'Roe left, he said.'
    """
    return _UNREAD.sub("", text)


def readable(document: Document) -> Document:
    """The document without invisible characters and marks of notes, to be read; itself where it has none."""
    if _UNREAD.search(document.text) is None:
        return document
    seen = _Seen(document.text)
    zones = tuple(Zone(one.kind, seen.before(one.start), seen.before(one.end)) for one in document.zones)
    return replace(document, text=as_read(document.text), zones=zones)


def as_it_stands(found: Found, document: Document) -> Found:
    """What was read in `readable(document)`, with offsets, ids and quotes of the document itself."""
    if _UNREAD.search(document.text) is None:
        return found
    return _Restored(document).of(found)  # type: ignore[no-any-return]


class _Seen:
    """The offsets in a text of the characters that are read."""

    def __init__(self, text: str) -> None:
        self.removed = [match.span() for match in _UNREAD.finditer(text)]
        hidden = {at for start, end in self.removed for at in range(start, end)}
        self.places = [at for at in range(len(text)) if at not in hidden]
        self.length = len(text)

    def before(self, offset: int) -> int:
        """The number of characters that are read before an offset."""
        return offset - sum(min(end, offset) - start for start, end in self.removed if start < offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of some characters that are read in a row, without others on either side."""
        first = self.places[start] if start < len(self.places) else self.length
        return first, self.places[end - 1] + 1 if end > start else first


class _Restored:
    """Records with the offsets of the text as it is."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.seen = _Seen(document.text)
        self.id = re.compile(rf"({re.escape(document.id)}@[a-z]+)(\d+)-(\d+)")

    def of(self, value: Any) -> Any:
        if isinstance(value, Span | Sentence):
            start, end = self.seen.span(value.start, value.end)
            placed = replace(value, start=start, end=end)
            return replace(placed, text=self.text[start:end]) if isinstance(placed, Sentence) else placed
        if isinstance(value, str):
            return self._id(value)
        if type(value) in (tuple, list):
            return type(value)(map(self.of, value))
        if not is_dataclass(value) or isinstance(value, type | Interval):
            return value
        moved = replace(value, **{one.name: self.of(getattr(value, one.name)) for one in fields(value)})
        if isinstance(moved, Provenance):
            return replace(moved, quote=self.text[moved.context.start : moved.context.end])
        return moved

    def _id(self, value: str) -> str:
        """An id with the offsets of the text as it is: ids of what was read name their characters."""
        match = self.id.fullmatch(value)
        if match is None:
            return value
        start, end = self.seen.span(int(match[2]), int(match[3]))
        return f"{match[1]}{start}-{end}"
