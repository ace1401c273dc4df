"""Who takes part in an event and as what, where it happened, who says so, and which time expression says when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from graphbuilder.reader.heads import Heads, sigmoid, softmax, spans
from graphbuilder.reader.pairs import Spot, ends, path_numbers, word_to_mention
from graphbuilder.reader.reading import PLACE, SOURCE, Cuts, Event, Part, When
from graphbuilder.reader.weights import Floats
from graphbuilder.reader.words import Words


@dataclass(frozen=True, slots=True)
class Taking:
    """What the chains of a document are to one event."""

    parts: tuple[Part, ...] = ()
    place: Part | None = None
    source: Part | None = None


def find_participants(
    words: Words,
    h: Floats,
    heads: Heads,
    cuts: Cuts,
    spots: Sequence[Spot],
    chains: Sequence[Sequence[int]],
    events: Sequence[Event],
) -> list[Taking]:
    """For each event who takes part, where, and who says so; what a chain is, its best mention tells."""
    if not (chains and events):
        return [Taking() for _ in events]
    scores = _scores("part", words, h, heads, events, spots)
    return [_taking(of_spots, chains, cuts) for of_spots in scores]


def find_times(
    words: Words, h: Floats, heads: Heads, cut: float, times: Sequence[Spot], events: Sequence[Event]
) -> list[When | None]:
    """For each event the time expression that says when, where one does with a probability of `cut`."""
    if not (times and events):
        return [None for _ in events]
    scores = _scores("when", words, h, heads, events, times)
    found = [_best(sigmoid(of_times[:, 0]), cut) for of_times in scores]
    return [When(*one) if one else None for one in found]


def _scores(
    name: str, words: Words, h: Floats, heads: Heads, events: Sequence[Event], spots: Sequence[Spot]
) -> Iterator[Floats]:
    """For each event the scores of mentions or times with its best telling: [spots, values]."""
    tellings = [at for event in events for at in event.tellings]
    firsts, lasts = ends(spots)
    paths = path_numbers(words, tellings, lasts.tolist(), heads.paths)
    facts = np.concatenate([word_to_mention(words, tellings, spots), paths[..., None]], -1)
    scores = heads.pair(name, h[tellings], spans(h, firsts, lasts), facts)
    bounds = np.cumsum([0, *(len(event.tellings) for event in events)]).tolist()
    for low, high in pairwise(bounds):
        yield scores[low:high].max(0)


def _taking(of_spots: Floats, chains: Sequence[Sequence[int]], cuts: Cuts) -> Taking:
    """What the chains are to an event, by the scores of their mentions."""
    best = np.stack([of_spots[list(chain)].max(0) for chain in chains])
    none = np.zeros((len(chains), 1), np.float32)
    roles = softmax(np.concatenate([none, best[:, :PLACE]], 1))
    taking = 1 - roles[:, 0]

    def part(chain: int, role: int, chance: float) -> Part:
        return Part(chain, role, chance, max(chains[chain], key=lambda spot: float(of_spots[spot, role])))

    def side(role: int, cut: float) -> Part | None:
        found = _best(sigmoid(best[:, role]), cut)
        return part(found[0], role, found[1]) if found else None

    parts = [
        part(chain, int(roles[chain, 1:].argmax()), float(taking[chain]))
        for chain in np.flatnonzero(taking >= cuts.part).tolist()
    ]
    parts.sort(key=lambda one: (-one.chance, one.chain))
    return Taking(tuple(parts), side(PLACE, cuts.place), side(SOURCE, cuts.source))


def _best(chances: Floats, cut: float) -> tuple[int, float] | None:
    at = int(chances.argmax())
    return (at, float(chances[at])) if chances[at] >= cut else None
