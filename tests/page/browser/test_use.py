# ruff: noqa: E501 - scripts that run in the page
"""What a reader does, and what the page shows for it."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def story(pages):
    return pages("story").open()


# --- selection --------------------------------------------------------------------------------------------------------


def test_clicking_a_node_shows_where_it_comes_from(story):
    story.click_at(*story.node_at("nato"))
    assert story.selected() == "nato"
    assert story.text("#panel h2") == "NATO"
    assert "North Atlantic Treaty Organization" in story.texts("#panel .alias")
    assert "NATO" in story.texts("#panel .quote mark")
    assert any("Harbour Courier, 5 April 2008" in line for line in story.texts("#panel .byline"))


def test_clicking_the_ground_clears_the_selection(story):
    story.js("window.graphbuilder.store.select({node: 0})")
    x, y = story.js(
        "const b = document.getElementById('graph').getBoundingClientRect(); return [b.left + 5, b.bottom - 5].map(Math.round)"
    )
    story.click_at(x, y)
    assert story.selected() is None
    assert "Main events" in story.texts("#panel h3")


def test_a_link_between_two_nodes_shows_its_sentence(story):
    story.js(
        "const {store, story} = window.graphbuilder; store.select({edge: story.edges.findIndex((e) => e.relation === 'capital_of')})"
    )
    assert story.text("#panel h2") == "Capital of"
    assert len(story.texts("#panel .ends li")) == 2
    assert story.texts("#panel .quote")


def test_panel_tells_how_a_date_was_read(pages):
    page = pages("story").open("#node=2008-promise")
    assert page.text("#panel .reading") == "Fourteen years ago in an article published 29 November 2022 → 3 April 2008"


def test_panel_lists_dates_that_differ(pages):
    page = pages("story").open("#node=2008-bucharest-summit")
    cells = page.texts("#panel .alternatives tbody td")
    assert cells[::2] == ["2–4 April 2008", "3 April 2008", "2008"]


def test_panel_says_that_nothing_was_put_in_place_of_a_date(pages):
    page = pages("story").open("#node=talks")
    assert page.text("#panel .when") == "No date"
    assert "was not put in its place" in page.text("#panel")


@pytest.mark.parametrize(
    ("node", "words"),
    [("2008-no-map", "did not happen"), ("2023-vilnius", "Planned"), ("finland-joins", "Possible"),
     ("2022-veto", "Said by Jens Stoltenberg"), ("2022-call", "Demanded")],
)  # fmt: skip
def test_panel_says_what_is_not_told_as_fact(pages, node, words):
    assert words in pages("story").open(f"#node={node}").text("#panel .status")


def test_panel_explains_why_names_were_merged(pages):
    page = pages("story").open("#node=nato")
    page.click("#panel .judgements summary")
    assert "one name is the short form of the other" in page.js(
        "return document.querySelector('.judgements').textContent"
    )


def test_a_neighbour_is_one_click_away(pages):
    page = pages("story").open("#node=2008-bucharest-summit")
    page.js(
        "[...document.querySelectorAll('#panel .ties .link')].find((one) => one.innerText.includes('Bucharest')).click()"
    )
    assert page.selected() == "bucharest"


def test_article_is_shown_in_full_with_everything_marked(pages):
    page = pages("story").open("#node=2008-promise")
    page.click("#panel .byline .plain:last-of-type")
    assert page.text("#panel .kicker") == "Article"
    assert (
        page.text("#panel .article .here").strip()
        == "Both will become members one day, the leaders declared on 3 April."
    )
    mentions = page.texts("#panel .mention")
    assert "Bucharest Summit" in mentions
    assert "Vladimir Putin" in mentions
    page.js(
        "[...document.querySelectorAll('#panel .mention')].find((one) => one.innerText === 'Vladimir Putin').click()"
    )
    assert page.selected() == "vladimir-putin"


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_double_click_shows_only_the_neighbours(story):
    story.focus("kyiv")
    assert story.count() == (3, 33)
    assert "Only Kyiv" in story.text("#focus-note")
    story.click("#focus-note button:last-of-type")
    assert story.count() == (33, 33)


def test_filters_hide_and_count(story):
    story.click("#filters .family:nth-of-type(1) li:first-child input")
    assert story.count() == (17, 33)
    story.click("#undo")
    assert story.count() == (33, 33)
    assert story.js("return [...document.querySelectorAll('#filters input')].every((one) => one.checked)")


def test_only_leaves_one_kind_and_again_all(story):
    story.click("#filters [aria-label='Only People']")
    assert story.count() == (4, 33)
    story.click("#filters [aria-label='Only People']")
    assert story.count() == (33, 33)


def test_factuality_and_article_filters(story):
    story.click("#filters [aria-label^='Only Denied']")
    events = story.js(
        "const {story, store} = window.graphbuilder; return story.nodes.filter((n) => n.isEvent && store.seen.drawn[n.number] === 2).map((n) => n.id)"
    )
    assert events == ["2008-no-map"]
    story.click("#reset")
    story.click("#filters [aria-label='Only After the August war']")
    assert story.count()[0] < 15


def test_relation_filter_hides_lines_only(story):
    story.click("#filters [aria-label='Only capital of']")
    assert story.count() == (33, 33)
    assert story.js("return window.graphbuilder.store.seen.ties.filter((one) => one === 2).length") == 3


def test_show_more_grows_the_picture(pages):
    page = pages("middle", max_nodes=40).open()
    assert page.count() == (40, 300)
    assert page.text("#more") == "Show 60 more"
    page.click("#more")
    assert page.count() == (100, 300)
    page.click("#undo")
    assert page.count() == (40, 300)


def test_layout_by_date_puts_events_in_order(story):
    story.click("button[data-layout=time]")
    x = [story.node_at(one)[0] for one in ("2004-romania", "2008-bucharest-summit", "2022-pledge", "2023-vilnius")]
    assert x == sorted(x)
    assert len(set(x)) == 4


def test_names_do_not_overlap_each_other(pages):
    page = pages("middle", max_nodes=100).open()
    boxes = page.js(
        """const context = document.createElement("canvas").getContext("2d");
        return window.graphbuilder.names().map((name) => {
          context.font = (name.bold ? "600 " : "") + "12px Helvetica, Arial, 'Liberation Sans', sans-serif";
          const width = context.measureText(name.text).width;
          const left = name.x - {left: 0, center: 0.5, right: 1}[name.align] * width;
          return [left, name.y - 6, left + width, name.y + 6];
        })"""
    )
    assert len(boxes) > 25
    for index, (left, top, right, bottom) in enumerate(boxes):
        for l, t, r, b in boxes[index + 1 :]:  # noqa: E741
            assert right <= l or r <= left or bottom <= t or b <= top


# --- timeline ---------------------------------------------------------------------------------------------------------


def overview_box(page):
    return page.js(
        "const b = document.getElementById('overview').getBoundingClientRect(); return [b.left, b.top, b.width].map(Math.round)"
    )


def test_timeline_marks_show_how_much_is_known(pages):
    page = pages("story").open(width=1900, height=1400)
    classes = page.js(
        "return Object.fromEntries([...document.querySelectorAll('#lanes .item')].map((one) => [window.graphbuilder.story.nodes[one.dataset.node].id, one.querySelector('.mark').getAttribute('class')]))"
    )
    assert "exact" in classes["2022-pledge"]
    assert "coarse" in classes["2008-invasion"]
    assert "coarse" in classes["2004-romania"]
    assert "approximate" in classes["2004-turn"]
    assert "open-end" in classes["2022-strikes"]
    assert "planned" in classes["2023-vilnius"]
    assert "denied" in classes["2008-no-map"]
    assert "talks" not in classes
    assert "Talks of unknown date" in page.texts("#undated button")


def test_clicking_a_mark_selects_its_node(story):
    story.click("#lanes .item")
    assert story.selected() in ("2004-romania", "2004-turn")
    assert story.js("return document.querySelector('#lanes .chosen') !== null")


def test_selecting_a_node_marks_it_on_the_timeline(story):
    story.click_at(*story.node_at("2008-bucharest-summit"))
    assert "2008 Bucharest Summit" in story.js(
        "return document.querySelector('#lanes .chosen').getAttribute('aria-label')"
    )
    assert story.js("return document.querySelectorAll('#lanes .ghost').length") == 2


def test_brushing_the_overview_fades_what_lies_outside(story):
    left, top, width = overview_box(story)
    story.drag((left + width // 8, top + 15), (left + width // 3, top + 15))
    assert story.js("return window.graphbuilder.store.state.range !== null")
    on = story.js(
        "const {story, store} = window.graphbuilder; return story.nodes.filter((n) => n.dated && store.seen.drawn[n.number] === 2).map((n) => n.id).sort()"
    )
    assert on == ["2008-bucharest-summit", "2008-invasion", "2008-no-map", "2008-promise"]
    assert story.count()[0] < 33
    story.click("#all-dates")
    assert story.count() == (33, 33)


def test_brush_handles_move_by_mouse_and_keyboard(story):
    left, top, width = overview_box(story)
    story.drag((left + 9, top + 17), (left + width // 2, top + 17))
    assert "events" in story.text("#range")
    begin = story.js("return window.graphbuilder.store.state.range[0]")
    story.js("document.querySelector('.handle[data-side=start]').focus()")
    story.keys("\ue014")  # right arrow
    assert story.js("return window.graphbuilder.store.state.range[0]") > begin
    assert story.js("return document.activeElement.dataset.side") == "start"


@pytest.mark.parametrize(
    ("dates", "inside", "outside"),
    [
        ("2008-04-30..2008-05-01", {"2008-no-map"}, {"2008-bucharest-summit", "2008-invasion"}),  # April has this day
        ("2008-08-31..2008-09-01", {"2008-invasion"}, {"2008-no-map"}),
        ("2004-12-31..2005-01-01", {"2004-romania", "2004-turn"}, {"2008-no-map"}),
        ("2023-07-12..2023-07-13", {"2023-vilnius", "2022-strikes"}, {"2022-pledge"}),  # the strikes have no end
        ("2008-04-05..2008-04-06", {"2008-no-map"}, {"2008-bucharest-summit"}),
    ],
)
def test_date_filter_takes_what_may_lie_inside(pages, dates, inside, outside):
    page = pages("story").open(f"#dates={dates}&undated=no")
    on = set(
        page.js(
            "const {story, store} = window.graphbuilder; return story.nodes.filter((n) => n.isEvent && store.seen.status[n.number] === 2).map((n) => n.id)"
        )
    )
    assert inside <= on
    assert not outside & on
    assert "talks" not in on


def test_undated_events_can_be_left_out(story):
    story.click("#undated input")
    assert (
        story.js("const {story, store} = window.graphbuilder; return store.seen.status[story.byId.get('talks').number]")
        == 1
    )


def test_next_and_play_walk_through_the_events(story):
    story.click("#next")
    first = story.selected()
    story.click("#next")
    assert story.selected() != first
    story.click("#previous")
    assert story.selected() == first
    story.click("#play")
    assert story.text("#play") == "Pause"
    story.click("#play")
    assert story.text("#play") == "Play"


def test_crowded_timeline_has_clusters_that_zoom_in(pages):
    page = pages("large", max_nodes=1000).open()
    shown = page.js("return document.querySelectorAll('#lanes .item').length")
    hidden = page.js(
        "return [...document.querySelectorAll('#lanes .cluster text')].reduce((sum, one) => sum + Number(one.textContent.slice(1)), 0)"
    )
    assert shown + hidden == page.js("return window.graphbuilder.story.inOrder.length")
    page.click("#lanes .cluster")
    assert page.js("const [a, b] = window.graphbuilder.store.state.range; return b - a") < 10_000


# --- search, table, saving, links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [("nato", "NATO"), ("north atlantic", "also “North Atlantic Treaty Organization”"), ("BÜCHAREST", "Bucharest"), ("bucuresti", "also “Bucureşti”"), ("no veto", "Meridian Wire")],
)  # fmt: skip
def test_search_finds_names_aliases_and_sentences(story, query, found):
    story.element("#search").send_keys(query)
    assert any(found in line for line in story.texts("#found li"))


def test_search_is_used_by_keyboard(story):
    story.keys("/")
    story.keys("dmytro")
    story.keys("\ue015", "\ue007")  # down, enter
    assert story.selected() == "dmytro-kuleba"
    assert story.js("return document.getElementById('found').hidden")


def test_search_result_in_a_sentence_opens_the_article(story):
    story.element("#search").send_keys("prepares a country")
    story.keys("\ue007")
    assert story.text("#panel .here").strip() == "A Membership Action Plan prepares a country for NATO."


def test_search_says_when_there_is_nothing(story):
    story.element("#search").send_keys("zzzz")
    assert story.texts("#found li") == ["Nothing found"]


def test_search_shows_a_node_beyond_the_first_view(pages):
    page = pages("middle", max_nodes=40).open()
    last = page.js("return window.graphbuilder.story.nodes[299].label")
    page.element("#search").send_keys(last)
    page.keys("\ue007")
    assert page.text("#panel h2") == last
    assert page.count()[0] == 41


def test_table_has_the_same_content_and_sorts(story):
    story.click("button[data-view=table]")
    dates = story.texts("#table-view tbody td:first-child")
    assert dates[:2] == ["2004", "about 2004"]
    assert dates[-2:] == ["–", "–"]
    told_in = set(story.texts("#table-view tbody td:nth-child(6)"))
    assert {told for told in told_in if told.endswith(" articles")} < told_in  # a headline where it is one article
    assert all(told.startswith("“") or told.endswith(" articles") for told in told_in)
    story.click("#table-view th:nth-child(2) button")
    names = story.texts("#table-view tbody td:nth-child(2)")
    assert names == sorted(names, key=str.casefold)
    story.click("#table-view .segmented button:nth-child(2)")
    assert story.texts("#table-view tbody td:first-child")[0] == "NATO"
    story.click("#filters [aria-label='Only People']")
    assert len(story.texts("#table-view tbody tr")) == 4


def test_link_restores_the_view(story):
    story.js(
        "const {store, story} = window.graphbuilder; store.set({selected: {node: story.byId.get('nato').number}, range: [13970, 14100], stage: 0})"
    )
    story.click("#filters [aria-label='Only Events']")
    link = story.wait("return location.hash.includes('no-kinds') && location.hash")
    before = story.count()
    story.open(link)
    assert story.selected() == "nato"
    assert story.count() == before
    assert story.js("return window.graphbuilder.store.state.range") == [13970, 14100]


def test_link_with_nonsense_is_ignored(pages):
    page = pages("story").open(
        "#node=nobody&edge=99999&dates=x..y&focus=__proto__&stage=7&layout=round&document=constructor"
    )
    assert page.count() == (33, 33)
    assert page.errors() == []


def test_saving(story):
    story.click("[data-save=png]")
    assert story.downloaded("png").startswith(b"\x89PNG")
    story.click("[data-save=timeline]")
    assert ElementTree.fromstring(story.downloaded("timeline.svg")).tag.endswith("svg")
    story.click("[data-save=svg]")
    picture = ElementTree.fromstring(story.downloaded("svg"))
    assert "NATO" in [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    story.click("[data-save=json]")
    assert len(json.loads(story.downloaded("json"))["nodes"]) == 33
    story.click("[data-save=csv]")
    rows = list(csv.DictReader(io.StringIO(story.downloaded("csv").decode("utf-8-sig"))))
    assert len(rows) == 16
    assert rows[0]["edtf"] in ("2004", "2004~")


def test_saved_files_of_a_hostile_page_hold_no_markup_and_no_formulas(pages):
    page = pages("hostile").open()
    page.click("[data-save=svg]")
    picture = ElementTree.fromstring(page.downloaded("svg"))
    assert {one.tag.rpartition("}")[2] for one in picture.iter()} <= {
        "svg",
        "rect",
        "path",
        "g",
        "circle",
        "polygon",
        "text",
    }
    page.click("[data-save=csv]")
    cells = [cell for row in csv.reader(io.StringIO(page.downloaded("csv").decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))]


# --- keys, themes, widths ---------------------------------------------------------------------------------------------


def test_everything_is_reached_by_keyboard(story):
    story.js("document.getElementById('graph').focus()")
    story.keys("\ue014")
    first = story.selected()
    assert first is not None
    story.keys("\ue015")
    story.keys("\ue012")
    story.keys("\ue007")
    assert story.js("return document.activeElement.id") == "panel"
    story.keys("\ue00c")  # escape
    assert story.selected() is None
    story.keys("n")
    assert story.selected() is not None
    story.keys("u")
    assert story.selected() is None


def test_timeline_marks_have_one_tab_stop_and_arrows(story):
    assert story.js("return document.querySelectorAll('#lanes .item[tabindex=\"0\"]').length") == 1
    story.js("document.querySelector('#lanes .item[tabindex=\"0\"]').focus()")
    story.keys("\ue014")
    first = story.selected()
    story.keys("\ue014")
    assert story.selected() not in (None, first)
    assert story.js("return document.activeElement.classList.contains('chosen')")


def test_theme_follows_the_system_and_the_button(pages):
    page = pages("story")
    page.browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    try:
        page.open()
        assert page.js("return getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"
        page.click("#theme")
        assert page.js("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    finally:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (850, 700), (390, 844)])
def test_nothing_sticks_out_of_the_window(pages, width, height):
    page = pages("story").open(width=width, height=height)
    assert page.js("return document.documentElement.scrollWidth") <= width
    outside = page.js(
        """return [...document.querySelectorAll("button, input, h1, .panel")].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width && one.checkVisibility() && !one.closest("#undated ul, .panel, .filters, .skip") && (box.right > innerWidth + 1 || box.left < -1);
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert outside == []


