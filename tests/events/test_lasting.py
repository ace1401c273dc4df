"""How long it lasted: days that are counted from one, and starts and ends. Published on Tuesday, 29 November 2022."""

from datetime import date

import pytest

import graphbuilder as gb

PUBLISHED = date(2022, 11, 29)

#: text, trigger → its first and last day
COUNTED = [
    ("Owners met on Monday, the first day of a two-day conference in Oslo.", "conference", "2022-11-28/2022-11-29"),
    ("Jane Roe spoke on Monday, the last day of a three-day summit in Oslo.", "summit", "2022-11-26/2022-11-28"),
    ("Jane Roe spoke on Monday, the second day of a three-day summit.", "summit", "2022-11-27/2022-11-29"),
    ("The three-day meeting, which ends on Wednesday, is held in Oslo.", "meeting", "2022-11-28/2022-11-30"),
    ("The three-day conference in Oslo began on 30 May 2021.", "conference", "2021-05-30/2021-06-01"),
]
NOT_COUNTED = [
    ("Jane Roe spoke on Monday, the last day of a summit in Oslo.", "summit"),
    ("Jane Roe spoke on Monday, the fourth day of a three-day summit in Oslo.", "summit"),
    ("Jane Roe spoke on Monday at a three-day summit in Oslo.", "summit"),
    ("The three-day conference in Oslo began in May 2021.", "conference"),
    ("Jane Roe spoke on Monday, the first day of a two-week summit in Oslo.", "summit"),
]
#: text, trigger → its start and its end
ENDED = [
    ("The war began late on 7 May 2021. A truce halted the fighting on 12 May 2021.", "war", "2021-05-07 2021-05-12"),
    ("The war began late on 7 May 2021. A truce halted the fighting on 12 May 2021.", "fighting",
     "2021-05-07 2021-05-12"),
    ("The trial of Jane Roe began on 7 May 2021. It rained. The trial ended on 9 June 2021.", "trial",
     "2021-05-07 2021-06-09"),
    ("Otto Weber spoke on 26 May 2021, two weeks after a truce halted five days of fighting. The war began on 7 May "
     "2021. The truce of 12 May was the third.", "war", "2021-05-07 2021-05-12"),
]  # fmt: skip
NOT_ENDED = [
    ("The strike in Oslo began on 7 May 2021. The talks ended on 9 May 2021.", "strike"),
    ("The strike in Oslo ended on 7 May 2021. The strike began on 9 June 2021.", "strike"),
    ("The trial of Jane Roe began on 7 May 2021. The trial of Max Lund ended on 9 June 2021.", "trial"),
    ("The strike in Oslo began on 1 May 2021. The strike in Lund began on 3 May 2021. The strike ended on 9 May 2021.",
     "strike"),
    ("The war began in May 2021. A truce halted the fighting on 12 June 2021.", "war"),
]  # fmt: skip
#: text, trigger → since when, what bounds it, and the rule
SINCE = [
    ("Jane Roe, who had led the club since 2015, resigned on Monday.", "led", "2015/.. 2022-11-28 since"),
    ("Ada Holm had run the bank since 2016.", "run", "2016/.. publication since"),
    ("Jane Roe has led the club since 2015.", "led", "2015/.. syntax"),
    ("Jane Roe, who had led the club in 2015, resigned on Monday.", "led", "2015 syntax"),
    ("The pool has been shut since May, when a wall collapsed.", "collapsed", "2022-05/.. onset"),
    ("The pool was shut in May, when a wall collapsed.", "collapsed", "2022-05 syntax"),
    ("Jane Roe led the club until 2015, when she joined Alba.", "joined", "../2015 turn"),
    ("Jane Roe led the club until 2015.", "led", "../2015 syntax"),
    ("Jane Roe led the club until 2015 and joined Alba.", "led", "../2015 syntax"),
]


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*COUNTED, *NOT_COUNTED, *ENDED, *NOT_ENDED, *SINCE], PUBLISHED)


@pytest.fixture(scope="module")
def days(read):
    """The times of an event, as EDTF."""

    def told(text, trigger):
        times = {one.id: one.interval for one in read[text].extraction.times}
        event = read[text].event(trigger)
        return " ".join(times[one].edtf for one in event.times if one in times), event.method.partition("/")[2]

    return told


@pytest.mark.parametrize(("text", "trigger", "expected"), COUNTED)
def test_days_are_counted_from_one_of_them(days, text, trigger, expected):
    assert days(text, trigger) == (expected, "shared")


@pytest.mark.parametrize(("text", "trigger"), NOT_COUNTED)
def test_no_day_of_a_known_number(days, text, trigger):
    assert "/" not in days(text, trigger)[0]


@pytest.mark.parametrize(("text", "trigger", "expected"), ENDED)
def test_what_began_and_ended(days, text, trigger, expected):
    assert days(text, trigger) == (expected, "span")


@pytest.mark.parametrize(("text", "trigger"), NOT_ENDED)
def test_what_ended_is_not_what_began(days, text, trigger):
    assert days(text, trigger)[1] != "span"


@pytest.mark.parametrize(("text", "trigger", "expected"), SINCE)
def test_what_had_lasted_ends(read, text, trigger, expected):
    times = {one.id: one.interval for one in read[text].extraction.times}
    event = read[text].event(trigger)
    told = [one if one == "publication" else times[one].edtf for one in event.times]
    assert " ".join((*told, event.method.partition("/")[2])) == expected


def test_the_interval_of_what_had_lasted():
    texts = [text for text, _, rule in SINCE if rule.endswith(("since", "onset"))]
    documents = [gb.Document(text=text, id=str(at), published=PUBLISHED) for at, text in enumerate(texts)]
    told = {entry.when for entry in gb.build(documents).timeline(min_score=0)}
    assert {"2015/2022-11-28", "2016/2022-11-29", "2022-05"} <= told
