# ruff: noqa: E501 - scripts that run in the page
"""Less likely events are one click away: hidden at first in every view, and shown where the reader asks for one."""

from __future__ import annotations

import pytest

from graphbuilder.graph.choice import LIKELY

pytestmark = pytest.mark.browser

BOX = "#filters [title^='Less likely'] input"
LABELS = {
    "2022-annexation": "Attempted annexation of four regions",
    "2022-call": "Kuleba calls for Patriot batteries",
    "2023-vilnius": "Summit in Vilnius",
    "finland-joins": "Finland joins NATO",
}
#: The scores of the less likely events and of "talks" in the sample, as percentages.
LESS, BEST = round(100 * 0.4 * LIKELY), round(100 * 0.8 * LIKELY)
#: Ids of the events that a part of the page shows.
SHOWN = {
    "graph": "return story.nodes.filter((one) => one.isEvent && store.seen.drawn[one.number] === 2).map((one) => one.id)",
    "lanes": "return [...document.querySelectorAll('#lanes .item')].map((one) => story.nodes[one.dataset.node].id)",
}


@pytest.fixture
def page(pages):
    return pages("unlikely").open(width=1900, height=1400)


def shown(page, part):
    return set(page.js(f"const {{story, store}} = graphbuilder; {SHOWN[part]}"))


def hash_of(page, words):
    return page.wait("return location.hash.includes(arguments[0]) && location.hash", words)


def test_the_filter_has_both_with_their_counts_and_says_what_they_mean(page):
    [family] = [one for one in page.texts("#filters .family") if one.startswith("How likely")]
    assert family.split("\n")[1:] in (
        ["Likely", "12", "only", "Less likely", "4", "only"],
        ["Likely", "12", "Less likely", "4"],
    )
    assert not page.js(f'return document.querySelector("{BOX}").checked')
    assert "wanted on a timeline" in page.js(f'return document.querySelector("{BOX}").closest("label").title')


def test_a_page_without_them_has_no_such_filter(pages):
    assert not [one for one in pages("story").open().texts("#filters .family") if "likely" in one]


@pytest.mark.parametrize("part", SHOWN)
def test_graph_and_timeline_follow_the_filter(page, samples, part):
    assert page.count() == (29, 33)
    first = shown(page, part)
    assert first.isdisjoint(samples.UNLIKELY)
    page.click(BOX)
    assert page.count() == (33, 33)
    assert shown(page, part) == first | {*samples.UNLIKELY}
    page.click("#undo")
    assert shown(page, part) == first


def test_all_have_a_place_of_their_own_in_the_graph(page):
    page.click(BOX)
    places = page.js("const {network, story} = graphbuilder; return story.nodes.map((one) => network.getPosition(one.number)).map(({x, y}) => `${x} ${y}`)")  # fmt: skip
    assert len(set(places)) == 33


def test_they_are_never_the_main_events(page):
    main = "return [...document.querySelectorAll('#panel section:first-of-type .link span:first-of-type')].map((one) => one.innerText)"
    before = page.js(main)
    assert len(before) == 7
    page.click(BOX)
    assert page.js(main) == before


def test_table_and_overview_follow_it(page):
    last = "return Number(document.querySelector('.handle[data-side=end]').getAttribute('aria-valuemax'))"
    before = page.js(last)
    page.click(BOX)
    assert page.js(last) > before  # the summit in Vilnius comes after all others
    page.click("button[data-view=table]")
    rows = "\n".join(page.texts("#table-view tbody tr"))
    assert all(label in rows for label in LABELS.values())
    page.click(BOX)
    rows = "\n".join(page.texts("#table-view tbody tr"))
    assert not [label for label in LABELS.values() if label in rows]
    assert f"{BEST} %" in rows


