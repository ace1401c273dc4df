"""Where a text is cut: into windows of word pieces for the encoder, and very long documents into sections of words.

Windows overlap, so that each word is read where it has most around it.
"""

from __future__ import annotations

import numpy as np

from graphbuilder.reader.weights import Numbers
from graphbuilder.reader.words import Words

#: Pieces of a window, at most, and those that it shares with the next one, at least.
WINDOW, SHARED = 320, 32
#: Words that are decoded together, at most: what is known of pairs of them must fit into memory.
SECTION = 10_000


def windows(words: Words) -> list[tuple[int, int]]:
    """The first and the last piece (excluded) of each window: as few as will do, all of the same length."""
    n = len(words.pieces)
    many = max(1, -(-(n - SHARED) // (WINDOW - SHARED)))
    length = -(-(n + (many - 1) * SHARED) // many)
    lows = [min(at * (length - SHARED), n - length) for at in range(many)]
    return [(low, low + length) for low in lows]


def best_window(words: Words, of: list[tuple[int, int]]) -> Numbers:
    """For each word, the window in which its first piece stands farthest from both ends."""
    first = words.first[:, None]
    low, high = np.array(of)[:, 0], np.array(of)[:, 1]
    margin = np.where((first >= low) & (first < high), np.minimum(first - low, high - 1 - first), -1)
    found: Numbers = margin.argmax(1).astype(np.int32)
    return found


def sections(words: Words) -> list[tuple[int, int]]:
    """The first and the last word (excluded) of each section: the whole document, where it is not very long.

    A section ends with a sentence, unless the sentence alone is too long.
    """
    bounds = [0]
    while len(words) - bounds[-1] > SECTION:
        low, high = bounds[-1], bounds[-1] + SECTION
        sentence = int(np.searchsorted(words.sentences, words.sentences[high]))
        bounds.append(sentence if sentence > low else high)
    return list(zip(bounds, [*bounds[1:], len(words)], strict=True))
