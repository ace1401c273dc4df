"""What every test may use: the sample collections, read once."""

from __future__ import annotations

import importlib.util
import io
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import graphbuilder as gb
from graphbuilder import cli

ROOT = Path(__file__).parents[1]

# the same examples in every run, and no limit of time: a slow machine is no failure
settings.register_profile(
    "graphbuilder", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("graphbuilder")

#: What comes first of all tests: those in the browser, then the files whose single tests take longest.
FIRST = (
    "tests/page/browser/", "tests/test_checks.py", "tests/events/test_sentences.py", "tests/test_invariance.py",
    "tests/test_added.py", "tests/cli/test_stopping.py", "tests/parallel/test_workers.py",
    "tests/documents/test_reading.py", "tests/documents/test_workers.py", "tests/store/test_sequences.py",
    "tests/store/test_store.py", "tests/test_docs.py",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    """The longest first, so that several processes end together; the others as they come, in random order.

    All tests in the browser then fall to one process, so that only one starts it and writes its pages.
    """
    items.sort(key=lambda item: next((at for at, name in enumerate(FIRST) if item.nodeid.startswith(name)), len(FIRST)))


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def samples():
    """Small graphs made by hand (`tests/page/samples.py`)."""
    return _module("page_samples", ROOT / "tests" / "page" / "samples.py")


@pytest.fixture(scope="session")
def tied():
    """Makes extractions of articles whose ties are given by hand, in rows (`tests/ties_by_hand.py`)."""
    return _module("ties_by_hand", ROOT / "tests" / "ties_by_hand.py").extracted


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
def written():
    """Writes files into a folder: name → text."""

    def write(folder, files):
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return write


def _module(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def nato_documents():
    return tuple(gb.read_documents(ROOT / "data" / "nato"))


@pytest.fixture(scope="session")
def batteries_documents():
    return tuple(gb.read_documents(ROOT / "data" / "batteries"))


@pytest.fixture(scope="session")
def nato_extractions(nato_documents):
    return tuple(gb.extract(nato_documents))


@pytest.fixture(scope="session")
def batteries_extractions(batteries_documents):
    return tuple(gb.extract(batteries_documents))


@pytest.fixture(scope="session")
def nato_resolution(nato_extractions):
    return gb.resolve(nato_extractions)


@pytest.fixture(scope="session")
def batteries_resolution(batteries_extractions):
    return gb.resolve(batteries_extractions)


@pytest.fixture(scope="session")
def nato(nato_resolution):
    """The graph of data/nato; tests must not change it."""
    return gb.EventGraph.from_resolution(nato_resolution)


@pytest.fixture(scope="session")
def batteries(batteries_resolution):
    """The graph of data/batteries; tests must not change it."""
    return gb.EventGraph.from_resolution(batteries_resolution)
