"""The quick recognizer of names: the names are spaCy's."""

from __future__ import annotations

import pytest

from graphbuilder.pipeline.entity_recognizer import QuickRecognizer, quicken_names
from graphbuilder.pipeline.load import load, load_plain

TEXTS = [
    "",
    " ",
    "Lund",
    "New York",
    "She moved to New York",
    "The ferry left Oslo. New York was far away.",
    "\n\nNew York\n\nThe mayor of New\nYork met Jane Roe of the Northern Grain Council on 3 May 2021.",
    "It rained all day, and nobody came.",
    "Profits rose 12 percent to $3 million in the third quarter, Acme Corp. said Tuesday.",
]


def named(doc):
    return [(span.start, span.end, span.label_) for span in doc.ents], doc.to_array("ENT_IOB").tolist()


@pytest.fixture(scope="module")
def quick():
    nlp = load_plain()
    quicken_names(nlp)
    return nlp


def test_the_pipeline_has_it():
    assert isinstance(load().get_pipe("ner"), QuickRecognizer)


@pytest.mark.parametrize("text", TEXTS)
def test_the_names_are_spacys(quick, text):
    assert named(quick(text)) == named(load_plain()(text))


def test_the_names_of_articles_are_spacys(quick, plain):
    texts, read = plain
    assert list(map(named, quick.pipe(texts))) == list(map(named, read))


def test_names_that_were_set_before_stay(quick):
    ruled = load_plain()
    for nlp in (quick, ruled):
        nlp.add_pipe("entity_ruler", before="ner").add_patterns([{"label": "PRODUCT", "pattern": "moved"}])
    try:
        found = named(quick("Jane Roe moved to New York."))
    finally:
        quick.remove_pipe("entity_ruler")
    assert found == named(ruled("Jane Roe moved to New York."))
    assert (2, 3, "PRODUCT") in found[0]


def test_one_that_searches_with_a_beam_is_left_as_it_is():
    nlp = load_plain()
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    quicken_names(nlp)
    assert not isinstance(nlp.get_pipe("ner"), QuickRecognizer)
