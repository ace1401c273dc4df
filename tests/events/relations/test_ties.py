"""Ties between events: what is part of what or led to it, as the reader has them; what is about what; who bought whom.

The words in brackets are the triggers, as the reader gives them.
"""

import pytest

REFERENCES = [
    ("NATO [condemned] the [annexation] of Crimea.", "condemned : annexation"),
    ("Ukraine [called] for [talks: demanded].", "called : talks"),
    ("NATO [praised] Finland.", ""),
    ("NATO [praised] the [decision] of the [summit] in Riga.", "praised : decision praised : summit decision : summit"),
    ("Sweden [published] its report on the [fire] in Lund.", "published : fire"),
    ("Sweden [published] its report after the [fire] in Lund.", ""),
    ("NATO [met] after the [annexation] of Crimea.", ""),
]
LINKS = [
    ("The [raid] [led] to [protests: because=raid] in Lyon.", "causes", ">", "raid > protests"),
    ("Thousands [fled: because=took] because rebels [took] Goma.", "causes", ">", "took > fled"),
    ("Delegates at the [talks] [signed: whole=talks] a [treaty].", "part_of", "<", "signed < talks"),
    ("The [raid] [led] to [protests] in Lyon.", "causes", ">", ""),
]
OWNED = [
    ("Toyota [bought: agent=Toyota (organization); patient=Honda (organization)] Honda in 1999.", "Honda of Toyota"),
    ("Honda was [acquired: patient=Honda (organization); agent=Toyota (organization)] by Toyota in 1999.",
     "Honda of Toyota"),
    ("Toyota has [bought: agent=Toyota; patient=Scania] the German truck maker Scania for 9 billion euros.",
     "Scania of Toyota"),
    ("Toyota wants to [buy: planned; agent=Toyota; patient=Honda (organization)] Honda.", ""),
    ("Toyota did not [buy: denied; agent=Toyota; patient=Honda (organization)] Honda.", ""),
    ("Toyota has [ordered: agent=Toyota; patient=Boeing] ten planes from Boeing.", ""),
    ("Toyota [bought: agent=Toyota; patient=shares] shares of Honda in 1999.", ""),
    ("Toyota [bought: agent=Toyota; patient=a stake] a stake in Honda in 1999.", ""),
    ("Toyota [bought: agent=Toyota; patient=mines] Honda's mines in 1999.", ""),
    ("Toyota [buys: agent=Toyota; patient=Michelin] its tyres from Michelin.", ""),
    ("Toyota, Volvo and Scania [bought: agent=Toyota] Honda in 1999.", ""),
    ("Max Lund [bought: agent=Max Lund; patient=Honda] Honda in 1999.", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*LINKS, *REFERENCES, *OWNED])


@pytest.mark.parametrize(("text", "kind", "sign", "expected"), LINKS)
def test_links_that_the_reader_found(read, text, kind, sign, expected):
    assert read[text].ties(kind, sign) == expected


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references(read, text, expected):
    assert read[text].ties("refers_to", ":") == expected


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_who_bought_whom(read, text, expected):
    assert read[text].ties("subsidiary_of", "of") == expected
