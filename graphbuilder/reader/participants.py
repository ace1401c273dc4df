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
    scores = scores_of("part", words, h, heads, [event.tellings for event in events], spots)
    return [_taking(of_spots, chains, cuts) for of_spots in scores]


def find_times(
    words: Words, h: Floats, heads: Heads, cut: float, times: Sequence[Spot], events: Sequence[Event]
) -> list[When | None]:
    """For each event the time expression that says when, where one does with a probability of `cut`."""
    if not (times and events):
        return [None for _ in events]
    scores = scores_of("when", words, h, heads, [event.tellings for event in events], times)
    found = [best(sigmoid(of_times[:, 0]), cut) for of_times in scores]
    return [When(*one) if one else None for one in found]


def scores_of(
    name: str, words: Words, h: Floats, heads: Heads, told: Sequence[Sequence[int]], spots: Sequence[Spot]
) -> Iterator[Floats]:
    """For each thing told by some words the scores of mentions or times with the best of them: [spots, values]."""
    tellings = [at for one in told for at in one]
    firsts, lasts = ends(spots)
    paths = path_numbers(words, tellings, lasts.tolist(), heads.paths)
    facts = np.concatenate([word_to_mention(words, tellings, spots), paths[..., None]], -1)
    scores = heads.pair(name, h[tellings], spans(h, firsts, lasts), facts)
    bounds = np.cumsum([0, *map(len, told)]).tolist()
    for low, high in pairwise(bounds):
        yield scores[low:high].max(0)


def _taking(of_spots: Floats, chains: Sequence[Sequence[int]], cuts: Cuts) -> Taking:
    """What the chains are to an event, by the scores of their mentions."""
    of_chains = best_of(of_spots, chains)
    none = np.zeros((len(chains), 1), np.float32)
    roles = softmax(np.concatenate([none, of_chains[:, :PLACE]], 1))
    taking = 1 - roles[:, 0]

    def part(chain: int, role: int, chance: float) -> Part:
        return Part(chain, role, chance, max(chains[chain], key=lambda spot: float(of_spots[spot, role])))

    def side(role: int, cut: float) -> Part | None:
        found = best(sigmoid(of_chains[:, role]), cut)
        return part(found[0], role, found[1]) if found else None

    parts = [
        part(chain, int(roles[chain, 1:].argmax()), float(taking[chain]))
        for chain in np.flatnonzero(taking >= cuts.part).tolist()
    ]
    parts.sort(key=lambda one: (-one.chance, one.chain))
    return Taking(tuple(parts), side(PLACE, cuts.place), side(SOURCE, cuts.source))


def best_of(of_spots: Floats, chains: Sequence[Sequence[int]]) -> Floats:
    """For each chain the best scores of its mentions: [chains, values]."""
    return np.stack([of_spots[list(chain)].max(0) for chain in chains])


def best(chances: Floats, cut: float) -> tuple[int, float] | None:
    """The likeliest one, with its probability, if that is at least `cut`."""
    at = int(chances.argmax())
    return (at, float(chances[at])) if chances[at] >= cut else None
