"""What was read in one document: mentions, time expressions, event mentions and relation mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from graphbuilder.intervals import Interval
from graphbuilder.records.documents import Published, Zone
from graphbuilder.records.schema import SCHEMA, counted
from graphbuilder.records.spans import Provenance, Sentence, Span
from graphbuilder.records.structs import as_struct

#: Stands for the day of publication: among the times of an EventMention, as the rule of `Event.dated_by`.
PUBLICATION = "publication"
#: The bytes of a sketch (`EventMention.sketch`).
SKETCH = 32
#: The values of the fields that have few.
Form = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Polarity = Literal["POS", "NEG"]
Modality = Literal["ACTUAL", "PLANNED", "POSSIBLE", "CONDITIONAL", "DEMANDED"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "NONE"]


@as_struct
@dataclass(frozen=True, slots=True)
class Mention:
    """Words that denote a person, place, organisation …, by name, noun or pronoun.

    `form` is name, nominal or pronoun; `chain` is the id of the first mention of the same thing in this document
    (its own id if it is the first). `modifies` is the noun that a name only precedes, "shares" of "Apple shares";
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


@as_struct
@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that denote a time, in TIMEX3 terms, and the interval that they denote.

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


class RunnerUp(NamedTuple):
    """The words that the reader took for likeliest after those that it chose, and their probability."""

    text: str
    score: float


@as_struct
@dataclass(frozen=True, slots=True)
class Participant:
    """A role in an event and the Mention (its id) that plays it; the score of `provenance` is how likely it takes part.

    `runner_up` is whoever was likeliest to play the role of all who were not chosen.
    """

    role: str
    mention: str
    provenance: Provenance
    runner_up: RunnerUp | None = None


@as_struct
@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that denote an event: the trigger, participants, time, place, and whether it is said to have happened.

    `polarity` is POS or NEG; `modality` ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED; `tense` PAST, PRESENT,
    FUTURE or NONE; `attribution` the Mention (id) of who says so; `times` ids of TimeExpressions; `place` a Mention id;
    `chain` the first mention of the same event in this document. `method` names what found it and, after a slash, the
    rule that dated it; `phrase` names the event in the text's own words. `form` is verb, noun or name.
    `sketch` is what the trigger tells, as the reader sees it: signed bytes in base64, which point alike where two
    mentions tell alike. `time_score` is the probability that the first of `times` says when, where the reader chose it,
    and `time_runner_up` the time that was likeliest after it. `aside` is whether the phrase tells the event only in
    passing, so that time and status are of the trigger and not of what the phrase says first.
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
    form: str = "verb"
    sketch: str = field(default="", repr=False)
    time_score: float | None = None
    time_runner_up: RunnerUp | None = None
    aside: bool = False


@as_struct
@dataclass(frozen=True, slots=True)
class RelationMention:
    """Words that relate two mentions (entities or events, by id): "Bucharest, the capital of Romania".

    `polarity`, `modality`, `tense` and `attribution` are those of the sentence, with the values of EventMention;
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
        return counted(self)
