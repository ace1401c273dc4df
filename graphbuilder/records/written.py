"""The JSON of an Extraction: its fields, of which what other parts of it tell already may be left out.

A field at its default is not written; docs/records.md shows one. A `Place` is the first and the last character in the
document, the last excluded. A `Reference` is the number of a mention, time or event in its list, from 0, or its id.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, json

from graphbuilder.intervals import Interval
from graphbuilder.records.documents import Zone
from graphbuilder.records.extraction import Form, Modality, Polarity, RunnerUp, Tense, TimexType

Place = tuple[int, int]
Reference = Annotated[int, Meta(ge=0)] | str
Probability = Annotated[float, Meta(ge=0, le=1)]


class WrittenRecord(Struct, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A record, as it is written; `method`, left out, is that of the Extraction."""


class WrittenPlaced(WrittenRecord, kw_only=True):
    """What has its own words: `text`, left out, is what stands at `span`, and `id` is made of it."""

    span: Place
    text: str | None = None
    method: str | None = None
    score: Probability = 1.0
    id: str | None = None


class WrittenMention(WrittenPlaced, kw_only=True):
    """A Mention. Left out, `head` is the last word of its text, and `chain` its own id."""

    label: str
    form: Form = "name"
    head: str | None = None
    chain: Reference | None = None
    modifies: str = ""


class WrittenTime(WrittenPlaced, kw_only=True):
    """A TimeExpression. `interval` is EDTF, or its two bounds where EDTF cannot tell it."""

    type: TimexType = "DATE"
    value: str
    mod: str | None = None
    interval: str | Interval | None = None
    parts: tuple[WrittenTime, ...] = ()
    anchor: Reference | None = None
    implied: tuple[str, ...] = ()


class WrittenParticipant(WrittenRecord, kw_only=True):
    """A Participant; `span`, left out, is that of the mention."""

    role: str
    mention: Reference
    span: Place | None = None
    method: str | None = None
    score: Probability = 1.0
    runner_up: RunnerUp | None = None


class WrittenEvent(WrittenPlaced, kw_only=True):
    """An EventMention. `phrase` is a text, or its place in the sentence; `chain`, left out, is its own id."""

    type: str
    lemma: str
    participants: tuple[WrittenParticipant, ...] = ()
    times: tuple[Reference, ...] = ()
    place: Reference | None = None
    polarity: Polarity = "POS"
    modality: Modality = "ACTUAL"
    tense: Tense = "NONE"
    attribution: Reference | None = None
    chain: Reference | None = None
    phrase: str | Place = ""
    form: str = "verb"
    sketch: str = ""
    time_score: float | None = None
    time_runner_up: RunnerUp | None = None
    aside: bool = False


class WrittenRelation(WrittenRecord, kw_only=True):
    """A RelationMention; `between` says whether numbers as its source and target are those of mentions or of events."""

    between: Literal["mentions", "events"] = "mentions"
    source: Reference
    type: str
    target: Reference
    time: Reference | None = None
    span: Place
    method: str | None = None
    score: Probability = 1.0
    polarity: Polarity = "POS"
    modality: Modality = "ACTUAL"
    tense: Tense = "NONE"
    attribution: Reference | None = None
    title: str = ""
    former: bool = False


class WrittenExtraction(WrittenRecord, kw_only=True):
    """An Extraction. A sentence is its first and its last character, the last excluded, and its text."""

    schema: Literal[2]
    document: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None
    url: str | None = None
    method: str = ""
    zones: tuple[Zone, ...] = ()
    sentences: tuple[tuple[int, int, str], ...] = ()
    mentions: tuple[WrittenMention, ...] = ()
    times: tuple[WrittenTime, ...] = ()
    events: tuple[WrittenEvent, ...] = ()
    relations: tuple[WrittenRelation, ...] = ()


def extraction_schema() -> dict[str, Any]:
    """The JSON Schema of an Extraction as it is written; `export/extraction.schema.json` is its text."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **json.schema(WrittenExtraction)}
