"""The package of the corpus' tools, and an article with its key: the example of the guide."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
sys.path.insert(0, str(CORPUS))

from keying.compiling import compile_key  # noqa: E402
from keying.marks import take_apart  # noqa: E402
from keying.schema import Key  # noqa: E402


@pytest.fixture(scope="session")
def marked() -> str:
    """The marked text of the guide's example."""
    match = re.search(r"```\n(published.*?)```", (CORPUS / "GUIDE.md").read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


@pytest.fixture(scope="session")
def article(marked: str) -> str:
    """The text of the guide's example without marks."""
    return take_apart(marked.split("=== text\n")[1].split("\n=== entities")[0])[0]


@pytest.fixture(scope="session")
def key(marked: str, article: str) -> Key:
    """The key of the guide's example."""
    compiled = compile_key(marked, article, "example")
    assert compiled.key
    return compiled.key
