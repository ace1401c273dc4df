# ruff: noqa: E501 - scripts that run in the page
"""Graph, timeline and text drive each other: what is selected in one is seen in the others; and where nodes then stand."""

from __future__ import annotations

import math

import pytest

pytestmark = pytest.mark.browser

#: Ids of the events whose mark on the timeline is pale, and of the others.
MARKS = """const found = {quiet: [], plain: []};
for (const one of document.querySelectorAll("#lanes .item")) found[one.classList.contains("quiet") ? "quiet" : "plain"].push(graphbuilder.story.nodes[one.dataset.node].id);
return found"""


@pytest.fixture
def nato_page(pages):
    return pages("nato").open()


def select(page, **what):
    page.js(
        """const {story, store} = graphbuilder;
        const {node, document: name, sentence} = arguments[0];
        if (node) store.select({node: story.byId.get(node).number});
        else store.select({document: story.documents.findIndex((one) => one.id === name), ...(sentence === undefined ? {} : {sentence})})""",
        what,
    )


# --- what is selected in one is seen in the others ----------------------------------------------------------------------


def test_a_name_selected_in_the_graph_leaves_its_events_on_the_timeline(pages):
    page = pages("story").open(width=1900, height=1400)
    assert page.js(MARKS)["quiet"] == []
    page.click_at(*page.node_at("georgia-country"))
    marks = page.js(MARKS)
    own = {"2008-bucharest-summit", "2008-promise", "2008-no-map", "2008-invasion", "2004-turn"}
    assert set(marks["plain"]) == own
    assert "2022-strikes" in marks["quiet"]
    bars = page.js(
        "return Object.fromEntries([...document.querySelectorAll('#overview .bars')].map((one) => [one.getAttribute('class'), one.getAttribute('d').split('M').length - 1]))"
    )
    assert 0 < bars["bars near"] < bars["bars quiet"]


def test_an_event_selected_leaves_the_others_on_the_timeline(pages):
    page = pages("story").open("#node=2008-invasion", width=1900, height=1400)
    assert page.js(MARKS)["quiet"] == []
    assert page.js("return document.querySelectorAll('#lanes .chosen').length") == 1


def test_a_sentence_shows_what_it_tells_in_graph_and_timeline(pages):
    page = pages("story").open(width=1900, height=1400)
    page.element("#search").send_keys("four months after")
    page.keys("\ue007")
    assert page.text("#panel .here").startswith("Russia invaded Georgia")
    near = page.js("return [...graphbuilder.store.seen.near].map((one) => graphbuilder.story.nodes[one].id)")
    assert set(near) == {"russia", "georgia-country", "2008-invasion", "2008-bucharest-summit"}
    assert set(page.js(MARKS)["plain"]) == {"2008-invasion", "2008-bucharest-summit"}
    bright = page.js(
        "const {network, story} = graphbuilder; return story.drawing.nodes.map(({id}) => id).filter((id) => network.body.nodes[id].options.opacity === 1).map((id) => story.nodes[id].id)"
    )
    assert set(bright) == set(near)


def test_an_article_shows_what_it_tells_and_closing_it_shows_all(nato_page):
    select(nato_page, document="2008-08-27-sable-press.txt")
    inside = nato_page.js(
        "const {story, store} = graphbuilder; return story.nodes.filter((node) => node.documents.includes(store.state.selected.document)).length"
    )
    assert nato_page.js("return graphbuilder.store.seen.near.size") == inside
    assert nato_page.js("return document.querySelectorAll('#lanes .item.quiet').length") > 5
    nato_page.click("#panel .close")
    assert nato_page.js("return document.querySelectorAll('#lanes .item.quiet').length") == 0


def test_the_sentences_of_an_article_are_walked_by_click_and_key(nato_page):
    nato_page.open("#document=2008-08-27-sable-press.txt&sentence=2")
    nato_page.keys("n")
    assert nato_page.js("return graphbuilder.store.state.selected.sentence") == 3
    here = nato_page.text("#panel .here").strip()
    assert nato_page.js("return document.getElementById('message').textContent").startswith(here[:60])
    nato_page.keys("p", "p")
    assert nato_page.js("return graphbuilder.store.state.selected.sentence") == 1
    nato_page.js("document.querySelectorAll('#panel .sentence')[4].click()")
    assert nato_page.js("return graphbuilder.store.state.selected.sentence") == 4
    last = nato_page.js("return document.querySelectorAll('#panel .sentence').length - 1")
    nato_page.js("graphbuilder.store.select({...graphbuilder.store.state.selected, sentence: arguments[0]})", last)
    nato_page.keys("n")
    assert nato_page.js("return graphbuilder.store.state.selected.sentence") == last


