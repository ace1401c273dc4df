"""Which dates without a year are to come, because they are of plans. Published on Tuesday, 16 June 2009.

The words in brackets are the triggers, with the words of time that are tied to them and their status, as the reader
gives them.
"""

from datetime import date

import pytest

from graphbuilder.events.dating.directed import planned_times
from graphbuilder.times import time_expressions

PUBLISHED = date(2009, 6, 16)

ROWS = [
    # no word says that it is to come
    ("The first doses could be [given@October: planned] in October.", "2009-10"),
    ("They have backed plans for a [concert@8 May: planned] on 8 May.", "2010-05-08"),
    ("The paper was written for the [summit@April: planned] in April.", "2010-04"),
    ("Few have booked for Friday's [march@Friday: planned].", "2009-06-19"),
    # of a verb in the past beside it
    ("They came home on Saturday to be [honoured@Saturday: planned].", "2009-06-13"),
    ("In May the firm agreed to [sell@May: planned] its ships.", "2009-05"),
    # not planned
    ("The first doses were [given@October] in October.", "2008-10"),
    ("They are said to have [met@Friday: possible] on Friday.", "2009-06-12"),
    # the words say when
    ("They had hoped for a [concert@8 May 2008: planned] on 8 May 2008.", "2008-05-08"),
    ("The lords hoped for a [crown@yesterday: planned] yesterday.", "2009-06-15"),
    # to come anyhow
    ("The doses will be [given@October: planned] in October.", "2009-10"),
]


@pytest.fixture
def direct(read_by_hand):
    """Gives the only time of a row, as it is after a look at what is planned."""

    def directed(row, published):
        one, times, reading = read_by_hand(row, published)
        [time] = time_expressions(one.document, one.sentences, one.doc, planned=planned_times(one, times, reading))
        assert time.id == times[0].id
        return time.interval and time.interval.edtf

    return directed


@pytest.mark.parametrize(("row", "edtf"), ROWS)
def test_dates_of_plans_are_to_come(direct, row, edtf):
    assert direct(row, PUBLISHED) == edtf


def test_without_a_day_of_publication_nothing_is_to_come(direct):
    assert direct("The first doses could be [given@October 2008: planned] in October 2008.", None) == "2008-10"


TWICE = [
    # a day that an article names twice is one day
    ("The concert will take place on 8 October. The 8 October gig was announced here.", ["2009-10-08"] * 2),
    ("The 8 October gig was announced here. The concert will take place on 8 October.", ["2009-10-08"] * 2),
    # another day, and a month of no day
    ("The concert will take place on 8 October. The 9 October gig was cancelled.", ["2009-10-08", "2008-10-09"]),
    ("The concert will take place in October. The 8 October gig was cancelled.", ["2009-10", "2008-10-08"]),
    # one that says its year
    ("The concert will take place on 8 October. He died on 8 October 2003.", ["2009-10-08", "2003-10-08"]),
]


@pytest.mark.parametrize(("text", "edtf"), TWICE)
def test_a_day_named_twice_is_one_day(read_by_hand, text, edtf):
    one, times, reading = read_by_hand(text, PUBLISHED)
    read = time_expressions(one.document, one.sentences, one.doc, planned=planned_times(one, times, reading))
    assert [time.interval.edtf for time in read] == edtf
