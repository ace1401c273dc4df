"""What was concluded from a collection: entities, events, relations, the documents behind them, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graphbuilder.intervals import Interval
from graphbuilder.records.documents import Published
from graphbuilder.records.extraction import RelationMention, RunnerUp
from graphbuilder.records.schema import SCHEMA, counted
from graphbuilder.records.spans import Provenance, Sentence

#: The rule of `Event.dated_by` for what is told to have lasted until then, and not since when.
UNTIL = "until"
#: The `role` of the Choice of a date.
DATE = "date"


class Choice(NamedTuple):
    """Why somebody takes part in an event, or why it has its date: how likely that is, and what was likeliest after it.

    `chosen` is the id of the Entity with this role, or of the TimeExpression that dates the event (`role` is DATE).
    """

    role: str
    chosen: str
    score: float
    runner_up: RunnerUp | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, organisation …, with all names and mentions that denote it.

    `corrections` are the lines of the user's file that made it what it is. `named` is False of whoever is only
    described ("police", "two men"): it belongs to its article, and `name` is what it is called there.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[str, ...] = field(repr=False)
    external_ids: tuple[tuple[str, str], ...]
    provenance: tuple[Provenance, ...] = field(repr=False)
    corrections: tuple[str, ...] = field(default=(), repr=False)
    named: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """One event, with all mentions of it.

    `dated_by` is the rule that dated it and the id of the TimeExpression, or "user" and the line of the corrections
    (also where that says that it has no date); `alternatives` are other dates that the texts give it; `participants`
    are pairs of role and Entity id; `place`, `attributions` are Entity ids; `part_of` ids of events; `sources` outlets;
    `independent_sources` counts documents that are not copies of each other; `speakers` are the words for those who
    say so and have no name: "prosecutors"; `choices` say how sure the reader was of participants and date; `aside` is
    the word that date and status are of, where `name` tells that only in passing, and empty otherwise.
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
    choices: tuple[Choice, ...] = field(default=(), repr=False)
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relation between two entities, or between two events (`refers_to`, `causes`, `fulfils`), by id.

    A relation of several statuses (a fact, denied, planned, over, somebody's word) is one record for each:
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

    `corrections` are the lines of the user's file that give its facts.
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
    """Everything that was concluded from a collection.

    `former_ids` are pairs of an id that an entity or event had in a store before it became one with another, and that
    of the other.
    """

    documents: tuple[Source, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    judgements: tuple[Judgement, ...]
    schema: int = SCHEMA
    former_ids: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return counted(self)


def told_plainly(tie: RelationMention | Relation) -> bool:
    """Whether a relation is a plain fact in the text: not denied, planned, possible, over, or only somebody's word."""
    return tie.polarity == "POS" and tie.modality == "ACTUAL" and not tie.former and not tie.attribution
