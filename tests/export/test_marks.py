"""Who says so, one or several."""

import pytest

from graphbuilder.export.marks import said


@pytest.mark.parametrize(
    ("attribution", "words"),
    [
        ("police", "police say"),
        ("the first defense witnesses", "the first defense witnesses say"),
        ("UN officials", "UN officials say"),
        ("two women", "two women say"),
        # One says so:
        ("Reuters", "Reuters says"),
        ("United Nations", "United Nations says"),
        ("one of the experts", "one of the experts says"),
        ("the prosecutors' office", "the prosecutors' office says"),
        ("a boss", "a boss says"),
        ("the thesis", "the thesis says"),
    ],
)
def test_the_verb_agrees_with_who_says_so(attribution, words):
    assert said(attribution) == words
