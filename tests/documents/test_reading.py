import io
import json
import os
import random
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.documents import Problem, origins, read_documents
from graphbuilder.errors import InputError
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page import to_html
from graphbuilder.records import Document


@pytest.fixture
def folder(tmp_path):
    files = {
        "b.txt": "NATO met.", "a.txt": "In Kyiv.", "sub/c.md": "# T\n\nIn Gori.", "sub/rows.csv": "text\nOne.\nTwo.\n",
        "sub/rows.jsonl": '{"text": "Three."}\n', ".hidden/x.txt": "no", ".x.txt": "no", "picture.png": "no",
        "UPPER.TXT": "Up.",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


IDS = ["UPPER.TXT", "a.txt", "b.txt", "sub/c.md", "sub/rows.csv#1", "sub/rows.csv#2", "sub/rows.jsonl#1"]


def ids(sources, **options):
    return [document.id for document in read_documents(sources, **options)]


def left_out(problems):
    return [problem for problem in problems if problem.kind == "left out"]


def notes(sources, **options):
    """What is told of inputs that are kept, where nothing is left out."""
    told = []
    list(read_documents(sources, strict=True, on_problem=told.append, **options))
    assert left_out(told) == []
    return told


def test_folder(folder):
    assert ids(folder, strict=True) == IDS
    assert ids(str(folder)) == IDS
    assert tuple(origins(folder)) == ("UPPER.TXT", "a.txt", "b.txt", "sub/c.md", "sub/rows.csv", "sub/rows.jsonl")


def test_on_file_agrees_with_origins(folder):
    opened = []
    list(read_documents(folder, on_file=opened.append))
    assert tuple(opened) == tuple(origins(folder))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.md", ["sub/c.md"]),
        ("su?/*", ["sub/c.md", "sub/rows.csv#1", "sub/rows.csv#2", "sub/rows.jsonl#1"]),
        ("su*", ["sub/c.md", "sub/rows.csv#1", "sub/rows.csv#2", "sub/rows.jsonl#1"]),
    ],
)
def test_glob(folder, pattern, expected):
    assert ids(str(folder / pattern)) == expected


