"""What the checkers of the project say, so that one command runs everything: ruff and mypy."""

from __future__ import annotations

import subprocess
import sys

import pytest

CHECKS = {
    "ruff check": ["ruff", "check", "--no-cache", "."],
    "ruff format": ["ruff", "format", "--check", "--no-cache", "."],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_code_is_clean(root, check):
    run = subprocess.run([sys.executable, "-m", *CHECKS[check]], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
