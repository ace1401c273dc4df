"""A vault for Obsidian: front matter that PyYAML reads, links that lead to notes, names of files that are safe."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graphbuilder.export.folder import is_file_name
from graphbuilder.export.timelines.obsidian import stem
from graphbuilder.graph.event_graph import EventGraph


def vault(folder):
    """Name of a note → its front matter and its text."""
    found = {}
    for path in folder.rglob("*.md"):
        empty, front, body = path.read_text("utf-8").split("---\n", 2)
        assert empty == ""
        found[path.relative_to(folder).as_posix().removesuffix(".md")] = yaml.safe_load(front), body
    return found


def links(body):
    return re.findall(r"\[\[([^\]|]*)\|([^\]|]*)\]\]", body)


def test_a_note_for_each_event_and_name(written, statuses):
    notes = vault(written(statuses, "obsidian"))
    nodes = {front["id"] for front, _ in notes.values()}
    assert nodes == {node for node, data in statuses.nodes(data=True) if data["kind"] != "document"}
    front, body = notes["Events/2008 Bucharest Summit"]
    assert (front["edtf"], front["when"], front["happened"]) == ("2008-04-02/2008-04-04", "2–4 April 2008", "happened")
    assert (
        "“The Bucharest Summit of NATO ended on Friday with a promise to Ukraine and Georgia.” – Harbour Courier"
        in body
    )
    assert ("Names/Vladimir Putin", "Vladimir Putin") in links(body)
    assert notes["Names/NATO"][0]["aliases"] == [
        "NATO",
        "North Atlantic Treaty Organization",
        "the alliance",
        "The Alliance",
    ]


def test_every_link_leads_to_a_note_and_shows_its_name(written, statuses):
    notes = vault(written(statuses, "obsidian"))
    found = [link for _, body in notes.values() for link in links(body)]
    assert found
    assert all(target in notes and shown == target.partition("/")[2] for target, shown in found)


def test_the_status_is_in_the_name_and_in_every_link(written, statuses):
    notes = vault(written(statuses, "obsidian"))
    assert "Events/(did not happen) Membership Action Plan not given" in notes
    assert "Events/(Jens Stoltenberg says) Russia has no veto, says Stoltenberg" in notes
    told = {line.partition(":")[0] for line in notes["Names/Finland"][1].splitlines() if line.startswith("- member of")}
    words = ("not", "planned", "possible", "conditional", "demanded", "former", "said")
    assert told == {f"- member of ({word})" for word in words}
    assert "- member of: [[Names/NATO|NATO]]" in notes["Names/Romania"][1]


def test_dates_are_as_told(written, statuses):
    front, body = vault(written(statuses, "obsidian"))["Events/Pledge to repair the power grid"]
    assert (front["edtf"], front["when"], front["dated_by"]) == ("../2022-07-18", "by 18 July 2022", "publication")
    assert body.startswith("**by 18 July 2022** – ")
    front, _ = vault(written(statuses, "obsidian"))["Events/Talks of unknown date"]
    assert "edtf" not in front


def test_hostile_text_stays_in_the_folder_and_does_nothing(written, hostile, tmp_path):
    before = set(tmp_path.iterdir())
    folder = written(hostile, "obsidian")
    assert set(tmp_path.iterdir()) == before | {folder}
    notes = vault(folder)
    assert len(notes) == sum(data["kind"] != "document" for _, data in hostile.nodes(data=True))
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False}).disable("linkify")
    for name, (_, body) in notes.items():
        assert is_file_name(f"{name}.md")
        tokens = [inner for token in reader.parse(body) for inner in (token, *(token.children or ()))]
        assert not {token.type for token in tokens} & {"html_inline", "html_block", "image", "link_open", "fence"}
        assert all(target in notes for target, _ in links(body))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NATO met in Bucharest", "NATO met in Bucharest"),
        ("../../etc/passwd", "etc passwd"),
        ("/absolute", "absolute"),
        ("..", "note"),
        ("", "note"),
        ("nul", "note nul"),
        ("a|b#c^d[[e]]", "a b c d e"),
        ("C:\\Windows", "C Windows"),
        ("ends.", "ends"),
        ("tab\tnew\nline\x00", "tab new line"),
        ("é" * 200, "é" * 75),
        ("%2e%2e", "2e 2e"),
    ],
)
def test_names_of_notes(text, name):
    assert stem(text) == name


@given(st.text(max_size=300))
def test_every_text_gives_the_name_of_a_file(text):
    assert is_file_name(f"{stem(text)}.md")
    assert not set(stem(text)) & set("/\\[]#^|")


def test_names_that_file_systems_take_for_one_are_told_apart(written):
    graph = EventGraph()
    graph.graph.update(documents={}, judgements=[])
    for node, label in (("a", "Lee"), ("b", "LEE"), ("c", "lee"), ("d", "Lee 2")):
        graph.add_node(
            node,
            kind="entity",
            type="person",
            label=label,
            aliases=[],
            mentions=[],
            external_ids=[],
            provenance=[],
            score=1,
        )
    assert set(vault(written(graph, "obsidian"))) == {"Names/Lee", "Names/LEE 2", "Names/lee 3", "Names/Lee 2 2"}


def test_the_same_graph_gives_the_same_bytes(written, statuses):
    one, other = written(statuses, "obsidian", "a"), written(EventGraph(statuses), "obsidian", "b")
    files = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert files == {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    assert all((one / file).read_bytes() == (other / file).read_bytes() for file in files)
