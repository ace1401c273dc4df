"""The page asks for nothing, runs nothing but itself, and says so to no one."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: Clicks everything that can be clicked, opens every menu, types in every field; returns how much it clicked.
CLICK_ALL = """
const done = arguments[arguments.length - 1];
const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
(async () => {
  let clicked = 0;
  window.print = () => {};
  const {story, store} = window.graphbuilder;
  const press = (element) => {
    element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    clicked += 1;
  };
  const some = (all) => all.filter((_, index) => index % Math.ceil(all.length / 60) === 0);
  for (const node of some(story.nodes)) store.select({node: node.number}), clicked += 1;
  for (const edge of some(story.edges)) store.select({edge: edge.number});
  story.documents.forEach((_, document) => store.select({document}));
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const selector of ["#filters input", "#filters button", ".tools button", ".stage-tools button",
      "[data-view=table]", "#table-view button", "[data-view=map]", "#map-view button", "#map [role=button]",
      "[data-save=svg]", "[data-save=png]", "[data-view=timeline]", "[data-view=graph]", "[data-tab]",
      "#undated button", "#lanes [role=button]", "dialog button"]) {
    for (const element of document.querySelectorAll(selector)) press(element);
    await rest(20);
  }
  store.reset();
  for (const number of [0, 1, 2, story.nodes.length - 1]) {
    store.select({node: number});
    for (const element of document.querySelectorAll("#panel button, #panel summary")) press(element);
    store.select({node: number});
    for (const kind of ["same", "rename"]) {
      const button = document.querySelector(`#panel [data-kind=${kind}]`);
      if (!button) continue;
      press(button);
      document.querySelector("#panel .correction input").value = story.nodes[0].label;
      press(document.querySelector("#panel .correction button"));
    }
  }
  store.select({document: 0});
  for (const element of document.querySelectorAll("#panel .mention")) press(element);
  const search = document.getElementById("search");
  for (const text of ["a", "<", "script", "window", "__proto__", "\\u202e", "long"]) {
    search.value = text;
    search.dispatchEvent(new Event("input"));
    for (const element of document.querySelectorAll("#found li")) press(element);
  }
  await rest(300);
  document.getElementById("help").close();
  done(clicked);
})();
"""


@pytest.mark.parametrize("name", ["story", "hostile", "empty", "single", "nato", "batteries"])
@pytest.mark.parametrize("compress", [True, False])
def test_page_asks_for_nothing_and_reports_no_error(pages, name, compress):
    page = pages(name, compress=compress).open()
    assert page.requests() == []
    assert page.errors() == []


@pytest.mark.parametrize("name", ["story", "hostile", "files", "nato", "batteries"])
def test_every_control_can_be_used_and_nothing_runs(pages, name):
    page = pages(name).open()
    assert page.browser.execute_async_script(CLICK_ALL) > 100
    assert page.js("return window.__pwned ?? null") is None
    assert page.errors() == []
    assert page.requests() == []


def test_hostile_files_become_a_page_like_any_other(pages):
    page = pages("files").open()
    documents = page.js("return graphbuilder.story.documents.map((one) => one.id)")
    assert any("<script>" in one for one in documents)
    assert any("onerror" in one for one in documents)
    words = page.js("return JSON.stringify(graphbuilder.story.nodes.map((one) => one.label))")
    assert "window.__pwned" in words
    page.js(
        "graphbuilder.store.select({document: arguments[0]})",
        documents.index(next(one for one in documents if "<script>" in one)),
    )
    assert "window.__pwned" in page.text("#panel .article")
    assert page.errors() == []


def test_hovering_hostile_nodes_runs_nothing(pages):
    page = pages("hostile").open()
    for node in page.js("return window.graphbuilder.story.nodes.slice(0, 8).map((node) => node.id)"):
        page.mouse().w3c_actions.pointer_action.move_to_location(*page.node_at(node))
        page.click_at(*page.node_at(node))
    assert page.js("return window.__pwned ?? null") is None
    assert page.errors() == []


@pytest.mark.parametrize("name", ["story-frame", "hostile-frame"])
def test_page_works_in_the_frame_of_a_notebook(pages, name):
    page = pages(name)
    page.browser.get("about:blank")
    page.browser.get_log("browser"), page.browser.get_log("performance")
    page.browser.get(page.path.as_uri())
    page.browser.switch_to.frame(page.element("iframe"))
    try:
        page.wait("return document.documentElement.dataset.ready === 'yes'")
        assert page.js("return window.origin") == "null"
        assert page.browser.execute_async_script(CLICK_ALL) > 100
        assert page.js("return window.__pwned ?? null") is None
    finally:
        page.browser.switch_to.default_content()
    assert page.js("return window.__pwned ?? null") is None
    assert page.errors() == []
    assert page.requests() == []


def test_policy_stops_what_escaping_might_miss(pages, tmp_path):
    page = pages("story", compress=False)
    planted = (
        "<script>window.__pwned=1</script><img src=x onerror='window.__pwned=1'><svg onload='window.__pwned=1'></svg>"
        "<img src='https://example.org/pixel.png'>"
    )
    broken = tmp_path / "broken.html"
    text = page.path.read_text(encoding="utf-8")
    broken.write_text(text.replace("</header>", f"{planted}</header>", 1), encoding="utf-8")
    page = type(page)(page.browser, broken).open()
    page.js("await new Promise((resolve) => setTimeout(resolve, 200))")
    assert page.js("return window.__pwned ?? null") is None
    assert len(page.errors()) >= 4  # what the policy refused


def test_page_says_so_when_the_browser_cannot_unpack_it(pages):
    page = pages("story")
    identifier = page.browser.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": "delete window.DecompressionStream"}
    )["identifier"]
    try:
        page.browser.get("about:blank")
        page.browser.get(page.path.as_uri())
        page.wait("return !document.getElementById('failed').hidden")
        assert "compress=False" in page.text("#failed")
    finally:
        page.browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": identifier})


def test_thousand_nodes_are_drawn(pages):
    page = pages("large", max_nodes=1000).open()
    assert page.count() == (1000, 1000)
    assert page.errors() == []
