from datetime import UTC, date, datetime, timedelta, timezone

import dateparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents.metadata.dates import complete, find_date, parse_date, stated_year

PLUS_FOUR = timezone(timedelta(hours=4))
READ = [
    ("2022-11-30", date(2022, 11, 30)),
    ("2022/11/30", date(2022, 11, 30)),
    ("20221130", date(2022, 11, 30)),
    ("March 01, 2008", date(2008, 3, 1)),
    ("1 March 2008", date(2008, 3, 1)),
    ("1st March 2008", date(2008, 3, 1)),
    ("Sept. 9, 2001", date(2001, 9, 9)),
    ("Tue, 29 Nov 2022", date(2022, 11, 29)),
    ("30-Nov-2022", date(2022, 11, 30)),
    ("30.11.2022", date(2022, 11, 30)),
    ("03.04.2008", date(2008, 4, 3)),
    ("25/12/2008", date(2008, 12, 25)),
    ("12/25/2008", date(2008, 12, 25)),
    ("04/04/2008", date(2008, 4, 4)),
    ("29 November 2022, 09:52 PM", datetime(2022, 11, 29, 21, 52)),
    ("November 29, 2022 at 9 p.m.", datetime(2022, 11, 29, 21)),
    ("12:30 am, 29 November 2022", datetime(2022, 11, 29, 0, 30)),
    ("30 Nov 2022 14:05 GMT", datetime(2022, 11, 30, 14, 5, tzinfo=UTC)),
    ("30 Nov 2022 14:05 EST", datetime(2022, 11, 30, 14, 5)),
    ("Wed, 30 Nov 2022 14:05:00 +0400", datetime(2022, 11, 30, 14, 5, tzinfo=PLUS_FOUR)),
    ("2022-11-30T20:15:00+04:00", datetime(2022, 11, 30, 20, 15, tzinfo=PLUS_FOUR)),
    ("2022-11-30T20:15:00.123456Z", datetime(2022, 11, 30, 20, 15, 0, tzinfo=UTC)),
    ("2022-11-30 20:15", datetime(2022, 11, 30, 20, 15)),
]
NOT_READ = [
    "03/04/2008",
    "3-4-2008",
    "31 February 2022",
    "2022-13-01",
    "November 2022",
    "2022",
    "2022-11",
    "30 Nov",
    "yesterday",
    "Tuesday",
    "1669766400",
    "99/99/9999",
    "30 November 22",
    "",
    "0000-00-00",
    "x" * 1000,
    "version 2022-11-300",
    "Nov. 29-30, 2022",
    "between 1 May 2020 and 3 May 2020",
    "25/25/2020",
    "1 Marchand 2020",
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_read(text, value):
    assert parse_date(text) == value
    assert type(parse_date(text)) is type(value)


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text):
    assert parse_date(text) is None


#: dateparser reads the month first, knows the offset of EST, and takes neither compact nor fractional ISO.
OTHERWISE = ("03.04.2008", "30 Nov 2022 14:05 EST", "20221130", "2022-11-30T20:15:00.123456Z")


@pytest.mark.parametrize(("text", "value"), [row for row in READ if row[0] not in OTHERWISE])
def test_dateparser_agrees(text, value):
    other = dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": datetime(2000, 1, 1)})
    assert other is not None
    if isinstance(value, datetime):
        assert other.replace(tzinfo=None) == value.replace(tzinfo=None)
    else:
        assert other.date() == value


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)),
    st.sampled_from(["%d %B %Y", "%b %d, %Y", "%Y-%m-%d"]),
)
def test_every_day_is_read(day, form):
    assert parse_date(f"{day:{form}}") == day


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    value = parse_date(text)
    assert value is None or isinstance(value, date)


def test_find_in_line():
    assert find_date("By N. Kiknadze | 30 November 2022, 20:15") == (17, 40, datetime(2022, 11, 30, 20, 15))


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("Nov. 29", 2022, date(2022, 11, 29)),
        ("29 Nov", 2022, date(2022, 11, 29)),
        ("Feb. 29", 2023, None),
        ("Feb. 29", 2024, date(2024, 2, 29)),
        ("Tuesday", 2022, None),
    ],
)
def test_complete(text, year, day):
    assert complete(text, year) == day


@pytest.mark.parametrize(("text", "year"), [("2022", 2022), ("2022-11", 2022), ("2022-11-29", None), ("22", None)])
def test_stated_year(text, year):
    assert stated_year(text) == year
