"""What pronouns and descriptions refer to, over the table references.yaml: shares, and the floors of these.

    python tests/entities/mentions/test_references.py

prints the shares as they are now; the floors in the table are 3 points lower.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphbuilder.entities import find_entities
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import reader
from graphbuilder.records import Document, Mention

TABLE: dict[str, Any] = yaml.load(Path(__file__).with_name("references.yaml").read_text("utf-8"), yaml.CSafeLoader)
FORMS = ("pronouns", "descriptions")
NOTHING = "nothing"
#: Text, words, the name that they refer to or "", and the how-manieth place, 0 for the last.
ROWS = [(form, *row, *[0] * (4 - len(row))) for form in FORMS for row in TABLE[form]]


def place(text: str, words: str, number: int) -> tuple[int, int]:
    """The characters of some words in a text."""
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    return found[number - 1].span()


def named(mentions: tuple[Mention, ...], start: int, end: int) -> str:
    """The first name that goes with the description or pronoun at these characters, "" where there is none."""
    others = [one for one in mentions if one.form != "name"]
    ending = next((one for one in others if one.span.end == end), None)
    told = ending or next((one for one in others if one.span.start == start), None)
    return next((one.text for one in mentions if told and one.form == "name" and one.chain == told.chain), "")


def shares() -> dict[str, float]:
    """Of the rows of each form that refer to a name, and of those that refer to none, the per cent read so."""
    texts = list(dict.fromkeys(row[1] for row in ROWS))
    documents = [Document(text=text, id=f"d{at}") for at, text in enumerate(texts)]
    read = {one.document.text: find_entities(one, reader().read(one, ()), ()).mentions for one in parse(documents)}
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for form, text, words, means, number in ROWS:
        kind = form if means else NOTHING
        asked[kind] += 1
        right[kind] += named(read[text], *place(text, words, number)) == means
    return {kind: round(100 * right[kind] / asked[kind], 1) for kind in asked}


@pytest.fixture(scope="module")
def measured():
    return shares()


@pytest.mark.parametrize("kind", [*FORMS, NOTHING])
def test_floors(measured, kind):
    assert 0 < TABLE["floors"][kind] <= measured[kind]


@pytest.mark.parametrize(("form", "text", "words", "means", "number"), ROWS)
def test_the_table_tells_words_of_its_texts(form, text, words, means, number):
    start, end = place(text, words, number)
    assert text[start:end] == words
    assert means in text


def test_the_table_has_each_row_once_and_as_many_that_refer_to_nothing():
    assert len({row[:3] + row[4:] for row in ROWS}) == len(ROWS) <= 400
    nothing = sum(not row[3] for row in ROWS)
    assert 0.4 < nothing / len(ROWS) < 0.6


if __name__ == "__main__":
    for told, share in shares().items():
        print(f"{told}: {share} %")
