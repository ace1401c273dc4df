"""Names known beforehand: a pure look-up."""

import pytest

from graphbuilder.knowledge.gazetteer import (
    capital_name,
    country_name,
    government_name,
    known,
    longest_name,
    names,
    shares_name,
)
from graphbuilder.lexicons import lexicon

KNOWN = [
    ("Ukraine", "Ukraine", "country", "UA"),
    ("UKRAINE", "Ukraine", "country", "UA"),
    ("Kyiv", "Kyiv", "capital", "UA"),
    ("Kiev", "Kyiv", "capital", "UA"),
    ("Ukrainian", "Ukraine", "adjective", "UA"),
    ("Romania", "Romania", "country", "RO"),
    ("Bucharest", "Bucharest", "capital", "RO"),
    ("Romanian", "Romania", "adjective", "RO"),
    ("Georgia", "Georgia", "country", "GE"),
    ("Tbilisi", "Tbilisi", "capital", "GE"),
    ("Argentine", "Argentina", "adjective", "AR"),
    ("Argentinian", "Argentina", "adjective", "AR"),
    ("Moscow", "Moscow", "capital", "RU"),
    ("NATO", "NATO", "organization", ""),
    ("Nato", "NATO", "organization", ""),
    ("North Atlantic Treaty Organization", "NATO", "organization", ""),
    ("EU", "European Union", "organization", ""),
    ("U.N.", "United Nations", "organization", ""),
    ("IAEA", "International Atomic Energy Agency", "organization", ""),
    ("Kremlin", "Kremlin", "seat", "RU"),
    ("White House", "White House", "seat", "US"),
    ("U.S.", "United States", "country", "US"),
    ("UK", "United Kingdom", "country", "GB"),
    ("Britain", "United Kingdom", "country", "GB"),
    ("British", "United Kingdom", "adjective", "GB"),
]
#: Other spellings, older and short names: one place.
ONE_PLACE = [
    ("Kyiv", "Kiev", "Kyyiv"),
    ("Myanmar", "Burma"),
    ("Côte d'Ivoire", "Ivory Coast", "Cote d'Ivoire"),
    ("Turkey", "Türkiye", "Turkiye"),
    ("Eswatini", "Swaziland"),
    ("North Macedonia", "Macedonia"),
    ("Czech Republic", "Czechia"),
    ("Cape Verde", "Cabo Verde"),
    ("East Timor", "Timor-Leste"),
    ("Democratic Republic of the Congo", "DRC", "DR Congo", "Zaire"),
    ("Sri Lanka", "Ceylon"),
    ("Iran", "Persia"),
    ("Chișinău", "Chisinau", "Kishinev"),
    ("Yaoundé", "Yaounde"),
    ("Ulaanbaatar", "Ulan Bator"),
    ("Astana", "Nur-Sultan"),
    ("Tbilisi", "Tiflis"),
    ("Hong Kong", "Hongkong"),
    ("UNESCO", "Unesco"),
]
#: Names that look alike, and are two.
TWO_PLACES = [
    ("Niger", "Nigeria"),
    ("Guinea", "Guinea-Bissau"),
    ("Guinea", "Equatorial Guinea"),
    ("Congo-Brazzaville", "DR Congo"),
    ("North Korea", "South Korea"),
    ("Dominica", "Dominican Republic"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Iran", "Iraq"),
    ("Mali", "Malawi"),
    ("Gambia", "Zambia"),
    ("Mauritania", "Mauritius"),
    ("Latvia", "Lithuania"),
    ("Samoa", "American Samoa"),
    ("Sudan", "South Sudan"),
    ("Macau", "Macedonia"),
    ("The Hague", "Amsterdam"),
    ("La Paz", "Sucre"),
    ("Russia", "Soviet Union"),
]
UNKNOWN = [
    "march", "us", "who", "polish", "nato", "Congolese", "Dominican", "", " ", "Springfield", "Alice", "ukraine",
    "The Ukraine Weekly", "Kyiv Post", "EUR", "Georgian Bay", "N", "MAY", "It", "WH",
]  # fmt: skip


@pytest.mark.parametrize(("name", "canonical", "kind", "country"), KNOWN)
def test_known(name, canonical, kind, country):
    entry = known(name)
    assert entry is not None
    assert (entry.name, entry.kind, entry.country) == (canonical, kind, country)


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown(name):
    assert known(name) is None


@pytest.mark.parametrize("names", ONE_PLACE, ids=lambda names: names[0])
def test_other_names(names):
    assert {known(name).name for name in names} == {names[0]}


@pytest.mark.parametrize(("one", "other"), TWO_PLACES)
def test_names_of_two(one, other):
    assert known(one).name != known(other).name


@pytest.mark.parametrize("name", ["Victoria", "Male"])
def test_capitals_whose_names_mean_something_else(name):
    """Seychelles and the Maldives: "Victoria said" is a woman's word, not theirs."""
    assert known(name) is None


def test_territories_have_no_government_of_a_capital():
    assert capital_name("GU") == ""
    assert known("") is None


def test_kinds_of_organizations_tell_what_points_to_them():
    assert "alliance" in known("NATO").kinds
    assert "alliance" not in known("European Union").kinds
    assert not known("Romania").kinds


@pytest.mark.parametrize(("code", "name", "capital"), [("RO", "Romania", "Bucharest"), ("UA", "Ukraine", "Kyiv")])
def test_codes(code, name, capital):
    assert (country_name(code), capital_name(code)) == (name, capital)
    assert government_name(code) == f"Government of {name}"


def test_georgia_shares_its_name_and_romania_does_not():
    assert shares_name("GE")
    assert not shares_name("RO")


def test_every_country_is_known_by_its_name():
    for code, row in lexicon("countries").items():
        assert known(row["name"]) is not None, code


def test_no_name_is_longer_than_the_longest():
    assert max(len(name.split()) for name in names()) == longest_name()
    assert longest_name() > 3
