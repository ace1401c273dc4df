"""The quick attribute ruler says what spaCy's says."""

from __future__ import annotations

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from graphbuilder.pipeline.attribute_ruler import QuickRuler, quicken
from graphbuilder.pipeline.load import load, load_plain

SAID = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]

#: Patterns, what they set, and the token of the match that it is set on.
RULES = [
    ([[{"LOWER": "tea"}]], {"LEMMA": "tea", "POS": "NOUN"}, 0),
    ([[{"LOWER": {"IN": ["tea", "cups"]}}]], {"LEMMA": "drink"}, 0),
    ([[{"LOWER": {"NOT_IN": ["tea", "the"]}}]], {"MORPH": "Number=Sing"}, 0),
    ([[{"LOWER": {"REGEX": "^cup"}}]], {"POS": "PROPN"}, 0),
    ([[{"lower": "of"}]], {"POS": "ADP"}, 0),
    ([[{"ORTH": "Tea"}]], {"LEMMA": "Tea"}, 0),
    ([[{"IS_SPACE": True}]], {"POS": "SPACE"}, 0),
    ([[{"LOWER": "cups"}, {"LOWER": "of"}]], {"LEMMA": "cup"}, 0),
    ([[{"LOWER": "of"}, {"LOWER": "tea"}]], {"LEMMA": "leaf"}, -1),
    ([[{"LOWER": "the"}], [{"LOWER": "a"}, {"LOWER": "cup"}]], {"LEMMA": "it"}, 0),
    ([[{"LOWER": "tea", "OP": "+"}]], {"MORPH": "Number=Plur"}, 0),
    ([[{"LOWER": "tea"}]], {"POS": "VERB"}, 0),
]
TEXTS = [
    "",
    "tea",
    "The cups of tea of Tea",
    "A cup\n\nof tea tea TEA",
    "nobody drinks anything",
]


def said(doc):
    return [tuple(row) for row in doc.to_array(SAID).tolist()]


@pytest.mark.parametrize("text", TEXTS)
def test_says_of_each_token_what_the_ruler_of_spacy_says(text):
    nlp = spacy.blank("en")
    theirs, ours = AttributeRuler(nlp.vocab), QuickRuler(nlp.vocab)
    for _ in range(2):  # rules may be added when some were looked up already
        for patterns, attrs, index in RULES:
            theirs.add(patterns, attrs, index)
            ours.add(patterns, attrs, index)
        assert said(ours(nlp(text))) == said(theirs(nlp(text)))


def test_a_wrong_index_is_an_error_as_before():
    nlp = spacy.blank("en")
    ours = QuickRuler(nlp.vocab)
    ours.add([[{"LOWER": "tea"}]], {"POS": "NOUN"}, 1)
    with pytest.raises(ValueError, match="E1001"):
        ours(nlp("tea"))


def test_a_pipeline_reads_articles_as_it_did(plain):
    (texts, read), nlp = plain, load_plain()
    names = list(nlp.pipe_names)
    quicken(nlp)
    assert nlp.pipe_names == names
    for ours, theirs in zip(nlp.pipe(texts), read, strict=True):
        assert said(ours) == said(theirs)


def test_only_the_ruler_of_spacy_is_replaced():
    nlp = spacy.blank("en")
    quicken(nlp)
    assert nlp.pipe_names == []
    assert isinstance(load().get_pipe("attribute_ruler"), QuickRuler)