def test_a_file_with_wildcards_in_its_name(tmp_path):
    (tmp_path / "a[1].txt").write_text("NATO met.")
    assert ids(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_named_twice_is_read_once(folder):
    assert ids([folder, folder / "sub", folder / "sub" / "c.md", str(folder / "*.txt")]) == IDS


def test_files_of_one_name(tmp_path):
    for name in ("p/a/x.txt", "p/b/x.txt", "q/b/x.txt", "q/b/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"In {name}.")
    assert ids([tmp_path / "p/a/x.txt", tmp_path / "p/b/x.txt", tmp_path / "q/b/y.txt"]) == [
        "a/x.txt",
        "b/x.txt",
        "y.txt",
    ]
    assert ids([tmp_path / "p/b/x.txt", tmp_path / "q/b/x.txt"]) == ["p/b/x.txt", "q/b/x.txt"]
    assert ids([tmp_path / "p/b", tmp_path / "q/b"]) == ["p/b/x.txt", "q/b/x.txt", "y.txt"]


def test_no_user_name_in_ids():
    from graphbuilder.documents.files import _with_distinct_ids

    apart = _with_distinct_ids(
        {Path("/home/carol/x.txt"): "x.txt", Path("/home/dave/x.txt"): "x.txt", Path("/srv/x.txt"): "x.txt"}
    )
    assert len(set(apart.values())) == 3
    assert not any("carol" in id or "dave" in id for id in apart.values())


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_order_of_arguments_does_not_matter(tmp_path_factory, rng):
    top = tmp_path_factory.mktemp("order")
    names = ["a/x.txt", "b/x.txt", "b/c/x.txt", "y.txt", "b/rows.csv"]
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(f"text\nIn {name}.")
    sources = [*(top / name for name in names), top / "b", str(top / "**/x.txt")]
    expected = list(read_documents(sources))
    rng.shuffle(sources)
    assert list(read_documents(sources)) == expected


BAD = [
    ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
    ("empty.txt", b"", "no text"),
    ("blank.txt", b" \n\t\n", "no text"),
    ("wrong.json", b"{", "not JSON"),
    ("empty.csv", b"", "nothing in it"),
    ("empty.html", b"<html></html>", "no text"),
    ("broken.md", b"---\na: [\n---\nx", "no YAML"),
    ("number.json", b"3", "object is needed"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD)
def test_a_bad_file(folder, name, data, words):
    (folder / name).write_bytes(data)
    problems = []
    assert ids(folder, on_problem=problems.append) == IDS
    [problem] = left_out(problems)
    assert problem.name == name
    assert words in problem.reason
    for sources, options in ((folder, {"strict": True}), (folder / name, {})):
        with pytest.raises(InputError, match=name) as raised:
            ids(sources, **options)
        assert words in str(raised.value)
        assert str(folder) not in str(raised.value)


def test_problems_are_logged_if_nobody_takes_them(folder, caplog):
    (folder / "empty.txt").write_text("")
    assert ids(folder) == IDS
    assert "empty.txt" in caplog.text


def test_broken_links_and_pipes(folder):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    problems = []
    assert ids(folder, on_problem=problems.append) == IDS
    assert [problem.name for problem in left_out(problems)] == ["gone.txt", "pipe.txt"]


def test_links_to_folders_are_followed_once(folder):
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    assert sorted(ids(folder)) == sorted(["again.txt", *(id for id in IDS if id != "a.txt")])


def test_a_folder_named_like_a_file(folder):
    (folder / "odd.txt").mkdir()
    (folder / "odd.txt" / "z.txt").write_text("NATO met.")
    assert "odd.txt/z.txt" in ids(folder, strict=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read")
def test_a_file_without_permission(folder):
    (folder / "secret.txt").write_text("no")
    (folder / "secret.txt").chmod(0)
    problems = []
    assert ids(folder, on_problem=problems.append) == IDS
    assert [problem.name for problem in left_out(problems)] == ["secret.txt"]


def test_rows_that_are_wrong(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{\n{"text": "Three."}\n')
    problems = []
    assert ids(tmp_path / "a.jsonl", on_problem=problems.append) == ["a.jsonl#1", "a.jsonl#3"]
    assert [problem.name for problem in problems] == ["a.jsonl#2"]


def test_nothing_to_read(tmp_path):
    with pytest.raises(InputError, match="nothing to read in this folder: it is empty"):
        ids(tmp_path)
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(InputError, match=r"1 \.png"):
        ids(tmp_path)
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text("")
    problems = []
    with pytest.raises(InputError, match=r"nothing could be read: a\.txt: .*\(and 1 more\)"):
        ids(tmp_path, on_problem=problems.append)
    assert len(left_out(problems)) == 2


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("no/such/file.txt", "no file or folder"),
        ("NATO ministers met in Bucharest on Tuesday.\n\nThey spoke.", r"looks like a text, .* texts="),
        ("x" * 10_000, "no file or folder"),
        ("a\0b", "no file or folder"),
        ("", "no file or folder"),
        ("*.nothing", "nothing matches"),
        (b"a.txt", "bytes"),
        (3, "int"),
        (None, "NoneType"),
        ({"text": "a"}, "dict"),
        ([3], "int"),
        ([["a.txt"]], "list"),
    ],
)
def test_what_cannot_be_named(source, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=words):
        read_documents(source)


def test_a_mistyped_name_is_told_with_its_neighbours(folder):
    with pytest.raises(InputError, match=r"did you mean rows\.csv"):
        read_documents(folder / "sub" / "row.csv")


def test_kinds_of_file_that_are_not_read(tmp_path):
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "NOTES").write_text("NATO met.")
    with pytest.raises(InputError, match=r"\.docx files cannot be read"):
        ids(tmp_path / "a.docx")
    assert ids(tmp_path / "NOTES") == ["NOTES"]


def test_files_of_other_kinds_are_noted_once_a_folder(folder):
    [note] = notes(folder)
    assert str(note).startswith("news: 1 file of a kind that cannot be read: picture.png; files that are read end in")
    for name in ("a.pdf", "sub/b.doc", "sub/c.doc", "README", ".hidden/y.doc", ".z.pdf"):
        (folder / name).write_bytes(b"x")
    [note] = notes([folder, folder / "a.txt"])
    assert note.reason.startswith("5 files of kinds that cannot be read: README, a.pdf, picture.png and 2 more; ")
    assert notes(folder / "sub" / "c.md") == notes(str(folder / "*.txt")) == []


def test_notes_are_logged_if_nobody_takes_them(folder, caplog):
    assert ids(folder) == IDS
    assert "note: news: 1 file" in caplog.text
    assert "left out" not in caplog.text


def test_our_own_page_in_the_folder_is_passed_over_with_a_note(tmp_path):
    """`graphbuilder build . -o story.html`, twice."""
    (tmp_path / "a.txt").write_text("NATO met.")
    (tmp_path / "b.html").write_text('<meta name="generator" content="WordPress"><p>graphbuilder met NATO.')
    to_html(EventGraph(), tmp_path / "story.html")
    [note] = notes(tmp_path)
    assert str(note) == "story.html: it is a page that graphbuilder wrote, not an article, and was passed over"
    assert ids(tmp_path, strict=True) == ["a.txt", "b.html"]
    with pytest.raises(InputError, match="a page that graphbuilder wrote"):
        ids(tmp_path / "story.html")


TEXT = "NATO met."


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"text": TEXT, "date": "03/04/2022"}], ["'03/04/2022' (rows.jsonl#1)", "2022-04-03"]),
        ([{"text": TEXT, "date": "soonish", "id": "b"}], ["'soonish' (b)"]),
        ([{"text": TEXT, "date": "x" * 900}], [f"'{'x' * 80}…'"]),
        ([{"text": TEXT, "date": f"day {n}"} for n in range(9)], ["'day 2' (rows.jsonl#3) and 6 more;"]),
        ([{"text": TEXT, "added": f"2022-04-0{n}"} for n in (3, 4)], ['--column "published=added"', "columns={'pub"]),
    ],
)
def test_dates_that_are_not_used_are_noted_and_their_documents_kept(tmp_path, rows, words):
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    [note] = notes(tmp_path)
    assert (note.name, note.kind) == ("rows.jsonl", "note")
    assert [word for word in words if word not in note.reason] == []
    assert len(ids(tmp_path)) == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [{"text": TEXT, "date": "2022-04-03"}],
        [{"text": TEXT, "date": ""}, {"text": TEXT, "date": None}],
        [{"text": "KYIV, Nov. 29 (AP) - NATO met.", "date": "2022"}],
        [{"text": TEXT, "added": "2022-04-03"}],  # one row is no column
        [{"text": TEXT, "added": "2022-04-03"}, {"text": TEXT, "added": "never"}],
        [{"text": TEXT, "added": "2022-04-03"}, {"text": TEXT, "added": "2022-04-04", "date": "2022-04-03"}],
        [{"text": TEXT, "count": 20220403}, {"text": TEXT, "count": 20220404}],
    ],
)
def test_dates_that_need_no_note(tmp_path, rows):
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert notes(tmp_path) == []


