"""Sentences that many articles print: one telling of a long one, and boilerplate."""

from datetime import date

import graphbuilder as gb

#: A sentence of more words than are written twice by chance, and one that each article tells beside it.
LONG = {
    "act": "destroyed", "type": "attack", "when": "2021-05-03",
    "words": "after a night of rain that the old stone bridge near the mill had not withstood",
}  # fmt: skip
OWN = [
    {"act": act, "type": act, "alike": at, "who": who, "when": f"2021-05-0{at + 3}", "published": f"2021-05-0{at + 3}"}
    for at, (act, who) in enumerate(
        [("praised", "agent Jane Roe"), ("sold", "agent Max Lund"), ("left", "agent Ann Lee")], 1
    )
]
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


def test_a_sentence_printed_word_for_word_is_one_telling(written):
    notes = []
    resolution = gb.resolve(written(*([own, LONG] for own in OWN)), on_problem=notes.append)
    (event,) = [one for one in resolution.events if "destroyed" in one.name]
    assert {one.span.document for one in event.provenance} == {"article0", "article1", "article2"}
    assert event.independent_sources == 1
    assert event.sources == ("Outlet of article0", "Outlet of article1", "Outlet of article2")
    assert notes == []


def test_told_in_own_words_it_is_of_several_sources(told):
    view = told([OWN[0], LONG], [OWN[1], LONG], [OWN[2], {**LONG, "words": "at night"}])
    (event,) = [one for one in view.resolution.events if "destroyed" in one.name]
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