def test_a_sentence_without_anything_in_it_shows_its_article(pages):
    page = pages("story").open()
    page.js("graphbuilder.story.documents[3].sentences.push([900, 920, 'Photograph: archive.'])")
    page.js("graphbuilder.store.select({document: 3, sentence: 3})")
    whole = page.js("return graphbuilder.story.nodes.filter((node) => node.documents.includes(3)).length")
    assert page.js("return graphbuilder.store.seen.near.size") == whole > 0


# --- names on the timeline --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nato", "batteries", "large", "busy", "crowded"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844)])
def test_no_name_of_the_timeline_lies_over_a_mark_or_another_name(pages, name, size):
    page = pages(name).open("#view=timeline", width=size[0], height=size[1])
    if size[0] < 600:
        page.click("[data-tab=timeline]")
    boxes = page.wait("""const box = (one) => { const {x, y, width, height} = one.getBBox(); return [x, y + height / 2, x + width]; };
    const items = [...document.querySelectorAll("#lanes .item")];
    return items.length && items.map((item) => [item.querySelector(".name") && box(item.querySelector(".name")), box(item.querySelector(".mark"))])""")
    names = [(index, name) for index, (name, _) in enumerate(boxes) if name]
    assert names
    width = page.js("return document.getElementById('lanes').clientWidth")
    for index, (left, middle, right) in names:
        assert left > -2
        assert right < width + 2
        for other, (name_, mark) in enumerate(boxes):
            for there in filter(None, (name_, mark)):
                if other != index and abs(there[1] - middle) < 8:
                    assert there[2] < left or right < there[0], (boxes[index], there)


@pytest.mark.parametrize("name", ["busy", "crowded"])
@pytest.mark.parametrize("view", ["graph", "timeline"])
def test_five_hundred_events_are_all_on_the_timeline_and_none_on_another(pages, name, view):
    page = pages(name).open(f"#view={view}")
    marks = page.wait("""const marks = [...document.querySelectorAll("#lanes .item .mark")].map((one) => one.getBoundingClientRect());
    return marks.length && marks.map(({left, top, right, bottom}) => [left, top, right, bottom])""")
    clusters = page.js(
        "return [...document.querySelectorAll('#lanes .cluster text')].map((one) => Number(one.textContent.slice(1)))"
    )
    assert len(marks) + sum(clusters) == 500
    middles = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in marks]
    assert len({(round(x / 4), round(y / 4)) for x, y in middles}) == len(marks)


def test_names_have_all_their_words_where_the_timeline_has_room(nato_page):
    nato_page.open("#focus=2008-bucharest-summit")
    shown = nato_page.js("return [...document.querySelectorAll('#lanes .name')].map((one) => one.textContent)")
    long = [one for one in nato_page.js("return graphbuilder.story.nodes.map((one) => one.label)") if len(one) > 60]
    assert [name for name in shown if any(name.startswith(one) for one in long)]


def test_undated_events_beyond_the_first_are_in_the_table(nato_page):
    nato_page.click("#filters [title^='Less likely'] input")
    undated = nato_page.js("return graphbuilder.story.undated.length")
    assert undated > 60
    assert nato_page.texts("#undated li")[-1] == f"{undated - 60} more in the table"
    nato_page.js("document.querySelector('#undated li:last-child button').click()")
    assert nato_page.js("return graphbuilder.store.state.view") == "table"


# --- where nodes stand ------------------------------------------------------------------------------------------------

#: For every node that is seen: id, place on the screen, and whether any point of it has another colour than the ground.
SEEN = """const {story, store, network} = graphbuilder;
const canvas = document.querySelector("#graph canvas");
const ratio = canvas.width / canvas.clientWidth;
const context = canvas.getContext("2d");
const isDrawn = (x, y) => context.getImageData(x * ratio, y * ratio, 1, 1).data.slice(0, 3).some((part) => part < 250);
return story.drawing.nodes.filter(({id}) => store.seen.drawn[id] === 2).map(({id}) => {
  const {x, y} = network.canvasToDOM(network.getPosition(id));
  const reach = network.body.nodes[id].options.size * network.getScale();
  const near = [-1, -0.7, -0.4, 0, 0.4, 0.7, 1];
  return [story.nodes[id].id, x, y, near.some((right) => near.some((down) => isDrawn(x + right * reach, y + down * reach)))];
})"""


def frame(page):
    return page.js(
        "const {clientWidth, clientHeight} = document.getElementById('graph'); return [clientWidth, clientHeight]"
    )


