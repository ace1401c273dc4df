"""Files at addresses: read as those of a disk, with nothing in their ids that is secret; no network is asked."""

from __future__ import annotations

import sys

import fsspec
import pytest

import graphbuilder as gb
from graphbuilder.documents import origins, read_documents
from graphbuilder.documents.storage import path_of

FILES = {
    "a.txt": b"NATO met in Riga on 2 April 2008.",
    "sub/b.html": b"<html><body><article><h1>Talks</h1><p>Ukraine asked NATO for help.</p></article></body></html>",
    "sub/c.jsonl": b'{"text": "One."}\n{"text": "Two."}\n',
    "sub/.hidden.txt": b"Nothing.",
    "photo.png": b"x",
}


@pytest.fixture
def memory():
    """A folder in the storage that fsspec has in memory."""
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe(f"/news/{name}", data)
    yield "memory://news"
    system.store.clear()


def test_a_folder_is_read_as_one_of_a_disk(memory, tmp_path):
    for name, data in FILES.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    problems, local = [], []
    found = list(read_documents(memory, on_problem=problems.append))
    assert found == list(read_documents(tmp_path / "news", on_problem=local.append))
    assert found == list(read_documents(f"file://{tmp_path}/news", on_problem=local.append))
    assert list(map(str, problems)) == list(map(str, local[:1])) == list(map(str, local[1:]))
    assert "photo.png" in str(problems[0])


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("", ["a.txt", "sub/b.html", "sub/c.jsonl"]),
        ("/sub", ["b.html", "c.jsonl"]),
        ("/a.txt", ["a.txt"]),
        ("/*.txt", ["a.txt"]),
        ("/**/*.html", ["sub/b.html"]),
    ],
)
def test_what_an_address_denotes(memory, name, ids):
    assert tuple(origins(memory + name)) == tuple(ids)


def test_a_store_knows_them_again(memory, tmp_path):
    with gb.Store(tmp_path / "news.store") as store:
        assert store.add(f"{memory}/a.txt", on_problem=pytest.fail).added == 1
        assert store.add(memory, on_problem=lambda _: None).known == 1
        assert store.documents()[0].origin == "news/a.txt"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://ann:secret@example.org/news/a.html", "/example.org/news/a.html"),
        ("s3://bucket/a.txt", "/bucket/a.txt"),
        ("file:///tmp/a.txt", "/tmp/a.txt"),
    ],
)
def test_nothing_secret_is_in_a_path(address, path):
    assert path_of(address).as_posix() == path


def test_a_query_tells_pages_apart_and_is_not_shown():
    one, other = (path_of(f"https://example.org/a.html?token={number}") for number in (1, 2))
    assert one != other
    assert one.suffix == ".html"
    assert "token" not in str(one)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("memory://news/none.txt", "there is nothing at 'memory://news/none.txt'"),
        ("memory://news/*.nothing", "there is nothing"),
        ("nosuch://a/b.txt", "nosuch"),
    ],
)
def test_what_is_not_there(memory, address, told):
    with pytest.raises(gb.InputError, match=told.replace("*", r"\*")):
        list(read_documents(address))


def test_without_fsspec_the_remedy_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    for address in ("s3://bucket/a.txt", "https://example.org/a.html"):
        with pytest.raises(gb.InputError, match=r"pip install \"graphbuilder\[storage\]\""):
            list(read_documents(address))


def test_without_the_package_of_a_storage_its_name_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(gb.InputError, match=r"s3:// addresses need .*s3fs"):
        list(read_documents("s3://bucket/a.txt"))
