"""Names that are known beforehand: countries, capitals, adjectives of countries, international organisations.

The tables stand in ``lexicons/countries.yaml``, ``organizations.yaml`` and ``nominals.yaml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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
    return str(lexicon("countries")[code][0])


def shares_name(code: str) -> bool:
    """Whether something else bears the name of this country, as a US state does that of Georgia."""
    return bool(_tagged(lexicon("countries")[code][3:], "shared: "))


def capital_name(code: str) -> str:
    """The name of a country's capital by ISO 3166-1 code."""
    return str(lexicon("countries")[code][1])


def government_name(code: str) -> str:
    """How the government of a country is called in the graph."""
    return f"Government of {country_name(code)}"


@cache
def names() -> dict[str, Known]:
    """Every known name. Adjectives that two countries share (Congolese, Dominican) are left out."""
    table = dict(_organizations())
    for code, row in lexicon("countries").items():
        # Moscow is the capital of the Russia of today, though the Soviet Union is in the table too
        table |= {name: entry for name, entry in _country(code, row) if name not in table}
    shared = Counter(name for code, row in lexicon("countries").items() for name in _adjectives(row))
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


def _country(code: str, row: list[str]) -> Iterator[tuple[str, Known]]:
    name, capital, _, *further = row
    for adjective in _adjectives(row):
        yield adjective, Known(name, "place", "adjective", code)
    for city in (capital, *_tagged(further, "capital: ")):
        yield city, Known(capital, "place", "capital", code)
    for alias in (name, *(one for one in further if ": " not in one)):
        yield alias, Known(name, "place", "country", code)


def _adjectives(row: list[str]) -> list[str]:
    return [row[2], *_tagged(row[3:], "adjective: ")]


def _tagged(further: list[str], tag: str) -> list[str]:
    return [one.removeprefix(tag) for one in further if one.startswith(tag)]


def _organizations() -> Iterator[tuple[str, Known]]:
    for name, row in lexicon("organizations").items():
        for alias in (name, *row["aliases"]):
            yield alias, Known(name, "organization", "organization", kinds=frozenset(row["kinds"]))
