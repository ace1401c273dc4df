"""Logistic regression with a penalty (ridge), by Newton's method; small enough to need no library."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_STEPS = 30


def learned(facts: Numbers, right: Numbers, penalty: float) -> Numbers:
    """The weights of facts, that of a constant last.

    Args:
        facts: a row for each case.
        right: 1 for each case that is so, 0 for the others.
        penalty: how much a weight of one costs, in cases.
    """
    x = np.column_stack([facts, np.ones(len(facts))])
    cost = np.diag([penalty] * facts.shape[1] + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = _sigmoid(x @ weights)
        slope = x.T @ (chance - right) + cost @ weights
        weights = weights - np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + cost, slope)
    return weights


def judged_unseen(facts: Numbers, right: Numbers, penalty: float, groups: Sequence[str]) -> Numbers:
    """The probability of each case by weights that were learned from the cases of other groups."""
    of, found = np.array(groups), np.zeros(len(facts))
    for group in sorted(set(groups)):
        weights = learned(facts[of != group], right[of != group], penalty)
        found[of == group] = _sigmoid(np.column_stack([facts, np.ones(len(facts))])[of == group] @ weights)
    return found


def _sigmoid(x: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return found
