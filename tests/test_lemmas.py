"""The lemmas of short verbs with a final e."""

import pytest

from graphbuilder.language import load

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
