"""Groups are one event by the mean of their pairs, not by the two that are most alike."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from graphbuilder.resolve.match.events import likeness


@pytest.mark.parametrize(
    ("chances", "sizes", "one"),
    [
        ([0.9, 0.1], (1, 2), True),
        ([0.9, 0.0], (1, 2), False),
        ([0.9, 0.0, 0.0, 0.0], (2, 2), False),
        ([0.5] * 4, (2, 2), True),
        ([0.0], (1, 1), True),  # two single ones have been judged as a pair
    ],
    ids=range(5),
)
def test_the_mean_counts(cluster, monkeypatch, chances, sizes, one):
    monkeypatch.setattr(likeness, "likeness", lambda pairs, _: np.array(chances))
    names = (f"d{at}" for at in count())
    left, right = ([cluster(next(names)) for _ in range(size)] for size in sizes)
    assert likeness.cohere(left, right, None) == one


def test_of_great_groups_a_few_are_compared(cluster, monkeypatch):
    seen = []
    monkeypatch.setattr(likeness, "likeness", lambda pairs, _: seen.extend(pairs) or np.ones(len(pairs)))
    assert likeness.cohere([cluster(f"a{at}") for at in range(90)], [cluster(f"b{at}") for at in range(90)], None)
    assert len(seen) == 64
