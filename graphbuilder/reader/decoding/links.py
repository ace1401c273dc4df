"""Which event of a document is part of another one, and which event led to which other one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphbuilder.reader.decoding.participants import best, best_of, scores_of
from graphbuilder.reader.heads import Heads, sigmoid
from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.reading import Event, Link
from graphbuilder.reader.weights import Floats
from graphbuilder.reader.words import Words


def find_links(
    words: Words, h: Floats, heads: Heads, cut: float, events: Sequence[Event]
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """For each event the whole that it is part of, and all that brought it about, with a probability of `cut`."""
    if len(events) < 2:
        return (), ()
    told = [event.tellings for event in events]
    tellings = [at for one in told for at in one]
    scores = scores_of("link", words, h, heads, told, [Spot(at, at, 0, 0) for at in tellings])
    wholes, causes = [], []
    for one, chances in enumerate(sigmoid(best_of(scores, told, 1))):
        chances[one] = 0
        if whole := best(chances[:, 0], cut):
            wholes.append(Link(one, *whole))
        there = np.flatnonzero(chances[:, 1] >= cut).tolist()
        causes += [Link(one, other, float(chances[other, 1])) for other in there]
    return tuple(wholes), tuple(causes)
