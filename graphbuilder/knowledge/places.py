"""Which countries, regions and cities bear a name, with codes and points: look-ups in tables, read when needed.

The tables come from GeoNames (see the notice in ``cities.tsv``) and are written by ``docs/make_places.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graphbuilder.knowledge.names import without_accents
from graphbuilder.lexicons import lexicon, lexicon_text

COUNTRY, REGION, CITY = "iso3166-1", "iso3166-2", "geonames"
#: Stands for the place in judgements that chose none.
NOWHERE = "places"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tables; `kind` is country, region, capital or city.

    `ids` are pairs of scheme and value, the one that identifies it first; `country` is an ISO 3166-1 code; `region`
    GeoNames' code of the state or province, with the country's before it. `latitude` and `longitude` (WGS 84) of a
    country or region are those of the city nearest to the centre of its people, so that a dot falls inside. `people` is
    a city's population.
    """

    name: str
    kind: str
    ids: tuple[tuple[str, str], ...]
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    people: int = 0

    @property
    def region_name(self) -> str:
        """The name of the state or province that it lies in; empty where the tables do not name it."""
        return _region_names().get(self.region, "")

    def lies_in(self, other: Place) -> bool:
        """Whether this is, or lies in, a country or region.

        >>> city("683506").lies_in(country("RO")), city("683506").lies_in(country("GB"))
        (True, False)
        """
        return self.country == other.country and other.region in ("", self.region)


@lru_cache(maxsize=4096)
def cities(name: str) -> tuple[Place, ...]:
    """The cities above 15,000 people, and the capitals, of this name, the largest first.

    >>> [(one.country, one.region_name) for one in cities("Cambridge")]
    [('GB', 'England'), ('CA', 'Ontario'), ('US', 'Massachusetts'), ('NZ', '')]
    >>> cities("Kiev")[0].name, cities("Port au Prince")[0].name
    ('Kyiv', 'Port-au-Prince')
    """
    lines = _rows().get(name) or _rows().get(name.replace(" ", "-"), [])
    return tuple(sorted(map(_city, lines), key=lambda one: (-one.people, one.ids)))


def city(number: str) -> Place | None:
    """The city with this GeoNames id."""
    line = _rows_by_id().get(number)
    return None if line is None else _city(line)


@cache
def country(code: str) -> Place:
    """The country with this ISO 3166-1 code."""
    three, latitude, longitude = _areas()[code]
    ids = ((COUNTRY, code), *(((f"{COUNTRY}-alpha3", three),) if three else ()))
    return Place(lexicon("countries")[code]["name"], "country", ids, code, "", latitude, longitude)


@cache
def region(code: str) -> Place:
    """The state or province with this ISO 3166-2 code."""
    own, latitude, longitude = _areas()[code]
    name = lexicon("regions")[code]["name"]
    return Place(name, "region", ((REGION, code),), code[:2], f"{code[:2]}.{own}", latitude, longitude)


def regions(name: str) -> tuple[Place, ...]:
    """The states and provinces of this name or short form.

    >>> [one.country for one in regions("Punjab")], [one.name for one in regions("Mass.")]
    (['IN', 'PK'], ['Massachusetts'])
    """
    return tuple(map(region, _region_codes().get(name, ())))


def identified(ids: Iterable[tuple[str, str]]) -> Place | None:
    """The one place that these ids, such as those of an Entity, belong to; None where there are several, or none."""
    readers: dict[str, Callable[[str], Place | None]] = {COUNTRY: country, REGION: region, CITY: city}
    found = [readers[scheme](value) for scheme, value in ids if scheme in readers]
    return found[0] if len(found) == 1 else None


# --- the tables ---------------------------------------------------------------------------------------------------


def _city(line: str) -> Place:
    number, code, own, latitude, longitude, people, names = line.split("\t")
    named = names.split("|")
    kind = "capital" if lexicon("countries").get(code, {}).get("capital") in named else "city"
    region = f"{code}.{own}"
    return Place(named[0], kind, ((CITY, number),), code, region, float(latitude), float(longitude), int(people))


@cache
def _rows() -> Mapping[str, list[str]]:
    """Name → lines of the cities that bear it; they are taken apart only when asked for."""
    table: dict[str, list[str]] = defaultdict(list)
    for line in _lines("cities"):
        named = line[line.rindex("\t") + 1 :].split("|")
        plain = [without_accents(name) for name in named if not name.isascii()]
        for name in dict.fromkeys([*named, *plain]):
            table[name].append(line)
    return dict(table)


@cache
def _rows_by_id() -> Mapping[str, str]:
    return {line[: line.index("\t")]: line for line in _lines("cities")}


@cache
def _areas() -> Mapping[str, tuple[str, float | None, float | None]]:
    """Code of a country or region → its other code, and its point."""
    table = {}
    for line in _lines("areas"):
        code, other, latitude, longitude = line.split("\t")
        table[code] = other, float(latitude) if latitude else None, float(longitude) if longitude else None
    return table


@cache
def _region_codes() -> Mapping[str, list[str]]:
    """Name of a region → codes of those that bear it."""
    table: dict[str, list[str]] = defaultdict(list)
    for code, row in lexicon("regions").items():
        for name in (row["name"], *row.get("short", ())):
            table[name].append(code)
    return dict(table)


@cache
def _region_names() -> Mapping[str, str]:
    """GeoNames' code of a region → its name."""
    return {region(code).region: row["name"] for code, row in lexicon("regions").items()}


def _lines(name: str) -> Iterator[str]:
    text = lexicon_text(f"{name}.tsv")
    return (line for line in text.split("\n") if line and line[0] != "#")
