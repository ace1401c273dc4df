"""What the brackets behind a name, which date a birth and a death, date besides: nothing.

The words in brackets are the triggers, as the reader gives them.
"""

import pytest

#: Text, trigger, when and by which rule ("" for no date).
LIVES = [
    ("Jon Dahl (1901–1975) [founded@1930] a school in 1930.", "founded", "1930 reader"),
    ("Jon Dahl (1901–1975) [founded@1901–1975] a school.", "founded", ""),
    ("Jon Dahl (1901–1975) [married@1901–1975] Ida Roe. Ida Roe [died] in Lund.", "married", ""),
    ("Jon Dahl [chaired@1901–1975] the club (1901–1975). Jon Dahl [died] in Oslo.", "chaired", "1901/1975 reader"),
]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked(LIVES)


@pytest.mark.parametrize(("text", "trigger", "when"), LIVES)
def test_lives(read, text, trigger, when):
    assert read[text].when(trigger) == when
