# ruff: noqa: E501 - scripts that run in the page
"""The sample collections as a reader uses them: views, layouts, the play, undo, links, and what is told in words."""

from __future__ import annotations

import re
import struct
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def nato_page(pages):
    return pages("nato").open()


@pytest.mark.parametrize("name", ["nato", "batteries"])
def test_pages_of_the_collections_are_small(pages, name):
    assert pages(name).path.stat().st_size < 600_000


@pytest.mark.parametrize("name", ["nato", "batteries"])
def test_legend_counts_what_there_is(pages, name):
    page = pages(name).open()
    counted = page.js("""const {story} = window.graphbuilder;
    const found = {};
    for (const node of story.nodes) found[story.looks[node.kind].plural] = (found[story.looks[node.kind].plural] ?? 0) + 1;
    return found""")
    lines = page.texts("#filters .family:first-of-type label")
    told = {name: int(number) for name, number in (line.split("\n") for line in lines)}
    assert told == counted
    page.click("#filters .family:first-of-type li:first-child input")
    assert page.count()[0] < page.js("return window.graphbuilder.story.stages[0].count")


def test_first_view_has_a_hundred_nodes_and_fills_its_frame(nato_page):
    assert nato_page.count()[0] == 100
    wide, tall = nato_page.js("""const {network, store} = window.graphbuilder;
    const places = store.seen.drawn.flatMap((one, number) => (one ? [network.canvasToDOM(network.getPosition(number))] : []));
    const spread = (axis) => Math.max(...places.map((one) => one[axis])) - Math.min(...places.map((one) => one[axis]));
    const frame = document.getElementById("graph");
    return [spread("x") / frame.clientWidth, spread("y") / frame.clientHeight]""")
    assert wide > 0.7 or tall > 0.7
    assert wide * tall > 0.4


@pytest.mark.parametrize(("size", "upright"), [((390, 844), True), ((1440, 900), False)])
def test_picture_turns_in_an_upright_window(pages, size, upright):
    page = pages("nato").open(width=size[0], height=size[1])
    wide, tall = page.js("""const {network, store} = window.graphbuilder;
    const places = store.seen.drawn.flatMap((one, number) => (one ? [network.getPosition(number)] : []));
    return ["x", "y"].map((axis) => Math.max(...places.map((one) => one[axis])) - Math.min(...places.map((one) => one[axis])))""")
    assert (tall > wide) == upright


def test_by_date_stands_in_order_and_wide(nato_page):
    nato_page.click("button[data-layout=time]")
    days = nato_page.js("""const {network, story, store} = window.graphbuilder;
    return story.inOrder.filter((node) => store.seen.drawn[node.number]).map((node) => [node.from ?? node.to, network.getPosition(node.number).x])""")
    x = [place for _, place in sorted(days)]
    assert x == sorted(x)
    wide, tall = nato_page.js("""const {network, store} = window.graphbuilder;
    const places = store.seen.drawn.flatMap((one, number) => (one ? [network.getPosition(number)] : []));
    return ["x", "y"].map((axis) => Math.max(...places.map((one) => one[axis])) - Math.min(...places.map((one) => one[axis])))""")
    assert wide > tall


@pytest.mark.parametrize(("width", "height", "least"), [(1440, 900, 5), (1280, 720, 4)])
def test_timeline_has_many_lanes(pages, width, height, least):
    page = pages("story").open(width=width, height=height)
    rows = page.js(
        "return new Set([...document.querySelectorAll('#lanes .item')].map((one) => Math.round(one.getBBox().y / 21))).size"
    )
    assert rows >= least


def test_timeline_view_gives_it_all_the_room(nato_page):
    before = nato_page.js("return document.querySelectorAll('#lanes .item').length")
    nato_page.click("button[data-view=timeline]")
    assert not nato_page.js("return document.getElementById('graph-view').checkVisibility()")
    nato_page.wait("return document.querySelectorAll('#lanes .item').length > arguments[0]", before)
    nato_page.click("button[data-view=graph]")
    assert nato_page.js("return document.getElementById('graph-view').checkVisibility()")


def test_play_walks_by_itself_and_stops_when_the_reader_clears(nato_page):
    nato_page.js("const wait = window.setInterval; window.setInterval = (act) => wait(act, 30)")
    nato_page.click("#play")
    first = nato_page.selected()
    assert first is not None
    nato_page.wait(
        "const {store, story} = window.graphbuilder; return story.nodes[store.state.selected?.node]?.id !== arguments[0]",
        first,
    )
    assert re.match(r"\d+ of \d+: ", nato_page.js("return document.getElementById('message').textContent"))
    nato_page.js("window.graphbuilder.store.select(null)")
    assert nato_page.text("#play") == "Play"


