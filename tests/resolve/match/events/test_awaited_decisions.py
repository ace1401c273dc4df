"""Decisions that were awaited, and what was decided."""

import pytest

AWAITED = (
    "Jane Roe of Alder Bank wants to buy Norda. The Swiss Federal Court is expected to decide by the end of May.",
    "2017-03-01",
)
DONE = [
    (
        [AWAITED, ("The Swiss Federal Court approved the sale of Norda to Alder Bank on 20 April 2017.", "2017-04-22")],
        (0, "decide"),
        (1, "approved"),
    ),
    (
        [AWAITED, ("Alder Bank bought Norda. The Swiss Federal Court ruled on 3 May 2017 that it may.", "2017-06-01")],
        (0, "decide"),
        (1, "ruled"),
    ),
]
APART = [
    # before it was awaited
    (
        [AWAITED, ("The Swiss Federal Court approved the sale of Norda to Alder Bank on 20 April 2016.", "2016-04-22")],
        (0, "decide"),
        (1, "approved"),
    ),
    # somebody else
    (
        [AWAITED, ("The Oslo City Council approved the sale of Norda to Alder Bank on 20 April 2017.", "2017-04-22")],
        (0, "decide"),
        (1, "approved"),
    ),
    # about something else
    (
        [AWAITED, ("The Swiss Federal Court approved the merger of Corin and Tavin on 20 April 2017.", "2017-04-22")],
        (0, "decide"),
        (1, "approved"),
    ),
    # two decisions
    (
        [
            AWAITED,
            (
                "The Swiss Federal Court approved the sale of Norda to Alder Bank on 20 April 2017. The Swiss Federal "
                "Court ruled on 3 May 2017 that Max Lund must pay.",
                "2017-06-22",
            ),
        ],
        (0, "decide"),
        (1, "approved"),
    ),
]


@pytest.fixture(scope="module")
def read(read_collections):
    everything = [articles for articles, _, _ in (*DONE, *APART)]
    return dict(zip(map(str, everything), read_collections(everything), strict=True))


@pytest.mark.parametrize(("articles", "plan", "deed"), DONE)
def test_what_was_awaited_was_decided(read, articles, plan, deed):
    view = read[str(articles)]
    planned, done = view.event(*plan), view.event(*deed)
    assert (planned.modality, done.modality) == ("PLANNED", "ACTUAL")
    assert (done.id, planned.id) in [(one.source, one.target) for one in _ties(view)]


@pytest.mark.parametrize(("articles", "plan", "deed"), APART)
def test_another_decision(read, articles, plan, deed):
    view = read[str(articles)]
    planned, done = view.event(*plan), view.event(*deed)
    assert planned is not None
    assert planned != done
    assert (done.id, planned.id) not in [(one.source, one.target) for one in _ties(view)]


def _ties(view):
    return [one for one in view.resolution.relations if one.type == "fulfils"]
