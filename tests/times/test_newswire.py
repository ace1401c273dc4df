"""The table of newswire sentences: their times as the TIMEX3 guidelines want them, and sentences that tell none.

It holds without a model, and with one, whose parse may not make any of them worse.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
import yaml

from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.times import find_times, time_expressions

CASES = yaml.safe_load((Path(__file__).parent / "newswire.yaml").read_text(encoding="utf-8"))
POSITIVE = [(day["published"], one["text"], one["times"]) for day in CASES["positive"] for one in day["sentences"]]
NEGATIVE = [(date(1989, 11, 2), text, []) for text in CASES["negative"]]
TABLE = pytest.mark.parametrize(
    ("published", "text", "times"), POSITIVE + NEGATIVE, ids=[text for _day, text, _times in POSITIVE + NEGATIVE]
)


def rows_of(times: Iterable[TimeExpression]) -> list[str]:
    return [row_of(part) for one in times for part in one.parts or (one,)]


def row_of(one: TimeExpression) -> str:
    edtf = "-" if one.interval is None else one.interval.edtf
    return " | ".join([one.text, one.type, one.value, edtf, *([one.mod] if one.mod else [])])


@TABLE
def test_times_of_a_newswire_sentence(published: date | None, text: str, times: list[str]) -> None:
    assert rows_of(find_times(text, published)) == times


@pytest.fixture(scope="module")
def parsed() -> dict[str, tuple[Document, Parse]]:
    documents = [Document(text=text, id="text", published=day) for day, text, _times in POSITIVE + NEGATIVE]
    return {document.text: (document, one) for document, one in zip(documents, parse(documents), strict=True)}


@TABLE
def test_times_of_a_parsed_newswire_sentence(
    parsed: dict[str, tuple[Document, Parse]], published: date | None, text: str, times: list[str]
) -> None:
    document, one = parsed[text]
    assert rows_of(time_expressions(document, one.sentences, one.doc)) == times


def test_there_are_as_many_negatives_as_positives() -> None:
    assert len(NEGATIVE) >= len(POSITIVE)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The firm agreed to stop filling the lake until the end of May.", "../2013-05-31~"),
        ("The town agreed to keep the road closed until Friday.", "../2013-04-19"),
        ("The firm stopped filling the lake until Friday.", "../2013-04-12"),
    ],
)
def test_until_of_what_the_parse_shows_to_be_ahead(text: str, edtf: str) -> None:
    document = Document(text=text, id="text", published=date(2013, 4, 17))
    one = next(iter(parse([document])))
    (time,) = time_expressions(document, one.sentences, one.doc)
    assert time.interval is not None
    assert time.interval.edtf == edtf
