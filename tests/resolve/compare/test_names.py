"""Comparing two names: symmetric, never failing, and what may be alike is found by a common key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.resolve.compare import organization_names, person_names
from graphbuilder.resolve.compare.person_names import person_name
from graphbuilder.resolve.compare.spelling import SHORT, one_slip, slips, sound

NAMES = [
    "John Smith",
    "John R. Smith",
    "J. Smith",
    "Jon Smith",
    "Smith, John",
    "John Smith Jr.",
    "Elizabeth II",
    "Jean-Luc Roe",
    "Volodymyr Zelensky",
    "Vladimir Zelenskyy",
    "Xi Jinping",
    "Bill Hartley",
    "William Hartley",
    "Madonna",
    "de Gaulle",
    "F. Scott Ellery",
    "Scott Ellery",
    "Ngô Đình Diệm",
    "Lucia Montero Salas",
    "Lucia Montero",
    "Lucia Salas",
    "Lucia Montero Vidal",
    "Elena Salas de Montero",
    "Elena Salas",
    "Ana Costa Lima",
    "Mr. X",
    "…",
    "J.",
    "",
]
THINGS = [
    "Toyota Motor Corp.",
    "Samsung Electronics",
    "Samsung Electroniks",
    "6th Fleet",
    "Seventh Fleet",
    "Defence Ministry",
    "Ministry of Defense",
    "Inc.",
    "& Co.",
    "A",
    "iPhone 4",
    "iPhone 4S",
    "Bank of Ireland",
    "Bank of Iceland",
    "…",
    "",
]


@pytest.mark.parametrize("one", NAMES)
@pytest.mark.parametrize("other", NAMES)
def test_people_are_compared_alike_both_ways(one, other):
    left, right = person_name(one), person_name(other)
    there, back = person_names.compare(left, right), person_names.compare(right, left)
    assert (there and (there.verdict, there.score, there.needs_support)) == (
        back and (back.verdict, back.score, back.needs_support)
    )
    if there is not None and left != right:
        assert set(person_names.blocking_keys(left)) & set(person_names.blocking_keys(right)), (
            "never compared, since they have no key in common"
        )
        assert 0 < there.score < 0.98


@pytest.mark.parametrize("one", THINGS)
@pytest.mark.parametrize("other", THINGS)
def test_things_are_compared_alike_both_ways(one, other):
    left, right = organization_names.body_name(one), organization_names.body_name(other)
    there, back = organization_names.compare(left, right), organization_names.compare(right, left)
    assert (there and there.verdict) == (back and back.verdict)
    if there is not None:
        assert set(organization_names.blocking_keys(left)) & set(organization_names.blocking_keys(right))


@given(st.text(max_size=40))
def test_any_text_is_a_name(text):
    name = person_name(text)
    assert person_name(name.text).text == name.text or name.suffix or not text.isascii() or "," in text
    list(person_names.blocking_keys(name))
    list(organization_names.blocking_keys(organization_names.body_name(text)))
    organization_names.initials(text)
    organization_names.country_in(text)


LETTERS = st.text("abcdeikloprstu", min_size=SHORT, max_size=12)


@given(LETTERS, st.data())
def test_slips_have_a_key_in_common(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    slipped = data.draw(
        st.sampled_from([word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word[:at] + "x" + word[at + 1 :]])
    )
    if one_slip(word, slipped):
        assert set(slips(word)) & set(slips(slipped))
    assert one_slip(word, slipped) == one_slip(slipped, word)
    assert not one_slip(word, word)


@given(LETTERS)
def test_a_sound_is_its_own_spelling_of_doubles(word):
    assert sound(word + word[-1]) == sound(word) or word[-1] in "aeiou"
