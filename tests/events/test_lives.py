"""What the brackets behind a name, which date a birth and a death, date besides: nothing.

The words in brackets are the triggers, as the reader gives them.
"""

import pytest

#: Text, trigger, when and by which rule ("" for no date).
LIVES = [
    ("Jon Dahl (1901–1975) [died@3 March 1975] in Oslo on 3 March 1975.", "died", "1975-03-03 reader"),
    ("Jon Dahl (1901–1975) [founded@1930] a school in 1930.", "founded", "1930 reader"),
    ("Jon Dahl (1901–1975) [founded] a school.", "founded", ""),
    ("Jon Dahl (1901–1975) [married] Ida Roe. Ida Roe [died] in Lund.", "died", ""),
    ("Jon Dahl [chaired@1901–1975] the club (1901–1975). Jon Dahl [died] in Oslo.", "chaired", "1901/1975 reader"),
    ("Jon Dahl [chaired@1901–1975] the club (1901–1975). Jon Dahl [died] in Oslo.", "died", ""),
]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked(LIVES)


@pytest.mark.parametrize(("text", "trigger", "when"), LIVES)
def test_lives(read, text, trigger, when):
    assert read[text].when(trigger) == when
