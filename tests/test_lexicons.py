"""The word lists: valid, words only, no word twice in a list, every role and type known."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest
import yaml

from graphbuilder.lexicons import lexicon

NAMES = sorted(
    path.name.removesuffix(".yaml") for path in files("graphbuilder.lexicons").iterdir() if path.name.endswith(".yaml")
)
#: Lists whose places have meanings, so that a value may stand in several of them.
ROWS = {"named_days", "furniture", "countries"}
ENTITY_TYPES = {
    "person", "organization", "place", "group", "product", "law", "work", "event", "facility", "language", "other", "*",
}  # fmt: skip
GRAMMAR = {"nsubj", "csubj", "agent", "nsubjpass", "dobj", "dative", "poss", "compound", "amod", "xcomp"}
#: Words after which the roles of a type may differ; spaCy tags these as prepositions.
PREPOSITIONS = {
    *lexicon("roles")["prepositions"],
    "of",
    "among",
    "upon",
    "under",
    "within",
    "during",
    "towards",
    "toward",
}


class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in a mapping, which YAML readers overwrite silently."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"line {node.start_mark.line + 1}: a key stands twice in {keys}"
        return super().construct_mapping(node, deep)


def source(name):
    return (files("graphbuilder.lexicons") / f"{name}.yaml").read_text("utf-8")


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
    name, capital, adjective, *more = lexicon("countries")[code]
    assert len(code) == 2
    assert code.isupper()
    assert all(isinstance(word, str) for word in (name, capital, adjective, *more))
    marks = {word.partition(": ")[0] for word in more if ": " in word}
    assert marks <= {"capital", "adjective", "shared"}


def test_countries_are_many_and_named_once():
    names = Counter(row[0] for row in lexicon("countries").values())
    assert len(names) > 190
    assert max(names.values()) == 1


def known_roles():
    roles = lexicon("roles")
    of_places = {role for part in ("verb", "noun") for role in roles[part].values() if isinstance(role, str)}
    of_prepositions = {
        role
        for row in (*roles["prepositions"].values(), roles["noun"]["by"], roles["noun"]["of"])
        for role in row.values()
    }
    return of_places | of_prepositions


@pytest.mark.parametrize("preposition", lexicon("roles")["prepositions"])
def test_prepositions_take_known_types(preposition):
    row = lexicon("roles")["prepositions"][preposition]
    assert set(row) <= ENTITY_TYPES
    assert all(isinstance(role, str) for role in row.values())


@pytest.mark.parametrize("type", lexicon("event_types"))
def test_event_types(type):
    row = lexicon("event_types")[type]
    assert set(row) <= explained("event_types"), "the comment at the top of the file explains each key"
    assert row.get("verbs") or row.get("nouns")
    assert row.get("plover", "").isupper() or "plover" not in row
    assert row.get("once", True) is row.get("bare", True) is True
    assert all(" " in phrase for phrase in row.get("phrases", ()))
    places = set(row.get("roles", {}))
    assert places <= GRAMMAR | PREPOSITIONS


def test_roles_are_words():
    used = known_roles() | {role for row in lexicon("event_types").values() for role in row.get("roles", {}).values()}
    assert all(role.isidentifier() and role.islower() for role in used)
    # the roles of the records' documentation
    assert {"agent", "patient", "recipient", "place", "host", "attendee", "topic"} <= used


@pytest.mark.parametrize("name", lexicon("organizations"))
def test_organizations(name):
    row = lexicon("organizations")[name]
    assert set(row) == {"aliases", "kinds"}
    assert all(word == word.lower() for word in row["kinds"])


def test_aliases_of_organizations_lead_to_one():
    every = Counter(alias for name, row in lexicon("organizations").items() for alias in {name, *row["aliases"]})
    assert [alias for alias, count in every.items() if count > 1] == []
