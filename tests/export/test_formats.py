"""The registry, the command, and folders: formats of other packages, names of files, what is in the way."""

from __future__ import annotations

import json
import sys
from importlib.metadata import EntryPoint

import networkx as nx
import pytest
from typer.testing import CliRunner

import graphbuilder as gb
from graphbuilder import cli
from graphbuilder.export import folder as folders
from graphbuilder.export import formats
from graphbuilder.export.folder import check_folder, is_file_name, put_folder
from graphbuilder.export.formats import FORMATS, Format, format_named, format_of
from graphbuilder.graph.event_graph import EventGraph

STORY = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"


def counted(graph, note):
    note("only a number")
    return f"{len(graph)}\n"


@pytest.fixture
def added(monkeypatch):
    """Entry points of other packages."""

    def added(**targets):
        points = [EntryPoint(name, value, formats.GROUP) for name, value in targets.items()]
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == formats.GROUP else [])

    return added


def test_the_command_writes_what_the_library_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    export = ["export", "story.txt", "--format"]
    done = CliRunner().invoke(cli.app, [*export, "json", "-o", "out.json"])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    found = gb.open("out.json")
    assert [entry.when for entry in found.timeline()] == ["2008-04-02"]
    done = CliRunner().invoke(cli.app, [*export, "graphml", "--min-score", "1"])
    assert done.exit_code == 0
    assert done.stdout.startswith("<?xml")
    assert "met in Bucharest</data>" not in done.stdout
    assert "1 events of a score below 1.0 are left out" in done.stderr
    assert "note: GraphML: lists are joined" in done.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_whole_by_its_function(statuses, notes, name):
    content = FORMATS[name].write(statuses, notes.append)
    assert isinstance(content, dict) == FORMATS[name].folder
    assert content
    assert len(notes) == len(set(notes))
    assert bool(notes) == (name not in ("json", "parquet"))


def own(graph):
    """With nodes, edges and attributes of somebody else's."""
    graph.add_node("mine", colour="red")
    graph.add_edge("mine", "nato", weight=2.5)
    graph.add_edge("ukraine", "nato")
    graph.nodes["nato"]["rank"] = 1
    return graph


