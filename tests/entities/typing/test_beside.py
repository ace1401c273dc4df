"""Names that a noun beside them tells the type of, on real parses; the name stands in brackets."""

from __future__ import annotations

import re

import pytest

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.typing.beside import told_beside
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document
from graphbuilder.syntax.token_index import head_of

ROWS = [
    ("Eleven died when the ferry [Morgenster] sank.", {"product"}),
    ("Oil from the tanker [Prestige] reached the coast.", {"product"}),
    ("A hospital ship, [HMS Victory], took them home.", {"product"}),
    ("The torpedo was fired by the submarine [Conqueror].", {"product"}),
    ("The aircraft carrier [Ark Royal] turned south.", {"product"}),
    ("The shuttle [Discovery] will be launched in July.", {"product"}),
    ("The ferry port of [Dover] was closed.", set()),
    ("They were aboard a ferry in [Hamburg].", set()),
    ("The missile that [Iran] fired fell into the sea.", set()),
    ("The missile [Iran] fired fell into the sea.", set()),
    ("Shares of the carrier [Libyan Airlines] rose.", set()),
    ("The captain of the ferry, [Ann Lee], was arrested.", set()),
    ("Crews of the navy met in [MS] Word.", set()),
    ("The crimes of the [Assad] regime were told.", {"person"}),
    ("In the [Truman] presidency taxes rose.", {"person"}),
    ("The regime of [Assad] fell.", set()),
    ("The [Khmer Rouge] regime fell.", set()),
    ("The [Jakarta] administration fell.", set()),
]  # fmt: skip


@pytest.fixture(scope="module")
def parses():
    documents = [Document(text=re.sub(r"[\[\]]", "", text), id=f"d{at}") for at, (text, _) in enumerate(ROWS)]
    return {row[0]: one for one, row in zip(parse(documents), ROWS, strict=True)}


@pytest.mark.parametrize(("text", "types"), ROWS)
def test_types_told_beside(parses, text, types):
    doc = parses[text].doc
    span = doc.char_span(text.index("["), text.index("]") - 1)
    name = Candidate(span.start, span.end, head_of(doc, span.start, span.end), "place", "name", "reader", 0.8)
    assert {label for label, _ in told_beside(doc, name)} == types
