"""Extractions that are handed in: of records, lines and parsed JSON; what is wrong in one is told with its place."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import jsonschema
import pytest

import graphbuilder as gb
from graphbuilder.resolve.validation.schema import extraction_schema

TEXTS = (
    "Fenmark Steel agreed on 3 May 2011 to sell its rolling mill. Jane Roe will visit Norway on Monday.",
    "Norway did not meet Sweden in Oslo in June 2012. Officials said it may join NATO, the alliance, in 2013.",
    "John Roe, the president of Norway, resigned from March to May 2010 as planned.",
)
SCHEMA = json.loads((Path(gb.__file__).parent / "export" / "extraction.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def extractions():
    return tuple(
        gb.extract(gb.Document(text=text, id=f"{at}", published="2011-05-05") for at, text in enumerate(TEXTS))
    )


@pytest.fixture
def data(extractions):
    """Of the first text, as parsed JSON."""
    return json.loads(gb.to_json(extractions[0]))


@pytest.mark.parametrize("form", ["lines", "bytes", "parsed", "mixed"])
def test_all_forms_give_what_the_records_give(extractions, form):
    lines = [gb.to_json(one) for one in extractions]
    given = {
        "lines": lines,
        "bytes": [line.encode() for line in lines],
        "parsed": [json.loads(line) for line in lines],
        "mixed": [extractions[0], lines[1], json.loads(lines[2])],
    }[form]
    before = deepcopy(given)
    assert gb.resolve(given) == gb.resolve(extractions)
    assert given == before, "what was handed in is not changed"


def test_what_has_defaults_may_be_left_out(extractions, data):
    del data["schema"], data["url"]
    for mention in data["mentions"]:
        del mention["modifies"]
    for time in data["times"]:
        for end in ("start", "end"):
            time["interval"][end] = {unit: part for unit, part in time["interval"][end].items() if part}
        del time["interval"]["precision"]
    assert gb.resolve([data]) == gb.resolve(extractions[:1])


def put(data, path, value):
    *way, last = path
    for key in way:
        data = data[key]
    data[last] = value


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("document",), "", "a quote is of '0', sentence 0, which is not one of its sentences"),
        (("published",), "in May", "published: .*Invalid isoformat.* not 'in May'"),
        (("language",), 7, "language: Input should be a valid string, not '7'"),
        (("events",), None, "events: Input should be a valid tuple"),
        (("sentences", 0, "index"), 5, "a quote is of '0', sentence 0, which is not one of its sentences"),
        (("sentences", 0, "text"), "Short.", r"sentences\[0\]: its text has 6 characters, its offsets are 0 to 60"),
        (("mentions", 0, "id"), "", r"mentions\[0\]: the id '' is empty or taken"),
        (("mentions", 0, "form"), "noun", "its form 'noun' is not one of name, nominal, pronoun"),
        (("mentions", 0, "chain"), "gone", "its chain 'gone' is the id of nothing of that kind"),
        (("mentions", 0, "text"), "Volvo", "its text is 'Volvo', but at 0 to 13 stands 'Fenmark Steel'"),
        (("mentions", 0, "span", "document"), "b", "its span is of document 'b'"),
        (("mentions", 0, "span", "sentence"), 9, "it is in sentence 9, and there are 2, counted from 0"),
        (("mentions", 0, "span", "sentence"), -1, "it is in sentence -1, and there are 2"),
        (("mentions", 0, "span", "end"), 400, "its span 0 to 400 is not inside sentence 0, 0 to 60"),
        (("mentions", 0, "span", "end"), 0, "its span 0 to 0 is not inside sentence 0"),
        (("mentions", 0, "score"), 1.5, "its score 1.5 is not between 0 and 1"),
        (("mentions", 0, "lable"), "person", r"mentions\[0\]\.lable is no field; docs/extend\.md shows"),
        (("times", 0, "type"), "DAY", "its type 'DAY' is not one of DATE, TIME, DURATION, SET"),
        (("times", 0, "anchor"), "gone", "its anchor 'gone' is the id of nothing"),
        (("times", 0, "interval", "start", "month"), 13, r"times\[0\]\.interval: Bound.*month 13 is not between"),
        (("times", 0, "interval", "start", "year"), 2020, r"times\[0\]\.interval: interval ends before it starts"),
        (("events", 0, "polarity"), "NO", "its polarity 'NO' is not one of POS, NEG"),
        (("events", 0, "modality"), "SURE", "its modality 'SURE' is not one of ACTUAL, PLANNED, "),
        (("events", 0, "tense"), "THEN", "its tense 'THEN' is not one of PAST, PRESENT"),
        (("events", 0, "times"), ["gone"], "its times 'gone' is the id of nothing"),
        (("events", 0, "place"), "gone", "its place 'gone' is the id of nothing"),
        (("events", 0, "attribution"), "gone", "its attribution 'gone' is the id of nothing"),
        (("events", 0, "chain"), "gone", "its chain 'gone' is the id of nothing"),
        (("events", 0, "type"), "", "its type is empty"),
        (("events", 0, "participants", 0, "mention"), "gone", r"participants\[0\]: its mention 'gone' is the id"),
        (("events", 0, "participants", 0, "provenance", "quote"), "Otherwise.", "its quote .Otherwise.. is not"),
        (("events", 0, "participants", 0, "provenance", "context", "end"), 9, "its context 0 to 9 is no sentence"),
        (("events", 0, "participants", 0, "provenance", "context", "sentence"), 9, "sentence 9, which is not one of"),
        (("schema",), 2, "Extraction of schema 2: this version reads 1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(extractions, data, path, value, told):
    put(data, path, value)
    with pytest.raises(gb.InputError, match=told) as error:
        gb.resolve([gb.to_json(extractions[1]), data])
    assert str(error.value).startswith(f"extraction 2, document {data['document']!r}")
    assert "\n" not in str(error.value)


def changed(data, change):
    if isinstance(data, dict):
        return {key: change.get(key, changed(value, change)) for key, value in data.items()}
    return [changed(one, change) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize("method", ["my tool", "verb/my rule", ""])
def test_words_of_other_tools_break_nothing(extractions, method):
    given = [json.loads(gb.to_json(one)) for one in extractions]
    others = {
        "method": method,
        "role": "hero",
        "label": "deity",
        "head": "",
        "lemma": "",
        "value": "?",
        "implied": ["x"],
    }
    made = [changed(one, others) for one in given]
    for one in made:
        for told in (*one["events"], *one["relations"]):
            told["type"] = "conjure"
    graph = gb.EventGraph.from_resolution(gb.resolve(made))
    assert {data["type"] for _, data in graph.nodes(data=True) if data["kind"] == "event"} == {"conjure"}
    assert "2011-05-03" in [entry.when for entry in graph.timeline()]


def test_ties_and_ids_are_checked(extractions, data):
    tie = {
        "source": data["mentions"][0]["id"], "type": "part_of", "target": data["mentions"][1]["id"], "time": None,
        "span": data["events"][0]["span"], "method": "tool", "score": 0.5,
    }  # fmt: skip
    gb.resolve([{**data, "relations": [tie]}])
    for name, value in {"target": "gone", "time": "gone", "attribution": "gone", "modality": "SURE"}.items():
        with pytest.raises(gb.InputError, match=rf"relations\[0\]: its {name} '{value}' is "):
            gb.resolve([{**data, "relations": [{**tie, name: value}]}])
    with pytest.raises(gb.InputError, match=r"mentions\[\d\]: the id '.*' is empty or taken"):
        gb.resolve([{**data, "mentions": [*data["mentions"], data["mentions"][0]]}])
    empty = {**data, "mentions": [], "times": [], "events": [], "relations": []}
    put(empty, ("sentences", 1, "index"), 5)
    with pytest.raises(gb.InputError, match=r"sentences\[1\]: its index is 5; number the sentences from 0"):
        gb.resolve([empty])
    with pytest.raises(gb.InputError, match="document '', document: it is empty; give each document an id of its own"):
        gb.resolve([{**empty, "document": ""}])
    put(data, ("sentences", 1, "index"), 1)
    with pytest.raises(gb.InputError, match="two extractions are of document '0'"):
        gb.resolve([data, data])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{", "extraction 1: not JSON"),
        ("[]", "extraction 1: .*Input should be"),
        ("{}", "extraction 1: document: Field required"),
        ({"document": "a", "sentences": 7}, "extraction 1, document 'a': "),
        (7, "extraction 1 is int; give Extraction records, or their JSON as dict or line"),
        (gb.Document(text="NATO met."), "extraction 1 is Document; give Extraction records"),
    ],
)
def test_what_is_no_extraction(given, told):
    with pytest.raises(gb.InputError, match=told):
        gb.resolve([given])


def test_the_schema_is_that_of_the_records():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert extraction_schema() == SCHEMA, "run python docs/make_schema.py"


def test_the_schema_takes_what_is_made_and_refuses_what_is_not(extractions, data):
    for one in extractions:
        jsonschema.validate(json.loads(gb.to_json(one)), SCHEMA, jsonschema.Draft202012Validator)
    for path, value in [
        (("events", 0, "polarity"), "NO"), (("mentions", 0, "lable"), "person"), (("mentions", 0, "form"), "noun"),
        (("times", 0, "type"), "DAY"), (("sentences",), None),
    ]:  # fmt: skip
        wrong = deepcopy(data)
        put(wrong, path, value)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA, jsonschema.Draft202012Validator)
