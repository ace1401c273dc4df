"""Who says so: by name, or in the words of the text where nobody of that name is known."""

import pytest

DAY = {"when": "2008-08-08"}
#: Who says so in each article, and who does so of the event.
SAID = [
    (["Jane Roe"], "Jane Roe"),
    (["Jane Roe", "Max Lund"], "Jane Roe, Max Lund"),
    (["Jane Roe", None], ""),
    ([None], ""),
    (["the union"], "the union"),
    (["the union", None], ""),
]


@pytest.mark.parametrize(("speakers", "attributed"), SAID, ids=[str(said) for said, _ in SAID])
def test_who_says_so(told, speakers, attributed):
    for order in (speakers, speakers[::-1]):
        resolution = told(*({**DAY, "says": one} for one in order)).resolution
        [event] = resolution.events
        names = {one.id: one.name for one in resolution.entities}
        assert ", ".join(names[one] for one in event.attributions) == attributed
        assert event.speakers == ()


def test_the_words_for_who_has_no_name(told):
    view = told({**DAY, "says": "the union"})
    [union] = [one for one in view.resolution.entities if not one.named]
    assert (union.name, view.resolution.events[0].attributions) == ("the union", (union.id,))
