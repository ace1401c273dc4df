"""Which lasting tie two entities have, as a word tells it: who holds a post, owns, is a member, brother, part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from graphbuilder.reader.decoding.participants import best_of_chains, likeliest_time, scores_of
from graphbuilder.reader.heads import Heads, softmax
from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.reading import Cuts, End, Tie, When
from graphbuilder.reader.weights import Floats
from graphbuilder.reader.words import Words

_SUBJECT, _OBJECT = range(2)


def find_ties(
    words: Words,
    h: Floats,
    heads: Heads,
    cuts: Cuts,
    spots: Sequence[Spot],
    chains: Sequence[Sequence[int]],
    times: Sequence[Spot],
) -> tuple[Tie, ...]:
    """The ties that words tell with a probability of `cuts.tie`; of one word, each subject with each object."""
    relations = softmax(heads.word("tie", h))
    at = np.flatnonzero(1 - relations[:, 0] >= cuts.tie).tolist()
    if not (at and chains):
        return ()
    standing = heads.word("standing", h[at]).argmax(1)
    ends = scores_of("ends", words, h, heads, [[word] for word in at], spots)
    of_chains = best_of_chains(ends, chains)
    dated: list[When | None] = [None] * len(at)
    if times:
        held = scores_of("when", words, h, heads, [[word] for word in at], times)
        dated = [likeliest_time(of_times, cuts.time) for of_times in held]
    return tuple(
        Tie(
            word=word,
            relation=int(relations[word, 1:].argmax()),
            standing=int(standing[k]),
            subject=subject,
            object=object_,
            time=dated[k],
            chance=float(relations[word, 1:].max()),
        )
        for k, word in enumerate(at)
        for subject, object_ in _between(ends[k], of_chains[k], chains, cuts.end)
    )


def _between(
    of_spots: Floats, of_chains: Floats, chains: Sequence[Sequence[int]], cut: float
) -> Iterator[tuple[End, End]]:
    """Each subject with each object of a tie, by the scores of the mentions and the best of each chain."""
    chances = softmax(np.concatenate([np.zeros((len(chains), 1), np.float32), of_chains], 1))[:, 1:]

    def ends(side: int) -> list[End]:
        there = np.flatnonzero(chances[:, side] >= cut).tolist()
        return [
            End(chain, max(chains[chain], key=lambda spot: float(of_spots[spot, side])), float(chances[chain, side]))
            for chain in there
        ]

    objects = ends(_OBJECT)
    for subject in ends(_SUBJECT):
        yield from ((subject, one) for one in objects if one.chain != subject.chain)
