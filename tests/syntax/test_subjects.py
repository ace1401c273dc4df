"""Who or what is the subject of a verb in its own clause."""

from __future__ import annotations

import pytest

from graphbuilder.pipeline.load import load
from graphbuilder.syntax.subjects import subjects

CASES = [
    ("Iran attacked the base.", "attacked", ["Iran"]),
    ("The base was attacked by Iran.", "attacked", ["base"]),
    ("They pledged to help.", "pledged", ["They"]),
    ("They pledged to help.", "help", []),
    # what a relative pronoun stands for
    ("The ministers who met left.", "met", ["ministers"]),
    ("The bridge that fell was old.", "fell", ["bridge"]),
    ("A fisherman from the village of Lund who died was buried.", "died", ["fisherman"]),
    # what is told of as "it was Iran that"
    ("It was Iran that attacked the base.", "attacked", ["Iran"]),
    ("It was clear that Iran attacked the base.", "attacked", ["Iran"]),
    ("He said that fell.", "fell", ["that"]),
]


@pytest.mark.parametrize(("text", "verb", "found"), CASES)
def test_subjects(text, verb, found):
    [token] = [one for one in load()(text) if one.text == verb]
    assert [one.text for one in subjects(token)] == found
