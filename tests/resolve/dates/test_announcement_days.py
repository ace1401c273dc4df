"""Announcements told of a month, and the day on which they were made by another article."""

import pytest

LATER = "In May 2017 Norda announced a loss and the closure of its mill in Lyon."
NEWS = ("Norda said on Friday that it had made a loss and that it would close its mill in Lyon.", "2017-05-12")
ROWS = [
    ([LATER, NEWS], "2017-05-12"),
    (["In 2017 Norda announced the closure of its mill in Lyon.", NEWS], "2017-05-12"),
    # in the same words by others, in another month, or about something else
    ([LATER, ("Alder Bank said on Friday that it had made a loss and would close its mill.", "2017-05-12")], "2017-05"),
    ([LATER, ("Norda said on Friday that it had made a loss and would close its mill.", "2017-06-16")], "2017-05"),
    ([LATER, ("Norda said on Friday that it had hired nine cooks and would open a school.", "2017-05-12")], "2017-05"),
    # on two days
    (
        [LATER, NEWS, ("Norda said on Monday that it had made a loss and would close its mill.", "2017-05-16")],
        "2017-05",
    ),
    # a day of what is said, not of saying it
    ([LATER, ("Norda said that it had made a loss on Friday and would close its mill.", "2017-05-12")], "2017-05"),
    # what is told of a day has it already
    (["On 9 May 2017 Norda announced a loss and the closure of its mill in Lyon.", NEWS], "2017-05-09"),
    # what is no announcement
    (["In May 2017 Norda closed its mill in Lyon after a loss.", NEWS], "2017-05"),
]


@pytest.fixture(scope="module")
def views(read_collections):
    return read_collections([articles for articles, _ in ROWS])


@pytest.mark.parametrize("row", range(len(ROWS)))
def test_the_day_on_which_it_was_said(views, row):
    articles, when = ROWS[row]
    event = views[row].event(0, "announced" if "announced" in articles[0] else "closed")
    assert event is not None
    assert event.interval is not None
    assert event.interval.edtf == when


def test_the_rule_is_named(views):
    event = views[0].event(0, "announced")
    assert event.dated_by is not None
    rule, time = event.dated_by
    assert (rule, time.partition("@")[0]) == ("said", "0/1")
