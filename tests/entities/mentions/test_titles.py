"""Titles before a name, which are left out but where they belong to the name of a thing."""

import pytest
from spacy.tokens import Doc

from graphbuilder.entities.mentions.spans import after_title
from graphbuilder.pipeline.load import load


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Prime Minister Jane Roe", "Jane Roe"),
        ("Prime Minister Hall", "Hall"),
        ("Mayor Thomas Hill", "Thomas Hill"),
        ("Sheikh Lotfi Mosque", "Sheikh Lotfi Mosque"),
        ("President Sadiq Stadium", "President Sadiq Stadium"),
        ("President Sadiq Park", "Sadiq Park"),
        ("President", "President"),
    ],
)
def test_titles_are_left_out_but_in_names_of_things(name, proper):
    doc = Doc(load().vocab, words=name.split())
    assert doc[after_title(doc, 0, len(doc)) :].text.strip() == proper
