"""Files written in one step: whole or not at all, and nothing left lying about by those who were killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from threading import Barrier, Thread

import pytest

from graphbuilder.errors import OutputError
from graphbuilder.writing import replacing, sweep, write

WRITER = (
    "import sys, time; from graphbuilder.writing import replacing\n"
    "with replacing(sys.argv[1]) as stream:\n"
    "    stream.write('half'); stream.flush(); print('begun', flush=True); time.sleep(60)"
)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def begin():
    """Begin to write a file in another process, which then waits."""
    running = []

    def begin(path):
        process = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout.readline() == "begun\n"
        return process

    yield begin
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
@pytest.mark.parametrize("name", ["page.html", "[a] *?.html", "ü" * 60])
def test_what_killed_writers_left_goes_with_the_next_one(tmp_path, begin, name):
    for process in [begin(tmp_path / name) for _ in range(2)]:
        process.kill()
        process.wait()
    assert len(names(tmp_path)) == 2
    write(tmp_path / name, "whole")
    assert names(tmp_path) == [name]
    assert (tmp_path / name).read_text("utf-8") == "whole"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_a_folder_is_swept_once_for_all_its_files(tmp_path, begin):
    left, going = begin(tmp_path / "a.md"), begin(tmp_path / "b.md")
    left.kill()
    left.wait()
    (tmp_path / "mine.graphbuilder.part").write_text("mine", "utf-8")
    sweep(tmp_path)
    write(tmp_path / "c.md", b"whole", swept=True)
    assert [name for name in names(tmp_path) if not name.startswith(".b.md.")] == ["c.md", "mine.graphbuilder.part"]
    assert len(names(tmp_path)) == 3
    assert going.poll() is None


def test_what_others_are_writing_stays(tmp_path, begin):
    process = begin(tmp_path / "page.html")
    write(tmp_path / "page.html", "mine")
    assert len(names(tmp_path)) == 2
    process.terminate()
    process.wait()
    write(tmp_path / "page.html", "mine")
    assert names(tmp_path) == ["page.html"]


@pytest.mark.parametrize(
    "other",
    ["page.html", ".page.html", ".page.html.part", ".page.html.download.part", ".story.html.abc.graphbuilder.part"],
)
def test_other_files_stay(tmp_path, other):
    (tmp_path / other).write_text("theirs", "utf-8")
    write(tmp_path / "page.html", "mine")
    assert names(tmp_path) == sorted({other, "page.html"})


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "page.html"
    write(target, "old")
    with pytest.raises(ZeroDivisionError), replacing(target) as stream:
        stream.write(f"new {1 / 0}")
    assert target.read_text("utf-8") == "old"
    assert names(tmp_path) == ["page.html"]


def test_many_writers_of_one_file(tmp_path):
    """Each puts a whole file there, and none takes away what another is writing."""
    target, start, failed = tmp_path / "page.html", Barrier(8), []

    def writer(number):
        start.wait()
        for _ in range(50):
            try:
                write(target, str(number) * 10_000)
            except OutputError as error:
                failed.append(error)

    threads = [Thread(target=writer, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    text = target.read_text("utf-8")
    assert (len(set(text)), len(text)) == (1, 10_000)
    assert names(tmp_path) == ["page.html"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_permissions_of_the_old_file_are_kept(tmp_path):
    target = tmp_path / "page.html"
    write(target, "old")
    target.chmod(0o640)
    write(target, "new")
    assert target.stat().st_mode & 0o777 == 0o640
