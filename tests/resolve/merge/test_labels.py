"""The label of an event: the phrase nearest to the centroid of all its mentions."""


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
