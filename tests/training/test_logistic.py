"""The logistic regression that weighs facts; needs no torch."""

from __future__ import annotations

import numpy as np
import pytest

from training.logistic import judged_unseen, learned

WEIGHTS = np.array([2.0, -1.5, 0.0])
CONSTANT = -0.5


@pytest.fixture(scope="module")
def cases():
    """Cases of which the weights are known, and whether each is so."""
    rng = np.random.default_rng(1)
    facts = rng.normal(0, 1, (3000, 3))
    chance = 1 / (1 + np.exp(-(facts @ WEIGHTS + CONSTANT)))
    return facts, (rng.random(3000) < chance).astype(float)


def test_known_weights_are_found(cases):
    found = learned(*cases, 1.0)
    assert found == pytest.approx([*WEIGHTS, CONSTANT], abs=0.2)


def test_turned_round_they_are_too(cases):
    facts, right = cases
    assert learned(facts, 1 - right, 1.0) == pytest.approx(-learned(facts, right, 1.0), abs=1e-6)


def test_a_higher_penalty_gives_smaller_weights_but_keeps_the_share(cases):
    facts, right = cases
    small, large = (learned(facts, right, penalty) for penalty in (1.0, 1e7))
    assert np.abs(large[:3]).max() < 0.01 < np.abs(small[:2]).min()
    share = 1 / (1 + np.exp(-large[3]))
    assert share == pytest.approx(right.mean(), abs=0.01)


def test_what_tells_them_apart_without_fail_has_weights_all_the_same():
    """Without a penalty these would be without bound."""
    facts = np.array([[-1.0], [-2.0], [1.0], [2.0]])
    weight, constant = learned(facts, np.array([0.0, 0.0, 1.0, 1.0]), 1.0)
    assert 0 < weight < 10
    assert constant == pytest.approx(0, abs=1e-6)


def test_a_fact_that_is_always_so_takes_nothing_from_the_constant(cases):
    facts, right = cases
    found = learned(np.column_stack([facts, np.zeros(len(facts))]), right, 1.0)
    assert found[3] == pytest.approx(0, abs=1e-9)
    assert np.delete(found, 3) == pytest.approx(learned(facts, right, 1.0), abs=1e-6)


def test_each_group_is_judged_by_weights_that_did_not_see_it():
    """In one group the fact speaks the other way: that is not known when it is judged."""
    facts = np.tile([[1.0], [-1.0]], (60, 1))
    right = (facts[:, 0] > 0).astype(float)
    groups = ["a"] * 40 + ["b"] * 40 + ["c"] * 40
    right[80:] = 1 - right[80:]
    chances = judged_unseen(facts, right, 1.0, groups)
    assert ((chances[80:] > 0.5) != right[80:]).all()
    without = learned(facts[:80], right[:80], 1.0)
    assert chances[80] == pytest.approx(1 / (1 + np.exp(-(facts[80, 0] * without[0] + without[1]))))


def test_a_chance_is_a_probability_and_the_order_of_groups_is_irrelevant(cases):
    facts, right = cases
    groups = [str(at % 3) for at in range(len(facts))]
    chances = judged_unseen(facts, right, 1.0, groups)
    assert ((chances > 0) & (chances < 1)).all()
    backwards = judged_unseen(facts[::-1], right[::-1], 1.0, groups[::-1])[::-1]
    assert backwards == pytest.approx(chances, abs=1e-6)
