"""Records: checked when made, the same after a JSON line, ids from content."""

from __future__ import annotations

import io
import json
import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder import records
from graphbuilder.records import content_hash

KINDS = [getattr(gb, name) for name in gb.__all__ if is_dataclass(getattr(gb, name)) and name != "Pipeline"]

moments = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=4)))),
)
words = st.text(max_size=40)
documents = st.builds(
    gb.Document,
    text=words,
    title=st.none() | words,
    published=moments,
    source=st.none() | words,
    language=st.none() | st.sampled_from(["en", "de"]),
    meta=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    url=st.none() | st.just("https://fenecho.example/2022/07/26/nets?a=1"),
)


def test_records_are_found_where_stored_pickles_look_for_them():
    for kind in KINDS:
        if kind.__module__.startswith("graphbuilder.records"):
            assert pickle.loads(f"cgraphbuilder.records\n{kind.__name__}\n.".encode()) is kind


def test_all_records_are_imported_from_the_package():
    defined = {
        name
        for module in Path(records.__path__[0]).glob("[!_]*.py")
        for name, value in vars(import_module(f"graphbuilder.records.{module.stem}")).items()
        if isinstance(value, type) and (is_dataclass(value) or hasattr(value, "_fields"))
    }
    assert len(defined) > 15
    assert defined <= set(records.__all__)


@given(documents)
def test_documents_survive_json(document):
    line = gb.to_json(document)
    assert gb.from_json(gb.Document, line) == document
    assert "\n" not in line
    assert json.loads(line)["text"] == document.text


def test_a_day_stays_a_day_and_midnight_midnight():
    day = gb.Document(text="a", published=date(2022, 11, 29))
    midnight = gb.Document(text="a", published=datetime(2022, 11, 29))
    assert day != midnight
    assert day.id != midnight.id
    assert type(gb.from_json(gb.Document, gb.to_json(day)).published) is date
    assert type(gb.from_json(gb.Document, gb.to_json(midnight)).published) is datetime


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2022-11-29", date(2022, 11, 29)),
        ("20221129", date(2022, 11, 29)),
        ("2022-W48-2", date(2022, 11, 29)),
        ("2022-11-29T21:52", datetime(2022, 11, 29, 21, 52)),
        ("2022-11-29T00:00:00", datetime(2022, 11, 29)),
        ("2022-11-29T21:52:00+01:00", datetime(2022, 11, 29, 21, 52, tzinfo=timezone(timedelta(hours=1)))),
    ],
)
def test_dates_may_be_iso_text(told, moment):
    document = gb.Document(text="a", published=told)
    assert type(document.published) is type(moment)
    assert document == gb.Document(text="a", published=moment)
    assert gb.from_json(gb.Document, gb.to_json(document)) == document
    [time] = gb.find_times("They met on Monday.", told)
    assert time.interval.edtf == "2022-11-28"


def test_left_out_ids_come_from_content():
    one = gb.Document(text="NATO met.", title="News")
    assert one.id == gb.Document(text="NATO met.", title="News").id
    others = [
        gb.Document(text="NATO met"),
        gb.Document(text="NATO met."),
        gb.Document(text="NATO met.", title="Other"),
        gb.Document(text="NATO met.", title="News", source="Meridian Wire"),
        gb.Document(text="NATO met.", title="News", published=date(2022, 1, 1)),
    ]
    assert len({one.id, *(other.id for other in others)}) == 6


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", None),
        ("text", b"bytes"),
        ("id", 7),
        ("title", ["News"]),
        ("source", 1.5),
        ("language", object()),
        ("published", 2022),
        ("published", ""),
        ("published", "yesterday"),
        ("published", "2022-11"),
        ("published", "2022-02-30"),
        ("published", "29/11/2022"),
    ],
)
def test_values_of_the_wrong_kind_are_refused(field, value):
    with pytest.raises(gb.InputError, match=f"Document.{field} must be"):
        gb.Document(**{"text": "NATO met.", field: value})


