"""The table of newswire sentences: their times as the TIMEX3 guidelines want them, and sentences that tell none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from graphbuilder.records import TimeExpression
from graphbuilder.times import find_times

CASES = yaml.safe_load((Path(__file__).parent / "newswire.yaml").read_text(encoding="utf-8"))
POSITIVE = [(day["published"], one["text"], one["times"]) for day in CASES["positive"] for one in day["sentences"]]


def rows_of(text: str, published: date) -> list[str]:
    return [row_of(part) for one in find_times(text, published) for part in one.parts or (one,)]


def row_of(one: TimeExpression) -> str:
    edtf = "-" if one.interval is None else one.interval.edtf
    return " | ".join([one.text, one.type, one.value, edtf, *([one.mod] if one.mod else [])])


@pytest.mark.parametrize(("published", "text", "times"), POSITIVE, ids=[text for _day, text, _times in POSITIVE])
def test_times_of_a_newswire_sentence(published: date, text: str, times: list[str]) -> None:
    assert rows_of(text, published) == times


@pytest.mark.parametrize("text", CASES["negative"])
def test_newswire_sentence_without_a_time(text: str) -> None:
    assert rows_of(text, date(1989, 11, 2)) == []


def test_there_are_as_many_negatives_as_positives() -> None:
    assert len(CASES["negative"]) >= len(POSITIVE)