PARTS = {
    "own": own,
    "part": lambda graph: graph.subgraph(["2008-promise", "2008-no-map", "nato", "document:undated-explainer.txt"]),
    "frozen": lambda graph: nx.freeze(graph),
    "empty": lambda graph: EventGraph(),
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", FORMATS)
def test_parts_of_graphs_and_additions_to_them_are_written(statuses, tmp_path, notes, name, part):
    graph = PARTS[part](statuses)
    before = nx.node_link_data(graph, edges="edges")
    graph.save(tmp_path / "out", name, notes.append)
    assert nx.node_link_data(graph, edges="edges") == before
    if name in ("json", "parquet"):
        assert nx.utils.graphs_equal(gb.open(tmp_path / "out"), graph)


def test_a_package_may_add_a_format(added, statuses, tmp_path, notes):
    added(count=f"{__name__}:counted")
    module = type(sys)(__name__)
    module.counted = counted
    sys.modules[__name__] = module
    try:
        statuses.save(tmp_path / "a.txt", "count", notes.append)
        assert ((tmp_path / "a.txt").read_text("utf-8"), notes) == (f"{len(statuses)}\n", ["only a number"])
        module.counted = Format(counted, folder=True)
        assert format_named("count").folder
    finally:
        del sys.modules[__name__]


def test_formats_that_are_not_there_or_cannot_be_loaded(added):
    added(mine="nowhere:nothing", json="nowhere:nothing")
    with pytest.raises(gb.OutputError, match=r"'yours' is not one of graphml, .*, mine$"):
        format_named("yours")
    with pytest.raises(gb.OutputError, match="the format 'mine' of nowhere:nothing cannot be loaded"):
        format_named("mine")
    assert format_named("json") is FORMATS["json"]


def test_a_missing_package_is_named_with_its_extra(monkeypatch, statuses):
    monkeypatch.setitem(formats.PACKAGES, "far", ("no_such_package",))
    lacking = Format("no_such_package:write", extra="far")
    for attempt in (lacking.check, lambda: lacking.write(statuses, print)):
        with pytest.raises(
            gb.OutputError, match=r"'no_such_package', which is not .* pip install 'graphbuilder\[far\]'"
        ):
            attempt()


@pytest.mark.parametrize(
    ("file", "name"), [("a.graphml", "graphml"), ("A.GEXF", "gexf"), ("a.json", "json"), ("a", None)]
)
def test_endings(file, name):
    assert format_of(file) == name


@pytest.mark.parametrize("file", ["nodes.csv", "events/2008 NATO met.md", "é – ü.md", "a.b", "concert.md", "a'b"])
def test_names_of_files(file):
    assert is_file_name(file)


@pytest.mark.parametrize(
    "file",
    ["", ".", "..", "../a", "a/../b", "/a", "a//b", "a\\b", "C:a", "a\x00", "a\n", ".hidden", "a.", "a ", "CON",
     "nul.md", "com1.txt", "a|b", 'a"b', "a<b", "a*b", "x" * 121],
)  # fmt: skip
def test_names_that_no_file_may_have(file, tmp_path):
    assert not is_file_name(file)
    with pytest.raises(gb.OutputError, match="cannot be the name of a file"):
        put_folder(tmp_path / "out", {"a.csv": "a", file: "b"}, "csv")
    assert not (tmp_path / "out").exists()


def test_a_folder_is_written_anew_and_what_is_no_longer_ours_goes(tmp_path):
    out = tmp_path / "out"
    put_folder(out, {"a.csv": "1", "notes/b.md": b"2"}, "csv")
    (out / "mine.txt").write_text("keep", "utf-8")
    put_folder(out, {"a.csv": "3", "c.csv": "4"}, "csv")
    files = {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*") if path.is_file()}
    told = json.loads(files.pop(folders.MARKER))
    assert files == {"a.csv": "3", "c.csv": "4", "mine.txt": "keep"}
    assert told == {"format": "csv", "files": ["a.csv", "c.csv"]}


def test_folders_that_are_not_ours_are_left_alone(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.csv").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "empty").mkdir()
    for name, words in [
        ("full", "is not empty"),
        ("file", "no folder"),
        ("link", "no folder"),
        ("no/out", "does not exist"),
    ]:
        for attempt in (check_folder, lambda folder: put_folder(folder, {"a.csv": "1"}, "csv")):
            with pytest.raises(gb.OutputError, match=words):
                attempt(tmp_path / name)
    assert (tmp_path / "full" / "a.csv").read_text("utf-8") == "mine"
    put_folder(tmp_path / "empty", {"a.csv": "1"}, "csv")
    assert (tmp_path / "empty" / "a.csv").read_text("utf-8") == "1"


def test_what_you_put_between_our_files_is_not_replaced(tmp_path):
    out = tmp_path / "out"
    put_folder(out, {"a.csv": "1"}, "csv")
    (out / "b.csv").write_text("mine", "utf-8")
    with pytest.raises(gb.OutputError, match=r"b\.csv' was not written by graphbuilder"):
        put_folder(out, {"a.csv": "2", "b.csv": "2"}, "csv")
    assert [(out / name).read_text("utf-8") for name in ("a.csv", "b.csv")] == ["1", "mine"]


def test_no_list_and_no_link_leads_out_of_the_folder(tmp_path):
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "b.md").write_text("mine", "utf-8")
    put_folder(out, {"a.csv": "1"}, "csv")
    (out / "notes").symlink_to(outside)
    (out / folders.MARKER).write_text(json.dumps({"files": ["a.csv", "../outside/b.md", "notes/b.md", 7]}), "utf-8")
    put_folder(out, {"a.csv": "2"}, "csv")
    with pytest.raises(gb.OutputError, match="notes' was not written by graphbuilder"):
        put_folder(out, {"notes/b.md": "2"}, "csv")
    assert (outside / "b.md").read_text("utf-8") == "mine"
    for marker in ("", "[]", "{}", '{"files": 7}', "\xff"):
        (out / folders.MARKER).write_text(marker, "utf-8")
        with pytest.raises(gb.OutputError, match="is not empty"):
            check_folder(out)
