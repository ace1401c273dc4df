# ruff: noqa: E501 - scripts that run in the page
"""What a reader finds wrong becomes a line that the corrections file takes."""

from __future__ import annotations

import pytest
import yaml

import graphbuilder as gb
from graphbuilder.corrections import read_corrections

pytestmark = pytest.mark.browser


def lines(page):
    return page.js("return document.querySelector('#panel textarea').value").splitlines()


def press(page, kind, text):
    page.click(f"#panel [data-kind={kind}]")
    page.element("#panel .correction input").send_keys(text)
    page.click("#panel .correction button")


@pytest.fixture
def nato_page(pages):
    return pages("nato").open("#node=nato")


def test_leave_out_copies_its_line(nato_page):
    nato_page.click("#panel [data-kind=ignore]")
    assert lines(nato_page) == ['- ignore: "NATO"']
    assert "Line for the corrections file" in nato_page.wait(
        "return document.getElementById('message').textContent"
    ) or '- ignore: "NATO"' in nato_page.text("#message")


def test_wrong_name_and_same_as_ask_for_a_name(nato_page):
    press(nato_page, "rename", 'Atlantic "Pact"')
    press(nato_page, "same", "ukraine")
    assert lines(nato_page) == ['- rename: ["NATO", "Atlantic \\"Pact\\""]', '- same: ["NATO", "Ukraine"]']
    nato_page.click("#panel [data-kind=same]")
    nato_page.element("#panel .correction input").send_keys("Nobody Else", "\ue007")
    assert lines(nato_page)[-1] == '- same: ["NATO", "Nobody Else"]'


def test_same_as_tells_things_of_one_name_apart(pages):
    page = pages("story").open()
    page.js("""const {story, store} = graphbuilder;
    const [first, second] = ["2008-invasion", "2022-strikes"].map((id) => story.byId.get(id));
    second.label = first.label;
    store.select({node: story.byId.get("2022-annexation").number})""")
    page.click("#panel [data-kind=same]")
    options = page.js("return [...document.querySelectorAll('#correction-names option')].map((one) => one.value)")
    assert len(set(options)) == len(options)
    [choice] = [one for one in options if one.startswith("Russia invades Georgia (since")]
    page.element("#panel .correction input").send_keys(choice)
    page.click("#panel .correction button")
    strikes = page.js("""const {story} = graphbuilder; const [document_, , start, end] = story.byId.get("2022-strikes").sources[0];
    return `${story.documents[document_].id}@e${start}-${end}`""")
    [line] = lines(page)
    assert strikes in line


def test_an_empty_name_copies_nothing(nato_page):
    nato_page.click("#panel [data-kind=rename]")
    nato_page.click("#panel .correction button")
    assert nato_page.js("return document.querySelector('#panel textarea')") is None
    assert nato_page.js("return document.activeElement.getAttribute('aria-label')") == "Right name"


def test_not_the_same_names_the_mention_of_its_sentence(nato_page):
    nato_page.js(
        "[...document.querySelectorAll('#panel .byline button')].find((one) => one.innerText === 'Not the same').click()"
    )
    [line] = lines(nato_page)
    [entry] = yaml.safe_load(line)
    name, mention = entry["different"]
    assert name == "NATO"
    assert mention in mentions(nato_page, "nato")


def mentions(page, id):
    """The ids of the mentions of a node, as the records have them, from the characters in the page."""
    return page.js(
        "const {story} = window.graphbuilder; return story.byId.get(arguments[0]).sources.map((one) => `${story.documents[one[0]].id}@m${one[2]}-${one[3]}`)",
        id,
    )


def test_ids_in_the_page_are_those_of_the_records(nato_page, request):
    graph = request.getfixturevalue("nato_resolution")
    [entity] = [one for one in graph.entities if one.id == "nato"]
    assert sorted(mentions(nato_page, "nato")) == sorted(entity.mentions)


def test_events_are_told_by_a_mention_and_explained(pages):
    page = pages("nato").open()
    page.js(
        "const {store, story} = window.graphbuilder; store.select({node: story.nodes.find((node) => node.isEvent && node.sources.length > 1).number})"
    )
    page.click("#panel [data-kind=ignore]")
    [line] = lines(page)
    assert "@e" in line
    assert line.endswith(f"  # {page.text('#panel h2')}")


