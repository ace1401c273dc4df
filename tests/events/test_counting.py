"""Times counted from events whose date only the parse tells. Published on Tuesday, 29 November 2022.

Rows: the text, the words counted, the interval ("" for none) and the words it was anchored on.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)
COUNTED = [
    ("Parliament voted on the bill on Friday. The day before the vote, ministers met in Oslo.", "The day", "2022-11-24",
     "Friday"),
    ("Russia invaded Georgia in August 2008. Two months after the invasion, leaders met in Paris.", "Two months",
     "2008-10~", "August 2008"),
    ("Ministers from Norway and Sweden, who rarely meet, voted for it in Oslo on 3 March 2021. The day after the vote, "
     "Russia protested.", "The day", "2021-03-04", "3 March 2021"),
    ("Parliament did not vote on Friday. The day before the vote, ministers met in Oslo.", "The day", "", ""),
    ("The firm was founded in 1927. The day before the vote, ministers met in Oslo.", "The day", "", ""),
    ("Parliament may vote on Friday. The day before the vote, ministers met in Oslo.", "The day", "", ""),
    ("Russia invaded Georgia in August 2008. For months after the invasion, leaders met in Paris.", "months", "", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_events):
    return read_events(COUNTED, PUBLISHED)


@pytest.mark.parametrize(("text", "words", "edtf", "anchor"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted_from_an_event(read, text, words, edtf, anchor):
    times = {one.text: one for one in read[text].extraction.times}
    assert (times[words].interval.edtf if times[words].interval else "") == edtf
    assert times[words].anchor == (times[anchor].id if anchor else None)


def test_the_event_told_with_it_is_dated(read):
    assert read[COUNTED[0][0]].when("met") == "2022-11-24 syntax"
