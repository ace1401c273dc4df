# ruff: noqa: E501 - scripts that run in the page
"""The map: what stands where, and how it goes together with the timeline, the panel, the keys and the files to save."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

pytestmark = pytest.mark.browser

#: Where a place stands on the map, by the centre of its circle: [x, y] in pixels of the map.
SPOT = """const number = window.graphbuilder.story.byId.get(arguments[0]).number;
const circle = document.querySelector(`#map .spot[data-node="${number}"] circle`);
return [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))]"""
RADIUS = """const number = window.graphbuilder.story.byId.get(arguments[0]).number;
return Number(document.querySelector(`#map .spot[data-node="${number}"] .halo`).getAttribute("r"))"""


@pytest.fixture
def map_page(pages):
    return pages("story").open("#view=map")


def test_a_page_without_places_has_no_map(pages):
    page = pages("middle", max_nodes=40).open("#view=map")
    assert page.js("return document.querySelector('[data-view=map], #map, #land')") is None
    assert page.js("return document.getElementById('graph-view').checkVisibility()")
    assert page.errors() == []


def test_button_shows_the_map_and_undo_the_graph_again(pages):
    page = pages("story").open()
    page.click("button[data-view=map]")
    assert page.js("return document.getElementById('map-view').checkVisibility()")
    assert not page.js("return document.getElementById('graph-view').checkVisibility()")
    assert page.js("return document.getElementById('timeline').checkVisibility()")
    page.wait("return document.getElementById('map-status').textContent !== ''")
    assert page.text("#map-status").startswith("5 places; ")
    assert "4 without known position" in page.text("#map-status")
    page.click("#undo")
    assert page.js("return document.getElementById('graph-view').checkVisibility()")


def test_places_stand_as_on_the_earth(map_page):
    bucharest, kyiv, vilnius = (map_page.js(SPOT, one) for one in ("bucharest", "kyiv", "vilnius"))
    assert vilnius[0] < bucharest[0] < kyiv[0]
    assert vilnius[1] < kyiv[1] < bucharest[1]
    width, height = map_page.js(
        "const map = document.getElementById('map'); return [map.clientWidth, map.clientHeight]"
    )
    assert all(0 < x < width and 0 < y < height for x, y in (bucharest, kyiv, vilnius))
    assert {"Bucharest", "Kyiv", "Vilnius", "UKRAINE"} <= set(
        map_page.js("return [...document.querySelectorAll('.place-name')].map((one) => one.textContent)")
    )


@pytest.mark.parametrize(
    ("east", "north", "land"),
    [(26.1, 44.4, True), (33, 43.5, False), (10, 50, True), (50.5, 42, False), (-30, 40, False), (170, 67, True), (-178, 66.5, True), (0, -85, True)],
    ids=["Bucharest", "Black Sea", "Germany", "Caspian Sea", "Atlantic", "Chukotka", "beyond the date line", "Antarctica"],
)  # fmt: skip
def test_outline_is_that_of_the_land(map_page, east, north, land):
    inside = """const path = document.querySelectorAll("#map .land")[0];
    const at = (x) => new DOMPoint(x * 20, -arguments[1] * 20);
    return path.isPointInFill(at(arguments[0])) || path.isPointInFill(at(arguments[0] + 360))"""
    assert map_page.js(inside, east, north) is land


def test_circles_count_events_and_follow_the_brush(map_page):
    assert map_page.js(RADIUS, "bucharest") > map_page.js(RADIUS, "vilnius") > 3
    label = "return document.querySelector(`#map .spot[data-node=\"${window.graphbuilder.story.byId.get('vilnius').number}\"]`).getAttribute('aria-label')"
    assert map_page.js(label) == "Vilnius: 1 event"
    map_page.open("#view=map&dates=2008-01-01..2009-01-01&undated=no")
    assert map_page.js(label) == "Vilnius: 0 events"
    faded = map_page.js(
        "return [...document.querySelectorAll('#map .spot.faded')].map((one) => window.graphbuilder.story.nodes[one.dataset.node].id)"
    )
    assert "vilnius" in faded
    assert "bucharest" not in faded


def test_filters_take_places_off_the_map(map_page):
    map_page.click("#filters [aria-label='Only People']")
    assert map_page.js("return document.querySelectorAll('#map .spot').length") == 0
    map_page.click("#reset")
    assert map_page.js("return document.querySelectorAll('#map .spot').length") == 5


def test_clicking_a_place_selects_it_everywhere(map_page):
    left, top = map_page.js(
        "const box = document.getElementById('map').getBoundingClientRect(); return [box.left, box.top]"
    )
    x, y = map_page.js(SPOT, "bucharest")
    map_page.click_at(round(left + x), round(top + y))
    assert map_page.selected() == "bucharest"
    assert map_page.text("#panel h2") == "Bucharest"
    assert "44.4° N, 26.1° E: a capital" in map_page.text("#panel")
    assert map_page.js("return document.querySelector('#map .spot.chosen title').textContent").startswith("Bucharest: ")
    map_page.click_at(round(left + 8), round(top + 8))
    assert map_page.selected() is None


def test_selecting_an_event_leaves_its_places_lit(map_page):
    map_page.js(
        "const {store, story} = window.graphbuilder; store.select({node: story.byId.get('2008-bucharest-summit').number})"
    )
    lit = map_page.js(
        "return [...document.querySelectorAll('#map .spot:not(.faded)')].map((one) => window.graphbuilder.story.nodes[one.dataset.node].id)"
    )
    assert "bucharest" in lit
    assert "vilnius" not in lit


def test_map_is_used_by_keyboard(map_page):
    assert map_page.js("return document.querySelectorAll('#map .spot[tabindex=\"0\"]').length") == 1
    map_page.js("window.graphbuilder.store.select({node: window.graphbuilder.story.byId.get('bucharest').number})")
    map_page.js("document.querySelector('#map .spot[tabindex=\"0\"]').focus()")
    map_page.keys("\ue013")  # up
    assert map_page.selected() in ("romania", "ukraine", "kyiv", "vilnius")
    assert map_page.js("return document.activeElement.classList.contains('chosen')")
    map_page.keys("\ue007")  # enter
    assert map_page.js("return document.activeElement.id") == "panel"


def test_map_zooms_and_is_dragged(map_page):
    apart = lambda: map_page.js(SPOT, "kyiv")[0] - map_page.js(SPOT, "bucharest")[0]  # noqa: E731
    before, start = apart(), map_page.js(SPOT, "kyiv")
    map_page.click("#map-in")
    assert apart() == pytest.approx(1.4 * before, rel=0.01)
    map_page.click("#map-fit")
    left, top = map_page.js(
        "const box = document.getElementById('map').getBoundingClientRect(); return [box.left, box.top].map(Math.round)"
    )
    map_page.drag((left + 40, top + 40), (left + 140, top + 90))
    moved = map_page.js(SPOT, "kyiv")
    assert (moved[0] - start[0], moved[1] - start[1]) == pytest.approx((100, 50), abs=1)
    map_page.js("document.querySelector('#map .spot[tabindex=\"0\"]').focus()")
    map_page.keys("+")
    assert apart() > before
    map_page.keys("f")
    assert apart() == pytest.approx(before, rel=0.01)


def test_map_is_saved_as_it_is_seen(map_page):
    map_page.click("[data-save=svg]")
    picture = ElementTree.fromstring(map_page.downloaded("svg"))
    assert "Bucharest" in [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    map_page.click("[data-save=png]")
    assert map_page.downloaded("png").startswith(b"\x89PNG")
    assert map_page.errors() == []


def test_degrees_that_cannot_be_are_not_drawn(pages):
    page = pages("hostile").open("#view=map")
    at = page.js("return window.graphbuilder.story.places.map((node) => node.at)")
    assert len(at) >= 3
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in at)
    assert page.js("return document.querySelectorAll('#map .spot').length") == len(at)
    assert page.js("return document.getElementById('map').innerHTML.includes('NaN')") is False
    assert page.errors() == []


def test_countries_of_the_sample_collection_are_on_the_map(pages):
    page = pages("nato").open("#view=map")
    assert page.js(SPOT, "ukraine")[0] > page.js(SPOT, "bucharest")[0] > page.js(SPOT, "brussels")[0]
    assert page.js(RADIUS, "ukraine") > 10
