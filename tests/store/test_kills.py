"""A store survives kills (`benchmarks/kills.py`, which tries more of them)."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_nothing_is_lost_or_doubled(root):
    command = [sys.executable, "benchmarks/kills.py", "--kills", "20"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith("20 kills, ")
