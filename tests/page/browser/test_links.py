# ruff: noqa: E501 - scripts that run in the page
"""Links between names on the page: what is denied, planned, over or somebody's word reads and looks like it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace

import pytest

import graphbuilder as gb
from graphbuilder.records import RelationMention

pytestmark = pytest.mark.browser

#: Heading and rows of each group of links in the panel.
GROUPS = """return Object.fromEntries([...document.querySelectorAll("#panel .ties")].map((one) =>
    [one.querySelector("h4").innerText, [...one.querySelectorAll("li")].map((row) => [...row.querySelectorAll(".link span")].map((part) => part.innerText).join(": "))]))"""
EDGES = """const {story, store} = graphbuilder;
    return story.edges.filter((one) => !story.nodes[one.source].isEvent && !story.nodes[one.target].isEvent && !one.by_table)
        .map((one) => ({number: one.number, standing: one.standing, words: story.tieWords(one)}))"""

STANDINGS = {"fact", "denied", "demanded", "former", "planned", "possible", "reported"}


@pytest.fixture
def ties(pages):
    return pages("ties").open(width=1600, height=1200)


def select(page, name):
    page.js(
        "const {story, store} = graphbuilder; store.select({node: story.nodes.findIndex((one) => one.label === arguments[0])})",
        name,
    )


def test_the_panel_of_a_name_lists_each_link_as_it_is_told(ties):
    select(ties, "Jane Roe")
    groups = ties.js(GROUPS)
    groups.pop(next(key for key in groups if key.startswith("Events")))
    assert groups == {
        "Former – holds position": ["Brazil: president of Brazil, former (until 2014)"],
        "Not – member of": ["Communist Party: not"],
        "Planned – holds position": ["NATO: president of NATO, planned"],
        "Possible – holds position": ["Lima: mayor of Lima, possible"],
        "Said – holds position": ["Toyota: chief executive of Toyota, said by critics"],
    }
    select(ties, "Ann Lee")
    groups = ties.js(GROUPS)
    groups.pop(next(key for key in groups if key.startswith("Events")))
    assert groups == {
        "Demanded – holds position": ["Lima: mayor of Lima, demanded"],
        "Holds position": ["Australia: prime minister of Australia"],
    }


def test_the_other_end_lists_it_in_the_same_way(ties):
    select(ties, "NATO")
    groups = ties.js(GROUPS)
    assert groups["Its members"] == ["Norway"]
    assert groups["Possible – its members"] == ["Sweden: possible (2025)"]
    assert groups["Planned – people with a position in it"] == ["Jane Roe: president of NATO, planned"]
    select(ties, "Brazil")
    assert ties.js(GROUPS)["Former – people with a position in it"] == [
        "Jane Roe: president of Brazil, former (until 2014)"
    ]


#: Documents of the sample story, with who is told to be a member of NATO there, and how.
MEMBERS = {
    "2008-04-05-harbour-courier.txt": (("Ukraine", "PLANNED", "NATO"), ("Georgia", "PLANNED", None)),
    "2022-11-29-meridian-wire.txt": (("Romania", "ACTUAL", None), ("Georgia", "PLANNED", None)),
    "undated-membership-action-plan-explained.txt": (("Finland", "ACTUAL", None),),
}


def with_members(extraction):
    """What was read in an article of the sample story, with ties put in by hand for those that were read."""
    first = {mention.text: mention for mention in reversed(extraction.mentions)}
    told = [
        RelationMention(
            first[name].id, "member_of", first["NATO"].id, None, first[name].span, "reader", 0.9,
            modality=modality, attribution=said_by and first[said_by].id,
        )
        for name, modality, said_by in MEMBERS.get(extraction.document, ())
    ]  # fmt: skip
    return replace(extraction, relations=tuple(told))


def test_a_promised_member_of_the_sample_story_is_no_member(pages, nato_extractions, tmp_path):
    graph = gb.EventGraph.from_resolution(gb.resolve([with_members(one) for one in nato_extractions]))
    graph.to_html(tmp_path / "members.html")
    empty = pages("empty")
    page = type(empty)(empty.browser, tmp_path / "members.html").open("#node=nato")
    groups = page.js(GROUPS)
    assert sorted(groups["Its members"]) == ["Finland", "Romania"]
    assert sorted(groups["Planned – its members"]) == ["Georgia: planned", "Ukraine: planned, said by NATO"]
    assert {key for key in groups if "members" in key} == {"Its members", "Planned – its members"}


def test_a_link_opened_says_how_it_is_told(ties):
    told = {}
    for edge in ties.js(EDGES):
        ties.js("graphbuilder.store.select({edge: arguments[0]})", edge["number"])
        assert ties.text("#panel h2").casefold() == edge["words"].casefold()
        told[ties.text("#panel h2")] = ties.text("#panel .status")
    possible = "Possible or conditional: the sources do not say that it is so"
    assert told == {
        "Demanded – holds position: mayor of Lima": "Demanded or called for, not told as so",
        "Former (until 2014) – holds position: president of Brazil": "Over: the sources say that it was so",
        "Holds position: prime minister of Australia": None,
        "Member of": None,
        "Not – member of": "The sources say that this is not so",
        "Planned – holds position: president of NATO": "Planned: the sources do not say that it is so",
        "Possible (2025) – member of": possible,
        "Possible – holds position: mayor of Lima": possible,
        "Said by critics – holds position: chief executive of Toyota": "Not told as fact, according to critics",
    }


def test_what_is_no_fact_is_dashed_in_the_graph_and_what_is_denied_is_red(ties):
    styles = ties.js(
        f"""const told = (() => {{ {EDGES} }})();
        const {{edges}} = graphbuilder.network.body;
        return told.map(({{number, standing}}) => [standing, edges[number].options.dashes, edges[number].options.color.color])"""
    )
    plain = next(colour for standing, _, colour in styles if standing == "fact")
    for standing, dashes, colour in styles:
        assert bool(dashes) == (standing != "fact")
        assert (colour != plain) == (standing == "denied")
    assert {standing for standing, *_ in styles} == STANDINGS


def test_words_beside_the_lines_say_it_too(ties):
    ties.js(
        "const {story, store} = graphbuilder; const node = story.nodes.findIndex((one) => one.label === 'NATO'); store.set({selected: {node}, focus: node})"
    )
    words = ties.wait("const words = graphbuilder.words().map((one) => one.text); return words.length > 2 && words")
    known = {"member of", "possible (2025) – member of", "planned – holds position: president of NATO"}
    assert {one for one in words if "member" in one or "position" in one} == known
    assert "possible (2025) – member of" in words


def test_filters_count_and_hide_them_apart(ties):
    lines = ties.texts("#filters li")
    assert sorted(one for one in lines if "member of" in one or "position" in one) == [
        "demanded – holds position\n1\nonly",
        "former – holds position\n1\nonly",
        "holds position\n1\nonly",
        "member of\n1\nonly",
        "not – member of\n1\nonly",
        "planned – holds position\n1\nonly",
        "possible – holds position\n1\nonly",
        "possible – member of\n1\nonly",
        "said – holds position\n1\nonly",
    ]
    ties.click("#filters [aria-label='Only member of']")
    seen = ties.js(
        "const {story, store} = graphbuilder; return story.edges.filter((one) => store.seen.ties[one.number] === 2).map((one) => story.tieWords(one))"
    )
    assert seen == ["member of"]


def test_what_is_saved_says_it(ties):
    ties.click("button[data-save=json]")
    edges = json.loads(ties.downloaded("json"))["edges"]
    kinds = ("member_of", "holds_position")
    told = [(one.get("standing", "fact"), one.get("title")) for one in edges if one["relation"] in kinds]
    assert sorted(told, key=str) == [
        ("demanded", "mayor of Lima"),
        ("denied", None),
        ("fact", "prime minister of Australia"),
        ("fact", None),
        ("former", "president of Brazil"),
        ("planned", "president of NATO"),
        ("possible", "mayor of Lima"),
        ("possible", None),
        ("reported", "chief executive of Toyota"),
    ]
    ties.click("button[data-save=svg]")
    picture = ties.downloaded("svg").decode()
    lines = re.findall(r'<path d="M[^"]*Q[^"]*" fill="none" stroke="(\S+)"(?: stroke-dasharray="(.*?)")?/>', picture)
    assert len(lines) == len(edges) == 13
    dashes = sorted(Counter(dash for _, dash in lines).values())
    assert dashes == [1, 1, 1, 1, 1, 4, 4]  # possible: two ties and the two links of an event; four are facts
    assert sorted(Counter(colour for colour, _ in lines).values()) == [1, 12]
    ties.click("button[data-save=csv]")
    saved = ties.downloaded("csv").decode("utf-8-sig")
    told = [(row["event"], row["factuality"], row["who"]) for row in csv.DictReader(io.StringIO(saved))]
    assert sorted(told) == [
        ("Ann Lee, prime minister of Australia, met Jane Roe", "Told as fact", "Ann Lee; Jane Roe"),
        ("Sweden may become a member of NATO in 2025", "Possible or conditional", "NATO; Sweden"),
    ]
    assert ties.errors() == []
