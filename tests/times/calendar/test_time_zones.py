"""Zones of clock times: in the TIMEX3 value and in EDTF, with doubt where an abbreviation means several."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

from graphbuilder.errors import InputError
from graphbuilder.times import TimeOptions, find_times

TUESDAY = date(2022, 11, 29)
ZONES = [
    ("9:30 a.m. EST", "09:30-05:00", False),
    ("9:30 a.m. (EST)", "09:30-05:00", False),
    ("9:30 a.m. EDT", "09:30-04:00", False),
    ("14:00 GMT", "14:00Z", False),
    ("1800 UTC+2", "18:00+02:00", False),
    ("02:14 UTC+05:30", "02:14+05:30", False),
    ("1700 GMT-3", "17:00-03:00", False),
    ("noon CET", "12:00+01:00", False),
    ("six o'clock JST", "06:00+09:00", False),
    ("3 p.m. IST", "15:00+05:30", True),
    ("3 p.m. BST", "15:00+01:00", True),
    ("3 p.m. CST", "15:00-06:00", True),
    # no zone is said
    ("5 p.m. local time", "17:00", False),
    ("5 p.m. ET", "17:00", False),
    ("17:00", "17:00", False),
    ("17:00 hours", "17:00", False),
]


@pytest.mark.parametrize(("words", "clock", "uncertain"), ZONES)
def test_zone(words: str, clock: str, uncertain: bool) -> None:
    (one,) = find_times(f"It fell at {words} on Monday.", TUESDAY)
    assert one.value == f"2022-11-28T{clock}"
    assert one.interval is not None
    assert one.interval.edtf == f"2022-11-28T{clock[:5]}:00{clock[5:]}"
    assert one.interval.uncertain is uncertain


@pytest.mark.parametrize(
    "text", ["At 9 a.m. Central Park opened.", "At 3 pm on 4 CT scans were read.", "At 9:30 Estonia voted."]
)
def test_other_words_are_no_zone(text: str) -> None:
    assert [one for one in find_times(text, TUESDAY) if one.value[-6] in "+-" or one.value[-1] == "Z"] == []


def test_the_bracket_of_an_aside_stays_outside() -> None:
    assert [one.text for one in find_times("It fell at 11:00 (10:00 GMT) and burnt.", TUESDAY)] == [
        "11:00",
        "10:00 GMT",
    ]


def test_the_user_says_what_an_abbreviation_means() -> None:
    options = TimeOptions(zones={"IST": "+02:00"})
    (one,) = find_times("It fell at 9 a.m. IST.", TUESDAY, options=options)
    assert one.value == "2022-11-29T09:00+02:00"
    assert one.interval is not None
    assert not one.interval.uncertain
    with pytest.raises(InputError, match="IST must be written as"):
        TimeOptions(zones={"IST": "Israel"})


def test_zones_are_an_option_of_the_component() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuilder_times", config={"published": "2022-11-29", "zones": {"CST": "+08:00"}})
    assert [one.value for one in nlp("It fell at 9 a.m. CST.")._.times] == ["2022-11-29T09:00+08:00"]


def test_readable() -> None:
    (one,) = find_times("It fell at 9 a.m. EST.", TUESDAY)
    assert one.interval is not None
    assert one.interval.readable == "29 November 2022, 09:00 UTC\u22125"
