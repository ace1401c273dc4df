"""Texts given as such (`texts=`), and tables of any library."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

from graphbuilder.documents import origins, read_documents
from graphbuilder.errors import InputError
from graphbuilder.records import Document

ONE, TWO = "NATO met in Bucharest.", "Ukraine asked for help."
ROWS = [{"text": ONE, "published": "2008-04-03", "source": "Harbour Courier"}, {"text": TWO, "published": None}]


class Foreign:
    """A table of a library that nobody knows, which has the interchange protocol and nothing else."""

    def __init__(self, frame):
        self.frame = frame

    def __dataframe__(self, nan_as_null=False, allow_copy=True):
        with pytest.warns():
            return self.frame.__dataframe__(nan_as_null, allow_copy)


class Streamed:
    """A table that has only the stream of Arrow."""

    columns = ("text",)

    def __arrow_c_stream__(self, requested_schema=None):
        raise AssertionError


def read(**options):
    return list(read_documents(**options))


def texts(given, **options):
    return [document.text for document in read(texts=given, **options)]


@pytest.mark.parametrize(
    "given",
    [
        [ONE, TWO],
        (ONE, TWO),
        iter([ONE, TWO]),
        (text for text in (ONE, TWO)),
        {ONE: 1, TWO: 2}.keys(),
        pd.Series([ONE, TWO]),
        pd.Series([ONE, TWO], index=["b", "a"], dtype="string"),
        pl.Series([ONE, TWO]),
        np.array([ONE, TWO]),
        [{"text": ONE}, {"body": TWO}],
        pd.Series([{"text": ONE}, {"text": TWO}]),
        [ONE, {"text": TWO}],
        [Document(text=ONE), TWO],
        pd.DataFrame(ROWS),
        pl.DataFrame(ROWS),
    ],
    ids=lambda given: type(given).__name__,
)
def test_texts_in_all_that_holds_them(given):
    assert texts(given) == [ONE, TWO]


@pytest.mark.parametrize("given", [ONE, {"text": ONE}, Document(text=ONE)])
def test_one_text_may_stand_alone(given):
    assert texts(given) == [ONE]


def test_what_a_dict_tells():
    first, second = read(texts=ROWS)
    assert (first.published, first.source) == (date(2008, 4, 3), "Harbour Courier")
    assert (second.published, second.source) == (None, None)
    assert first.id != second.id
    [named] = read(texts=[{"article": ONE, "day": "2008-04-03", "id": "x"}], columns={"published": "day"})
    assert (named.id, named.published, named.text) == ("x", date(2008, 4, 3), ONE)


def test_a_text_of_any_kind_is_no_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TWO, "utf-8")
    assert texts(["a.txt", "-", "*.txt", "https://example.org/a"]) == ["a.txt", "-", "*.txt", "https://example.org/a"]
    assert [one.text for one in read(sources="a.txt", texts=[ONE])] == [ONE, TWO]
    assert tuple(origins("a.txt")) == ("a.txt",)


def test_the_same_text_has_the_same_id_and_is_read_once():
    [one] = read(texts=[ONE, ONE])
    assert [one] == read(texts=[ONE])


def test_the_first_lines_tell_of_a_text_as_of_a_file():
    [document] = read(texts=["A seat for Georgia\n\nBy A. Name | 5 April 2008\n\nNATO met."])
    assert (document.title, document.published) == ("A seat for Georgia", date(2008, 4, 5))
    [undated] = read(texts=[ONE], published="2022-07-26", source="Harbour Courier")
    assert (undated.published, undated.source) == (date(2022, 7, 26), "Harbour Courier")


@pytest.mark.parametrize("missing", [None, "", "  \n", float("nan"), pd.NA, {"text": None}, {"title": "T"}, {}])
def test_a_text_that_is_missing_is_told(missing):
    told = []
    assert texts([ONE, missing], on_problem=told.append) == [ONE]
    [problem] = told
    assert (problem.name, problem.kind) == ("texts#2", "left out")
    assert "item 2" in problem.reason
    with pytest.raises(InputError, match="texts#2"):
        read(texts=[ONE, missing], strict=True)


def test_a_date_that_could_be_two_is_told():
    told = []
    read(texts=[{"text": ONE, "date": "03/04/2022"}], on_problem=told.append)
    assert [str(one) for one in told if "no certain day" in str(one)]


@pytest.mark.parametrize("wrong", [7, b"NATO met.", Path("a.txt"), [7], [b"NATO met."], [Path("a.txt")], [[ONE]]])
def test_what_can_be_no_text_is_refused(wrong):
    with pytest.raises(InputError, match="texts= takes strings, dicts with a text and Documents"):
        read(texts=wrong)


@pytest.mark.parametrize(
    "sources",
    [
        "NATO met in Bucharest.\nIt was April.",
        "NATO met. " * 30,
        ["NATO met in Bucharest?\n\nIt was * April."],
        "https://example.org/2008/04/a\nNATO met in Bucharest.",
        "~nobody met\nin Bucharest",
        pd.Series(["NATO met. " * 40]),
    ],
)
def test_a_text_in_the_place_of_a_path_says_where_it_belongs(sources):
    with pytest.raises(InputError, match=r"it looks like a text, and those are given as texts=\[\.\.\.\]"):
        read(sources=sources)


@pytest.mark.parametrize("sources", ["NATO met in Bucharest.", ["no such folder"], "x" * 299])
def test_a_short_one_is_a_path_that_is_not_there(sources):
    with pytest.raises(InputError, match=r"there is no file or folder .*Text itself is given as .*texts=\[\.\.\.\]"):
        read(sources=sources)


@pytest.mark.parametrize("sources", [{"text": ONE}, [{"text": ONE}], [None], None, 7])
def test_what_are_no_sources_says_what_are(sources):
    with pytest.raises(InputError, match=r"texts, and dicts with a text, are given as texts=\[\.\.\.\]"):
        read(sources=sources)


def test_a_file_with_a_line_break_in_its_name_is_a_file(tmp_path):
    path = tmp_path / "a\nb.txt"
    path.write_text(ONE, "utf-8")
    assert [one.text for one in read(sources=str(path))] == [ONE]


# --- tables of other libraries ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, lambda rows: Foreign(pd.DataFrame(rows))])
def test_tables_of_every_library_are_the_same(kind):
    frame = kind(ROWS)
    expected = read(texts=ROWS)
    assert read(sources=frame) == read(sources=[frame]) == expected
    assert read(sources=kind([{"body": ONE, "n": 1}]), columns={"text": "body"})[0].meta == (("n", "1"),)


def test_a_table_of_pyarrow():
    pyarrow = pytest.importorskip("pyarrow")
    assert read(sources=pyarrow.Table.from_pylist(ROWS)) == read(texts=ROWS)
    assert texts(pyarrow.chunked_array([[ONE], [TWO]])) == [ONE, TWO]


def test_typed_columns_of_polars():
    frame = pl.DataFrame(
        {
            "text": [ONE, TWO, None],
            "published": [date(2008, 4, 3), None, None],
            "seen": [datetime(2008, 4, 3, 10, 30), None, None],
        }
    )
    told = []
    first, second = read(sources=frame, on_problem=told.append)
    assert (first.published, second.published) == (date(2008, 4, 3), None)
    assert first.meta == (("seen", "2008-04-03 10:30:00"),)
    assert [problem.name for problem in told if problem.kind == "left out"] == ["DataFrame#3"]


def test_tables_that_cannot_be_read_say_how(monkeypatch):
    with pytest.raises(InputError, match="a Streamed cannot be read as a table"):
        read(sources=Streamed())
    foreign = Foreign(pd.DataFrame(ROWS))
    monkeypatch.setitem(sys.modules, "pandas.api.interchange", None)
    with pytest.raises(InputError, match=r'is read with pandas, which is not installed: pip install "graphbuilder'):
        read(sources=foreign)


def test_other_libraries_need_no_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert [one.text for one in read(sources=pl.DataFrame(ROWS))] == [ONE, TWO]
    assert texts(pl.Series([ONE, TWO])) == [ONE, TWO]


@pytest.mark.parametrize("lazy", [pl.DataFrame(ROWS).lazy()])
def test_a_table_that_is_not_there_yet_is_none(lazy):
    with pytest.raises(InputError, match="cannot read documents from LazyFrame"):
        read(sources=lazy)
