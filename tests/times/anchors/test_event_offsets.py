"""Times counted from what happened, by the words alone. Published on Tuesday, 29 November 2022.

Rows: the text, the words counted, TIMEX3 type and value, the interval ("-" for none) and the words it was anchored on.
"""

from __future__ import annotations

from datetime import date

import pytest

from graphbuilder.times import TimeOptions, find_times

TUESDAY = date(2022, 11, 29)
COUNTED = [
    # the date stands with the noun itself
    ("Two weeks after the summit of 4 April 2008 they left.", "Two weeks", "DATE 2008-W16", "2008-04-18~",
     "4 April 2008"),
    ("Two weeks after the April 4 vote, he resigned.", "Two weeks", "DATE 2022-W16", "2022-04-18~", "April 4"),
    ("The day before Friday's vote they met.", "The day", "DATE 2022-11-24", "2022-11-24", "Friday"),
    ("The day after the vote, held on 4 June 2020, they left.", "The day", "DATE 2020-06-05", "2020-06-05",
     "4 June 2020"),
    ("Hours after the crash on Monday, it rained. Three hours after the crash on Monday, it stopped.", "Three hours",
     "DATE 2022-11-28", "2022-11-28~", "Monday"),
    # and carries its own precision over
    ("A year after the 2008 summit they left.", "A year", "DATE 2009", "2009~", "2008"),
    ("Three months after the 2008 summit they left.", "Three months", "DATE XXXX-XX", "2008-04~/2009-03~", "2008"),
    # it was told before
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "edtf", "anchor"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted(text: str, words: str, value: str, edtf: str, anchor: str) -> None:
    times = {one.text: one for one in find_times(text, TUESDAY)}
    assert f"{times[words].type} {times[words].value}" == value
    assert (times[words].interval and times[words].interval.edtf) == edtf
    assert times[words].anchor == times[anchor].id


NOT_COUNTED = [
    ("The vote was in doubt on 3 May 2022. The day before the vote, he fled.", "The day", "DATE XXXX-XX-XX"),
    # nothing tells when it was
    ("The day before the vote they met.", "The day", "DATE XXXX-XX-XX"),
    ("Five years after its launch, they sold it.", "Five years", "DURATION P5Y"),
    ("The night of the crash was cold.", "The night", "TIME XXXX-XX-XXTNI"),
    # the date is of what was done to it
    ("He denounced the vote on Friday. The day before the vote, they met.", "The day", "DATE XXXX-XX-XX"),
    ("The vote was called on 3 May. The day before the vote, they met.", "The day", "DATE XXXX-XX-XX"),
    ("The summit was postponed on Monday. Two days before the summit they met.", "Two days", "DURATION P2D"),
    ("He spoke of the attack on Friday. The day after the attack, they met.", "The day", "DATE XXXX-XX-XX"),
    ("They did not vote on Friday. The day after the vote, they met.", "The day", "DATE XXXX-XX-XX"),
    ("The governor, elected in 2014, leads. The day after the election, they meet.", "The day", "DATE XXXX-XX-XX"),
    ("Talks about the war on Monday failed. The day after the war, they met.", "The day", "DATE XXXX-XX-XX"),
    # it is another one
    ("The vote was held on 3 May. The day before the second vote they met.", "The day", "DATE XXXX-XX-XX"),
    ("The vote was held on 3 May. The day before a vote they meet.", "The day", "DATE XXXX-XX-XX"),
    ("The Oslo summit was held on 2 April 2008. The day after the Vilnius summit they met.", "The day",
     "DATE XXXX-XX-XX"),
    ("The vote was held on 3 May. The day before the vote count they met.", "The day before", "DATE XXXX-XX-XX"),
    # its other end is dated
    ("The strike began on 7 November. Two days after the strike, they met.", "Two days", "DURATION P2D"),
    ("The war ended in 1945. Two years before the war they met.", "Two years", "DURATION P2Y"),
    # too far back
    ("The vote was held on 3 May. " + "He slept. " * 13 + "The day before the vote they met.", "The day",
     "DATE XXXX-XX-XX"),
    # too vague, or a length
    ("The invasion began on 24 February 2022. Months before the invasion, spies knew.", "Months", "DURATION PXM"),
    ("A few days after the coup of 1 May 1990, they left.", "A few days", "DURATION PXD"),
    ("For two weeks after the summit of 4 April 2008 they sang.", "two weeks", "DURATION P2W"),
    ("The two weeks after the summit of 4 April 2008 were calm.", "The two weeks", "DURATION P2W"),
    # the past after publication
    ("The vote was held on Monday. Three days after the vote, they met.", "Three days", "DURATION P3D"),
    # what stands there is nothing that happens
    ("He was sworn in on 3 May 2020. A week after the president took office he left.", "A week", "DURATION P1W"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), NOT_COUNTED, ids=[row[0][-60:] for row in NOT_COUNTED])
def test_no_date_rather_than_a_guess(text: str, words: str, value: str) -> None:
    (one,) = [one for one in find_times(text, TUESDAY) if one.text == words]
    assert f"{one.type} {one.value}" == value
    assert one.interval is None


SILENT = ["It was the day of rest.", "They met on the eve of battlefield tours.", "He wrote the year of the cat."]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_happened(text: str) -> None:
    assert [one for one in find_times(text, TUESDAY) if one.interval is not None] == []


def test_the_phrase_keeps_its_own_date() -> None:
    times = find_times("The day after the 2008 summit they left.", TUESDAY, options=TimeOptions(narrative=True))
    assert [(one.text, one.interval and one.interval.edtf) for one in times] == [
        ("The day", "2008-01-02~/2009-01-01~"),
        ("2008", "2008"),
    ]
