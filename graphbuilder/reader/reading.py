"""What a reading holds: mentions, chains of them, and events with all that belongs to each.

Everything is counted: words, mentions (spots), chains and times by their places in the lists of the document; kinds,
types, roles and statuses by their places in KINDS, TYPES (`pairs`), ROLES and STATUSES.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.words import Words

ROLES = ("agent", "patient", "recipient", "attendee", "host", "topic", "other")
STATUSES = ("happened", "denied", "planned", "demanded", "possible")
#: What an entity may lastingly be to another: `holds` is a post or rank, `works` employment, `part` a larger body.
RELATIONS = ("holds", "member", "part", "owns", "works", "family", "founded", "located", "born", "died")
#: Whether such a tie holds.
STANDINGS = ("true", "ended", "planned", "denied", "possible")
#: What an entity may be to an event beside its roles: where it happened, and who says so.
PLACE, SOURCE = len(ROLES), len(ROLES) + 1


@dataclass(frozen=True, slots=True)
class Cuts:
    """From which probability something counts; weights bring their own, chosen on articles not learned from."""

    mention: float = 0.5
    """That a mention ends at a word."""
    event: float = 0.35
    """That a word tells an event, wanted or not."""
    part: float = 0.5
    """That an entity takes part in an event, in whatever role."""
    place: float = 0.5
    """That an event happened at a place."""
    source: float = 0.5
    """That somebody says that an event happened."""
    time: float = 0.5
    """That a time expression says when an event happened."""
    tie: float = 0.5
    """That a word tells a tie between two entities."""
    end: float = 0.5
    """That an entity is one end of it."""
    link: float = 0.5
    """That an event is part of another, or was brought about by it."""


class Second(NamedTuple):
    """What was likeliest after that which was chosen: a mention (spot) or time, and its probability."""

    at: int
    chance: float


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes part in an event, and as what."""

    chain: int
    role: int
    """Its place in ROLES; PLACE or SOURCE where it is where, or who says so."""
    chance: float
    """The probability that the chain takes part (in whatever role), is the place, or says so."""
    spot: int
    """Of the mentions of the chain, the one that tells it best."""
    second: Second | None = None
    """Of those who were not taken, whoever was likeliest to be the same."""


class When(NamedTuple):
    """Which time expression says when an event happened, and the probability that it does."""

    time: int
    chance: float
    second: Second | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it was read: the words that tell it, and what belongs to it."""

    tellings: tuple[int, ...]
    """The words that tell it, the one that most belongs on a timeline first."""
    sketches: tuple[bytes, ...]
    """For each telling what it tells, as signed bytes: of tellings that are alike the sketches point alike."""
    wanted: float
    """The probability that it belongs on a timeline."""
    event: float
    """The probability that it is an event at all, no mere saying."""
    status: int
    """The likeliest of `statuses`."""
    statuses: tuple[float, ...]
    """The probability of each of STATUSES."""
    parts: tuple[Part, ...] = ()
    """Who takes part, the likeliest first; no chain twice."""
    place: Part | None = None
    source: Part | None = None
    time: When | None = None
    line: float = 0.0
    """The probability that it is a line that a reader wants and that is right in every way (`line`)."""

    def rank(self) -> tuple[float, tuple[int, ...]]:
        """By what events are sorted: the one that most belongs on a timeline first."""
        return -self.wanted, self.tellings


class End(NamedTuple):
    """One of the two that a tie is between."""

    chain: int
    spot: int
    """Of the mentions of the chain, the one that tells it best."""
    chance: float
    """The probability that the chain is this end."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds for a time between two entities, as one word tells it: "president", "owns", "brother"."""

    word: int
    relation: int
    """Its place in RELATIONS."""
    standing: int
    """Its place in STANDINGS."""
    subject: End
    object: End
    time: When | None
    chance: float
    """The probability that the word tells a tie of this relation."""


class Link(NamedTuple):
    """Two events of a document by their places in the list of its events, and how likely they belong together so."""

    one: int
    other: int
    chance: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document."""

    words: Words
    spots: tuple[Spot, ...]
    """The mentions in the order of their last words."""
    chains: tuple[tuple[int, ...], ...]
    """For each entity its mentions in the order of the text; each mention is in one chain."""
    sure: tuple[float, ...]
    """For each mention the probability that it belongs to what stands before it in its chain; 1 for the first."""
    events: tuple[Event, ...]
    """The events, the one that most belongs on a timeline first."""
    ties: tuple[Tie, ...] = ()
    """The ties between entities, in the order of the words that tell them."""
    wholes: tuple[Link, ...] = ()
    """Which event is part of which other one."""
    causes: tuple[Link, ...] = ()
    """Which event was brought about by which other one."""
