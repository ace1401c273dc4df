"""Ties between names: those that names alone tell, and what records are made of those that the reader found.

What the reader finds is asked in test_ties.py; here its ties are given by hand.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import graphbuilder as gb
from graphbuilder.documents import describe
from graphbuilder.entities import find_entities
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import RELATIONS, STANDINGS, End, Tie, When
from graphbuilder.records import Document, RelationMention
from graphbuilder.times import time_expressions

PLACES = [
    ("A court in Vilnius, Lithuania, ruled in favour of the firm.", "Vilnius located_in Lithuania"),
    ("The plant is in Lund, Sweden.", "Lund located_in Sweden"),
    ("The plant is in Dayton, Ohio, and was closed.", "Dayton located_in Ohio"),
    ("The plant is in Buffalo, New York, and was closed.", "Buffalo located_in New York"),
]
NONE = [
    "Ministers from Paris, Berlin and Rome met.",
    "France, Germany and Italy agreed.",
    "Trains run to Boston, New York and Albany.",
    "They flew to Boston, Washington and Rome.",
    "After Vilnius, Georgia counts what is left.",
    "In Poland, Olaf Scholz spoke.",
    "He moved from Oslo, where he was born, to Sweden.",
]
ALIASES = [
    ("Daesh, also known as ISIL, fled.", "ISIL", "Daesh"),
    ("Fenwick Holdings, formerly Arcon Systems, was sold.", "Arcon Systems", "Fenwick Holdings"),
    ("The company Meta, formerly known as Facebook, was fined.", "Facebook", "Meta"),
    # two things
    ("Fenwick Holdings, like Arcon Systems, was sold.", "Arcon Systems", ""),
    ("Jane Roe, formerly of Norway, left.", "Norway", ""),
    ("Fenwick Holdings knows Arcon Systems.", "Arcon Systems", ""),
]
PEOPLE = ([("Jane Roe", "name", "person")], [("Norway", "name", "place")])
FIRMS = ([("Geely", "name", "organization")], [("Volvo", "name", "organization")])
#: Text, chains, the word that tells the tie, relation, standing; the tie, its title, and the words where it is told.
STATED = [
    ("Jane Roe, president of Norway, left.", PEOPLE, "president", "holds", "true",
     "Jane Roe holds_position Norway", "president of Norway", "Jane Roe, president of Norway"),
    ("Jane Roe, spokeswoman for Norway, left.", PEOPLE, "spokeswoman", "holds", "true",
     "Jane Roe spokesperson_of Norway", "spokeswoman for Norway", "Jane Roe, spokeswoman for Norway"),
    ("Jane Roe leads Norway.", PEOPLE, "leads", "holds", "true",
     "Jane Roe holds_position Norway", "", "Jane Roe leads Norway"),
    ("Jane Roe, the president, told reporters that Norway slept.", PEOPLE, "president", "holds", "true",
     "Jane Roe holds_position Norway", "president", "Jane Roe, the president, told reporters that Norway"),
    ("Jane Roe left. The president loves Norway.", PEOPLE, "president", "holds", "ended",
     "Jane Roe holds_position Norway", "president", "president loves Norway"),
    ("Geely owns Volvo.", FIRMS, "owns", "owns", "true", "Volvo owned_by Geely", "", "Geely owns Volvo"),
    ("Geely founded Volvo.", FIRMS, "founded", "founded", "true", "Volvo founded_by Geely", "", "Geely founded Volvo"),
    ("Geely is no part of Volvo.", FIRMS, "part", "part", "denied",
     "Geely part_of Volvo", "", "Geely is no part of Volvo"),
    ("Geely may join Volvo.", FIRMS, "join", "member", "possible",
     "Geely member_of Volvo", "", "Geely may join Volvo"),
    ("Geely will join Volvo.", FIRMS, "join", "member", "planned",
     "Geely member_of Volvo", "", "Geely will join Volvo"),
]  # fmt: skip
HELD = {
    "true": ("POS", "ACTUAL", False),
    "ended": ("POS", "ACTUAL", True),
    "planned": ("POS", "PLANNED", False),
    "denied": ("NEG", "ACTUAL", False),
    "possible": ("POS", "POSSIBLE", False),
}


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*PLACES, *((text,) for text in NONE), *ALIASES])


@pytest.mark.parametrize(("text", "tie"), PLACES)
def test_where_a_place_lies(read, text, tie):
    assert read[text].ties_of_names() == {tie}


@pytest.mark.parametrize("text", NONE)
def test_none(read, text):
    assert read[text].ties() == set()


@pytest.mark.parametrize(("text", "name", "other"), ALIASES)
def test_what_is_also_known_as(read, text, name, other):
    assert read[text].refers(name) == other
    assert any(tie.type == "alias" for tie in read[text].relations) == bool(other)


@pytest.fixture
def tied(hand_reading):
    """The ties of a text of which the reader says no more than two chains and a tie between them."""

    def read_tie(text, chains, word, relation, standing, *, when=None, same=False) -> list[RelationMention]:
        (one,) = parse([describe(Document(text=text, id="d"))])
        reading = hand_reading(one, *chains)
        times = time_expressions(one.document, one.sentences, one.doc)
        at = reading.words.span(*re.search(rf"\b{word}\b", text).span())[1]
        ends = [End(chain, reading.chains[chain][0], chance) for chain, chance in ((0, 0.9), (0 if same else 1, 0.8))]
        tie = Tie(
            word=at,
            relation=RELATIONS.index(relation),
            standing=STANDINGS.index(standing),
            subject=ends[0],
            object=ends[1],
            time=None if when is None else When(when, 0.9),
            chance=0.9,
        )
        return list(find_entities(one, replace(reading, ties=(tie,)), times).relations)

    return read_tie


@pytest.mark.parametrize(("text", "chains", "word", "relation", "standing", "tie", "title", "told"), STATED)
def test_what_the_reader_found(tied, text, chains, word, relation, standing, tie, title, told):
    [found] = tied(text, chains, word, relation, standing)
    source, target = (text[slice(*map(int, end.rsplit("@m", 1)[1].split("-")))] for end in (found.source, found.target))
    assert (f"{source} {found.type} {target}", found.title) == (tie, title)
    assert (found.polarity, found.modality, found.former) == HELD[standing]
    assert text[found.span.start : found.span.end] == told
    assert (found.method, found.score, found.time) == ("reader", 0.72, None)


def test_a_tie_has_the_time_that_the_reader_ties_to_it(tied):
    text = "Jane Roe was president of Norway until 2014. She left in May."
    [found] = tied(text, PEOPLE, "president", "holds", "ended", when=0)
    assert found.time == f"d@t{text.index('2014')}-{text.index('2014') + 4}"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Jane Roe, president of Norway, left.", True),  # nobody is president of himself
        ("Jane Roe sailed.\n\nSubscribe to the newsletter of Jane Roe, president of Norway.", False),
    ],
)
def test_no_tie(tied, text, same):
    chains = PEOPLE if same else ([("Jane Roe", "name", "person", 2)], PEOPLE[1])
    assert tied(text, chains, "president", "holds", "true", same=same) == []


def test_every_tie_stands_in_the_text(read):
    for text, view in read.items():
        for tie in view.relations:
            assert 0 <= tie.span.start < tie.span.end <= len(text)
            assert 0 < tie.score <= 1


def test_the_interval_of_a_tie_reaches_the_graph():
    text = "Jane Roe was president of Norway from 2010 to 2014. She left Oslo."
    graph = gb.build([gb.Document(text=text)])
    edges = [data for _, _, data in graph.edges(data=True) if data["relation"] == "holds_position"]
    assert [edge["edtf"] for edge in edges] == ["2010/2014"]
