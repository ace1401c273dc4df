"""What is told of days after publication: planned, or of no such day. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, with the words of time that are tied to them, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)

ROWS = [
    # to come, so planned
    ("The [concert@8 December] on 8 December is sold out.", "concert", "2022-12-08 reader", "PLANNED"),
    ("The trial [begins@20 January] on 20 January.", "begins", "2023-01-20 reader", "PLANNED"),
    ("The [fair@5 to 7 December] of 5 to 7 December worries many.", "fair", "2022-12-05/2022-12-07 reader", "PLANNED"),
    # what happened did not happen on a day to come
    ("It is cold. Tickets were [sold@8 December] for the fair on 8 December.", "sold", "", "ACTUAL"),
    ("It is cold. She [broke@next Friday] her arm and misses the match next Friday.", "broke", "", "ACTUAL"),
    # changed later: the year is told
    ("Jane Roe [left@3 May 2023] the board on 3 May 2023.", "left", "2023-05-03 reader", "ACTUAL"),
    # another day of that name may be meant
    ("The [rains@July] of July will be feared.", "rains", "2023-07 reader", "ACTUAL"),
    # up to publication nothing is said
    ("The [concert@29 November] on 29 November is sold out.", "concert", "2022-11-29 reader", "ACTUAL"),
    ("The [concert@8 November] on 8 November was sold out.", "concert", "2022-11-08 reader", "ACTUAL"),
]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked(ROWS, PUBLISHED)


@pytest.fixture(scope="module")
def read_unpublished(read_marked):
    return read_marked([("The [fair@8 December 2022] on 8 December 2022 is sold out.",)])


@pytest.mark.parametrize(("text", "trigger", "when", "modality"), ROWS)
def test_days_to_come(read, text, trigger, when, modality):
    assert (read[text].when(trigger), read[text].event(trigger).modality) == (when, modality)


def test_nothing_is_to_come_where_publication_is_unknown(read_unpublished):
    [view] = read_unpublished.values()
    assert (view.when("fair"), view.event("fair").modality) == ("2022-12-08 reader", "ACTUAL")
