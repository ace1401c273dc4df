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


def test_two_offices_in_one_state_are_two_edges_each_with_its_own_sentences(tied):
    told = ["| Russian President", "former | president of Russia | from 2008 to 2012", "| Russian Prime Minister",
            "| Prime Minister", "| Russian leader"]  # fmt: skip
    found = tied([[f"Max Poe | holds_position | Russia | {how}"] for how in told])
    for extractions in (found, found[::-1]):
        graph = gb.EventGraph.from_resolution(gb.resolve(extractions))
        offices = {
            key: (data["title"], data["former"], len(data["provenance"]), data.get("edtf"))
            for _, _, key, data in graph.edges(keys=True, data=True)
            if data["relation"] == "holds_position"
        }
        assert offices == {
            "holds_position": ("Russian Prime Minister", False, 3, None),
            "holds_position:Russian President": ("Russian President", False, 1, None),
            "holds_position:former": ("president of Russia", True, 1, "2008/2012"),
        }
