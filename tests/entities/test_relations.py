"""Ties that the text states. Rows tell all of a text; names as they are known."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


def _capital(city, country):
    return f"{city} capital_of {country} | {city} located_in {country}"


RELATIONS = [
    ("They met in Bucharest, the Romanian capital.", _capital("Bucharest", "Romania")),
    ("Kyiv is the capital of Ukraine.", _capital("Kyiv", "Ukraine")),
    ("Leaders met in Georgia's capital Tbilisi.", _capital("Tbilisi", "Georgia")),
    ("Ottawa, the capital of Canada, was snowed in.", _capital("Ottawa", "Canada")),
    ("A court in Vilnius, Lithuania, ruled in favour of the firm.", "Vilnius located_in Lithuania"),
    ("The plant is in Lund, Sweden.", "Lund located_in Sweden"),
    ("Gdynia, a port in Poland, was closed.", "Gdynia located_in Poland"),
    ("Lviv, a city in Ukraine, was hit.", "Lviv located_in Ukraine"),
    ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg holds_position NATO"),
    ("Emmanuel Macron, the president of France, resigned.", "Emmanuel Macron holds_position France"),
    ("Ukraine's president, Volodymyr Zelensky, asked for help.", "Volodymyr Zelensky holds_position Ukraine"),
    ("German Chancellor Olaf Scholz arrived.", "Olaf Scholz holds_position Germany"),
    ("Tim Cook, chief executive of Apple, sold shares.", "Tim Cook holds_position Apple"),
    ("U.S. Secretary of State Antony Blinken agreed.", "Antony Blinken holds_position United States"),
    ("Kremlin spokesman Dmitry Peskov denied it.", "Dmitry Peskov spokesperson_of Kremlin"),
    ("NATO spokeswoman Oana Lungescu confirmed it.", "Oana Lungescu spokesperson_of NATO"),
    ("Maria Zakharova, a spokeswoman for Gazprom, said no.", "Maria Zakharova spokesperson_of Gazprom"),
    ("Instagram, a subsidiary of Meta, was fined.", "Instagram subsidiary_of Meta"),
    ("YouTube is a unit of Google.", "YouTube subsidiary_of Google"),
    ("Estonia is a member of NATO.", "Estonia member_of NATO"),
    ("Turkey, a member of NATO, objected.", "Turkey member_of NATO"),
    ("Crimea is part of Ukraine.", "Crimea part_of Ukraine"),
]
NONE = [
    "Bucharest hosted the summit of NATO.",
    "Ministers from Paris, Berlin and Rome met.",
    "France, Germany and Italy agreed.",
    "Jane Roe criticised France.",
    "The capital of the company fell.",
    "Emmanuel Macron met Olaf Scholz in Berlin.",
    "The president of the club left Madrid.",
    "Apple sued Samsung.",
    "Kyiv asked Germany for tanks.",
    "Part of France was flooded.",
    "Russia attacked Ukraine in 2022.",
    "Members of the jury left.",
    "The city of dreams is far away.",
    "In Poland, Olaf Scholz spoke.",
    "Toyota and Honda share a market.",
    "NATO welcomed Finland.",
    "On Monday, Finland joined.",
    "Angela Merkel praised the president of France.",
    "He moved from Oslo, where he was born, to Sweden.",
    "Capital flowed from London to China.",
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*RELATIONS, *((text,) for text in NONE if isinstance(text, str))])


@pytest.mark.parametrize(("text", "ties"), RELATIONS)
def test_relations(read, text, ties):
    assert read[text].ties() == set(ties.split(" | "))


@pytest.mark.parametrize("text", NONE)
def test_none(read, text):
    assert read[text].ties() == set()


def test_every_tie_stands_in_the_text(read):
    for text, view in read.items():
        for tie in view.relations:
            assert 0 <= tie.span.start < tie.span.end <= len(text)
            assert 0 < tie.score <= 1
