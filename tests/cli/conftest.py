"""The program, run in this process, and a folder with one article, which is the current one."""

from __future__ import annotations

import io
import sys

import pytest

from graphbuilder import cli

STORY = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"


@pytest.fixture
def run(capfd, monkeypatch):
    """Run the program in this process (the model stays loaded) as its users do: code, output, errors."""

    def run(*arguments, stdin=None):
        monkeypatch.setattr(sys, "argv", ["graphbuilder", *map(str, arguments)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return end.value.code or 0, out, err

    return run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
