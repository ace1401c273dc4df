"""An Extraction → its JSON (`written`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, json, structs

from graphbuilder.errors import InputError
from graphbuilder.intervals import Interval
from graphbuilder.records.extraction import (
    EventMention,
    Extraction,
    Mention,
    Participant,
    RelationMention,
    TimeExpression,
)
from graphbuilder.records.extraction_reading import read_extraction
from graphbuilder.records.refusal import MISREAD
from graphbuilder.records.sentences import Sentences, interval_of, last_word
from graphbuilder.records.spans import Span
from graphbuilder.records.written import (
    Place,
    WrittenEvent,
    WrittenExtraction,
    WrittenMention,
    WrittenParticipant,
    WrittenRelation,
    WrittenTime,
)

_As = TypeVar("_As", bound=Struct)


def write_extraction(extraction: Extraction, text: str = "") -> bytes:
    """The JSON of an extraction; equal extractions give equal bytes.

    Args:
        extraction: what was read.
        text: of its document, if whoever reads the JSON has it too; sentences are then written without theirs.

    Raises:
        InputError: the extraction contradicts itself, so that it would not come back as it is.
    """
    try:
        line = json.encode(_Writer(extraction).written(text))
        if read_extraction(line, text) == extraction:
            return line
        reason = "it would come back as another one"
    except MISREAD as error:
        reason = str(error)
    told = f"the Extraction of {extraction.document!r} cannot be written ({reason})"
    raise InputError(f"{told}; gb.resolve says what in it contradicts what")


class _Writer:
    """Writes the records of one document."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._sentences = Sentences(extraction.document, extraction.sentences)
        self._spans = {one.id: one.span for one in extraction.mentions}
        self._mentions = _numbers(extraction.mentions)
        self._times = _numbers(extraction.times)
        self._events = _numbers(extraction.events)
        methods = Counter(_methods(extraction))
        self._method = min(methods, key=lambda one: (-methods[one], one), default="")

    def written(self, text: str) -> WrittenExtraction:
        """All of it; sentences that stand in the text are without theirs."""
        one = self._extraction
        sentences = ((s.start, s.end, "" if s.text == text[s.start : s.end] else s.text) for s in one.sentences)
        return _copy(
            WrittenExtraction,
            one,
            published=None if one.published is None else one.published.isoformat(),
            method=self._method,
            sentences=tuple(sentences),
            mentions=tuple(map(self._mention, one.mentions)),
            times=tuple(map(self._time, one.times)),
            events=tuple(map(self._event, one.events)),
            relations=tuple(map(self._relation, one.relations)),
        )

    def _own_method(self, method: str) -> str | None:
        return None if method == self._method else method

    def _placed(self, kind: str, one: Mention | TimeExpression | EventMention) -> dict[str, Any]:
        span = one.span
        return {
            "span": _place(span),
            "text": None if one.text == self._sentences.words(span) else one.text,
            "method": self._own_method(one.method),
            "id": None if one.id == f"{self._extraction.document}@{kind}{span.start}-{span.end}" else one.id,
        }

    def _mention(self, one: Mention) -> WrittenMention:
        head = None if one.head == last_word(one.text) else one.head
        chain = None if one.chain == one.id else _reference(one.chain, self._mentions)
        return _copy(WrittenMention, one, **self._placed("m", one), head=head, chain=chain)

    def _time(self, one: TimeExpression) -> WrittenTime:
        interval: str | Interval | None = one.interval
        if one.interval is not None and interval_of(one.interval.edtf) == one.interval:
            interval = one.interval.edtf
        parts, anchor = tuple(map(self._time, one.parts)), _reference(one.anchor, self._times)
        return _copy(WrittenTime, one, **self._placed("t", one), interval=interval, parts=parts, anchor=anchor)

    def _event(self, one: EventMention) -> WrittenEvent:
        return _copy(
            WrittenEvent,
            one,
            **self._placed("e", one),
            participants=tuple(map(self._participant, one.participants)),
            times=tuple([_reference(each, self._times) for each in one.times]),
            place=_reference(one.place, self._mentions),
            attribution=_reference(one.attribution, self._mentions),
            chain=None if one.chain == one.id else _reference(one.chain, self._events),
            phrase=self._phrase(one),
        )

    def _phrase(self, event: EventMention) -> str | Place:
        """A phrase as its place, if it stands in the sentence."""
        context, sentence = self._sentences.around(event.span)
        at = sentence.find(event.phrase) if event.phrase else -1
        return event.phrase if at < 0 else (context.start + at, context.start + at + len(event.phrase))

    def _participant(self, one: Participant) -> WrittenParticipant:
        evidence, spans = one.provenance, self._spans
        return _copy(
            WrittenParticipant,
            one,
            mention=_reference(one.mention, self._mentions),
            span=None if evidence.span == spans.get(one.mention) else _place(evidence.span),
            method=self._own_method(evidence.method),
            score=evidence.score,
        )

    def _relation(self, one: RelationMention) -> WrittenRelation:
        numbers = self._events if one.source in self._events else self._mentions
        return _copy(
            WrittenRelation,
            one,
            between="events" if numbers is self._events else "mentions",
            source=_reference(one.source, numbers),
            target=_reference(one.target, numbers),
            time=_reference(one.time, self._times),
            attribution=_reference(one.attribution, self._mentions),
            span=_place(one.span),
            method=self._own_method(one.method),
        )


def _copy(kind: type[_As], record: Any, **other: Any) -> _As:
    """A record as it is written, with some fields in another form than its own."""
    told = {name: other[name] if name in other else getattr(record, name) for name in _defaults(kind)}
    # msgspec leaves out what is the very object of a default, not what equals it
    return kind(**{name: value for name, value in told.items() if value != _defaults(kind)[name]})


@cache
def _defaults(kind: type[Struct]) -> dict[str, Any]:
    """The fields of a written record, each with its default."""
    return {one.name: one.default for one in structs.fields(kind)}


def _methods(extraction: Extraction) -> Iterator[str]:
    """The methods by which all was found, as often as they are named."""
    for found in (extraction.mentions, extraction.times, extraction.events, extraction.relations):
        yield from (one.method for one in found)
    yield from (one.provenance.method for event in extraction.events for one in event.participants)


def _reference(id: str | None, numbers: Mapping[str, int]) -> Any:
    """An id as it is written; its number, if it is among those that have one."""
    return id if id is None else numbers.get(id, id)


def _numbers(found: Iterable[Any]) -> dict[str, int]:
    return {one.id: number for number, one in enumerate(found)}


def _place(span: Span) -> Place:
    return span.start, span.end
