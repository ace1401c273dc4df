from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from graphbuilder.graph.attributes import point
from graphbuilder.page.page import asset, outline, to_html
from graphbuilder.page.payload import payload


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [
        (44.43225, 26.10626, (26.10626, 44.43225)), (0, 0, (0, 0)), (-90, 180, (180, -90)),
        (90, -180, (-180, 90)),
        (90.01, 0, None), (0, 180.01, None), (float("nan"), 0, None), (0, float("inf"), None), ("44.4", 26.1, None),
        (None, 26.1, None), (True, 0, None), (44.4, None, None), ([44.4], 26.1, None), (10**400, 0, None),
    ],
)  # fmt: skip
def test_only_degrees_that_can_be_are_taken(latitude, longitude, expected):
    assert point({"latitude": latitude, "longitude": longitude}) == expected


def test_a_node_without_degrees_has_no_place():
    assert point({}) is None


def numbers(path):
    return [list(map(int, re.findall(r"-?\d+", ring))) for ring in path.split("z") if ring]


def test_outline_is_a_path_of_whole_steps_on_the_earth():
    path = outline(asset("land.svg"))
    rings = numbers(path)
    assert len(rings) > 300
    for x, y, *steps in rings:
        assert -200 * 20 <= x <= 200 * 20
        assert -90 * 20 <= y <= 90 * 20
        assert len(steps) % 2 == 0
        assert len(steps) >= 4
        assert max(map(abs, steps[::2])) <= 360 * 20
    assert 40_000 < len(path) < 80_000


def test_outline_is_an_svg_that_names_its_source():
    text = asset("land.svg")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    assert "Natural Earth (public domain)" in text


def test_an_outline_that_is_no_path_is_left_out():
    assert outline('<svg><path d="M0 0<script>"/></svg>') == ""


def test_page_has_the_outline_only_where_there_are_places(samples):
    assert 'id="land"' in to_html(samples.story_graph())
    assert 'id="land"' not in to_html(samples.single_graph())


def test_payload_tells_where_and_why(samples):
    nodes = {node["id"]: node for node in payload(samples.story_graph())["nodes"]}
    assert nodes["bucharest"]["at"] == [26.11, 44.43]
    assert nodes["bucharest"]["place_rule"] == "a capital"
    assert nodes["russia"]["at"] is None
