"""Every sample collection: what is expected of its documents and its furniture."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from graphbuilder.documents import read_documents

ROOT = Path(__file__).parents[2]
COLLECTIONS = [ROOT / "tests" / "expected" / f"{folder.name}.yaml" for folder in sorted((ROOT / "data").iterdir())]
NOT_OF_THE_STORY = {"furniture", "caption", "duplicate"}


@pytest.fixture(params=COLLECTIONS, ids=lambda path: path.stem)
def collection(request):
    expected = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    folder = ROOT / "data" / request.param.stem
    return expected, {document.id: document for document in read_documents(folder, strict=True)}


def moment(value):
    if not isinstance(value, str):
        return value
    return date.fromisoformat(value)


def test_there_are_collections():
    assert COLLECTIONS


def test_documents_of_collection(collection):
    expected, documents = collection
    rows = {
        row["id"]: (row["title"], moment(row["published"]), row["source"], row["language"])
        for row in expected["documents"]
    }
    assert {id: (one.title, one.published, one.source, one.language) for id, one in documents.items()} == rows


def test_furniture_of_collection(collection):
    """A line of furniture is marked, or (on a page) is no part of the text; and nothing else is marked."""
    expected, documents = collection
    wanted = {(row["document"], row["text"]) for row in expected["furniture"]}
    marked = {
        (id, document.text[zone.start : zone.end])
        for id, document in documents.items()
        for zone in document.zones
        if zone.kind in NOT_OF_THE_STORY
    }
    assert {(id, text) for id, text in wanted if text in documents[id].text} == marked
