"""What the documents say is true: code blocks run, commands exist, links lead somewhere, the notebook runs."""

from __future__ import annotations

import configparser
import doctest
import importlib.util
import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import nbformat
import pytest
from typer.main import get_command

import graphbuilder as gb
from graphbuilder.cli import app
from graphbuilder.export import TIMELINE_FORMATS

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{name}.md" for name in ("design", "exports", "extend", "limits", "records", "scale", "store")),
)
COMMANDS = get_command(app).commands


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(params=PAGES)
def page(request, root):
    return (root / request.param).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_python_blocks_run_and_print_what_they_say(root, tmp_path, monkeypatch, name):
    shutil.copytree(root / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    session = "\n".join(blocks((root / name).read_text("utf-8"), "python"))
    test = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    report = []
    outcome = doctest.DocTestRunner(optionflags=flags, verbose=False).run(test, out=report.append)
    assert outcome.failed == 0, "".join(report)


def test_the_readme_shows_ten_lines_of_python(root):
    [first, *_] = blocks((root / "README.md").read_text("utf-8"), "python")
    lines = [line for line in first.splitlines() if line.startswith((">>>", "..."))]
    assert 5 <= len(lines) <= 10


def test_commands_and_options_exist(page):
    for line in re.findall(rf"graphbuilder (?:{'|'.join(COMMANDS)}) [^\n`]*", "\n".join(blocks(page, "console"))):
        words = shlex.split(line.split("&&")[0])
        command = COMMANDS[words[1]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} - {"-"} <= known, line  # - is standard input


def test_every_command_is_in_the_readme(root):
    text = (root / "README.md").read_text("utf-8")
    assert all(f"graphbuilder {name}" in text for name in COMMANDS)


def test_the_printed_timeline_is_the_real_one(root, nato):
    """The session of the README, whole entries as they are printed."""
    text = (root / "README.md").read_text("utf-8")
    [session] = [
        block for block in blocks(text, "console") if block.startswith("$ graphbuilder timeline data/nato --about")
    ]
    command, _, printed = session.partition("\n")
    words = shlex.split(command)
    options = {name.removeprefix("--"): value for name, value in zip(words[4::2], words[5::2], strict=True)}
    assert printed == TIMELINE_FORMATS["text"](nato.timeline(**options, chosen=True))


def test_the_two_commands_of_the_readme_are_the_first(root):
    first, second, *_ = blocks((root / "README.md").read_text("utf-8"), "console")
    assert first.strip().endswith("pip install . && graphbuilder build data/nato -o story.html")
    assert second.strip().endswith('pip install -e ".[test]" && pytest')
    assert (root / ".ci" / "run").read_text("utf-8").count("pytest$") == 1  # it takes the second from there


def test_links_lead_somewhere(root, page):
    targets = re.findall(r"\]\(([^)#\s]+)", page)
    inside = [target for target in targets if "://" not in target]
    assert [target for target in inside if not any((root / folder / target).exists() for folder in ("", "docs"))] == []


def test_files_that_are_named_exist(root, page):
    named = re.findall(r"`((?:graphbuilder|tests|data|benchmarks|notebooks|docs)/[\w./-]+)`", page)
    assert [name for name in named if not (root / name).exists()] == []


def test_the_picture_is_small_and_real(root):
    picture = (root / "docs" / "page.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
    assert tuple(int.from_bytes(picture[at : at + 4]) for at in (16, 20)) == (1440, 900)


def test_every_record_and_field_is_explained(root):
    text = (root / "docs" / "records.md").read_text("utf-8")
    for kind in (gb.Document, gb.Extraction, gb.Event, gb.Entity, gb.Relation, gb.TimelineEntry, gb.TimeExpression):
        assert f"`{kind.__name__}`" in text
        missing = [field.name for field in fields(kind) if not re.search(rf"\b{field.name}\b", text)]
        assert missing == [], kind.__name__


def test_the_changelog_knows_this_version(root):
    assert f"## [{gb.__version__}]" in (root / "CHANGELOG.md").read_text("utf-8")


def test_metadata_is_that_of_the_readme(root):
    setup = configparser.ConfigParser()
    setup.read(root / "setup.cfg", "utf-8")
    assert setup["metadata"]["name"] == "graphbuilder"
    assert setup["options"]["python_requires"] == ">=3.11,<3.14"
    assert "Python 3.11, 3.12 or 3.13" in (root / "README.md").read_text("utf-8")


def _store():
    """`notebooks/store.py`, which is no part of the package."""
    path = Path(__file__).parents[1] / "notebooks" / "store.py"
    spec = importlib.util.spec_from_file_location("notebooks_store", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


STORE = _store()


def test_all_notebooks_are_run(root):
    assert sorted(path.stem for path in (root / "notebooks").glob("*.ipynb")) == sorted(STORE.NAMES)


@pytest.mark.parametrize("name", STORE.NAMES)
def test_notebooks_are_stored_with_what_they_show(root, name):
    notebook = STORE.read(name)
    nbformat.validate(notebook)
    told = "run python notebooks/store.py"
    assert notebook.metadata.graphbuilder.code == STORE.fingerprint(notebook), told
    assert sum(map(len, STORE.kinds(notebook))) >= 5, told
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code"), told
    text = (root / "notebooks" / f"{name}.ipynb").read_text("utf-8")
    assert len(text) < 200_000
    assert not re.findall(r"<script|<iframe|stderr|/tmp/|/home/| at 0x", text)
    assert "data:image/svg+xml;base64," in text


@pytest.mark.parametrize("name", STORE.NAMES)
def test_notebooks_build_no_table_by_hand(name):
    code = "\n".join(cell.source for cell in STORE.read(name).cells if cell.cell_type == "code")
    assert re.findall(r"DataFrame\(|Series\(|def table", code) == []
    assert "frames()" in code or "to_frame()" in code


@pytest.mark.parametrize("name", STORE.NAMES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the kernel's own machinery
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_notebooks_run(name):
    stored = STORE.read(name)
    now = STORE.run(STORE.read(name))
    assert STORE.kinds(now) == STORE.kinds(stored), "run python notebooks/store.py"
    shown = [output for cell in now.cells for output in cell.get("outputs", ())]
    assert not [output for output in shown if output.get("name") == "stderr"]
    assert sum(output.output_type in ("execute_result", "display_data") for output in shown) >= 5
