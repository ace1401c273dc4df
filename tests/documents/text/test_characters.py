import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents.text.characters import clean, control_share, one_line

CASES = [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
    ("29\xa0November\u202f2022", "29 November 2022"),
    ("no\x00thing", "no thing"),
    ("\x1b[31mred", " [31mred"),
    ("\ufeffco\xadope\u200bration", "cooperation"),
    ("tab\tstays", "tab\tstays"),
    ("Žluťoučký \U0001f600", "Žluťoučký \U0001f600"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cleaned"), CASES)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert control_share(clean(text)) == 0


@given(st.text())
def test_letters_are_never_lost(text):
    assert [one for one in clean(text) if one.isalnum()] == [one for one in text if one.isalnum()]


def test_one_line():
    assert one_line(" a\n\n b\tc ") == "a b c"
