"""What all articles of a store say together is put together once, until one of them or the corrections change."""

from __future__ import annotations

import sqlite3

import pytest

import graphbuilder as gb
from graphbuilder.build import resolved
from graphbuilder.corrections import parse_corrections
from graphbuilder.records.parts import in_parts, of_parts
from graphbuilder.resolve import resolve_read
from graphbuilder.store import database as files
from graphbuilder.store import together

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008."
ASKED = "Ukraine asked NATO for help on 3 May 2010."
FILES = {"a.txt": MET, "b.txt": ASKED}
RENAMED = "- rename: [NATO, The Pact]\n- rename: [Nobody, Somebody]"


def articles(texts):
    return [gb.Document(text=text, id=id) for id, text in texts.items()]


@pytest.fixture
def full(store):
    store.add(articles(FILES))
    return store


@pytest.fixture
def work(monkeypatch):
    """How often something was put together."""
    times = []

    def counted(extractions, **options):
        times.append(len(extractions))
        return resolve_read(extractions, **options)

    monkeypatch.setitem(resolved.__globals__, "resolve_read", counted)
    return times


def told(store, **options):
    """What a build says, and what it tells."""
    problems = []
    page = gb.build(store.path, on_problem=problems.append, **options).to_html()
    return page, problems


# --- the parts ----------------------------------------------------------------------------------------------------


def test_parts_are_the_whole(nato_documents, nato_extractions, monkeypatch):
    texts = {one.id: one.text for one in nato_documents}
    whole = gb.resolve(nato_extractions, corrections=parse_corrections(RENAMED))
    for many in (500, 7):
        monkeypatch.setattr("graphbuilder.records.parts._MANY", many)
        parts = list(in_parts(whole))
        assert of_parts(parts, texts.__getitem__) == whole
    assert len(parts) > len(whole.events) / 7
    assert not any(b"Bucharest was" in part for part in parts)  # the words of articles are not there


@pytest.mark.parametrize(
    "part", [b"{", b"[]", b'{"events": [{}]}', b'{"others": []}', b'{"documents": [{"document": 1}]}']
)
def test_other_json_is_refused(part):
    with pytest.raises(gb.InputError, match="not what was put together of these articles"):
        of_parts([part], {}.__getitem__)


# --- once ---------------------------------------------------------------------------------------------------------


def test_it_is_put_together_once(full, work, root):
    first = told(full)
    assert [told(full) for _ in range(2)] == [first, first]
    assert gb.build(full).explain("NATO") == gb.build(articles(FILES)).explain("NATO")
    assert work == [2, 2]  # the store, and the articles
    seen = []
    gb.build(full, on_document=seen.append)
    assert seen == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.add(gb.Document(text=MET, id="c.txt")),
        lambda store: store.replace(gb.Document(text=f"{MET} It rained.", id="a.txt")),
        lambda store: store.replace(gb.Document(text=MET, id="a.txt", source="Fenmark Times")),
        lambda store: store.remove("b.txt"),
        lambda store: store.add(corrections=parse_corrections(RENAMED)),
        lambda store: sql(store, "UPDATE document SET reader = 'older'"),
    ],
    ids=["added", "replaced", "source", "removed", "corrected", "reader"],
)
def test_what_changes_is_put_together_anew(full, work, change):
    before, _ = told(full)
    change(full)
    after, _ = told(full)
    assert len(work) == 2
    assert told(full)[0] == after
    assert (after == before) == (full.stale() != [])


def test_by_lines_that_name_ids(full, work):
    """The first build gives the ids that lines may mean."""
    lines = parse_corrections(RENAMED)
    pages = [told(full, corrections=lines) for _ in range(4)]
    assert pages == [pages[0]] * 4
    assert [one.kind for one in pages[0][1]] == ["note"]  # "Nobody"
    assert work == [2, 2]
    assert told(full)[0] != pages[0][0]


def test_other_questions_are_not_answered_by_it(full, work):
    told(full)
    told(full, about="Ukraine")
    told(full, texts=["Lund elected Ann Lee."])
    assert work == [2, 1, 3]
    told(full)
    assert work == [2, 1, 3]


# --- whatever happens ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    ["UPDATE part SET record = x'00'", "DELETE FROM part WHERE number = 1", "UPDATE together SET notes = '[0]'"],
)
def test_what_is_damaged_is_put_together_anew(full, work, damage):
    first = told(full)
    sql(full, damage)
    assert [told(full), told(full)] == [first, first]
    assert work == [2, 2]


def test_what_cannot_be_kept_is_told_all_the_same(full, work, monkeypatch):
    first = told(full)
    full.remove("b.txt")
    monkeypatch.setattr(files, "WAIT", 0.01)
    writer = sqlite3.connect(full.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    pages = [told(full)[0] for _ in range(2)]
    writer.close()
    assert pages[0] == pages[1] != first[0]
    assert work == [2, 1, 1]


def test_what_changed_meanwhile_is_not_kept(full, work, monkeypatch):
    state = together.state

    def late(database, corrections):
        found = state(database, corrections)
        if not database.in_transaction:
            with gb.Store(full.path) as other:
                other.add(gb.Document(text=MET, id="c.txt"))
        return found

    monkeypatch.setattr(together, "state", late)
    gb.build(full.path)
    monkeypatch.setattr(together, "state", state)
    assert full.together(full.state(gb.Corrections())) is None
    assert len(gb.build(full.path).graph["documents"]) == 3


def sql(store, statement):
    store.close()
    database = sqlite3.connect(store.path)
    database.execute(statement)
    database.commit()
    database.close()
