"""Which mentions of a chain are compared as one, and when the parts of a chain stay together."""

from __future__ import annotations

import pytest

from graphbuilder.resolve.cluster.event_building import of_one_chain, parts

LOOSE = [{"act": "kept", "alike": 0, "chain": 1}, {"act": "quit", "alike": 1, "chain": 1, "type": "resign"}]
QUIT = {"act": "quit", "alike": 1, "type": "resign"}


def told_by(written, *tellings):
    [article] = written([{"chain": 1, **telling} for telling in tellings])
    return [[mention.text for mention in part] for part in parts(article.events)]


@pytest.mark.parametrize(
    ("tellings", "found"),
    [
        ([{"act": "kept"}], [["kept"]]),
        ([{"act": "fire"}, {"act": "blaze"}], [["fire", "blaze"]]),
        ([{"act": "kept"}, {"act": "quit", "alike": 1}], [["kept"], ["quit"]]),
        ([{"act": "kept"}, {"act": "quit", "alike": 1}, {"act": "held"}], [["kept", "held"], ["quit"]]),
        ([{"act": "quit"}, {"act": "quit", "alike": 1}], [["quit", "quit"]]),  # one act, whatever the sketches
        ([{"act": "kept"}, {"act": "quit", "alike": None}], [["kept", "quit"]]),  # nothing tells them apart
    ],
)
def test_parts(written, tellings, found):
    assert told_by(written, *tellings) == found


def test_one_chain_is_one_event_where_no_other_article_tells_it(told):
    view = told(LOOSE)
    assert view.event(0, "kept") == view.event(0, "quit")


def test_a_part_that_another_article_tells_leaves_the_rest_behind(told):
    day = {"published": "2021-05-04"}
    view = told([LOOSE[0] | day, *LOOSE[1:]], QUIT | day)
    assert view.event(0, "quit") == view.event(1, "quit")
    assert view.event(0, "kept") != view.event(0, "quit")


def test_parts_of_two_chains_are_not_linked(cluster):
    one, other = cluster("one", {"act": "kept"}), cluster("two", {"act": "kept"})
    assert list(of_one_chain([one, other])) == []