def test_undo_takes_back_one_step_after_the_other(nato_page):
    start = nato_page.count()
    nato_page.click("#filters [aria-label='Only Places']")
    nato_page.click("button[data-layout=time]")
    nato_page.click("button[data-view=table]")
    nato_page.js("window.graphbuilder.store.select({node: 0})")
    for undone in ("selected", "view", "layout", "off"):
        nato_page.keys("u")
        state = nato_page.js(
            "const {store} = window.graphbuilder; return [store.state.selected, store.state.view, store.state.layout, store.state.off.kinds.size]"
        )
        if undone == "selected":
            assert state[0] is None
        if undone == "view":
            assert state[1] == "graph"
        if undone == "layout":
            assert state[2] == "force"
    assert nato_page.count() == start
    assert nato_page.js("return document.getElementById('undo').disabled")


@pytest.mark.parametrize(
    "link",
    [
        "#view=map&node=bucharest",
        "#view=timeline",
        "#view=table",
        "#layout=time&stage=1",
        "#focus=kyiv&depth=2",
        "#document=2008-08-27-sable-press.txt&sentence=2",
        "#no-relations=agent&undated=no",
    ],
)
def test_links_hold_and_give_back_what_is_seen(nato_page, link):
    nato_page.open(link)
    state = "const {state} = window.graphbuilder.store; return JSON.stringify([state.view, state.layout, state.stage, state.focus, state.depth, state.selected, state.undated, [...state.off.relations]])"
    seen = nato_page.js(state)
    nato_page.js("window.graphbuilder.store.set({})")
    written = nato_page.wait("return location.hash")
    assert sorted(written.removeprefix("#").split("&")) == sorted(link.removeprefix("#").split("&"))
    assert nato_page.open(written).js(state) == seen


def test_words_of_ties_are_for_readers(nato_page):
    links = nato_page.texts("#filters .family .name")
    assert {"done by", "affects", "took place in"} <= set(links)
    assert not {"agent", "patient"} & set(links)


@pytest.mark.parametrize("node", ["2008-bucharest-summit", "bucharest", "nato"])
@pytest.mark.parametrize("layout", ["force", "time"])
def test_words_of_ties_lie_over_no_name_and_no_other_word(nato_page, node, layout):
    nato_page.open(f"#node={node}&focus={node}&layout={layout}")
    texts = """const {names, words} = graphbuilder;
    const width = (text, font) => { const c = document.createElement("canvas").getContext("2d"); c.font = font; return c.measureText(text).width; };
    const shift = {center: 0.5, left: 0, right: 1};
    return [names().map((one) => [one.text, one.x - shift[one.align] * width(one.text, "12px sans-serif"), one.y, width(one.text, "12px sans-serif")]),
      words().map((one) => [one.text, one.x - width(one.text, "11px sans-serif") / 2, one.y, width(one.text, "11px sans-serif")])]"""
    names, words = nato_page.js(texts)
    for word, left, middle, width in words:
        for other, x, y, wide in names + words:
            apart = left + width < x + 2 or x + wide < left + 2 or abs(middle - y) > 11
            assert apart or (word, left) == (other, x), (word, other)


def test_ties_have_words_where_there_is_room(pages):
    page = pages("story").open("#node=2022-annexation&focus=2022-annexation")
    assert "affects" in page.js("return graphbuilder.words().map((one) => one.text)")
    lengths = """const {network, story, words} = graphbuilder;
    return words().map(({number}) => [story.edges[number].source, story.edges[number].target].map((one) => network.canvasToDOM(network.getPosition(one))))
      .map(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y))"""
    assert all(length > 85 for length in page.js(lengths))
    page.js("graphbuilder.store.reset()")
    page.wait("return !graphbuilder.words().length")


def test_note_of_the_focus_covers_no_node(nato_page):
    nato_page.open("#node=2008-bucharest-summit&focus=2008-bucharest-summit")
    bottom = nato_page.js("""const {network, store, story} = graphbuilder;
    const box = document.getElementById("graph").getBoundingClientRect();
    return box.top + Math.max(...story.drawing.nodes.filter(({id}) => store.seen.drawn[id]).map(({id}) => network.canvasToDOM(network.getPosition(id)).y))""")
    assert bottom < nato_page.js("return document.getElementById('focus-note').getBoundingClientRect().top")


