"""Characters that nobody sees change nothing that is read, and no offset of the text as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.documents.text.characters import clean
from graphbuilder.invisible import as_it_stands, readable, without_invisible

HIDDEN = ["\u00ad", "\u200b", "\u2060", "\ufeff"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Lis\u00adbon", "Lisbon"),
        ("\u200b\u200bthe Council", "the Council"),
        ("NATO\ufeff met", "NATO met"),
        ("Jane\u2060 Roe", "Jane Roe"),
        ("Ruš\u200cčić and Ca\u200d\u00adrré", "Ruščić and Carré"),
        ("\u06cc\u200c\u062e", "\u06cc\u200c\u062e"),
        ("👩\u200d🚒 came", "👩\u200d🚒 came"),
        ("a \u200cb", "a \u200cb"),
        ("Anglo-Dutch non\u2011stop", "Anglo-Dutch non\u2011stop"),
        ("plain", "plain"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text, seen):
    assert without_invisible(text) == clean(text) == seen
    assert without_invisible(seen) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ana Roe,[1] a poet, left.[2][14] She wept.", "Ana Roe, a poet, left. She wept."),
        ("He was an engineer[1] and “free”.[note 3]", "He was an engineer and “free”."),
        ("It rained.[citation needed]", "It rained."),
        ("two bank[s] and [t]he rest", "two bank[s] and [t]he rest"),
        ("as [1] and [2] show", "as [1] and [2] show"),
        ("Roe [the mayor] left [2010]", "Roe [the mayor] left [2010]"),
        ("it has x[1]y and x[12345]", "it has x[1]y and x[12345]"),
    ],
)
def test_marks_of_notes_are_not_read_but_stay_in_the_text(text, seen):
    assert readable(gb.Document(text=text, id="a")).text == seen
    assert clean(text) == text


def test_a_name_ends_before_the_mark_of_a_note():
    text = "The general is known as Abu Haidar,[1] who lives in Lisbon.[2]\nHe met Jane Roe[3] there."
    [found] = gb.extract(gb.Document(text=text, id="a"))
    names = {text[one.span.start : one.span.end] for one in found.mentions if one.form == "name"}
    assert names == {"Abu Haidar", "Lisbon", "Jane Roe"}
    assert [one.text for one in found.sentences] == [
        "The general is known as Abu Haidar,[1] who lives in Lisbon.",
        "He met Jane Roe[3] there.",
    ]


@pytest.mark.parametrize("text", ["Jane Ro\u00ade met a free[1] officer in Lisbon.", "Jane Roe left Lisbon.[2]"])
def test_what_was_read_past_them_can_be_put_together(text):
    assert "Jane Roe" in {one.name for one in gb.resolve(gb.extract(gb.Document(text=text, id="a"))).entities}


def test_a_document_in_which_all_is_seen_is_the_same_object():
    document = gb.Document(text="NATO met.", id="a")
    assert readable(document) is document
    found = ("a@m0-4",)
    assert as_it_stands(found, document) is found


def test_zones_move_with_their_words():
    document = gb.Document(
        text="\u200bPort\u00ad opens\n\nLis\u00adbon: the port opened.", id="a", zones=(gb.Zone("headline", 1, 12),)
    )
    assert readable(document).zones == (gb.Zone("headline", 0, 10),)
    [found] = gb.extract(document)
    assert found.zones == document.zones


TEXT = (
    "The Episcopal Conference of Nicaragua met Jane Roe in Managua on 2 April 2022. She was arrested a day later, "
    "police said. “I will go home,” Roe told the Harbour Courier, Lisbon’s paper, between 3 and 5 May."
)


def with_hidden(places, text=TEXT):
    """The text with invisible characters before the given offsets."""
    return "".join(f"{places.get(at, '')}{mark}" for at, mark in enumerate(text)) + places.get(len(text), "")


def facts(found):
    """What is told, without where it stands."""
    return (
        [(one.text, one.label, one.form) for one in found.mentions],
        [(one.text, one.value, one.interval) for one in found.times],
        [(one.text, one.type, one.phrase, [part.role for part in one.participants]) for one in found.events],
        [one.type for one in found.relations],
        [without_invisible(one.text) for one in found.sentences],
    )


places = st.dictionaries(
    st.integers(0, len(TEXT)), st.lists(st.sampled_from(HIDDEN), min_size=1, max_size=3).map("".join), max_size=30
)


@settings(max_examples=30)
@given(places)
def test_nothing_that_is_read_changes(places):
    published = date(2022, 5, 30)
    plain = gb.Document(text=TEXT, id="a.txt", published=published)
    text = with_hidden(places)
    [expected], [found] = gb.extract(plain), gb.extract(replace(plain, text=text))
    assert facts(found) == facts(expected)
    for one in found.sentences:
        assert text[one.start : one.end] == one.text
    for one in (*found.mentions, *found.times, *found.events):
        words = text[one.span.start : one.span.end]
        assert without_invisible(words) == one.text
        assert words[0] not in HIDDEN
        assert words[-1] not in HIDDEN
        assert one.id.endswith(f"{one.span.start}-{one.span.end}")
    for part in (part for event in found.events for part in event.participants):
        context = part.provenance.context
        assert part.provenance.quote == found.sentences[context.sentence].text == text[context.start : context.end]
        assert part.mention in {one.id for one in found.mentions}


def test_names_are_shown_without_them_and_quotes_with_them():
    text = with_hidden(dict.fromkeys(range(2, len(TEXT), 5), "\u00ad"))
    graph = gb.build(gb.Document(text=text, id="a.txt"))
    assert graph.entity("Jane Roe").name == "Jane Roe"
    assert "\u00ad" not in "".join(one.name for one in (*graph.entities(), *graph.events()))
    for one in graph.entity("Jane Roe").provenance:
        assert text[one.context.start : one.context.end] == one.quote
        assert "\u00ad" in one.quote


def test_reprints_are_known_by_what_is_seen():
    texts = [TEXT, with_hidden(dict.fromkeys(range(2, len(TEXT), 3), "\u00ad"))]
    graph = gb.build([gb.Document(text=text, id=f"{at}.txt", source=f"Paper {at}") for at, text in enumerate(texts)])
    [met, *_] = graph.timeline()
    assert (len(met.sources), met.independent_sources) == (2, 1)


def test_times_alone():
    [found] = gb.find_times("\u200bIt ended on 2\u00ad Ap\u00adril 2008.")
    assert (found.value, found.text, found.span.start, found.span.end) == ("2008-04-02", "2 April 2008", 13, 27)
    assert found.id == "text@t13-27"
