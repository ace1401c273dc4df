"""What flows between the stages: frozen records, and their JSON lines.

What was read (Document, Mention, TimeExpression, EventMention, Extraction) and what was concluded from it (Entity,
Event, Relation, Resolution) are different records; the first are never overwritten. Ids come from content, never from
order or chance. Offsets are characters of `Document.text`, end excluded.

    >>> document = Document(text="NATO met in Bucharest.", id="a.txt")
    >>> from_json(Document, to_json(document)) == document
    True
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from graphbuilder.addresses import web_address
from graphbuilder.errors import InputError
from graphbuilder.intervals import Bound, Interval
from graphbuilder.writing import replacing

__all__ = [
    "Bound", "Document", "Entity", "Event", "EventMention", "Extraction", "Interval", "Judgement", "Mention",
    "Participant", "Provenance", "Relation", "RelationMention", "Resolution", "Sentence", "Source", "Span",
    "TimeExpression", "Zone", "content_hash", "from_json", "read_jsonl", "to_json", "write_jsonl",
]  # fmt: skip

#: Version of the records of this file; a stored Extraction of another one must be made anew.
SCHEMA = 1

#: Stands for the day of publication: among the times of an EventMention, as the rule of `Event.dated_by`.
PUBLICATION = "publication"
#: The rule of `Event.dated_by` for what is told to have lasted until then, and not since when.
UNTIL = "until"

#: Kinds of zone whose text is shown but never becomes a part of the graph.
MUTED_ZONES = frozenset({"furniture", "duplicate"})

_SURROGATE = re.compile("[\ud800-\udfff]")


def _moment(value: object) -> object:
    """ISO text keeps its kind: "2022-11-29" is a date, "2022-11-29T00:00:00" a date and time."""
    if not isinstance(value, str):
        return value
    return date.fromisoformat(value) if len(value) in (8, 10) else datetime.fromisoformat(value)


#: When a document was published; None is unknown.
Published = Annotated[datetime | date | None, BeforeValidator(_moment)]


class Zone(NamedTuple):
    """A part of a text with a role of its own.

    Kinds: headline, byline, dateline, caption, duplicate (a part told before, word by word) and furniture (adverts,
    "follow us", credits and the like).
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
        object.__setattr__(self, "published", _published(self.published))
        if self.url is not None:
            object.__setattr__(self, "url", _address(self.url))
        if not self.id:
            facts = (self.text, self.title, self.published and self.published.isoformat(), self.source)
            object.__setattr__(self, "id", content_hash(*facts))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, verbatim."""

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (excluded) of a document; `sentence` is the index of the sentence they are in."""

    document: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """The very words that something comes from: the mention's characters, and the sentence around them, verbatim.

    `quote` is the text of `context`. It is stored once a sentence, in the sentences of the record that holds this one.
    """

    span: Span
    context: Span
    quote: Annotated[str, Field(exclude=True)]
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or point to a person, place, organisation …

    `form` is name, nominal or pronoun; `chain` is the id of the first mention of the same thing in this document
    (its own id if it is the first). `modifies` is the noun that a name only stands before, "shares" of "Apple shares";
    corpora count such names apart (PRE.NAM in MEANTIME, PRE in ACE).
    """

    id: str
    span: Span
    text: str
    label: str
    form: str
    head: str
    chain: str
    method: str
    score: float
    modifies: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, in TIMEX3 terms, and the interval they mean.

    `type` is DATE, TIME, DURATION or SET; `anchor` is "publication", the id of another TimeExpression, or None where
    the words need none; `implied` names the parts that were filled in. A range or list is one record: `interval` is
    the whole, `value` that of its first part, and `parts` holds one record for each TIMEX3 in it.
    """

    id: str
    span: Span
    text: str
    type: str
    value: str
    mod: str | None
    interval: Interval | None
    parts: tuple[TimeExpression, ...]
    anchor: str | None
    implied: tuple[str, ...]
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Participant:
    """A role in an event and the Mention (its id) that plays it."""

    role: str
    mention: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that tell an event: the trigger, who takes part, when and where, and whether it is said to have happened.

    `polarity` is POS or NEG; `modality` ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED; `tense` PAST, PRESENT,
    FUTURE or NONE; `attribution` the Mention (id) of who says so; `times` ids of TimeExpressions; `place` a Mention id;
    `chain` the first mention of the same event in this document. `method` names what found it and, after a slash, the
    rule that dated it; `phrase` tells the event in a few of the text's own words.
    """

    id: str
    span: Span
    text: str
    type: str
    lemma: str
    participants: tuple[Participant, ...]
    times: tuple[str, ...]
    place: str | None
    polarity: str
    modality: str
    tense: str
    attribution: str | None
    chain: str
    method: str
    score: float
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class RelationMention:
    """Words that tie two mentions (entities or events, by id): "Bucharest, the capital of Romania".

    `polarity`, `modality`, `tense` and `attribution` say how the sentence tells it, with the values of EventMention;
    `former` is true of what was so and is over ("the former president", "no longer a member"), and `title` has the
    words for a post: "president of Norway". `time` is the TimeExpression (id) that says when it was so, or came to be.
    """

    source: str
    type: str
    target: str
    time: str | None
    span: Span
    method: str
    score: float
    polarity: str = "POS"
    modality: str = "ACTUAL"
    tense: str = "NONE"
    attribution: str | None = None
    title: str = ""
    former: bool = False


def told_plainly(tie: RelationMention | Relation) -> bool:
    """Whether a tie is told as a fact that is so: not denied, planned, possible, over, or only somebody's word."""
    return tie.polarity == "POS" and tie.modality == "ACTUAL" and not tie.former and not tie.attribution


