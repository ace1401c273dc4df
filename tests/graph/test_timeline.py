"""The timeline: order, filters, window."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.corrections import parse_corrections
from graphbuilder.graph.attributes import event_data
from graphbuilder.graph.timeline import timeline

WHEN = {
    "war": "2008-08-07/2008-08-12",
    "summit": "2008-04-02/2008-04-04",
    "year": "2008",
    "since": "2014/..",
    "until": "../2003",
    "meeting": "2022-11-29/2022-11-30",
    "day": "2022-11-30",
    "decade": "199X",
    "undated": None,
    "another": None,
}


def event(id_, edtf, **more):
    facts = {
        "id": id_, "type": "meet", "name": id_.title(), "dated_by": None, "alternatives": (), "place": None,
        "participants": (), "polarity": "POS", "modality": "ACTUAL", "attributions": (), "sources": (), "part_of": (),
        "mentions": (), "independent_sources": 1, "score": 0.9, "provenance": (),
        "interval": edtf and gb.Interval.parse(edtf),
    }  # fmt: skip
    return gb.Event(**{**facts, **more})


def graph_of(*events):
    graph = gb.EventGraph(documents={"a": {"sentences": [[0, 9, "One."], [10, 19, "Two."]]}}, judgements=[])
    graph.add_nodes_from((one.id, event_data(one)) for one in events)
    return graph


@pytest.fixture(scope="module")
def dated():
    return graph_of(*(event(name, edtf) for name, edtf in WHEN.items()))


def told(name, sentence, **more):
    """An event with a label of its own, told in the sentence of that number."""
    span = gb.Span("a", 10 * sentence, 10 * sentence + 1, sentence)
    words = gb.Provenance(span, span, "", more.pop("method", "verb"), 0.8)
    return event(name, more.pop("edtf", None), **{"name": more.pop("label"), "provenance": (words,), **more})


def ids(entries):
    return [entry.id for entry in entries]


def test_in_order_of_date_then_the_undated_ones(dated):
    # an open start sorts where the interval ends; the summit of April comes after the year that began in January
    assert ids(dated.timeline()) == [
        "decade", "until", "year", "summit", "war", "since", "meeting", "day", "another", "undated",
    ]  # fmt: skip


def test_the_undated_ones_come_as_they_were_told():
    days = {"a": "2022-05-02T08:00:00", "b": "2022-05-01", "c": None}
    graph = graph_of(*(told(name, 0, label=name) for name in days))
    graph.graph["documents"] = {name: {"published": day, "sentences": [[0, 9, "One."]]} for name, day in days.items()}
    for name in days:
        graph.nodes[name]["provenance"][0]["document"] = name
    assert [(entry.id, entry.told) for entry in graph.timeline()] == [
        ("b", "2022-05-01"), ("a", "2022-05-02"), ("c", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2008", "2008", {"summit", "war", "year"}),
        ("2008-04-04", "2008-04-04", {"summit", "year"}),  # the last day is in
        ("2008-04-05", "2008-04-05", {"year"}),  # the day after is out
        ("2008-04-02", "2008-04-02", {"summit", "year"}),  # the first day is in
        ("2008-04-01", "2008-04-01", {"year"}),  # the day before is out
        ("2022-11-30", None, {"since", "meeting", "day"}),
        ("2022-12", None, {"since"}),
        (None, "1999", {"decade"}),  # what had happened by 2003 is told of 2003
        (None, "1989-12-31", set()),
        (None, "2003", {"decade", "until"}),
        ("2004", "2007", set()),
        ("2003-12-31", "2003-12-31", {"until"}),
        ("2014", "2022-11-29", {"since", "meeting"}),
        ("2008-21", "2008-21", {"summit", "year"}),  # spring
        ("200X", None, {"summit", "war", "year", "since", "meeting", "day", "until"}),
    ],
)
def test_window_has_both_ends_in_it_and_no_undated_events(dated, start, end, found):
    assert set(ids(dated.timeline(start=start, end=end))) == found


@pytest.mark.parametrize(("start", "end"), [("2009", "2008"), ("2008-04-03", "2008-04-02")])
def test_a_window_the_wrong_way_round(dated, start, end):
    with pytest.raises(gb.InputError, match="exchange them"):
        dated.timeline(start=start, end=end)


@pytest.mark.parametrize("text", ["last year", "2008-13", "04/02/2008", "", "2008-02-30"])
def test_a_window_that_is_no_date(dated, text):
    with pytest.raises(gb.InputError):
        dated.timeline(start=text)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (2008, "2008"),
        (50, "0050"),
        (-50, "-0050"),
        (date(2008, 4, 3), "2008-04-03"),
        (date(50, 4, 3), "0050-04-03"),
        (datetime(2008, 4, 3, 23, 59), "2008-04-03"),
        (pd.Timestamp("2008-04-03 10:00", tz="UTC"), "2008-04-03"),
        (pd.Series([2008])[0], "2008"),
    ],
)
def test_a_window_of_years_and_dates(dated, value, edtf):
    assert dated.timeline(start=value) == dated.timeline(start=edtf)
    assert dated.timeline(end=value) == dated.timeline(end=edtf)


@pytest.mark.parametrize("value", [True, 2008.0, ("2008",), gb.Interval.parse("2008"), pd.NaT, 20080403])
def test_a_window_of_anything_else(dated, value):
    for option in ("start", "end"):
        with pytest.raises(gb.InputError, match="EDTF date"):
            dated.timeline(**{option: value})


def test_by_type_and_score():
    graph = graph_of(event("a", "2008"), event("b", "2009", type="attack"), event("c", None, score=0.2))
    assert ids(graph.timeline(type="attack")) == ["b"]
    assert ids(graph.timeline(min_score=0.5)) == ["a", "b"]
    assert ids(graph.timeline(min_score=0.2)) == ["a", "b", "c"]


@pytest.mark.parametrize("type", ["none such", "", "Attack", ["attack"], 7])
def test_a_type_that_no_event_has(type):
    graph = graph_of(event("a", "2008"), event("b", "2009", type="attack"))
    with pytest.raises(gb.InputError, match="its types are attack, meet"):
        graph.timeline(type=type)
    with pytest.raises(gb.InputError, match="it has no events"):
        gb.EventGraph().timeline(type=type)


@pytest.mark.parametrize(
    ("polarity", "modality", "word"),
    [
        ("POS", "ACTUAL", "happened"),
        ("NEG", "ACTUAL", "did not happen"),
        ("NEG", "POSSIBLE", "did not happen"),
        ("POS", "PLANNED", "planned"),
        ("POS", "CONDITIONAL", "conditional"),
        ("POS", "DEMANDED", "demanded"),
    ],
)
def test_happened_in_a_word(polarity, modality, word):
    graph = graph_of(event("a", "2008", polarity=polarity, modality=modality))
    assert graph.timeline()[0].happened == word


def test_about_takes_any_name(nato):
    about = nato.timeline(about="Georgia")
    assert about
    assert about == nato.timeline(about="georgia-country") == nato.timeline(about=nato.entity("Georgia"))
    assert len(about) < len(nato.timeline())
    governments = {"Government of Georgia", "Georgia"}
    for entry in about:
        names = {name for _, name in entry.participants} | {entry.place, entry.attribution}
        assert any(name in governments or (name and "Georgia" in name) for name in names), entry


@pytest.mark.parametrize("about", [7, ["Georgia"], date(2008, 1, 1)])
def test_about_is_a_name_or_an_entity(nato, about):
    with pytest.raises(gb.InputError, match="looked up by its name, alias or id"):
        nato.timeline(about=about)


def test_about_an_unknown_name(nato):
    with pytest.raises(gb.UnknownName, match="Georgia"):
        nato.timeline(about="Gorgia")


def test_filters_are_subsets(nato):
    everything, alone = nato.timeline(retold=True), nato.timeline()
    for options in ({"about": "NATO"}, {"start": "2008"}, {"end": "2014"}, {"type": "meet"}, {"min_score": 0.8}):
        some = nato.timeline(**options)
        ids = [entry.id for entry in some]
        assert ids == [entry.id for entry in everything if entry.id in ids]
        fitting = {entry.id: entry for entry in nato.timeline(**options, retold=True)}
        assert {entry.id for entry in alone if fitting.get(entry.id) == entry} <= {*ids}  # and nothing of it is lost


def test_entries_hold_the_contract(nato):
    for entry in nato.timeline():
        assert set(asdict(entry)) == {
            "id", "label", "type", "interval", "place", "participants", "polarity", "modality", "attribution",
            "sources", "independent_sources", "score", "mentions", "dated_by", "addresses", "headlines", "aside",
            "told",
        }  # fmt: skip
        assert entry.when == (entry.interval and entry.interval.edtf)
        assert 0 <= entry.score <= 1
        assert 1 <= entry.independent_sources <= max(len({one.span.document for one in entry.mentions}), 1)
        assert entry.sources
        assert entry.mentions


def test_all_options_but_the_name_are_given_by_name(nato):
    assert nato.timeline("Georgia") == timeline(nato, about="Georgia")
    with pytest.raises(TypeError):
        nato.timeline("Georgia", 2008)


dates = st.tuples(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28)).map(
    lambda parts: "{:04}-{:02}-{:02}".format(*parts)
)
spans = st.one_of(st.none(), dates, st.tuples(dates, dates).map(lambda pair: "/".join(sorted(pair))))


@given(st.lists(spans, max_size=8), dates, dates)
def test_the_window_keeps_exactly_what_overlaps_it(when, one, other):
    start, end = sorted((one, other))
    graph = graph_of(*(event(f"e{number}", edtf) for number, edtf in enumerate(when)))
    expected = {
        f"e{number}"
        for number, edtf in enumerate(when)
        if edtf is not None and edtf.split("/")[0] <= end and edtf.split("/")[-1] >= start
    }
    assert set(ids(graph.timeline(start=start, end=end))) == expected


@given(st.lists(spans, max_size=8))
def test_order_is_total(when):
    graph = graph_of(*(event(f"e{number}", edtf) for number, edtf in enumerate(when)))
    backwards = graph_of(*(event(f"e{number}", edtf) for number, edtf in reversed(list(enumerate(when)))))
    entries = graph.timeline()
    assert ids(entries) == ids(backwards.timeline())
    dated = [entry.interval is not None for entry in entries]
    assert dated == sorted(dated, reverse=True)
    starts = [entry.when.split("/")[0] for entry in entries if entry.when]
    assert starts == sorted(starts)


RETOLD = [
    told("promise", 0, label="Alba agreed to buy Corin in Lund", edtf="2015", participants=(("agent", "alba"),)),
    told("purchase", 0, label="Alba to buy Corin in Lund", participants=(("agent", "alba"), ("patient", "corin"))),
    told("dated apart", 0, label="Alba to buy Corin", edtf="2016"),
    told("elsewhere", 1, label="Alba to buy Corin"),
    told("talks", 0, label="The talks in Oslo began", place="oslo", participants=(("host", "corin"),), score=0.5),
    told("enter", 0, label="Corin barred Lund from Oslo", polarity="NEG"),
    told("bar", 0, label="Corin barred Lund from Oslo", score=0.5),
    told("begin", 0, label="The talks in Oslo began", participants=(("agent", "alba"),)),
    told("unveiling", 1, label="Alba unveils a car at the fair", type="launch", score=0.95),
    told("gathering", 1, label="Alba unveils a car at the fair", score=0.8),
    told("power", 1, label="Alba took power in the vote", score=0.5),
    told("taking", 1, label="Alba took power in the vote", type="other", score=0.6),
    told("one mill", 1, label="Corin opened mills in 2017 and 2018", edtf="2017"),
    told("other mill", 1, label="Corin opened mills in 2017 and 2018", edtf="2018"),
    told("no year", 1, label="Corin opened mills in 2017 and 2018", score=0.99),
    told("rejected", 1, label="The board rejected Corin's appeal", type="reject", score=0.8),
    told("appeal", 1, label="The board rejected Corin's appeal", participants=(("agent", "corin"),), score=0.5),
    told("attack", 1, label="Alba condemned the raid", type="attack", participants=(("agent", "corin"),), score=0.9),
    told("condemned", 1, label="Alba condemned the raid", type="condemn", participants=(("agent", "alba"),), score=0.5),
]


def test_what_the_line_of_another_tells_has_none_of_its_own():
    graph = graph_of(*RETOLD)
    entries = {entry.id: entry for entry in graph.timeline()}
    assert entries.keys() == {
        "promise", "dated apart", "elsewhere", "bar", "begin", "unveiling", "power", "one mill", "other mill",
        "rejected", "condemned",
    }  # fmt: skip
    assert entries["rejected"].participants == (("topic", "corin"),)
    assert entries["condemned"].participants == (("agent", "alba"), ("topic", "corin"))
    assert entries["promise"].participants == (("agent", "alba"), ("topic", "corin"))
    assert entries["begin"].participants == (("agent", "alba"), ("host", "corin"))
    assert entries["begin"].place == "oslo"
    assert len(graph.timeline(retold=True)) == len(RETOLD)
    assert graph.timeline(retold=True)[0].participants == (("agent", "alba"),)


@pytest.mark.parametrize(("article", "lines"), [("a", ["whole"]), ("b", ["whole", "again"])])
def test_no_article_is_lost_with_a_line(article, lines):
    again = told("again", 0, label="Alba bought Corin", score=0.5)
    [words] = again.provenance
    span = gb.Span(article, 10, 11, 1)
    again = replace(again, provenance=(words, replace(words, span=span, context=span)))
    graph = graph_of(told("whole", 0, label="Alba bought Corin in Lund"), again)
    graph.graph["documents"]["b"] = graph.graph["documents"]["a"]
    assert ids(graph.timeline()) == lines


def test_what_is_agreed_to_is_told_with_the_agreement():
    graph = graph_of(
        told("agreed", 0, label="Max Weber agreed to sell the mill to Toyota", type="agree"),
        told("the mill", 0, label="Max Weber to sell the mill to Toyota", type="sell", modality="PLANNED"),
        told("Volvo", 1, label="Max Weber to sell Volvo in May", edtf="2022-05", type="sell", modality="PLANNED"),
    )
    assert ids(graph.timeline()) == ["Volvo", "agreed"]
    assert {*ids(graph.timeline(retold=True))} == {"Volvo", "agreed", "the mill"}
    # where no line tells it, it has one of its own
    assert ids(graph.timeline(type="sell")) == ["Volvo", "the mill"]


def test_two_of_one_name_are_told_once_in_a_line():
    lines = parse_corrections("- rename: [Bo Roe, Ann Lee]")
    graph = gb.build(texts=["Ann Lee and Bo Roe met in Lund on 2 May 2010."], corrections=lines)
    [line] = graph.timeline()
    assert len(graph.bearers("Ann Lee")) == 2
    assert line.participants == (("attendee", "Ann Lee"),)
