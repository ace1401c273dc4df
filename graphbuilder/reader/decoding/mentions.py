"""Which words mention somebody or something, and which mentions are one: "Jane Roe", "the president", "she"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphbuilder.reader.heads import Heads, softmax, spans
from graphbuilder.reader.pairs import Spot, ends, mention_to_mention
from graphbuilder.reader.weights import Floats
from graphbuilder.reader.words import Words


def find_mentions(h: Floats, heads: Heads, cut: float) -> tuple[Spot, ...]:
    """The mentions: a word at which one ends with a probability of `cut`, and the likeliest first word for it."""
    kinds = softmax(heads.word("kind", h))
    lasts = np.flatnonzero(1 - kinds[:, 0] >= cut).astype(np.int32)
    if not len(lasts):
        return ()
    firsts = heads.starts(h, lasts)
    kind = kinds[lasts, 1:].argmax(1)
    types = heads.word("entity", h[lasts]).argmax(1)
    rows = np.stack([firsts, lasts, kind, types], axis=1).tolist()
    return tuple(Spot(*row) for row in rows)


def chains_of(
    words: Words, h: Floats, heads: Heads, spots: Sequence[Spot]
) -> tuple[tuple[tuple[int, ...], ...], tuple[float, ...]]:
    """The mentions of each entity, and how surely each belongs to what stands before it."""
    if not spots:
        return (), ()
    firsts, lasts = ends(spots)
    of_spans = spans(h, firsts, lasts)
    before = heads.pair("same", of_spans, of_spans, mention_to_mention(words, spots), earlier=True)[..., 0]
    return joined(before, heads.word("alone", h[lasts])[:, 0])


def joined(before: Floats, alone: Floats) -> tuple[tuple[tuple[int, ...], ...], tuple[float, ...]]:
    """Chains of what is one: each goes with the best antecedent before it if that one's score is above its score alone.

    Args:
        before: for each, the score of every other one as its antecedent; only those before it are looked at.
        alone: for each, the score of having none.

    Returns:
        The chains, and for each member the probability that its antecedent is one of its chain; 1 for the first.
    """
    chains: list[list[int]] = []
    chain_of: list[int] = []
    sure: list[float] = []
    for at in range(len(alone)):
        best = int(before[at, :at].argmax()) if at else at
        if at and before[at, best] > alone[at]:
            chain = chains[chain_of[best]]
            chances = softmax(np.append(before[at, :at], alone[at]))
            sure.append(float(chances[chain].sum()))
            chain_of.append(chain_of[best])
            chain.append(at)
        else:
            sure.append(1.0)
            chain_of.append(len(chains))
            chains.append([at])
    return tuple(map(tuple, chains)), tuple(sure)
