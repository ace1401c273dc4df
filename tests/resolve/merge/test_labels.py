"""The label of an event: of the tellings that say when it was and can be read alone, one that is sure."""

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


SURE = [
    # of two days, the line is one of the day that is printed
    (({"phrase": "Roe was arrested in Lund", "when": "2021-05-03"},
      {"phrase": "Roe was arrested at his school", "when": None}), "Roe was arrested in Lund"),
    (({"phrase": "Roe was arrested in Lund", "when": "2021-05-03", "score": 0.5},
      {"phrase": "Roe was arrested at his school in 2021", "when": "2021", "score": 0.9}), "Roe was arrested in Lund"),
    # a name that was filled in comes after one that was written
    (({"phrase": "[Roe] was arrested in Lund", "score": 0.9}, {"phrase": "Roe was arrested at school", "score": 0.5}),
     "Roe was arrested at school"),
    # who tells it comes before who names it in passing, and who tells it surely before who does not
    (({"phrase": "Fans wept at the arrest of Roe", "form": "noun", "score": 0.9},
      {"phrase": "Roe was arrested at school", "score": 0.5}), "Roe was arrested at school"),
    (({"phrase": "Roe was arrested in Lund", "score": 0.5}, {"phrase": "Roe was arrested at school", "score": 0.8}),
     "Roe was arrested at school"),
    # and who tells it before who tells something else first
    (({"phrase": "The mayor spoke after Roe was arrested in Lund", "aside": True, "score": 0.9},
      {"phrase": "Roe was arrested at school", "score": 0.5}), "Roe was arrested at school"),
    # unless it cannot be read alone
    (({"phrase": "He was arrested in Lund", "score": 0.9}, {"phrase": "Roe was arrested at school", "score": 0.5}),
     "Roe was arrested at school"),
]  # fmt: skip


@pytest.mark.parametrize(("tellings", "name"), SURE)
def test_the_label_tells_surely_what_is_dated(told, tellings, name):
    arrest = {"act": "arrested", "when": "2021-05-03", "who": "patient Roe", "chain": "arrest"}
    both = [{**arrest, **telling} for telling in tellings]
    for order in (both, both[::-1]):
        [event] = told([{**order[0], "published": "2021-05-04"}, order[1]]).resolution.events
        assert event.name == name


DAY, CLOCK = "2021-05-03", "2021-05-03T07:18:00"


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ([DAY, DAY, DAY, CLOCK], DAY),  # one of many: the time of something else
        ([DAY, DAY, CLOCK, CLOCK], CLOCK),
        ([DAY, DAY, CLOCK], CLOCK),  # one of few
        ([CLOCK], CLOCK),
        ([DAY, DAY, DAY, DAY], DAY),
    ],
)
def test_one_of_many_alone_has_no_time_of_day(told, dates, edtf):
    quake = {"act": "struck", "place": "Lima", "who": "", "published": "2021-05-04"}
    phrases = [f"an earthquake struck Lima {words}" for words in ("hard", "at dawn", "again", "then")]
    tellings = ({**quake, "when": when, "phrase": words} for when, words in zip(dates, phrases, strict=False))
    [event] = told(*tellings).resolution.events
    assert event.interval.edtf == edtf


SPOKE = "The mayor spoke after Roe was arrested in Lund"


@pytest.mark.parametrize(
    ("telling", "aside"),
    [
        ({"phrase": SPOKE, "aside": True}, "arrested"),
        ({"phrase": SPOKE, "aside": True, "when": None, "status": "planned"}, "arrested"),
        ({"phrase": SPOKE, "aside": True, "when": None}, ""),  # a plain fact without a date
        ({"phrase": "Roe was arrested in Lund"}, ""),
    ],
)
def test_an_event_that_its_line_tells_in_passing_has_its_word(told, telling, aside):
    arrest = {"act": "arrested", "when": "2021-05-03", "who": "patient Roe"}
    [event] = told({**arrest, **telling}).resolution.events
    assert event.aside == aside
