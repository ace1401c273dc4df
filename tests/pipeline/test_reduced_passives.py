"""Headlines in the passive, and what looks like them."""

import pytest

from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document

PASSIVE = [
    "Max Lund arrested in Lisbon",
    "Coach Piet Vos sacked after derby defeat",
    "Alba fined over data leak",
    "Kenya Airways hit by strike",
    "Volvo accused of fraud",
    "Max Lund acquitted",
    "Rebel chief freed in Mali\n\nBAMAKO, May 3 (Alpine Wire) - A court freed him.",
]
ACTIVE = [
    "Spain won in Rome",
    "Plane crashed near Oslo",
    "Jane Roe resigned on Monday",
    "Max Lund arrested two men in Lisbon",
    "Jane Roe said she was arrested in Lisbon",
    "Police clashed with miners in Lima",
    "The guard fired.",
    "“The guard fired”",
]


def roots(text):
    (read,) = parse([Document(text=text, id="d")])
    verb = read.live[0].root
    return verb.tag_, {child.dep_ for child in verb.children}


@pytest.mark.parametrize("text", PASSIVE)
def test_what_is_done_to_the_subject(text):
    tag, places = roots(text)
    assert tag == "VBN"
    assert "nsubjpass" in places
    assert "nsubj" not in places


@pytest.mark.parametrize("text", ACTIVE)
def test_what_the_subject_does(text):
    tag, places = roots(text)
    assert tag == "VBD"
    assert "nsubj" in places


def test_what_somebody_becomes():
    assert {"nsubjpass", "oprd"} <= roots("Jane Roe elected president of Peru")[1]
