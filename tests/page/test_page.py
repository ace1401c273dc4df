from __future__ import annotations

import base64
import builtins
import gzip
import hashlib
import json
import re
import threading
from html.parser import HTMLParser

import pytest

from graphbuilder.errors import InputError, OutputError
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page import to_html
from graphbuilder.page.page import SCRIPTS, asset, island, pack


class Reader(HTMLParser):
    """The elements of a page, with the text of its scripts."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.scripts, self._inside = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append([dict(attrs), ""])
            self._inside = self.scripts[-1]

    def handle_data(self, data):
        if self._inside is not None:
            self._inside[1] += data

    def handle_endtag(self, tag):
        self._inside = None


@pytest.fixture(scope="module")
def story_page(samples):
    return to_html(samples.story_graph(), title="A title & <more>")


def data_of(text):
    attributes, content = next(one for one in Reader(text).scripts if one[0].get("id") == "data")
    return json.loads(gzip.decompress(base64.b64decode(content)) if "data-packed" in attributes else content)


def test_same_graph_gives_same_bytes(samples, story_page):
    assert to_html(samples.story_graph(), title="A title & <more>") == story_page


@pytest.mark.parametrize("compress", [True, False])
def test_policy_allows_exactly_the_scripts_of_the_page(samples, compress):
    text = to_html(samples.story_graph(), compress=compress)
    policy = next(attrs["content"] for tag, attrs in Reader(text).elements if attrs.get("http-equiv"))
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [
        gzip.decompress(base64.b64decode(content)).decode() if "data-packed-script" in attrs else content
        for attrs, content in Reader(text).scripts
        if attrs.get("type") != "application/json"
    ]
    hashes = {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in run}
    assert hashes == allowed
    assert len(run) == 3
    assert policy.startswith("default-src 'none'")
    assert "unsafe-eval" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("compress", [True, False])
def test_page_refers_to_nothing_outside(samples, compress):
    for graph in (samples.story_graph(), samples.hostile_graph()):
        for tag, attrs in Reader(to_html(graph, compress=compress)).elements:
            assert attrs.get("src", "data:image/svg+xml;base64,").startswith("data:image/svg+xml;base64,"), tag
            assert attrs.get("href", "#").startswith(("#", "data:,")), tag
            assert not any(name.startswith("on") for name in attrs), tag


def test_hostile_text_adds_no_element(samples):
    plain, hostile = Reader(to_html(samples.story_graph())), Reader(to_html(samples.hostile_graph()))
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in plain.elements]


def test_hostile_text_arrives_unchanged(samples):
    labels = {node["label"] for node in data_of(to_html(samples.hostile_graph()))["nodes"]}
    assert set(samples.PAYLOADS) <= labels


def test_title_is_escaped(story_page):
    assert "<title>A title &amp; &lt;more&gt;</title>" in story_page
    assert "<more>" not in story_page


@pytest.mark.parametrize(
    "value", ["</script>", "<!--", "]]>", "\u2028", "&lt;", {"</script>": ["<b>"]}, "\ud800"]
)  # fmt: skip
def test_island_has_no_character_that_could_end_it(value):
    text = island(value)
    assert not set("<>&") & set(text)
    assert text.isascii()
    assert json.loads(text) == value


def test_packed_page_is_small_and_plain_page_readable(samples):
    packed, plain = to_html(samples.story_graph()), to_html(samples.story_graph(), compress=False)
    assert len(packed) < 400_000 < len(plain) < 900_000
    assert "createTimeline" in plain


@pytest.mark.parametrize("system", [3, 10, 255])  # what Pythons write: on Unix, on Windows, and from 3.13 on
def test_packed_bytes_do_not_tell_which_python_wrote_them(monkeypatch, system):
    text = "NATO met in Riga. " * 50
    compress = gzip.compress
    before = pack(text)
    monkeypatch.setattr(gzip, "compress", lambda *a, **k: (b := compress(*a, **k))[:9] + bytes([system]) + b[10:])
    assert pack(text) == before
    assert gzip.decompress(base64.b64decode(before)).decode() == text


def test_large_data_are_packed_only_on_request(samples, monkeypatch):
    monkeypatch.setattr("graphbuilder.page.page.PACK_DATA_FROM", 1000)
    packed = to_html(samples.story_graph())
    assert 'id="data" data-packed' in packed
    assert data_of(packed) == data_of(to_html(samples.story_graph(), compress=False))


def test_writes_utf8_whatever_the_locale(samples, tmp_path, monkeypatch):
    plain_open = builtins.open

    def windows_open(file, mode="r", *args, **kwargs):
        if "b" not in mode and kwargs.get("encoding") is None and len(args) < 2:
            kwargs["encoding"] = "cp1252"
        return plain_open(file, mode, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", windows_open)
    path = tmp_path / "ü ნატო story.html"
    text = to_html(samples.story_graph(), path, compress=False)
    assert path.read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize("kind", [str, lambda path: path])
def test_path_may_be_str_or_path_and_an_old_file_is_replaced(tmp_path, kind):
    path = tmp_path / "page.htm"
    path.write_text("old")
    path.chmod(0o640)
    text = to_html(EventGraph(), kind(path))
    assert path.read_text(encoding="utf-8") == text
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["page.htm"]


def test_unwritable_path_names_itself_and_leaves_nothing(tmp_path):
    for path in (tmp_path / "missing" / "page.html", tmp_path, tmp_path / ("x" * 300), tmp_path / "nul\0.html"):
        with pytest.raises(OutputError, match="cannot write"):
            to_html(EventGraph(), path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [({"layout": "circle"}, "force, time"), ({"theme": "pink"}, "auto, light, dark"), ({"max_nodes": 0}, "1 or more")],
)
def test_wrong_options_name_the_right_ones(options, message):
    with pytest.raises(InputError, match=message):
        to_html(EventGraph(), **options)


def test_options_reach_the_page(samples):
    text = to_html(samples.story_graph(), theme="dark", layout="time", max_nodes=5, seed=7)
    assert '<html lang="en" data-theme="dark" data-layout="time">' in text
    assert data_of(text)["stages"][0]["count"] == 5


@pytest.mark.parametrize("name", ["empty", "single"])
def test_tiny_graphs_have_a_page(samples, name):
    graph = EventGraph() if name == "empty" else samples.single_graph()
    assert len(data_of(to_html(graph))["nodes"]) == (0 if name == "empty" else 1)


FORBIDDEN = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(", "XMLHttp",
    "import(", ".src =", "srcdoc", "setAttribute(\"on",
)  # fmt: skip


@pytest.mark.parametrize("name", [*SCRIPTS, "boot.js"])
def test_scripts_never_read_text_as_markup_or_code(name):
    assert not [word for word in FORBIDDEN if word in asset(name)]


def test_pages_can_be_made_in_threads(samples):
    graph, found = samples.story_graph(), []
    threads = [threading.Thread(target=lambda: found.append(to_html(graph))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 3
