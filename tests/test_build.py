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
    assert one == [("2008-04-02", "NATO leaders met in Bucharest on 2 April 2008")]
    for sources in (folder / "a.txt", ["a.txt"], "*.txt", gb.Document(text=STORY), [gb.Document(text=STORY)], frame):
        assert told(gb.build(sources)) == one
    assert len(told(gb.build("."))) == 2
    mixed = [folder / "sub", gb.Document(text=STORY, id="x"), frame]
    assert len(gb.build(mixed).graph["documents"]) == 3


def test_a_generator_of_documents():
    graph = gb.build(gb.Document(text=f"NATO met in Bucharest on {day} May 2010.") for day in (1, 2, 3))
    assert len(graph.graph["documents"]) == 3


def test_the_publication_date_counts():
    text = "Foreign ministers of NATO met in Bucharest on Tuesday."
    [entry] = gb.build(gb.Document(text=text, published=date(2022, 11, 30))).timeline()
    assert entry.when == "2022-11-29"
    [entry] = gb.build(gb.Document(text=text)).timeline()
    assert entry.when is None  # never today


def test_a_text_is_never_taken_for_a_path_nor_a_path_for_a_text():
    with pytest.raises(gb.InputError, match="Text itself is given as"):
        gb.build(STORY)


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