def test_lines_are_kept_from_node_to_node_and_cleared(nato_page):
    nato_page.click("#panel [data-kind=ignore]")
    nato_page.js("const {store, story} = window.graphbuilder; store.select({node: story.byId.get('ukraine').number})")
    nato_page.click("#panel [data-kind=ignore]")
    nato_page.click("#panel [data-kind=ignore]")
    assert lines(nato_page) == ['- ignore: "NATO"', '- ignore: "Ukraine"']
    nato_page.js(
        "[...document.querySelectorAll('#panel .corrections-box button')].find((one) => one.innerText === 'Clear').click()"
    )
    assert nato_page.js("return document.querySelector('#panel textarea')") is None


def test_the_file_is_read_by_the_next_build(pages, tmp_path):
    page = pages("nato").open()
    page.js("""const {store, story} = window.graphbuilder;
    const press = (selector) => document.querySelector(selector)?.click();
    for (const node of story.nodes.slice(0, 40)) {
      store.select({node: node.number});
      press("#panel [data-kind=ignore]");
    }""")
    assert len(lines(page)) == 40
    path = tmp_path / "corrections.yaml"
    path.write_text("\n".join(lines(page)), "utf-8")
    assert [row.verb for row in read_corrections(path).rows] == ["ignore"] * 40


def test_the_next_build_does_what_the_buttons_said(pages, root, tmp_path):
    page = pages("nato").open()

    def select(id):
        page.js("const {store, story} = graphbuilder; store.select({node: story.byId.get(arguments[0]).number})", id)

    def fill(kind, text):
        page.click(f"#panel [data-kind={kind}]")
        page.element("#panel .correction input").send_keys(text, "\ue007")

    select("jens-stoltenberg")
    fill("rename", "J. Stoltenberg")
    select("belarus")
    page.click("#panel [data-kind=ignore]")
    select("moscow")
    fill("same", "Government of Russia")
    select("2008-bucharest-summit")
    page.click("#panel [data-kind=ignore]")
    select("ukraine")
    page.js("document.querySelectorAll('#panel .byline .quiet')[1].click()")
    [apart] = [entry["different"] for entry in yaml.safe_load("\n".join(lines(page))) if "different" in entry]

    path = tmp_path / "corrections.yaml"
    path.write_text("\n".join(lines(page)), "utf-8")
    graph = gb.build(root / "data" / "nato", corrections=path)
    assert graph.entity("J. Stoltenberg").name == "J. Stoltenberg"
    assert graph.entity("Moscow").id == graph.entity("Government of Russia").id
    assert "2008-bucharest-summit" not in graph
    with pytest.raises(gb.UnknownName):
        graph.entity("Belarus")
    [mention] = [one for one in apart if "@m" in one]
    small, large = sorted(graph.bearers("Ukraine"), key=lambda one: len(one.mentions))
    assert mention in small.mentions
    assert len(large.mentions) > 5 * len(small.mentions)


def test_hostile_names_make_lines_of_yaml_and_nothing_else(pages):
    page = pages("hostile").open()
    page.js("""const {store, story} = window.graphbuilder;
    for (const node of story.nodes) {
      store.select({node: node.number});
      for (const kind of ["ignore", "rename", "same"]) {
        document.querySelector(`#panel [data-kind=${kind}]`).click();
        const input = document.querySelector("#panel .correction input");
        if (!input) continue;
        input.value = node.label;
        document.querySelector("#panel .correction button").click();
      }
      [...document.querySelectorAll("#panel .byline .quiet")].at(-1)?.click();
    }""")
    text = page.js("return document.querySelector('#panel textarea').value")
    count = page.js("return window.graphbuilder.story.nodes.length")
    entries = yaml.safe_load(text)
    assert len(entries) == len(text.splitlines()) > 2 * count
    assert {key for entry in entries for key in entry} <= {"ignore", "rename", "same", "different"}
    assert page.js("return window.__pwned ?? null") is None
