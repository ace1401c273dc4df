"""A Resolution in parts of JSON, without the words of the articles: how a store, which has the articles, keeps one.

No part is large, so that the JSON of the whole never has to be held. A quote and its sentence's place are looked up in
the sentences of the document, and the words of a sentence in the text of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import convert, json, to_builtins

from graphbuilder.errors import InputError
from graphbuilder.records.documents import publication
from graphbuilder.records.refusal import MISREAD
from graphbuilder.records.resolution import Entity, Event, Judgement, Relation, Resolution, Source

#: What a resolution is made of, in the order in which it is read back: quotes need the documents.
_KINDS: dict[str, type] = {
    "documents": Source,
    "entities": Entity,
    "events": Event,
    "relations": Relation,
    "judgements": Judgement,
}
#: Records of a part.
_MANY = 500

_Places = dict[tuple[str, int], tuple[dict[str, Any], str]]


def in_parts(resolution: Resolution) -> Iterator[bytes]:
    """The parts of a resolution that has no former ids, each as JSON."""
    for kind in _KINDS:
        records = getattr(resolution, kind)
        for start in range(0, len(records), _MANY):
            data = to_builtins(records[start : start + _MANY])
            for evidence in _evidence(data):
                del evidence["context"], evidence["quote"]
            for sentence in _sentences(data) if kind == "documents" else ():
                del sentence["text"]
            yield json.encode({kind: data})


def of_parts(parts: Iterable[bytes], text_of: Callable[[str], str]) -> Resolution:
    """The resolution that `in_parts` has written.

    Args:
        parts: in their order.
        text_of: the text of a document, by its id.

    Raises:
        InputError: it is not such JSON, or of other documents.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    places: _Places = {}
    try:
        for part in parts:
            [(kind, data)] = json.decode(part).items()
            if kind == "documents":
                places |= _restored(data, text_of)
            for evidence in _evidence(data):
                span = evidence["span"]
                evidence["context"], evidence["quote"] = places[span["document"], span["sentence"]]
            found[kind] += (convert(one, _KINDS[kind]) for one in data)
    except MISREAD as error:
        raise InputError(f"not what was put together of these articles: {error}") from error
    documents, entities, events, relations, judgements = (tuple(found[kind]) for kind in _KINDS)
    return Resolution(documents, entities, events, relations, judgements)


def _restored(documents: Iterable[dict[str, Any]], text_of: Callable[[str], str]) -> _Places:
    """Each sentence of some documents as context and quote; its words, and the days of publication, are put back."""
    places: _Places = {}
    for one in documents:
        id_, text = one["document"], text_of(one["document"])
        one["published"] = publication(one["published"], "published")
        for sentence in one["sentences"]:
            index, start, end = sentence["index"], sentence["start"], sentence["end"]
            sentence["text"] = text[start:end]
            places[id_, index] = {"document": id_, "start": start, "end": end, "sentence": index}, sentence["text"]
    return places


def _evidence(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each Provenance of some records."""
    for one in records:
        yield from one.get("provenance", ())
        yield from (evidence for _, evidence in one.get("alternatives", ()))


def _sentences(documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (sentence for one in documents for sentence in one["sentences"])
