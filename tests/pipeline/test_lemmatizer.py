"""The lemmas of short verbs with a final e."""

import pytest

from graphbuilder.pipeline.lemmatizer import mend_lemmas
from graphbuilder.pipeline.load import load, load_plain

LEMMAS = [
    ("The coach hopes to win.", "hopes", "hope"),
    ("She hoped for rain.", "hoped", "hope"),
    ("The children hopped across.", "hopped", "hop"),
    ("He is hoping for rain.", "hoping", "hope"),
    ("The court fined the bank.", "fined", "fine"),
    ("The union staged a walkout.", "staged", "stage"),
    ("The agency rated the bonds.", "rated", "rate"),
    ("The army is waging war.", "waging", "wage"),
    ("The dog wagged its tail.", "wagged", "wag"),
    ("He planned the raid.", "planned", "plan"),
    ("He planed the wood.", "planed", "plane"),
    ("The king visited Lund.", "visited", "visit"),
    ("The firm installed a pump.", "installed", "install"),
    ("They stopped the train.", "stopped", "stop"),
    ("The ship sailed to Lund.", "sailed", "sail"),
    ("The state banned it.", "banned", "ban"),
    ("They cited the law.", "cited", "cite"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemma(text, word, lemma):
    assert next(token.lemma_ for token in load()(text) if token.text == word) == lemma


def test_all_other_words_have_the_lemma_that_they_had(plain):
    (texts, read), nlp = plain, load_plain()
    mend_lemmas(nlp)
    pairs = [
        (one, other)
        for ours, theirs in zip(nlp.pipe(texts), read, strict=True)
        for one, other in zip(ours, theirs, strict=True)
    ]
    changed = {(one.pos_, one.lemma_[len(other.lemma_) :]) for one, other in pairs if one.lemma_ != other.lemma_}
    assert changed <= {("VERB", "e"), ("VERB", "l")}
    assert all(one.lemma_ for one, _ in pairs if not one.is_space)


def test_an_empty_text_has_no_lemmas():
    assert len(load()("")) == 0
