"""The command line: exit codes, messages, files; no traceback for anything that a user can do."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import graphbuilder as gb
from graphbuilder import cli
from graphbuilder.export import TIMELINE_FORMATS

STORY = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"
DAY = "2 April 2008"


def program(*arguments, cwd, stdin=None, **environment):
    """The installed program in a process of its own."""
    command = [sys.executable, "-P", "-m", "graphbuilder", *map(str, arguments)]
    variables = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, env=variables)


# --- what works ---------------------------------------------------------------------------------------------------


def test_build_writes_one_page(run, folder):
    code, out, err = run("build", "story.txt", "-o", "page.html")
    assert (code, out) == (0, "")
    assert re.fullmatch(r"page\.html: 1 event, \d+ entities, 1 document\n", err)
    page = (folder / "page.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")


def test_the_page_is_the_same_as_from_python(run, folder):
    run("build", "story.txt", "-o", "page.html", "--title", "Spring", "--max-nodes", "7")
    assert (folder / "page.html").read_text("utf-8") == gb.build("story.txt").to_html(title="Spring", max_nodes=7)


def test_timeline_prints_date_event_people_place_and_source(run, folder):
    code, out, err = run("timeline", "story.txt")
    assert (code, err) == (0, "")
    assert out.startswith(DAY)
    for words in ("NATO leaders met", "attendee", "in Bucharest", "from story.txt"):
        assert words in out


@pytest.mark.parametrize("format", TIMELINE_FORMATS)
def test_timeline_formats(run, folder, format):
    code, out, err = run("timeline", "story.txt", "--format", format)
    assert (code, err) == (0, "")
    assert out == TIMELINE_FORMATS[format](gb.build("story.txt").timeline(chosen=True))
    code, empty, err = run("timeline", "story.txt", "--format", format, "-o", "out.txt")
    assert (code, empty, err) == (0, "", "")
    assert (folder / "out.txt").read_text("utf-8") == out


def test_json_and_csv_can_be_read_back(run, folder):
    [found] = json.loads(run("timeline", "story.txt", "--format", "json")[1])
    assert found["when"] == "2008-04-02"
    assert found["mentions"][0]["quote"] == STORY.strip()
    [row] = csv.DictReader(io.StringIO(run("timeline", "story.txt", "--format", "csv")[1]))
    assert row["when"] == "2008-04-02"


def test_filters_are_those_of_the_library(run, root, nato):
    options = {"about": "Georgia", "start": "2008", "end": "2022-12"}
    best = max(nato.timeline(**options), key=lambda entry: entry.score)
    options |= {"type": best.type, "min_score": best.score}
    given = [word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", value)]
    code, out, _ = run("timeline", root / "data" / "nato", *given, "--format", "json")
    assert code == 0
    assert [one["id"] for one in json.loads(out)] == [one.id for one in nato.timeline(**options)]
    assert json.loads(out)


def test_what_the_score_hides_is_told(run, root):
    article = root / "data" / "nato" / "2008-04-05-harbour-courier.txt"
    _, everything, err = run("timeline", article, "--min-score", "0", "--format", "json")
    assert err == ""
    _, some, err = run("timeline", article, "--min-score", "0.9", "--format", "json")
    hidden = len(json.loads(everything)) - len(json.loads(some))
    assert hidden > 0
    assert err.startswith(f"{hidden} less likely events are not shown; ")


def test_columns_of_tables(run, folder):
    (folder / "t.csv").write_text(f'nr,body,day\n7,"{STORY.strip()}",2008-04-03\n', "utf-8")
    code, out, err = run("timeline", "t.csv", "--column", "text=body", "--column", "published=day")
    assert (code, err) == (0, "")
    assert out.startswith(DAY)


def test_a_column_named_for_one_file_costs_the_others_nothing(run, folder):
    (folder / "a.csv").write_text("body\nNATO met in Oslo on 3 April 2008.\n", "utf-8")
    (folder / "b.csv").write_text("text\nNATO met in Riga on 4 April 2008.\n", "utf-8")
    code, out, err = run("timeline", ".", "--column", "text=body")
    assert (code, err) == (0, "")
    assert all(day in out for day in (DAY, "3 April 2008", "4 April 2008"))


def test_notes_are_told_apart_from_what_is_left_out(run, folder):
    (folder / "t.csv").write_text(f'text,date\n"{STORY.strip()}",03/04/2022\n', "utf-8")
    (folder / "old.doc").write_bytes(b"x")
    (folder / "bad.txt").write_bytes(b"")
    code, _, err = run("timeline", ".")
    assert code == 0
    kinds = [line.partition(": ")[::2] for line in err.splitlines()]
    assert [kind for kind, _ in kinds] == ["note", "left out", "note"]
    assert "1 file of a kind that cannot be read: old.doc" in kinds[0][1]
    assert "'03/04/2022' (t.csv#1)" in kinds[2][1]
    (folder / "bad.txt").unlink()
    assert run("timeline", ".", "--strict")[0] == 0


ON_TUESDAY = "Ministers of NATO met in Bucharest on Tuesday.\n"


def test_a_day_and_an_outlet_for_articles_that_tell_none(run, folder):
    (folder / "story.txt").write_text(ON_TUESDAY, "utf-8")
    code, out, err = run("timeline", "story.txt", "--published", "2022-11-30", "--source", "Fen Echo")
    assert (code, err) == (0, "")
    assert out.startswith("29 November 2022")
    assert "from Fen Echo" in out
    code, _, err = run("timeline", "story.txt")
    assert code == 0
    assert err.startswith('note: 1 of 1 articles has no publication date, so "on Tuesday" cannot be read in it; say')
    assert err.count("\n") == 1
    assert "--published DAY" in err


@pytest.mark.parametrize("command", [["timeline"], ["build"], ["explain", "NATO"]])
def test_a_table_about_files(run, folder, command):
    (folder / "story.txt").write_text(ON_TUESDAY, "utf-8")
    (folder / "meta.csv").write_text("file,published,source\nstory.txt,2022-11-30,Fen Echo\nstroy.txt,,\n", "utf-8")
    code, out, err = run(*command, ".", "--about-files", "meta.csv", "-o", "out")
    assert (code, out) == (0, "")
    note, *rest = err.splitlines()
    assert note == (
        "note: meta.csv: line 3: there is no file 'stroy.txt' among those that are read; did you mean story.txt?"
    )
    assert not any("publication date" in line for line in rest)
    assert "Fen Echo" in (folder / "out").read_text("utf-8") or command[0] != "timeline"


def test_the_table_about_files_is_not_replaced(run, folder):
    (folder / "meta.csv").write_text("file,published\nstory.txt,2022-11-30\n", "utf-8")
    code, _, err = run("timeline", "story.txt", "--about-files", "meta.csv", "-o", "meta.csv")
    assert code == 1
    assert "is one of the files to read" in err


def test_addresses_reach_tables(run, folder):
    address = "https://www.fenecho.example/2022/11/30/nato"
    (folder / "story.txt").write_text(f"{address}\n\nNATO meets\n\n{ON_TUESDAY}", "utf-8")
    code, out, err = run("timeline", "story.txt", "--format", "csv")
    assert (code, err) == (0, "")
    rows = {(row["when"], row["sources"], row["url"], row["urls"]) for row in csv.DictReader(io.StringIO(out))}
    assert rows == {("2022-11-29", "fenecho.example", address, address)}
    found = json.loads(run("timeline", "story.txt", "--format", "json")[1])
    assert {one["url"] for event in found for one in event["mentions"]} == {address}


def test_explain_tells_why(run, folder):
    (folder / "other.txt").write_text("NATO ministers met in Riga.\n", "utf-8")
    code, out, err = run("explain", "NATO", ".")
    assert (code, err) == (0, "")
    assert out == gb.build(".").explain("NATO") + "\n"
    assert "  the same name, 'nato' (0.98)\n    other.txt: NATO ministers met in Riga.\n" in out
    code, both, err = run("explain", "Riga", ".", "--and", "Bucharest", "-o", "why.txt")
    assert (code, both, err) == (0, "", "")
    assert (folder / "why.txt").read_text("utf-8") == gb.build(["story.txt", "other.txt"]).explain(
        "Riga", "Bucharest"
    ) + "\n"


def test_explain_writes_no_escapes(run, folder):
    (folder / "story.txt").write_text("NATO met\u202e in Riga.\u200b NATO left.\n", "utf-8")
    code, out, _ = run("explain", "NATO", "story.txt")
    assert code == 0
    assert not {"\u202e", "\u200b"} & set(out)


def test_corrections_of_a_file(run, folder):
    (folder / "story.txt").write_text("NATO attacked Serbia on 24 March 1999.\n", "utf-8")
    (folder / "mine.yaml").write_text("- rename: [NATO, The Pact]\n- ignore: Nobody\n", "utf-8")
    code, out, err = run("timeline", "story.txt", "--corrections", "mine.yaml", "--about", "the pact")
    assert code == 0
    assert "agent The Pact" in out
    assert err == "note: mine.yaml, line 2: 'ignore' changes nothing: nothing here is named 'Nobody'\n"
    code, out, err = run("explain", "The Pact", "story.txt", "--corrections", "mine.yaml")
    assert "your correction: rename: NATO, The Pact (mine.yaml, line 1)" in out
    assert run("build", "story.txt", "--corrections", "mine.yaml", "-o", "page.html")[0] == 0
    assert "The Pact" in (folder / "page.html").read_text("utf-8")


def test_wrong_corrections_are_one_line_and_code_1(run, folder):
    (folder / "mine.yaml").write_text("- ignore: x\n- smae: [a, b]\n", "utf-8")
    code, out, err = run("timeline", "story.txt", "--corrections", "mine.yaml")
    assert (code, out) == (1, "")
    assert err.startswith("error: mine.yaml, line 2: 'smae' is not one of same, ")
    assert len(err.splitlines()) == 1
    code, _, err = run("timeline", "story.txt", "--corrections", "none.yaml")
    assert code == 1
    assert "none.yaml" in err


def test_export_into_a_folder(run, folder):
    code, out, err = run("export", "story.txt", "--format", "csv", "-o", "out")
    assert (code, out) == (0, "")
    assert err.startswith("note: CSV: lists are joined")
    with (folder / "out" / "nodes.csv").open(encoding="utf-8", newline="") as stream:
        assert "NATO" in {row["label"] for row in csv.DictReader(stream)}
    (folder / "mine").mkdir()
    (folder / "mine" / "nodes.csv").write_text("mine", "utf-8")
    code, _, err = run("export", "story.txt", "--format", "csv", "-o", "mine")
    assert (code, (folder / "mine" / "nodes.csv").read_text("utf-8")) == (1, "mine")
    assert err.startswith("error: the folder 'mine' is not empty and was not written by graphbuilder")


def test_export_to_standard_output(run, folder):
    code, out, err = run("export", "story.txt", "--format", "markdown")
    assert code == 0
    assert f"- **{DAY}** – NATO leaders met" in out
    code, out, err = run("export", "story.txt", "--format", "turtle")
    assert (code, err) == (0, "note: RDF: attributes, nodes and edges of your own are left out\n")
    assert "a sem:Event" in out or "rdf:type sem:Event" in out


def test_bytes_to_standard_output(folder):
    done = CliRunner().invoke(cli.app, ["export", "story.txt", "--format", "parquet"])
    assert done.exit_code == 0
    assert done.stdout_bytes[:4] == done.stdout_bytes[-4:] == b"PAR1"


class Full(io.StringIO):
    """A disk without room."""

    def write(self, text):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_behind_standard_output(run, folder, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full())
    assert run("timeline", "story.txt") == (
        1, "", "error: cannot write to standard output: No space left on device\n"
    )  # fmt: skip


def test_standard_input_and_output(run, folder):
    code, out, err = run("timeline", "-", stdin=STORY.encode())
    assert (code, err) == (0, "")
    assert "from stdin" in out
    code, page, err = run("build", "-", "-o", "-", stdin=STORY.encode())
    assert (code, err) == (0, "")
    assert page.startswith("<!DOCTYPE html>")
    line = json.dumps({"text": STORY, "source": "Meridian Wire"})
    assert "from Meridian Wire" in run("timeline", "-", stdin=line.encode())[1]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["timeline", "--help"], ["explain", "--help"], ["export", "--help"]]
)
def test_help_teaches(run, arguments):
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert "graphbuilder" in out


def test_help_of_each_command_has_an_example():
    for command in ("build data/nato", "timeline data/nato", "explain Kyiv data/nato", "export data/nato"):
        text = CliRunner().invoke(cli.app, [command.split()[0], "--help"]).stdout
        assert f"graphbuilder {command}" in text


def test_version(run):
    assert run("--version") == (0, f"graphbuilder {gb.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--version"], gb.__version__),
        (["--help"], "Usage"),
        (["timeline", "--help"], "Usage"),
        (["frobnicate"], "frobnicate"),
        (["timeline", "missing.txt", "--nonsense"], "--nonsense"),
        (["timeline", "missing.txt", "--format", "xml"], "'xml'"),
        (["timeline", "missing.txt", "--start", "yesterday"], "'yesterday'"),
        (["export", "missing.txt", "--format", "xml"], "'xml'"),
        (["export", "missing.txt", "--format", "json", "-o", "nowhere/story.json"], "'nowhere'"),
        (["export", "missing.txt", "--format", "csv"], "this format is a folder of files"),
        (["export", "missing.txt", "--format", "csv", "-o", "nowhere/out"], "'nowhere'"),
        (["timeline", "missing.txt", "--start", "2009", "--end", "2008"], "exchange them"),
        (["build", "missing.txt", "--column", "text"], "FIELD=NAME"),
        (["build", "missing.txt", "--workers", "0"], "--workers"),
        (["build", "missing.txt", "-o", "nowhere/page.html"], "'nowhere'"),
    ],
)
def test_help_and_what_is_wrong_with_options_are_told_before_anything_is_loaded_or_read(tmp_path, arguments, told):
    code = (
        "import atexit, sys; from graphbuilder.cli import main; sys.argv[0] = 'graphbuilder'; "
        "atexit.register(lambda: print({'spacy', 'numpy', 'networkx', 'joblib', 'yaml', 'lxml'} & set(sys.modules))); "
        "main()"
    )
    command = [sys.executable, "-P", "-c", code, *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told in done.stdout + done.stderr
    assert "missing.txt" not in done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "set()"


# --- wrong usage: 2 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ""),
        (["frobnicate", "story.txt"], "frobnicate"),
        (["timeline"], "PATH"),
        (["build"], "PATH"),
        (["explain", "NATO"], "PATH"),
        (["export", "story.txt"], "--format"),
        (["export", "story.txt", "--format", "xml"], "'xml' is not one of graphml, gexf, json"),
        (["timeline", "story.txt", "--format", "xml"], "'xml' is not one of text, json, csv"),
        (["timeline", "story.txt", "--workers", "0"], "--workers"),
        (["timeline", "story.txt", "--workers", "many"], "--workers"),
        (["timeline", "story.txt", "--min-score", "2"], "--min-score"),
        (["build", "story.txt", "--max-nodes", "0"], "--max-nodes"),
        (["timeline", "story.txt", "--column", "text"], "FIELD=NAME"),
        (["timeline", "story.txt", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_code_2(run, folder, arguments, words):
    code, out, err = run(*arguments)
    assert code == 2
    assert words in out + err


# --- bad input: 1, one line ---------------------------------------------------------------------------------------

BAD_FILES = {
    "empty.txt": (b"", "no text"),
    "spaces.txt": (b" \n\t\n ", "no text"),
    "binary.txt": (bytes(range(256)) * 8, "binary data"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
    "nul.txt": (b"NATO\0 met.", "binary data"),
    "archive.zip": (b"PK\x03\x04", ".zip files cannot be read"),
    "wrong.json": (b"{", "not JSON"),
    "empty.jsonl": (b"\n", "no text"),
    "wrong.jsonl": (b'{"text": "a b"\n', "line 1: not JSON"),
    "notext.jsonl": (b'{"body2": "NATO met."}\n', "line 1: it has no text"),
    "notext.csv": (b"a,b\n1,2\n", "text"),
    "header.csv": (b"text,title\n", "no text"),
    "empty.html": (b"<html></html>", ""),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_alone_is_one_line_and_code_1(run, folder, name):
    content, words = BAD_FILES[name]
    (folder / name).write_bytes(content)
    code, out, err = run("timeline", name)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith("error: ")
    assert len(err.splitlines()) <= 2
    assert name in err
    assert words in err


@pytest.mark.parametrize("name", [name for name in BAD_FILES if not name.endswith(".zip")])
def test_a_bad_file_costs_the_others_nothing(run, folder, name):
    (folder / name).write_bytes(BAD_FILES[name][0])
    code, out, err = run("timeline", ".")
    assert code == 0
    assert out.startswith(DAY)
    assert err.startswith("left out: ")
    assert name in err


def test_a_bad_row_is_named_by_file_and_line_and_the_others_are_read(run, folder):
    rows = [
        json.dumps({"text": STORY}),
        "{oops",
        "",
        json.dumps({"body2": "x"}),
        json.dumps({"text": STORY, "id": "b"}),
    ]
    (folder / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    code, out, err = run("timeline", "rows.jsonl")
    assert code == 0
    assert out.startswith(DAY)
    assert "rows.jsonl#2: line 2: not JSON" in err
    assert "line 4: it has no text" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "stroy.txt"], "there is no file or folder 'stroy.txt'; did you mean story.txt?"),
        (["timeline", "nowhere/story.txt"], "there is no file or folder"),
        (["timeline", "NATO met in Bucharest."], "Text itself is given as"),
        (["timeline", "*.md"], "nothing matches"),
        (["timeline", ""], "there is no file or folder ''"),
        (["timeline", "memory://none/a.txt"], "there is nothing at 'memory://none/a.txt'"),
        (["timeline", "story.txt", "--model", "en_core_web_xl"], "installed: en_core_web_"),
        (["timeline", "story.txt", "--model", "."], "cannot be loaded"),
        (["timeline", "story.txt", "--about", "Bucarest"], "nearest: Bucharest"),
        (["timeline", "story.txt", "--start", "yesterday"], "'yesterday' is not an EDTF date"),
        (["timeline", "story.txt", "--start", "2009", "--end", "2008"], "exchange them"),
        (["timeline", "story.txt", "--encoding", "utf-99"], "there is no encoding 'utf-99'"),
        (["timeline", "story.txt", "--column", "txet=body"], "'txet' is no field"),
        (
            ["timeline", "story.txt", "--published", "yesterday"],
            "'yesterday' is no certain day; write it as in 2022-07",
        ),
        (["timeline", "story.txt", "--published", "03/04/2022"], "'03/04/2022' is no certain day"),
        (["timeline", "story.txt", "--source", ""], "the source '' is no name"),
        (["timeline", "story.txt", "--about-files", "none.csv"], "'none.csv' cannot be read (No such file"),
        (["timeline", "story.txt", "--about-files", "story.txt"], "it needs file and one or more of the others"),
        (["timeline", "story.txt", "-o", "nowhere/out.txt"], "the folder 'nowhere' does not exist"),
        (["build", "story.txt", "-o", "."], "is a folder"),
        (["build", "story.txt", "-o", "story.txt/page.html"], "the folder 'story.txt' does not exist"),
        (["timeline", "."], "files that are read end in"),
    ],
)
def test_a_mistake_is_one_line_and_code_1(run, folder, arguments, words):
    if arguments == ["timeline", "."]:
        (folder / "story.txt").unlink()
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert words in err


def test_strict_stops_at_the_first_bad_file(run, folder):
    (folder / "bad.txt").write_bytes(b"\0")
    code, out, err = run("timeline", ".", "--strict")
    assert (code, out) == (1, "")
    assert "bad.txt" in err


def test_when_nothing_is_left_each_reason_is_told(run, folder):
    (folder / "story.txt").write_bytes(b"\0")
    (folder / "other.txt").write_bytes(b"")
    code, _, err = run("timeline", "story.txt", "other.txt")
    assert code == 1
    assert len(err.splitlines()) == 3
    assert "story.txt: not text" in err
    assert "other.txt: there is no text" in err


def test_the_output_is_checked_before_anything_is_read(run, folder):
    code, _, err = run("timeline", "no such file", "-o", "nowhere/out.txt")
    assert code == 1
    assert "nowhere" in err


def test_an_output_that_exists_is_replaced_in_one_step(run, folder):
    (folder / "page.html").write_text("old", "utf-8")
    (folder / "page.html").chmod(0o640)
    assert run("build", "missing.txt", "-o", "page.html")[0] == 1
    assert (folder / "page.html").read_text("utf-8") == "old"
    assert run("build", "story.txt", "-o", "page.html")[0] == 0
    assert (folder / "page.html").read_text("utf-8") != "old"
    assert (folder / "page.html").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["page.html", "story.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_is_never_replaced(run, folder):
    os.mkfifo(folder / "pipe")
    code, _, err = run("timeline", "story.txt", "-o", "pipe")
    assert code == 1
    assert "device or a pipe" in err
    assert (folder / "pipe").is_fifo()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_to(run, folder):
    (folder / "closed").mkdir(mode=0o500)
    code, _, err = run("timeline", "story.txt", "-o", "closed/out.txt")
    assert code == 1
    assert "cannot write 'closed/out.txt'" in err


def test_a_disk_that_is_full_is_one_line(run, folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    code, _, err = run("timeline", "story.txt", "-o", "out.txt")
    assert code == 1
    assert "No space left on device" in err


# --- hostile text -------------------------------------------------------------------------------------------------


def test_escape_sequences_never_reach_the_terminal(run, folder):
    (folder / "bad\x1b[31m.txt").write_text("NATO \x1b]0;owned\x07met in Bucharest\x9b5m on 2 April 2008.\n", "utf-8")
    code, out, err = run("timeline", ".", "missing\x1b[31m*", "--about", "x\x1b[31m")
    assert code == 1
    assert "\x1b" not in out + err
    code, out, err = run("timeline", ".")
    assert code == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(out + err)


def test_formulas_never_reach_a_spreadsheet(run, folder):
    (folder / "sum.txt").write_text("=HYPERLINK(1) NATO met in Bucharest on 3 April 2008.\n", "utf-8")
    _, out, _ = run("timeline", ".", "--format", "csv", "--min-score", "0")
    for row in csv.reader(io.StringIO(out)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_markup_of_the_terminal_is_shown_as_it_stands(run, folder):
    code, _, err = run("timeline", "[red]nothing[/red]")
    assert code == 1
    assert "[red]nothing[/red]" in err


# --- as a process -------------------------------------------------------------------------------------------------


LETTERS = "Élodie Carré met Łukasz Nowak in Chișinău on 2 April 2008.\n"


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What the program prints of an article in other letters, in a process of its own."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "story.txt").write_text(LETTERS, "utf-8")
    done = program("timeline", "story.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def test_quiet_in_a_pipe_and_the_same_by_every_way_in(folder, printed):
    assert printed.decode().startswith(DAY)
    assert "Élodie" in printed.decode()
    assert program("timeline", "-", cwd=folder, stdin=LETTERS.encode()).stdout == printed.replace(
        b"story.txt", b"stdin"
    )


def test_a_mistake_in_a_process(folder):
    done = program("timeline", "missing.txt", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"error: there is no file or folder 'missing.txt'")
    assert program("timeline", cwd=folder).returncode == 2


def test_other_locales_change_nothing(folder, printed):
    (folder / "story.txt").write_text(LETTERS, "utf-8")
    other = program("timeline", "story.txt", cwd=folder, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert other.stdout == printed


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of a shell")
def test_a_reader_that_has_seen_enough(folder):
    """`graphbuilder build … -o - | head` ends without a complaint."""
    command = [sys.executable, "-P", "-m", "graphbuilder", "build", "story.txt", "-o", "-"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        done.stdout.read(15)
        done.stdout.close()
        errors = done.stderr.read()
    assert (done.returncode, errors) == (0, b"")


def test_an_article_is_not_replaced_by_its_page(run, folder):
    article = next(path for path in sorted(folder.iterdir()) if path.suffix == ".txt")
    before = article.read_bytes()
    code, _, message = run("build", article.name, "-o", article.name)
    assert code == 1
    assert "one of the files to read" in message
    assert article.read_bytes() == before
