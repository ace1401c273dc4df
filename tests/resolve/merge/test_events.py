"""What several mentions of an event say together: dates, places, modality, sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.intervals import Interval
from graphbuilder.resolve.dates.reconciliation import reconcile

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


def test_the_finer_date_wins(read_collections):
    rows = ["Russia annexed Crimea in 2014.", "Russia annexed Crimea in March 2014."]
    (view,) = read_collections([rows])
    event = view.event(0, "annexed")
    assert event == view.event(1, "annexed")
    assert event.interval.edtf == "2014-03"
    assert event.alternatives == ()


def test_a_range_holds_its_days(read_collections):
    rows = ["Ministers met in Oslo on 29-30 November 2022.", "Ministers met in Oslo on 29 November 2022."]
    (view,) = read_collections([rows])
    assert view.event(1, "met").interval.edtf == "2022-11-29/2022-11-30"
    assert view.event(0, "met") == view.event(1, "met")


def test_a_contradiction_stands_beside_with_its_words(read_collections):
    text = "Jane Roe resigned on 3 May 2021. The resignation came after a scandal."
    other = "Jane Roe resigned on 4 May 2021. The resignation came after a scandal."
    (view,) = read_collections([[text, other]])
    first, second = view.event(0, "resigned"), view.event(1, "resigned")
    dates = {one.interval.edtf for one in (first, second)} | {
        interval.edtf for one in (first, second) for interval, _ in one.alternatives
    }
    assert dates == {"2021-05-03", "2021-05-04"}


def test_facts_of_all_articles(read_collections):
    rows = [
        ("Emmanuel Macron met Olaf Scholz on Thursday.", "2022-06-03"),
        ("Olaf Scholz met Emmanuel Macron in Paris on 2 June 2022.", "2022-06-03"),
    ]
    (view,) = read_collections([rows])
    event = view.event(0, "met")
    assert event == view.event(1, "met")
    assert event.modality == "ACTUAL"
    assert event.place == "paris"
    assert event.sources == ("Outlet 0", "Outlet 1")
    assert event.independent_sources == 2
    assert len(event.provenance) == len(event.mentions) == 2


def test_who_says_so_only_if_nobody_else_does(read_collections):
    said = "Jane Roe said that Russia attacked Georgia on 8 August 2008."
    told = "Russia attacked Georgia on 8 August 2008."
    alone, together = read_collections([[said], [said, told]])
    assert alone.event(0, "attacked").attributions == ("jane-roe",)
    assert together.event(0, "attacked").attributions == ()


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


RANKED = [
    # rather than the second: told by two outlets
    (["Iran attacked Iraq in 1980.", "Iraq was attacked by Iran in 1980."], ["Iran attacked Iraq in 1980."]),
    # dated
    (["Russia attacked Georgia on 8 August 2008."], ["Russia attacked Georgia."]),
    ([("Max Lund resigned after a scandal.", "2022-07-08")], ["Max Lund resigned."]),
    # told as a fact of its own
    (["Russia attacked Georgia."], ["Rain fell. Russia wanted to see Georgia attacked."]),
    # somebody and somewhere
    (["Jane Roe met Max Lund in Oslo on 3 March 2021."], ["Jane Roe met on 3 March 2021."]),
    # said to have happened
    (["Russia attacked Georgia."], ["If Russia attacked Georgia, it lied."]),
    (["Russia attacked Georgia."], ["Russia may have attacked Georgia."]),
    # told by a clause with a date of its own, not only beside it
    (["Max Lund rose on 3 March 2021 and attacked Ann Lee."], ["Max Lund rose on 3 March 2021, attacking Ann Lee."]),
    # understood alone
    (["Jane Roe died on 3 March 2021."], ["They died on 3 March 2021, Jane Roe said."]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), RANKED)
def test_the_score_ranks_what_a_reader_wants_first(read_collections, first, second):
    views = read_collections([first, second])
    asked = {"attacked", "attacking", "met", "died", "resigned"}
    triggers = [{one.text for one in view.extractions[0].events} & asked for view in views]
    scores = [
        view.event(0, *words).score if view.event(0, *words) else 0 for view, words in zip(views, triggers, strict=True)
    ]
    assert 1 >= scores[0] > scores[1] >= 0


LABELS = [
    (["Russia annexed Crimea in 2014.", "It was clear. Russia annexed it in 2014, and Kyiv wept."], "annexed",
     "Russia annexed Crimea in 2014"),
    (["The 2008 Bucharest Summit was tense.", "Leaders of NATO met in Bucharest in April 2008."], "Bucharest Summit",
     "The 2008 Bucharest Summit"),
    (["Olaf Scholz met Emmanuel Macron in Paris on 2 June 2022.", "A meeting took place in Paris on 2 June 2022."],
     "met", "Olaf Scholz met Emmanuel Macron in Paris on 2 June 2022"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "trigger", "label"), LABELS)
def test_the_best_telling_is_the_label(read_collections, articles, trigger, label):
    for order in (articles, articles[::-1]):
        (view,) = read_collections([order])
        assert view.event(order.index(articles[0]), trigger).name == label


PLACES = [
    ("Russia invaded Ukraine in February 2022.", "invaded", "Ukraine"),
    ("Russia seized Crimea in March 2014.", "seized", "Crimea"),
    ("France held an election in June 2022.", "election", "France"),
    # as the text says
    ("Israel attacked Iran near Damascus on 1 April 2024.", "attacked", "Damascus"),
    # not where it happened
    ("Hackers attacked Google on 1 April 2024.", "attacked", None),
    ("Apple sued Ireland on 1 April 2024.", "sued", None),
    ("Germany promised help to Ukraine on 1 April 2024.", "promised", None),
    ("Russia attacked Ukraine and Georgia on 1 April 2024.", "attacked", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_places(read_collections, text, trigger, place):
    (view,) = read_collections([[text]])
    event = view.event(0, trigger)
    names = {entity.id: entity.name for entity in view.resolution.entities}
    assert (event.place and names[event.place]) == place


#: text → trigger, and where it happens by those who take part.
WHERE = [
    ("Russia invaded Georgia on 8 August 2008.", "invaded", "georgia-country"),
    ("Norway must withdraw its troops from Mali.", "withdraw", "mali"),
    ("Otto Weber fled from Chad to Peru in 2004.", "fled", "peru"),
    ("Otto Weber fled from Chad and Niger in 2004.", "fled", None),
    ("Otto Weber fled with two dogs in 2004.", "fled", None),
]


@pytest.fixture(scope="module")
def told_where(read_collections):
    return dict(zip(WHERE, read_collections([[row[0]] for row in WHERE]), strict=True))


@pytest.mark.parametrize("row", WHERE, ids=lambda row: row[0])
def test_where_it_happens(told_where, row):
    assert told_where[row].event(0, row[1]).place == row[2]