def test_phone_has_one_part_at_a_time(pages):
    page = pages("story").open(width=390, height=844)
    for tab in ("timeline", "panel", "filters", "graph"):
        page.click(f"[data-tab={tab}]")
        seen = page.js(
            "return ['graph-view', 'timeline', 'panel', 'filters'].filter((id) => document.getElementById(id).checkVisibility())"
        )
        assert seen == ["graph-view" if tab == "graph" else tab]


def test_print_has_picture_timeline_and_sources_but_no_controls(pages):
    page = pages("story")
    try:
        page.open("#node=nato", width=800)
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        seen = "return document.querySelector(arguments[0]).getBoundingClientRect().height"
        assert page.wait(seen, "#graph canvas") > 100
        assert page.js(seen, "#lanes") > 100
        assert page.js(seen, "#panel .quotes") > 100
        assert page.js(seen, ".tools") == page.js(seen, "#filters input") == 0
        assert page.js(seen, "#filters .icon") > 5  # the legend
        assert page.js(seen, "#filters .family:nth-of-type(3)") == 0
    finally:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_print_cuts_nothing_off_and_fits_a_sheet(pages, size):
    page = pages("nato").open("#node=nato", *size)
    try:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        # paper is narrower than the window, and nothing is drawn anew for it
        over, graph = page.js("""const main = document.getElementById("main");
        main.style.width = "600px";
        const right = main.getBoundingClientRect().right;
        const over = [...document.querySelectorAll("#lanes svg, #overview svg, #undated li")].map((one) => one.getBoundingClientRect().right - right);
        const graph = document.querySelector("#graph canvas").getBoundingClientRect().height;
        main.style.width = "";
        return [over, graph]""")
        assert max(over) < 1
        assert 100 < graph < 500
    finally:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("name", ["empty", "single"])
def test_tiny_pages_say_what_they_have(pages, name):
    page = pages(name).open()
    assert page.text("#status") == ("Nothing to show" if name == "empty" else "1 of 1 node shown")
    assert page.text("#lanes") == "No event has a date."


# --- access -----------------------------------------------------------------------------------------------------------

VIEWS = {
    "start": ("story", ""),
    "event": ("story", "#node=2008-bucharest-summit"),
    "article": ("story", "#document=2022-11-29-wire.txt"),
    "table": ("story", "#view=table"),
    "brushed": ("story", "#dates=2008-01-01..2009-01-01"),
    "hostile": ("hostile", ""),
    "empty": ("empty", ""),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_axe_finds_no_violation(pages, view, theme):
    axe = pytest.importorskip("axe_core_python.selenium", reason="needs the test extra: axe-core-python")
    name, link = VIEWS[view]
    page = pages(name, theme=theme).open(link)
    violations = axe.Axe().run(page.browser)["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in violations] == []
