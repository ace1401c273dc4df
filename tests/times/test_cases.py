"""The table of sentences: every time in them is found, with its words, value and interval, and nothing else is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from graphbuilder.records import TimeExpression
from graphbuilder.times import find_times

CASES = yaml.load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
TUESDAY = date(2022, 11, 29)


def row_of(one: TimeExpression) -> str:
    edtf = "-" if one.interval is None else one.interval.edtf
    return " | ".join([one.text, one.type, one.value, edtf, *([one.mod] if one.mod else [])])


@pytest.mark.parametrize("case", CASES["positive"], ids=lambda case: case["text"])
def test_times_of_a_sentence(case: dict) -> None:
    assert [row_of(one) for one in find_times(case["text"], TUESDAY)] == case["times"]


@pytest.mark.parametrize("text", [text for texts in CASES["negative"].values() for text in texts])
def test_sentence_without_a_time(text: str) -> None:
    assert [row_of(one) for one in find_times(text, TUESDAY)] == []


def test_there_are_as_many_negatives_as_positives() -> None:
    assert sum(map(len, CASES["negative"].values())) >= len(CASES["positive"])