def test_the_map_counts_what_is_shown(page):
    spot = "return document.querySelector(`.spot[data-node='${graphbuilder.story.byId.get('vilnius').number}']`).getAttribute('aria-label')"
    page.click("button[data-view=map]")
    page.wait("return document.querySelector('.spot') !== null")
    assert page.js(spot) == "Vilnius: 0 events"
    page.click(BOX)
    assert page.js(spot) == "Vilnius: 1 event"


def test_the_search_offers_them(page):
    page.element("#search").send_keys("vilnius")
    names = "return [...document.querySelectorAll('#found .name')].map((one) => one.innerText)"
    assert page.js(names) == ["Vilnius"]
    assert page.texts("#found li")[-1] == "Show 1 event that “How likely” hides"
    page.keys("\ue013", "\ue007")  # up, enter
    assert page.js(names) == ["Vilnius", "Summit in Vilnius"]
    assert page.count() == (33, 33)


@pytest.mark.parametrize("link", ["#node=2022-call", "#focus=2022-call"])
def test_a_link_to_one_shows_them(pages, link):
    page = pages("unlikely").open(link)
    assert page.js(f'return document.querySelector("{BOX}").checked')
    assert "2022-call" in shown(page, "graph")


def test_a_link_to_another_does_not(pages):
    page = pages("unlikely").open("#node=2022-veto")
    assert not page.js(f'return document.querySelector("{BOX}").checked')


def test_a_name_lists_them_apart_and_leads_to_them(pages):
    page = pages("unlikely").open("#node=dmytro-kuleba")
    assert page.texts("#panel .ties summary") == ["1 less likely"]
    page.js("document.querySelector('#panel .ties details .link').click()")
    assert page.selected() == "2022-call"
    assert page.count() == (33, 33)
    assert page.text("#message") == "Less likely events are shown now"
    page.js("graphbuilder.store.select({node: graphbuilder.story.byId.get('dmytro-kuleba').number})")
    assert page.texts("#panel .ties summary") == []
    page.click(BOX)
    assert page.texts("#panel .ties summary") == ["1 less likely"]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("2022-veto", "90 % likely that this line is wanted and right in every way"),
        ("2022-call", f"{LESS} % likely that this line is wanted and right in every way"),
        (
            "talks",
            f"{BEST} % likely that this line is wanted and right in every way; shown as one of the surest of its article",
        ),
    ],
)
def test_the_panel_says_the_score_in_words(pages, event, words):
    lines = pages("unlikely").open(f"#node={event}").texts("#panel .also")
    assert [one for one in lines if one == words or (";" in words and one.startswith(words))]


def test_the_address_keeps_it(page):
    page.click(BOX)
    link = hash_of(page, "likelihood")
    page.open(link)
    assert page.count() == (33, 33)
    page.click(BOX)
    page.wait("return !location.hash.includes('likelihood')")
    page.click("#filters [aria-label='Only Less likely']")
    link = hash_of(page, "likelihood=less")
    page.open(link)
    assert shown(page, "graph") == {*LABELS}


def test_reset_goes_back_to_the_first_view(page):
    assert page.js("return document.getElementById('reset').disabled")
    page.click(BOX)
    assert not page.js("return document.getElementById('reset').disabled")
    page.click("#reset")
    assert page.count() == (29, 33)
    assert page.js("return document.getElementById('reset').disabled")


def test_more_counts_what_the_filters_leave(pages):
    page = pages("unlikely", max_nodes=10).open()
    assert page.count()[0] == 10
    assert page.text("#more") == "Show 19 more"
    page.click("#more")
    assert page.count() == (29, 33)
    assert page.js("return document.getElementById('more').hidden")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(pages, theme):
    axe = pytest.importorskip("axe_core_python.selenium", reason="needs the test extra: axe-core-python")
    page = pages("unlikely", theme=theme).open("#node=dmytro-kuleba")
    page.element("#search").send_keys("vilnius")
    violations = axe.Axe().run(page.browser)["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in violations] == []
    assert page.errors() == []
