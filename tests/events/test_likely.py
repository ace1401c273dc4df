"""Words that tell an event though no list names them: what the model takes, what it leaves, and that it says why."""

import pytest

from graphbuilder.events.detection.classifier import model
from graphbuilder.pipeline.load import load

#: Text, and all events that are kept beside the timeline.
LIKELY = [
    ("Users downloaded songs.", "downloaded"),
    ("The dispute lasted for years.", "dispute lasted"),
    ("A keynote opened the fair.", "fair"),
    ("Farmers planted wheat after the drought.", "planted"),
    ("Developers distribute programs.", "distribute"),
    ("Visitors admired the performance of the band.", "admired performance"),
]
NOT_EVENTS = [
    ("Paris is a large city.", ""),
    ("The book contains old maps.", ""),
    ("The company has three plants.", ""),
    ("The printer weighs nine kilos.", "weighs"),
    ("A red house stands on the hill.", ""),
    ("The table is made of wood.", "made"),
    ("Jane Roe said that it was late.", ""),
    ("Their garden lies behind the church.", ""),
]


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*LIKELY, *NOT_EVENTS])


@pytest.mark.parametrize(("text", "found"), [*LIKELY, *NOT_EVENTS])
def test_words_beside_the_timeline(read, text, found):
    assert read[text].likely() == found


def test_the_model_says_why():
    doc = load()("The dispute lasted for years.")
    reasons = model().reasons(doc[1])
    assert [abs(value) for _, value in reasons] == sorted((abs(value) for _, value in reasons), reverse=True)
    assert all(name.startswith("noun") for name, _ in reasons)
    assert ("noun means event", True) in [(name, value > 0) for name, value in reasons]


def test_the_weights_add_up_to_the_chance():
    doc = load()("The dispute lasted for years.")
    for token in (doc[1], doc[2]):
        weight = sum(value for _, value in model().reasons(token))
        assert (model().chance(token) > 0.5) == (weight > 0)