def test_a_name_tells_its_part_in_each_event(pages):
    page = pages("story").open("#node=nato")
    parts = dict(
        page.js(
            """return [...document.querySelectorAll("#panel .ties li")].map((one) => [one.querySelector(".link span").innerText, [...one.querySelectorAll(".why")].map((why) => why.innerText).join()])"""
        )
    )
    assert parts["Summit in Vilnius"] == "host"
    assert parts["Romania joins NATO"] == "affected"
    assert parts["NATO promises membership to Ukraine and Georgia"] == "did it"
    assert "Its members" in page.texts("#panel .ties h4")
    page.js("[...document.querySelectorAll('#panel .why')].find((one) => one.innerText === 'affected').click()")
    assert page.text("#panel h2") == "Affects"
    assert "Romania joined in 2004" in page.text("#panel .quote")


def test_dates_that_no_text_gives_say_so(nato_page):
    number = nato_page.js("return graphbuilder.story.nodes.findIndex((node) => node.dated_by?.rule === 'publication')")
    assert number >= 0
    nato_page.js("graphbuilder.store.select({node: arguments[0]})", number)
    assert "No text tells its day" in nato_page.text("#panel")
    assert "Rule:" not in nato_page.text("#panel")


def test_marks_of_dates_are_explained_where_they_are_used(pages):
    story = pages("story").open()
    assert [one.split("\n")[-1] for one in story.texts("#key li")] == [
        "day",
        "month or year",
        "about",
        "open",
        "sources differ",
        "article published",
    ]
    days = pages("single").open()
    assert days.texts("#key li") == []
    story.keys("?")
    marks = story.texts("#help dl:nth-of-type(2) dd") + story.texts("#help dl:nth-of-type(3) dd")
    assert {"Told as fact", "Denied or did not happen", "A day"} <= set(marks)
    assert story.js("return document.querySelectorAll('#help dt .icon').length") == 19


def test_map_begins_where_the_events_are_and_fits_all(nato_page):
    nato_page.click("button[data-view=map]")
    nato_page.wait("return document.getElementById('map-status').textContent !== ''")
    first = nato_page.text("#map-status")
    assert re.search(r"\d+ outside of this view", first)
    nato_page.click("#map-fit")
    assert "outside" not in nato_page.text("#map-status")


def test_a_tie_from_a_table_says_so(nato_page):
    number = nato_page.js("return window.graphbuilder.story.edges.findIndex((edge) => edge.by_table)")
    assert number >= 0
    nato_page.js("window.graphbuilder.store.select({edge: arguments[0]})", number)
    assert "not said in the text" in nato_page.text("#panel .status")


def test_every_mark_of_the_full_text_leads_to_its_node(nato_page):
    nato_page.open("#document=2008-08-27-sable-press.txt")
    mentions = nato_page.texts("#panel .mention")
    assert len(mentions) > 20
    assert "Russia" in mentions
    nato_page.js("[...document.querySelectorAll('#panel .mention')].find((one) => one.innerText === 'Russia').focus()")
    nato_page.keys("\ue007")
    assert nato_page.selected() == "russia"


def test_brush_handles_are_dragged(nato_page):
    box = "const b = document.querySelector(`.handle[data-side=${arguments[0]}]`).getBoundingClientRect(); return [b.left + b.width / 2, b.top + 17].map(Math.round)"
    x, y = nato_page.js(box, "start")
    nato_page.drag((x, y), (x + 300, y))
    low, high = nato_page.js("return window.graphbuilder.store.state.range")
    x, y = nato_page.js(box, "end")
    nato_page.drag((x, y), (x - 100, y))
    assert nato_page.js("return window.graphbuilder.store.state.range")[0] == low
    assert nato_page.js("return window.graphbuilder.store.state.range")[1] < high
    assert nato_page.js("return !document.getElementById('all-dates').hidden")


def test_readers_without_scripts_see_a_picture(pages):
    page = pages("nato")
    page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.browser.get("about:blank")
        page.browser.get(page.path.as_uri())
        widths = [one.size["width"] for one in page.browser.find_elements("css selector", ".still img")]
    finally:
        page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert len(widths) == 2
    assert min(widths) > 300


