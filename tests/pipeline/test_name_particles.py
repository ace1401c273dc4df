"""The "do" of Portuguese names, and the auxiliary."""

import pytest

from graphbuilder.pipeline.load import load


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The mayor of Vila do Sul resigned on Monday.", "resigned", "mayor"),
        ("Dockers from Viana do Castelo marched to Porto.", "marched", "Dockers"),
        ("Teachers in the town of Vila do Sul ended their strike on Monday.", "ended", "Teachers"),
        ("Vila do Conde voted on Sunday.", "voted", "Vila"),
        ("Fishermen in the town of Praia do Rio, who had struck for a week, sailed on Friday.", "sailed", "Fishermen"),
        ("When do Max and Ann meet?", "meet", "Max"),
        ("Where in Oslo do Max and Ann Lund live?", "live", "Max"),
    ],
)
def test_do_inside_a_name_is_no_verb(text, verb, subject):
    doc = load()(text)
    found = next(token for token in doc if token.text == verb)
    assert [child.text for child in found.lefts if child.dep_ in ("nsubj", "nsubjpass")] == [subject]
