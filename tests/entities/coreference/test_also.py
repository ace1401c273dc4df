"""Two names that a text says are of one thing, and two that it only sets side by side."""

from __future__ import annotations

import pytest

#: A text, its second name, and the first name of the same thing; "" where it is another thing.
CASES = [
    # told in words
    ("Police arrested Lin Maya, better known as Lin Momo, in Lisbon.", "Lin Momo", "Lin Maya"),
    ("Channel 12, known as Canal Luz, was closed on Monday.", "Canal Luz", "Channel 12"),
    ("Sandra Holm (also known as Sandra Vik) sang in Oslo.", "Sandra Vik", "Sandra Holm"),
    (
        "The Sable Islands, known in Lisbon as the Ravo Islands, are claimed by six states.",
        "Ravo Islands",
        "Sable Islands",
    ),
    ("Fenwick Holdings, which was previously called Arcon Systems, was sold.", "Arcon Systems", "Fenwick Holdings"),
    ("Fenwick Holdings (formerly Arcon Systems) was sold.", "Arcon Systems", "Fenwick Holdings"),
    ("Jane Roe, formerly known as Jane Holm, lives in Split.", "Jane Holm", "Jane Roe"),
    ("The actor Peter Hald, born Piet Haldman, died in Oslo.", "Piet Haldman", "Peter Hald"),
    ("Abu Roe (real name: Jan Holm) was killed in Syria.", "Jan Holm", "Abu Roe"),
    # in brackets alone
    ("The Ministry of Posts (Corpos) closed the station.", "Corpos", "Ministry of Posts"),
    # another thing
    ("At noon Anna Roe also named Mary Holm as head of the bank.", "Mary Holm", ""),
    ("Anna Roe then called Mary Holm in Oslo.", "Mary Holm", ""),
    ("Anna Roe, formerly of Acme Holdings, joined Corin Systems.", "Acme Holdings", ""),
    ("Anna Roe, formerly Acme Holdings’ chief, joined Corin Systems.", "Acme Holdings", ""),
    ("Anna Roe (formerly Acme Holdings) joined Corin Systems.", "Acme Holdings", ""),
    ("Anna Roe, known as Lisbon’s best singer, died on Monday.", "Lisbon", ""),
    ("Kyiv, formerly part of the Soviet Union, voted on Monday.", "Soviet Union", ""),
    ("Fenwick Holdings, formerly owned by Arcon Systems, was sold.", "Arcon Systems", ""),
    ("Anna Roe, now Oslo police chief, came.", "Oslo", ""),
    ("Fenwick Holdings (now with Arcon Systems) was founded in Riga.", "Arcon Systems", ""),
    ("Peter Hald, born in Oslo, died.", "Oslo", ""),
    ("Jane Roe (Ann Lee) won the prize.", "Ann Lee", ""),
    ("Jane Roe (Ann Lee in the series) won the prize.", "Ann Lee", ""),
    ("Jane Roe (Labour Party) met Ann Lee (Green Party) in Oslo.", "Labour Party", ""),
    ("The Institute of Posts (Lisbon) closed the station.", "Lisbon", ""),
    ("The Institute of Posts (France) closed the station.", "France", ""),
    ("Ships passed Gozo Island (Malta) on Monday.", "Malta", ""),
    ("Paris (France) won on Monday.", "France", ""),
    ("They climbed Mount Vard (Norway) in June.", "Norway", ""),
    ("Boca Juniors (Argentina) beat Corinthians in June.", "Argentina", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(CASES)


@pytest.mark.parametrize(("text", "name", "other"), CASES)
def test_what_two_names_are_of(read, text, name, other):
    assert read[text].last(name) is not None, read[text].names()
    assert read[text].refers(name) == other
    assert any(tie.type == "alias" for tie in read[text].relations) == bool(other)


def test_either_name_leads_to_it_across_articles(read_entities):
    import graphbuilder as gb

    texts = [
        "Police arrested Lin Maya, better known as Lin Momo, in Lisbon.",
        "Lin Momo was taken to court on Monday.",
        "A judge sent Lin Maya to prison.",
    ]
    graph = gb.build([gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(texts)])
    assert graph.entity("Lin Momo") == graph.entity("Lin Maya")
    assert len({one.span.document for one in graph.entity("Lin Maya").provenance}) == 3
