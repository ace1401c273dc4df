"""Validation of the extractions that are handed in, before any work: a wrong one is refused with place and remedy.

A graph shows sentences and offsets, so each text must stand where its span says, and each id must be that of a record.
Sentences are checked first, since all other checks rest on them. A new check is a generator method of `Faults`.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from msgspec.json import encode

from graphbuilder.errors import InputError
from graphbuilder.invisible import as_read
from graphbuilder.records import (
    PUBLICATION,
    SKETCH,
    EventMention,
    Extraction,
    Form,
    Mention,
    Modality,
    Polarity,
    Provenance,
    RelationMention,
    Sentence,
    Span,
    Tense,
    TimeExpression,
    TimexType,
    read_extraction,
)

#: Polarity, modality and tense of an event or relation mention: field → its values.
_STATUS = {"polarity": Polarity, "modality": Modality, "tense": Tense}


class Faults:
    """The faults of one extraction, each with its place and the reason."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._mentions = frozenset(mention.id for mention in extraction.mentions)
        self._times = frozenset(part.id for time in extraction.times for part in (time, *time.parts))
        self._events = frozenset(event.id for event in extraction.events)

    def all(self) -> Iterator[tuple[str, str]]:
        """Place and reason of each fault, those of the sentences first."""
        if not self._extraction.document:
            yield "document", "it is empty; give each document an id of its own"
        for at, sentence in enumerate(self._extraction.sentences):
            yield from _placed(f"sentences[{at}]", self._sentence(at, sentence))
        yield from self._ids()
        for at, mention in enumerate(self._extraction.mentions):
            yield from _placed(f"mentions[{at}] {mention.id!r}", self._mention(mention))
        for at, time in enumerate(self._extraction.times):
            yield from _placed(f"times[{at}] {time.id!r}", self._time(time))
        for at, event in enumerate(self._extraction.events):
            yield from _placed(f"events[{at}] {event.id!r}", self._event(event))
        for at, relation in enumerate(self._extraction.relations):
            yield from _placed(f"relations[{at}]", self._relation(relation))

    def _sentence(self, at: int, sentence: Sentence) -> Iterator[str]:
        if sentence.index != at:
            yield f"its index is {sentence.index}; number the sentences from 0 in their order"
        if not 0 <= sentence.start <= sentence.end or len(sentence.text) != sentence.end - sentence.start:
            yield (
                f"its text has {len(sentence.text)} characters, its offsets are {sentence.start} to {sentence.end}; "
                "count characters of the document, end excluded"
            )
        if at and sentence.start < self._extraction.sentences[at - 1].end:
            yield f"it starts at {sentence.start}, before the sentence before it ends; sentences do not overlap"

    def _ids(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for kind in ("mentions", "times", "events"):
            for at, record in enumerate(getattr(self._extraction, kind)):
                if not record.id or record.id in seen:
                    yield f"{kind}[{at}]", f"the id {record.id!r} is empty or taken; give each record its own"
                seen.add(record.id)

    def _mention(self, mention: Mention) -> Iterator[str]:
        yield from self._span(mention.span, mention.text)
        yield from _value("form", mention.form, Form)
        yield from self._reference("chain", mention.chain, self._mentions)
        yield from _score(mention.score)
        if not mention.label:
            yield "its label is empty; give person, organization, place, …"

    def _time(self, time: TimeExpression) -> Iterator[str]:
        yield from self._long_span(time.span, time.text)
        yield from _value("type", time.type, TimexType)
        if time.anchor is not None:
            yield from self._reference("anchor", time.anchor, self._times | {PUBLICATION})
        yield from _score(time.score)
        for part in time.parts:
            yield from self._time(part)

    def _event(self, event: EventMention) -> Iterator[str]:
        yield from self._span(event.span, event.text)
        yield from self._status(event)
        yield from self._reference("chain", event.chain, self._events)
        for name in ("place", "attribution"):
            if (id := getattr(event, name)) is not None:
                yield from self._reference(name, id, self._mentions)
        for id in event.times:
            yield from self._reference("times", id, self._times | {PUBLICATION})
        if PUBLICATION in event.times and self._extraction.published is None:
            yield f"its times name {PUBLICATION!r}, and published is None; give the day, or leave it out"
        for at, participant in enumerate(event.participants):
            faults = (
                *self._reference("mention", participant.mention, self._mentions),
                *self._evidence(participant.provenance),
            )
            yield from (f"participants[{at}]: {fault}" for fault in faults)
        yield from _score(event.score)
        yield from _sketch(event.sketch)
        if not event.type:
            yield 'its type is empty; give one of lexicons/events/event_types.yaml, or "other"'

    def _relation(self, relation: RelationMention) -> Iterator[str]:
        yield from self._long_span(relation.span)
        yield from self._status(relation)
        for name in ("source", "target"):
            yield from self._reference(name, getattr(relation, name), self._mentions | self._events)
        if relation.attribution is not None:
            yield from self._reference("attribution", relation.attribution, self._mentions)
        if relation.time is not None:
            yield from self._reference("time", relation.time, self._times)
        yield from _score(relation.score)

    def _status(self, mention: EventMention | RelationMention) -> Iterator[str]:
        for name, kind in _STATUS.items():
            yield from _value(name, getattr(mention, name), kind)

    def _evidence(self, evidence: Provenance) -> Iterator[str]:
        yield from self._span(evidence.span)
        sentence = self._sentence_of(evidence.context)
        if sentence is None or (evidence.context.start, evidence.context.end) != (sentence.start, sentence.end):
            yield f"its context {_offsets(evidence.context)} is no sentence; give the offsets of sentence and its index"
        elif evidence.quote != sentence.text:
            yield f"its quote {evidence.quote[:60]!r} is not the text of its sentence; leave it out, it is filled in"

    def _span(self, span: Span, text: str | None = None) -> Iterator[str]:
        sentence = self._sentence_of(span)
        if span.document != self._extraction.document:
            yield f"its span is of document {span.document!r}; give this one's"
        elif sentence is None:
            yield f"it is in sentence {span.sentence}, and there are {len(self._extraction.sentences)}, counted from 0"
        elif not sentence.start <= span.start < span.end <= sentence.end:
            bounds = f"{sentence.start} to {sentence.end}"
            yield f"its span {_offsets(span)} is not inside sentence {span.sentence}, {bounds}"
        elif text is not None and text not in (
            there := sentence.text[span.start - sentence.start : span.end - sentence.start],
            as_read(there),
        ):
            yield f"its text is {text!r}, but at {_offsets(span)} stands {there!r}; count characters of the document"

    def _long_span(self, span: Span, text: str | None = None) -> Iterator[str]:
        """The faults of a span that may end in a later sentence, as those of relations and dates may."""
        sentence = self._sentence_of(span)
        if sentence is None or span.document != self._extraction.document or span.end <= sentence.end:
            yield from self._span(span, text)
        elif not (sentence.start <= span.start < sentence.end and span.end <= self._extraction.sentences[-1].end):
            yield f"its span {_offsets(span)} does not start in sentence {span.sentence} and end in the text"

    def _sentence_of(self, span: Span) -> Sentence | None:
        return (
            self._extraction.sentences[span.sentence] if 0 <= span.sentence < len(self._extraction.sentences) else None
        )

    def _reference(self, name: str, id: str, ids: frozenset[str]) -> Iterator[str]:
        if id not in ids:
            yield f"its {name} {id!r} is the id of nothing of that kind; name one that is there"


def _placed(place: str, faults: Iterator[str]) -> Iterator[tuple[str, str]]:
    return ((place, fault) for fault in faults)


def _value(name: str, value: str, kind: Any) -> Iterator[str]:
    if value not in (values := get_args(kind)):
        yield f"its {name} {value!r} is not one of {', '.join(values)}"


def _score(score: float) -> Iterator[str]:
    if not 0 <= score <= 1:
        yield f"its score {score} is not between 0 and 1"


def _sketch(sketch: str) -> Iterator[str]:
    try:
        size = len(b64decode(sketch, validate=True))
    except ValueError:
        size = -1
    if size not in (0, SKETCH):
        yield f"its sketch {sketch[:40]!r} is not {SKETCH} bytes in base64; leave it out"


def _offsets(span: Span) -> str:
    return f"{span.start} to {span.end}"


#: What may be handed in as one document.
Handed = Extraction | Mapping[str, Any] | str | bytes

_REMEDY = "docs/records.md shows the JSON of an Extraction, and its JSON Schema lies in graphbuilder/export"


def extraction_of(given: Handed, number: int) -> Extraction:
    """The checked record of the `number`th document that was handed in.

    Raises:
        InputError: it is not a valid extraction; the message names the document, the place in the record, the value and
            the remedy.
    """
    if isinstance(given, Extraction):
        extraction = given
    elif isinstance(given, (str, bytes, Mapping)):
        extraction = _parsed(given, number)
    else:
        raise InputError(
            f"extraction {number} is {type(given).__name__}; give Extraction records, or their JSON as dict or line"
        )
    for place, reason in Faults(extraction).all():
        raise InputError(f"extraction {number}, document {extraction.document!r}, {place}: {reason}")
    return extraction


def _parsed(given: Mapping[str, Any] | str | bytes, number: int) -> Extraction:
    try:
        return read_extraction(encode(given) if isinstance(given, Mapping) else given)
    except (InputError, TypeError, ValueError) as error:
        raise InputError(f"extraction {number}: {error}; {_REMEDY}") from error
