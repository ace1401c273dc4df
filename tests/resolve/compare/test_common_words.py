"""How alike two texts are by their words: rare ones count more, endings and order do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.resolve.compare.words import alike, most_in_common, stems, weight, weighted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("annuls annul annulment", ["annul"] * 3),
        ("The fires of Łódź, 2 p.m.", ["fire", "of", "lodz"]),
        ("18.4 tonnes, 3,812 pupils", ["18.4", "tonn", "3,812", "pupil"]),
        ("used red as", ["used", "red", "as"]),  # no stem of four letters would be left
        ("", []),
        ("– !", []),
    ],
)
def test_stems(text, found):
    assert stems(text) == found


def test_what_every_article_has_says_nothing_and_what_few_have_most():
    assert weight("the") == 0 < weight("meet") < weight("sonar") == weight("zyxgq")


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        (["The sonar failed."], ["Sonar failings"], 0.9, 1),
        (["The sonar failed.", "A dam broke."], ["A dam broke.", "The sonar failed."], 1, 1),
        (["The sonar failed."], ["The dam failed."], 0.1, 0.6),
        (["The sonar failed."], ["A dam broke."], 0, 0),
        (["The sonar failed."], ["The of and to"], 0, 0),  # nothing but what all have
        ([], ["The sonar failed."], 0, 0),
    ],
)
def test_alike(left, right, least, most):
    found = alike(weighted(left), weighted(right))
    assert least - 1e-9 <= found <= most + 1e-9
    assert found == pytest.approx(alike(weighted(right), weighted(left)))


@pytest.mark.parametrize(
    ("left", "right", "common"),
    [
        (["arrest"], ["arrested", "seized"], "arrest"),
        (["sonar", "arrest"], ["arrested", "sonars"], "sonar"),
        (["arrest"], ["seized"], None),
        ([], ["seized"], None),
    ],
)
def test_most_in_common(left, right, common):
    found = most_in_common(*(frozenset(stem for text in texts for stem in stems(text)) for texts in (left, right)))
    assert found == (weight(common) if common else 0)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_it_is_a_cosine(left, right):
    assert -1e-9 <= alike(weighted(left), weighted(right)) <= 1 + 1e-9