def test_dates_in_front_matter_and_frames(tmp_path):
    (tmp_path / "a.md").write_text("---\ndate: soonish\n---\nNATO met.")
    assert "'soonish' (a.md)" in notes(tmp_path / "a.md")[0].reason
    [note] = notes(pd.DataFrame({"text": ["In Oslo.", TEXT], "date": ["2022-04-03", "03/04/2022"]}))
    assert str(note).startswith("DataFrame: kept, ")
    assert "'03/04/2022' (row 2)" in note.reason


def test_options_are_checked(folder):
    with pytest.raises(InputError, match="no field"):
        read_documents(folder, columns={"txet": "body"})
    with pytest.raises(InputError, match="no encoding"):
        read_documents(folder, encoding="utf-99")


def test_documents_and_tables_and_files(folder):
    frame = pd.DataFrame({"text": ["In Oslo."], "id": ["row"]})
    one, two = Document(text="NATO met.", id="z"), Document(text="In Bonn.", id="y")
    assert ids([folder / "b.txt", one, frame, two, one]) == ["z", "row", "y", "b.txt"]
    assert ids(frame) == ["row"]
    assert ids(one) == ["z"]
    assert ids([]) == []


def test_two_documents_of_one_id(caplog):
    first, second, third = read_documents(
        [Document(text=text, id="a") for text in ("One.", "Two.", "One.", "Two.", "Three.")]
    )
    assert first.id == "a"
    assert second.id.startswith("a~")
    assert third.id.startswith("a~")
    assert len({first.id, second.id, third.id}) == 3


