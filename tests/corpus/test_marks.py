"""Marks: what opens one, what does not, and that nothing is lost on the way there and back."""

from __future__ import annotations

import doctest

import keying.coreference
import keying.kinds
import keying.marks
import keying.splits
import keying.stats
import keying.telling
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keying.kinds import kind
from keying.marks import Mark, MarkError, first_difference, moved, put_together, take_apart


@pytest.mark.parametrize(
    "module",
    [keying.marks, keying.kinds, keying.stats, keying.splits, keying.coreference, keying.telling],
    ids=lambda module: module.__name__,
)
def test_examples_of_docstrings(module: object) -> None:
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "plain", "marks"),
    [
        ("[e1 Ada] ran", "Ada ran", [("[", "e1", 0, 3)]),
        ("[e1+e2 They] <v1*+v2 met>", "They met", [("[", "e1+e2", 0, 4), ("<", "v1*+v2", 5, 8)]),
        ("[e2 [e1 her] aunt]", "her aunt", [("[", "e2", 0, 8), ("[", "e1", 0, 3)]),
        ("{t1=2022-07/.. since July}", "since July", [("{", "t1=2022-07/..", 0, 10)]),
        ("{#~2.5m:money/USD:v1 about $2.5m}", "about $2.5m", [("{", "#~2.5m:money/USD:v1", 0, 11)]),
        ("[e1.d The Company] <0:e1 said>", "The Company said", [("[", "e1.d", 0, 11), ("<", "0:e1", 12, 16)]),
        # brackets of the article itself
        ("he said [sic] that 3 < 4 > 2", "he said [sic] that 3 < 4 > 2", []),
        ("[e1 the [late] king]", "the [late] king", [("[", "e1", 0, 15)]),
        ("[laughs] [e1 Ada]: ]", "[laughs] Ada: ]", [("[", "e1", 9, 12)]),
        (r"\[e1 no mark\] \\ \{", r"[e1 no mark] \ {", []),
        # no marks: a head that is none
        ("[E1 Ada] <b>bold</b> {x y} [e1Ada]", "[E1 Ada] <b>bold</b> {x y} [e1Ada]", []),
    ],
)
def test_marks_are_taken_apart(marked: str, plain: str, marks: list[tuple[str, str, int, int]]) -> None:
    found_plain, found = take_apart(marked)
    assert found_plain == plain
    assert [(mark.bracket, mark.head, mark.start, mark.end) for mark in found] == marks


@pytest.mark.parametrize(
    ("marked", "message", "line"),
    [
        ("one\n[e1 Ada ran", "never closed", 2),
        ("[e1 Ada <v1 ran] off>", "close the inner mark first", 1),
        ("<v1 {t1 now>}", "close the inner mark first", 1),
    ],
)
def test_marks_that_cannot_be_read(marked: str, message: str, line: int) -> None:
    with pytest.raises(MarkError, match=message) as caught:
        take_apart(marked)
    assert caught.value.line == line


def test_marks_that_cross_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="cross"):
        put_together("a b c", [Mark("[", "e1", 0, 3), Mark("[", "e2", 2, 5)])


_TEXTS = st.text(st.sampled_from("ab [](){}<>\\\n“’é1e"), min_size=1, max_size=40)
_HEADS = {"[": ["e1", "e2+e3", "e4.n"], "<": ["v1", "v2*+v3", "0", "0:e1"], "{": ["t1=2022/..", "r1", "#3:dead:v1"]}


@st.composite
def _nested(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with marks that nest."""
    text = draw(_TEXTS)
    marks: list[Mark] = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        bracket = draw(st.sampled_from("[<{"))
        crossing = any(m.start < start < m.end < end or start < m.start < end < m.end for m in marks)
        if not crossing and all((m.start, m.end) != (start, end) for m in marks):
            marks.append(Mark(bracket, draw(st.sampled_from(_HEADS[bracket])), start, end))
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


@given(_nested())
def test_marks_go_there_and_back(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert take_apart(put_together(text, marks)) == (text, marks)


@pytest.mark.parametrize(
    ("plain", "article", "span"),
    [
        ('"Ada" ran', "“Ada”  ran", (1, 4)),
        ("a - Ada ran", "a –\n\nAda ran", (5, 8)),
        ("Ada ran!", "Ada ran.", None),
        ("Ada ran", "Ada ran off", None),
    ],
)
def test_marks_move_to_the_article(plain: str, article: str, span: tuple[int, int] | None) -> None:
    start = plain.index("Ada")
    found = moved(plain, article, [Mark("[", "e1", start, start + 3)])
    assert (found and (found[0].start, found[0].end)) == span


def test_first_difference() -> None:
    assert first_difference("abc", "abd") == 2
    assert first_difference("ab", "abd") == 2


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("Lund", "Maria Lund", "name"),
        ("The Keepers", "Keepers of the Narrows", "name"),
        ("UNCLOS", "UN Convention on the Law of the Sea", "name"),
        ("Taipei", "Taiwan", "name"),
        ("former Prime Minister", "Ada Obi", "description"),
        ("the Prime Minister", "Ada Obi", "description"),
        ("The company", "Nordal & Sons", "description"),
        ("Residents", "residents", "description"),
        ("Their", "residents", "pronoun"),
        ("both", "two men", "pronoun"),
        ("107", "107 pilgrims", "description"),
        ("7-Eleven", "7-Eleven", "name"),
    ],
)
def test_kinds_of_mentions(words: str, name: str, expected: str) -> None:
    assert kind(words, name) == expected
