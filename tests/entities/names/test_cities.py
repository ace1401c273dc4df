"""Cities of the table: taken where the model or the words around them support it."""

from __future__ import annotations

import pytest

FOUND = [
    ("Police in Nice arrested two men.", "Nice"),
    ("The fire in Split spread.", "Split"),
    ("She was born near Cork.", "Cork"),
    ("She works in Mobile, Alabama.", "Mobile"),
    ("The meeting in Orange was short.", "Orange"),
    ("The battle of Liaoyang lasted days.", "Liaoyang"),
    ("The treaty of Tartu was signed.", "Tartu"),
    ("Rockets rained down on Da Nang and its airport.", "Da Nang"),
    ("In late July tanks had reached Bien Hoa.", "Bien Hoa"),
]
NOT = [
    ("Reading is fun.", "Reading"),
    ("He likes reading and writing.", "reading"),
    ("Nice weather came in March.", "Nice"),
    ("In March he left.", "March"),
    ("Split decisions are rare.", "Split"),
    ("Best wishes were sent by all.", "Best"),
    ("Mobile phones were sold.", "Mobile"),
    ("To that end, Ann Lee resigned.", "To"),
    ("Can you believe this?", "Can"),
    ("The acts of God are told.", "God"),
    ("Most people left.", "Most"),
    ("Emiliano Zapata led the rebels.", "Emiliano Zapata"),
    ("Van Buren lost the vote of 1840.", "Van Buren"),
    ("Henrik Lund smiled.", "Lund"),
    ("Police said nothing.", "Police"),
]


@pytest.fixture(scope="module")
def places_of(read_entities):
    views = read_entities([*FOUND, *NOT])
    return {text: {one.text for one in view.mentions if one.label == "place"} for text, view in views.items()}


@pytest.mark.parametrize(("text", "city"), FOUND)
def test_cities_are_places(places_of, text, city):
    assert city in places_of[text]


@pytest.mark.parametrize(("text", "name"), NOT)
def test_what_is_no_city(places_of, text, name):
    assert name not in places_of[text]
