from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.page.content.ranking import ranking

nodes = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(1, 50), min_size=1, max_size=12)


def test_names_and_events_take_turns_however_much_more_often_names_are_told():
    names = {f"name-{index:02}": 900 - index for index in range(50)}
    events = {f"event-{index:02}": 4 for index in range(50)}
    edges = [(f"event-{index:02}", f"name-{index // 2:02}") for index in range(50)]
    first = ranking(names | events, edges, events.keys())[:40]
    assert first[:4] == ["name-00", "event-00", "name-01", "event-01"]
    assert sum(one in events for one in first) == 20


def test_when_one_sort_is_used_up_the_other_goes_on():
    weights = {"name": 100, "told-once": 1, "told-often": 12, "told-twice": 2}
    ranked = ranking(weights, [], {"told-once", "told-often", "told-twice"})
    assert ranked == ["name", "told-often", "told-twice", "told-once"]


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
