"""A slice of a store says what the whole says, of what it is asked, and loads only the articles that can bear on it."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.intervals import Interval, window
from graphbuilder.store import adding
from graphbuilder.store.slices import Question, articles_of

#: Of twelve articles, each with one event, three name somebody in full.
PEOPLE = {
    "full": "Timothy Geithner resigned on 3 May 2010. Geithner gave no reason.",
    "short": "Geithner met bankers in Basel on 4 May 2010.",
    "white": "Paul White resigned on 5 May 2010. White gave no reason.",
    "white 1": "Mary White sang in Oslo on 6 May 2010.",
    "white 2": "Tom White won the race in Lund on 7 May 2010.",
    "who": "The WHO closed its office in Riga on 8 May 2010.",
    "who not": "The man who closed the shop in Riga on 9 May 2010 resigned.",
    "accents": "Lech Wałęsa met Élodie Durand in Gdańsk on 10 May 2010.",
    "danish": "The Danish government bought a ship on 11 May 2010.",
    "undated": "Elvaron bought a mine.",
}
#: What is asked of the collections, and the most articles that may be put together for it.
QUESTIONS = [
    ("nato", "NATO", None, None, 13),
    ("nato", "north atlantic treaty organization", "2008", "2009", 13),
    ("nato", "the Alliance", None, None, 13),
    ("nato", "Georgia", "2008-04", "2008-04", 13),
    ("nato", "Georgia", 2014, None, 13),
    ("nato", "Kiev", None, "2014", 12),
    ("nato", "Finland", None, None, 6),
    ("nato", "Jens Stoltenberg", "2022", "2022", 8),
    ("nato", "Bucharest", None, "2008-06", 12),
    ("nato", None, "2014", "2014", 13),
    ("nato", None, None, "2007", 13),
    ("nato", "Finland", "1950", "1951", 1),
    ("batteries", "Elvaron", None, None, 8),
    ("batteries", "Willemijn Baas", None, None, 4),
    ("batteries", "Sweden", "2022-09", "2022-10", 8),
    ("batteries", "rademo", 2022, 2022, 5),
]


def lines(timeline):
    return [(one.when, one.happened, one.label, one.participants, one.place, one.sources) for one in timeline]


def put_together(problems):
    """How many articles were put together, of how many."""
    [found] = [found for one in problems if (found := re.match(r"(\d+) of (\d+) articles bear on", one.reason))]
    return tuple(map(int, found.groups()))


@pytest.fixture(scope="module")
def collections(tmp_path_factory, nato_documents, batteries_documents, nato_extractions, batteries_extractions):
    """A store of each collection, of what was read for all tests."""
    read = {one.document: one for one in (*nato_extractions, *batteries_extractions)}
    given = {"nato": nato_documents, "batteries": batteries_documents}
    stores = {name: gb.Store(tmp_path_factory.mktemp("slices") / f"{name}.store") for name in given}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding, "extracted", lambda documents, made, **_: (made(read[one.id], one) for one in documents))
        for name, store in stores.items():
            store.add(given[name])
            store.close()
    return stores


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    with gb.Store(tmp_path_factory.mktemp("slices") / "people.store") as store:
        store.add(texts=[{"text": text, "id": id, "published": "2010-06-01"} for id, text in PEOPLE.items()])
        yield store


def articles(store, about, corrections=None, **period):
    """How many articles a slice is made of."""
    question = Question(about, window(period.get("start"), period.get("end")))
    [numbers] = articles_of([store], question, corrections or gb.Corrections())
    return len(numbers)


# --- it says what the whole says ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "about", "start", "end", "most"), QUESTIONS)
def test_the_lines_are_those_of_the_whole(collections, nato, batteries, name, about, start, end, most):
    whole = {"nato": nato, "batteries": batteries}[name]
    problems = []
    part = gb.build(collections[name].path, about=about, start=start, end=end, on_problem=problems.append)
    assert lines(part.timeline(chosen=True)) == lines(whole.timeline(about, start=start, end=end, chosen=True))
    assert put_together(problems) <= (most, len(whole.graph["documents"]))


def test_articles_in_place_of_a_store_give_the_same(root, nato):
    question = {"about": "Georgia", "start": "2008", "end": "2009"}
    part = gb.build(root / "data" / "nato", **question, top=3)
    assert lines(part.timeline()) == lines(nato.timeline(**question, chosen=True, top=3))


def test_an_open_store_and_several_stores(collections):
    nato, batteries = collections["nato"], collections["batteries"]
    alone = gb.build(nato, about="Ukraine", end="2010")
    problems = []
    both = gb.build([batteries, nato.path], about="Ukraine", end="2010", on_problem=problems.append)
    assert lines(both.timeline()) == lines(alone.timeline())  # its ids are those of the first store
    assert [one.name for one in problems] == ["batteries.store, nato.store"]
    assert put_together(problems)[1] == 21


def test_beside_a_store_other_articles_are_all_read(people, cheap):
    more = gb.Document(text="Ann Lee left Acme on 12 May 2010.", id="more", published=date(2010, 6, 1))
    again = gb.Document(text=PEOPLE["white"], id="white", published=date(2010, 6, 1))
    for about, documents in (("Ann Lee", {"more"}), ("Geithner", {"short"})):
        graph = gb.build([people, more, again], about=about)
        assert set(graph.graph["documents"]) == documents


# --- which articles bear on it ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "count"),
    [
        ("Timothy Geithner", 2),  # most articles with "Geithner" are found
        ("Geithner", 2),
        ("geithner", 2),
        ("President Geithner", 2),
        ("timothy-geithner", 2),  # an id
        ("Paul White", 1),  # most articles with "White" are of others
        ("White", 3),
        ("WHO", 1),
        ("World Health Organisation", 1),
        ("Lech Walesa", 0),
        ("Lech Wałęsa", 1),
        ("elodie durand", 1),
        ("Denmark", 1),
        ("Government of Denmark", 1),
        ("Riga", 2),
    ],
)
def test_names_find_articles(people, about, count):
    assert articles(people, about) == count


def test_corrections_name_things_too(people, tmp_path):
    file = tmp_path / "corrections.yaml"
    file.write_text("- same: [Elvaron, Timothy Geithner]\n- rename: [Paul White, The Voice]\n", "utf-8")
    lines = gb.read_corrections(file)
    assert articles(people, "Elvaron", lines) == 3
    assert articles(people, "The Voice", lines) == 1


@given(st.dates(date(2008, 1, 1), date(2012, 12, 31)), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_no_article_with_an_event_of_the_period_is_missed(collections, nato_extractions, first, days):
    period = window(first, first + timedelta(days))
    numbers = collections["nato"].within(collections["nato"].numbers(), period)
    found = {one.document for one in collections["nato"].extractions(numbers)}
    for one in nato_extractions:
        told = {time.id: time.interval for time in one.times}
        dates = [told.get(event.times[0]) for event in one.events if event.times]
        if any(each is not None and each.mark.overlaps(period) for each in dates):
            assert one.document in found
        if one.published is not None and Interval.around(one.published, 14).overlaps(period):
            assert one.document in found


def test_what_nobody_could_date_is_in_no_period(people):
    assert articles(people, "Elvaron", start="2010-06", end="2010-06") == 1  # it came out then
    graph = gb.build(people, about="Elvaron", start="1999", end="1999")
    assert (len(graph.timeline()), [one.name for one in graph.entities()]) == (0, ["Elvaron"])


@pytest.mark.parametrize("about", ["UAE", "United Arab Emirates", "uae"])
def test_a_period_in_which_it_has_another_name(store, about):
    texts = {
        "2009": "The UAE bought a port on 3 May 2009.",
        "2011": "The United Arab Emirates sold the port on 5 May 2011.",
    }
    store.add(gb.Document(text=text, id=id) for id, text in texts.items())
    [line] = gb.build(store, about=about, start=2011, end=2011).timeline()
    assert line.when == "2011-05-05"


# --- what is wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("Geithnr", "no article of people.store has the name 'Geithnr'; nearest: Geithner"),
        ("Tom Geithner", "has the name 'Tom Geithner'; graphbuilder search finds articles by their words"),
        ('" OR text:a', "no article of people.store has the name"),
        ("text : NATO*", "no article of people.store has the name"),
        ("'); DROP TABLE document; --", "no article of people.store has the name"),
        ("\0", "no article of people.store has the name"),
        ("", "no article of people.store has the name"),
        ("🙂", "no article of people.store has the name"),
        ("\ud800", "no article of people.store has the name"),
    ],
)
def test_a_name_that_nobody_bears(people, about, message):
    with pytest.raises(gb.UnknownName, match=re.escape(message)):
        gb.build(people, about=about)
    assert people.check() == []


@given(st.text(st.sampled_from("ab\"'*():^-+{}.,\0é🙂“” ANDORT\ud800")) | st.text())
@settings(max_examples=100, deadline=None)
def test_no_name_is_an_error_of_sqlite(people, about):
    assert articles(people, about) <= len(people)
    people.near(about)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"about": 5}, "looked up by its name as a string"),
        ({"start": "May"}, "May"),
        ({"start": 2010, "end": 2009}, "would end before it starts"),
        ({"about": "White", "top": 0}, "top must be 1 or more, not 0"),
    ],
)
def test_a_wrong_question_says_so(people, options, message):
    with pytest.raises(gb.InputError, match=message):
        gb.build(people, **options)


# --- the command line ---------------------------------------------------------------------------------------------


def test_commands_tell_how_many_articles_a_slice_is_of(people, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    note = "note: people.store: 2 of 10 articles bear on what is asked and are put together\n"
    _, out, err = run("timeline", people.path, "--about", "Geithner", "--start", "2010-05-04", "--end", "2010-05-04")
    assert (out.splitlines()[0].split("  ")[0], len(out.splitlines())) == ("4 May 2010", 2)
    assert err == note.replace("2 of 10", "1 of 10")
    _, out, err = run("export", people.path, "--about", "Geithner", "--top", "1", "--format", "json")
    kinds = Counter(node["kind"] for node in json.loads(out)["nodes"])
    assert (kinds["event"], kinds["document"], err) == (1, 1, note)
    _, out, err = run("build", people.path, "--about", "Geithner", "-o", "page.html")
    assert err == f"{note}page.html: 1 event, 2 entities, 1 document\n"


def test_the_best_lines_of_a_kind(people, run):
    _, out, _ = run("timeline", people.path, "--type", "resign", "--top", "1", "--format", "csv")
    _, everything, _ = run("timeline", people.path, "--type", "resign", "--format", "csv")
    assert len(out.splitlines()) == 2 < len(everything.splitlines())
    assert set(out.splitlines()) < set(everything.splitlines())
