"""Which articles are compared: those of one affair, and of a great affair those that are most alike."""

from __future__ import annotations

import pytest

from graphbuilder.resolve.match.events.affairs import NEAREST, affairs_of

FIRE = ("A wildfire burned near Marvao on Monday.", "Three firefighters died in the blaze.")
AGAIN = ("The wildfire at Marvao was put out.", "A goatherd was arrested for the blaze.")
CARTELS = ("Regulators fined two makers of bearings.", "The cartel met in Helsinki hotels.")


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
def test_articles_of_one_affair(cluster, left, right, one):
    found = affairs_of([cluster("a", article=left), cluster("b", article=right), cluster("c", article=CARTELS[:1])])
    assert ("b" in found["a"], "a" in found["b"]) == (one, one)


def test_no_third_article_changes_whether_two_are_of_one_affair(cluster):
    pair = [cluster("a", article=FIRE), cluster("b", article=AGAIN)]
    others = [cluster(f"c{at}", article=CARTELS) for at in range(5)]
    assert affairs_of(pair)["a"] == affairs_of([*others, *pair])["a"] == ["b"]


def test_of_a_great_affair_each_article_looks_at_those_that_are_most_alike(cluster):
    alike = [cluster(f"a{at:03}", article=FIRE) for at in range(NEAREST + 1)]
    less = [cluster(f"b{at:03}", article=AGAIN) for at in range(NEAREST + 1)]
    found = affairs_of([*less, *alike])
    assert found["a000"] == [f"a{at:03}" for at in range(1, NEAREST + 1)]
    assert all(one in found[other] for one, others in found.items() for other in others)