@pytest.mark.parametrize("node", ["2008-bucharest-summit", "nato", "kyiv"])
@pytest.mark.parametrize("depth", [1, 2])
def test_neighbours_stand_around_the_node_in_focus(nato_page, node, depth):
    nato_page.open(f"#focus={node}&node={node}&depth={depth}")
    seen = nato_page.js(SEEN)
    wide, tall = frame(nato_page)
    x, y = next((x, y) for id, x, y, *_ in seen if id == node)
    others = [(other_x - x, other_y - y) for id, other_x, other_y, *_ in seen if id != node]
    assert len(others) > 5
    assert all(0 < place[1] < wide and 0 < place[2] < tall for place in seen)
    quarters = {(right > 0, down > 0) for right, down in others}
    assert len(quarters) == 4
    nearest = min(math.dist(a[1:3], b[1:3]) for a in seen for b in seen if a[0] < b[0])
    assert nearest > 8


@pytest.mark.parametrize("link", ["", "#focus=nato", "#focus=2008-bucharest-summit", "#layout=time", "#stage=2"])
def test_every_node_that_is_shown_is_drawn(nato_page, link):
    nato_page.open(link)
    assert [id for id, _, _, drawn in nato_page.js(SEEN) if not drawn] == []


def test_the_focus_ends_where_it_began(nato_page):
    before = nato_page.js(SEEN)
    nato_page.focus("kyiv")
    assert nato_page.js(SEEN) != before
    nato_page.js("graphbuilder.store.reset()")
    after = nato_page.js(SEEN)
    assert [one[:3] for one in after] == [one[:3] for one in before]


def test_ties_have_heads_but_in_a_crowd_only_those_of_the_selection(pages):
    heads = """const {network, story} = graphbuilder;
    return story.drawing.edges.map(({id}) => network.body.edges[id].options).filter((one) => !one.hidden).map((one) => one.arrows.to.enabled && one.arrows.to.scaleFactor)"""
    assert set(pages("story").open().js(heads)) == {0.45}
    crowd = pages("large", max_nodes=1000).open()
    assert set(crowd.js(heads)) == {False}
    crowd.js("graphbuilder.store.select({node: 0})")
    assert 0 < crowd.js(heads).count(0.45) == crowd.js("return graphbuilder.story.nodes[0].ties.length")


@pytest.mark.parametrize("name", ["nato", "batteries", "middle", "large", "huge"])
@pytest.mark.parametrize("layout", ["force", "time"])
def test_first_view_is_a_picture_of_ties(pages, name, layout):
    page = pages(name).open(f"#layout={layout}")
    tied = page.js(
        """const {story} = graphbuilder, {count} = story.stages[0];
        const ends = story.edges.filter(({source, target}) => source < count && target < count).flatMap(({source, target}) => [source, target]);
        return [new Set(ends).size, count, story.nodes.slice(0, count).filter((node) => node.isEvent).length]"""
    )
    assert tied[0] > 0.6 * tied[1]
    assert 0.3 * tied[1] < tied[2] < 0.7 * tied[1]
    wide, tall = frame(page)
    seen = page.js(SEEN)
    spread = [max(one[axis] for one in seen) - min(one[axis] for one in seen) for axis in (1, 2)]
    assert spread[0] > 0.55 * wide
    assert spread[1] > 0.55 * tall


def test_nodes_without_ties_stand_together_under_a_line_that_says_so(nato_page):
    loose = nato_page.js("""const {story} = graphbuilder, {count} = story.stages[0];
    const shown = (end) => end < count && story.nodes[end].likelihood !== "less";
    return story.nodes.slice(0, count).filter((node) => !node.ties.some((tie) => tie.source !== tie.target && shown(tie.source) && shown(tie.target))).map((node) => node.id)""")
    assert len(loose) > 4
    seen = nato_page.js(SEEN)
    assert min(y for id, _, y, *_ in seen if id in loose) > max(y for id, _, y, *_ in seen if id not in loose)


@pytest.mark.parametrize("size", [(960, 600), (860, 560), (1280, 620)])
def test_a_short_window_has_both_pictures_and_nothing_over_anything(pages, size):
    page = pages("nato").open(width=size[0], height=size[1])
    tops = page.js("""const top = (selector) => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
    return [Math.max(...top("#lanes .item .mark").map((one) => one.bottom)), Math.min(...top("#lanes .cluster rect").map((one) => one.top))]""")
    assert tops[0] <= tops[1] + 1
    assert frame(page)[1] > 0.3 * size[1]
