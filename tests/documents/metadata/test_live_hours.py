import pytest

from graphbuilder.documents.metadata.inner_heads import live_hours
from graphbuilder.documents.text.lines import split_lines

REPORTS = [
    ("0950 Rain begins. 1015 Roads close. 1130 A dam breaks. 1215 It is over.", ["0950", "1015", "1130", "1215"]),
    (
        '2358 The premier speaks: "We hope." 2332 Troops land.\n\n1958The port opens.\n2101: "Help," he says.',
        ["2358", "2332", "1958", "2101:"],
    ),
    (
        "0000 It ends.\n1914 Boats arrive.\n1850 They leave.\n1711 A storm. It had come in 1650.",
        ["0000", "1914", "1850", "1711"],
    ),
]
NO_REPORTS = [
    "1914 War begins. 1917 A tsar falls. 1918 War ends. 1939 War begins. 1945 War ends.",
    "2030 Coal ends. 2035 No cars are sold. 2040 Ships run on wind. 2050 Steel is clean.",
    "1066 A king falls. 1215 A charter is sealed. 1348 The plague comes. 1415 A battle.",
    "0950 Rain begins. 1015 Roads close. 1130 A dam breaks.",
    "0845 numbers cost more. 0800 numbers are free. 0845 numbers rose. 1471 is free.",
    "They sold 0950, 1015, 1130 and 1215.",
]


def hours_of(text: str) -> list[str]:
    return [text[one.start : one.end] for one in live_hours(list(split_lines(text)))]


@pytest.mark.parametrize(("text", "hours"), REPORTS)
def test_hours_of_a_live_report(text: str, hours: list[str]) -> None:
    assert hours_of(text) == hours


@pytest.mark.parametrize("text", NO_REPORTS)
def test_numbers_of_other_texts(text: str) -> None:
    assert hours_of(text) == []
