import json
from contextlib import suppress
from datetime import date, datetime
from io import BufferedReader, BytesIO

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents import Problem, describe
from graphbuilder.documents.readers.tables import (
    documents_of_csv,
    documents_of_frame,
    documents_of_json,
    documents_of_jsonl,
)
from graphbuilder.documents.readers.unread import Unread
from graphbuilder.errors import InputError
from graphbuilder.records import Document, to_json


def stream(text):
    return BufferedReader(BytesIO(text if isinstance(text, bytes) else text.encode()))


def found(pieces):
    return [one for piece in pieces for one in (piece.found() if isinstance(piece, Unread) else [piece])]


def jsonl(*lines, columns=None):
    return found(documents_of_jsonl(stream("\n".join(lines)), "a.jsonl", None, columns))


def table(text, columns=None, **options):
    return found(documents_of_csv(stream(text), "a.csv", None, columns, **options))


def test_jsonl():
    first, problem, third = jsonl('{"text": "NATO met.", "date": "2022-11-29"}', "{broken", "", '{"body": "In Kyiv."}')
    assert (first.id, first.text, first.published) == ("a.jsonl#1", "NATO met.", date(2022, 11, 29))
    assert problem.name == "a.jsonl#2"
    assert "line 2" in problem.reason
    assert (third.id, third.text) == ("a.jsonl#4", "In Kyiv.")


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "3",
        '"text"',
        "null",
        "{}",
        '{"text": ""}',
        '{"text": 3}',
        '{"title": "a"}',
        '{"text": ["a", 1]}',
        "[" * 9999,
    ],
)
def test_wrong_lines_are_told(line):
    (problem,) = jsonl(line)
    assert isinstance(problem, Problem)


def test_synonyms_and_meta():
    row = {
        "id": 7.0,
        "headline": "T",
        "content": ["One.", "Two."],
        "outlet": {"name": "Adria Post"},
        "lang": "en-GB",
        "rank": 3,
    }
    (found,) = jsonl(json.dumps(row | {"empty": None, "url": "x"}))
    assert found == describe(
        Document(
            text="One.\n\nTwo.",
            id="7",
            title="T",
            source="Adria Post",
            language="en",
            meta=(("rank", "3"), ("url", "x")),
        )
    )


def test_columns_name_the_fields():
    row = '{"text": "A summary.", "body": "NATO met.", "when": "29 November 2022"}'
    (found,) = jsonl(row, columns={"text": "body", "published": "when"})
    assert (found.text, found.published, found.meta) == ("NATO met.", date(2022, 11, 29), (("text", "A summary."),))


@pytest.mark.parametrize(
    ("row", "text", "meta"),
    [
        ({"body": "Mine.", "text": "Other."}, "Mine.", (("text", "Other."),)),
        ({"text": "NATO met."}, "NATO met.", ()),
        ({"body": "", "content": "NATO met."}, "NATO met.", ()),
        ({"body": None, "Text": "NATO met."}, "NATO met.", ()),
    ],
)
def test_the_named_column_first_then_the_usual_ones(row, text, meta):
    (found,) = jsonl(json.dumps(row), columns={"text": "body"})
    assert (found.text, found.meta) == (text, meta)


def test_a_usual_name_that_is_named_for_another_field_is_no_way_out():
    (found,) = jsonl('{"text": "T", "content": "NATO met."}', columns={"text": "body", "title": "text"})
    assert (found.title, found.text) == ("T", "NATO met.")


def test_a_text_that_is_missing_is_told_for_both_ways_in():
    (problem,) = jsonl('{"words": "NATO met."}', columns={"text": "body"})
    assert "--column text=NAME" in problem.reason
    assert "columns={'text': 'NAME'}" in problem.reason


@pytest.mark.parametrize("value", ["03/04/2008", "2008", "spring 2008", 1207000000])
def test_uncertain_dates_are_kept_as_meta(value):
    (found,) = jsonl(json.dumps({"text": "NATO met.", "date": value}))
    assert (found.published, found.meta) == (None, (("published", str(value)),))


def test_the_year_alone_completes_a_dateline():
    (found,) = jsonl('{"text": "KYIV, Nov. 29 (AP) - NATO met.", "date": "2022"}')
    assert found.published == date(2022, 11, 29)


def test_documents_come_back_from_their_json():
    document = describe(Document(text="Winter promises\n\nNATO met.", id="x", meta=(("a", "b"),)))
    assert jsonl(to_json(document)) == [document]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('[{"text": "A."}, {"text": "B."}]', ["a.json#1", "a.json#2"]),
        ('{"articles": [{"text": "A."}], "count": 1}', ["a.json#1"]),
        ('{"text": "A.", "links": [{"url": "x"}]}', ["a.json"]),
        ("[]", []),
    ],
)
def test_json(text, ids):
    assert [one.id for one in found(documents_of_json(stream(text), "a.json", None, None))] == ids


def test_wrong_json():
    with pytest.raises(InputError, match="not JSON"):
        list(documents_of_json(stream("{"), "a.json", None, None))


@pytest.mark.parametrize(
    "text",
    [
        "title,text\nT,NATO met.\n", 'title,text\r\nT,"NATO met."\r\n', "title;text\nT;NATO met.\n",
        "\ufefftitle\ttext\nT\tNATO met.",
        "Title , TEXT\nT,NATO met.\n", "\n\ntitle,text\nT,NATO met.\n\n",
    ],
)  # fmt: skip
def test_csv(text):
    (found,) = table(text)
    assert (found.id, found.title, found.text) == ("a.csv#1", "T", "NATO met.")


def test_csv_rows_that_are_wrong():
    first, problem, third, last = table('text,title\nA.,x\n"B."c,x\nD.,y,extra\n"open,z\n')
    assert (first.text, third.id, third.meta) == ("A.", "a.csv#3", (("column 3", "extra"),))
    assert (problem.name, last.name) == ("a.csv#2", "a.csv#4")
    assert "quotation mark" in last.reason


def test_csv_with_lines_in_a_cell_and_a_long_cell():
    first, second = table(f'text,n\n"One.\n\nTwo.",1\n"{"NATO met. " * 50_000}",2\n')
    assert first.text == "One.\n\nTwo."
    assert len(second.text) == 500_000


def test_empty_csv():
    with pytest.raises(InputError, match="nothing in it"):
        table("")
    assert table("text,title\n") == []


def test_frame():
    frame = pd.DataFrame(
        {
            "text": ["NATO met.", None, "In Kyiv."],
            "published": [pd.Timestamp(day) for day in ("2022-11-29", "2022-11-30", "2022-12-01 10:30")],
            "title": ["T", "U", float("nan")],
            "id": [1, 2, 3],
            "score": [0.5, 1.0, None],
        }
    )
    first, problem, third = found(documents_of_frame(frame, None))
    assert (first.id, first.published, first.title, first.meta) == ("1", date(2022, 11, 29), "T", (("score", "0.5"),))
    assert problem.name == "DataFrame#2"
    assert (third.title, third.published, third.meta) == (None, datetime(2022, 12, 1, 10, 30), ())
    assert type(first.published) is date


def test_frame_with_missing_values_of_all_kinds():
    frame = pd.DataFrame({"text": ["NATO met."], "date": [pd.NaT], "source": [pd.NA], "lang": [None]})
    (one,) = found(documents_of_frame(frame, None))
    assert (one.published, one.source, one.meta) == (None, None, ())


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_told(data):
    for read in (documents_of_csv, documents_of_jsonl):
        with suppress(InputError):
            assert all(isinstance(one, (Document, Problem)) for one in found(read(stream(data), "a", None, None)))
