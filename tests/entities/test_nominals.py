"""Descriptions, groups, people named by their office, and pronouns. Rows tell all of a text."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


NOMINALS = [
    ("The alliance met.", "The alliance organization"),
    ("The company fired its president.", "The company organization | its thing | its president person"),
    ("Both countries were invited.", "Both countries place"),
    ("The two countries signed a treaty.", "The two countries place"),
    ("These companies merged.", "These companies organization"),
    ("Neither was invited.", "Neither any"),
    ("NATO foreign ministers met.", "NATO foreign ministers group"),
    ("Russian troops crossed the border.", "Russian troops group"),
    ("The secretary general spoke.", "The secretary general person"),
    ("She resigned.", "She person"),
    ("They blamed him.", "They group | him person"),
    ("The Romanian capital hosted the summit.", "The Romanian capital place"),
    ("This city was founded in 1201.", "This city place"),
    ("The ministry denied it.", "The ministry group | it thing"),
    ("Police arrested two men.", "Police group | two men person"),
    ("A Latvian was arrested in Riga.", "A Latvian person"),
    ("Police held a 34-year-old Romanian.", "Police group | a 34-year-old Romanian person"),
    ("The Frenchman resigned on Monday.", "The Frenchman person"),
    ("Leaders of the region gathered.", "Leaders group | the region place"),
]
NONE = [
    "A company can fail.",
    "Country music was played.",
    "The state budget grew.",
    "Prices rose sharply.",
    "An alliance of farmers was formed.",
    "Any city may apply.",
    "Companies complained.",
    "A bank failed.",
    "The weather changed.",
    "There was a party atmosphere.",
    "I think so.",
    "We will see.",
    "What happened is unclear.",
    "Every nation has a flag.",
    "Company policy forbids smoking.",
    "Leaderless teams lose.",
    "The Latvians won.",
    "The Dutch voted on Monday.",
    "Two Danes were killed.",
    "A Latvian singer won.",
    "The Pole-based radar failed.",
]
GAPS_NONE = [
    gap("the bank of a river is no organisation", "The river bank flooded."),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*NOMINALS, *((text,) for text in NONE), *GAPS_NONE])


def _told(view):
    return " | ".join(f"{one.text} {one.label}" for one in view.mentions if one.form != "name")


@pytest.mark.parametrize(("text", "nominals"), NOMINALS)
def test_nominals(read, text, nominals):
    assert _told(read[text]) == nominals


@pytest.mark.parametrize("text", [*NONE, *GAPS_NONE])
def test_none(read, text):
    assert _told(read[text]) == ""


def test_forms(read):
    forms = {one.text: one.form for view in read.values() for one in view.mentions}
    assert forms["She"] == forms["him"] == "pronoun"
    assert forms["Both countries"] == forms["The alliance"] == "nominal"
