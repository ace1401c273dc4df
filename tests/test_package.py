"""The package as it is installed: everything in it that it needs, nothing of the tests, running without its source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """A wheel built from a copy of what belongs to it, and of training/, which does not."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("graphbuilder", "training"):
        shutil.copytree(root / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), "."]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel, root):
    files = {
        path.relative_to(root).as_posix()
        for path in (root / "graphbuilder").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if ".dist-info/" not in name} == files
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_runs_without_its_source(wheel, root, tmp_path):
    """From another folder, with the unpacked wheel before everything else, and with warnings as errors."""
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    (tmp_path / "story.txt").write_text("NATO leaders met in Bucharest on 2 April 2008.", "utf-8")
    code = "import graphbuilder; print(graphbuilder.__file__); from graphbuilder.cli import main; main()"
    command = [sys.executable, "-P", "-W", "error", "-c", code, "timeline", "story.txt"]
    run = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    where, first, *_ = run.stdout.splitlines()
    assert where.startswith(str(unpacked))
    assert first.startswith("2 April 2008")
