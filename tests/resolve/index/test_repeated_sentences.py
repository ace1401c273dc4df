"""Sentences that many articles print: one telling of a long one, and boilerplate."""

from datetime import date

import graphbuilder as gb

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
