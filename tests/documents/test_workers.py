"""Documents made by workers: the same documents and problems, in the same order, as without them."""

from __future__ import annotations

import json

import joblib
import pandas as pd
import pytest

import graphbuilder as gb
from graphbuilder.documents import origins, read_documents, storage
from graphbuilder.documents.readers.unread import Unread

PAGE = "<html><body><article><h1>Talks {0}</h1><p>Ukraine asked NATO for help on day {0}.</p></article></body></html>"
TEXT = "A seat for Georgia {0}\n\nBy A. Name | 5 April 2008\n\nNATO leaders met in Bucharest for the {0}th time."
ROWS = "".join(f"{json.dumps({'text': TEXT.format(number), 'date': '03/04/2022'})}\n" for number in range(70))
FILES = {
    **{f"a/{number}.txt": TEXT.format(number) for number in range(40)},
    **{f"b/{number}.html": PAGE.format(number) for number in range(3)},
    "b/note.md": "---\ntitle: Winter promises\ndate: never\n---\nDear reader, NATO met.",
    "c/broken.json": "{",
    "c/empty.csv": "text,title\n",
    "c/blank.txt": " \n",
    "c/many.jsonl": ROWS + "{x\n",
    "c/none.json": "[]",
    "c/table.csv": 'text,published\n"NATO met.",2008-04-03\n,2008-04-04\n"open,z\n',
    "c/zip.txt": "PK\x03\x04",
    "d/picture.png": "x",
}


class Tag:
    """A value that cannot be sent to another process, for that finds no such class."""

    __qualname__ = "Nothing"

    def __str__(self):
        return "tagged"


@pytest.fixture
def folder(tmp_path, written):
    (tmp_path / "about.csv").write_text("file,source\na/7.txt,Harbour Courier\na/none.txt,Nobody\n")
    return written(tmp_path / "news", FILES)


def everything(sources, **options):
    """Documents, files and problems, as they come."""
    told = []
    told.extend(read_documents(sources, on_problem=told.append, on_file=told.append, **options))
    return told


@pytest.fixture
def given(folder):
    """Sources of every kind, as arguments."""
    document = gb.Document(text=TEXT.format("x"), id="given")
    rows = [{"text": "NATO met.", "date": day} for day in ("2008-04-03", "never", None)]
    return {
        "sources": [document, pd.DataFrame(rows), folder, gb.Document(text="NATO met again.", id="a/1.txt")],
        "texts": ["In Kyiv.", {"text": "In Riga.", "tag": Tag()}, None, *rows],
        "about_files": folder.parent / "about.csv",
        "published": "2022-07-26",
    }


@pytest.mark.parametrize(("backend", "workers"), [("loky", 2), ("threading", 2), ("loky", 1)])
def test_the_same_documents_and_problems_in_the_same_order(given, backend, workers):
    alone = everything(**given)
    with joblib.parallel_config(backend=backend):
        assert everything(**given, workers=workers) == alone
    told = [str(one) for one in alone if isinstance(one, gb.Problem)]
    for part in ("c/broken.json: not JSON", "c/empty.csv: there is no", "c/none.json: there is no", "c/zip.txt: not"):
        assert any(one.startswith(part) for one in told), part
    files = tuple(origins(given["sources"][2]))
    assert tuple(one for one in alone if one in files) == files


def test_the_first_problem_ends_it_where_that_is_asked_for(folder):
    read = []
    with pytest.raises(gb.InputError, match=r"c/blank\.txt: there is no text"):
        read.extend(read_documents(folder, workers=2, strict=True, on_problem=lambda _: None))
    assert [one.id for one in read] == [id for id in origins(folder) if id < "c"]


def test_this_process_makes_no_documents_where_there_are_workers(folder, monkeypatch):
    alone = list(read_documents(folder / "a"))
    monkeypatch.setattr(Unread, "found", lambda _: pytest.fail("made here"))
    assert list(read_documents(folder / "a", workers=2)) == alone
    with pytest.raises(BaseException, match="made here"):
        list(read_documents(folder / "a", workers=1))


def test_what_lies_in_storage_is_fetched_by_workers(folder, monkeypatch):
    """As from a storage that all can reach; here a folder, of which the workers get no more than the address."""
    alone = everything(f"file://{folder}")
    monkeypatch.setattr(storage, "_HERE", ())
    monkeypatch.setattr(storage, "opened", lambda address: pytest.fail(f"{address} is fetched here"))
    assert everything(f"file://{folder}", workers=2) == alone


def test_what_is_known_is_not_analysed_again_by_workers(folder, tmp_path):
    stores = [gb.Store(tmp_path / f"{workers}.store") for workers in (1, 2)]
    sources = [folder / "b", folder / "c/many.jsonl"]
    for workers, store in enumerate(stores, start=1):
        with store:
            first = store.add(sources, workers=workers, on_problem=lambda _: None)
            again = store.add(sources, workers=workers, on_problem=lambda _: None)
            assert (first.added, again.added, again.known) == (74, 0, 74)
    assert stores[0].path.read_bytes() == stores[1].path.read_bytes()
