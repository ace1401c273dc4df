"""Clubs, and bodies that the model takes for people or things; rows tell all names of a text."""

import pytest

TABLE = [
    ("Leeds beat Norwich 2-1.", "Leeds organization | Norwich organization"),
    ("The coach of Brighton resigned.", "Brighton organization"),
    ("Burnley have signed a striker.", "Burnley organization"),
    ("Wigan lost to Barnsley in the cup.", "Wigan organization | Barnsley organization"),
    ("Sheffield were relegated in May.", "Sheffield organization"),
    ("Singapore-based Mei Shipping lost a vessel.", "Singapore place | Mei Shipping organization"),
    ("The miner Kestrel cut output.", "Kestrel organization"),
    ("Marlow, a maker of pumps, cut jobs.", "Marlow organization"),
    ("Stanley Morgan shares rose three percent.", "Stanley Morgan organization"),
    ("The retailer Henry Poole closed ten shops.", "Henry Poole organization"),
    # places and people
    ("The mayor of Brighton resigned.", "Brighton place"),
    ("Fire broke out in Norwich.", "Norwich place"),
    ("Troops from Leeds marched to Norwich.", "Leeds place | Norwich place"),
    ("Norwich and Leeds were flooded.", "Norwich place | Leeds place"),
    ("The match was played in Sheffield.", "Sheffield place"),
    ("Brighton faces a water shortage.", "Brighton place"),
    ("London-based Jane Roe sang.", "London place | Jane Roe person"),
    ("Oslo-based singer Anna Berg won a prize.", "Oslo place | Anna Berg person"),
    ("Anna Berg, a maker of films, died in May.", "Anna Berg person"),
    ("The miner Thomas Reed was rescued.", "Thomas Reed person"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(TABLE)


@pytest.mark.parametrize(("text", "names"), TABLE)
def test_clubs_and_companies(read, text, names):
    assert " | ".join(read[text].names()) == names
