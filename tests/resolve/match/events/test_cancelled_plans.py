"""Plans that came to nothing, and plans of which no denial tells."""

import pytest

OFF = [
    # articles with their day of publication, the trigger of the plan, that of the denial
    (
        [
            ("Supporters of Grace Mwandila will march in Lusaka on 21 April.", "2018-04-17"),
            ("A march by supporters of Grace Mwandila in Lusaka on 21 April was called off.", "2018-04-22"),
        ],
        (0, "march"),
        (1, "march"),
    ),
    (
        [
            ("Latvia will host a summit of Baltic leaders in Riga on 12 March.", "2020-02-10"),
            ("Latvia has cancelled the summit of Baltic leaders in Riga because of the epidemic.", "2020-03-02"),
        ],
        (0, "summit"),
        (1, "summit"),
    ),
    (
        [
            (
                "King Felipe will visit Chile in July, the palace said. On Thursday the visit was called off.",
                "2021-06-10",
            )
        ],
        (0, "visit"),
        (0, "visit#2"),
    ),
    (
        [
            ("Alder Bank plans to buy Norda.", "2017-03-01"),
            ("Alder Bank abandoned its plan to buy Norda.", "2017-04-03"),
        ],
        (0, "buy"),
        (1, "buy"),
    ),
    (
        [
            ("Jane Roe will meet Max Lund in Oslo on 4 May 2021.", "2021-05-01"),
            ("Jane Roe did not meet Max Lund in Oslo on 4 May 2021.", "2021-05-05"),
        ],
        (0, "meet"),
        (1, "meet"),
    ),
]
KEPT = [
    # told anew
    (
        [
            ("Alder Bank will not buy Norda.", "2017-02-20"),
            ("Alder Bank plans to buy Norda.", "2017-03-01"),
        ],
        (1, "buy"),
        (0, "buy"),
    ),
    # another day
    (
        [
            ("Jane Roe will meet Max Lund in Oslo on 4 May 2021.", "2021-05-01"),
            ("Jane Roe did not meet Max Lund in Oslo on 2 May 2021.", "2021-05-03"),
        ],
        (0, "meet"),
        (1, "meet"),
    ),
    # another place
    (
        [
            ("Latvia will host a summit of Baltic leaders in Riga on 12 March.", "2020-02-10"),
            ("Estonia has cancelled the summit of Baltic leaders in Tallinn.", "2020-03-02"),
        ],
        (0, "summit"),
        (1, "summit"),
    ),
    # something else, told by another word of its type
    (
        [("Jane Roe said she would appeal. The trial was to have begun in May but was put off.", "2021-06-10")],
        (0, "appeal"),
        (0, "trial"),
    ),
    # something else
    (
        [("King Felipe will visit Chile in July. On Thursday the concert was called off.", "2021-06-10")],
        (0, "visit"),
        (0, "called"),
    ),
    # one of two
    (
        [
            (
                "King Felipe will visit Chile on 2 July. Max Roe will visit Peru on 9 July. The visit was called off.",
                "2021-06-10",
            )
        ],
        (0, "visit"),
        (0, "visit#3"),
    ),
    # of a day that was over when it was told, beside a plan of today
    (
        [
            (
                "Alba is to release the Corin rover. The launch had been fixed for May 2019 but was put off.",
                "2021-06-10",
            )
        ],
        (0, "release"),
        (0, "launch"),
    ),
]


@pytest.fixture(scope="module")
def read(read_collections):
    everything = [articles for articles, _, _ in (*OFF, *KEPT)]
    return {tuple(one): view for one, view in zip(everything, read_collections(everything), strict=True)}


@pytest.mark.parametrize(("articles", "plan", "denial"), OFF)
def test_a_plan_that_is_off(read, articles, plan, denial):
    view = read[tuple(articles)]
    event = view.event(*plan)
    assert event == view.event(*denial)
    assert (event.polarity, event.modality) == ("NEG", "ACTUAL")


@pytest.mark.parametrize(("articles", "plan", "denial"), KEPT)
def test_a_plan_that_stands(read, articles, plan, denial):
    view = read[tuple(articles)]
    event = view.event(*plan)
    assert event != view.event(*denial)
    assert (event.polarity, event.modality) == ("POS", "PLANNED")


def test_what_was_called_off_and_took_place_all_the_same(read_collections):
    off = ("The meeting of Jane Roe and Max Lund in Oslo on 4 May 2021 was called off.", "2021-05-02")
    plan = ("Jane Roe will meet Max Lund in Oslo on 4 May 2021.", "2021-05-01")
    done = ("Jane Roe met Max Lund in Oslo on 4 May 2021.", "2021-05-05")
    (view,) = read_collections([[off, plan, done]])
    event, planned = view.event(2, "met"), view.event(1, "meet")
    assert (event.polarity, event.modality) == ("POS", "ACTUAL")
    assert (planned.polarity, planned.modality) == ("POS", "PLANNED")
    assert [(one.source, one.target) for one in view.resolution.relations if one.type == "fulfils"] == [
        (event.id, planned.id)
    ]


def test_a_plan_that_is_made_again(read_collections):
    off = ("The meeting of Jane Roe and Max Lund in Oslo on 4 May 2021 was called off.", "2021-05-02")
    plan = ("Jane Roe will meet Max Lund in Oslo on 4 May 2021.", "2021-05-01")
    again = ("Jane Roe will meet Max Lund in Oslo on 4 May 2021.", "2021-05-03")
    (view,) = read_collections([[off, plan, again]])
    assert (view.event(1, "meet").polarity, view.event(1, "meet").modality) == ("POS", "PLANNED")
