from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval
from graphbuilder.page.content.days import day_number, ticks
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.clean import one_line
from graphbuilder.page.pictures.svg import graph_svg, pictures, timeline_svg

NAMES = ("story", "hostile", "single")


@pytest.fixture(params=[*NAMES, "empty"])
def data(request, samples):
    graph = EventGraph() if request.param == "empty" else getattr(samples, f"{request.param}_graph")()
    return payload(graph, max_nodes=30, grows=False)


@pytest.mark.parametrize("draw", [graph_svg, timeline_svg])
def test_pictures_are_well_formed_and_hold_only_shapes_and_text(data, draw):
    root = ElementTree.fromstring(draw(data).encode("utf-8"))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "g", "path", "circle", "polygon", "text"}
    assert not any(name.startswith("on") or name.endswith("href") for element in root.iter() for name in element.attrib)


def test_graph_picture_names_its_nodes(samples):
    picture = graph_svg(payload(samples.story_graph(), max_nodes=10, grows=False))
    assert "NATO" in picture
    nodes, _, legend = picture.partition('class="legend"')
    assert nodes.count("<polygon") + nodes.count("<circle") == 10
    kinds = legend.count("<polygon") + legend.count("<circle")
    assert kinds == legend.count("<text") == len(re.findall("Events|Organisations|Places|People|Groups|Laws", legend))
    assert kinds >= 3
    assert len(picture) < 12_000


def test_timeline_picture_is_in_order_of_date(samples):
    root = ElementTree.fromstring(timeline_svg(payload(samples.story_graph(), grows=False)))
    dates = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text") if text.get("text-anchor") == "end"]
    assert dates[0] in ("2004", "about 2004")
    assert dates[-1] == "11–12 July 2023"
    assert len(dates) == 14


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \n b ", "a b"),
        ("x\u202ey", "xy"),
        ("\x00\x1b[0m", "[0m"),
        ("👩\u200d👩", "👩\u200d👩"),
        ("abcdef", "abcd…"),
        ("", ""),
    ],
)
def test_one_line(text, expected):
    assert one_line(text, 5) == expected


def test_names_of_the_picture_do_not_overlap(samples):
    svg = ElementTree.fromstring(graph_svg(payload(samples.random_graph(120))))
    names = [
        (float(one.get("x")), float(one.get("y")), one.text)
        for one in svg.iter("{http://www.w3.org/2000/svg}text")
        if one.get("text-anchor") == "middle"
    ]
    assert len(names) > 30
    for index, (x, y, text) in enumerate(names):
        for other_x, other_y, other in names[index + 1 :]:
            apart = abs(y - other_y) > 10 or abs(x - other_x) >= 3 * (len(text) + len(other)) - 1
            assert apart, (text, other)


def test_pictures_are_data_urls_without_markup(samples):
    for name, url in pictures(payload(samples.hostile_graph())):
        assert name in ("Graph", "Timeline")
        assert re.fullmatch(r"data:image/svg\+xml;base64,[A-Za-z0-9+/=]+", url)


def _row(samples, event):
    """The mark of an event in the picture of the timeline, and whether it is struck through."""
    data = payload(samples.story_graph(), grows=False)
    [node] = [one for one in data["nodes"] if one["id"] == event]
    marks = list(ElementTree.fromstring(timeline_svg(data | {"nodes": [node, *data["nodes"]]}, most=24)))
    names = [at for at, one in enumerate(marks) if one.text == node["label"]]
    dates = [at for at, one in enumerate(marks[: names[0]]) if one.get("text-anchor") == "end"]
    rows = marks[dates[-1] : names[0]]
    [bar] = [one for one in rows if one.tag.endswith(("rect", "polygon"))]
    return bar, any(one.tag.endswith("path") for one in rows)


@pytest.mark.parametrize(
    ("event", "dashed", "pale", "struck"),
    [
        ("2004-turn", True, True, False),
        ("2022-strikes", False, True, False),
        ("2008-no-map", False, False, True),
        ("2023-vilnius", True, False, False),
        ("2008-promise", False, False, False),
    ],
)
def test_timeline_picture_tells_approximate_open_denied_and_planned_apart(samples, event, dashed, pale, struck):
    bar, strike = _row(samples, event)
    assert (bar.get("stroke-dasharray") is not None, bar.get("fill-opacity") is not None, strike) == (
        dashed,
        pale,
        struck,
    )


def test_an_open_event_reaches_to_the_edge_of_the_picture(samples):
    bar, _ = _row(samples, "2022-strikes")
    assert float(bar.get("x")) + float(bar.get("width")) == 480


def test_timeline_picture_has_years_above_and_each_name_beside_its_mark(samples):
    data = payload(samples.story_graph(), grows=False)
    root = ElementTree.fromstring(timeline_svg(data))
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    years = [one.text for one in texts if one.get("text-anchor") == "middle"]
    assert years == ["2005", "2010", "2015", "2020"]
    names = {one.text: float(one.get("x")) for one in texts if one.get("text-anchor") == "start"}
    assert names["Romania joins NATO"] < names["Russia invades Georgia"] < names["Summit in Vilnius"]
    assert max(names.values()) < float(root.get("width")) - 380


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-11-01", "2022-11-30", ["Nov 2022"]),
        ("2022-11-02", "2022-11-30", []),
        ("2022-11-20", "2023-03-02", ["Dec 2022", "2023", "Feb", "Mar"]),
        ("2021-02-01", "2023-03-02", ["Jul 2021", "2022", "Jul", "2023"]),
        ("1914", "1950", ["1920", "1930", "1940", "1950"]),
        ("-0060", "0030", ["60 BC", "40 BC", "20 BC", "1", "20"]),
        ("-9000", "2020", ["8000 BC", "6000 BC", "4000 BC", "2000 BC", "1", "2000"]),
    ],
)
def test_ticks_are_months_or_years(first, last, words):
    low, high = (day_number(Interval.parse(one).start) for one in (first, last))
    assert [text for _, text in ticks(low, high)] == words
