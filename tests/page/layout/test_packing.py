from __future__ import annotations

import numpy as np
import pytest

from graphbuilder.page.layout.packing import components, pack


def frame(places, boxes):
    size = (places + boxes).max(axis=0) - (places - boxes).min(axis=0)
    return float(size[0]), float(size[1])


def overlaps(places, boxes):
    gap = np.abs(places[:, None] - places[None, :])
    return ((gap + 0.01 < boxes[:, None] + boxes[None, :]).all(axis=2) & ~np.eye(len(places), dtype=bool)).any()


def test_components_come_largest_first_and_then_by_number():
    parts = components(7, np.array([[5, 6], [0, 2], [2, 4]]))
    assert [part.tolist() for part in parts] == [[0, 2, 4], [5, 6], [1], [3]]


@pytest.mark.parametrize(("width", "height"), [(900.0, 300.0), (300.0, 900.0), (500.0, 400.0)])
def test_small_parts_stand_where_the_frame_has_room(width, height):
    corners = np.array([[0, 0], [width, height]])
    places = np.vstack([corners, np.zeros((20, 2))])
    boxes = np.full((22, 2), 15.0)
    parts = [np.array([0, 1]), *(np.array([at]) for at in range(2, 22))]
    places = pack(places, parts, boxes, aspect=1.7, margin=20)
    wide, tall = frame(places, boxes)
    assert max(wide / 1.7, tall) < 1.45 * max(width / 1.7, height)
    assert not overlaps(places, boxes)
    assert (places[1] - places[0]).tolist() == [width, height]


def test_one_part_alone_is_set_in_the_middle():
    places = np.array([[10.0, 10.0], [30.0, 20.0]])
    places = pack(places, [np.array([0, 1])], np.full((2, 2), 5.0), aspect=1.7, margin=20)
    assert places.tolist() == [[-10.0, -5.0], [10.0, 5.0]]


def test_what_is_tied_to_nothing_stands_at_the_bottom():
    boxes = np.full((40, 2), 15.0)
    places = np.vstack([[[0, 0], [500, 300], [0, 0], [40, 0]], np.zeros((36, 2))])
    parts = [np.array([0, 1]), np.array([2, 3]), *(np.array([at]) for at in range(4, 40))]
    places = pack(places, parts, boxes, aspect=1.7, margin=20)
    assert places[4:, 1].min() - 15 >= places[:4, 1].max() + 15 + 20
    assert not overlaps(places, boxes)


@pytest.mark.parametrize("count", [2, 7, 100, 1000])
def test_nodes_without_any_tie_fill_a_frame_of_the_wanted_shape(count):
    places, boxes = np.zeros((count, 2)), np.full((count, 2), 15.0)
    places = pack(places, [np.array([at]) for at in range(count)], boxes, aspect=1.7, margin=20)
    wide, tall = frame(places, boxes)
    assert max(wide / 1.7, tall) ** 2 < 4 * count * 50**2 / 1.7
    assert not overlaps(places, boxes)
