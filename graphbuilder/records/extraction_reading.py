"""The JSON of an Extraction (`written`) → the Extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

from msgspec import json

from graphbuilder.errors import InputError
from graphbuilder.records.documents import publication
from graphbuilder.records.extraction import (
    EventMention,
    Extraction,
    Mention,
    Participant,
    RelationMention,
    TimeExpression,
)
from graphbuilder.records.refusal import MISREAD, parsed, refusal
from graphbuilder.records.sentences import Sentences, interval_of, last_word
from graphbuilder.records.spans import Provenance, Sentence, Span
from graphbuilder.records.written import (
    WrittenEvent,
    WrittenExtraction,
    WrittenMention,
    WrittenParticipant,
    WrittenPlaced,
    WrittenRelation,
    WrittenTime,
)

_Made = TypeVar("_Made")
_DECODER = json.Decoder(WrittenExtraction)
_status = attrgetter("polarity", "modality", "tense")


def read_extraction(line: str | bytes, text: str = "") -> Extraction:
    """The extraction that was written.

    Args:
        line: its JSON.
        text: of its document, for sentences that were written without theirs.

    Raises:
        InputError: it is not JSON, or not an Extraction of this version.
    """
    try:
        return _Reader(_DECODER.decode(line), text).extraction()
    except MISREAD as error:
        raise refusal(Extraction, parsed(line), error) from error


class _Reader:
    """Makes the records of one document; what several of them say is one object."""

    def __init__(self, line: WrittenExtraction, text: str) -> None:
        sentences = enumerate(line.sentences)
        self._sentences = Sentences(
            line.document,
            tuple([Sentence(at, start, end, own or text[start:end]) for at, (start, end, own) in sentences]),
        )
        self._line = line
        self._usual_method = intern(line.method)
        self._mentions = self._ids("m", line.mentions)
        self._times = self._ids("t", line.times)
        self._events = self._ids("e", line.events)
        self._spans: dict[str, Span] = {}

    def extraction(self) -> Extraction:
        """All of it."""
        line = self._line
        return Extraction(
            line.document,
            line.title,
            publication(line.published, "published"),
            line.source,
            line.language,
            self._sentences.all,
            line.zones,
            _each("mentions", self._mention, line.mentions, self._mentions),
            _each("times", self._time, line.times, self._times),
            _each("events", self._event, line.events, self._events),
            _each("relations", self._relation, line.relations),
            url=line.url,
        )

    def _ids(self, kind: str, given: Iterable[WrittenPlaced]) -> list[str]:
        before = f"{self._line.document}@{kind}"
        return [f"{before}{one.span[0]}-{one.span[1]}" if one.id is None else one.id for one in given]

    def _words(self, one: WrittenPlaced) -> tuple[Span, str]:
        span = self._sentences.span(one.span)
        return span, self._sentences.words(span) if one.text is None else one.text

    def _method(self, method: str | None) -> str:
        return self._usual_method if method is None else intern(method)

    def _mention(self, one: WrittenMention, id: str) -> Mention:
        span, text = self._words(one)
        self._spans[id] = span
        head = last_word(text) if one.head is None else one.head
        chain, method = _id(one.chain, self._mentions) or id, self._method(one.method)
        return Mention(id, span, text, intern(one.label), one.form, head, chain, method, one.score, one.modifies)

    def _time(self, one: WrittenTime, id: str) -> TimeExpression:
        parts = _each("parts", self._time, one.parts, self._ids("t", one.parts))
        try:
            interval = interval_of(one.interval) if isinstance(one.interval, str) else one.interval
        except InputError as error:
            raise InputError(f".interval: {error}") from error
        span, text = self._words(one)
        anchor, method = _id(one.anchor, self._times), self._method(one.method)
        return TimeExpression(
            id, span, text, one.type, one.value, one.mod, interval, parts, anchor, one.implied, method, one.score
        )

    def _event(self, one: WrittenEvent, id: str) -> EventMention:
        span, text = self._words(one)
        phrase = one.phrase if isinstance(one.phrase, str) else self._sentences.words(self._sentences.span(one.phrase))
        return EventMention(
            id,
            span,
            text,
            intern(one.type),
            intern(one.lemma),
            _each("participants", self._participant, one.participants),
            tuple([_id(each, self._times) for each in one.times]),
            _id(one.place, self._mentions),
            *_status(one),
            _id(one.attribution, self._mentions),
            _id(one.chain, self._events) or id,
            self._method(one.method),
            one.score,
            phrase,
            one.form,
            one.sketch,
            one.time_score,
            one.time_runner_up,
            one.aside,
        )

    def _participant(self, one: WrittenParticipant) -> Participant:
        mention = _id(one.mention, self._mentions)
        span = self._spans.get(mention) if one.span is None else self._sentences.span(one.span)
        if span is None:
            raise InputError(f": its mention {mention!r} is the id of nothing of that kind; name one that is there")
        evidence = Provenance(span, *self._sentences.around(span), self._method(one.method), one.score)
        return Participant(intern(one.role), mention, evidence, one.runner_up)

    def _relation(self, one: WrittenRelation) -> RelationMention:
        ids = self._events if one.between == "events" else self._mentions
        return RelationMention(
            _id(one.source, ids),
            intern(one.type),
            _id(one.target, ids),
            _id(one.time, self._times),
            self._sentences.span(one.span),
            self._method(one.method),
            one.score,
            *_status(one),
            _id(one.attribution, self._mentions),
            one.title,
            one.former,
        )


def _each(name: str, make: Callable[..., _Made], *given: Iterable[Any]) -> tuple[_Made, ...]:
    """What is made of each; an error begins with its place, a step before that of the error itself.

    Raises:
        InputError: one is wrong.
    """
    made: list[_Made] = []
    try:
        made.extend(map(make, *given))
    except InputError as error:
        raise InputError(f".{name}[{len(made)}]{error}") from error
    return tuple(made)


def _id(reference: Any, ids: Sequence[str]) -> Any:
    """What a reference means; None is nothing."""
    if type(reference) is not int:
        return reference
    if reference < len(ids):
        return ids[reference]
    raise InputError(f": nothing of that kind has the number {reference}; there are {len(ids)}, counted from 0")
