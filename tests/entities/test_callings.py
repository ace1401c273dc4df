"""Who is told again by what they are: "the singer", "the 54-year-old". Rows: text, description, whom it means."""

import pytest

CALLINGS = [
    # the only one told of
    ("Mira Tolvanen won on Sunday. The 31-year-old had broken a leg in March.", "The 31-year-old", "Mira Tolvanen"),
    ("Mira Tolvanen won on Sunday. The Finn had broken a leg in March.", "The Finn", "Mira Tolvanen"),
    ("Mira Tolvanen won on Sunday. The former nurse will race again.", "The former nurse", "Mira Tolvanen"),
    ("Lauri Ketola left the bank in 2015. Police arrested the banker.", "the banker", "Lauri Ketola"),
    ("Lauri Ketola was held on Friday. The banker, 63, denied it.", "The banker", "Lauri Ketola"),
    (
        "Lauri Ketola was held on Friday. The former chief executive denied it.",
        "The former chief executive",
        "Lauri Ketola",
    ),
    (
        "Dmytro Kuleba came with a list. The foreign minister was tired.",
        "The foreign minister",
        "Dmytro Kuleba",
    ),
    ("Ilse Maas won in Paris. The 31-year-old Belgian beat the fourth seed.", "The 31-year-old Belgian", "Ilse Maas"),
    # of whom it was said
    ("Singer Ida Roe met Peter Hall, a poet. The poet died in 2004.", "The poet", "Peter Hall"),
    ("Singer Ida Roe met Peter Hall, a poet. The singer moved to Lisbon.", "The singer", "Ida Roe"),
    ("Ida Roe, 24, beat Anna Lund. The 24-year-old smiled.", "The 24-year-old", "Ida Roe"),
    ("54-year-old Ida Roe beat Anna Lund. The 54-year-old smiled.", "The 54-year-old", "Ida Roe"),
    ("Ida Roe was a nurse. Anna Lund was a painter. The painter left.", "The painter", "Anna Lund"),
    # one of two
    ("Anna Roe shot Peter Blake in 2012. The banker was jailed.", "The banker", ""),
    ("Ida Roe, a poet, met Peter Hall, a poet. The poet died in 2004.", "The poet", ""),
    ("Ida Roe, 24, won. The 31-year-old came second.", "The 31-year-old", ""),
    ("Estonian skater Rein Saar fell. The former Latvian striker left.", "The former Latvian striker", ""),
    # somebody who entered the story without a name
    ("A nurse was hurt. Jane Roe asked for help. The nurse was flown to Oslo.", "The nurse", ""),
    ("Jonas Felt was stabbed. A 34-year-old man was held. The 34-year-old denied it.", "The 34-year-old", ""),
    ("Jane Roe left. The driver was hurt.", "The driver", ""),
    # who only says something
    ("Jane Roe said she knew nothing. The singer was found dead.", "The singer", ""),
    # he and she
    ("Jane Roe won a prize. The 71-year-old was found dead at his home.", "The 71-year-old", ""),
    ("Jane Roe won a prize. The businessman left.", "The businessman", ""),
    # told apart
    ("Jane Roe sang. The pianist who had come with her left.", "The pianist", ""),
    ("Jane Roe sang. The other singer left.", "The other singer", ""),
    ("Jane Roe sang. The singer of the band left.", "The singer", ""),
    ("Jane Roe sang. Max Lund thanked her as the poet of the year.", "the poet", ""),
    ("Jane Roe met the singer.", "the singer", ""),
    ("Jane Roe resigned. The president thanked her.", "The president", ""),
]
OFFICES = [
    ("Finance Minister Jonas Felt resigned. The foreign minister thanked him.", "The foreign minister", ""),
    ("Finance Minister Jonas Felt resigned. The finance minister was ill.", "The finance minister", "Jonas Felt"),
    ("Finance Minister Jonas Felt resigned. The minister was ill.", "The minister", "Jonas Felt"),
    ("Vice President Ida Roe spoke. The president agreed.", "The president", ""),
    ("Vice President Ida Roe spoke. The vice president agreed.", "The vice president", "Ida Roe"),
    ("Prime Minister Ida Roe spoke. The foreign minister agreed.", "The foreign minister", ""),
    ("Ida Roe, the deputy mayor, spoke. The mayor agreed.", "The mayor", ""),
    ("Ida Roe, the deputy mayor, spoke. The deputy mayor left.", "The deputy mayor", "Ida Roe"),
    ("Minister Ida Roe spoke. The finance minister agreed.", "The finance minister", "Ida Roe"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*CALLINGS, *OFFICES])


@pytest.mark.parametrize(("text", "description", "who"), [*CALLINGS, *OFFICES])
def test_who_is_meant(read, text, description, who):
    assert description in text
    assert read[text].refers(description) == who
