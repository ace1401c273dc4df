# ruff: noqa: E501 - scripts that run in the page
"""What a reader finds wrong becomes a line that the corrections file takes."""

from __future__ import annotations

import json

import pytest
import yaml

import graphbuilder as gb
from graphbuilder.corrections import parse_corrections, read_corrections

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
    told = line.partition("  # ")[2].removesuffix("…")  # a long one is cut
    assert told
    assert page.text("#panel h2").startswith(told)


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
    }
    const fill = (kind, text) => {
      document.querySelector(`#panel [data-kind=${kind}]`).click();
      document.querySelector("#panel .correction input").value = text;
      document.querySelector("#panel .correction button").click();
    };
    const names = story.nodes.map((node) => node.label);
    story.nodes.filter((one) => one.isEvent).forEach((node, at) => {
      store.select({node: node.number});
      for (const kind of ["who", "place"]) fill(kind, names[at % names.length]);
    });
    for (const edge of story.edges.slice(0, 40)) {
      store.select({edge: edge.number});
      document.querySelector("#panel [data-kind=not]")?.click(); // a link of its own name is none that the file knows
    }
    story.documents.forEach((one, number) => {
      store.select({document: number});
      for (const kind of ["title", "source"]) fill(kind, names.at(-1 - (number % names.length)));
    });""")
    text = page.js("return document.querySelector('#panel textarea').value")
    count = page.js("return window.graphbuilder.story.nodes.length")
    entries = yaml.safe_load(text)
    assert len(entries) == len(text.splitlines()) > 2 * count
    assert {key for entry in entries for key in entry} <= {
        "ignore", "rename", "same", "different", "who", "place", "not", "document", "title", "source",
    }  # fmt: skip
    for line in text.splitlines():
        if not line.startswith("- same"):  # with itself, here
            parse_corrections(line)
    assert page.js("return window.__pwned ?? null") is None


# --- events, links, articles --------------------------------------------------------------------------------------


def answer(page, kind, *values):
    """Open a form, and give its fields these values, as a reader with a keyboard would."""
    page.element(f"#panel [data-kind={kind}]").click()
    for field, value in zip(
        page.browser.find_elements("css selector", "#panel .correction input, #panel .correction select"),
        values,
        strict=True,
    ):
        if field.tag_name == "select":
            page.js("arguments[0].value = arguments[1]", field, value)
        else:
            field.send_keys(value)
    page.element("#panel .correction button").click()


@pytest.fixture
def story_page(pages):
    return pages("story").open("#node=2008-invasion")


def last(page):
    [entry] = yaml.safe_load(lines(page)[-1])
    return entry


def trigger(page, id):
    return page.js(
        """const {story} = graphbuilder; const [number, , start, end] = story.byId.get(arguments[0]).sources[0];
    return `${story.documents[number].id}@e${start}-${end}`""",
        id,
    )


OF_AN_EVENT = [
    ("date", ["2008-08-08"], ["2008-08-08"]),
    ("date", ["2008-08-07/2008-08-12"], ["2008-08-07/2008-08-12"]),
    ("date", ["None"], ["None"]),
    ("date", ["199X"], ["199X"]),
    ("date", ["../2008-21~"], ["../2008-21~"]),
    ("happened", ["no"], ["no"]),
    ("happened", ["demanded"], ["demanded"]),
    ("who", ["agent", "ukraine"], ["agent", "Ukraine"]),
    ("who", ["none", "Nobody Else"], ["none", "Nobody Else"]),
    ("place", ["the bucharest"], ["Bucharest"]),
    ("place", ["none"], ["none"]),
]


@pytest.mark.parametrize(("verb", "values", "said"), OF_AN_EVENT)
def test_what_is_wrong_with_an_event(story_page, verb, values, said):
    answer(story_page, verb, *values)
    assert last(story_page) == {verb: [trigger(story_page, "2008-invasion"), *said]}
    assert lines(story_page)[-1].endswith("  # Russia invades Georgia")
    [row] = parse_corrections("\n".join(lines(story_page))).rows
    assert row.verb == verb
    assert story_page.js("return document.activeElement.dataset.kind") == verb


REFUSED = [
    ("date", ["April 2008"], "“April 2008” is no such date"),
    ("date", ["2008-02-30"], "is no such date"),
    ("date", ["2008-13"], "is no such date"),
    ("date", ["../.."], "is no such date"),
    ("date", ["2008-08/2008-07-31"], "is no such date"),
    ("date", ["199X~"], "is no such date"),
    ("date", ["2008-25"], "is no such date"),
    ("date", [""], "Write something here"),
    ("who", ["agent", " "], "Write something here"),
    ("place", [""], "Write something here"),
]


@pytest.mark.parametrize(("verb", "values", "why"), REFUSED)
def test_what_the_file_would_not_take_is_not_copied(story_page, verb, values, why):
    answer(story_page, verb, *values)
    assert why in story_page.text("#panel .refusal")
    assert story_page.js("return document.activeElement.getAttribute('aria-invalid')") == "true"
    assert story_page.js("return document.querySelector('#panel textarea')") is None


def test_keys_of_the_page_rest_while_a_reader_chooses(story_page):
    story_page.element("#panel [data-kind=happened]").click()
    assert story_page.js("return document.activeElement.tagName") == "SELECT"
    story_page.keys("p", "\ue00c")
    assert story_page.selected() == "2008-invasion"
    assert (
        story_page.js("return document.activeElement.value") == "planned"
        or story_page.js("return document.activeElement.tagName") == "SELECT"
    )


def test_names_have_no_dates(nato_page):
    for kind in ("date", "happened", "who", "place", "not", "published"):
        assert nato_page.js(f"return document.querySelector('#panel [data-kind={kind}]')") is None


def test_a_link_that_is_not_so(pages):
    page = pages("story").open()
    for source, relation, target, said in (
        ("romania", "member_of", "nato", ["Romania", "member_of", "NATO"]),
        ("2008-invasion", "agent", "russia", [trigger(page, "2008-invasion"), "agent", "Russia"]),
    ):
        page.js(
            """const {story, store} = graphbuilder; const number = (id) => story.byId.get(id).number;
        const [a, relation, b] = arguments;
        store.select({edge: story.edges.find((one) => one.source === number(a) && one.relation === relation && one.target === number(b)).number})""",
            source,
            relation,
            target,
        )
        page.element("#panel [data-kind=not]").click()
        assert last(page) == {"not": said}
    assert [row.verb for row in parse_corrections("\n".join(lines(page))).rows] == ["not", "not"]


OF_AN_ARTICLE = [
    ("published", "2008-04-06", True),
    ("published", "none", True),
    ("published", "April 2008", False),
    ("source", 'The "Lantern"', True),
    ("title", "Who: what?", True),
    ("url", "https://example.org/2008/a", True),
    ("url", "javascript:alert(1)", False),
]


@pytest.mark.parametrize(("fact", "value", "taken"), OF_AN_ARTICLE)
def test_what_is_wrong_with_an_article(pages, fact, value, taken):
    page = pages("story").open()
    page.js("graphbuilder.store.select({document: 0})")
    id_ = page.js("return graphbuilder.story.documents[0].id")
    answer(page, fact, value)
    if not taken:
        assert value in page.text("#panel .refusal")
        assert page.js("return document.querySelector('#panel textarea')") is None
    else:
        assert last(page) == {"document": id_, fact: value}
        [about] = parse_corrections(lines(page)[-1]).documents
        assert about.told == {fact: value}


# --- kept and saved -----------------------------------------------------------------------------------------------


def reload(page):
    page.browser.refresh()
    page.wait("return document.documentElement.dataset.ready === 'yes'")


def press_box(page, words):
    page.js(
        "[...document.querySelectorAll('#panel .corrections-box button')].find((one) => one.innerText === arguments[0]).click()",
        words,
    )


def test_lines_survive_a_reload_and_are_shown_at_once(story_page):
    answer(story_page, "date", "2008-08-08")
    story_page.click("#panel [data-kind=ignore]")
    before = lines(story_page)
    assert "kept in this browser, for this page alone" in story_page.text("#corrections-kept")
    reload(story_page)
    assert lines(story_page) == before
    story_page.js("graphbuilder.store.select(null)")
    assert "Your corrections" in story_page.texts("#panel h3")
    assert lines(story_page) == before
    press_box(story_page, "Remove the last")
    reload(story_page)
    assert lines(story_page) == before[:1]
    press_box(story_page, "Clear")
    reload(story_page)
    assert story_page.js("return document.querySelector('#panel textarea')") is None
    assert story_page.js("return localStorage.length") == 0


def test_a_page_of_other_content_has_its_own_lines(pages, story_page):
    story_page.click("#panel [data-kind=ignore]")
    kept = story_page.js("return {...localStorage}")
    other = pages("nato").open()
    other.js("for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)", kept)
    reload(other)
    assert other.js("return document.querySelector('#panel textarea')") is None


def test_what_else_is_kept_under_the_name_is_no_line(story_page):
    story_page.click("#panel [data-kind=ignore]")
    [line] = lines(story_page)
    [key] = story_page.js("return Object.keys(localStorage)")
    for kept in (
        "nonsense",
        '{"a": 1}',
        json.dumps([line, 5, "- a\n- b", "no line", None, "- " + "x" * 5000, "- <img src=x>"]),
    ):
        story_page.js("localStorage.setItem(arguments[0], arguments[1])", key, kept)
        reload(story_page)
        found = (
            lines(story_page)
            if kept.startswith("[")
            else story_page.js("return document.querySelector('#panel textarea')")
        )
        assert found == ([line, "- <img src=x>"] if kept.startswith("[") else None)
    assert story_page.js("return document.querySelector('#panel img')") is None


def test_lines_of_another_tab_are_not_lost(story_page):
    story_page.click("#panel [data-kind=ignore]")
    [key] = story_page.js("return Object.keys(localStorage)")
    story_page.js("localStorage.setItem(arguments[0], JSON.stringify(['- ignore: \"x\"']))", key)
    answer(story_page, "happened", "no")
    assert [next(iter(yaml.safe_load(one)[0])) for one in lines(story_page)] == ["ignore", "happened"]
    assert lines(story_page)[0] == '- ignore: "x"'


def test_the_saved_file_is_one_that_the_next_build_reads(story_page, tmp_path):
    answer(story_page, "date", "2008-08-08")
    answer(story_page, "who", "host", "Tbilisi")
    before = lines(story_page)
    press_box(story_page, "Save corrections.yaml")
    path = tmp_path / "corrections.yaml"
    path.write_bytes(story_page.downloaded("yaml"))
    assert path.read_text("utf-8").splitlines() == before
    assert [row.verb for row in read_corrections(path).rows] == ["date", "who"]
    assert story_page.requests() == []
    assert story_page.errors() == []


def test_where_nothing_is_kept_the_page_says_so(pages):
    """In the frame of a notebook."""
    page = pages("story-frame")
    page.browser.get("about:blank")
    page.browser.get(page.path.as_uri())
    page.browser.switch_to.frame(page.browser.find_element("css selector", "iframe"))
    try:
        page.wait("return document.documentElement.dataset.ready === 'yes'")
        page.js("const {store, story} = graphbuilder; store.select({node: story.byId.get('nato').number})")
        page.click("#panel [data-kind=ignore]")
        page.click("#panel [data-kind=ignore]")
        page.js("const {store, story} = graphbuilder; store.select({node: story.byId.get('ukraine').number})")
        page.click("#panel [data-kind=ignore]")
        assert lines(page) == ['- ignore: "NATO"', '- ignore: "Ukraine"']
        assert "save them before you close or reload it" in page.text("#corrections-kept")
    finally:
        page.browser.switch_to.default_content()


def test_the_next_build_does_what_was_said_of_events_links_and_articles(pages, root, tmp_path):
    page = pages("nato").open("#node=2008-bucharest-summit")
    answer(page, "date", "2008-04-05")
    answer(page, "place", "Oslo Fjord")
    answer(page, "who", "none", "NATO")
    page.js("""const {store, story} = graphbuilder;
    const tie = story.edges.find((one) => one.key); store.select({edge: tie.number})""")
    tie = page.js(
        "const {store, story} = graphbuilder; const tie = story.edges[store.state.selected.edge]; return [story.nodes[tie.source].id, story.nodes[tie.target].id, tie.key]"
    )
    page.click("#panel [data-kind=not]")
    page.js("graphbuilder.store.select({document: 1})")
    document = page.js("return graphbuilder.story.documents[1].id")
    answer(page, "source", "Someone Else")

    path = tmp_path / "corrections.yaml"
    path.write_text("\n".join(lines(page)), "utf-8")
    notes = []
    graph = gb.build(root / "data" / "nato", corrections=path, on_problem=notes.append)
    summit = next(one for one in graph.events() if one.id == "2008-bucharest-summit")
    assert (summit.interval.edtf, summit.dated_by) == ("2008-04-05", ("user", "corrections.yaml, line 1"))
    assert "nato" not in {entity for _, entity in summit.participants}
    assert [str(one) for one in notes if "corrections" in str(one)] == [
        "corrections.yaml, line 2: 'place' changes nothing: nothing here is named 'Oslo Fjord'"
    ]
    assert not graph.has_edge(tie[0], tie[1], key=tie[2])
    assert graph.graph["documents"][document]["source"] == "Someone Else"

    graph.to_html(tmp_path / "again.html")
    again = type(page)(page.browser, tmp_path / "again.html").open("#node=2008-bucharest-summit")
    reading = next(one for one in again.texts("#panel section") if one.startswith("How the date was read"))
    assert "corrections.yaml, line 1 → 5 April 2008" in reading
    assert "Your correction" in reading
    corrected = again.text("#panel .corrections ul")
    assert "Corrected: date: 2008-" in corrected
    again.js(
        "const {store, story} = graphbuilder; store.select({document: story.documents.findIndex((one) => one.id === arguments[0])})",
        document,
    )
    assert "Corrected: document: " in again.text("#panel .corrections ul")
    assert again.js("return document.querySelector('#panel textarea')") is None


def test_a_status_that_the_user_tells_is_told_as_the_users(pages, tmp_path):
    page = pages("story").open()
    text = gb.Document(id="a.txt", text="Prosecutors said Ann Lee attacked Bob Roe in Oslo in 2020.")
    graph = gb.build(text, corrections=parse_corrections("- happened: [a.txt@e25-33, no]"))
    graph.to_html(tmp_path / "a.html")
    again = type(page)(page.browser, tmp_path / "a.html").open()
    again.js("const {store, story} = graphbuilder; store.select({node: story.nodes.find((one) => one.isEvent).number})")
    assert again.text("#panel .status") == "Your correction: it did not happen"


def test_beside_the_users_date_stands_what_the_sources_say(pages, samples, tmp_path):
    select = """const {store, story} = graphbuilder;
    store.select({node: story.nodes.find((one) => one.isEvent && one.label.startsWith("Sweden")).number})"""
    page = pages("ties").open()
    page.js(select)
    assert "What the sources say" not in page.text("#panel")
    answer(page, "date", "2024-05")
    resolution = gb.resolve(samples.ties(), corrections=parse_corrections("\n".join(lines(page))))
    gb.EventGraph.from_resolution(resolution).to_html(tmp_path / "again.html")
    again = type(page)(page.browser, tmp_path / "again.html").open()
    again.js(select)
    assert again.text("#panel .alternatives caption") == "What the sources say"
    rows = again.js(
        """return [...document.querySelectorAll("#panel .alternatives tbody tr")]
            .map((row) => [...row.cells].map((cell) => cell.innerText))"""
    )
    assert rows == [["May 2024", "your correction"], ["2025", "Outlet 5, 15 January 2026"]]
