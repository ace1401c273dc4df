"""Whatever goes wrong is one clear line, and nothing that was there is lost."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import zlib
from contextlib import contextmanager
from pathlib import Path

import pytest

import graphbuilder as gb
from graphbuilder.reader.model import WEIGHTS
from graphbuilder.reader.weights import fingerprint
from graphbuilder.store import database as files
from graphbuilder.store import made

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008."
FILES = {"a.txt": MET, "b.txt": "Ukraine asked NATO for help on 3 May 2010."}

READS = {
    "len": len,
    "documents": gb.Store.documents,
    "extractions": lambda store: list(store.extractions()),
    "search": lambda store: store.search("NATO"),
    "check": gb.Store.check,
    "build": lambda store: gb.build(store.path),
}


@pytest.fixture
def full(store, folder):
    store.add(folder(FILES))
    store.close()
    return store


def sql(store, *statements):
    database = sqlite3.connect(store.path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize("read", [name for name in READS if name != "build"])
def test_a_store_that_is_not_there(store, read):
    with pytest.raises(
        gb.InputError, match=r"there is no store '.*news\.store'; graphbuilder add FOLDER --store .* makes it"
    ):
        READS[read](store)
    assert not store.path.exists()


@pytest.mark.parametrize("content", [b"NATO met.", b"SQLite format 2", b"PK\3\4", b"\0" * 200])
def test_another_file_is_no_store_and_stays(store, content, folder):
    store.path.write_bytes(content)
    for work in (len, lambda store: store.add(folder(FILES))):
        with pytest.raises(gb.InputError, match=r"'.*news\.store' is no store of graphbuilder; name another file"):
            work(store)
    assert store.path.read_bytes() == content


def test_a_folder_is_no_store(folder):
    with pytest.raises(gb.InputError, match="is no store of graphbuilder"):
        gb.Store(folder(FILES)).add(folder(FILES))


def test_a_folder_that_is_not_there(tmp_path, folder):
    with pytest.raises(gb.OutputError, match="it cannot be opened; name a file in a folder that you may write to"):
        gb.Store(tmp_path / "none" / "x.store").add(folder(FILES))


def test_an_empty_file_is_a_new_store(store, folder):
    store.path.touch()
    assert store.add(folder(FILES)).added == 2


def test_another_database_is_no_store_and_stays(store, folder):
    sql(store, "CREATE TABLE mine (x)")
    before = store.path.read_bytes()
    for work in (*READS.values(), lambda store: store.add(folder(FILES))):
        with pytest.raises(gb.InputError, match="is an SQLite file, but no store of graphbuilder; name another one"):
            work(store)
    assert store.path.read_bytes() == before


def test_a_newer_version_is_refused(full, folder):
    sql(full, "PRAGMA user_version = 99")
    before = full.path.read_bytes()
    for work in (*READS.values(), lambda store: store.add(folder(FILES))):
        with pytest.raises(gb.InputError, match="is of version 99, and this graphbuilder reads 3; install"):
            work(full)
    assert full.path.read_bytes() == before


def test_an_older_version_is_brought_to_this_one(full, monkeypatch):
    monkeypatch.setattr(
        files, "MIGRATIONS", (*files.MIGRATIONS, ("CREATE TABLE later (x)", "INSERT INTO later VALUES (7)"))
    )
    monkeypatch.setattr(files, "VERSION", 4)
    for _ in range(2):  # once only
        assert len(full) == 2
        full.close()
    database = sqlite3.connect(full.path)
    assert database.execute("SELECT x, user_version FROM later, pragma_user_version").fetchall() == [(7, 4)]
    database.close()
    assert full.check() == []


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95, 0.9999])
def test_a_file_that_was_cut_short(full, part):
    content = full.path.read_bytes()
    full.path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(gb.InputError, match=r"it is damaged or cut short \(.*\); take a whole copy"):
        len(full)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE document SET text = text || '!' WHERE id = 'a.txt'", "was changed within the store"),
        ("UPDATE document SET source = 'X' WHERE id = 'a.txt'", "was changed within the store"),
        ("UPDATE document SET zones = '[' WHERE id = 'a.txt'", "remove it and add it again"),
        ("UPDATE document SET extraction = substr(extraction, 1, 90) WHERE id = 'a.txt'", "is damaged"),
        ("UPDATE document SET extraction = x'00' WHERE id = 'a.txt'", "is damaged"),
        ("UPDATE document SET extraction = (SELECT extraction FROM document WHERE number = 2) WHERE id = 'a.txt'", ""),
        ("DELETE FROM telling WHERE document = 1", "what was read of it does not fit it"),
    ],
)  # fmt: skip
def test_a_damaged_article_is_named(full, folder, statement, told):
    sql(full, statement)
    faults = full.check()
    assert {fault.name for fault in faults} == {"a.txt"}
    assert all(told in fault.reason and fault.reason.endswith("; remove it and add it again") for fault in faults[:1])
    full.remove("a.txt")
    full.add(folder(FILES))
    assert full.check() == []


def test_events_without_an_article(full):
    sql(full, "INSERT INTO telling VALUES (9, '2008', 'meet', 'POS', 'ACTUAL', 1, 0, 1, 0, 1)")
    assert [str(fault).partition(": ")[2] for fault in full.check()] == [
        "1 events belong to no article; take a copy of it that is whole"
    ]


def test_an_index_that_does_not_fit_is_mended_as_check_says(full):
    sql(full, "INSERT INTO words (words) VALUES ('delete-all')")
    [fault] = full.check()
    [command] = re.findall(r'sqlite3 \S+ "(.*)"', fault.reason)
    sql(full, command)
    assert full.check() == []
    assert len(full.search("NATO")) == 2


def test_a_damaged_page_is_found(full):
    content = bytearray(full.path.read_bytes())
    at = content.rindex(b"Bucharest, Romania")
    content[at : at + 9] = b"Budapest!"
    full.path.write_bytes(content)
    assert "a.txt" in {fault.name for fault in full.check()}


def test_a_build_says_which_article_is_damaged(full):
    sql(full, f"UPDATE document SET extraction = x'{zlib.compress(b'{}').hex()}' WHERE id = 'b.txt'")
    with pytest.raises(
        gb.InputError, match=r"news\.store, article 'b\.txt': no Extraction record: .* missing required field `schema`"
    ):
        gb.build(full.path)


def test_a_full_disk_keeps_what_was_there(full, folder):
    before = list(full.extractions())
    with full._database() as database:
        database.execute(f"PRAGMA max_page_count = {database.execute('PRAGMA page_count').fetchone()[0]}")
    many = folder({f"{number}.txt": f"{MET} {number} ships left Riga." for number in range(40)}, "july")
    with pytest.raises(gb.OutputError, match="the disk is full; what was added before is kept: make room and go on"):
        full.add(many)
    full.close()
    assert full.check() == []
    assert list(full.extractions()) == before
    assert full.add(many).added == 40


def test_another_writer_is_waited_for_and_then_named(full, folder, monkeypatch):
    monkeypatch.setattr(files, "WAIT", 0.2)
    other = sqlite3.connect(full.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    more = folder({"c.txt": MET})
    with pytest.raises(
        gb.OutputError, match=r"another program has been writing to it for 0 seconds, such as .* end it"
    ):
        full.add(more)
    assert len(full) == 2  # reading goes on
    full.close()
    monkeypatch.setattr(files, "WAIT", 10)
    threading.Timer(0.2, other.execute, ["COMMIT"]).start()
    assert full.add(more).added == 1
    other.close()


def test_two_writers_at_once_lose_nothing(path, folder, cheap):
    tops = [folder({f"{name}{number}.txt": f"{MET} {number}" for number in range(20)}, name) for name in "ab"]
    stores = [gb.Store(path) for _ in range(4)]
    list(cheap(gb.read_documents(tops), model="en_core_web_md", corrections=gb.Corrections()))
    threads = [threading.Thread(target=stores[at].add, args=[tops[at % 2]]) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores[0]) == 40
    assert stores[0].check() == []
    for store in stores:
        store.close()


def test_what_another_program_took_meanwhile_is_told(full, folder, monkeypatch):
    taken = {"a.txt": "DELETE FROM document WHERE id = 'a.txt'"}

    def meanwhile(*documents, **options):
        sql(full, *taken.values())
        yield from read(*documents, **options)

    from graphbuilder.store import adding

    read = adding.extracted
    monkeypatch.setattr(adding, "extracted", meanwhile)
    problems = []
    (folder(FILES) / "a.txt").write_text("NATO met in Riga.", "utf-8")
    full.replace(folder({}), on_problem=problems.append)
    assert [str(one) for one in problems] == ["a.txt: another program has added or removed it meanwhile; add it again"]
    assert full.check() == []


@contextmanager
def as_somebody_else():
    """Without the rights of the superuser, who may write everywhere."""
    if os.getuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="other rights")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_store_that_may_only_be_read(full, folder_mode, monkeypatch):
    top = Path(tempfile.mkdtemp())  # others may look into it
    full.path = shutil.copy(full.path, top / "news.store")
    gb.build(shutil.copy(full.path, top / "other.store"))  # others may not read the package: now all of it is loaded
    told_of_weights = fingerprint(WEIGHTS)
    monkeypatch.setattr(made, "fingerprint", lambda path: told_of_weights)
    full.path.chmod(0o444)
    top.chmod(folder_mode)
    told = "it, or its folder, may only be read; make a copy that you may write to"
    with as_somebody_else():
        assert [len(full), len(full.search("NATO")), len(list(full.extractions()))] == [2, 2, 2]
        assert [one.kind for one in full.check()] == ["note"]
        with pytest.raises(gb.OutputError, match=told):
            full.remove("a.txt")
        problems = []
        assert "nato" in gb.build(full.path, on_problem=problems.append)
        [note] = problems
        assert (note.kind, told in note.reason) == ("note", True)
        full.close()
    shutil.rmtree(top)
