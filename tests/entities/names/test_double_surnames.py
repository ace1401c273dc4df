"""Spanish and Portuguese names with two surnames: who is called by which of them, and who by neither."""

from __future__ import annotations

import pytest

from graphbuilder.entities.names.double_surnames import double_surname

MOTHER = "Elena Salas de Montero led the country in 1990. "
DAUGHTER = "Lucia Montero Salas, a journalist, was found guilty on Friday. "

#: A text, a name in it, and the full name of who is meant; "" where nobody named before is.
CASES = [
    (f"{DAUGHTER}Montero was held at home.", "Montero", "Lucia Montero Salas"),
    (f"{DAUGHTER}Montero Salas was held at home.", "Montero Salas", "Lucia Montero Salas"),
    (f"{DAUGHTER}Lucia Montero was held at home.", "Lucia Montero", "Lucia Montero Salas"),
    (f"Lucia Montero spoke. {DAUGHTER}", "Lucia Montero Salas", "Lucia Montero"),
    (
        f"{MOTHER}Her daughter, Lucia Montero Salas, was arrested. Montero was held at home.",
        "Montero",
        "Lucia Montero Salas",
    ),
    (f"{DAUGHTER}Her mother is Elena Salas de Montero. Salas, 88, was at home.", "Salas", "Elena Salas de Montero"),
    (f"{MOTHER}Salas de Montero died in June.", "Salas de Montero", "Elena Salas de Montero"),
    (f"{MOTHER}Montero died in June.", "Montero", "Elena Salas de Montero"),
    ("José Luis Ruiz Vidal spoke. Ruiz left.", "Ruiz", "José Luis Ruiz Vidal"),
    ("João Silva Costa spoke. Silva left.", "Silva", "João Silva Costa"),
    # somebody else
    (f"{DAUGHTER}Lucia Salas sang in Oslo.", "Lucia Montero Salas", ""),
    (f"{DAUGHTER}Ana Montero sang in Oslo.", "Ana Montero", ""),
    (f"{DAUGHTER}{MOTHER}", "Elena Salas de Montero", ""),
    ("Daniel Montero met Lucia Montero Salas in Lima. Montero left.", "Montero", ""),
    ("Mary Ann Holm met Ada Roe. Ann left.", "Ann", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(CASES)


@pytest.mark.parametrize(("text", "name", "other"), CASES)
def test_who_is_meant(read, text, name, other):
    assert read[text].last(name) is not None, read[text].names()
    assert read[text].refers(name) == other


@pytest.mark.parametrize(
    ("key", "pair"),
    [
        ("lucia montero salas", ("montero", "salas")),
        ("elena salas de montero", ("salas", "montero")),
        ("gabriel lopez obrador", ("lopez", "obrador")),
        ("ana paula costa e silva", ("costa", "silva")),
        ("jose luis ruiz", None),
        ("pedro salas", None),
        ("montero", None),
        ("ada king lovelace", None),
        ("john f. vega", None),
        ("ursula von der leyen", None),
        ("kim jong un", None),
    ],
)
def test_two_surnames(key, pair):
    assert double_surname(key) == pair