def test_lone_surrogates_are_replaced_and_offsets_stay():
    document = gb.Document(text="a\ud800b", title="\udfff")
    assert document.text == "a\ufffdb"
    assert document.title == "\ufffd"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_records_are_frozen_slotted_and_hold_no_lists(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    assert not any("list" in str(field.type) or "dict" in str(field.type) for field in fields(kind))


def test_records_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        gb.Document(text="a").text = "b"


def test_extractions_and_resolutions_survive_json(nato_extractions, nato_resolution):
    stream = io.StringIO()
    gb.write_jsonl(nato_extractions, stream)
    stream.seek(0)
    assert tuple(gb.read_jsonl(gb.Extraction, stream)) == nato_extractions
    assert gb.from_json(gb.Resolution, gb.to_json(nato_resolution)) == nato_resolution


def test_records_are_written_to_and_read_from_a_path(tmp_path):
    records = [gb.Document(text="NATO met in Chișinău."), gb.Document(text="In Kyiv.", published=date(2022, 11, 29))]
    for path in (tmp_path / "a.jsonl", str(tmp_path / "b.jsonl")):
        gb.write_jsonl(iter(records), path)
        assert list(gb.read_jsonl(gb.Document, path)) == records
    stream = io.StringIO()
    gb.write_jsonl(records, stream)
    assert (tmp_path / "a.jsonl").read_bytes() == stream.getvalue().encode("utf-8")


def test_a_file_is_replaced_when_all_is_written(tmp_path):
    path = tmp_path / "a.jsonl"
    gb.write_jsonl([gb.Document(text="Old.")], path)
    path.chmod(0o640)

    def broken():
        yield gb.Document(text="New.")
        raise gb.InputError("broken")

    with pytest.raises(gb.InputError, match="broken"):
        gb.write_jsonl(broken(), path)
    assert [one.text for one in gb.read_jsonl(gb.Document, path)] == ["Old."]
    gb.write_jsonl([gb.Document(text="New.")], path)
    assert [one.text for one in gb.read_jsonl(gb.Document, path)] == ["New."]
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["nowhere/a.jsonl", "a\0b", ""])
def test_a_path_that_cannot_be_used(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(gb.OutputError, match="cannot write"):
        gb.write_jsonl([], name)
    with pytest.raises(gb.InputError, match="cannot be read"):
        list(gb.read_jsonl(gb.Document, name))
    assert list(tmp_path.iterdir()) == []


def test_a_bad_line_of_a_file_is_named(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(gb.to_json(gb.Document(text="a")) + "\nnonsense\n", "utf-8")
    with pytest.raises(gb.InputError, match=r"a\.jsonl, line 2: not JSON"):
        list(gb.read_jsonl(gb.Document, path))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(gb.InputError, match=r"cannot be read .*utf-8"):
        list(gb.read_jsonl(gb.Document, path))


def test_records_in_a_notebook_are_a_line_or_two(nato, nato_extractions, nato_resolution):
    shown = [*nato.entities(), *nato.events(), *nato.timeline(), *nato_resolution.documents, *nato_resolution.relations]
    assert max(len(repr(one)) for one in (*shown, *nato_extractions, nato_resolution)) < 2_000
    assert repr(nato.entity("NATO")).startswith("Entity(id='nato', type='organization', name='NATO', aliases=(")
    assert "Provenance" not in "".join(map(repr, shown))
    assert repr(nato_resolution).startswith(f"Resolution(13 documents, {len(nato_resolution.entities)} entities, ")
    assert repr(nato_extractions[0]).startswith(f"Extraction(document='{nato_extractions[0].document}', title=")


def test_quotes_are_stored_once_a_sentence(nato_resolution):
    line = gb.to_json(nato_resolution)
    quote = nato_resolution.events[0].provenance[0].quote
    assert line.count(json.dumps(quote, ensure_ascii=False)) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "no Document record"),
        ("null", "no Document record"),
        ("{}", "no Document record"),
        ('{"text": 5}', "no Document record"),
        ('{"text": "a", "published": "yesterday"}', "no Document record"),
        ('{"text": "a", "schema": 99}', "schema 99"),
    ],
)
def test_lines_that_are_no_record(line, message):
    with pytest.raises(gb.InputError, match=message):
        gb.from_json(gb.Document, line)


def test_a_bad_line_is_named_by_its_number():
    stream = io.StringIO(gb.to_json(gb.Document(text="a")) + "\nnonsense\n")
    lines = gb.read_jsonl(gb.Document, stream)
    assert next(lines).text == "a"
    with pytest.raises(gb.InputError, match="line 2: not JSON"):
        next(lines)


def test_records_of_another_schema_must_be_made_anew(nato_extractions):
    line = gb.to_json(nato_extractions[0]).replace('"schema":2', '"schema":99')
    with pytest.raises(gb.InputError, match="build it anew"):
        gb.from_json(gb.Extraction, line)


@given(st.lists(st.text() | st.none() | st.integers(), max_size=4), st.integers(4, 16))
def test_hashes_have_the_length_asked_for(facts, digits):
    assert len(content_hash(*facts, digits=digits)) == digits


def test_hashes_tell_the_places_of_facts_apart():
    assert content_hash("ab", "c") != content_hash("a", "bc")
    assert content_hash("a", None) != content_hash("a", "")


@pytest.mark.parametrize("url", ["", "fenecho.example", "javascript:alert(1)", "https://a:b@fenecho.example/", 7, b"x"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(gb.InputError, match="begins with http"):
        gb.Document(text="a", url=url)


def test_a_web_address_is_kept_and_changes_no_id():
    document = gb.Document(text="a", url="HTTPS://Fenecho.example/é")
    assert document.url == "https://fenecho.example/%C3%A9"
    assert document.id == gb.Document(text="a").id
    assert gb.from_json(gb.Document, gb.to_json(document)) == document


def test_what_was_stored_before_there_were_addresses_is_read(nato_extractions, nato_resolution):
    document = gb.Document(text="a", id="b")
    for record in (document, nato_extractions[0], nato_resolution.documents[0]):
        data = json.loads(gb.to_json(record))
        assert data.pop("url", None) is None
        assert gb.from_json(type(record), json.dumps(data)) == record


def test_a_stored_document_with_a_forged_address_is_no_record():
    data = json.loads(gb.to_json(gb.Document(text="a", id="b"))) | {"url": "javascript:alert(1)"}
    with pytest.raises(gb.InputError, match="begins with http"):
        gb.from_json(gb.Document, json.dumps(data))
