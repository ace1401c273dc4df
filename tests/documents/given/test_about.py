"""What the user says of articles: a table beside the files, and a day and an outlet for those that tell none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graphbuilder.documents import read_documents
from graphbuilder.documents.given.about import read_about_files
from graphbuilder.errors import InputError
from graphbuilder.records import Document

ADDRESS = "https://www.fenecho.example/2022/07/26/nets"
TEXTS = {
    "a.txt": f"{ADDRESS}\n\nNets\n\nFishermen blocked the port of Riga on Tuesday.",
    "b.txt": "Boats\n\nBy A. Name | 20 July 2022\n\nFishermen blocked the port of Oslo on Monday.",
    "c.md": "---\ntitle: Ropes\nsource: The Echo\ndate: 03/04/2022\n---\n\nFishermen blocked a port on Sunday.",
    "sub/a.txt": "Fishermen left the port of Riga last week. They went home.",
    "rows.csv": "text,date\nFishermen came back.,2022-08-01\n",
}


@pytest.fixture
def folder(tmp_path, written):
    return written(tmp_path / "news", TEXTS)


@pytest.fixture
def read(folder, tmp_path):
    """What is read with a table (its lines below the header) and options: documents by id, and all that is told."""

    def read(*lines, header="file,published,source,title,url", place=None, **options):
        table = (place or tmp_path) / "meta.csv"
        table.write_text("\n".join([header, *lines]), "utf-8")
        told = []
        found = read_documents(folder, about_files=table, on_problem=told.append, strict=True, **options)
        documents = {one.id: one for one in found}
        assert {one.kind for one in told} <= {"note"}
        return documents, [str(one) for one in told if one.name == "meta.csv"]

    return read


FULL = ["a.txt,,,,", "b.txt,,,,", "c.md,,,,", "sub/a.txt,,,,"]


def facts(document):
    published = document.published and document.published.isoformat()
    return published, document.source, document.title, document.url


def test_without_a_table(folder):
    found = {one.id: facts(one) for one in read_documents(folder)}
    assert found == {
        "a.txt": ("2022-07-26", "fenecho.example", "Nets", ADDRESS),
        "b.txt": ("2022-07-20", None, "Boats", None),
        "c.md": (None, "The Echo", "Ropes", None),
        "rows.csv#1": ("2022-08-01", None, None, None),
        "sub/a.txt": (None, None, None, None),
    }


def test_the_table_comes_before_what_the_files_say(read):
    lantern = "https://lanternpost.example/nets"
    documents, told = read(
        f"a.txt,2022-07-24,The Fen Echo,Nets for all,{lantern}",
        "b.txt,2022-07-19T14:05,Lantern Post,,",
        'c.md,3 April 2022,,"Ropes, and more",',
        f"sub/a.txt,,,,{ADDRESS}",
    )
    assert told == []
    assert facts(documents["a.txt"]) == ("2022-07-24", "The Fen Echo", "Nets for all", lantern)
    assert facts(documents["b.txt"]) == ("2022-07-19T14:05:00", "Lantern Post", "Boats", None)
    assert facts(documents["c.md"]) == ("2022-04-03", "The Echo", "Ropes, and more", None)
    assert documents["c.md"].meta == ()
    assert facts(documents["sub/a.txt"]) == ("2022-07-26", "fenecho.example", None, ADDRESS)
    assert facts(documents["rows.csv#1"]) == ("2022-08-01", None, None, None)


def test_an_address_of_the_table_replaces_that_of_the_text(read):
    documents, _ = read(
        "a.txt,,,,https://lanternpost.example/2022/07/25/nets", "b.txt,,,,https://lanternpost.example/a"
    )
    assert facts(documents["a.txt"])[:2] == ("2022-07-25", "lanternpost.example")
    assert facts(documents["b.txt"])[:2] == ("2022-07-20", "lanternpost.example")


def test_an_address_without_a_day_takes_none_away(read):
    documents, _ = read("a.txt,,,,https://fenecho.example/nets")
    assert facts(documents["a.txt"])[0] == "2022-07-26"


#: A line of the table, and what is told of it; the others are used.
WRONG = [
    ("aa.txt,2022-07-01,,,", "line 6: there is no file 'aa.txt' among those that are read; did you mean a.txt?"),
    ("nothing like it,2022-07-01,,,", "line 6: there is no file 'nothing like it' among those that are read"),
    ("b.txt,,,,", "line 6: a second row for 'b.txt', which says the same as line 3; leave one of them"),
    ("./b.txt,2022-07-01,,,",
     "line 6: a second row for './b.txt', which says otherwise than line 3, and neither is used; leave one of them"),
    ("rows.csv,2022-07-01,,,", "line 6: 'rows.csv' is a table, whose own columns tell of its articles"),
    (",2022-07-01,,,", "line 6: it names no file"),
    ('b.txt,"2022-07-01', "line 6: it is no CSV (unexpected end of data, seen in line 6); look for a quotation mark "
     "that is not doubled or not closed"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "note"), WRONG)
def test_a_wrong_line_is_named_and_the_rest_is_read(read, line, note):
    documents, told = read("a.txt,2022-07-25,,,", *FULL[1:], line)
    assert told == [f"meta.csv: {note}"]
    assert facts(documents["a.txt"])[0] == "2022-07-25"
    assert facts(documents["b.txt"]) == ("2022-07-20", None, "Boats", None)


DAYS = ["31.02.2022", "03/04/2022", "2022-07", "yesterday", "July 2022", "2022-13-01", "26 July", "20220731x"]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_is_none_is_named_and_the_rest_of_its_row_is_used(read, day):
    documents, told = read(f"a.txt,{day},The Fen Echo,,", *FULL[1:])
    assert told == [f"meta.csv: line 2: {day!r} is no certain day, and is not used; write it as in 2022-04-03"]
    assert facts(documents["a.txt"])[:2] == ("2022-07-26", "The Fen Echo")


ADDRESSES = [
    "javascript:alert(1)",
    "fenecho.example",
    "https://a:b@fenecho.example/",
    "https://fenecho.example/\u202ea",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_is_none_is_named(read, url):
    documents, told = read(f"b.txt,2022-07-01,,,{url}", *FULL[::2], FULL[3])
    assert told == [f"meta.csv: line 2: {url!r} is no web address, and is not used; it begins with http:// or https://"]
    assert facts(documents["b.txt"]) == ("2022-07-01", None, "Boats", None)


def test_lines_are_counted_as_an_editor_counts_them(read):
    _, told = read(
        "",
        'a.txt,,,"Nets,\nand more",',
        "x1.md,,,,",
        *FULL[1:],
        "x2.md,,,,",
        header="\nfile,published,source,title,url",
    )
    assert [one.split(": ")[1] for one in told] == ["line 6", "line 10"]


def test_files_without_a_row_are_named_once(read):
    _, told = read("b.txt,2022-07-01,,,")
    assert told == ["meta.csv: it has no row for a.txt, c.md, sub/a.txt"]


def test_many_files_without_a_row_are_counted(folder, read):
    for number in range(30):
        (folder / f"m{number:02}.txt").write_text("They met.", "utf-8")
    _, [told] = read(*FULL)
    assert told.startswith("meta.csv: it has no row for m00.txt, m01.txt, ")
    assert told.endswith("m19.txt and 10 more")


def test_two_rows_that_say_the_same_are_used(read):
    documents, told = read("a.txt,2022-07-25,,,", "./a.txt,25 July 2022,,,", *FULL[1:])
    assert len(told) == 1
    assert facts(documents["a.txt"])[0] == "2022-07-25"


@pytest.mark.parametrize("name", ["sub/a.txt", "./sub/a.txt", "sub\\a.txt", "news/sub/a.txt", "{folder}/sub/a.txt"])
def test_a_row_may_name_a_file_by_the_end_of_its_path(folder, read, name):
    documents, told = read(f"{name.format(folder=folder)},2022-07-01,,,", *FULL[:3])
    assert told == []
    assert facts(documents["sub/a.txt"])[0] == "2022-07-01"
    assert facts(documents["a.txt"])[0] == "2022-07-26"


def test_a_name_that_several_files_have(folder, tmp_path):
    (folder / "north").mkdir()
    (folder / "north" / "e.txt").write_text("They met.", "utf-8")
    (folder / "sub" / "e.txt").write_text("They left.", "utf-8")
    (tmp_path / "meta.csv").write_text("file,published\ne.txt,2022-07-01\n", "utf-8")
    told = []
    found = list(read_documents(folder, about_files=tmp_path / "meta.csv", on_problem=told.append))
    assert "line 2: 'e.txt' may be north/e.txt or sub/e.txt; name its folder, too" in str(told[0])
    assert all(one.published is None for one in found if one.id.endswith("e.txt"))


def test_the_table_may_lie_in_the_folder_that_is_read(folder, read):
    documents, told = read(*FULL, place=folder)
    assert told == []
    assert sorted(documents) == ["a.txt", "b.txt", "c.md", "rows.csv#1", "sub/a.txt"]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("File;Date;Outlet;Headline;Link", f"b.txt;2022-07-01;Lantern Post;Boats!;{ADDRESS}"),
        ("\ufefffilename\tpublished_at\tpublisher\ttitle\turl", f"b.txt\t1 July 2022\tLantern Post\tBoats!\t{ADDRESS}"),
        (" url , title ,source,pub_date, path ", f"{ADDRESS},Boats!,Lantern Post,2022-07-01,b.txt"),
    ],
)
def test_other_names_and_separators_of_columns(read, header, line):
    documents, _ = read(line, header=header)
    assert facts(documents["b.txt"]) == ("2022-07-01", "Lantern Post", "Boats!", ADDRESS)


def test_columns_that_are_not_used_are_named(read):
    _, told = read(*(f"{line}," for line in FULL), header="file,published,source,title,url,remarks,publishd")
    assert told == [
        "meta.csv: line 1: not used: remarks, publishd; the columns are file, published, source, title, url"
    ]


TABLES = {
    "": "there is nothing in it",
    "\n\n": "there is nothing in it",
    "published,source\n2022-07-01,x\n": "its columns are published, source; it needs file and one or more",
    "file\na.txt\n": "its columns are file; it needs file and one or more of the others of file, published",
    "\x00\x01\x02" * 50: "cannot be used",
    "%PDF-1.4": "cannot be used: not text but a PDF",
}


@pytest.mark.parametrize("text", TABLES)
def test_a_table_that_cannot_be_used_is_told_before_anything_is_read(folder, tmp_path, text):
    (tmp_path / "meta.csv").write_text(text, "utf-8")
    with pytest.raises(InputError) as error:
        read_documents(folder, about_files=tmp_path / "meta.csv")
    assert TABLES[text] in str(error.value)
    assert "meta.csv" in str(error.value)


@pytest.mark.parametrize("name", ["none.csv", ".", "a.txt/meta.csv"])
def test_a_table_that_is_not_there(folder, name):
    with pytest.raises(InputError, match=r"the table about files .* cannot be read .*; name a CSV file"):
        read_documents(folder, about_files=folder / name)


def test_rows_of_a_table_tell_their_lines(tmp_path):
    (tmp_path / "meta.csv").write_text(f"file,published,url\na.txt,2022-07-01,{ADDRESS}\n\nb.txt,,\n", "utf-8")
    first, second = read_about_files(tmp_path / "meta.csv").rows
    assert (first.line, first.file, first.published, first.url) == (2, "a.txt", date(2022, 7, 1), ADDRESS)
    assert (second.line, second.published, second.source, second.title, second.url) == (4, None, None, None, None)


# --- a day and an outlet for all ----------------------------------------------------------------------------------


def test_day_and_outlet_fill_only_what_is_unknown(folder):
    found = {one.id: facts(one)[:2] for one in read_documents(folder, published="2022-07-30", source=" The  Wire ")}
    assert found == {
        "a.txt": ("2022-07-26", "fenecho.example"),
        "b.txt": ("2022-07-20", "The Wire"),
        "c.md": (None, "The Echo"),  # it tells a day, though none that is certain
        "rows.csv#1": ("2022-08-01", "The Wire"),
        "sub/a.txt": ("2022-07-30", "The Wire"),
    }


def test_they_fill_what_the_table_leaves_open(read):
    documents, _ = read("sub/a.txt,2022-07-28,,,", *FULL[:3], published=date(2022, 7, 30), source="The Wire")
    assert facts(documents["sub/a.txt"])[:2] == ("2022-07-28", "The Wire")


def test_they_are_for_documents_and_tables_too():
    documents = [Document(text="They met.", id="x"), Document(text="They left.", id="y", published=date(2022, 1, 1))]
    found = list(read_documents(documents, published=datetime(2022, 7, 30, 12, 0), source="The Wire"))
    assert [one.published for one in found] == [datetime(2022, 7, 30, 12, 0), date(2022, 1, 1)]
    assert {one.source for one in found} == {"The Wire"}


#: What is known of an article beside its text, and whether a day of 30 July 2022 may be that of its publication.
KNOWN = [
    ({}, True),
    ({"url": "https://fenecho.example/nets"}, True),
    ({"url": "https://fenecho.example/2022/07/nets"}, True),
    ({"meta": (("issue", "2022-07"),)}, True),
    ({"meta": (("issue", "2022-06"),)}, False),
    ({"meta": (("published", "03/04/2022"),)}, False),
    ({"meta": (("rank", "2022-06"),)}, True),
]


@pytest.mark.parametrize(("known", "fits"), KNOWN)
def test_no_day_is_put_where_the_article_tells_of_another(known, fits):
    [found] = read_documents(Document(text="They met.", **known), published="2022-07-30")
    assert (found.published == date(2022, 7, 30)) is fits


@pytest.mark.parametrize("day", ["yesterday", "03/04/2022", "2022-07", "2022-02-30", "", 2022, "2022-07-26 or so"])
def test_a_day_that_is_none_is_refused(folder, day):
    with pytest.raises(
        InputError, match=r"the day of publication .* is no certain day; write it as in 2022-07-26"
    ) as error:
        read_documents(folder, published=day)
    assert repr(day) in str(error.value)


@pytest.mark.parametrize("name", ["", "  ", 7])
def test_an_outlet_that_is_none_is_refused(folder, name):
    with pytest.raises(InputError, match="is no name"):
        read_documents(folder, source=name)
