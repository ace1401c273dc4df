"""Bare nouns, and other events of one trigger that are two; next and last elections."""

import pytest

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
