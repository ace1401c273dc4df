"""Ctrl-C and progress, in processes of their own: one line on what is safe, and nothing left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
from joblib.externals.loky import get_reusable_executor

import graphbuilder as gb
from graphbuilder.cli.stopping import end_workers

PROGRAM = [sys.executable, "-P", "-m", "graphbuilder"]

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


@pytest.fixture
def articles(folder):
    for number in range(600):
        (folder / f"{number}.txt").write_text(
            f"NATO leaders met in Bucharest on 2 April {1949 + number % 70}.\n", "utf-8"
        )
    return folder


def living(session):
    """The processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if its == str(session) and state != "Z":
            found.append(stat.parent.name)
    return found


def waited(until, seconds=60):
    end = time.monotonic() + seconds
    while not (found := until()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def stopped(running):
    """Ctrl-C, which every process of the terminal gets: exit code, output, errors; no process is left."""
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert waited(lambda: not living(running.pid))
    return running.returncode, out, err.decode()


def started(*arguments, **options):
    pipe = subprocess.PIPE
    return subprocess.Popen([*PROGRAM, *arguments], stdout=pipe, stderr=pipe, start_new_session=True, **options)


@pytest.mark.parametrize("command", [["build", "-o", "new.html"], ["extract", "-o", "new.jsonl"]])
def test_nothing_is_written_and_that_is_told(folder, command):
    (folder / "new.html").write_text("old", "utf-8")
    with started(*command, "-", stdin=subprocess.PIPE) as running:
        running.stdin.write(b"NATO leaders met in Bucharest. " * 10_000)  # more than a pipe holds: it is being read
        code, out, err = stopped(running)
    assert (code, out) == (130, b"")
    assert err.startswith("stopped: nothing was written, and what was read is lost; graphbuilder add ")
    assert err.count("\n") == 1
    assert sorted(path.name for path in folder.iterdir()) == ["new.html", "story.txt"]
    assert (folder / "new.html").read_text("utf-8") == "old"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_store_keeps_what_was_added(articles, workers):
    def kept():
        try:
            with gb.Store("x.store") as store:
                return len(store)
        except gb.GraphBuilderError:  # it is not there yet, or is just being made
            return 0

    with started("add", ".", "--store", "x.store", "--workers", workers) as running:
        assert waited(kept)
        code, out, err = stopped(running)
    assert (code, out) == (130, b"")
    assert err == f"stopped: x.store keeps {kept()} articles, and the same command goes on from there\n"
    with gb.Store("x.store") as store:
        assert store.check() == []


def test_workers_end_in_the_middle_of_their_work():
    executor = get_reusable_executor(1, timeout=60)
    number = executor.submit(os.getpid).result()
    [worker] = [one for one in multiprocessing.active_children() if one.pid == number]
    given = executor.submit(time.sleep, 600)
    assert waited(given.running)
    end_workers()
    worker.join(20)
    assert worker.exitcode == -signal.SIGTERM
    assert isinstance(given.exception(timeout=20), BrokenExecutor)
