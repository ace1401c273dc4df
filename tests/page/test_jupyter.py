from __future__ import annotations

import base64
import re
from html import unescape

import pytest

from graphbuilder.errors import InputError
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page import mimebundle, show, to_html


@pytest.mark.parametrize("name", ["story", "hostile", "single", "random"])
def test_mimebundle_is_light_and_without_scripts(samples, name):
    graph = samples.random_graph(200) if name == "random" else getattr(samples, f"{name}_graph")()
    bundle = mimebundle(graph)
    assert set(bundle) == {"text/plain", "text/html"}
    tags = set(re.findall(r"</?([a-zA-Z]+)", bundle["text/html"]))
    assert tags <= {"p", "img", "table", "thead", "tbody", "tr", "th", "td"}
    assert all(
        source.startswith("data:image/svg+xml;base64,") for source in re.findall(r'src="([^"]*)', bundle["text/html"])
    )
    assert len(bundle["text/html"]) < 60_000
    assert not set("\x00\x1b\u202e") & set(bundle["text/plain"])


def test_mimebundle_counts_and_lists(samples):
    text = mimebundle(samples.story_graph())["text/plain"]
    assert text.startswith("EventGraph: 4 documents, 16 events, 17 entities, ")
    assert "2–4 April 2008: 2008 Bucharest Summit" in text


def test_mimebundle_pictures_are_svg(samples):
    pictures = re.findall(r"base64,([^\"]*)", mimebundle(samples.story_graph())["text/html"])
    assert [base64.b64decode(one)[:4] for one in pictures] == [b"<svg", b"<svg"]


def test_show_is_a_summary_and_a_sandboxed_frame(samples):
    shown = show(samples.story_graph(), height=500, title="Mine")._repr_html_()
    frame = re.search(r'<iframe srcdoc="([^"]*)" sandbox="([^"]*)"[^>]*height="500"', shown)
    assert unescape(frame[1]) == to_html(samples.story_graph(), title="Mine")
    assert "allow-same-origin" not in frame[2]
    assert shown.index("<img") < shown.index("<iframe")


def test_graph_shows_itself(samples):
    graph = samples.story_graph()
    assert graph._repr_html_() == mimebundle(graph)["text/html"]
    assert "iframe" in graph.show()._repr_html_()


@pytest.mark.parametrize("height", [0, 99, 10_001])
def test_show_refuses_heights_that_nobody_can_see(height):
    with pytest.raises(InputError, match="height"):
        show(EventGraph(), height=height)
