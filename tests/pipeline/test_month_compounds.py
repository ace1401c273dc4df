"""Months and the names behind them."""

import pytest

from graphbuilder.pipeline.load import load

PARTED = [
    ("In the last week of January Madrid and Lisbon quietly opened new talks.", "January", "Madrid"),
    ("At the end of March Volvo sold the plant.", "March", "Volvo"),
    ("Since the start of September Chad has been at war.", "September", "Chad"),
    ("By the end of January Jones had resigned.", "January", "Jones"),
    ("At the start of July Volvo was fined.", "July", "Volvo"),
]
DAYS = [
    ("On 2 June Tor Hauge, the man who built it, resigned.", "June", "Hauge"),
    ("In June Tor Hauge resigned.", "June", "Hauge"),
    ("On 2 June prosecutors charged Max Lund with theft.", "June", "prosecutors"),
]
KEPT = [
    "It stood on June Street, and Max Lund swam.",
    "On June Brook, Max Lund swam.",
    "They sang in June Tor Hauge had written.",
    "She met 2 May Day marchers on Monday.",
    "The 9 May Victory Parade was cancelled.",
    "The daughter of June Carter sang.",
    "The songs of April Stone were sold.",
    "The end of March was cold.",
    "At the end of the March Hare Cup Volvo won.",
]


@pytest.mark.parametrize(("text", "month", "name"), PARTED)
def test_the_month_is_of_the_date_and_the_name_acts(text, month, name):
    words = {token.text: token for token in load()(text)}
    assert (words[month].dep_, words[month].head.text) == ("pobj", "of")
    assert words[name].dep_ in ("nsubj", "nsubjpass")


@pytest.mark.parametrize(("text", "month", "name"), DAYS)
def test_the_day_is_no_part_of_the_name(text, month, name):
    words = {token.text: token for token in load()(text)}
    assert words[month].dep_ == "pobj"
    assert words[month].head.lower_ in ("in", "on")
    assert {word.head.text for text, word in words.items() if text == "2"} <= {month}
    assert words[name].dep_ == "nsubj"


@pytest.mark.parametrize("text", KEPT)
def test_other_months_stay_where_they_are(text, monkeypatch):
    before = [(token.head.i, token.dep_) for token in load()(text)]
    monkeypatch.setattr("graphbuilder.pipeline.repairs.headline_verbs.mend_periods", lambda doc: None)
    assert [(token.head.i, token.dep_) for token in load()(text)] == before
