"""What is made of a reading: names, descriptions and pronouns; the readings are made by hand."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from graphbuilder.documents import describe
from graphbuilder.entities import find_entities
from graphbuilder.entities.mentions.read import ARGUMENT
from graphbuilder.entities.names.read_names import READER
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import KINDS, TYPES, Reading, Spot
from graphbuilder.records import Document

POLICE = "Police in Oslo arrested two students. The pair denied it, and they were freed."


def told(view) -> list[str]:
    """All mentions, with their forms and types."""
    return [f"{one.text} {one.form} {one.label}" for one in view.mentions]


#: Text, chains that were read, all mentions that come of it.
FOUND = [
    ("Angela Merkel left.", [[("Angela Merkel", "name", "person")]], ["Angela Merkel name person"]),
    ("Angela Merkel left.", [[("Angela Merkel", "description", "person")]], ["Angela Merkel nominal person"]),
    # without titles, articles and what hangs on a name
    (
        "Chancellor Angela Merkel left.",
        [[("Chancellor Angela Merkel", "name", "person")]],
        ["Angela Merkel name person"],
    ),
    ("The Volvo's brakes failed.", [[("The Volvo", "name", "product")]], ["Volvo name product"]),
    # what is known beforehand is so, where the reader sees nothing or nothing else
    ("NATO left.", [], ["NATO name organization"]),
    ("NATO left.", [[("NATO", "name", "place")]], ["NATO name organization"]),
    ("Georgia left.", [[("Georgia", "name", "person")]], ["Georgia name person"]),
    # no name stands in another one
    (
        "The Bank of Oslo left.",
        [[("Bank of Oslo", "name", "organization")], [("Oslo", "name", "place")]],
        ["Bank of Oslo name organization"],
    ),
    # in one text a name has one type, but that of a family
    (
        "Volvo left. Volvo came. Volvo fell.",
        [[("Volvo", "name", "organization"), ("Volvo", "name", "place", 2), ("Volvo", "name", "organization", 3)]],
        ["Volvo name organization"] * 3,
    ),
    (
        "Ann Lund left Lund.",
        [[("Ann Lund", "name", "person")], [("Lund", "name", "place", 2)]],
        ["Ann Lund name person", "Lund name place"],
    ),
    # what the reader overlooks is a name where it is one elsewhere in the text
    (
        "Ann Roe of Volvo left. Roe is glad. The mill of Volvo fell.",
        [[("Ann Roe", "name", "person")], [("Volvo", "name", "organization")]],
        ["Ann Roe name person", "Volvo name organization", "Roe name person", "Volvo name organization"],
    ),
    # what ends behind a name is a mention of its own, and no name
    (
        "The Volvo workers left.",
        [[("The Volvo workers", "description", "group")], [("Volvo", "name", "organization")]],
        ["The Volvo workers nominal group", "Volvo name organization"],
    ),
    # what runs over a clause is cut to the phrase of its last word
    (
        "Two teachers abducted by armed gunmen came home.",
        [[("Two teachers abducted by armed gunmen", "description", "person")]],
        ["armed gunmen nominal person"],
    ),
    (
        "The man who shot the guard fled.",
        [[("The man who shot the guard", "description", "person")]],
        ["the guard nominal person"],
    ),
    (
        "The owners of the old mill left.",
        [[("The owners of the old mill", "description", "person")]],
        ["The owners of the old mill nominal person"],
    ),
    ("The very old men left.", [[("The very old men", "description", "person")]], ["The very old men nominal person"]),
    # names are what the reader takes for names
    ("People of kestrelwatch left.", [[("kestrelwatch", "name", "organization")]], ["kestrelwatch name organization"]),
    ("People of kestrelwatch left.", [[("kestrelwatch", "description", "group")]], ["kestrelwatch nominal group"]),
    ("People of kestrelwatch left.", [], []),
    # but several common words
    ("It told the oil board.", [[("the oil board", "name", "organization")]], ["the oil board nominal organization"]),
]


@pytest.mark.parametrize(("text", "chains", "mentions"), FOUND)
def test_mentions(read_by_hand, text, chains, mentions):
    assert told(read_by_hand(text, *chains)) == mentions


def test_nothing_is_found_in_a_dateline_or_in_furniture(hand_reading):
    text = "OSLO, Nov. 29 (Meridian Wire) - A guard left town.\n\nSubscribe to our free newsletter today."
    (one,) = parse([describe(Document(text=text, id="d"))])
    told = ("OSLO", "name", "place"), ("A guard", "description", "person"), ("newsletter", "description", "work")
    found = find_entities(one, hand_reading(one, *([row] for row in told)), ())
    assert [mention.text for mention in found.mentions] == ["A guard"]


def test_an_overlooked_name_is_a_name_wherever_it_stands(read_by_hand):
    first, again = ("kestrelwatch", "name", "organization"), ("kestrelwatch", "name", "organization", 2)
    view = read_by_hand("People of kestrelwatch left. Others of kestrelwatch stayed.", [first], [again])
    assert {(one.form, one.method) for one in view.mentions} == {("name", READER)}
    assert len({one.chain for one in view.mentions}) == 1, "equal names are one by the rules"


#: Text, a chain that was read, and for each description and pronoun what it points back to and by which method.
CHAINED = [
    (
        "Volvo grew. The company said that it would hire.",
        [
            ("Volvo", "name", "organization"),
            ("The company", "description", "organization"),
            ("it", "pronoun", "organization"),
        ],
        {"The company": ("Volvo", READER), "it": ("Volvo", READER)},
    ),
    (
        "When she came, Jane Roe smiled.",
        [("she", "pronoun", "person"), ("Jane Roe", "name", "person")],
        {"she": ("Jane Roe", READER)},
    ),
    (
        POLICE,
        [
            ("two students", "description", "person"),
            ("The pair", "description", "person"),
            ("they", "pronoun", "person"),
        ],
        {"two students": ("", ARGUMENT), "The pair": ("", ARGUMENT), "they": ("", ARGUMENT)},
    ),
    (
        "People of kestrelwatch left. The charity was glad.",
        [("kestrelwatch", "name", "organization"), ("The charity", "description", "organization")],
        {"The charity": ("kestrelwatch", READER)},
    ),
]


@pytest.mark.parametrize(("text", "chain", "means"), CHAINED)
def test_what_a_mention_goes_with(read_by_hand, text, chain, means):
    view = read_by_hand(text, chain)
    found = {words: (view.refers(words), view.last(words).method) for words in means}
    assert found == means
    assert len({view.last(words).chain for words in means}) == 1


def test_what_has_no_name_is_tied_to_none(read_by_hand):
    police = [("Police", "description", "organization")]
    view = read_by_hand(POLICE, police, [("two students", "description", "person"), ("they", "pronoun", "person")])
    assert view.last("Police").chain != view.last("they").chain == view.last("two students").id
    assert view.last("Oslo").chain == view.last("Oslo").id


TEXT = (
    "Angela Merkel met Volvo workers in Oslo on Monday. The chancellor, who had flown from Berlin, told the men that "
    "her party would help them. NATO Secretary General Jens Stoltenberg and a spokesman praised it.\n\n"
    "“We are glad,” said the owner of the mill that was closed by the bank in Lund. Its director left."
)


def at_random(words, seed: int) -> Reading:
    """A reading of any words, in any chains."""
    dice = random.Random(seed)
    last = sorted(dice.sample(range(len(words)), len(words) // 2))
    spots = [
        Spot(max(0, at - dice.randrange(6)), at, dice.randrange(len(KINDS)), dice.randrange(len(TYPES))) for at in last
    ]
    chains: dict[int, list[int]] = {}
    for at in range(len(spots)):
        chains.setdefault(dice.randrange(8), []).append(at)
    sure = tuple(dice.random() for _ in spots)
    return Reading(words, tuple(spots), tuple(sorted(map(tuple, chains.values()))), sure, ())


@pytest.fixture(scope="module")
def one():
    (parsed,) = parse([Document(text=TEXT, id="d")])
    return parsed


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_read(hand_reading, one, seed):
    found = find_entities(one, at_random(hand_reading(one).words, seed), ())
    ids = [mention.id for mention in found.mentions]
    firsts = {mention.id: mention for mention in found.mentions}
    assert len(ids) == len(set(ids))
    names = sorted((mention.span for mention in found.mentions if mention.form == "name"), key=lambda span: span.start)
    assert all(before.end <= after.start for before, after in pairwise(names)), "no name is inside another"
    ends = [mention.span.end for mention in found.mentions if mention.form != "name"]
    assert len(ends) == len(set(ends)), "no word is the head of two mentions"
    assert set(ids) <= {mention.id for mention in found.by_token.values()}
    for mention in found.mentions:
        assert TEXT[mention.span.start : mention.span.end] == mention.text
        assert ids.index(mention.chain) <= ids.index(mention.id)
        assert firsts[mention.chain].chain == mention.chain
        assert 0 <= mention.score <= 1
        assert mention.score == round(mention.score, 3)
        if mention.form != "name":
            told_by_name = any(other.form == "name" and other.chain == mention.chain for other in found.mentions)
            assert mention.method == (READER if told_by_name else ARGUMENT)