def test_an_iterator_is_read_as_it_comes(folder):
    taken = []

    def stream():
        for number in range(3):
            taken.append(number)
            yield Document(text=f"In {number}.", id=str(number))
        yield folder / "a.txt"

    documents = read_documents(stream())
    assert next(documents).id == "0"
    assert taken == [0]
    assert [document.id for document in documents] == ["1", "2", "a.txt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"NATO met.\nIn Kyiv.", [("stdin", "NATO met.\nIn Kyiv.")]),
        (b'{"text": "One."}\n{"text": "Two."}\n', [("stdin#1", "One."), ("stdin#2", "Two.")]),
        (b"{not json}\nNATO met.", [("stdin", "{not json}\nNATO met.")]),
    ],
)
def test_standard_input(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [(one.id, one.text) for one in read_documents("-")] == expected


def test_long_texts(tmp_path):
    (tmp_path / "line.txt").write_text("NATO ministers met in Bucharest. " * 31_000)
    (tmp_path / "many.txt").write_text("NATO ministers met in Bucharest.\n\nShare this page\n\n" * 100_000)
    line, many = read_documents(tmp_path)
    assert len(line.text) > 1_000_000
    assert len(many.zones) == 200_000 - 1


def test_encoding_is_for_all_files(tmp_path):
    (tmp_path / "a.txt").write_bytes("Ωμέγα".encode("cp1253"))
    assert next(read_documents(tmp_path, encoding="cp1253")).text == "Ωμέγα"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["txt", "md", "html", "jsonl", "json", "csv", "tsv"]), st.binary(max_size=200))
def test_any_bytes_are_read_or_told(tmp_path_factory, extension, data):
    folder = tmp_path_factory.mktemp("bytes")
    (folder / f"a.{extension}").write_bytes(data)
    (folder / "good.txt").write_text("NATO met.")
    problems = []
    found = ids(folder, on_problem=problems.append)
    assert "good.txt" in found
    assert all(isinstance(problem, Problem) for problem in problems)


def test_the_same_bytes_every_time(folder):
    names = [*folder.glob("*.txt"), folder / "sub"]
    random.Random(1).shuffle(names)
    assert list(read_documents(names)) == list(read_documents(sorted(names, reverse=True)))


def test_what_breaks_a_reader_costs_one_file_only(tmp_path):
    (tmp_path / "a.txt").write_text("NATO met in Riga.", encoding="utf-8")
    (tmp_path / "coded.html").write_bytes(b'<html><head><meta charset="rot13"></head><body><p>Uryyb</p></body></html>')
    (tmp_path / "tags.md").write_text("---\ntitle: !!timestamp foo\n---\nText.", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    problems = []
    read = [one.id for one in read_documents(tmp_path, on_problem=problems.append)]
    assert "a.txt" in read
    assert {"a.txt", "coded.html", "tags.md", "loop.txt"} == {*read, *(one.name for one in problems)}


def test_deep_pages_are_read_to_their_end(tmp_path):
    page = tmp_path / "deep.html"
    page.write_text(
        "<html><body><p>The ministers met in Riga.</p>" + "<div>" * 300 + "<p>They left on Monday.</p>" + "</div>" * 300
        + "<p>Nobody signed the treaty.</p></body></html>",
        encoding="utf-8",
    )  # fmt: skip
    [document] = read_documents(page)
    assert "They left on Monday." in document.text
    assert "Nobody signed the treaty." in document.text
