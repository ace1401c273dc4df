"""A folder with one article, which is the current one."""

from __future__ import annotations

import pytest

STORY = "NATO leaders met in Bucharest, Romania, on 2 April 2008.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
