"""Where texts are cut: every piece is read, every word where it has most around it, every word decoded once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.reader import windows as module
from graphbuilder.reader.windows import SHARED, WINDOW, best_window, sections, windows

LENGTHS = st.builds(
    lambda words, seed: np.random.default_rng(seed).integers(1, 9, words), st.integers(0, 600), st.integers(0, 99)
)
#: Numbers of pieces around those at which one window more is needed.
EDGES = [0, 1, 47, 48, 49, 319, 320, 321, 591, 592, 593, 864, 865, 5000]


def check_windows(n, found):
    lows, highs = zip(*found, strict=True)
    assert (lows[0], highs[-1]) == (0, n)
    assert len({high - low for low, high in found}) == 1
    assert highs[0] - lows[0] <= WINDOW
    for (_, high), (low, _) in pairwise(found):
        assert high - low >= SHARED
    # one fewer would not reach the end
    assert len(found) == 1 or (len(found) - 1) * (WINDOW - SHARED) + SHARED < n


@given(LENGTHS)
def test_every_piece_is_in_a_window(words_of_lengths, lengths):
    check_windows(sum(lengths), windows(words_of_lengths(lengths)))


@pytest.mark.parametrize("pieces", EDGES)
def test_windows_at_the_edges(pieces, words_of_lengths):
    check_windows(pieces, windows(words_of_lengths([1] * pieces)))


@given(LENGTHS)
def test_each_word_is_read_where_it_has_most_around_it(words_of_lengths, lengths):
    words = words_of_lengths(lengths)
    found = windows(words)
    best = best_window(words, found)
    assert best.dtype == np.int32
    assert len(best) == len(words)
    for piece, window in zip(words.first.tolist(), best.tolist(), strict=True):
        margins = [min(piece - low, high - 1 - piece) for low, high in found]
        assert margins[window] == max(margins) >= 0
        # half of what windows share stands around it, or the text ends there
        assert margins[window] >= min(SHARED // 2 - 1, piece, len(words.pieces) - 1 - piece)


@given(sentences=st.lists(st.integers(1, 70), max_size=30))
def test_sections_hold_every_word_once(words_of_lengths, sentences):
    of = [at for at, length in enumerate(sentences) for _ in range(length)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SECTION", 50)
        found = sections(words_of_lengths([1] * len(of), of))
    assert [at for low, high in found for at in range(low, high)] == list(range(len(of)))
    for (low, high), (_, following) in pairwise(found):
        assert 0 < high - low <= 50
        ends_with_a_sentence = of[high - 1] != of[high]
        assert ends_with_a_sentence or of[low] == of[high]
        # the next sentence would have been too much
        assert of[high : high + 51].count(of[high]) + high - low > 50 or following == high


@pytest.mark.parametrize(("words", "cuts"), [(0, 1), (1, 1), (10_000, 1), (10_001, 2)])
def test_only_very_long_documents_are_cut(words, cuts, words_of_lengths):
    assert len(sections(words_of_lengths([1] * words, range(words)))) == cuts
