"""Names in Headlines Written Like This; rows tell all names of a text."""

import pytest

TABLE = [
    ("Hospital Staff To Strike Over Pay\n\nNurses in Leeds will strike in May.", "Leeds place"),
    (
        "Tina Marsh Wins Chess Title In Oslo\n\nTina Marsh, 19, won the title on Sunday in Oslo.",
        "Tina Marsh person | Oslo place | Tina Marsh person | Oslo place",
    ),
    (
        "Angela Merkel Visits Ukraine For Talks\n\nThe chancellor arrived on Monday.",
        "Angela Merkel person | Ukraine place",
    ),
    # no headline, or nothing below it
    ("Toyota Motor sued Honda in Tokyo.", "Toyota Motor organization | Honda organization | Tokyo place"),
    (
        "Angela Merkel, Emmanuel Macron, Boris Johnson.",
        "Angela Merkel person | Emmanuel Macron person | Boris Johnson person",
    ),
    ("Angela Merkel Visits Ukraine For Talks", "Angela Merkel person | Ukraine place"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(TABLE)


@pytest.mark.parametrize(("text", "names"), TABLE)
def test_names_in_headlines(read, text, names):
    assert " | ".join(read[text].names()) == names
