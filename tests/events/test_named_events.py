"""Events with a name of their own: where the name begins and ends, and what is no such name.

The words in brackets are the triggers, as the reader gives them: of a name one word.
"""

import pytest

NAMED = [
    ("The 2008 Bucharest [Summit] was tense.", "Bucharest_Summit:meet"),
    ("Millions [died] in the Second World [War].", "died:die Second_World_War:attack"),
    ("Her grandfather [fought] in World War [II] in France.", "fought:attack World_War_II:attack"),
    ("The [Treaty] of Versailles was [signed] in 1919.", "Treaty_of_Versailles:agree signed:agree"),
    ("Operation [Barbarossa] [began] in June 1941.", "Operation_Barbarossa:attack began:start"),
    ("Leaders [met] at [COP27] in Egypt.", "met:meet COP27:meet"),
    ("Harold [died] in the [Battle] of Hastings.", "died:die Battle_of_Hastings:attack"),
    ("The French [Revolution] [began] in 1789.", "French_Revolution:protest began:start"),
    ("[COP27] ended in Egypt.", "COP27:meet"),
    ("The [Siege] of Malta was long.", "Siege_of_Malta:attack"),
]
NOT_NAMED = [
    ("Katrina [met] Harold.", "met:meet"),
    ("The War Office [signed] the contract.", "signed:agree"),
    ("The National Hurricane Center [warned] Florida.", "warned:warn"),
    ("The Operation Room [closed].", "closed:end"),
    ("COP officers [arrested] a man.", "arrested:detain"),
    # small letters, and of no name
    ("The [siege] of Malta was long.", "siege:attack"),
    ("The [Battle] of the sexes was long.", "Battle:attack"),
    ("The [war] in Malta was long.", "war:attack"),
]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*NAMED, *NOT_NAMED])


def told(view):
    return " ".join(f"{one.text.replace(' ', '_')}:{one.type}" for one in view.events)


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_the_name_of_an_event(read, text, expected):
    assert told(read[text]) == expected
    assert "name" in [one.form for one in read[text].events]


@pytest.mark.parametrize(("text", "expected"), NOT_NAMED)
def test_no_name_of_an_event(read, text, expected):
    assert told(read[text]) == expected
    assert "name" not in [one.form for one in read[text].events]
