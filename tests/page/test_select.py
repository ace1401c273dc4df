from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.page.select import importance, ranking

nodes = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(1, 50), min_size=1, max_size=12)


def test_importance_counts_mentions_documents_and_events():
    assert importance(4, 2, is_event=False) == 8
    assert importance(4, 2, is_event=True) == 16
    assert importance(0, 0, is_event=False) == 1


def test_ranking_prefers_what_ties_chosen_nodes_together():
    weights = {"hub": 10, "other": 9, "alone": 5, "connector": 4}
    edges = [("hub", "connector"), ("connector", "other")]
    assert ranking(weights, edges) == ["hub", "other", "connector", "alone"]


def test_ranking_without_ties_is_by_weight_then_id():
    assert ranking({"b": 1, "a": 1, "c": 2}, []) == ["c", "a", "b"]


@given(nodes, st.data())
def test_ranking_holds_every_node_once_whatever_the_order(weights, data):
    names = sorted(weights)
    edges = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=20))
    ranked = ranking(weights, edges)
    assert sorted(ranked) == names
    shuffled = dict(data.draw(st.permutations(list(weights.items()))))
    assert ranking(shuffled, data.draw(st.permutations(edges))) == ranked
