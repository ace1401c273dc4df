"""On which side somebody stands in an event that several texts tell."""

import pytest

INVADED = "agent Alba; patient Corin"
#: Who takes part by each article, and by all together.
ROLES = [
    ([INVADED], "agent alba; patient corin"),
    # most tellings say so
    ([INVADED, INVADED, "agent Corin; patient Alba"], "agent alba; patient corin"),
    # who does it to himself does it
    (["agent Alba; patient Alba; origin Corin"], "agent alba; origin corin"),
    # roles that go together
    ([INVADED, "agent Alba; topic Alba"], "agent alba; patient corin; topic alba"),
    (["attendee Alba; attendee Corin"], "attendee alba; attendee corin"),
    # told equally often: kept as told
    ([INVADED, "agent Corin; patient Alba"], "agent alba; agent corin; patient alba; patient corin"),
    # a telling that leaves somebody out says nothing of him
    ([INVADED, "agent Alba"], "agent alba; patient corin"),
]


@pytest.mark.parametrize(("articles", "roles"), ROLES, ids=[" / ".join(articles) for articles, _ in ROLES])
def test_sides(told, articles, roles):
    for order in (articles, articles[::-1]):
        [event] = told(
            *({"who": who, "when": "2011-05-03", "published": "2011-05-09"} for who in order)
        ).resolution.events
        assert "; ".join(f"{role} {entity}" for role, entity in event.participants) == roles
