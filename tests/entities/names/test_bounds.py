"""Where names begin and end that the reader took with other words: its names are given by hand, the parse is real.

The words between the brackets are what the reader took for a name, further brackets of its text its other names.
"""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuilder.entities.names.bounds import Others, bounded
from graphbuilder.entities.names.read_names import is_name
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document

#: Text with the name in brackets, its type by the reader, what is left of it.
ROWS = [
    # common words before it
    ("He left the [opposition Party of Regions] in May.", "organization", "Party of Regions"),
    ("Apple unveiled a [new iPhone] on Monday.", "product", "iPhone"),
    ("Apple unveiled the [much-anticipated iPhone] on Monday.", "product", "iPhone"),
    ("They bought a [5th generation iPod] in Oslo.", "product", "iPod"),
    ("The [president of the Federation] resigned.", "organization", "Federation"),
    ("She told the [council of Oslo] so.", "organization", "Oslo"),
    ("Troops of the [3rd Battalion] left.", "organization", "3rd Battalion"),
    ("It was read by [al-Qaeda] leaders.", "organization", "al-Qaeda"),
    ("A film about [von Braun] was shown.", "person", "von Braun"),
    ("Doctors found [influenza A] in pigs.", "other", "influenza A"),
    # common nouns behind it
    ("Snow fell in [Loreto province] on Friday.", "place", "Loreto"),
    ("The [Barack Obama tweet] was deleted.", "person", "Barack Obama"),
    ("The [Interior Ministry state] secretary left.", "organization", "Interior Ministry"),
    ("Nurses of [Médecins sans frontières] left.", "organization", "Médecins sans frontières"),
    ("The [Bank of England] raised rates.", "organization", "Bank of England"),
    ("The [iPod nano] sold out in May.", "product", "iPod nano"),
    # whoever has it
    ("[Canada's Competition Bureau] cleared the deal.", "organization", "Competition Bureau"),
    ("The price of [Fenwick's Corsa] fell. [Fenwick] shares fell.", "product", "Corsa"),
    ("Crowds filled [St Peter's Square] at noon. [St Peter] is old.", "place", "St Peter's Square"),
    ("Soldiers of the [Korean People's Army] marched.", "organization", "Korean People's Army"),
    ("The [State Auditor's Office] denied it. [State Auditor] Lee left.", "organization", "State Auditor's Office"),
    ("They ate at [Petrolli's Supper Club] in May. [Cindy Petrolli] cooked.", "organization", "Petrolli's Supper Club"),
    # others of a list
    ("[[Namibia], Singapore] and Slovakia signed it.", "place", "Singapore"),
    ("The road between [[Save] and Muxungue] is closed.", "place", "Muxungue"),
    ("The [Ministry of [Science] and Sport] objected.", "organization", "Ministry of Science and Sport"),
    ("Ships left [[Trinidad] and Tobago] at noon.", "place", "Trinidad and Tobago"),
    ("The [[Institute of History] and Philology] grew.", "organization", "Institute of History and Philology"),
    # a phrase with a person's name
    ("[Ada Holm arrives at the trial of Dr Piet Maas] in Oslo.", "person", "Piet Maas"),
    ("Photo: [Piet Maas - AP]", "person", "Piet Maas"),
    ("Our correspondent [Ada Holm in Port-au-Prince] reports.", "person", "Ada Holm"),
    ("Neither [Obama nor McCain] came.", "person", "McCain"),
    ("[Gordon Brown Mrs Brown] smiled at the cameras.", "person", "Brown"),
    ("With [Wyclef Jean, Sting, Mary J Blige] and others.", "person", "Mary J Blige"),
    ("[Martin Luther King, Jr.] spoke in 1963.", "person", "Martin Luther King, Jr."),
    ("[Joan of Arc] was burned in 1431.", "person", "Joan of Arc"),
    ("[Catherine the Great] ruled Russia.", "person", "Catherine the Great"),
    ("[Robert (Bob) Smith] came to Oslo.", "person", "Robert (Bob) Smith"),
    ("Saudi minister [Ali al-Naimi] said so.", "person", "Ali al-Naimi"),
    ("[Charl van der Merwe] won the race.", "person", "Charl van der Merwe"),
    ("[Luiz Inacio Lula da Silva] won again.", "person", "Luiz Inacio Lula da Silva"),
    ("[Roe, Jane]. Collected works.", "person", "Roe, Jane"),
    ("The [Kenyan Minister for Tourism] resigned.", "person", "Kenyan Minister for Tourism"),
    # the number of a model
    ("Regulators grounded the [Falcon] 9 in May.", "product", "Falcon 9"),
    ("The [Internet Explorer] 6.0 was slow.", "product", "Internet Explorer 6.0"),
    ("They sent [Leopard] 2 tanks to Ukraine.", "organization", "Leopard 2"),
    ("The [Corsa] 9 months ago was cheaper.", "product", "Corsa"),
    ("The [Corsa] costs 300 euros.", "product", "Corsa"),
    ("The ballot of [Ukraine] 2014 was watched.", "place", "Ukraine"),
    ("Sweden beat [Denmark] 3-1 in Malmo.", "place", "Denmark"),
    ("[Labour] 40 and others 30 won seats.", "organization", "Labour"),
    ("Leaders of the [Group] 7 met.", "organization", "Group"),
]  # fmt: skip


def cases():
    documents = [Document(text=re.sub(r"[\[\]]", "", text), id=f"d{at}") for at, (text, *_) in enumerate(ROWS)]
    return {row[0]: one for one, row in zip(parse(documents), ROWS, strict=True)}


@pytest.fixture(scope="module")
def parses():
    return cases()


def spans(text, doc):
    """The tokens between each pair of brackets, the outermost first."""
    opened, found, at = [], [], 0
    for mark in text:
        if mark == "[":
            opened.append(at)
        elif mark == "]":
            start = opened.pop()
            span = doc.char_span(start, at)
            found.append((span.start, span.end))
        else:
            at += 1
    return sorted(found, key=lambda one: (one[0], -one[1]))


@pytest.mark.parametrize(("text", "label", "left"), ROWS)
def test_bounds(parses, text, label, left):
    doc = parses[text].doc
    (start, end), *others = spans(text, doc)
    known = Others(
        {stop: first for first, stop in others}, {doc[first:stop].text for first, stop in others if stop - first == 1}
    )
    start, end, _ = bounded(doc, start, end, label, known)
    assert doc[start:end].text == left


def test_what_is_left_of_a_body_after_a_place_is_a_place(parses):
    text = "She told the [council of Oslo] so."
    [(start, end)] = spans(text, parses[text].doc)
    assert bounded(parses[text].doc, start, end, "organization", Others({}, set()))[2] == "place"


@pytest.mark.parametrize(
    ("words", "name"),
    [("Oslo", True), ("iPhone", True), ("kestrelwatch", True), ("Summit", True),
     ("national board", False), ("Bucharest Summit", False)],
)  # fmt: skip
def test_what_is_written_like_a_name(words, name):
    [one] = parse([Document(text=words, id="d")])
    assert is_name(one.doc, 0, len(one.doc)) is name


def test_a_run_of_possessives_is_looked_at_once():
    """Each of them could end a longer name, all of which would be put together from their words."""
    words = ["Ab", "'s"] * 5000 + ["Cd"]
    doc = Doc(Vocab(), words=words, tags=["NNP", "POS"] * 5000 + ["NNP"], pos=["PROPN", "PART"] * 5000 + ["PROPN"])
    assert bounded(doc, 0, len(doc), "place", Others({}, {"Ab"})) == (2, len(doc), "place")
