"""Constrained clustering of judged pairs: order never shows, and a cannot-link is never crossed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.constrained import constrained_clusters

NAMES = st.sampled_from("abcdefghij")
VERDICTS = st.sampled_from(["same", "same", "different", "unsure"])
SCORES = st.sampled_from([0.5, 0.6, 0.7, 0.9, 1.0])
JUDGEMENTS = st.lists(st.builds(Judgement, NAMES, NAMES, VERDICTS, SCORES, st.just("")), max_size=25)


def same(left, right, score=0.9):
    return Judgement(left, right, "same", score, "")


def name(item):
    return item


def not_over_three(left, right):
    return len(left) + len(right) <= 3


def test_pairs_become_groups():
    assert constrained_clusters("abcde", name, [same("a", "b"), same("d", "b")]) == [["a", "b", "d"], ["c"], ["e"]]


def test_only_same_connects():
    apart = [Judgement("a", "b", "different", 1, ""), Judgement("b", "c", "unsure", 1, "")]
    assert constrained_clusters("abc", name, apart) == [["a"], ["b"], ["c"]]


def test_nothing():
    assert constrained_clusters([], name, []) == []


def test_the_surest_pair_is_joined_first():
    def no_pair_of_a_and_c(left, right):
        return not {"a", "c"} <= {*left, *right}

    judgements = [same("a", "b", 0.6), same("b", "c", 0.9)]
    assert constrained_clusters("abc", name, judgements, no_pair_of_a_and_c) == [["a"], ["b", "c"]]
    judgements = [same("a", "b", 0.9), same("b", "c", 0.6)]
    assert constrained_clusters("abc", name, judgements, no_pair_of_a_and_c) == [["a", "b"], ["c"]]


@given(st.sets(NAMES), JUDGEMENTS, st.randoms(use_true_random=False))
def test_independent_of_order(items, judgements, random):
    judgements = [one for one in judgements if {one.left, one.right} <= items]
    shuffled_items, shuffled = list(items), list(judgements)
    random.shuffle(shuffled_items)
    random.shuffle(shuffled)
    for compatible in (lambda left, right: True, not_over_three):
        expected = constrained_clusters(sorted(items), name, judgements, compatible)
        assert constrained_clusters(shuffled_items, name, shuffled, compatible) == expected


@given(st.sets(NAMES), JUDGEMENTS)
def test_each_item_in_one_group(items, judgements):
    judgements = [one for one in judgements if {one.left, one.right} <= items]
    groups = constrained_clusters(items, name, judgements)
    assert sorted(item for group in groups for item in group) == sorted(items)
    assert groups == sorted(sorted(group) for group in groups)


@given(st.sets(NAMES), JUDGEMENTS)
def test_idempotent(items, judgements):
    judgements = [one for one in judgements if {one.left, one.right} <= items]
    once = constrained_clusters(items, name, judgements)
    assert constrained_clusters(items, name, [*judgements, *judgements]) == once
    within = [same(group[0], other) for group in once for other in group[1:]]
    assert constrained_clusters(items, name, within) == once


@given(st.sets(NAMES), JUDGEMENTS)
def test_sides_of_a_pair_are_equal(items, judgements):
    judgements = [one for one in judgements if {one.left, one.right} <= items]
    turned = [Judgement(one.right, one.left, one.verdict, one.score, "") for one in judgements]
    assert constrained_clusters(items, name, judgements) == constrained_clusters(items, name, turned)
