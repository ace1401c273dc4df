"""What only the day of publication dates had happened by that day, and no more is said of it."""

from __future__ import annotations

from datetime import date

import pytest

import graphbuilder as gb

DAY = "2022-07-18"

#: Article of 18 July 2022, its trigger, and date with its rule.
DATED = [
    ("Norvia has opened a port in Lund.", "opened", "../2022-07-18 publication"),
    ("Jane Roe resigned, the bank said.", "resigned", "../2022-07-18 publication"),
    ("Norvia opened a port in Lund on Friday.", "opened", "2022-07-15 syntax"),
    ("On Friday Norvia opened a port, and Alba closed its mill.", "closed", "2022-07-15 shared"),
    ("Norvia opened a port in Lund last month.", "opened", "2022-06 syntax"),
    ("Alba must close the mill by 24 January.", "close", "../2023-01-24 syntax"),
    ("Alba must close the mill no later than 24 January.", "close", "../2023-01-24 syntax"),
    ("Alba had closed the mill before 2021.", "closed", "../2020 syntax"),
    ("Alba had closed the mill by the end of March.", "closed", "../2022-03 syntax"),
    ("Jane Roe led the bank until May 2015, when she joined Alba.", "joined", "2015-05 turn"),
    ("Jane Roe led the bank until May 2015.", "led", "../2015-05 until"),
    ("Jane Roe had left the bank by May 2015.", "left", "../2015-05 syntax"),
    ("Alba will close the mill.", "close", "None"),
    ("Alba may have closed the mill.", "closed", "None"),
]


@pytest.fixture(scope="module")
def read(read_collections):
    texts = [text for text, _, _ in DATED]
    return dict(zip(texts, read_collections([[text] for text in texts], published=DAY), strict=True))


@pytest.mark.parametrize(("text", "trigger", "dated"), DATED)
def test_date_and_rule(read, text, trigger, dated):
    event = read[text].event(0, trigger)
    assert event is not None
    found = "None" if event.interval is None else f"{event.interval.edtf} {event.dated_by[0]}"
    assert found == dated


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("Jane Roe led the bank until May 2015.", "until May 2015"),
        ("Jane Roe had left the bank by May 2015.", "by May 2015"),
        ("Jane Roe left the bank in May 2015.", "May 2015"),
    ],
)
def test_what_lasted_is_told_with_until(text, readable):
    assert gb.build(gb.Document(text=text)).timeline()[0].readable == readable


def articles(*pairs):
    return [
        gb.Document(text=text, id=f"{number}.txt", published=date.fromisoformat(day), source=f"Outlet {number}")
        for number, (text, day) in enumerate(pairs)
    ]


def lines(*pairs, **filters):
    return [(one.when, one.dated_by) for one in gb.build(articles(*pairs)).timeline(retold=True, **filters)]


PORT = ("Norvia has opened a port in Lund.", DAY)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (DAY, DAY, True),
        ("2022", "2022", True),
        ("2022-07-01", None, True),
        (None, "2022-07-17", False),  # the bound itself is not in it
        ("2022-07-19", None, False),
        ("1990", "2021", False),
    ],
)
def test_a_window_finds_it_at_its_bound_alone(start, end, found):
    assert bool(lines(PORT, start=start, end=end)) is found


def test_it_is_ordered_at_its_bound():
    text = "Norvia has opened a port in Lund. Alba closed a mill on 15 July 2022. Kasel will vote on 20 July 2022."
    assert [when for when, _ in lines((text, DAY))] == ["2022-07-15", "../2022-07-18", "2022-07-20"]


@pytest.mark.parametrize(
    ("one", "other", "when"),
    [
        (PORT, ("Norvia opened a port in Lund on 15 July 2022.", "2022-07-20"), None),  # no day in common, not once
        (PORT, ("Norvia opened a port in Lund on 18 July 2022.", "2022-07-20"), ["2022-07-18"]),
        (("Jane Roe has resigned as mayor of Lund.", DAY), ("Jane Roe resigned on 16 July 2022.", DAY), ["2022-07-16"]),
        (("Jane Roe has resigned as mayor of Lund.", DAY), ("Jane Roe resigned on 20 July 2022.", "2022-07-21"), None),
    ],
)
def test_a_told_day_beats_the_bound(one, other, when):
    found = [edtf for edtf, _ in lines(one, other)]
    assert found == when if when is not None else len(found) == 2


def test_two_bounds_are_no_shared_time():
    accused = ("Norvia has accused Kasel of lying about fish.", DAY)
    again = ("Norvia has accused Kasel of spying on ships.", DAY)
    assert [when for when, _ in lines(accused, again) if when] == [f"../{DAY}"] * 2


def test_line_table_and_json_say_that_the_day_is_assumed():
    from graphbuilder.export import TIMELINE_FORMATS

    entries = gb.build(articles(PORT)).timeline()
    text, table, data = (TIMELINE_FORMATS[name](entries) for name in ("text", "csv", "json"))
    assert text.startswith("by 18 July 2022 ")
    assert "day of publication, no other told" in text
    assert "../2022-07-18,,2022-07-18,publication," in table
    assert '"dated_by": "publication"' in data
    assert (
        entries[0].score
        < gb.build(articles(("Norvia opened a port in Lund on 15 July 2022.", DAY))).timeline()[0].score
    )
