"""What flows between the stages: frozen records, and their JSON lines.

What was read (Document, Mention, TimeExpression, EventMention, Extraction) and what was concluded from it (Entity,
Event, Relation, Resolution) are different records; the first are never overwritten. Ids come from content, never from
order or chance. Offsets are characters of `Document.text`, end excluded. In the order in which they read each other:

    schema      the version of the records
    ids         ids from content
    documents   Document, Zone
    structs     dataclasses that there are many of
    spans       Sentence, Span, Provenance
    extraction  Mention, TimeExpression, EventMention …: what was read in one document
    resolution  Entity, Event, Relation, Judgement …: what was concluded from all
    refusal     why JSON is no record
    written     the JSON of an Extraction; sentences, extraction_reading and extraction_writing make one of the other
    json_lines  records ↔ JSON lines

Import from here: the modules are cut by subject, and may be cut otherwise. A new field of a record has a default, so
that what was stored before can be read; where it has none, `SCHEMA` goes up.

    >>> document = Document(text="NATO met in Bucharest.", id="a.txt")
    >>> from_json(Document, to_json(document)) == document
    True
"""

from __future__ import annotations

from graphbuilder.intervals import Bound, Interval
from graphbuilder.records.documents import MUTED_ZONES, Document, Published, Zone
from graphbuilder.records.extraction import (
    PUBLICATION,
    SKETCH,
    EventMention,
    Extraction,
    Form,
    Mention,
    Modality,
    Participant,
    Polarity,
    RelationMention,
    RunnerUp,
    Tense,
    TimeExpression,
    TimexType,
)
from graphbuilder.records.extraction_reading import read_extraction
from graphbuilder.records.extraction_writing import write_extraction
from graphbuilder.records.ids import content_hash
from graphbuilder.records.json_lines import Record, from_data, from_json, read_jsonl, to_json, write_jsonl
from graphbuilder.records.resolution import (
    DATE,
    UNTIL,
    Choice,
    Entity,
    Event,
    Judgement,
    Relation,
    Resolution,
    Source,
    told_plainly,
)
from graphbuilder.records.schema import SCHEMA
from graphbuilder.records.spans import Provenance, Sentence, Span
from graphbuilder.records.written import extraction_schema

__all__ = [
    "DATE", "MUTED_ZONES", "PUBLICATION", "SCHEMA", "SKETCH", "UNTIL", "Bound", "Choice", "Document", "Entity", "Event",
    "EventMention", "Extraction", "Form", "Interval", "Judgement", "Mention", "Modality", "Participant", "Polarity",
    "Provenance", "Published", "Record", "Relation", "RelationMention", "Resolution", "RunnerUp", "Sentence", "Source",
    "Span", "Tense", "TimeExpression", "TimexType", "Zone", "content_hash", "extraction_schema", "from_data",
    "from_json", "read_extraction", "read_jsonl", "to_json", "told_plainly", "write_extraction", "write_jsonl",
]  # fmt: skip
