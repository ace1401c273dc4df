"""The word lists: valid, words only, no word twice in a list, every type of event in its form."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest
import yaml

from graphbuilder.knowledge import places
from graphbuilder.lexicons import SUBJECTS, lexicon, lexicon_text
from graphbuilder.lexicons.types import check_types

NAMES = sorted(
    path.name.removesuffix(".yaml")
    for subject in SUBJECTS
    for path in (files("graphbuilder.lexicons") / subject).iterdir()
    if path.name.endswith(".yaml")
)
#: Lists whose places have meanings, so that a value may stand in several of them.
ROWS = {"named_days", "furniture"}


class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in a mapping, which YAML readers overwrite silently."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"line {node.start_mark.line + 1}: a key stands twice in {keys}"
        return super().construct_mapping(node, deep)


def source(name):
    return lexicon_text(f"{name}.yaml")


def explained(name):
    """The words of the comment at the top of a list."""
    comment = "".join(line for line in source(name).splitlines(keepends=True) if line.startswith("#"))
    return set(re.findall(r"\w+", comment))


def lists(data, path=""):
    """Every list of plain values, with the keys that lead to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from lists(value, f"{path}/{key}")
    elif isinstance(data, list):
        if not any(isinstance(one, (dict, list)) for one in data):
            yield path, data
        for number, one in enumerate(data):
            yield from lists(one, f"{path}/{number}")


@pytest.mark.parametrize("name", NAMES)
def test_files_say_what_they_are_and_have_no_key_twice(name):
    assert source(name).startswith("#"), "the first line says what the list is for"
    assert yaml.load(source(name), Loader=Strict)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ROWS])
def test_words_are_text(name):
    """YAML takes a bare no, on or off for a truth value."""
    wrong = [(path, word) for path, words in lists(lexicon(name)) for word in words if not isinstance(word, str)]
    assert not wrong, "put it in quotes"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ROWS])
def test_words_stand_once_in_a_list(name):
    twice = {
        path: repeated
        for path, words in lists(lexicon(name))
        if (repeated := [word for word, count in Counter(map(str, words)).items() if count > 1])
    }
    assert not twice


@pytest.mark.parametrize("name", NAMES)
def test_words_have_no_outer_spaces(name):
    assert not [
        word for _, words in lists(lexicon(name)) for word in words if isinstance(word, str) and word != word.strip()
    ]


@pytest.mark.parametrize("code", lexicon("countries"))
def test_countries(code):
    row = lexicon("countries")[code]
    assert re.fullmatch("[A-Z]{2}", code)
    assert {"name", "adjectives"} <= set(row) <= {"name", "capital", "adjectives", "shared"}
    assert all(isinstance(word, str) for word in (row["name"], row.get("capital", ""), *row["adjectives"]))


def test_countries_are_many_and_named_once():
    names = Counter(row["name"] for row in lexicon("countries").values())
    assert len(names) > 220
    assert max(names.values()) == 1


def test_other_names_are_those_of_known_places():
    other = lexicon("other_names")
    assert {code for part in other.values() for code in part} <= set(lexicon("countries"))
    assert all(places.cities(name) for table in other["cities"].values() for name in table)
    assert all(places.cities(name) for table in other["seats"].values() for name in table)


@pytest.mark.parametrize("code", lexicon("regions"))
def test_regions(code):
    row = lexicon("regions")[code]
    assert {"name"} <= set(row) <= {"name", "short", "city", "shared"}
    assert places.region(code).latitude is not None, "docs/make_places.py has not run since it was added"
    assert "city" not in row or any(
        city.lies_in(places.region(code)) for city in places.cities(row["city"].translate({0x2019: "'"}))
    )


def test_words_that_are_cities_too_are_in_the_table():
    words = [word for part in lexicon("city_words").values() for word in part]
    assert not [word for word in words if not places.cities(word)]
    assert max(Counter(words).values()) == 1


@pytest.mark.parametrize("code", [code for code in lexicon("countries") if code not in ("AQ", "SU")])
def test_countries_have_points(code):
    place = places.country(code)
    assert -90 <= place.latitude <= 90
    assert -180 <= place.longitude <= 180
    assert code == "XK" or len(dict(place.ids)["iso3166-1-alpha3"]) == 3


@pytest.mark.parametrize("name", ["cities", "areas"])
def test_tables_say_where_they_come_from(name):
    head = lexicon_text(f"{name}.tsv")[:300]
    assert "GeoNames" in head
    assert "creativecommons.org/licenses/by/4.0" in head
    assert "renamed" in head, "the licence asks to say that it was changed"


def test_cities_are_sorted_and_whole():
    lines = lexicon_text("cities.tsv").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {7}
    assert rows == sorted(rows, key=lambda row: (row[6].split("|")[0], row[1], int(row[0])))
    assert len({row[0] for row in rows}) == len(rows) > 30_000
    assert all(-90 <= float(row[3]) <= 90 and -180 <= float(row[4]) <= 180 for row in rows)


def test_common_words_are_sorted_stems_with_a_share_of_a_thousand():
    rows = [line.split("\t") for line in lexicon_text("common_words.tsv").splitlines() if not line.startswith("#")]
    assert len(rows) > 1000
    assert rows == sorted(rows)
    assert all(30 <= int(many) <= 1000 for _, many in rows)


@pytest.mark.parametrize("type", lexicon("event_types"))
def test_event_types(type):
    row = lexicon("event_types")[type]
    assert set(row) <= explained("event_types"), "the comment at the top of the file explains each key"
    check_types({type: row})


@pytest.mark.parametrize("name", lexicon("organizations"))
def test_organizations(name):
    row = lexicon("organizations")[name]
    assert set(row) == {"aliases", "kinds"}
    assert all(word == word.lower() for word in row["kinds"])


def test_aliases_of_organizations_lead_to_one():
    every = Counter(alias for name, row in lexicon("organizations").items() for alias in {name, *row["aliases"]})
    assert [alias for alias, count in every.items() if count > 1] == []


def test_given_names_are_of_one_gender_and_without_accents():
    rows = lexicon("given_names")
    names = [name for row in rows.values() for name in row]
    assert sorted(rows) == ["he", "she"]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if not re.fullmatch("[a-z]+(-[a-z]+)*", name)] == []


def test_a_list_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"graphbuilder/lexicons has no 'none\.yaml' in documents, "):
        lexicon_text("none.yaml")
