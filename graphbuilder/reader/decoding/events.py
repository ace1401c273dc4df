"""Which words tell an event, which tell the same one, whether it is for a timeline, and happened or is only planned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphbuilder.reader.decoding.mentions import joined
from graphbuilder.reader.heads import Heads, softmax
from graphbuilder.reader.pairs import telling_to_telling
from graphbuilder.reader.reading import Event
from graphbuilder.reader.weights import Floats, Numbers
from graphbuilder.reader.words import Words

#: What a word may tell: nothing, mere saying, an event that could stand on a timeline, one that belongs there.
_OTHER, _WANTED = 2, 3


def find_events(words: Words, h: Floats, heads: Heads, cut: float) -> tuple[Event, ...]:
    """The events that are told with a probability of `cut`, the most wanted first; who and when are found later."""
    worth = softmax(heads.word("worth", h))
    told = worth[:, _OTHER] + worth[:, _WANTED]
    at = np.flatnonzero(told >= cut).astype(np.int32)
    if not len(at):
        return ()
    wanted, told = worth[at, _WANTED], told[at]
    status = softmax(heads.word("status", h[at]))
    again = heads.pair("again", h[at], h[at], telling_to_telling(words, at.tolist()), earlier=True)[..., 0]
    sketches = heads.sketches(h[at])
    events = [
        _event(at[of], [sketches[k] for k in of], wanted[of], told[of], status[of])
        for of in _chains(again, heads, h[at], wanted)
    ]
    return tuple(sorted(events, key=Event.rank))


def _chains(again: Floats, heads: Heads, h: Floats, wanted: Floats) -> list[list[int]]:
    """The tellings of each event, the most wanted one first."""
    chains, _ = joined(again, heads.word("new", h)[:, 0])
    return [sorted(chain, key=lambda k: (-float(wanted[k]), k)) for chain in chains]


def _event(tellings: Numbers, sketches: Sequence[bytes], wanted: Floats, told: Floats, status: Floats) -> Event:
    statuses = status.mean(0)
    return Event(
        tellings=tuple(tellings.tolist()),
        sketches=tuple(sketches),
        wanted=float(wanted.max()),
        event=float(told.max()),
        status=int(statuses.argmax()),
        statuses=tuple(statuses.tolist()),
    )
