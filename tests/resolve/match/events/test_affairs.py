"""Which articles are compared: those of one affair, and of a great affair those that are most alike."""

from __future__ import annotations

import pytest

from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events.likely import NEAREST, affairs_of

FIRE = ("A wildfire burned near Marvao on Monday.", "Three firefighters died in the blaze.")
AGAIN = ("The wildfire at Marvao was put out.", "A goatherd was arrested for the blaze.")
CARTELS = ("Regulators fined two makers of bearings.", "The cartel met in Helsinki hotels.")


def affairs(texts):
    return affairs_of(texts, Articles(texts))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (FIRE, AGAIN, True),
        (FIRE, FIRE, True),
        (FIRE, CARTELS, False),
        ((*FIRE, "They said so on Monday."), (*CARTELS, "They said so on Monday."), False),  # what all articles say
        (FIRE, (), False),
    ],
    ids=range(5),
)
def test_articles_of_one_affair(left, right, one):
    found = affairs({"a": left, "b": right, "c": CARTELS[:1]})
    assert ("b" in found["a"], "a" in found["b"]) == (one, one)


def test_no_third_article_changes_whether_two_are_of_one_affair():
    pair, others = {"a": FIRE, "b": AGAIN}, {f"c{at}": CARTELS for at in range(5)}
    assert affairs(pair)["a"] == affairs(others | pair)["a"] == ["b"]


def test_of_a_great_affair_each_article_looks_at_those_that_are_most_alike():
    alike = {f"a{at:03}": FIRE for at in range(NEAREST + 1)}
    less = {f"b{at:03}": AGAIN for at in range(NEAREST + 1)}
    found = affairs(less | alike)
    assert found["a000"] == [f"a{at:03}" for at in range(1, NEAREST + 1)]
    assert all(one in found[other] for one, others in found.items() for other in others)


def test_an_article_without_events_is_looked_at_by_none():
    found = affairs_of(["b", "a"], Articles({"a": FIRE, "b": AGAIN, "c": FIRE}))
    assert found == {"a": ["b"], "b": ["a"]}