@dataclass(frozen=True, slots=True, repr=False)
class Extraction:
    """Everything that was read in one document (`document` is its id)."""

    document: str
    title: str | None
    published: Published
    source: str | None
    language: str | None
    sentences: tuple[Sentence, ...]
    zones: tuple[Zone, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[EventMention, ...]
    relations: tuple[RelationMention, ...]
    schema: int = SCHEMA
    url: str | None = None

    def __repr__(self) -> str:
        return _counted(self)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, organisation … with all names and mentions that lead to it.

    `corrections` are the lines of the user's file that made it what it is.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[str, ...] = field(repr=False)
    external_ids: tuple[tuple[str, str], ...]
    provenance: tuple[Provenance, ...] = field(repr=False)
    corrections: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """One event, however often it is told.

    `dated_by` is the rule that dated it and the id of the TimeExpression, or "user" and the line of the corrections
    (also where that says that it has no date); `alternatives` are other dates that the texts give it; `participants`
    are pairs of role and Entity id; `place`, `attributions` are Entity ids; `part_of` ids of events; `sources` outlets;
    `independent_sources` counts documents that are not copies of each other; `speakers` are the words for those who
    say so and have no name: "prosecutors".
    """

    id: str
    type: str
    name: str
    interval: Interval | None
    dated_by: tuple[str, str] | None
    alternatives: tuple[tuple[Interval, Provenance], ...] = field(repr=False)
    place: str | None
    participants: tuple[tuple[str, str], ...]
    polarity: str
    modality: str
    attributions: tuple[str, ...]
    sources: tuple[str, ...]
    part_of: tuple[str, ...]
    mentions: tuple[str, ...] = field(repr=False)
    independent_sources: int
    score: float
    provenance: tuple[Provenance, ...] = field(repr=False)
    corrections: tuple[str, ...] = field(default=(), repr=False)
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed tie between two entities, or between two events (`refers_to`, `causes`, `fulfils`), by id.

    A tie that is told in several ways (as a fact, denied, planned, over, as somebody's word) is one record for each:
    `polarity`, `modality`, `tense`, `former` and `title` are those of RelationMention, `attribution` the ids of the
    entities that say so, or the words for those who have no name; empty where a text says so itself.
    """

    source: str
    type: str
    target: str
    interval: Interval | None
    provenance: tuple[Provenance, ...] = field(repr=False)
    polarity: str = "POS"
    modality: str = "ACTUAL"
    tense: str = "NONE"
    attribution: tuple[str, ...] = ()
    title: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the graph knows it: its facts and its sentences. `group` is shared by near-duplicates.

    `corrections` are the lines of the user's file that tell its facts.
    """

    document: str
    title: str | None
    published: Published
    source: str | None
    language: str | None
    sentences: tuple[Sentence, ...] = field(repr=False)
    group: str
    url: str | None = None
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two things were put together or kept apart: `verdict` is same, different, unsure, or tied for a plan and its
    deed.

    `left` and `right` are ids of the first mentions; `by` is rule, or user for a line of the user's corrections.
    """

    left: str
    right: str
    verdict: str
    score: float
    reason: str
    by: str = "rule"


@dataclass(frozen=True, slots=True, repr=False)
class Resolution:
    """Everything that was concluded from a collection."""

    documents: tuple[Source, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    judgements: tuple[Judgement, ...]
    schema: int = SCHEMA

    def __repr__(self) -> str:
        return _counted(self)


Record = TypeVar("Record", bound=Hashable)


def to_json(record: Hashable) -> str:
    """One line of JSON text; equal records give equal text."""
    data = _adapter(type(record)).dump_python(record, mode="json")
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(kind: type[Record], line: str | bytes) -> Record:
    """The record of type `kind` that `to_json` wrote.

    Raises:
        InputError: the line is not JSON, or not such a record of this version.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON: {error}") from error
    return from_data(kind, data)


def from_data(kind: type[Record], data: Any) -> Record:
    """As `from_json`, from data already parsed.

    Raises:
        InputError: the data is not such a record of this version.
    """
    if isinstance(data, dict) and data.get("schema", SCHEMA) != SCHEMA:
        raise InputError(f"{kind.__name__} of schema {data['schema']!r}: this version reads {SCHEMA}; build it anew")
    try:
        _restore_quotes(data)
        record: Record = _adapter(kind).validate_python(data)
    except (ValidationError, LookupError, TypeError) as error:
        raise InputError(f"not a {kind.__name__} record: {error}") from error
    return record


def write_jsonl(records: Iterable[Hashable], file: str | PathLike[str] | IO[str]) -> None:
    """Write records as JSON lines; use it to keep the work of a stage.

    Args:
        records: of any kinds.
        file: a path, whose file (UTF-8) is replaced when all is written, or an open stream of text.

    Raises:
        OutputError: the path cannot be written to.
    """
    if not isinstance(file, (str, PathLike)):
        file.writelines(to_json(record) + "\n" for record in records)
        return
    with replacing(file) as stream:
        write_jsonl(records, stream)


def read_jsonl(kind: type[Record], file: str | PathLike[str] | IO[str]) -> Iterator[Record]:
    """Read the records that `write_jsonl` wrote, one by one.

    Args:
        kind: of all records, such as Extraction.
        file: a path, or an open stream of text.

    Raises:
        InputError: there is no such file, or a line is no such record; the message names its number.
    """
    if not isinstance(file, (str, PathLike)):
        yield from _records(kind, file, str(getattr(file, "name", "input")))
        return
    try:
        with Path(file).open(encoding="utf-8") as stream:
            yield from _records(kind, stream, str(file))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{str(file)!r} cannot be read ({reason}); name a file of JSON lines") from error


def _records(kind: type[Record], lines: Iterable[str], name: str) -> Iterator[Record]:
    for number, line in enumerate(lines, start=1):
        try:
            yield from_json(kind, line)
        except InputError as error:
            raise InputError(f"{name}, line {number}: {error}") from error


def content_hash(*facts: object, digits: int = 12) -> str:
    """A short hash of strings, numbers and None, the same on every machine and in every run."""
    text = json.dumps(facts, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:digits]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _counted(record: Extraction | Resolution) -> str:
    """A record of a whole document or collection in one line: how many of each kind, and its other facts."""
    values = ((one.name, getattr(record, one.name)) for one in fields(record))
    facts = (f"{len(value)} {name}" if isinstance(value, tuple) else f"{name}={value!r}" for name, value in values)
    return f"{type(record).__name__}({', '.join(facts)})"


def _address(text: object) -> str:
    address = web_address(text) if isinstance(text, str) else None
    if address is None:
        raise InputError(
            f"Document.url must be a web address that begins with http:// or https://, not {text!r}; "
            "leave it out where there is none"
        )
    return address


def _published(value: object) -> date | None:
    """When a document was published, from what the user gives."""
    try:
        moment = _moment(value)
    except ValueError:  # a text, but none of ISO
        moment = value
    if moment is None or isinstance(moment, date):
        return moment
    raise InputError(
        f"Document.published must be a date, a datetime, ISO text such as '2022-11-29' or None, not {value!r}"
    )


def _storable(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _restore_quotes(data: Any) -> None:
    """Put the sentence's text back into each Provenance, whose quote is not stored with it."""
    quotes: dict[tuple[str, int], str] = {}
    for holder in [data, *data.get("documents", ())] if isinstance(data, dict) else ():
        for sentence in holder.get("sentences", ()):
            quotes[holder["document"], sentence["index"]] = sentence["text"]
    if quotes:
        _fill_quotes(data, quotes)


def _fill_quotes(data: Any, quotes: dict[tuple[str, int], str]) -> None:
    if isinstance(data, dict):
        context = data.get("context")
        if context is not None and "quote" not in data:
            place = context["document"], context["sentence"]
            if place not in quotes:
                raise InputError(f"a quote is of {place[0]!r}, sentence {place[1]}, which is not one of its sentences")
            data["quote"] = quotes[place]
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            _fill_quotes(value, quotes)
