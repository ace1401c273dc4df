"""Real extraction, done once for each text: a store is what is tested here."""

from __future__ import annotations

import pytest

import graphbuilder as gb
from graphbuilder.store import adding

_READ = {}


def read(documents, *, model, corrections, **_):
    """As `graphbuilder.extract`, remembered."""
    for document in documents:
        key = document, model, corrections
        if key not in _READ:
            _READ[key] = list(gb.extract(document, model=model, corrections=corrections))
        yield from _READ[key]


def extracted(documents, made, **options):
    """As `graphbuilder.extract.extracted`, of what is remembered."""
    for document in documents:
        yield from (made(one, document) for one in read([document], **options))


@pytest.fixture
def cheap(monkeypatch):
    """Stores that read each text once in all tests; given as a function, too."""
    monkeypatch.setattr(adding, "extracted", extracted)
    return read


@pytest.fixture(scope="session")
def remembered(nato_documents, nato_extractions, batteries_documents, batteries_extractions):
    """Has the sample collections as read already."""
    documents, read = (*nato_documents, *batteries_documents), (*nato_extractions, *batteries_extractions)
    for document, extraction in zip(documents, read, strict=True):
        _READ[document, "en_core_web_md", gb.Corrections()] = [extraction]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.store"


@pytest.fixture
def store(path, cheap):
    with gb.Store(path) as store:
        yield store


@pytest.fixture
def folder(tmp_path, written):
    """Makes a folder of articles: name → text."""
    return lambda files, name="june": written(tmp_path / name, files)
