"""What stands in a row of a store: a Document, and the Extraction that was made of it, as columns; and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from sqlite3 import Row
from typing import Any

from graphbuilder.errors import InputError
from graphbuilder.records import (
    PUBLICATION,
    Document,
    EventMention,
    Extraction,
    TimeExpression,
    Zone,
    content_hash,
    read_extraction,
    write_extraction,
)

#: The facts of a document that stand in columns of their own.
FACTS = ("title", "published", "source", "language", "url")
_DIGITS = 32
_LEVEL = 6


def columns(document: Document, origin: str) -> dict[str, Any]:
    """A document as columns of its row."""
    told = _facts(document)
    text_hash = content_hash(document.text, digits=_DIGITS)
    return {
        "id": document.id,
        "hash": content_hash(text_hash, *told.values(), document.meta, digits=_DIGITS),
        "text_hash": text_hash,
        "origin": origin,
        **told,
        "zones": json.dumps(document.zones, separators=(",", ":")),
        "meta": json.dumps(document.meta, separators=(",", ":")),
        "text": document.text,
    }


def _facts(document: Document) -> dict[str, str | None]:
    """What is known of a document, as text."""
    published = document.published
    told = {"title": document.title, "published": None if published is None else published.isoformat()}
    return told | {"source": document.source, "language": document.language, "url": document.url}


def document_of(row: Row) -> Document:
    """The document of a row."""
    return Document(
        text=row["text"],
        id=row["id"],
        **{name: row[name] for name in FACTS},
        zones=tuple(Zone(*zone) for zone in json.loads(row["zones"])),
        meta=tuple((name, value) for name, value in json.loads(row["meta"])),
    )


def packed(extraction: Extraction, text: str) -> bytes:
    """An extraction, compressed. Sentences are stored without their text, since the row has it."""
    return zlib.compress(write_extraction(extraction, text), _LEVEL)


def unpacked(blob: bytes, text: str) -> Extraction:
    """The extraction of a row, from its blob and the text of its document.

    Raises:
        InputError: the blob is damaged, or of another version.
    """
    try:
        line = zlib.decompress(blob)
    except zlib.error as error:
        raise InputError(f"what was read of it is damaged ({error})") from error
    return read_extraction(line, text)


def tellings(extraction: Extraction) -> Iterator[tuple[str | float, ...]]:
    """The dated events of an extraction, each as a row of `telling` without its document."""
    times = {time.id: time for time in extraction.times}
    sentences = {sentence.index: sentence for sentence in extraction.sentences}
    seen = set()
    for event in extraction.events:
        date = _date(event, times, extraction)
        place = event.span.start, event.span.end
        if date is not None and place not in seen:
            seen.add(place)
            sentence = sentences[event.span.sentence]
            told = date, event.type, event.polarity, event.modality, event.score
            yield (*told, *place, sentence.start, sentence.end)


def _date(event: EventMention, times: Mapping[str, TimeExpression], extraction: Extraction) -> str | None:
    """The date (EDTF) of an event by the words of its own article; "../DAY" where only publication dates it."""
    if not event.times:
        return None
    if event.times[0] == PUBLICATION:
        return None if extraction.published is None else f"../{extraction.published.isoformat()[:10]}"
    interval = times[event.times[0]].interval
    return None if interval is None else interval.edtf
