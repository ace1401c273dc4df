"""Titles of one person in one body or state: which tell the same office, and which another."""

import pytest

import graphbuilder as gb
from graphbuilder.resolve.compare.offices import by_office

CASES = [
    # the same office in other words
    (["President", "French president", "president of France"], [3]),
    (["minister", "Polish foreign minister", "foreign minister"], [3]),
    (["NATO chief", "NATO Secretary General", "Secretary General"], [3]),
    (["chief executive of Toyota", "chief executive"], [2]),
    (["Cabinet Secretaries", "secretary"], [2]),
    (["", "mayor of Lund"], [2]),
    (["", ""], [2]),
    # two
    (["president", "prime minister", "prime minister"], [2, 1]),
    (["foreign minister", "finance minister", "minister", "finance minister"], [3, 1]),
    (["president", "vice-president", "vice-president"], [2, 1]),
    (["minister", "prime minister", "foreign minister"], [2, 1]),
    (["chairman of Toyota", "treasurer of Toyota"], [1, 1]),
]


@pytest.mark.parametrize(("titles", "sizes"), CASES)
def test_titles_are_parted_by_office(titles, sizes):
    for order in (titles, titles[::-1]):
        assert [len(group) for group in by_office(order, str)] == sizes
    first, other = ([sorted(group) for group in by_office(order, str)] for order in (titles, titles[::-1]))
    assert first == other


def test_two_offices_in_one_state_are_two_edges_each_with_its_own_sentences():
    texts = [
        "Russian President Max Poe spoke.",
        "Max Poe, president of Russia from 2008 to 2012, spoke.",
        "Russian Prime Minister Max Poe spoke.",
        "Prime Minister Max Poe of Russia spoke.",
        "Russian leader Max Poe spoke.",
    ]
    graph = gb.build([gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(texts)])
    told = {
        key: (data["title"], data["former"], len(data["provenance"]))
        for _, _, key, data in graph.edges(keys=True, data=True)
        if data["relation"] == "holds_position"
    }
    assert told == {
        "holds_position": ("Russian Prime Minister", False, 3),
        "holds_position:Russian President": ("Russian President", False, 1),
        "holds_position:former": ("president of Russia", True, 1),
    }
