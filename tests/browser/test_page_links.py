# ruff: noqa: E501 - scripts that run in the page
"""Links between names on the page: what is denied, planned, over or somebody's word reads and looks like it."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.browser

#: Heading and rows of each group of links in the panel.
GROUPS = """return Object.fromEntries([...document.querySelectorAll("#panel .ties")].map((one) =>
    [one.querySelector("h4").innerText, [...one.querySelectorAll("li")].map((row) => [...row.querySelectorAll(".link span")].map((part) => part.innerText).join(": "))]))"""
EDGES = """const {story, store} = graphbuilder;
    return story.edges.filter((one) => !story.nodes[one.source].isEvent && !story.nodes[one.target].isEvent && !one.by_table)
        .map((one) => ({number: one.number, standing: one.standing, words: story.tieWords(one)}))"""


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
    assert ties.js(GROUPS)["Holds position"] == ["Australia: prime minister of Australia"]


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


def test_a_promised_member_of_the_sample_story_is_no_member(pages):
    page = pages("nato").open("#node=nato")
    groups = page.js(GROUPS)
    assert not {one.split(":")[0] for one in groups["Its members"]} & {"Ukraine", "Georgia"}
    assert {one.split(":")[0] for one in groups.get("Planned – its members", ())} <= {"Ukraine", "Georgia"}


def test_a_link_opened_says_how_it_is_told(ties):
    told = {}
    for edge in ties.js(EDGES):
        ties.js("graphbuilder.store.select({edge: arguments[0]})", edge["number"])
        assert ties.text("#panel h2").casefold() == edge["words"].casefold()
        status = ties.text("#panel .status")
        assert (status is None) == (edge["standing"] == "fact")
        told[edge["standing"]] = ties.text("#panel h2"), status
    assert told["former"] == (
        "Former (until 2014) – holds position: president of Brazil",
        "Over: the sources say that it was so",
    )
    assert told["denied"] == ("Not – member of", "The sources say that this is not so")
    assert told["reported"][1] == "Not told as fact, according to critics"
    assert told["fact"][0] in ("Holds position: prime minister of Australia", "Member of")


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
    assert {standing for standing, *_ in styles} == {"fact", "denied", "former", "planned", "possible", "reported"}


def test_words_beside_the_lines_say_it_too(ties):
    ties.js(
        "const {story, store} = graphbuilder; const node = story.nodes.findIndex((one) => one.label === 'NATO'); store.set({selected: {node}, focus: node})"
    )
    words = ties.wait("const words = graphbuilder.words().map((one) => one.text); return words.length > 2 && words")
    known = {"member of", "possible (2025) – member of", "planned – holds position: president of NATO"}
    assert {one for one in words if "member" in one or "position" in one} <= known
    assert "possible (2025) – member of" in words


def test_filters_count_and_hide_them_apart(ties):
    lines = ties.texts("#filters li .name")
    assert {"member of", "not – member of", "possible – member of", "former – holds position"} <= set(lines)
    ties.click("#filters [aria-label='Only member of']")
    seen = ties.js(
        "const {story, store} = graphbuilder; return story.edges.filter((one) => store.seen.ties[one.number] === 2).map((one) => story.tieWords(one))"
    )
    assert seen == ["member of"]


def test_what_is_saved_says_it(ties):
    ties.click("button[data-save=json]")
    edges = json.loads(ties.downloaded("json"))["edges"]
    assert {one.get("standing", "fact") for one in edges} == {
        "fact",
        "denied",
        "former",
        "planned",
        "possible",
        "reported",
    }
    assert {one["title"] for one in edges if one.get("standing") == "former"} == {"president of Brazil"}
    ties.click("button[data-save=svg]")
    picture = ties.downloaded("svg").decode()
    assert picture.count("stroke-dasharray") >= 5
    ties.click("button[data-save=csv]")
    rows = ties.downloaded("csv").decode("utf-8-sig").splitlines()
    assert len(rows) > 1
    assert ties.errors() == []
