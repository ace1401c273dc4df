"""Where a name begins and ends, on words made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuilder.entities.mentions.spans import trim


@pytest.mark.parametrize(
    ("words", "spaces", "start", "first"),
    [
        (["The", "3", "G", "iPhone"], [True, False, True, True], 2, 1),  # "3G" is one word, which the tokenizer cut
        (["The", "3", "G", "iPhone"], [True, True, True, True], 2, 2),
        (["Oslo", "-", "Bergen"], [False, False, True], 2, 2),  # a dash is no part of a word
    ],
)
def test_a_name_begins_where_its_first_word_does(words, spaces, start, first):
    doc = Doc(Vocab(), words=words, spaces=spaces)
    assert trim(doc, start, len(doc), "product") == (first, len(doc))


def test_a_run_without_spaces_is_no_word():
    """It is cut into many tokens; a name in it does not reach back to its start."""
    doc = Doc(Vocab(), words=["X" * 200] * 1000, spaces=[False] * 1000)
    start, end = trim(doc, 900, 910, "organization")
    assert start > 800
    assert end == 910
