from __future__ import annotations

import pytest

from graphbuilder.times.calendar.timex import duration_text, whole_amount
from graphbuilder.times.calendar.words import month_number, number, unit_name, weekday_number
from graphbuilder.times.document.sentences import sentences_of
from graphbuilder.times.document.tense import tense_by_cues

SENTENCES = [
    ("It was Nov. 29. They met.", ["It was Nov. 29.", "They met."]),
    ("He left at 9 a.m. Monday.", ["He left at 9 a.m. Monday."]),
    ("Mr. Hale spoke. “Go!” he said.", ["Mr. Hale spoke.", "“Go!” he said."]),
    ("The U.S. Navy came.", ["The U.S. Navy came."]),
    ("A headline\nA first sentence.", ["A headline", "A first sentence."]),
    ("This line is long enough to have been wrapped by someone on\nNovember 29 in a mail.",
     ["This line is long enough to have been wrapped by someone on\nNovember 29 in a mail."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("  ", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    found = sentences_of(text)
    assert [one.text for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [one.index for one in found] == list(range(len(found)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three", 3), ("twenty-five", 25), ("1,200", 1200), ("a hundred", 100), ("two thousand", 2000), ("2.5", 2.5),
        ("5 1/2", 5.5), ("21st", 21), ("third", 3), ("thirty-first", 31), ("a dozen", 12),
    ],
)  # fmt: skip
def test_number(words: str, value: float) -> None:
    assert number(words) == value


def test_names() -> None:
    assert [month_number(word) for word in ("January", "Sept.", "MAY")] == [1, 9, 5]
    assert [weekday_number(word) for word in ("Monday", "Thurs", "sun")] == [0, 3, 6]
    assert [unit_name(word) for word in ("hrs", "centuries", "Day", "millennia")] == [
        "hour",
        "century",
        "day",
        "millennium",
    ]


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (3, "year", "P3Y"), (None, "week", "PXW"), (0.5, "hour", "PT30M"), (2, "fortnight", "P4W"), (1, "decade",
        "P10Y"),
        (None, "decade", "PXY"), (90, "minute", "PT90M"), (2.5, "year", "P2.5Y"), (1, "quarter", "P1Q"),
    ],
)  # fmt: skip
def test_duration_text(amount: float | None, unit: str, text: str) -> None:
    assert duration_text(((amount, unit),)) == text


def test_whole_amount() -> None:
    assert whole_amount(2, "fortnight") == (4, "week")
    assert whole_amount(0.5, "year") == (6, "month")


TENSES = [
    ("It will open on X.", 1), ("It opened on X.", -1), ("It is to be held on X.", 1), ("On X it will open.", 1),
    ("He said it would; it will open on X.", 1), ("X.", 0), ("The plan, scheduled for X, failed.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tense"), TENSES)
def test_tense(text: str, tense: int) -> None:
    place = text.index("X")
    assert tense_by_cues(text, place, place + 1, 0, len(text)) == tense
