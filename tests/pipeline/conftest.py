"""The articles of data/, as spaCy alone reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuilder.documents import read_documents
from graphbuilder.pipeline.load import load_plain

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def plain():
    """Texts, and the Docs that the pipeline of spaCy makes of them, to be compared with those of a mended one."""
    texts = [document.text for document in read_documents(DATA)]
    return texts, list(load_plain().pipe(texts))
