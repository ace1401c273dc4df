"""Who is only described stands as plain text beside the events, and nowhere among the names."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def story(pages):
    return pages("described").open("#node=2022-bucharest-meeting")


def test_the_panel_of_an_event_tells_them_and_leads_nowhere(story):
    assert story.texts("#panel .described") == ["foreign ministers"]
    assert story.js("return document.querySelector('#panel .described button')") is None
    [group] = [one for one in story.texts("#panel .ties") if "foreign ministers" in one]
    assert group.splitlines()[0] == "Attended by"


@pytest.mark.parametrize(("event", "told"), [("2022-strikes", ["a power grid"] * 2), ("2008-invasion", [])])
def test_each_role_has_its_words(pages, event, told):
    assert pages("described").open(f"#node={event}").texts("#panel .described") == told


def test_who_says_so_is_told(pages):
    page = pages("described").open("#node=2022-veto")
    assert page.text("#panel .status") == "Said by foreign ministers, not told as fact"


@pytest.mark.parametrize(("query", "found"), [("power grid", False), ("kyiv", True)])
def test_the_search_finds_names(story, query, found):
    story.element("#search").send_keys(query)
    kinds = story.js("return [...document.querySelectorAll('#found .name')].map((one) => one.innerText.toLowerCase())")
    assert (query in kinds) is found
    assert f"a {query}" not in kinds


def test_the_table_tells_them_beside_the_event_and_not_as_names(story):
    story.click("button[data-view=table]")
    rows = story.texts("#table-view tbody tr")
    assert [one for one in rows if "Bucharest" in one and "foreign ministers" in one]
    story.js("document.querySelectorAll('#table-view .segmented button')[1].click()")
    names = story.texts("#table-view tbody td:first-child")
    assert "NATO" in names
    assert not {"foreign ministers", "a power grid"} & set(names)


def test_nothing_is_drawn_for_them(story):
    labels = story.js("return window.graphbuilder.story.nodes.map((one) => one.label)")
    assert "foreign ministers" not in labels
    assert story.count()[1] == len(labels)
    assert story.errors() == []
