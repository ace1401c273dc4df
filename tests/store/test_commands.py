"""The commands on a store: what they print, exit codes, one line for each error."""

from __future__ import annotations

import json
import sqlite3

import pytest

import graphbuilder as gb

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"
ASKED = "Ukraine asked NATO for help on 3 May 2010.\n"

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture(autouse=True)
def top(folder, monkeypatch):
    top = folder({"story.txt": MET, "sub/other.txt": ASKED})
    monkeypatch.chdir(top.parent)
    return top


def test_add_list_search_check_remove(run):
    assert run("add", "june", "--store", "x.store") == (0, "", "x.store: 2 added; 2 articles\n")
    assert run("add", "june", "--store", "x.store") == (0, "", "x.store: 2 there already; 2 articles\n")
    assert run("list", "--store", "x.store") == (0, "story.txt\nsub/other.txt\n", "")
    code, out, err = run("search", '"nato leaders"', "bucharest", "--store", "x.store")
    assert (code, out, err) == (0, "story.txt\n    [NATO leaders] met in [Bucharest], Romania, on 2 April 2008.\n", "")
    assert run("check", "--store", "x.store") == (0, "x.store: 2 articles, nothing to mend\n", "")
    assert run("remove", "story.txt", "--store", "x.store") == (0, "", "x.store: 1 removed; 1 article\n")
    assert run("list", "--store", "x.store")[1] == "sub/other.txt\n"


def test_an_id_holds_until_fresh_ones_are_asked_for(run, top):
    (top / "story.txt").write_text("The ministers met in Sofia, Bulgaria.\n", "utf-8")
    (top / "sub/other.txt").write_text("Sofia Roe left. Sofia smiled.\n", "utf-8")
    (top / "third.txt").write_text("Minister Sofia Lee left Oslo. Sofia wept.\n", "utf-8")
    run("add", "june/story.txt", "--store", "x.store")
    assert run("explain", "sofia", "x.store")[1].startswith("Sofia (place, id sofia)\n")
    run("add", "june", "--store", "x.store")
    assert run("explain", "sofia", "x.store")[1].startswith("Sofia (place, id sofia)\n")
    told = "x.store: ids forgotten; 3 articles\n"
    assert run("add", "--store", "x.store", "--fresh-ids") == (0, "", told)
    assert run("explain", "sofia-place", "x.store")[1].startswith("Sofia (place, id sofia-place)\n")


