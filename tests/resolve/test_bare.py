"""Bare nouns, next and last elections, lines that many print, and the label nearest to the middle of the tellings."""

from datetime import date

import pytest

import graphbuilder as gb

#: Articles with their days; triggers that are not of one event.
APART = [
    # no name or place in common
    (
        [
            ("The war in Chad began in May 2010. Rain fell.", "2011-06-01"),
            ("Banks fought a war with the mint in May 2010.", "2011-06-02"),
        ],
        "war",
        "war",
    ),
    # a day of what lasts for weeks is none of another telling
    (
        [
            ("Jane Roe was in Oslo. Her trial in Oslo resumed on 3 May 2021.", "2021-05-04"),
            ("The trial of Jane Roe in Oslo drew crowds.", "2021-05-09"),
        ],
        "trial",
        "trial",
    ),
    # how many died
    (
        [
            ("A storm killed 12 people in Lima on 3 May 2021.", "2021-05-04"),
            ("A storm killed 80 people in Lima.", "2021-05-12"),
        ],
        "killed",
        "killed",
    ),
    # from which level to which
    (
        [
            ("On 27 April 2009 Alba raised its alert from three to four.", "2009-05-04"),
            ("In April 2009 Alba raised its alert from four to five.", "2009-05-12"),
        ],
        "raised",
        "raised",
    ),
    # a month in which it was raised twice
    (
        [
            ("Alba raised its alert on 27 April 2009.", "2009-05-04"),
            ("Alba raised its alert in April 2009.", "2009-05-12"),
            ("Alba raised its alert on 29 April 2009.", "2009-05-05"),
        ],
        "raised",
        "raised",
    ),
    # who gave what to whom
    (
        [
            ("Max Lund gave Jane Roe the poison on 3 May 2021.", "2021-06-04"),
            ("Jane Roe gave herself the poison on 3 May 2021.", "2021-06-04"),
        ],
        "gave",
        "gave",
    ),
    # told before it happened
    (
        [
            ("Jane Roe of Volvo resigned over a row about wages.", "2021-05-04"),
            ("Jane Roe of Volvo resigned on 9 June 2021 over a row about wages.", "2021-06-10"),
        ],
        "resigned",
        "resigned",
    ),
]
TOGETHER = [
    (
        [
            ("An earthquake struck Lima on 3 May 2021.", "2021-05-04"),
            ("The quake in Lima left many without water.", "2021-05-06"),
        ],
        "earthquake",
        "quake",
    ),
    (
        [
            ("Ministers held talks in Oslo on 3 May 2021.", "2021-05-04"),
            ("The talks in Oslo on 3 May 2021 were tense.", "2021-05-06"),
        ],
        "talks",
        "talks",
    ),
    (
        [
            ("A storm killed 12 people in Lima on 3 May 2021.", "2021-05-04"),
            ("A storm on 3 May 2021 killed 12 people in Lima.", "2021-05-06"),
        ],
        "killed",
        "killed",
    ),
]


@pytest.fixture(scope="module")
def read(read_collections):
    rows = [row[0] for row in (*APART, *TOGETHER)]
    return dict(zip(map(str, rows), read_collections(rows), strict=True))


@pytest.mark.parametrize(("articles", "one", "other"), APART)
def test_apart(read, articles, one, other):
    view = read[str(articles)]
    first, second = view.event(0, one), view.event(1, other)
    assert first is not None
    assert second != first


@pytest.mark.parametrize(("articles", "one", "other"), TOGETHER)
def test_together(read, articles, one, other):
    view = read[str(articles)]
    assert view.event(0, one) is not None
    assert view.event(0, one) == view.event(1, other)


def test_the_next_election_is_not_the_last_one(read_collections):
    last = ("Chad held its last election in May 2020.", "2022-03-01")
    following = ("Jane Roe will stand in the next election in Chad.", "2022-03-02")
    (view,) = read_collections([[last, following]])
    held = view.event(0, "election")
    assert held.modality == "ACTUAL"
    assert view.event(1, "election") != held


