"""Extractions as they are handed in, by whatever made them: checked whole before any work.

`gb.resolve` takes records, what `gb.to_json` makes of them (a line), and the same as parsed JSON. Nothing that a graph
would show may be made up: each text must stand where its span says, and each id must be that of something.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graphbuilder.errors import InputError
from graphbuilder.intervals import Interval
from graphbuilder.records import (
    PUBLICATION,
    EventMention,
    Extraction,
    Mention,
    Provenance,
    RelationMention,
    Sentence,
    Span,
    TimeExpression,
    from_data,
)

#: What may be handed in as one document.
Handed = Extraction | Mapping[str, Any] | str | bytes

_FORMS = ("name", "nominal", "pronoun")
_TYPES = ("DATE", "TIME", "DURATION", "SET")
#: How a sentence tells something: field → its values.
_STATUS = {
    "polarity": ("POS", "NEG"),
    "modality": ("ACTUAL", "PLANNED", "POSSIBLE", "CONDITIONAL", "DEMANDED"),
    "tense": ("PAST", "PRESENT", "FUTURE", "NONE"),
}
_REMEDY = "docs/extend.md shows an extraction made by hand, and its JSON Schema lies in graphbuilder/export"


def extraction_of(given: Handed, number: int) -> Extraction:
    """The checked record of what was handed in for one document, the `number`th.

    Raises:
        InputError: it is none; the message names the document, the place in the record, the value and the remedy.
    """
    if isinstance(given, Extraction):
        one = given
    elif isinstance(given, (str, bytes, Mapping)):
        one = _parsed(given, number)
    else:
        raise InputError(
            f"extraction {number} is {type(given).__name__}; give Extraction records, or their JSON as dict or line"
        )
    for place, reason in _Checked(one).faults():
        raise InputError(f"extraction {number}, document {one.document!r}, {place}: {reason}")
    return one


def extraction_schema() -> dict[str, Any]:
    """The JSON Schema of an Extraction as it is handed in; `export/extraction.schema.json` is its text."""
    schema = TypeAdapter(Extraction).json_schema()
    definitions = schema["$defs"]
    definitions["Provenance"]["required"].remove("quote")  # it is the sentence's text, and filled in
    for definition in (schema, *definitions.values()):
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
    for names, field, values in (
        (("EventMention", "RelationMention"), "polarity", _STATUS["polarity"]),
        (("EventMention", "RelationMention"), "modality", _STATUS["modality"]),
        (("EventMention", "RelationMention"), "tense", _STATUS["tense"]),
        (("Mention",), "form", _FORMS),
        (("TimeExpression",), "type", _TYPES),
    ):
        for name in names:
            definitions[name]["properties"][field]["enum"] = list(values)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _parsed(given: Mapping[str, Any] | str | bytes, number: int) -> Extraction:
    data: Any = None
    try:
        # a copy, since the quotes are put into it
        data = deepcopy(dict(given)) if isinstance(given, Mapping) else _from_text(given)
        one = from_data(Extraction, data)
    except InputError as error:
        name = f", document {data['document']!r}" if isinstance(data, dict) and "document" in data else ""
        place = next(_bad_interval(data, ""), "")
        raise InputError(f"extraction {number}{name}: {place}{_told(error)}; {_REMEDY}") from error
    for place in _unknown(data, one, ""):
        raise InputError(f"extraction {number}, document {one.document!r}: {place} is no field; {_REMEDY}")
    return one


def _from_text(line: str | bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error


def _bad_interval(data: Any, path: str) -> Iterator[str]:
    """Where dates stand that are none, which do not know their place."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        place = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}".removeprefix(".")
        if key == "interval" and isinstance(value, dict):
            try:
                from_data(Interval, value)
            except InputError as error:
                if error.__cause__ is None:
                    yield f"{place}: "
        else:
            yield from _bad_interval(value, place)


