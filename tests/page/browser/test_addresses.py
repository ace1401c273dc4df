"""Links from the page to the articles on the web: plain, told nothing, and only where an address may be followed."""

from __future__ import annotations

import json

import pytest

from graphbuilder.page import to_html

pytestmark = pytest.mark.browser

COURIER = "https://www.harbourcourier.example/2008/04/05/summit?a=1&b=2"
SABLE = "https://xn--bl-6kcw0n.example/2008"

#: All links of the panel: where they lead, how, their words, and their name for screen readers.
LINKS = """return [...document.querySelectorAll("#panel a")].map((one) =>
  [one.getAttribute("href"), one.target, one.rel, one.innerText, one.getAttribute("aria-label")])"""
#: Shows everything that there is in the panel, and collects what leads out of the page.
ALL_LINKS = """
const {story, store} = window.graphbuilder;
const found = new Set();
const look = (selected) => {
  store.select(selected);
  for (const details of document.querySelectorAll("#panel details")) details.open = true;
  for (const one of document.querySelectorAll("a, area, [formaction], form")) found.add(one.getAttribute("href"));
};
look(null);
story.nodes.forEach((_, node) => look({node}));
story.edges.forEach((_, edge) => look({edge}));
story.documents.forEach((_, document) => look({document}));
found.delete("#main");
return [...found].sort();
"""


def document(page, address):
    return page.js("return graphbuilder.story.documents.findIndex((one) => one.url === arguments[0])", address)


def test_an_article_links_to_its_page_on_the_web(pages):
    page = pages("addressed").open()
    page.js("graphbuilder.store.select({document: arguments[0]})", document(page, COURIER))
    words = "Open the article at www.harbourcourier.example"
    assert page.js(LINKS) == [[COURIER, "_blank", "noreferrer", words, None]]
    page.js("graphbuilder.store.select({document: graphbuilder.story.documents.findIndex((one) => one.url === null)})")
    assert page.js(LINKS) == []
    assert page.errors() == []
    assert page.requests() == []


def test_each_quoted_sentence_links_to_its_article(pages):
    page = pages("addressed").open()
    page.js("graphbuilder.store.select({node: graphbuilder.story.byId.get('2008-no-map').number})")
    links = page.js(LINKS)
    assert len(links) == page.js("return document.querySelectorAll('#panel .quote').length")
    assert {tuple(link[:4]) for link in links} == {(COURIER, "_blank", "noreferrer", "Open the article")}
    assert links[0][4] == "Open the article on the web: Summit ends with a promise and no date"


def test_the_list_of_articles_has_the_links(pages):
    page = pages("addressed").open()
    assert sorted(link[0] for link in page.js(LINKS)) == [COURIER, SABLE]
    assert "Open at xn--" in page.text("#panel")


def test_a_host_in_look_alike_letters_is_shown_as_it_is_asked_for(pages):
    page = pages("addressed").open()
    page.js("graphbuilder.store.select({document: arguments[0]})", document(page, SABLE))
    [[href, _, _, words, _]] = page.js(LINKS)
    assert href == SABLE
    assert words == f"Open the article at {SABLE.split('/')[2]}"


def test_a_link_is_opened_by_the_reader_alone(pages):
    page = pages("addressed").open()
    assert page.js(ALL_LINKS) == sorted([COURIER, SABLE])
    assert page.requests() == []
    assert (
        page.js("return document.querySelectorAll('link[rel=prefetch], link[rel=preconnect], link[rel*=dns]').length")
        == 0
    )


def test_hostile_addresses_are_no_links(pages):
    page = pages("hostile").open()
    assert page.js("return graphbuilder.story.documents.filter((one) => one.url !== null)") == []
    assert page.js(ALL_LINKS) == []
    assert page.requests() == []


def test_a_page_whose_data_were_changed_makes_no_hostile_links(samples, browser, tmp_path, pages):
    page = pages("addressed")
    text = to_html(samples.addressed_graph(), compress=False)
    for number, address in enumerate(one for one in samples.HOSTILE_ADDRESSES if isinstance(one, str)):
        if number % 4 == 0 or "@" in address or "javascript" in address.lower():
            page.path = tmp_path / f"{number}.html"
            hostile = json.dumps(address).replace("<", "\\u003c")
            page.path.write_text(text.replace(json.dumps(COURIER).replace("&", "\\u0026"), hostile), "utf-8")
            page.open()
            assert address in page.js("return graphbuilder.story.documents.map((one) => one.url)")
            links = page.js(ALL_LINKS)
            assert all(one.startswith("https://") and "@" not in one.split("/")[2] for one in links)
            assert COURIER not in links
            assert page.js("return window.__pwned ?? null") is None


def test_what_is_saved_holds_the_addresses(pages):
    page = pages("addressed").open()
    page.click("[data-save=json]")
    saved = json.loads(page.downloaded("json"))
    assert [one["url"] for one in saved["documents"] if one["url"]] == [COURIER, SABLE]
    page.click("[data-save=csv]")
    rows = page.downloaded("csv").decode("utf-8-sig").splitlines()
    assert rows[0].endswith('"addresses"')
    assert any(row.endswith(f'"{COURIER}"') for row in rows)


def test_the_frame_of_a_notebook_lets_links_open(pages):
    page = pages("addressed-frame")
    assert "allow-popups" in page.path.read_text("utf-8")
    assert "allow-same-origin" not in page.path.read_text("utf-8")


@pytest.mark.parametrize(
    "selected", ["null", "{document: 0}", "{node: graphbuilder.story.byId.get('2008-no-map').number}"]
)
def test_axe_finds_no_violation_in_the_links(pages, selected):
    axe = pytest.importorskip("axe_core_python.selenium", reason="needs the test extra: axe-core-python")
    page = pages("addressed").open()
    page.js(f"graphbuilder.store.select({selected})")
    assert page.js(LINKS)
    assert [one["id"] for one in axe.Axe().run(page.browser)["violations"]] == []