@pytest.mark.parametrize("noun", ["crisis", "war", "trial"])
def test_a_bare_noun_is_not_of_the_day_of_publication(read_collections, noun):
    (view,) = read_collections([[(f"The {noun} in Chad is a burden. It rained.", "2022-03-01")]])
    event = view.event(0, noun)
    assert event is None or event.interval is None


def test_the_stamp_of_a_text_dates_no_event():
    text = "LIMA | Wed Apr 28, 2010 11:31 pm EDT LIMA (Alba News) - Peru has ordered ten planes, a spokesman said."
    [read] = gb.extract([gb.Document(text=text, id="a.txt", published=date(2010, 4, 28))])
    ordered = next(one for one in read.events if one.text == "ordered")
    assert not any("11:31" in time.text for time in read.times if time.id in ordered.times)


def test_an_hour_that_is_told_still_dates():
    text = "A bomb exploded in Oslo at 15:25 on 22 July 2011. It rained."
    [read] = gb.extract([gb.Document(text=text, id="a.txt", published=date(2011, 7, 25))])
    event = next(one for one in gb.resolve([read]).events if one.type in ("attack", "disaster"))
    assert event.interval.edtf.startswith("2011-07-22T15:25")


# --- sentences that many print ------------------------------------------------------------------------------------

LONG = "Officials in three small towns said that floods had destroyed the old stone bridge near Lyon on 3 May 2021."
OTHERS = ("The mayor of Lund praised the crew.", "Sales of Volvo rose in Chile.", "It rained in Peru for a week.")


def collection(sentence, others=OTHERS, days=(4, 5, 6)):
    rows = zip(others, days, strict=True)
    texts = [(f"{other}\n\n{sentence}", date(2021, 5, day)) for other, day in rows]
    return [
        gb.Document(text=text, id=f"{at}.txt", published=day, source=f"Outlet {at}")
        for at, (text, day) in enumerate(texts)
    ]


def resolved(documents):
    notes = []
    return gb.resolve(gb.extract(documents), on_problem=notes.append), notes


def test_a_sentence_printed_word_for_word_is_one_telling():
    resolution, notes = resolved(collection(LONG))
    (event,) = [one for one in resolution.events if "destroyed" in one.name]
    assert {one.span.document for one in event.provenance} == {"0.txt", "1.txt", "2.txt"}
    assert event.independent_sources == 1
    assert event.sources == ("Outlet 0", "Outlet 1", "Outlet 2")
    assert notes == []


def test_told_in_own_words_it_is_of_several_sources():
    own = "Floods destroyed the old stone bridge near Lyon on 3 May 2021, officials said."
    documents = [*collection(LONG)[:2], *collection(own)[2:]]
    (event,) = [one for one in resolved(documents)[0].events if "destroyed" in one.name]
    assert event.independent_sources == 2


def test_a_short_line_in_three_articles_is_furniture():
    resolution, notes = resolved(collection("Chad launched a website for Peru."))
    assert not [one for one in resolution.events if "website" in one.name]
    (note,) = notes
    assert note.kind == "note"
    assert "1 short line" in note.reason
    assert "'Chad launched a website for Peru.'" in note.reason


def test_a_short_line_in_two_articles_tells():
    resolution, notes = resolved(collection("Chad launched a website for Peru.")[:2])
    assert [one for one in resolution.events if "website" in one.name]
    assert notes == []


# --- labels -------------------------------------------------------------------------------------------------------


def test_the_label_is_the_telling_nearest_to_the_middle(read_collections):
    tellings = [
        "A nurse of Alba in Lima was hurt by an earthquake in Lima on 3 May 2021.",
        "An earthquake struck Lima on 3 May 2021.",
        "An earthquake struck Lima at dawn on 3 May 2021.",
        "A strong earthquake struck Lima on 3 May 2021.",
    ]
    (view,) = read_collections([[(text, "2021-05-04") for text in tellings]])
    event = view.event(1, "earthquake")
    assert event == view.event(2, "earthquake") == view.event(3, "earthquake")
    assert "struck Lima" in event.name
    assert "nurse" not in event.name
