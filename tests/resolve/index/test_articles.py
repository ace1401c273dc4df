"""How alike articles are by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.resolve.compare.common_words import alike, weighted
from graphbuilder.resolve.index.articles import Articles

TEXTS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]), st.lists(st.text("sonar dam the", max_size=30)), min_size=1
)


@given(TEXTS)
def test_articles_are_as_alike_as_their_texts(texts):
    articles = Articles(texts)
    assert articles.documents == sorted(texts)
    for one, sentences in texts.items():
        expected = [alike(weighted(sentences), weighted(texts[other])) for other in articles.documents]
        assert articles.cosines(one).tolist() == pytest.approx(expected)
        assert [articles.alike(one, other) for other in articles.documents] == pytest.approx(expected)
