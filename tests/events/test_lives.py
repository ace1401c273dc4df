"""Births and deaths that the brackets behind a name date, and what those date besides."""

import pytest

import graphbuilder as gb
from graphbuilder.records import Document

#: Text, the beginning of a label, when ("" for no date).
LIVES = [
    ("Jon Dahl (1901–1975) died in Oslo on 3 March 1975.", "Jon Dahl died", "1975-03-03"),
    ("Jon Dahl (1901–1975) founded a school in 1930.", "Jon Dahl founded", "1930"),
    ("Jon Dahl (1901–1975) founded a school.", "Jon Dahl founded", ""),
    ("Jon Dahl (1901–1975) married Ida Roe. Ida Roe died in Lund.", "Ida Roe died", ""),
    ("Jon Dahl chaired the club (1901–1975). Jon Dahl died in Oslo.", "Jon Dahl died", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "when"), LIVES)
def test_lives(text, label, when):
    (told,) = [one for one in gb.build([Document(id="a.txt", text=text)]).timeline() if one.label.startswith(label)]
    assert str(told.when or "") == when
