"""How alike articles are by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.resolve.compare.words import alike, weighted
from graphbuilder.resolve.index import articles as index
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


def test_what_very_many_articles_have_does_not_make_two_of_them_near(monkeypatch):
    texts = {"a": ["sonar dam"], "b": ["sonar dam"], "c": ["sonar"]}
    assert Articles(texts).cosines("a")[2] > 0
    monkeypatch.setattr(index, "_HOLDERS", 2)
    near = Articles(texts).cosines("a")
    assert near[2] == 0
    assert near[1] > 0