def _told(error: InputError) -> str:
    """The first thing that is wrong, in one line."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return str(error)
    first, *others = cause.errors(include_url=False)
    more = f" (and {len(others)} more)" if others else ""
    given = "" if first["type"] == "missing" else f", not {str(first['input'])[:60]!r}"
    return f"{_path(first['loc'])}: {first['msg']}{given}{more}"


def _path(parts: Iterable[int | str]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".") or "the whole"


def _unknown(data: Any, record: Any, path: str) -> Iterator[str]:
    """The keys of parsed JSON that no field of the record has: a slip of the pen would lose what it holds."""
    if isinstance(data, Mapping) and hasattr(record, "__dataclass_fields__"):
        known = {one.name for one in fields(record)}
        yield from (f"{path}{key}" for key in data if key not in known)
        for key in known & data.keys():
            yield from _unknown(data[key], getattr(record, key), f"{path}{key}.")
    elif isinstance(data, (list, tuple)) and isinstance(record, tuple):
        for at, (one, made) in enumerate(zip(data, record, strict=False)):
            yield from _unknown(one, made, f"{path.removesuffix('.')}[{at}].")


class _Checked:
    """The faults of one extraction: place and reason."""

    def __init__(self, one: Extraction) -> None:
        self.one = one
        self._mentions = frozenset(one.id for one in one.mentions)
        self._times = frozenset(each.id for time in one.times for each in (time, *time.parts))
        self._events = frozenset(one.id for one in one.events)

    def faults(self) -> Iterator[tuple[str, str]]:
        """All faults, those of sentences first, on which the others rest."""
        if not self.one.document:
            yield "document", "it is empty; give each document an id of its own"
        for at, sentence in enumerate(self.one.sentences):
            yield from _at(f"sentences[{at}]", self._sentence(at, sentence))
        yield from self._ids()
        for at, mention in enumerate(self.one.mentions):
            yield from _at(f"mentions[{at}] {mention.id!r}", self._mention(mention))
        for at, time in enumerate(self.one.times):
            yield from _at(f"times[{at}] {time.id!r}", self._time(time))
        for at, event in enumerate(self.one.events):
            yield from _at(f"events[{at}] {event.id!r}", self._event(event))
        for at, relation in enumerate(self.one.relations):
            yield from _at(f"relations[{at}]", self._relation(relation))

    def _sentence(self, at: int, sentence: Sentence) -> Iterator[str]:
        if sentence.index != at:
            yield f"its index is {sentence.index}; number the sentences from 0 in their order"
        if not 0 <= sentence.start <= sentence.end or len(sentence.text) != sentence.end - sentence.start:
            yield (
                f"its text has {len(sentence.text)} characters, its offsets are {sentence.start} to {sentence.end}; "
                "count characters of the document, end excluded"
            )
        if at and sentence.start < self.one.sentences[at - 1].end:
            yield f"it starts at {sentence.start}, before the sentence before it ends; sentences do not overlap"

    def _ids(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for kind in ("mentions", "times", "events"):
            for at, record in enumerate(getattr(self.one, kind)):
                if not record.id or record.id in seen:
                    yield f"{kind}[{at}]", f"the id {record.id!r} is empty or taken; give each record its own"
                seen.add(record.id)

    def _mention(self, mention: Mention) -> Iterator[str]:
        yield from self._span(mention.span, mention.text)
        yield from _one_of("form", mention.form, _FORMS)
        yield from self._known("chain", mention.chain, self._mentions)
        yield from _score(mention.score)
        if not mention.label:
            yield "its label is empty; give person, organization, place, …"

    def _time(self, time: TimeExpression) -> Iterator[str]:
        yield from self._stretch(time.span, time.text)
        yield from _one_of("type", time.type, _TYPES)
        if time.anchor is not None:
            yield from self._known("anchor", time.anchor, self._times | {PUBLICATION})
        yield from _score(time.score)
        for part in time.parts:
            yield from self._time(part)

    def _event(self, event: EventMention) -> Iterator[str]:
        yield from self._span(event.span, event.text)
        yield from self._status(event)
        yield from self._known("chain", event.chain, self._events)
        for name in ("place", "attribution"):
            if (id := getattr(event, name)) is not None:
                yield from self._known(name, id, self._mentions)
        for id in event.times:
            yield from self._known("times", id, self._times | {PUBLICATION})
        if PUBLICATION in event.times and self.one.published is None:
            yield f"its times name {PUBLICATION!r}, and published is None; give the day, or leave it out"
        for at, one in enumerate(event.participants):
            yield from (f"participants[{at}]: {fault}" for fault in self._known("mention", one.mention, self._mentions))
            yield from (f"participants[{at}]: {fault}" for fault in self._provenance(one.provenance))
        yield from _score(event.score)
        if not event.type:
            yield 'its type is empty; give one of lexicons/events/event_types.yaml, or "other"'

    def _relation(self, relation: RelationMention) -> Iterator[str]:
        yield from self._stretch(relation.span)
        yield from self._status(relation)
        for name in ("source", "target"):
            yield from self._known(name, getattr(relation, name), self._mentions | self._events)
        if relation.attribution is not None:
            yield from self._known("attribution", relation.attribution, self._mentions)
        if relation.time is not None:
            yield from self._known("time", relation.time, self._times)
        yield from _score(relation.score)

    def _status(self, told: EventMention | RelationMention) -> Iterator[str]:
        for name, values in _STATUS.items():
            yield from _one_of(name, getattr(told, name), values)

    def _provenance(self, told: Provenance) -> Iterator[str]:
        yield from self._span(told.span)
        sentence = self._sentence_of(told.context)
        if sentence is None or (told.context.start, told.context.end) != (sentence.start, sentence.end):
            yield f"its context {_shown(told.context)} is no sentence; give the offsets of sentence and its index"
        elif told.quote != sentence.text:
            yield f"its quote {told.quote[:60]!r} is not the text of its sentence; leave it out, it is filled in"

    def _span(self, span: Span, text: str | None = None) -> Iterator[str]:
        sentence = self._sentence_of(span)
        if span.document != self.one.document:
            yield f"its span is of document {span.document!r}; give this one's"
        elif sentence is None:
            yield f"it is in sentence {span.sentence}, and there are {len(self.one.sentences)}, counted from 0"
        elif not sentence.start <= span.start < span.end <= sentence.end:
            yield f"its span {_shown(span)} is not inside sentence {span.sentence}, {sentence.start} to {sentence.end}"
        elif text is not None and text != (
            there := sentence.text[span.start - sentence.start : span.end - sentence.start]
        ):
            yield f"its text is {text!r}, but at {_shown(span)} stands {there!r}; count characters of the document"

    def _stretch(self, span: Span, text: str | None = None) -> Iterator[str]:
        """Of what may go beyond its sentence, as a tie between words of two, or a date over a wrong sentence end."""
        sentence = self._sentence_of(span)
        if sentence is None or span.document != self.one.document or span.end <= sentence.end:
            yield from self._span(span, text)
        elif not (sentence.start <= span.start < sentence.end and span.end <= self.one.sentences[-1].end):
            yield f"its span {_shown(span)} does not start in sentence {span.sentence} and end in the text"

    def _sentence_of(self, span: Span) -> Sentence | None:
        return self.one.sentences[span.sentence] if 0 <= span.sentence < len(self.one.sentences) else None

    def _known(self, name: str, id: str, ids: frozenset[str]) -> Iterator[str]:
        if id not in ids:
            yield f"its {name} {id!r} is the id of nothing of that kind; name one that is there"


def _at(place: str, faults: Iterator[str]) -> Iterator[tuple[str, str]]:
    return ((place, fault) for fault in faults)


def _one_of(name: str, value: str, values: tuple[str, ...]) -> Iterator[str]:
    if value not in values:
        yield f"its {name} {value!r} is not one of {', '.join(values)}"


def _score(score: float) -> Iterator[str]:
    if not 0 <= score <= 1:
        yield f"its score {score} is not between 0 and 1"


def _shown(span: Span) -> str:
    return f"{span.start} to {span.end}"
