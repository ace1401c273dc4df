import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents import describe
from graphbuilder.records import Document

ARTICLE = """NATO pledges more help
Published: 2022-11-29

LONDON, Nov. 29 (Meridian Wire) - NATO foreign ministers met in Bucharest on Tuesday.

Leaders at the Palace of the Parliament. Photo: Ines Calder/Sable Press
Leaders at the Palace of the Parliament. Photo: Ines Calder/Sable Press

The door is open, he said.

READ MORE: Snow on the Dnipro

Ministers will meet again in the spring of next year.
Ministers will meet again in the spring of next year.

The door is open, he said.
Yes.
Yes.

Related stories
Who is Kuleba?
- The road to Vilnius

The talks go on.

(Reporting by A. Name in London; Editing by B. Name)
"""
ZONES = [
    ("headline", "NATO pledges more help"),
    ("byline", "Published: 2022-11-29"),
    ("dateline", "LONDON, Nov. 29 (Meridian Wire) -"),
    ("caption", "Leaders at the Palace of the Parliament. Photo: Ines Calder/Sable Press"),
    ("duplicate", "Leaders at the Palace of the Parliament. Photo: Ines Calder/Sable Press"),
    ("furniture", "READ MORE: Snow on the Dnipro"),
    ("duplicate", "Ministers will meet again in the spring of next year."),
    ("duplicate", "The door is open, he said."),
    ("furniture", "Related stories"),
    ("furniture", "Who is Kuleba?"),
    ("furniture", "- The road to Vilnius"),
    ("byline", "(Reporting by A. Name in London; Editing by B. Name)"),
]
PIECES = [
    "\n",
    "\n\n",
    " ",
    "\t",
    "\r\n",
    "Follow us on Telegram: @x",
    "Related stories",
    "KYIV (AP) - ",
    "Photo: A B/C",
    "By A. Name",
    "30 November 2022",
    "Ministers met in Bucharest on Tuesday.",
    "- one",
    "Source: X",
    "Ω\U0001f600",
    "\x00",
    "\ud800",
    ":",
]


def test_zones_of_an_article():
    document = describe(Document(text=ARTICLE))
    assert [(zone.kind, document.text[zone.start : zone.end]) for zone in document.zones] == ZONES


@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_zones_of_any_text(text):
    document = describe(Document(text=text))
    end = 0
    for zone in document.zones:
        assert end <= zone.start < zone.end <= len(text)
        assert document.text[zone.start : zone.end].strip() == document.text[zone.start : zone.end]
        end = zone.end


@pytest.mark.parametrize("text", ["", "\n\n\n", "x", "Advertisement", "a\n" * 3])
def test_small_texts(text):
    assert all(zone.kind in ("furniture", "headline") for zone in describe(Document(text=text)).zones)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_dateline_right_below_the_headline(gap):
    text = f"Shares plunge{gap}OSLO, Feb. 17 (Alpine Wire) - Shares of Roe fell on Friday. They had risen on Monday."
    zones = describe(Document(text=text)).zones
    assert [(zone.kind, text[zone.start : zone.end]) for zone in zones] == [
        ("headline", "Shares plunge"),
        ("dateline", "OSLO, Feb. 17 (Alpine Wire) -"),
    ]


def test_a_dateline_with_a_place_alone_below_the_author():
    text = (
        "A river returns\n\nTen years after the flood, Inês Prado looks back at what the water took and left.\n\n"
        "By Conrad Vale\n\nVILA DO RIO, Portugal - The mill stands. Nobody works in it.\n\nROOMS - none are let."
    )
    datelines = [text[one.start : one.end] for one in describe(Document(text=text)).zones if one.kind == "dateline"]
    assert datelines == ["VILA DO RIO, Portugal -"]
