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
    ("The night of the crash of 4 April 2008 was cold.", "The night", "TIME 2008-04-04TNI", "2008-04-04",
     "4 April 2008"),
    ("Hours after the crash on Monday, it rained. Three hours after the crash on Monday, it stopped.", "Three hours",
     "DATE 2022-11-28", "2022-11-28~", "Monday"),
    # and carries its own precision over
    ("A year after the 2008 summit they left.", "A year", "DATE 2009", "2009~", "2008"),
    ("Three months after the 2008 summit they left.", "Three months", "DATE XXXX-XX", "2008-04~/2009-03~", "2008"),
    ("The day before the April 2008 summit they left.", "The day", "DATE 2008-XX-XX", "2008-03-31~/2008-04-29~",
     "April 2008"),
    # it was told before
    ("The vote was on 3 May 2022. The day before the vote, he fled.", "The day", "DATE 2022-05-02", "2022-05-02",
     "3 May 2022"),
    ("The election is on 20 December. The day before the election no ads may run.", "The day", "DATE 2022-12-19",
     "2022-12-19", "20 December"),
    ("The vote was held on Friday. The day before the vote, ministers met.", "The day", "DATE 2022-11-24", "2022-11-24",
     "Friday"),
    ("An election will be held on 8 May 2023. On the eve of the election he will speak.", "the eve", "DATE 2023-05-07",
     "2023-05-07", "8 May 2023"),
    ("The talks, due on 8 May 2023, matter. The week before the talks he will rest.", "The week", "DATE 2023-W18",
     "2023-05-01/2023-05-07", "8 May 2023"),
    ("On 3 May 2008 a bomb attack killed twelve people. The morning after the attack the square was empty.",
     "The morning", "TIME 2008-05-04TMO", "2008-05-04", "3 May 2008"),
    ("The attack killed twelve people on 3 May 2008. Three days after the attack, a man was held.", "Three days",
     "DATE 2008-05-06", "2008-05-06", "3 May 2008"),
    ("They met at a meeting in Oslo on 4 March 2021. Three days after the meeting, they fell out.", "Three days",
     "DATE 2021-03-07", "2021-03-07", "4 March 2021"),
    ("He died in Bath in 1821. The year after his death the book appeared.", "The year", "DATE 1822", "1822", "1821"),
    ("On 3 June 2019 parliament voted. The evening before the vote he wept.", "The evening", "TIME 2019-06-02TEV",
     "2019-06-02", "3 June 2019"),
    ("The summit was held on 2-4 April 2008. Two days after the summit they left.", "Two days", "DATE 2008-04-06",
     "2008-04-06", "2-4 April 2008"),
    ("The summit was held on 2-4 April 2008. Two days before the summit they left.", "Two days", "DATE 2008-03-31",
     "2008-03-31", "2-4 April 2008"),
    ("The earthquake of 1 November 1755 was strong. Ten days after the earthquake, the king left.", "Ten days",
     "DATE 1755-11-11", "1755-11-11", "1 November 1755"),
    ("The war began in 1939 and ended in 1945. Two years after the war they met.", "Two years", "DATE 1947",
     "1947~", "1945"),
    ("The war began in 1939 and ended in 1945. A year before the war they met.", "A year", "DATE 1938", "1938~",
     "1939"),
    ("The strike began on 7 November. Two days after the strike began, they met.", "Two days", "DATE 2022-11-09",
     "2022-11-09", "7 November"),
    ("The earthquake on Monday killed 300. The night after the quake, it rained.", "The night", "TIME 2022-11-28TNI",
     "2022-11-28", "Monday"),
    ("The governor won the Nov. 8 election. The day after the election, she spoke.", "The day", "DATE 2022-11-09",
     "2022-11-09", "Nov. 8"),
    ("The strike, which began on 7 November, goes on. The week before the strike they met.", "The week",
     "DATE 2022-W44", "2022-10-31/2022-11-06", "7 November"),
    ("The crash happened on 4 April 2008. On the day of the crash it rained.", "the day", "DATE 2008-04-04",
     "2008-04-04",
     "4 April 2008"),
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
