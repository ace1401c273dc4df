"""What every test may use: the sample collections, read once."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import graphbuilder as gb

ROOT = Path(__file__).parents[1]

# the same examples in every run, and no limit of time: a slow machine is no failure
settings.register_profile(
    "graphbuilder", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("graphbuilder")


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
