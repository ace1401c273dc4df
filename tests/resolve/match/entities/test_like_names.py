"""People of like names across articles: two surnames, one of them, and middle names."""

from __future__ import annotations

import pytest

import graphbuilder as gb

LUCIA = "Lucia Montero Salas was arrested in Lima, said Ana Holm."
SINGER = [
    "Michael Stone sang for 40 years, Ana Holm said.",
    "The singer Michael Stone was buried in Leeds. Ana Holm was there.",
    "Michael Joseph Stone was born in 1958, said Ana Holm. Michael Stone was a singer.",
    "Ana Holm knew Michael Joseph Stone well. Michael Stone was a singer.",
]


#: Articles, and the people of the family told of in them.
CASES = [
    # one
    ([LUCIA, "Lucia Montero was sentenced, said Ana Holm."], ["Lucia Montero Salas"]),
    ([LUCIA, "Montero was sentenced, said Ana Holm."], ["Lucia Montero Salas"]),
    ([*SINGER], ["Michael Joseph Stone"]),
    (["Bashar al-Assad met Ana Holm.", "Assad spoke in Damascus, Ana Holm said."], ["Bashar al-Assad"]),
    (["Bashar al-Assad met Ana Holm.", "Al-Assad spoke in Damascus, Ana Holm said."], ["Bashar al-Assad"]),
    # two
    (
        [LUCIA, "Elena Salas de Montero led the country, said Ana Holm."],
        ["Elena Salas de Montero", "Lucia Montero Salas"],
    ),
    ([LUCIA, "Lucia Montero Vidal was sentenced, said Ana Holm."], ["Lucia Montero Salas", "Lucia Montero Vidal"]),
    ([LUCIA, "Lucia Montero was sentenced in Oslo."], ["Lucia Montero", "Lucia Montero Salas"]),
    ([LUCIA, "Lucia Salas sang in Oslo."], ["Lucia Montero Salas", "Lucia Salas"]),
    ([*SINGER, "Michael Katherine Stone wept, said Ana Holm."], ["Michael Joseph Stone", "Michael Katherine Stone"]),
    (
        [*SINGER, "Michael Anton Stone, a plumber, was jailed in York. Michael Stone had robbed a bank."],
        ["Michael Anton Stone", "Michael Joseph Stone"],
    ),
    (
        [*SINGER, "Michael Katherine Stone is 20. Michael Stone is the singer’s son, said Ana Holm."],
        ["Michael Joseph Stone", "Michael Katherine Stone"],
    ),
    (["Bashar al-Assad met Ana Holm.", "Assad spoke in Damascus."], ["Assad", "Bashar al-Assad"]),
    # nobody knows
    (
        [LUCIA, "Elena Salas de Montero led the country, said Ana Holm.", "Montero was sentenced, said Ana Holm."],
        ["Elena Salas de Montero", "Lucia Montero Salas", "Montero"],
    ),
]


@pytest.mark.parametrize(("texts", "people"), CASES)
def test_who_is_told_of(texts, people):
    documents = [gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(texts)]
    for order in (documents, documents[::-1]):
        found = gb.build(order).entities()
        assert sorted(one.name for one in found if one.type == "person" and one.name != "Ana Holm") == people
