"""Types are data: PLOVER's where they fit, and a user's own without code."""

import pytest

from graphbuilder.events.detection import triggers
from graphbuilder.knowledge import event_words
from graphbuilder.lexicons import lexicon

#: https://github.com/openeventdata/PLOVER
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip

OWN = {
    "harvest": {
        "bare": True,
        "verbs": ["harvest", "mow"],
        "nouns": ["harvest"],
        "phrases": ["bring in"],
        "roles": {"of": "crop", "dobj": "crop"},
    }
}


@pytest.mark.parametrize("name", lexicon("event_types"))
def test_the_type_of_plover_is_one(name):
    assert lexicon("event_types")[name].get("plover", "AGREE") in PLOVER


@pytest.fixture
def own_types(monkeypatch):
    """The word lists with a type that a user has added to event_types.yaml."""
    shipped = lexicon("event_types")
    monkeypatch.setattr(event_words, "lexicon", lambda name: shipped | OWN if name == "event_types" else lexicon(name))
    for cached in (event_words.event_words, event_words.role_table):
        cached.cache_clear()
    yield triggers
    for cached in (event_words.event_words, event_words.role_table):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("text", "found", "roles"),
    [
        ("Volvo harvested wheat in Kenya.", "harvested:harvest", "agent: Volvo; crop: wheat; place: Kenya"),
        ("The harvest of maize began in Kenya.", "harvest:harvest began:start", "crop: maize; place: Kenya"),
        ("Volvo painted a harvest machine.", "painted:other", "agent: Volvo; patient: a harvest machine"),
    ],
)
def test_a_type_of_ones_own(own_types, read_events, text, found, roles):
    view = read_events([(text,)])[text]
    assert view.triggers() == found
    assert view.roles(found.partition(":")[0]) == roles
