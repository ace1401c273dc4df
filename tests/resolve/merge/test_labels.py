"""The label of an event: of the phrases that can be read alone the one nearest to the centroid of all its mentions."""

import pytest


def test_the_label_is_the_telling_nearest_to_the_middle(told):
    phrases = [
        "a nurse of Alba in Lima was hurt by an earthquake in Lima",
        "an earthquake struck Lima",
        "an earthquake struck Lima at dawn",
        "a strong earthquake struck Lima",
    ]
    quake = {"act": "struck", "when": "2021-05-03", "place": "Lima", "who": "", "published": "2021-05-04"}
    [event] = told(*({**quake, "phrase": phrase} for phrase in phrases)).resolution.events
    assert event.name == "An earthquake struck Lima"


TELLINGS = [
    # with a name in it
    ("patient Roe", ["The student was arrested at dawn", "Roe was arrested in the hall"],
     "Roe was arrested in the hall"),
    ("patient Roe", ["A man was arrested at dawn", "Police in Lund arrested a student"],
     "Police in Lund arrested a student"),
    # pronouns behind the name of one who takes part are clear; before it, and of others, they are not
    ("patient Roe", ["The student arrested at dawn was of Lund", "Roe, 14, was arrested at his school"],
     "Roe, 14, was arrested at his school"),
    ("patient Roe", ["At his school Roe was arrested", "A teacher saw Roe arrested in the hall"],
     "A teacher saw Roe arrested in the hall"),
    ("", ["They arrested somebody else in Lund", "The police arrested a student"], "The police arrested a student"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "phrases", "name"), TELLINGS)
def test_the_label_can_be_read_alone(told, who, phrases, name):
    arrest = {"act": "arrested", "when": "2021-05-03", "who": who, "chain": "arrest"}
    tellings = [{**arrest, "phrase": phrase} for phrase in phrases]
    for order in (tellings, tellings[::-1]):
        [event] = told([{**order[0], "published": "2021-05-04"}, order[1]]).resolution.events
        assert event.name == name
