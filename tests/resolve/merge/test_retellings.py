"""One line a telling: what is told in the words of another event counts less."""

from dataclasses import replace

import pytest

import graphbuilder as gb
from graphbuilder.intervals import Interval
from graphbuilder.resolve.merge.retellings import with_retellings

#: Text, the trigger told within another's words, and that of the other.
RETOLD = [
    ("Russian strikes destroyed a power station in Kharkiv on 5 May 2022.", "strikes", "destroyed"),
    ("The war began late on 7 August 2008.", "war", "began"),
    ("A storm killed Jane Roe in Lyon on 3 March 2021.", "storm", "killed"),
    ("NATO condemned Russia's annexation of Crimea on 3 April 2014.", "annexation", "condemned"),
    ("Jane Roe left, and Russian strikes destroyed Kharkiv.", "strikes", "destroyed"),
]
RETOLD += [
    ("Jane Roe rang Max Lund on 3 March 2021 and conceded.", "rang", "conceded"),
    ("Jane Roe phoned Max Lund on 3 March 2021 and warned him.", "phoned", "warned"),
    # what was prevented did not happen; the line tells of what prevented it
    ("The court on 3 March 2021 barred Max Lund from entering Norway.", "entering", "barred"),
]
#: The same, of two that both count.
NOT_RETOLD = [
    ("NATO condemned in April 2014 that Russia annexed Crimea in March 2014.", "annexed", "condemned"),
    ("Jane Roe resigned on 3 March 2021. Max Lund met Ada Holm on 3 March 2021.", "met", "resigned"),
    ("Jane Roe rang Max Lund on 3 March 2021 and met Ada Holm.", "rang", "met"),
    ("Jane Roe met Max Lund and sued Ada Holm on 3 March 2021.", "sued", "met"),
]


@pytest.fixture(scope="module")
def views(read_collections):
    rows = [(text,) for text, *_ in (*RETOLD, *NOT_RETOLD)]
    return dict(zip([text for (text,) in rows], read_collections(rows), strict=True))


@pytest.mark.parametrize(("text", "inner", "outer"), RETOLD)
def test_told_within(views, text, inner, outer):
    assert 0 < views[text].event(0, inner).score < min(0.4, views[text].event(0, outer).score)


@pytest.mark.parametrize(("text", "inner", "outer"), NOT_RETOLD)
def test_told_apart(views, text, inner, outer):
    assert min(views[text].event(0, one).score for one in (inner, outer)) >= 0.37


@pytest.mark.parametrize(
    ("text", "noun", "counts"),
    [("The war began late in 2008.", "war", False), ("The war with Chad began late in 2008.", "war", True)],
)
def test_a_line_that_is_told_twice_has_one_date_too_many(text, noun, counts):
    (extraction,) = gb.extract(gb.Document(text=text, id="a"))
    mentions = {one.id: one for one in extraction.events if one.text in (noun, "began")}
    assert len({one.phrase for one in mentions.values()}) == (2 if counts else 1)
    (event,) = gb.resolve(gb.extract(gb.Document(text="Volvo sued Scania on 7 August 2008.", id="b"))).events
    events = {
        id_: replace(event, id=id_, mentions=(id_,), interval=Interval.at(year), score=0.7)
        for year, id_ in enumerate(mentions, 2008)
    }
    assert [one.score for one in with_retellings(events, mentions).values()] == ([0.7, 0.7] if counts else [0.7, 0.35])
