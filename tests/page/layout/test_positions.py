from __future__ import annotations

import random

import numpy as np
import pytest

from graphbuilder.page.layout.positions import by_time, force, remove_overlaps


def ring_and_rest(count):
    return [(node, (node + 1) % (count // 2)) for node in range(count // 2)]


def boxes_of(count, width=20.0, height=15.0):
    return np.tile([width, height], (count, 1))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_force_places_every_node_apart(count):
    places = force(count, ring_and_rest(count) if count > 3 else [], boxes_of(count))
    assert len(places) == count
    assert len(set(map(tuple, places))) == count


def test_force_gives_the_same_whole_numbers_every_time():
    first, second = (force(30, ring_and_rest(30), boxes_of(30), seed=3) for _ in range(2))
    assert first == second
    assert all(isinstance(number, int) for place in first for number in place)


def test_force_arranges_anew_with_another_seed():
    assert force(30, ring_and_rest(30), boxes_of(30), seed=1) != force(30, ring_and_rest(30), boxes_of(30), seed=2)


def test_force_puts_tied_nodes_closer_than_others():
    ties = [(a, b) for group in (range(5), range(5, 10)) for a in group for b in group if a < b] + [(0, 5)]
    places = np.array(force(10, ties, boxes_of(10, 5, 5)), dtype=float)

    def distance(pairs):
        return np.mean([np.hypot(*(places[a] - places[b])) for a, b in pairs])

    inside = [(a, b) for a, b in ties if (a, b) != (0, 5)]
    assert distance(inside) < 0.6 * distance([(a, b) for a in range(5) for b in range(5, 10)])


def test_force_ignores_direction_repeats_and_loops():
    plain = force(4, [(0, 1), (1, 2)], boxes_of(4))
    assert force(4, [(1, 0), (0, 1), (2, 1), (3, 3)], boxes_of(4)) == plain


def test_force_grows_out_of_a_smaller_picture():
    small = force(20, ring_and_rest(20), boxes_of(20))
    large = force(26, ring_and_rest(20), boxes_of(26), start=np.array(small, dtype=float))
    assert len(large) == 26


def test_remove_overlaps_leaves_none():
    dice = random.Random(5)
    places = np.array([[dice.uniform(0, 200), dice.uniform(0, 200)] for _ in range(30)])
    boxes = boxes_of(30, 12, 8)
    moved = remove_overlaps(places, boxes, rounds=400)
    gap = np.abs(moved[:, None] - moved[None, :])
    touching = (gap + 0.5 < boxes[:, None] + boxes[None, :]).all(axis=2) & ~np.eye(30, dtype=bool)
    assert not touching.any()


def test_remove_overlaps_parts_equal_points():
    moved = remove_overlaps(np.zeros((2, 2)), boxes_of(2))
    assert not np.array_equal(moved[0], moved[1])


def test_by_time_puts_events_in_order_and_entities_near_them():
    dates = [10.0, 5000.0, 5001.0, None, None]
    places = by_time(dates, [2, 2, 2, 0, 0], [(0, 3), (1, 4), (2, 4)], boxes_of(5))
    x = [place[0] for place in places]
    assert x[0] < x[1] < x[2]
    assert x[3] == x[0]
    assert x[1] < x[4] < x[2]
    assert max(places[3][1], places[4][1]) < min(place[1] for place in places[:3])


def test_by_time_spaces_events_evenly_however_long_the_silence():
    places = by_time([0.0, 1.0, 100_000.0], [0, 0, 0], [], boxes_of(3))
    assert places[1][0] - places[0][0] == places[2][0] - places[1][0]


def test_by_time_sets_many_events_of_one_day_side_by_side():
    places = by_time([5.0] * 12 + [9.0], [2] * 13, [], boxes_of(13))
    columns = {x for x, _ in places[:12]}
    assert len(columns) == 3
    assert max(columns) < places[12][0]
    assert len(set(map(tuple, places))) == 13


def test_by_time_of_nothing_dated_is_a_row():
    places = by_time([None, None, None], [0, 1, 2], [(0, 1)], boxes_of(3))
    assert len(set(map(tuple, places))) == 3