def test_dark_theme_reaches_the_map_and_the_graph(pages):
    page = pages("nato", theme="dark").open("#view=map")
    assert page.js("return getComputedStyle(document.querySelector('.sea')).fill") == "rgb(20, 23, 28)"
    page.click("#theme")
    assert page.js("return getComputedStyle(document.querySelector('.sea')).fill") == "rgb(251, 252, 253)"


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("link", ["", "#view=map&node=bucharest", "#view=timeline", "#view=table"])
def test_axe_finds_no_violation_in_the_collection(pages, link, size):
    axe = pytest.importorskip("axe_core_python.selenium", reason="needs the test extra: axe-core-python")
    page = pages("nato").open(link, width=size[0], height=size[1])
    if "node" in link:
        page.click("#panel [data-kind=rename]")
        page.click("#panel [data-kind=ignore]")
    violations = axe.Axe().run(page.browser)["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in violations] == []


# --- pictures, crowds, keys --------------------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"


def test_ties_between_the_same_two_nodes_lie_apart_in_the_saved_picture(pages):
    page = pages("story").open()
    page.click("[data-save=svg]")
    lines = [
        one.get("d") for one in ElementTree.fromstring(page.downloaded("svg")).iter(f"{SVG}path") if "Q" in one.get("d")
    ]
    assert len(lines) == len(set(lines)) == page.js("return graphbuilder.story.edges.length")
    assert page.js("""const pairs = graphbuilder.story.edges.map(({source, target}) => [source, target].sort().join());
    return new Set(pairs).size < pairs.length""")


@pytest.mark.parametrize(("view", "label"), [("timeline", "events from"), ("map", "Map with")])
def test_saved_picture_is_of_what_is_seen(pages, view, label):
    page = pages("story").open(f"#view={view}")
    page.click("[data-save=svg]")
    assert label in ElementTree.fromstring(page.downloaded("svg")).get("aria-label")
    page.click("[data-save=png]")
    width, height = struct.unpack(">2I", page.downloaded("png")[16:24])
    assert width > 800
    assert height > 300
    assert page.errors() == []


@pytest.mark.parametrize(
    ("view", "marks"),
    [
        ("graph", {"Events", "People", "Places", "planned", "denied or did not happen", "Talks of unknown date"}),
        ("timeline", {"day", "month or year", "about", "open", "sources differ", "planned"}),
        ("map", {"the larger the circle, the more events"}),
    ],
)
def test_saved_picture_explains_its_marks_and_says_where_it_is_from(pages, view, marks):
    page = pages("story").open(f"#view={view}")
    page.click("[data-save=svg]")
    picture = ElementTree.fromstring(page.downloaded("svg"))
    texts = {text.text for text in picture.iter(f"{SVG}text")}
    assert marks <= texts
    line = next(text for text in texts if "extracted by machine" in text)
    assert line.startswith("NATO, ")
    assert ("Natural Earth" in line) == (view == "map")
    bottom = max(float(text.get("y") or 0) for text in picture.iter(f"{SVG}text"))
    assert bottom < float(picture.get("height"))


def test_saved_png_is_twice_as_sharp_as_the_page(pages):
    page = pages("story").open()
    page.click("[data-save=png]")
    width, _ = struct.unpack(">2I", page.downloaded("png")[16:24])
    assert width == 2 * page.js("return document.getElementById('graph').clientWidth")


def test_table_has_no_picture(pages):
    page = pages("story").open("#view=table")
    saves = "return [...document.querySelectorAll('[data-save]')].filter((one) => one.disabled).map((one) => one.dataset.save)"
    assert page.js(saves) == ["png", "svg"]
    page.click("button[data-view=graph]")
    assert page.js(saves) == []


@pytest.mark.parametrize("key", ["\ue007", " "])
def test_events_of_a_crowded_day_are_listed_in_the_table(nato_page, key):
    nato_page.open("#dates=2022-11-29..2022-11-30")
    events = int(re.search(r"(\d+) events", nato_page.text("#range"))[1])
    assert nato_page.js("return document.querySelectorAll('#lanes .item').length") < events
    nato_page.js("document.querySelector('#lanes .cluster').focus()")
    nato_page.keys(key)
    assert nato_page.js("return document.querySelectorAll('#table-view tbody tr').length") >= events
    assert any("29 November 2022" in row for row in nato_page.texts("#table-view tbody tr"))


def test_play_at_the_last_event_begins_anew(nato_page):
    nato_page.js("const {store, story} = graphbuilder; store.select({node: story.inOrder.at(-1).number})")
    nato_page.click("#play")
    assert nato_page.text("#play") == "Pause"
    assert nato_page.js("return graphbuilder.store.state.selected.node === graphbuilder.story.inOrder[0].number")
    nato_page.click("#play")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("wroclaw", "Wrocław"), ("tromso", "Tromsø"), ("dordevic", "Đorđević"), ("strasse", "Straße"), ("kizilay", "K\u0131z\u0131lay"), ("d'ivoire", "Côte d’Ivoire"), ("aelfred", "Ælfred"), ("ostpolitik-plan", "Ostpolitik–Plan")],
)  # fmt: skip
def test_letters_are_found_as_keyboards_have_them(pages, typed, written):
    page = pages("story").open()
    page.js("graphbuilder.story.documents[0].sentences[0][2] = `They went to ${arguments[0]} that day.`", written)
    page.element("#search").send_keys(typed)
    mark = page.text("#found .sentence mark")
    assert mark
    assert written.endswith(mark)
    assert written in page.text("#found .sentence .quote")
