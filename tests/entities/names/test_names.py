"""Which words are names and of which types, over the table names.yaml: shares, and the floors of these.

    python tests/entities/test_names.py

prints the shares as they are now; the floors in the table are 3 points lower.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import graphbuilder as gb
from graphbuilder.entities import find_entities
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import reader
from graphbuilder.records import Document, Mention

TABLE: dict[str, Any] = yaml.load(Path(__file__).with_name("names.yaml").read_text("utf-8"), yaml.CSafeLoader)
FLOORS: dict[str, float] = TABLE.pop("floors")
ROWS = [(group, *row) for group, rows in TABLE.items() for row in rows]
Mentions = tuple[Mention, ...]


def listed(mentions: Mentions) -> str:
    """All names of a text with their types, as the table tells them."""
    return " | ".join(f"{one.text} {one.label}" for one in mentions if one.form == "name")


def labels(mentions: Mentions, name: str) -> set[str]:
    """The types that a name has in a text."""
    return {one.label for one in mentions if one.form == "name" and one.text == name}


def last(mentions: Mentions, name: str) -> Mention | None:
    """The last mention of these words."""
    return next((one for one in reversed(mentions) if one.text == name), None)


def first_of_chain(mentions: Mentions, name: str) -> str:
    """The first name of what a name's last mention means, "" where that has no other name."""
    told = last(mentions, name)
    chain = [one for one in mentions if told and one.form == "name" and one.chain == told.chain]
    others = (one.text for one in chain if one is not told)
    return next(others, "")


def is_right(group: str, mentions: Mentions, *row: str) -> bool:
    """Whether a text's mentions are what a row of this group tells."""
    match group:
        case "types":
            return labels(mentions, row[0]) == {row[1]}
        case "cities":
            return row[1] in {one.label for one in mentions if one.text == row[0]}
        case "no_cities":
            return "place" not in {one.label for one in mentions if one.text == row[0]}
        case "refers":
            return first_of_chain(mentions, row[0]) == row[1]
        case "before_nouns":
            told = last(mentions, row[0])
            return told is not None and told.modifies == row[1]
        case _:
            return listed(mentions) == row[0]


def read() -> dict[str, Mentions]:
    """The mentions of each text of the table."""
    texts = list(dict.fromkeys(row[1] for row in ROWS))
    documents = [Document(text=text, id=f"d{at}") for at, text in enumerate(texts)]
    return {one.document.text: find_entities(one, reader().read(one, ()), ()).mentions for one in parse(documents)}


def shares(mentions: dict[str, Mentions]) -> dict[str, float]:
    """Of the rows of each group the per cent read so."""
    return {
        group: round(100 * sum(is_right(group, mentions[text], *row) for text, *row in rows) / len(rows), 1)
        for group, rows in TABLE.items()
    }


@pytest.fixture(scope="module")
def mentions():
    return read()


def test_floors(mentions):
    measured = shares(mentions)
    assert {group: measured[group] for group in TABLE if not 0 < FLOORS[group] <= measured[group]} == {}


@pytest.mark.parametrize("row", ROWS)
def test_the_words_of_a_row_stand_in_its_text(row):
    group, text, *told = row
    if group in ("types", "cities", "no_cities"):
        words = told[:1]
    elif group in ("refers", "before_nouns"):
        words = told
    else:
        words = [one.rpartition(" ")[0] for one in told[0].split(" | ")]
    assert all(one in text for one in words)


def test_the_table_has_each_row_once():
    assert len({tuple(row) for row in ROWS}) == len(ROWS)


def test_offsets_are_those_of_the_text(mentions):
    for text, told in mentions.items():
        assert all(text[one.span.start : one.span.end] == one.text for one in told)


def test_no_name_inside_another(mentions):
    for told in mentions.values():
        spans = [one.span for one in told if one.form == "name"]
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_no_name_reaches_over_the_end_of_a_sentence():
    """The parser begins a sentence between the two words of the city."""
    text = (
        "By MARIELA HOCHSTETTER\nTranscontinental Press\n\nGUATEMALA CITY (TP) — Guatemalan authorities said Tuesday "
        "they arrested three men in Jutiapa."
    )
    [found] = gb.extract([gb.Document(text=text, id="d", published=date(2019, 5, 14))])
    for one in found.mentions:
        sentence = found.sentences[one.span.sentence]
        assert sentence.start <= one.span.start < one.span.end <= sentence.end, one.text
    assert gb.resolve([found]).entities


if __name__ == "__main__":
    for told, share in shares(read()).items():
        print(f"{told}: {share} %")
