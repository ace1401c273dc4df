"""Which tellings of different articles are one event: articles by hand, with sketches as the reader would give them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.resolve import resolve

BASE = {"when": "2021-05-03", "place": "Oslo", "published": "2021-05-10"}


def base(**other):
    return {**BASE, **other}


#: Two articles that tell one event; they differ from BASE in what is said.
SAME = [
    ("the same", {}, {}),
    ("another word for it", {}, {"act": "acquired"}),
    ("another type", {}, {"act": "acquired", "type": "other"}),
    ("a month and a day in it", {"when": "2021-05"}, {}),
    ("a year and a day in it", {"when": "2021"}, {}),
    ("days and one of them", {"when": "2021-05-03/2021-05-04"}, {}),
    ("no date", {}, {"when": None}),
    ("no place", {}, {"place": None}),
    ("a place in the other", {}, {"place": "Norway"}),
    ("one with a name less", {}, {"who": "agent Alba"}),
    ("who has no name beside who has one", {}, {"who": "agent managers; patient Corin"}),
    ("news of two days before", {}, {"when": "2021-05-05", "rule": "story"}),
    ("what was planned", {"status": "planned"}, {"status": "planned"}),
    ("what did not happen", {"status": "denied"}, {"status": "denied"}),
    ("what is possible", {"status": "possible"}, {"status": "possible"}),
    ("what is demanded", {"status": "demanded"}, {"status": "demanded"}),
    ("what is told later", {}, {"published": "2023-01-01"}),
]
#: The same of two events: whatever else is alike, this keeps them apart.
APART = [
    ("another day", {}, {"when": "2021-05-04"}),
    ("another month", {}, {"when": "2021-06"}),
    ("another year", {}, {"when": "2020"}),
    ("days of which none is the other", {"when": "2021-05-04/2021-05-06"}, {}),
    ("another place", {}, {"place": "Lima"}),
    ("denied beside happened", {}, {"status": "denied"}),
    ("only possible", {}, {"status": "possible"}),
    ("only demanded", {}, {"status": "demanded"}),
    ("only if", {}, {"status": "if"}),
    ("demanded beside planned", {"status": "demanded"}, {"status": "planned"}),
    ("a habit", {}, {"words": "cars every week"}),
    ("told before it happened", {}, {"when": None, "published": "2021-04-01"}),
    ("news of a week before", {}, {"when": "2021-05-10", "rule": "story"}),
    ("another act of the same on that day", {}, {"act": "sued", "alike": 1}),
    ("the same word for what others did on another day", {}, {"who": "agent Norda", "alike": 1, "when": "2021-05-09"}),
    ("nothing in common but the day", {}, {"who": "agent Norda", "act": "sued", "alike": 1}),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_same(told, left, right):
    view = told(base(**left), base(**right))
    assert len(view.resolution.events) == 1
    [event] = view.resolution.events
    assert len(event.mentions) == 2


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_apart(told, left, right):
    for pair in ((left, right), (right, left)):
        events = told(*(base(**one) for one in pair)).resolution.events
        assert len(events) == 2
        assert [event.independent_sources for event in events] == [1, 1]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_a_merge_has_its_judgement(told, left, right):
    resolution = told(base(**left), base(**right)).resolution
    [event] = resolution.events
    judged = [one for one in resolution.judgements if {one.left, one.right} <= {*event.mentions}]
    assert judged
    assert all(one.verdict == "same" and one.reason and 0 <= one.score <= 1 for one in judged)


@pytest.mark.parametrize("when", ["2021-05-03", None])
def test_a_plan_and_its_deed_are_tied_and_stay_two(told, when):
    view = told(base(status="planned", when=when, published="2021-05-01"), base())
    plan, deed = view.event(0, "bought"), view.event(1, "bought")
    assert (plan.modality, deed.modality) == ("PLANNED", "ACTUAL")
    [tie] = [one for one in view.resolution.relations if one.type == "fulfils"]
    assert (tie.source, tie.target) == (deed.id, plan.id)
    [judged] = [one for one in view.resolution.judgements if one.verdict == "tied"]
    assert judged.reason.startswith("plan and fulfilment: ")


@pytest.mark.parametrize(
    "deed",
    [
        {"when": "2021-05-04"},
        {"place": "Lima"},
        {"status": "denied"},
        {"status": "possible"},
        {"act": "sued", "alike": 1, "who": "agent Norda"},
    ],
    ids=str,
)
def test_what_is_not_the_deed_is_not_tied(told, deed):
    view = told(base(status="planned", published="2021-05-01"), base(**deed))
    assert not [one for one in view.resolution.relations if one.type == "fulfils"]


# who has no name


def test_who_has_no_name_is_never_one_across_articles(told):
    """Not even where the event is one."""
    police = {"who": "agent police; patient two men"}
    view = told(base(**police), base(**police))
    assert [len(event.mentions) for event in view.resolution.events] == [2]
    unnamed = [one for one in view.resolution.entities if not one.named]
    assert sorted(one.name for one in unnamed) == ["police", "police", "two men", "two men"]
    assert all(len({quote.span.document for quote in one.provenance}) == 1 for one in unnamed)
    assert not [
        one for one in view.resolution.judgements if {one.left, one.right} & {m for u in unnamed for m in u.mentions}
    ]


def test_who_has_no_name_is_one_in_its_article(told):
    view = told([base(who="agent police"), base(who="agent police", act="freed", alike=1)])
    [police] = [one for one in view.resolution.entities if not one.named]
    assert len(police.mentions) == 2


def test_who_has_a_name_is_one_across_articles(told):
    view = told(base(), base())
    named = {one.name: len(one.mentions) for one in view.resolution.entities if one.named}
    assert named == {"Alba": 2, "Corin": 2, "Oslo": 2}


# order and number

#: Ten articles: two events of which several tell, a plan, a denial, what only one tells, and who has no name.
PILE = [
    base(),
    base(act="acquired", when="2021-05"),
    base(status="planned", published="2021-05-01"),
    base(status="denied"),
    [base(who="agent Norda; patient Fenwick", act="sued", alike=1), base(who="agent Jane Roe", act="left", alike=2)],
    base(who="agent Norda; patient Fenwick", act="sued", alike=1, place=None),
    base(who="agent police; patient Max Lund", act="held", alike=3),
    base(who="agent police; patient Max Lund", act="held", alike=3, when="2021-05-04"),
    base(when="2021-05-04"),
    base(who="agent Ann Lee", act="sang", alike=4),
]


@settings(max_examples=20)
@given(st.permutations(range(len(PILE))))
def test_the_order_of_articles_does_not_show(written, order):
    extractions = written(*PILE)
    assert resolve(extractions[at] for at in order) == resolve(extractions)


def test_the_pile_has_something_of_each_kind(told):
    """Otherwise the test before this one would say little."""
    resolution = told(*PILE).resolution
    assert {1, 2} <= {len(event.mentions) for event in resolution.events}
    assert {one.verdict for one in resolution.judgements} >= {"same", "tied"}
    assert not all(one.named for one in resolution.entities)


@settings(max_examples=15)
@given(st.sets(st.integers(0, len(PILE) - 1)))
def test_articles_about_something_else_change_nothing(written, some):
    """Events of people of whom no other article tells are the same beside any others."""
    own = written(*PILE)[-1]
    alone = list(resolve([own]).events)
    beside = resolve([own, *(one for at, one in enumerate(written(*PILE)[:-1]) if at in some)]).events
    assert alone == [event for event in beside if event.provenance[0].span.document == own.document]


@pytest.mark.parametrize("number", [2, 3, 10, 60])
def test_however_many_tell_it_it_is_one(told, number):
    [event] = told(*(base() for _ in range(number))).resolution.events
    assert len(event.mentions) == len(event.sources) == number


def test_days_told_apart_are_of_one_meeting_only_where_it_is_told_of_both(told):
    first, second = base(type="meet"), base(type="meet", when="2021-05-04")
    both = base(type="meet", when="2021-05-03/2021-05-04")
    assert len(told(first, second).resolution.events) == 2
    for order in ((first, second, both), (both, second, first), (second, both, first)):
        assert [event.interval.edtf for event in told(*order).resolution.events] == ["2021-05-03/2021-05-04"]


def test_of_two_events_of_an_article_the_likelier_one_is_it(told):
    """Both may be by themselves; an article tells an event once."""
    deed, doubtful = base(), base(act="acquired", who="agent Alba", when="2021-05", words="cars")
    for first, second in ((deed, doubtful), (doubtful, deed)):
        assert len(told(doubtful, base()).resolution.events) == 1
        view = told([first, second], base())
        assert len(view.resolution.events) == 2
        assert view.event(0, "bought") == view.event(1, "bought") != view.event(0, "acquired")
