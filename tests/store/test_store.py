"""Articles are read once: what goes into a store, what is known there, and that a build of it is a fresh build."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest
import spacy

import graphbuilder as gb

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008."
ASKED = "Ukraine asked NATO for help on 3 May 2010."
LEFT = "Jane Roe left Acme Inc. on Tuesday."
FILES = {"a.txt": MET, "b.txt": ASKED, "sub/c.md": LEFT}


def counts(added):
    return added.added, added.replaced, added.renewed, added.known


def ids(store):
    return [one.id for one in store.documents()]


def reasons(problems):
    return [(one.name, one.kind, one.reason.partition(";")[0].partition(",")[0]) for one in problems]


# --- the same as a fresh build ------------------------------------------------------------------------------------


def test_a_build_of_the_store_is_a_build_of_its_articles(root, path, nato):
    with gb.Store(path) as store:
        assert counts(store.add(root / "data" / "nato")) == (13, 0, 0, 0)
    fresh = nato.to_html()
    for stored in (gb.build(path), gb.build(store), gb.build([path, str(path)])):
        assert stored.to_html() == fresh


def test_workers_change_nothing(root, path, nato_extractions):
    with gb.Store(path) as store:
        store.add(root / "data" / "nato", workers=2)
        assert list(store.extractions()) == sorted(nato_extractions, key=lambda one: one.document)


def test_extractions_come_back_as_they_were(store, nato_documents, cheap):
    odd = [
        gb.Document(
            text="A\0B met.\nNATO met\u00ad in Riga on 2 May\u200b 2010. 🙂 e\u0301\r\nNATO met.", id="odd '\"|\n"
        ),
        gb.Document(text=" \n", id="empty"),
        gb.Document(
            text=MET, id="when", published=datetime(2008, 4, 3, 12), meta=(("x", "\udcff"),), url="http://x.org/"
        ),
    ]
    documents = [*nato_documents[:3], *odd]
    given = list(gb.read_documents(documents))
    store.add(documents)
    assert list(store.extractions()) == sorted(
        cheap(given, model="en_core_web_md", corrections=gb.Corrections()), key=lambda one: one.document
    )
    assert store.check() == []


def test_a_store_stands_beside_other_articles(store, folder):
    store.add(folder(FILES))
    more = gb.Document(text="Lund elected Ann Lee on 5 June 2011.", id="d.txt")
    problems = []
    graph = gb.build([store.path, more], on_problem=problems.append)
    assert sorted(graph.graph["documents"]) == ["a.txt", "b.txt", "d.txt", "sub/c.md"]
    fresh = gb.build([folder(FILES), more])
    assert graph.to_html() == fresh.to_html()
    assert [one.kind for one in problems] == []


def test_an_article_of_two_places_is_taken_once(store, folder, tmp_path):
    store.add(folder(FILES))
    problems = []
    same, other = gb.Document(text=MET, id="a.txt"), gb.Document(text="NATO met in Riga.", id="b.txt")
    graph = gb.build([store.path], texts=[same, other], on_problem=problems.append)
    assert sorted(graph.graph["documents"]) == ["a.txt", "b.txt", "sub/c.md"]
    assert reasons(problems) == [("b.txt", "left out", "another article")]
    with pytest.raises(gb.InputError, match=r"b\.txt: another article, of a store, has this id"):
        gb.build([store.path], texts=[other], strict=True)


def test_a_store_is_known_by_its_first_bytes(store, folder, tmp_path):
    store.add(folder(FILES))
    store.close()
    for name in ("news.txt", "news"):
        assert len(gb.build(store.path.rename(tmp_path / name)).graph["documents"]) == 3
        store.path = tmp_path / name
    (tmp_path / "x.store").write_text(MET, "utf-8")
    with pytest.raises(gb.InputError, match="cannot be read"):
        gb.build(tmp_path / "x.store")
    with pytest.raises(gb.InputError, match=r"is a store of articles; gb\.build"):
        gb.open(tmp_path / "news")


# --- added once ---------------------------------------------------------------------------------------------------


def test_a_second_time_adds_nothing(store, folder):
    assert counts(store.add(folder(FILES))) == (3, 0, 0, 0)
    before = store.path.read_bytes(), list(store.extractions())
    assert counts(store.add(folder(FILES))) == (0, 0, 0, 3)
    assert (store.path.read_bytes(), list(store.extractions())) == before


def test_only_what_is_new_is_read(store, folder, monkeypatch):
    store.add(folder(FILES))
    monkeypatch.setattr("graphbuilder.store.adding.extracted", None)  # nothing is read, and no model loaded
    assert counts(store.add(folder(FILES))) == (0, 0, 0, 3)


@pytest.mark.parametrize("first", [".", "sub"])
def test_a_folder_named_from_above_or_below_is_known(store, folder, first):
    """By content and the end of the id; whole otherwise."""
    top = folder({"sub/a.txt": MET, "sub/b.txt": ASKED})
    store.add(top / first)
    assert counts(store.add(top)) == (0, 0, 0, 2)
    assert counts(store.add(top / "sub")) == (0, 0, 0, 2)
    assert counts(store.add(top / "sub" / "a.txt")) == (0, 0, 0, 1)


def test_reprints_stay_apart(store, folder):
    """The same text under another name is another article, as in a build."""
    top = folder({"a.txt": MET, "b.txt": MET, "x/a.txt": MET, "y/a.txt": MET})
    assert counts(store.add(top)) == (4, 0, 0, 0)
    assert counts(store.add(top)) == (0, 0, 0, 4)
    assert store.check() == []
    assert gb.build(store.path).to_html() == gb.build(top).to_html()


def test_another_text_of_an_id_is_refused_with_both_places(store, folder):
    store.add(folder(FILES))
    problems = []
    july = folder({"a.txt": ASKED, "e.txt": LEFT}, "july")
    assert counts(store.add(july, on_problem=problems.append)) == (1, 0, 0, 0)
    [told, *notes] = problems
    assert (told.name, told.kind) == ("a.txt", "left out")
    assert told.reason == (
        "another text has this id, that of june/a.txt; this one is of july/a.txt; replace takes it where it is the new "
        "text of the same article; else add it with --prefix NAME"
    )
    assert [one.kind for one in notes] == ["note"]  # "Tuesday" in an article without a day
    with pytest.raises(gb.InputError, match="another text has this id"):
        store.add(july, strict=True)
    assert counts(store.add(july / "a.txt", prefix="july")) == (1, 0, 0, 0)
    assert ids(store) == ["a.txt", "b.txt", "e.txt", "july/a.txt", "sub/c.md"]
    store.add(texts=[{"text": MET, "id": "e.txt"}], on_problem=problems.append)
    assert problems[-1].reason.startswith("another text has this id, that of july/e.txt; this one is given in Python; ")


def test_no_folder_of_the_user_is_told(store, folder):
    store.add(folder(FILES))
    store.close()
    content = store.path.read_bytes()
    assert str(store.path.parent).encode() not in content
    assert {one.origin for one in store.documents()} == {"june/a.txt", "june/b.txt", "june/sub/c.md"}


def test_other_facts_of_the_same_text_are_a_note(store, folder):
    top = folder(FILES)
    store.add(top, published="2022-07-26")
    problems = []
    assert counts(store.add(top, published="2022-07-27", on_problem=problems.append)) == (0, 0, 0, 0)
    [told] = problems
    assert told.kind == "note"
    assert told.reason == (
        "3 articles are there with other facts (title, published, source, language, url), which stay; "
        "replace takes the new ones: a.txt, b.txt, sub/c.md"
    )
    assert {one.published for one in store.documents()} == {"2022-07-26"}
    assert counts(store.replace(top, published="2022-07-27")) == (0, 3, 0, 0)
    assert {one.published for one in store.documents()} == {"2022-07-27"}
    assert gb.build(store.path).to_html() == gb.build(top, published="2022-07-27").to_html()


def test_what_is_read_and_reported_is_as_in_a_build(store, folder):
    top = folder({**FILES, "empty.txt": "", "picture.png": "x"})
    told, built, done = [], [], []
    store.add(top, on_problem=told.append, on_document=done.append)
    gb.build(top, on_problem=built.append)
    assert told == built
    assert {one.kind for one in told} == {"note", "left out"}
    assert done == ["a.txt", "b.txt", "sub/c.md"]
    frame = pd.DataFrame({"body": [MET, LEFT], "id": ["x", "y"], "date": ["2008-04-03", None]})
    assert counts(store.add(frame, columns={"text": "body"})) == (2, 0, 0, 0)
    assert counts(store.add(one for one in [gb.Document(text=ASKED)])) == (1, 0, 0, 0)
    with pytest.raises(gb.InputError, match="there is no file or folder 'nothing'"):
        store.add("nothing")


def test_a_store_is_not_made_in_vain(path):
    with gb.Store(path) as store, pytest.raises(gb.InputError, match="there is no file or folder"):
        store.add("nothing")
    assert not path.exists()


# --- replaced, removed --------------------------------------------------------------------------------------------


def test_replace_takes_the_new_text_of_an_id(store, folder):
    store.add(folder(FILES))
    problems = []
    top = folder({"a.txt": ASKED, "new.txt": MET})
    assert counts(store.replace([top / "a.txt", top / "b.txt", top / "new.txt"], on_problem=problems.append)) == (
        0, 1, 0, 1,
    )  # fmt: skip
    assert reasons(problems) == [("new.txt", "left out", "no article of the store has this id")]
    (top / "new.txt").unlink()
    assert gb.build(store.path).to_html() == gb.build(top).to_html()
    assert [hit.id for hit in store.search("Bucharest")] == []
    assert store.check() == []


def test_remove_takes_all_or_none(store, folder):
    store.add(folder(FILES))
    with pytest.raises(gb.InputError, match=r"no article of 'news\.store' has the id 'b\.text'; nearest: b\.txt"):
        store.remove("a.txt", "b.text")
    assert len(store) == 3
    store.remove("a.txt", "sub/c.md")
    assert ids(store) == ["b.txt"]
    assert store.search("Bucharest") == store.check() == []
    assert gb.build(store.path).to_html() == gb.build(folder(FILES) / "b.txt").to_html()
    store.remove("b.txt")
    with pytest.raises(gb.InputError, match="nothing could be read"):
        gb.build(store.path)


# --- corrections --------------------------------------------------------------------------------------------------

MINE = """\
- {name: Acme Inc., type: place}
- rename: [NATO, The Pact]
- {document: b.txt, published: 2010-05-04, source: Courier}
"""


def test_corrections_are_kept_and_read_with(store, folder, tmp_path):
    (tmp_path / "mine.yaml").write_text(MINE, "utf-8")
    top = folder(FILES)
    store.add(top, corrections=tmp_path / "mine.yaml")
    assert store.corrections() == gb.read_corrections(tmp_path / "mine.yaml")
    fresh = gb.build(top, corrections=tmp_path / "mine.yaml")
    assert gb.build(store.path).to_html() == fresh.to_html()
    assert store.check() == []


def test_other_corrections_read_anew_only_what_they_concern(store, folder, tmp_path):
    top = folder(FILES)
    store.add(top)
    file = tmp_path / "mine.yaml"
    for lines, renewed in (("- rename: [NATO, The Pact]", 0), (MINE.splitlines()[2], 1), (MINE, 3), ("[]", 3)):
        file.write_text(lines, "utf-8")
        assert counts(store.add(corrections=file, fresh_ids=True)) == (0, 0, renewed, 0)
        assert gb.build(store.path).to_html() == gb.build(top, corrections=file).to_html()


def test_corrections_of_a_build_come_instead(store, folder, tmp_path):
    (tmp_path / "mine.yaml").write_text(MINE, "utf-8")
    (tmp_path / "other.yaml").write_text("- rename: [NATO, The Alliance]", "utf-8")
    store.add(folder(FILES), corrections=tmp_path / "other.yaml")
    problems = []
    graph = gb.build(store.path, corrections=tmp_path / "mine.yaml", on_problem=problems.append)
    assert graph.entity("The Pact").name == "The Pact"
    assert reasons(problems)[0] == (
        "news.store", "note", "3 of 3 articles were read by another version or model",
    )  # fmt: skip
    assert problems[0].reason.endswith(f"graphbuilder add --store {store.path} --corrections FILE reads them anew")


# --- read by something else ---------------------------------------------------------------------------------------


def test_another_model_reads_all_anew(store, folder, tmp_path):
    top, model = folder(FILES), tmp_path / "plain"
    spacy.blank("en").to_disk(model)
    store.add(top)
    assert counts(store.add(model=str(model))) == (0, 0, 3, 0)
    assert counts(store.add(top)) == (0, 0, 0, 3)  # the store's own model
    assert gb.build(store.path).to_html() == gb.build(top, model=str(model)).to_html()
    assert str(model).encode() not in store.path.read_bytes()


@pytest.mark.parametrize("column", ["model", "reader"])
def test_a_stale_store_says_so_and_is_renewed(store, folder, column):
    store.add(folder(FILES))
    with store._database() as database:
        database.execute(f"UPDATE document SET {column} = 'en_core_web_sm' WHERE id = 'b.txt'")
    problems = []
    gb.build(store.path, on_problem=problems.append)
    assert [str(one) for one in problems] == [
        "news.store: 1 of 3 articles were read by another version or model, or with other corrections; "
        f"graphbuilder add --store {store.path} reads them anew"
    ]
    assert store.stale() == ["b.txt"]
    assert store.check() == []
    assert counts(store.add(folder({"a.txt": MET}))) == (0, 0, 1, 2)
    assert store.stale() == []


def test_records_of_another_version_are_read_anew(store, folder):
    store.add(folder(FILES))
    with store._database() as database:
        database.execute("UPDATE document SET schema = 0, extraction = x'00' WHERE id = 'b.txt'")
    with pytest.raises(gb.InputError, match=r"news\.store, article 'b\.txt': .*; graphbuilder add --store .* mends it"):
        gb.build(store.path, on_problem=lambda _: None)
    assert store.check() == []
    assert counts(store.add()) == (0, 0, 1, 0)
    assert len(gb.build(store.path).graph["documents"]) == 3
