"""Whether words of one type of event denote the same act."""

from __future__ import annotations

import pytest
from graphbuilder.knowledge.synonymous_acts import one_act


@pytest.mark.parametrize(
    ("type_", "left", "right", "same"),
    [
        ("deny", ["deny"], ["denial"], True),
        ("sue", ["sue"], ["lawsuit"], True),
        ("sue", ["sue"], ["trial"], False),
        ("meet", ["summit"], ["talk"], True),  # whoever meets talks
        ("meet", [], [], True),
        ("sue", [], ["sue"], False),
        ("no type", ["annex"], ["annexation"], True),
        ("no type", ["annex"], ["invade"], False),
    ],
)
def test_one_act(type_, left, right, same):
    assert one_act(type_, left, right) == one_act(type_, right, left) == same
