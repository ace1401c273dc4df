"""From scores to a reading: mentions, chains of them, events with all tellings, who takes part, where, who says so, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graphbuilder.reader.heads import Floats, Heads, sigmoid, softmax, spans
from graphbuilder.reader.pairs import (
    Spot,
    mention_to_mention,
    path_numbers,
    telling_to_telling,
    word_to_mention,
)
from graphbuilder.reader.words import Numbers, Words

ROLES = ("agent", "patient", "recipient", "attendee", "host", "topic", "other")
STATUSES = ("happened", "denied", "planned", "demanded", "possible")
_PLACE, _SOURCE = len(ROLES), len(ROLES) + 1


@dataclass(frozen=True, slots=True)
class Cuts:
    """From which probability something counts; chosen on articles that were not learned from."""

    mention: float = 0.5
    event: float = 0.35
    part: float = 0.5
    place: float = 0.5
    source: float = 0.5
    time: float = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes part: a chain, as what, with which probability, and the mention (spot) that says so best."""

    chain: int
    role: int
    chance: float
    spot: int


@dataclass(slots=True)
class Event:
    """An event as it was read: words that tell it, the best first, and what belongs to it with probabilities."""

    tellings: list[int]
    wanted: float
    """The probability that it belongs on a timeline."""
    event: float
    """The probability that it is an event at all, no mere saying."""
    status: int
    statuses: Floats
    parts: list[Part] = field(default_factory=list)
    place: Part | None = None
    source: Part | None = None
    time: tuple[int, float] | None = None


@dataclass(slots=True)
class Reading:
    """What was read in one document; everything is counted in words, mentions, chains and times of the document."""

    words: Words
    spots: list[Spot]
    chains: list[list[int]]
    events: list[Event]


def decode(words: Words, times: Sequence[Spot], h: Floats, heads: Heads, cuts: Cuts = Cuts()) -> Reading:
    """The reading of a document, of the vectors of its words."""
    spots = _mentions(h, heads, cuts)
    chains = _chains(words, h, heads, spots)
    events = _events(words, h, heads, cuts)
    if events:
        _parts(words, h, heads, cuts, spots, chains, events)
        _times(words, h, heads, cuts, times, events)
    return Reading(words, spots, chains, events)


def _mentions(h: Floats, heads: Heads, cuts: Cuts) -> list[Spot]:
    kinds = softmax(heads.word("kind", h))
    lasts = np.flatnonzero(1 - kinds[:, 0] >= cuts.mention).astype(np.int32)
    if not len(lasts):
        return []
    firsts = heads.starts(h, lasts)
    types = heads.word("entity", h[lasts]).argmax(1)
    kind = kinds[lasts, 1:].argmax(1)
    return [
        Spot(int(a), int(b), int(k), int(t)) for a, b, k, t in zip(firsts, lasts, kind, types, strict=True)
    ]


def _chains(words: Words, h: Floats, heads: Heads, spots: Sequence[Spot]) -> list[list[int]]:
    """The mentions of each entity: each mention goes with the best one before it, or begins a chain."""
    if not spots:
        return []
    lasts = np.array([spot.last for spot in spots], dtype=np.int32)
    m = spans(h, np.array([spot.first for spot in spots], dtype=np.int32), lasts)
    before = heads.pair("same", m, m, mention_to_mention(words, spots))[..., 0]
    return _joined(before, heads.word("alone", h[lasts])[:, 0])


def _joined(before: Floats, alone: Floats) -> list[list[int]]:
    chains: list[list[int]] = []
    of: list[int] = []
    for at in range(len(alone)):
        best = int(before[at, :at].argmax()) if at else -1
        if at and before[at, best] > alone[at]:
            of.append(of[best])
            chains[of[best]].append(at)
        else:
            of.append(len(chains))
            chains.append([at])
    return chains


def _events(words: Words, h: Floats, heads: Heads, cuts: Cuts) -> list[Event]:
    worth = softmax(heads.word("worth", h))
    told = worth[:, 2] + worth[:, 3]
    at = np.flatnonzero(told >= cuts.event).astype(np.int32)
    if not len(at):
        return []
    status = softmax(heads.word("status", h[at]))
    again = heads.pair("again", h[at], h[at], telling_to_telling(words, at.tolist()))[..., 0]
    events = []
    for chain in _joined(again, heads.word("new", h[at])[:, 0]):
        chain.sort(key=lambda k: (-float(worth[at[k], 3]), k))
        statuses = status[chain].mean(0)
        events.append(
            Event(
                tellings=[int(at[k]) for k in chain],
                wanted=float(worth[at[chain], 3].max()),
                event=float(told[at[chain]].max()),
                status=int(statuses.argmax()),
                statuses=statuses,
            )
        )
    return sorted(events, key=lambda event: (-event.wanted, event.tellings))


def _scores(
    name: str, words: Words, h: Floats, heads: Heads, tellings: Sequence[int], spots: Sequence[Spot]
) -> Floats:
    firsts = np.array([spot.first for spot in spots], dtype=np.int32)
    lasts = np.array([spot.last for spot in spots], dtype=np.int32)
    near = word_to_mention(words, tellings, spots)
    path: Numbers = path_numbers(words, tellings, lasts.tolist(), heads.paths)
    facts = np.concatenate([near, path[..., None]], -1)
    return heads.pair(name, h[np.array(tellings, dtype=np.int32)], spans(h, firsts, lasts), facts)


def _parts(
    words: Words,
    h: Floats,
    heads: Heads,
    cuts: Cuts,
    spots: Sequence[Spot],
    chains: Sequence[Sequence[int]],
    events: Sequence[Event],
) -> None:
    if not chains:
        return
    tellings = [at for event in events for at in event.tellings]
    scores = _scores("part", words, h, heads, tellings, spots)
    low = 0
    for event in events:
        of_event = scores[low : low + len(event.tellings)].max(0)
        low += len(event.tellings)
        best = np.stack([of_event[list(chain)].max(0) for chain in chains])
        roles = softmax(np.concatenate([np.zeros((len(chains), 1), np.float32), best[:, :_PLACE]], 1))
        taking = 1 - roles[:, 0]

        def part(k: int, role: int, chance: float, of_event: Floats = of_event) -> Part:
            return Part(k, role, chance, max(chains[k], key=lambda spot: float(of_event[spot, role])))

        event.parts = [
            part(int(k), int(roles[k, 1:].argmax()), float(taking[k])) for k in np.flatnonzero(taking >= cuts.part)
        ]
        event.parts.sort(key=lambda one: (-one.chance, one.chain))
        for role, cut in ((_PLACE, cuts.place), (_SOURCE, cuts.source)):
            found = _best(sigmoid(best[:, role]), cut)
            if found is not None:
                setattr(event, "place" if role == _PLACE else "source", part(found[0], role, found[1]))


def _best(chances: Floats, cut: float) -> tuple[int, float] | None:
    at = int(chances.argmax())
    return (at, float(chances[at])) if chances[at] >= cut else None


def _times(
    words: Words, h: Floats, heads: Heads, cuts: Cuts, times: Sequence[Spot], events: Sequence[Event]
) -> None:
    if not times:
        return
    tellings = [at for event in events for at in event.tellings]
    scores = sigmoid(_scores("when", words, h, heads, tellings, times)[..., 0])
    low = 0
    for event in events:
        event.time = _best(scores[low : low + len(event.tellings)].max(0), cuts.time)
        low += len(event.tellings)
