"""Which names are known beforehand: countries, capitals, adjectives of countries, international organisations.

The tables are ``lexicons/places/countries.yaml``, ``other_names.yaml``, ``organizations.yaml`` and ``nominals.yaml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuilder.knowledge.names import without_accents
from graphbuilder.lexicons import lexicon


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is known to be: its canonical name, its type, and the country that it is or belongs to.

    `kind` is country, adjective, capital, seat (a building that stands for a government) or organization.
    """

    name: str
    type: str
    kind: str
    country: str = ""
    kinds: frozenset[str] = frozenset()
    """Nouns that may point to it: "alliance" for NATO."""


def known(name: str) -> Known | None:
    """What is known of a name, written as in running text or in capitals.

    >>> known("Kiev").name, known("Georgian").country, known("march")
    ('Kyiv', 'GE', None)
    """
    return names().get(name) or (names().get(name.title()) if name.isupper() and len(name) > 3 else None)


def country_name(code: str) -> str:
    """The name of a country by ISO 3166-1 code."""
    return str(lexicon("countries")[code]["name"])


def shares_name(code: str) -> bool:
    """Whether something else bears the name of this country, as a US state does that of Georgia."""
    return "shared" in lexicon("countries")[code]


def capital_name(code: str) -> str:
    """The name of a country's capital by ISO 3166-1 code; empty for territories without one of their own."""
    return str(lexicon("countries")[code].get("capital", ""))


def government_name(code: str) -> str:
    """How the government of a country is called in the graph."""
    return f"Government of {country_name(code)}"


def governed_by(name: str) -> str:
    """The ISO code of the country whose government a name denotes, by its seat or its whole name; "" for anything else.

    >>> governed_by("Nairobi"), governed_by("Government of Kenya"), governed_by("Bank of Leeds")
    ('KE', 'KE', '')
    """
    whose = " ".join(name.split()).partition(" of ")[2]
    entry = known(name) or known(whose.removeprefix("the "))
    return "" if entry is None else entry.country


@cache
def names() -> dict[str, Known]:
    """Every known name. Adjectives that two countries share (Congolese, Dominican) are left out."""
    table = dict(_organizations())
    for code in lexicon("countries"):
        # Moscow is the capital of the Russia of today, though the Soviet Union is in the table too
        table |= {name: entry for name, entry in _country(code) if name not in table}
    shared = Counter(name for row in lexicon("countries").values() for name in row["adjectives"])
    for name, count in shared.items():
        if count > 1:
            del table[name]
    for seat, code in lexicon("nominals")["seats"].items():
        table[seat] = Known(seat, "organization", "seat", code)
    return table


@cache
def longest_name() -> int:
    """The number of words of the longest known name."""
    return max(len(name.split()) for name in names())


@cache
def ambiguous() -> frozenset[str]:
    """Names of cities that are common words or names of people too, such as Reading, Nice and Lincoln."""
    return frozenset(word for words in lexicon("city_words").values() for word in words)


def _country(code: str) -> Iterator[tuple[str, Known]]:
    """The names of a country, of its people, and of the cities that stand for its government."""
    row, others = lexicon("countries")[code], lexicon("other_names")
    name, capital = country_name(code), capital_name(code)
    for adjective in row["adjectives"]:
        yield adjective, Known(name, "place", "adjective", code)
    for city in (capital, *others["seats"].get(code, ())):
        for spelling in (city, *others["cities"].get(code, {}).get(city, ())):
            for form in spellings(spelling):
                if form and form not in ambiguous():
                    yield form, Known(city, "place", "capital", code)
    for alias in (name, *others["countries"].get(code, ())):
        for form in spellings(alias):
            yield form, Known(name, "place", "country", code)


def spellings(name: str) -> tuple[str, ...]:
    """A name, and the same without accents where it has some.

    >>> spellings("Yaoundé"), spellings("Kyiv")
    (('Yaoundé', 'Yaounde'), ('Kyiv',))
    """
    plain = without_accents(name)
    return (name,) if plain == name else (name, plain)


def _organizations() -> Iterator[tuple[str, Known]]:
    for name, row in lexicon("organizations").items():
        for alias in (name, *row["aliases"]):
            yield alias, Known(name, "organization", "organization", kinds=frozenset(row["kinds"]))
