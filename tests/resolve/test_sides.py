"""On which side somebody stands in an event that several texts tell."""

import pytest

INVADED = "Peru invaded Sudan on 3 May 2011."
ROLES = [
    # most tellings say so
    (
        [INVADED, "Peru invaded Sudan in May 2011.", "Sudan’s war with Peru began on 3 May 2011."],
        "agent peru; patient sudan",
    ),
    # what one telling says twice is what it does
    (["Peru withdrew its troops from Sudan on 3 May 2011."], "agent peru; origin sudan"),
    # roles that go together
    (["Peru met Sudan in Oslo on 3 May 2011."], "attendee peru; attendee sudan"),
    ([INVADED], "agent peru; patient sudan"),
    # whose minister it is, who does what is his own
    (["Peru’s finance minister resigned on 3 May 2011."], "whose peru"),
    (["Peru’s finance minister vetoed it on 3 May 2011."], "agent peru"),
    (["African ministers signed it in Oslo on 3 May 2011."], "whose african"),
    # told equally often: kept as told
    (["Peru bombed Sudan on 3 May 2011.", "Sudan bombed Peru on 3 May 2011."], None),
]


@pytest.fixture(scope="module")
def read(read_collections):
    return dict(zip((tuple(one) for one, _ in ROLES), read_collections([one for one, _ in ROLES]), strict=True))


@pytest.mark.parametrize(("articles", "told"), ROLES)
def test_sides(read, articles, told):
    events = [one for one in read[tuple(articles)].resolution.events if one.interval is not None and one.participants]
    roles = {"; ".join(f"{role} {entity}" for role, entity in one.participants) for one in events}
    if told is None:
        assert "agent peru" in str(roles)
        assert "agent sudan" in str(roles)
    else:
        assert roles == {told}
