"""Word vectors from numpy's matrix products: spaCy's but for the last digits, and the document's own."""

from __future__ import annotations

import numpy as np

from graphbuilder.pipeline.load import load_plain
from graphbuilder.pipeline.word_vectors import quicken_vectors


def quick():
    nlp = load_plain()
    quicken_vectors(nlp)
    return nlp


def test_vectors_and_what_is_read_by_them_are_spacys(plain):
    texts, read = plain
    for ours, theirs in zip(quick().pipe(texts), read, strict=True):
        np.testing.assert_allclose(ours.tensor, theirs.tensor, atol=1e-4)
        read_of = [[(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc] for doc in (ours, theirs)]
        assert read_of[0] == read_of[1]


def test_a_document_has_the_same_vectors_alone_and_among_others(plain):
    nlp, texts = quick(), ["", "Roe", *plain[0][:3]]
    among = [doc.tensor.tobytes() for doc in nlp.pipe(texts)]
    assert among == [nlp(text).tensor.tobytes() for text in texts]
