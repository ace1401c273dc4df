"""Sentences that the parser begins within a name, and names that are sentences of their own."""

import pytest
from spacy.tokens import Doc

from graphbuilder.pipeline.joined_names import join_names
from graphbuilder.pipeline.load import load


@pytest.mark.parametrize(
    ("words", "tags", "spaces", "count"),
    [
        (["Jane", "Roe", "answered", "first"], ["NNP", "NNP", "VBD", "RB"], None, 1),
        (["Lund", "Roe", "answered", "first"], ["NNP", "NNP", "VBD", "RB"], [False, True, True, False], 2),
        (["Yesterday", "Roe", "answered", "first"], ["RB", "NNP", "VBD", "RB"], None, 2),
        (["Jane", "she", "answered", "first"], ["NNP", "PRP", "VBD", "RB"], None, 2),
    ],
)
def test_a_sentence_of_one_name_is_the_beginning_of_the_next(words, tags, spaces, count):
    heads = [0, 2, 2, 2]
    doc = Doc(
        load().vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=["ROOT", "nsubj", "ROOT", "advmod"]
    )
    assert len(list(join_names(doc).sents)) == count


def test_a_doc_without_a_parse_stays_what_it_is():
    doc = Doc(load().vocab, words=["Jane", "Roe"])
    assert join_names(doc) is doc
