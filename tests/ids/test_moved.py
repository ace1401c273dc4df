"""Mentions of a replaced text are found in the new one, by the passage that they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ids.moved import moved

OLD = "NATO leaders met in Bucharest on Friday. Jane Roe did not come to the summit."
WORDS = ("NATO", "met", "Bucharest", "Jane Roe", "come")
#: What was done, the new text, and those of WORDS that are found in it.
NEW = [
    ("nothing", OLD, WORDS),
    ("a line is put before it", f"UPDATE\n\n{OLD}", WORDS),
    ("a word is put right", OLD.replace("Friday", "Saturday"), WORDS),
    ("other blanks", OLD.replace(" ", "\n  "), WORDS),
    ("the first sentence goes", OLD[41:], ("Jane Roe", "come")),
    ("a sentence is put between", OLD.replace(". ", ". Ann left. "), WORDS),
    ("the name gets a middle", OLD.replace("Jane Roe", "Jane A. Roe"), ("NATO", "met", "Bucharest", "come")),
    ("another text with the same words", "Jane Roe told NATO that Bucharest would not come, and met Ann.", ()),
    ("no text", "", ()),
]


@pytest.mark.parametrize(("new", "found"), [row[1:] for row in NEW], ids=[row[0] for row in NEW])
def test_moved(new, found):
    """Each of WORDS is once in each text, so that it is the same one if it is the same word."""
    places = {f"m{OLD.index(one)}-{OLD.index(one) + len(one)}": one for one in WORDS}
    for place, to in moved(places, OLD, new).items():
        start, stop = map(int, to[1:].split("-"))
        assert new[start:stop].split() == places.pop(place).split()
    assert sorted(places.values()) == sorted(set(WORDS) - set(found))


def test_only_places_move():
    assert moved(["", "x", "m4", "m0-4 "], OLD, OLD) == {}


def test_texts_that_would_take_too_long():
    text = "one two three four five " * 5000
    assert moved(["m0-3"], text, f"{text} six") == {}


TEXTS = st.lists(st.sampled_from(["Ann", "met", "Bob", "in", "Oslo", "\n", "  "]), max_size=30).map(" ".join)


@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=5))
def test_the_same_words(old, new, spans):
    places = [f"e{start}-{start + length}" for start, length in spans if start + length <= len(old)]
    for place, to in moved(places, old, new).items():
        [(first, last), (start, stop)] = [map(int, one[1:].split("-")) for one in (place, to)]
        assert old[first:last].split() == new[start:stop].split()
