"""Who takes part in an event, as what and how likely; where it happened, who says so, and which words say when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graphbuilder.reader.heads import Heads, sigmoid, softmax, spans
from graphbuilder.reader.pairs import Spot, ends, path_numbers, word_to_mention
from graphbuilder.reader.reading import PLACE, SOURCE, Cuts, Event, Part, Second, When
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
    best_mentions = best_of_chains(scores, chains)
    return [_taking(*of_event, chains, cuts) for of_event in zip(scores, best_mentions, strict=True)]


def find_times(
    words: Words, h: Floats, heads: Heads, cut: float, times: Sequence[Spot], events: Sequence[Event]
) -> list[When | None]:
    """For each event the time expression that says when, where one does with a probability of `cut`."""
    if not (times and events):
        return [None for _ in events]
    scores = scores_of("when", words, h, heads, [event.tellings for event in events], times)
    return [likeliest_time(of_times, cut) for of_times in scores]


def likeliest_time(of_times: Floats, cut: float) -> When | None:
    """The likeliest time by its scores, and the one after it, where it says when with a probability of `cut`."""
    found = first_two(sigmoid(of_times[:, 0]), cut)
    return When(*found) if found else None


def scores_of(
    name: str, words: Words, h: Floats, heads: Heads, told: Sequence[Sequence[int]], spots: Sequence[Spot]
) -> Floats:
    """For each thing told by words the scores of mentions or times with the best of these: [told, spots, values]."""
    tellings = [at for one in told for at in one]
    firsts, lasts = ends(spots)
    paths = path_numbers(words, tellings, lasts.tolist(), heads.paths)
    facts = np.concatenate([word_to_mention(words, tellings, spots), paths[..., None]], -1)
    scores = heads.pair(name, h[tellings], spans(h, firsts, lasts), facts)
    return best_of(scores, told, 0)


def best_of(scores: Floats, groups: Sequence[Sequence[int]], axis: int) -> Floats:
    """The greatest scores of each group; the members of the groups stand one after the other along an axis."""
    starts = np.cumsum([0, *map(len, groups[:-1])])
    found: Floats = np.maximum.reduceat(scores, starts, axis)
    return found


def best_of_chains(scores: Floats, chains: Sequence[Sequence[int]]) -> Floats:
    """The greatest scores of the mentions of each chain: [told, chains, values] of [told, spots, values]."""
    return best_of(scores[:, [spot for chain in chains for spot in chain]], chains, 1)


def _taking(of_spots: Floats, of_chains: Floats, chains: Sequence[Sequence[int]], cuts: Cuts) -> Taking:
    """What the chains are to an event, by the scores of their mentions and the best of each chain."""
    none = np.zeros((len(chains), 1), np.float32)
    roles = softmax(np.concatenate([none, of_chains[:, :PLACE]], 1))
    taking = 1 - roles[:, 0]

    def spot(chain: int, role: int) -> int:
        return max(chains[chain], key=lambda spot: float(of_spots[spot, role]))

    def part(chain: int, role: int, chance: float, second: Second | None) -> Part:
        return Part(chain, role, chance, spot(chain, role), second and Second(spot(second.at, role), second.chance))

    def side(role: int, cut: float) -> Part | None:
        found = first_two(sigmoid(of_chains[:, role]), cut)
        return part(found[0], role, *found[1:]) if found else None

    taken = taking >= cuts.part
    likeliest = roles[:, 1:].argmax(1).tolist()
    parts = [
        part(chain, likeliest[chain], float(taking[chain]), likeliest_other(roles[:, 1 + likeliest[chain]], taken))
        for chain in np.flatnonzero(taken).tolist()
    ]
    parts.sort(key=lambda one: (-one.chance, one.chain))
    return Taking(tuple(parts), side(PLACE, cuts.place), side(SOURCE, cuts.source))


def best(chances: Floats, cut: float) -> tuple[int, float] | None:
    """The likeliest one, with its probability, if that is at least `cut`."""
    at = int(chances.argmax())
    return (at, float(chances[at])) if chances[at] >= cut else None


def first_two(chances: Floats, cut: float) -> tuple[int, float, Second | None] | None:
    """The likeliest one with its probability, if that is at least `cut`, and the one after it."""
    found = best(chances, cut)
    return (*found, likeliest_other(chances, np.arange(len(chances)) == found[0])) if found else None


def likeliest_other(chances: Floats, taken: NDArray[np.bool_]) -> Second | None:
    """The likeliest of those who are not taken; None where all are."""
    at = int(np.where(taken, -1, chances).argmax())
    return None if taken[at] else Second(at, float(chances[at]))
