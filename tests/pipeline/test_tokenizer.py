"""Words with a prefix and a hyphen, and what looks like them."""

import pytest

from graphbuilder.pipeline.load import load

WORDS = [
    ("Jane Roe was re-elected in May.", "re-elected", "VERB", "reelect"),
    ("The court re-opened the case.", "re-opened", "VERB", "reopen"),
    ("The hall will re-open in May.", "re-open", "VERB", "reopen"),
    ("Re-elected in 2010, Jane Roe resigned in 2012.", "Re-elected", "VERB", "reelect"),
    ("Her re-election surprised Max Lund.", "re-election", "NOUN", "re-election"),
    ("Jane Roe co-founded Alba in 1999.", "co-founded", "VERB", "found"),
    ("Chad co-hosted the summit.", "co-hosted", "VERB", "host"),
    ("The book, co-authored by Jane Roe, was sold.", "co-authored", "VERB", "author"),
]
CUT = [
    ("Jane Roe, the co-founder of Alba, resigned.", "co-founder"),
    ("The army shot-down two drones.", "shot-down"),
    ("The well-known painter died.", "well-known"),
    ("The five-day trial ended.", "five-day"),
]


@pytest.mark.parametrize(("text", "word", "part", "lemma"), WORDS)
def test_they_are_one_word(text, word, part, lemma):
    found = next(token for token in load()(text) if token.text == word)
    assert (found.pos_, found.lemma_) == (part, lemma)


@pytest.mark.parametrize(("text", "word"), CUT)
def test_other_words_are_cut_as_before(text, word):
    assert all(token.text != word for token in load()(text))


def test_their_subject_is_theirs():
    (verb,) = [token for token in load()("Voters in Lund re-elected Jane Roe on Monday.") if token.text == "re-elected"]
    assert [(child.text, child.dep_) for child in verb.children if child.dep_ in ("nsubj", "dobj")] == [
        ("Voters", "nsubj"),
        ("Roe", "dobj"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It cost NZ$4 million on Tuesday.", "It cost NZ$ 4 million on Tuesday ."),
        ("It cost S$40 and HK$500.", "It cost S$ 40 and HK$ 500 ."),
        ("Ke$ha sang in Oslo.", "Ke$ha sang in Oslo ."),
        ("It cost US$4 and A$5.", "It cost US$ 4 and A$ 5 ."),
    ],
)
def test_sums_of_dollars_are_cut(text, words):
    doc = load()(text)
    assert " ".join(token.text for token in doc) == words
    assert len(list(doc.sents)) == 1
