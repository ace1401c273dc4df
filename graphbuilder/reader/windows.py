"""Windows of word pieces: each word is read where it has most around it."""

from __future__ import annotations

import numpy as np

from graphbuilder.reader.words import Numbers, Words

#: Pieces of a window, at most, and those that it shares with the next one, at least.
WINDOW, SHARED = 320, 48


def windows(words: Words) -> list[tuple[int, int]]:
    """The first and the last piece (excluded) of each window: as few as will do, of about the same length."""
    n = len(words.pieces)
    many = max(1, -(-(n - SHARED) // (WINDOW - SHARED)))
    length = -(-(n + (many - 1) * SHARED) // many)
    return [(min(at * (length - SHARED), n - length), min(at * (length - SHARED), n - length) + length) for at in range(many)]


def best_window(words: Words, of: list[tuple[int, int]]) -> Numbers:
    """For each word, the window in which it stands nearest to the middle."""
    first = words.first[:, None]
    low = np.array([one[0] for one in of])[None, :]
    high = np.array([one[1] for one in of])[None, :]
    middle = np.where((first >= low) & (first < high), np.minimum(first - low, high - 1 - first), -1)
    return middle.argmax(1).astype(np.int32)
