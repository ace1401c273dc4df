"""Extractions that are handed in: of records, lines and parsed JSON; what is wrong in one is told with its place."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import graphbuilder as gb
from graphbuilder.records import (
    EventMention,
    Mention,
    Participant,
    Provenance,
    Sentence,
    Span,
    extraction_schema,
)

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


def test_what_is_left_out_may_be_told(extractions, data):
    mentions = extractions[0].mentions
    for one, mention in zip(data["mentions"], mentions, strict=True):
        one |= {"text": mention.text, "head": mention.head, "chain": mention.chain, "method": mention.method}
    for event, told in zip(data["events"], extractions[0].events, strict=True):
        event |= {"id": told.id, "phrase": told.phrase, "polarity": "POS"}
        for one in event["participants"]:
            one["mention"], one["span"] = mentions[one["mention"]].id, data["mentions"][one["mention"]]["span"]
    day = {"year": 2011, "month": 5, "day": 3}
    data["times"][0]["interval"] = {"start": day, "end": day}
    assert gb.resolve([data]) == gb.resolve(extractions[:1])


def put(data, path, value):
    *way, last = path
    for key in way:
        data = data[key]
    data[last] = value


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("document",), "", "document: it is empty; give each document an id of its own"),
        (("published",), "in May", "published must be a date, .* not 'in May'"),
        (("language",), 7, r"language: Expected `str \| null`, got `int` \('7'\)"),
        (("events",), None, "events: Expected `array`, got `null`"),
        (("sentences", 0, 2), "Short.", r"sentences\[0\]: its text has 6 characters, its offsets are 0 to 60"),
        (("sentences", 1, 0), 50, r"sentences\[1\]: its text has 37 characters, its offsets are 50 to 98"),
        (("mentions", 0, "id"), "", r"mentions\[0\]: the id '' is empty or taken"),
        (("mentions", 0, "form"), "noun", r"mentions\[0\]\.form: Invalid enum value 'noun'"),
        (("mentions", 0, "chain"), "gone", "its chain 'gone' is the id of nothing of that kind"),
        (("mentions", 0, "chain"), 99, r"mentions\[0\]: nothing of that kind has the number 99; there are 5, counted"),
        (("mentions", 0, "chain"), -1, r"mentions\[0\]\.chain: Expected `int` >= 0 \('-1'\)"),
        (("mentions", 0, "text"), "Volvo", "its text is 'Volvo', but at 0 to 13 stands 'Fenmark Steel'"),
        (("mentions", 0, "span"), [0, 400], "its span 0 to 400 is not inside sentence 0, 0 to 60"),
        (("mentions", 0, "span"), [400, 401], "its span 400 to 401 is not inside sentence 1, 61 to 98"),
        (("mentions", 0, "span"), [0, 0], "its span 0 to 0 is not inside sentence 0"),
        (("mentions", 0, "span"), [0], r"mentions\[0\]\.span: Expected `array` of length 2"),
        (("mentions", 0, "score"), 1.5, r"mentions\[0\]\.score: Expected `float` <= 1.0 \('1.5'\)"),
        (("mentions", 0, "lable"), "person", r"mentions\[0\]: Object contains unknown field `lable`; docs/records\.md"),
        (("times", 0, "type"), "DAY", r"times\[0\]\.type: Invalid enum value 'DAY'"),
        (("times", 0, "anchor"), "gone", "its anchor 'gone' is the id of nothing"),
        (("times", 0, "interval"), "2011-13", r"times\[0\]\.interval: .*2011-13"),
        (("times", 0, "interval"), "2020/2011", r"times\[0\]\.interval: interval ends before it starts"),
        (("times", 0, "interval"), {"start": {"year": 1, "month": 13}, "end": None}, "Bound.*month 13 is not between"),
        (("events", 0, "polarity"), "NO", r"events\[0\]\.polarity: Invalid enum value 'NO'"),
        (("events", 0, "modality"), "SURE", r"events\[0\]\.modality: Invalid enum value 'SURE'"),
        (("events", 0, "tense"), "THEN", r"events\[0\]\.tense: Invalid enum value 'THEN'"),
        (("events", 0, "times"), ["gone"], "its times 'gone' is the id of nothing"),
        (("events", 0, "times"), [7], r"events\[0\]: nothing of that kind has the number 7; there are 2"),
        (("events", 0, "place"), "gone", "its place 'gone' is the id of nothing"),
        (("events", 0, "attribution"), "gone", "its attribution 'gone' is the id of nothing"),
        (("events", 0, "chain"), "gone", "its chain 'gone' is the id of nothing"),
        (("events", 0, "type"), "", "its type is empty"),
        (("events", 0, "participants", 0, "mention"), "gone", r"participants\[0\]: its mention 'gone' is the id"),
        (("events", 0, "participants", 0, "span"), [0, 70], r"participants\[0\]: its span 0 to 70 is not inside"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(extractions, data, path, value, told):
    put(data, path, value)
    with pytest.raises(gb.InputError, match=told) as error:
        gb.resolve([gb.to_json(extractions[1]), data])
    assert str(error.value).startswith("extraction 2")
    assert repr(data["document"]) in str(error.value)
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
        for told in (*one["events"], *one.get("relations", ())):
            told["type"] = "conjure"
    graph = gb.EventGraph.from_resolution(gb.resolve(made))
    assert {data["type"] for _, data in graph.nodes(data=True) if data["kind"] == "event"} == {"conjure"}
    assert "2011-05-03" in [entry.when for entry in graph.timeline()]


def test_ties_and_ids_are_checked(extractions, data):
    tie = {
        "source": 0, "type": "part_of", "target": 1, "span": data["events"][0]["span"], "method": "tool", "score": 0.5,
    }  # fmt: skip
    gb.resolve([{**data, "relations": [tie]}])
    gb.resolve([{**data, "relations": [tie | {"between": "events"}]}])
    for name, value in {"target": "gone", "time": "gone", "attribution": "gone"}.items():
        with pytest.raises(gb.InputError, match=rf"relations\[0\]: its {name} '{value}' is "):
            gb.resolve([{**data, "relations": [{**tie, name: value}]}])
    with pytest.raises(gb.InputError, match=r"mentions\[\d\]: the id '.*' is empty or taken"):
        gb.resolve([{**data, "mentions": [*data["mentions"], data["mentions"][0]]}])
    empty = {**data, "mentions": [], "times": [], "events": [], "relations": []}
    with pytest.raises(gb.InputError, match="document '', document: it is empty; give each document an id of its own"):
        gb.resolve([{**empty, "document": ""}])
    with pytest.raises(gb.InputError, match="two extractions are of document '0'"):
        gb.resolve([data, data])


RIGHT, HERE = Span("a", 0, 1, 0), Span("a", 0, 4, 0)
NAMED = Mention("m", RIGHT, "a", "person", "name", "a", "m", "my tool", 0.5)
SEEN = Provenance(RIGHT, HERE, "a b.", "my tool", 0.5)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"sentences": (Sentence(5, 0, 4, "a b."),)}, r"sentences\[0\]: its index is 5; number the sentences from 0"),
        ({"mentions": (replace(NAMED, span=Span("b", 0, 1, 0)),)}, "its span is of document 'b'; give this one's"),
        ({"mentions": (replace(NAMED, span=Span("a", 0, 1, 9)),)}, "it is in sentence 9, and there are 1"),
        ({"mentions": (replace(NAMED, span=Span("a", 0, 1, -1)),)}, "it is in sentence -1, and there are 1"),
        ({"mentions": (replace(NAMED, form="noun"),)}, "its form 'noun' is not one of name, nominal, pronoun"),
        ({"mentions": (replace(NAMED, score=1.5),)}, "its score 1.5 is not between 0 and 1"),
        (replace(SEEN, quote="Otherwise."), "its quote 'Otherwise.' is not the text of its sentence"),
        (replace(SEEN, context=Span("a", 0, 3, 0)), "its context 0 to 3 is no sentence"),
        (replace(SEEN, context=Span("a", 0, 4, 9)), "its context 0 to 4 is no sentence"),
    ],
)
def test_records_that_contradict_themselves(wrong, told):
    who = Participant("agent", "m", wrong if isinstance(wrong, Provenance) else SEEN)
    status = None, "POS", "ACTUAL", "PAST", None
    event = EventMention("e", Span("a", 2, 3, 0), "b", "other", "b", (who,), (), *status, "e", "my tool", 0.5)
    right = gb.Extraction("a", None, None, None, None, (Sentence(0, 0, 4, "a b."),), (), (NAMED,), (), (event,), ())
    with pytest.raises(gb.InputError, match=rf"extraction 1, document 'a', .*{told}"):
        gb.resolve([right if isinstance(wrong, Provenance) else replace(right, **wrong)])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{", "extraction 1: not JSON"),
        ("[]", "extraction 1: .*Expected `object`, got `array`"),
        ("{}", "extraction 1: .*missing required field `schema`"),
        ({"document": "a", "schema": 1}, "extraction 1: Extraction of schema 1: this version reads 2; build it anew"),
        ({"document": "a", "sentences": 7}, "extraction 1: .*document 'a', sentences: Expected `array`"),
        (7, "extraction 1 is int; give Extraction records, or their JSON as dict or line"),
        (gb.Document(text="NATO met."), "extraction 1 is Document; give Extraction records"),
    ],
)
def test_what_is_no_extraction(given, told):
    with pytest.raises(gb.InputError, match=told):
        gb.resolve([given])


def test_the_schema_is_that_of_the_records():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(extraction_schema())) == SCHEMA, "run python docs/make_schema.py"


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
