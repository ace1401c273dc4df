"""What was read, as JSON lines in files and pipes: written one by one, and read in place of articles."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import graphbuilder as gb

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"
ASKED = "Ukraine asked NATO for help on 3 May 2010.\n"
PROGRAM = [sys.executable, "-P", "-m", "graphbuilder"]


@pytest.fixture
def articles(folder):
    """Two articles below the current folder."""
    (folder / "story.txt").rename(folder / "met.txt")
    (folder / "asked.txt").write_text(ASKED, "utf-8")
    return folder


@pytest.fixture(scope="module")
def lines():
    """The lines of these articles, as Python writes them."""
    documents = [gb.Document(text=ASKED, id="asked.txt"), gb.Document(text=MET, id="met.txt")]
    return [f"{gb.to_json(one)}\n".encode() for one in gb.extract(documents)]


# --- extract ------------------------------------------------------------------------------------------------------


def test_extract_writes_what_python_reads(run, articles, lines):
    code, out, err = run("extract", ".")
    assert (code, out.encode(), err) == (0, b"".join(lines), "")
    assert run("extract", "asked.txt", "met.txt", "-o", "read.jsonl") == (0, "", "")
    assert (articles / "read.jsonl").read_bytes() == b"".join(lines)
    assert list(gb.read_jsonl(gb.Extraction, "read.jsonl")) == list(
        gb.extract(gb.read_documents(["asked.txt", "met.txt"]))
    )


def test_extract_takes_whatever_a_build_takes(run, articles, lines):
    rows = [json.dumps({"id": name, "text": text}) for name, text in (("asked.txt", ASKED), ("met.txt", MET))]
    assert run("extract", "-", stdin="\n".join(rows).encode())[1].encode() == b"".join(lines)
    assert run("extract", "-", stdin=MET.encode())[1][:40].count('"document":"stdin"') == 1
    run("add", ".", "--store", "x.store")
    assert run("extract", "x.store")[1].encode() == b"".join(lines)
    assert run("extract", "-", stdin=b"".join(lines)) == (0, b"".join(lines).decode(), "")


def test_what_cannot_be_read_is_told_and_nothing_is_written(run, articles):
    (articles / "empty.txt").write_bytes(b"")
    code, _, err = run("extract", ".")
    assert (code, err) == (0, "left out: empty.txt: there is no text in it\n")
    (articles / "old.jsonl").write_text("old", "utf-8")
    assert run("extract", "empty.txt", "-o", "old.jsonl")[0] == 1
    assert run("extract", "met.txt", "-o", "met.txt")[0] == 1
    assert run("extract")[0] == run("resolve")[0] == 2
    assert {path.name for path in articles.iterdir()} == {"asked.txt", "met.txt", "empty.txt", "old.jsonl"}
    assert (articles / "old.jsonl").read_text("utf-8") == "old"


# --- in place of articles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["timeline"], ["export", "--format", "json"], ["explain", "NATO"], ["resolve"]])
def test_lines_stand_in_place_of_articles(run, articles, lines, command):
    expected = run(*command, ".")
    (articles / "sub").mkdir()
    (articles / "sub" / "read.jsonl").write_bytes(b"".join(lines))
    (articles / "sub" / "asked.NDJSON").write_bytes(lines[0])
    (articles / "sub" / "met.jsonl").write_bytes(lines[1])
    run("add", "met.txt", "--store", "met.store")
    assert run(*command, "sub/read.jsonl") == expected
    assert run(*command, "-", stdin=b"".join(reversed(lines))) == expected
    assert run(*command, "sub/asked.NDJSON", "-", stdin=lines[1]) == expected
    assert run(*command, "sub/asked.NDJSON", "met.txt") == expected
    assert run(*command, "met.store", "sub/asked.NDJSON") == expected
    assert run(*command, "asked.txt", "-", stdin=lines[1]) == expected


def test_resolve_writes_a_resolution(run, articles, lines):
    code, out, err = run("resolve", "-", stdin=b"".join(lines))
    assert (code, err) == (0, "")
    resolution = gb.from_json(gb.Resolution, out)
    assert resolution == gb.resolve(lines)
    assert gb.EventGraph.from_resolution(resolution).to_html() == gb.build(".").to_html()
    assert run("resolve", ".", "-o", "all.jsonl") == (0, "", "")
    assert list(gb.read_jsonl(gb.Resolution, "all.jsonl")) == [resolution]


def test_python_takes_lines_as_well(articles, lines):
    (articles / "read.jsonl").write_bytes(b"".join(lines))
    read = []
    graph = gb.build(["read.jsonl", gb.Document(text="NATO left.", id="left")], on_document=read.append)
    assert read == ["asked.txt", "met.txt", "left"]
    assert sorted(graph.graph["documents"]) == ["asked.txt", "left", "met.txt"]
    assert gb.build(articles / "read.jsonl").to_html() == gb.build(["asked.txt", "met.txt"]).to_html()


BAD = {
    b"{oops": "not JSON",
    b"[]": "Expected `object`, got `array`",
    b'"met"': "Expected `object`, got `str`",
    b'{"text": "NATO met."}': "unknown field `text`",
    b'{"document": "x", "sentences": [], "schema": 99}': "of schema 99: this version reads",
    b'{"document": "x", "sentences": []}': "missing required field `schema`",
    b'{"document": "x", "sentences": "none"}': "sentences: Expected `array`, got `str`",
    b'{"document": "\\ud800", "sentences": []}': "surrogate pair",
    b'{"document": "\xff", "sentences": []}': "Invalid UTF-8",
    b"[" * 100_000: "recursion",
}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad[:20].decode("latin-1"))
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_bad_line_is_told_by_its_number_and_left_out(run, articles, lines, bad, at):
    rows = [*lines[:at], bad + b"\n", *lines[at:], b" \n"]
    code, out, err = run("extract", "-", stdin=b"".join(rows))
    assert (code, out.encode()) == (0, b"".join(lines))
    assert err.startswith(f"left out: stdin#{at + 1}: line {at + 1}")
    assert BAD[bad] in err
    assert err.count("\n") == 1


def test_an_article_is_taken_once(run, articles, lines):
    code, out, err = run("extract", "met.txt", "-", stdin=b"".join([*lines, lines[0]]))
    assert (code, sorted(out.encode().splitlines(keepends=True))) == (0, sorted(lines))
    assert [line.partition(": an article of this id")[0] for line in err.splitlines()] == [
        "left out: asked.txt",
        "left out: met.txt",
    ]


def test_strict_stops_at_the_first_bad_line(run, articles, lines):
    code, out, err = run("timeline", "-", "--strict", stdin=b"".join([*lines, b"{oops\n"]))
    assert (code, out) == (1, "")
    assert err.startswith("error: stdin#3: line 3: not JSON")


def test_when_no_line_is_left_each_reason_is_told(run, articles):
    code, out, err = run("resolve", "-", stdin=b'{"document": "x", "sentences": []}\n')
    assert (code, out) == (1, "")
    assert [line.partition(": ")[0] for line in err.splitlines()] == ["left out", "error"]


#: What is no file of lines, and what is made of it.
OTHERS = {
    "rows.jsonl": ('{"document": "x", "text": "NATO met in Riga."}', "rows.jsonl#1"),
    "text.jsonl": ('{"text": "NATO met in Riga.", "document": "x", "sentences": []}', "text.jsonl#1"),
    "read.txt": ('{"document": "x", "sentences": []}', "read.txt"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_has_a_text_is_an_article(run, articles, name):
    content, id = OTHERS[name]
    (articles / name).write_text(content, "utf-8")
    code, out, err = run("extract", name)
    assert (code, err) == (0, "")
    assert json.loads(out)["document"] == id


def test_lines_in_a_folder_are_no_articles(run, articles, lines):
    (articles / "read.jsonl").write_bytes(b"".join(lines))
    code, out, err = run("extract", ".")
    assert (code, out.encode()) == (0, b"".join(lines))
    assert err.startswith("left out: read.jsonl#1: line 1: it is what was read of an article, without its text")
    assert run("add", "read.jsonl", "--store", "x.store")[0] == 1


# --- as processes -------------------------------------------------------------------------------------------------

pipes = pytest.mark.skipif(sys.platform == "win32", reason="a pipe of a shell")


def shell(command, cwd):
    """What a command with pipes writes; `graphbuilder` is the program, and any that fails makes it fail."""
    whole = f'set -o pipefail; graphbuilder() {{ {" ".join(PROGRAM)} "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", whole], cwd=cwd, capture_output=True, check=False)


@pipes
def test_one_command_after_the_other(articles, lines):
    damaged = b"".join([lines[0], b"{oops\n", lines[1]])
    (articles / "damaged").write_bytes(damaged)
    done = shell("cat damaged | graphbuilder extract - | graphbuilder resolve - -o all.json", articles)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.startswith(b"left out: stdin#2: line 2: not JSON")
    assert done.stderr.count(b"\n") == 1
    assert gb.from_json(gb.Resolution, (articles / "all.json").read_bytes()) == gb.resolve(lines)


@pipes
def test_a_reader_that_has_seen_enough(articles, lines):
    """What comes never ends: the program does."""
    (articles / "met").write_bytes(lines[1])
    endless = "for i in $(seq 1000000); do sed s/met.txt/$i.txt/g met || break; done"
    done = shell(f"{{ {endless}; }} 2> /dev/null | {{ graphbuilder extract -; echo $? >&2; }} | head -n 1", articles)
    assert done.stdout == lines[1].replace(b"met.txt", b"1.txt")
    assert done.stderr == b"0\n"


def test_each_line_is_written_as_it_is_read(articles, lines):
    with subprocess.Popen([*PROGRAM, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        for line in lines:
            running.stdin.write(line)
        running.stdin.flush()
        assert running.stdout.readline() == lines[0]
        assert running.poll() is None
        running.stdin.close()
        assert running.stdout.read() == lines[1]
    assert running.returncode == 0
