"""Into which pieces words fall."""

from __future__ import annotations

import pytest

from graphbuilder.reader.pieces import WordPieces

CASES = {
    "Bucharest": "bucharest",
    "Bucharest-based": "bucharest - based",
    "BUCHAREST’S": "bucharest ’ [UNK]",
    "ZÜRICH": "zurich",
    "Zu\u0308rich": "zurich",
    "abcd": "a ##b ##c ##d",
    "annexed": "annexe ##d",
    "annexes": "[UNK]",  # a part is known as a whole, or not at all
    "annexx": "annex ##x",
    "2008": "2008",
    "$20": "$ 20",
    "2008.": "2008 .",
    "£20": "[UNK]",  # no mark, but a sign of currency, which BERT does not part off
    "£": "£",
    "東京": "東 京",
    "a–b": "a – b",
    "a b\tc": "a b c",
    "a\u00a0b": "a b",
    "oo": "o ##o",
    "a\u200bb": "a ##b",  # a blank of no width is not seen
    "\ufeff": "",
    " ": "",
    "": "",
    "a" * 100: "a" + " ##a" * 99,
    "a" * 101: "[UNK]",
    "Ω": "[UNK]",
    "?!": "? !",
}


@pytest.fixture(scope="module")
def word_pieces(vocabulary):
    return WordPieces(vocabulary)


@pytest.mark.parametrize("word", CASES, ids=ascii)
def test_pieces(word, word_pieces, vocabulary):
    assert " ".join(vocabulary[number] for number in word_pieces(word)) == CASES[word]


def test_those_with_a_meaning_of_their_own(word_pieces):
    assert (word_pieces.unknown, word_pieces.opening, word_pieces.closing) == (1, 2, 3)
