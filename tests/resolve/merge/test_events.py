"""What several mentions of an event say together: dates, places, modality, sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.intervals import Interval
from graphbuilder.resolve.dates import reconcile

RECONCILED = [
    ("2008", "2008-04", "2008-04"),
    ("2008-04", "2008-04-02", "2008-04-02"),
    ("2008", "2008-04-02", "2008-04-02"),
    ("2008-04-02", "2008-04-02", "2008-04-02"),
    ("2022-11-29/2022-11-30", "2022-11-29", "2022-11-29/2022-11-30"),
    ("2022-11-29/2022-11-30", "2022-11", "2022-11-29/2022-11-30"),
    ("2022-11-29/2022-11-30", "2022-11-30", "2022-11-29/2022-11-30"),
    ("2014-02/2014-04", "2014-03", "2014-02/2014-04"),
    ("2014-02/2014-04", "2014-03-18", "2014-03-18"),
    ("2022-09-12~", "2022-09-12", "2022-09-12"),
]
CONTRADICTED = [
    ("2008", "2009"),
    ("2008-04", "2008-05"),
    ("2008-04-02", "2008-04-03"),
    ("2008", "2009-04-02"),
    ("2022-11-29/2022-11-30", "2022-12-01"),
    ("2022-11-29/2022-11-30", "2022-10"),
]


@pytest.mark.parametrize(("one", "other", "both"), RECONCILED)
def test_dates_that_agree(one, other, both):
    assert reconcile(Interval.parse(one), Interval.parse(other)).edtf == both
    assert reconcile(Interval.parse(other), Interval.parse(one)).edtf == both


def test_an_act_of_one_day_is_not_spread_over_the_days_of_another_telling():
    days, day = Interval.parse("2022-11-29/2022-11-30"), Interval.parse("2022-11-29")
    assert reconcile(days, day, "promise") == reconcile(day, days, "promise") == day
    assert reconcile(days, day, "meet") == days


@pytest.mark.parametrize(("one", "other"), CONTRADICTED)
def test_dates_that_contradict(one, other):
    assert reconcile(Interval.parse(one), Interval.parse(other)) is None
    assert reconcile(Interval.parse(other), Interval.parse(one)) is None


@given(st.sampled_from(sorted({text for row in RECONCILED for text in row})), st.data())
def test_commutative_and_idempotent(text, data):
    other = data.draw(st.sampled_from(sorted({text for row in CONTRADICTED for text in row})))
    left, right = Interval.parse(text), Interval.parse(other)
    assert reconcile(left, right) == reconcile(right, left)
    assert reconcile(left, left) == left
    both = reconcile(left, right)
    if both is not None:
        assert reconcile(both, left) == both
        assert reconcile(both, right) == both


BASE = {"when": "2021-05-03", "published": "2021-05-10"}


def base(**other):
    return {**BASE, **other}


def test_the_finer_date_wins(told):
    view = told(base(when="2021"), base(when="2021-05"))
    [event] = view.resolution.events
    assert (event.interval.edtf, event.alternatives) == ("2021-05", ())


def test_a_range_holds_its_days(told):
    [event] = told(base(type="meet", when="2021-05-03/2021-05-04"), base(type="meet")).resolution.events
    assert event.interval.edtf == "2021-05-03/2021-05-04"


def test_a_contradiction_in_one_article_stands_beside_with_its_words(told):
    """The date that more sources give is the date."""
    twice = [base(chain=0, when="2021-05-03"), base(chain=0, when="2021-05-04")]
    [event] = told(base(), twice).resolution.events
    assert event.interval.edtf == "2021-05-03"
    [(interval, evidence)] = event.alternatives
    assert interval.edtf == "2021-05-04"
    assert evidence.quote.endswith("2021-05-04.")


@pytest.mark.parametrize(("story", "other"), [("story", 0), ("reader", 1)])
def test_the_day_of_a_story_is_no_other_date(told, story, other):
    twice = [base(chain=0), base(chain=0, when="2021-05-05", rule=story)]
    [event] = told(twice).resolution.events
    assert (event.interval.edtf, len(event.alternatives)) == ("2021-05-03", other)


def test_facts_of_all_articles(told):
    view = told(base(who="agent Alba; recipient Jane Roe"), base(place="Oslo"))
    [event] = view.resolution.events
    assert event.place == "oslo"
    assert {("agent", "alba"), ("patient", "corin"), ("recipient", "jane-roe")} == {*event.participants}
    assert event.sources == ("Outlet of article0", "Outlet of article1")
    assert event.independent_sources == 2
    assert len(event.provenance) == len(event.mentions) == 2


@pytest.mark.parametrize(
    ("places", "place"),
    [
        (("Oslo", "Norway"), "norway"),
        (("Oslo", "Norway", "Norway"), "norway"),
        ((None, "Oslo"), "oslo"),
        ((None, None), None),
    ],
)
def test_the_place_that_most_tell(told, places, place):
    """Of as many the first by name."""
    [event] = told(*(base(place=one) for one in places)).resolution.events
    assert (event.place or "").split("-")[0] == (place or "")


def test_that_it_took_place_outweighs_that_it_was_planned_in_one_article(told):
    [event] = told([base(chain=0, status="planned"), base(chain=0)]).resolution.events
    assert event.modality == "ACTUAL"


@pytest.mark.parametrize(
    ("articles", "attributions", "speakers"),
    [
        ([{"says": "Jane Roe"}], ("jane-roe",), ()),
        ([{"says": "Jane Roe"}, {}], (), ()),
        ([{"says": "Jane Roe"}, {"says": "Max Lund"}], ("jane-roe", "max-lund"), ()),
        ([{}], (), ()),
    ],
)
def test_who_says_so_only_if_nobody_else_does(told, articles, attributions, speakers):
    [event] = told(*(base(**one) for one in articles)).resolution.events
    assert (event.attributions, event.speakers) == (attributions, speakers)


@pytest.mark.parametrize("scores", [(0.8,), (0.3, 0.9), (0.9, 0.3), (0.1, 0.2, 0.3)])
def test_the_score_is_that_of_the_surest_telling(told, scores):
    [event] = told(*(base(score=score) for score in scores)).resolution.events
    assert event.score == max(scores)


LABELS = [
    # a name of the event before any clause
    ([{}, {"form": "name", "act": "Bucharest Summit", "phrase": "the 2008 Bucharest Summit", "tense": "NONE"}],
     "The 2008 Bucharest Summit"),
    # what is clear alone
    ([{"phrase": "Alba bought Corin Foods for nine millions"}, {"phrase": "it bought this firm and another one"}],
     "Alba bought Corin Foods for nine millions"),
    # no bare verb
    ([{"phrase": "bought"}, {"phrase": "Alba bought Corin Foods"}], "Alba bought Corin Foods"),
    # what is whole
    ([{"phrase": "Alba bought Corin Foods, a maker of …"}, {"phrase": "Alba bought Corin Foods, a maker of tea"}],
     "Alba bought Corin Foods, a maker of tea"),
    # the surer of two as good
    ([{"phrase": "Alba bought old mills", "score": 0.5}, {"phrase": "Alba bought old mines", "score": 0.9}],
     "Alba bought old mines"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "label"), LABELS, ids=[label for _, label in LABELS])
def test_the_best_telling_is_the_label(told, articles, label):
    for order in (articles, articles[::-1]):
        [event] = told(*(base(**one) for one in order)).resolution.events
        assert event.name == label


#: Type and participants, and where it happens if no place is told.
WHERE = [
    ("attack", "agent Norda; patient Norway", "norway"),
    ("attack", "agent Norda; patient Corin", None),
    ("attack", "agent Norda; patient Norway; patient Sweden", None),
    ("sue", "agent Norda; patient Norway", None),
    ("attack", "agent Norway; patient Corin", None),
]


@pytest.mark.parametrize(("type_", "who", "place"), WHERE)
def test_where_it_happens_by_those_who_take_part(told, type_, who, place):
    [event] = told(base(type=type_, who=who)).resolution.events
    assert event.place == place


def test_the_place_that_is_told_comes_first(told):
    [event] = told(base(type="attack", who="agent Norda; patient Norway", place="Lima")).resolution.events
    assert event.place == "lima"


def test_entity_names_and_aliases(read_collections):
    rows = [
        "Angela Merkel spoke. Merkel left.",
        "Chancellor Merkel met Angela Merkel's party.",
        "NATO, the alliance, met.",
    ]
    (view,) = read_collections([[*rows, "The alliance met. The North Atlantic Treaty Organization (NATO) is old."]])
    merkel = view.entity(0, "Merkel")
    assert (merkel.name, merkel.type) == ("Angela Merkel", "person")
    assert "Merkel" in merkel.aliases
    nato = view.entity(2, "NATO")
    assert (nato.name, nato.type) == ("NATO", "organization")
    assert "North Atlantic Treaty Organization" in nato.aliases
