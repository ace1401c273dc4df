"""From files to a graph in one call."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

import graphbuilder as gb

STORY = "NATO leaders met in Bucharest, Romania, on 2 April 2008."


def told(graph):
    return [(entry.when, entry.label) for entry in graph.timeline()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text("Ukraine asked NATO for help on 3 May 2010.", "utf-8")
    return tmp_path


def test_every_way_to_name_articles(folder, monkeypatch):
    monkeypatch.chdir(folder)
    frame = pd.DataFrame({"text": [STORY]})
    one = told(gb.build("a.txt"))
    [(when, label)] = one
    assert (when, label in STORY) == ("2008-04-02", True)
    for sources in (folder / "a.txt", ["a.txt"], "*.txt", gb.Document(text=STORY), [gb.Document(text=STORY)], frame):
        assert told(gb.build(sources)) == one
    assert len(told(gb.build("."))) == 2
    mixed = [folder / "sub", gb.Document(text=STORY, id="x"), frame]
    assert len(gb.build(mixed).graph["documents"]) == 3


def test_texts_need_no_path():
    one = told(gb.build(gb.Document(text=STORY)))
    for texts in ([STORY], pd.Series([STORY]), [{"text": STORY}], STORY):
        assert told(gb.build(texts=texts)) == one
    dict_with_day = {"text": "Foreign ministers of NATO met in Bucharest on Tuesday.", "published": "2022-11-30"}
    assert [when for when, _ in told(gb.build(texts=[dict_with_day]))] == ["2022-11-29"]
    with pytest.raises(gb.InputError, match="nothing could be read"):
        gb.build(texts=[])


def test_a_generator_of_documents():
    graph = gb.build(gb.Document(text=f"NATO met in Bucharest on {day} May 2010.") for day in (1, 2, 3))
    assert len(graph.graph["documents"]) == 3


def test_the_publication_date_counts():
    text = "Foreign ministers of NATO met in Bucharest on Tuesday."
    for published in (date(2022, 11, 30), "2022-11-30"):
        [entry] = gb.build(gb.Document(text=text, published=published)).timeline()
        assert entry.when == "2022-11-29"
    [entry] = gb.build(gb.Document(text=text)).timeline()
    assert entry.when is None  # never today


def test_a_text_is_never_taken_for_a_path_nor_a_path_for_a_text():
    with pytest.raises(gb.InputError, match="Text itself is given as"):
        gb.build(STORY)
    with pytest.raises(gb.InputError, match="it looks like a text"):
        gb.build([f"{STORY}\n\n{STORY}"])


@pytest.mark.parametrize("sources", [[], (), iter(())])
def test_nothing_is_an_error(sources):
    with pytest.raises(gb.InputError, match="nothing"):
        gb.build(sources)


@pytest.mark.parametrize("sources", [None, 7, b"a.txt", {"text": STORY}, [None], [STORY.encode()]])
def test_other_things_are_refused(sources):
    with pytest.raises(gb.InputError, match=r"cannot read documents from|there is no file"):
        gb.build(sources)


def test_problems_are_told_and_the_rest_is_built(folder, caplog):
    (folder / "empty.txt").write_text("", "utf-8")
    problems = []
    graph = gb.build(folder, on_problem=problems.append)
    assert [one.name for one in problems] == ["empty.txt"]
    assert sorted(graph.graph["documents"]) == ["a.txt", "sub/b.md"]
    assert caplog.text == ""
    gb.build(folder)
    assert "empty.txt" in caplog.text
    with pytest.raises(gb.InputError, match=r"empty\.txt"):
        gb.build(folder, strict=True)


def test_progress_is_told(folder):
    files, documents = [], []
    gb.build(folder, on_file=files.append, on_document=documents.append)
    assert files == documents == ["a.txt", "sub/b.md"]


def test_an_unknown_model(folder):
    with pytest.raises(gb.ModelNotFound, match="en_core_web_xl"):
        gb.build(folder, model="en_core_web_xl")


def test_no_path_of_this_machine_reaches_a_result(folder):
    graph = gb.build(folder.resolve())
    page = graph.to_html()
    for part in (str(folder), folder.name, folder.parent.name):
        assert part not in page
        assert part not in repr(graph.graph) + repr(dict(graph.nodes(data=True)))


@pytest.mark.parametrize(
    "text", ["\u200b", "....", "?!" * 50, "a", "(" * 3000, "🙂 " * 300, "2008 " * 200, "NATO " * 400]
)
def test_odd_texts_are_read(text):
    gb.build(gb.Document(text=text)).to_html()


def test_a_line_of_a_megabyte():
    text = f"NATO met in Bucharest on 2 April 2008. {'x' * 1_000_000} It ended."
    graph = gb.build(gb.Document(text=text, id="long"))
    assert graph.timeline()[0].when == "2008-04-02"


def test_a_document_above_the_limit_of_spacy():
    """1.05 million characters, most of them in words that cost little."""
    filler = f"{'z' * 990} " * 1_060
    text = f"NATO met in Bucharest on 2 April 2008.\n\n{filler}\n\nUkraine asked NATO for help on 3 May 2010."
    assert len(text) > 1_000_000
    when = [entry.when for entry in gb.build(gb.Document(text=text, id="long")).timeline()]
    assert when == ["2008-04-02", "2010-05-03"]


# --- where an article comes from and when -------------------------------------------------------------------------


def note_on(*documents, **options):
    told = []
    gb.build(
        [gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(documents)], on_problem=told.append, **options
    )
    return [str(one) for one in told if one.kind == "note"]


ON_TUESDAY = "Ministers of NATO met in Bucharest on Tuesday."


def test_articles_without_a_day_are_one_note():
    dated = f"NATO meets\n\nBy A. Name | 3 May 2010\n\n{ON_TUESDAY}"
    [told] = note_on(ON_TUESDAY, STORY, dated, f"{ON_TUESDAY} They left.")
    assert told == (
        '3 of 4 articles have no publication date, so "on Tuesday" cannot be read in them; say it with --published '
        "DAY, or a table with --about-files (in Python: published=, about_files=): 0.txt, 1.txt, 3.txt"
    )


def test_one_article_without_a_day():
    dated = "https://fenecho.example/2010/05/04/nato\n\nNATO meets\n\nMinisters met on Monday."
    [told] = note_on(dated, ON_TUESDAY)
    assert told.startswith('1 of 2 articles has no publication date, so "on Tuesday" cannot be read in it; say')
    assert told.endswith(": 1.txt")


@pytest.mark.parametrize("options", [{"published": "2022-11-30"}, {"published": date(2022, 11, 30)}])
def test_a_day_for_all_leaves_nothing_to_note(options):
    assert note_on(ON_TUESDAY, f"{ON_TUESDAY} They left.", **options) == []


@pytest.mark.parametrize(
    "text", [STORY, "NATO met in Riga in May 2010. Two days later it met again.", "NATO met every Monday."]
)
def test_no_note_where_no_date_is_lost(text):
    assert note_on(text) == []


def test_the_note_is_logged_where_nobody_asks(caplog):
    gb.build(gb.Document(text=ON_TUESDAY, id="a.txt"))
    [message] = [one.message for one in caplog.records if "no publication date" in one.message]
    assert message.startswith("note: 1 of 1 articles has")


def test_a_table_about_files(folder):
    (folder / "c.txt").write_text(ON_TUESDAY, "utf-8")
    (folder / "meta.csv").write_text(
        "file,published,source,url\nc.txt,2022-11-30,Fen Echo,https://fenecho.example/a\n", "utf-8"
    )
    told = []
    graph = gb.build(folder, about_files=folder / "meta.csv", on_problem=told.append, source="The Wire")
    [entry] = graph.timeline(start="2022", end="2022")
    assert (entry.when, entry.sources) == ("2022-11-29", ("Fen Echo",))
    assert entry.addresses == (("c.txt", "https://fenecho.example/a"),)
    assert graph.graph["documents"]["a.txt"]["source"] == "The Wire"
    assert [str(one) for one in told] == ["meta.csv: it has no row for a.txt, sub/b.md"]


@pytest.mark.parametrize("options", [{"published": "yesterday"}, {"source": ""}, {"about_files": "none.csv"}])
def test_wrong_options_are_told_before_anything_is_read(folder, options):
    opened = []
    with pytest.raises(gb.InputError):
        gb.build(folder, on_file=opened.append, **options)
    assert opened == []


def test_addresses_go_all_the_way(tmp_path):
    address = "https://www.fenecho.example/2022/11/30/nato?a=1"
    (tmp_path / "a.txt").write_text(f"{address}\n\nNATO meets\n\n{ON_TUESDAY}", "utf-8")
    [document] = gb.read_documents(tmp_path)
    [extraction] = gb.extract([document])
    resolution = gb.resolve([extraction])
    graph = gb.EventGraph.from_resolution(resolution)
    entries = graph.timeline()
    assert {document.url, extraction.url, resolution.documents[0].url, graph.nodes["document:a.txt"]["url"]} == {
        address
    }
    assert {(entry.when, entry.sources, entry.addresses) for entry in entries} == {
        ("2022-11-29", ("fenecho.example",), (("a.txt", address),))
    }
    assert address.replace("&", "\\u0026") in graph.to_html(compress=False)
    assert not any("fenecho" in str(one).lower() for one in graph.entities())
