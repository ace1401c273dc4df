"""Names in Headlines Written Like This; rows tell all names of a text."""

import pytest

TABLE = [
    (
        "Solmar Energia Reports Fourth Quarter 2022 Results\n\nSolmar Energia sold more oil in Brazil.",
        "Solmar Energia organization | Solmar Energia organization | Brazil place",
    ),
    ("Council Approves New Homes On Old Mill Site\n\nThe council in Leeds approved 40 homes.", "Leeds place"),
    ("Hospital Staff To Strike Over Pay\n\nNurses in Leeds will strike in May.", "Leeds place"),
    (
        "Voltis Announces Acquisition Of Lumen Labs\n\nVoltis said that it will buy Lumen Labs.",
        "Voltis organization | Lumen Labs organization | Voltis organization | Lumen Labs organization",
    ),
    ("Storm Kills Three In Northern Spain\n\nA storm killed three in Spain.", "Spain place | Spain place"),
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