def test_facts_stand_side_by_side_and_as_json(run, top):
    lines = "id,title,published,source,text\nlonger-than-all,A\x1b[31m title,2008-04-03,Courier,NATO met in Riga.\n"
    (top / "rows.csv").write_text(lines, "utf-8")
    run("add", "june", "--store", "x.store")
    assert run("list", "--store", "x.store")[1].splitlines() == [
        "longer-than-all  2008-04-03  A [31m title  Courier",
        "story.txt",
        "sub/other.txt",
    ]
    code, out, _ = run("list", "--store", "x.store", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows[0] == {
        "id": "longer-than-all",
        "published": "2008-04-03",
        "title": "A [31m title",
        "source": "Courier",
        "origin": "june/rows.csv",
    }
    code, out, _ = run("search", "riga", "--limit", "1", "--json", "--store", "x.store")
    assert (code, json.loads(out)["snippet"]) == (0, "NATO met in [Riga].")


@pytest.mark.parametrize("command", [["timeline"], ["export", "--format", "json"], ["explain", "NATO"]])
def test_a_store_stands_in_place_of_articles(run, command):
    run("add", "june", "--store", "x.store")
    assert run(*command, "x.store") == run(*command, "june")


def test_a_page_of_a_store(run, top):
    run("add", "june", "--store", "x.store")
    assert run("build", "x.store", "-o", "page.html")[0] == 0
    assert (top.parent / "page.html").read_text("utf-8") == gb.build("june").to_html()
    code, _, err = run("build", "x.store", "-o", "x.store")
    assert (code, err.partition(";")[0]) == (1, "error: 'x.store' is one of the files to read, and would be replaced")


def test_what_is_left_out_is_told(run, top):
    run("add", "june", "--store", "x.store")
    (top / "story.txt").write_text("NATO met in Riga.\n", "utf-8")
    code, _, err = run("add", "june", "--store", "x.store")
    assert (code, err.splitlines()) == (0, [
        "left out: story.txt: another text has this id, that of june/story.txt; this one is of june/story.txt; replace "
        "takes it where it is the new text of the same article; else add it with --prefix NAME",
        "x.store: 1 there already; 2 articles",
    ])  # fmt: skip
    assert run("add", "june", "--store", "x.store", "--strict")[0] == 1
    assert run("replace", "june", "--store", "x.store")[2] == "x.store: 1 replaced, 1 there already; 2 articles\n"
    assert run("add", "june/story.txt", "--store", "x.store", "--prefix", "new", "--published", "2010-05-01")[2] == (
        "x.store: 1 added; 3 articles\n"
    )
    assert run("list", "--store", "x.store")[1].splitlines()[0] == "new/story.txt  2010-05-01"


def test_stale_articles_are_read_anew(run):
    run("add", "june", "--store", "x.store")
    database = sqlite3.connect("x.store")
    database.execute("UPDATE document SET reader = 'old'")
    database.commit()
    database.close()
    code, _, err = run("timeline", "x.store")
    assert (code, err) == (0, (
        "note: x.store: 2 of 2 articles were read by another version or model, or with other corrections; "
        "graphbuilder add --store x.store reads them anew\n"
    ))  # fmt: skip
    assert run("add", "--store", "x.store")[2] == "x.store: 2 read anew; 2 articles\n"
    assert run("timeline", "x.store")[2] == ""
    assert run("add", "--store", "x.store")[2] == "x.store: nothing added; 2 articles\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["list"], "there is no store 'x.store'; graphbuilder add FOLDER --store x.store makes it"),
        (["check"], "there is no store 'x.store'"),
        (["search", "NATO"], "there is no store 'x.store'"),
        (["remove", "a.txt"], "there is no store 'x.store'"),
        (["replace", "june"], "there is no store 'x.store'"),
        (["add", "none"], "there is no file or folder 'none'"),
        (["add", "june", "--published", "soon"], "the day of publication 'soon' is no certain day"),
    ],
)
def test_errors_are_one_line_and_code_1(run, top, command, told):
    code, out, err = run(*command, "--store", "x.store")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(f"error: {told}")
    assert not (top.parent / "x.store").exists()


def test_without_words_there_is_nothing_to_look_for(run):
    run("add", "june", "--store", "x.store")
    assert run("search", "--", "-", "--store", "x.store")[0] == 2
    code, _, err = run("search", "--store", "x.store", "--", "-")
    assert (code, err.partition(";")[0]) == (1, "error: there is no word to look for in '-'")
    assert run("remove", "sub/others.txt", "--store", "x.store")[2] == (
        "error: no article of 'x.store' has the id 'sub/others.txt'; nearest: sub/other.txt, story.txt\n"
    )


def test_check_names_what_is_wrong(run):
    run("add", "june", "--store", "x.store")
    database = sqlite3.connect("x.store")
    database.execute("UPDATE document SET text = 'NATO met in Riga.' WHERE id = 'story.txt'")
    database.commit()
    database.close()
    code, out, err = run("check", "--store", "x.store")
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == (
        "error: story.txt: its text or what is told of it was changed within the store; remove it and add it again"
    )


@pytest.mark.parametrize("verb", ["add", "replace", "remove", "list", "search", "check"])
def test_a_store_has_to_be_named(run, verb):
    code, _, err = run(verb, *(["x"] if verb in ("remove", "search", "replace") else []))
    assert code == 2
    assert "--store" in err
