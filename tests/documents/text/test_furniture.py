import pytest

from graphbuilder.documents.text.furniture import is_furniture, lexicon, picture_kind

ENTRIES = [(section, entry) for section, entries in lexicon("furniture").items() for entry in entries]
LINES = [(section, line) for section, entry in ENTRIES for line in entry["takes"]]
SENTENCES = [line for _, entry in ENTRIES for line in entry["leaves"]]
PROSE = [
    "Follow-up talks are expected in December.",
    "Share prices fell.",
    "He read more than the report.",
    "Video of the attack was shown in court.",
    "Advertising was banned from the stadium.",
    "Photo opportunities were cancelled.",
    "Sign language was used at the hearing.",
    "Signing up for the plan would take Georgia years.",
    "Comments made by the minister were withdrawn.",
    "Related to this is the question of gas.",
    "Recommended by the council, the treaty was signed in May.",
    "The story continues in Gori.",
    "Subscribers protested.",
    "Terms of the truce were not published.",
    "Cookies and tea were served to the delegates.",
    "Rights reserved to the states stayed with them.",
    "Joining us, he said, was a mistake.",
    "Copyright is a matter for the court.",
    "Watch this, he said, and lit the match.",
    "Listen: nobody believes that.",
    "Print runs shrank by half.",
    "Home again, the soldiers were silent.",
    "Tag teams patrolled the border.",
    "Live ammunition was found.",
    "Download figures doubled in 2021.",
]


@pytest.mark.parametrize(("section", "line"), LINES)
def test_furniture_is_taken(section, line):
    assert picture_kind(line) == "furniture" if section == "credits" else is_furniture(line)


@pytest.mark.parametrize("line", [*SENTENCES, *PROSE])
def test_sentences_are_left_alone(line):
    assert not is_furniture(line)
    assert picture_kind(line) is None


@pytest.mark.parametrize(
    ("section", "entry"), ENTRIES, ids=lambda value: value["name"] if isinstance(value, dict) else value
)
def test_every_rule_has_lines_of_both_kinds(section, entry):
    assert 2 <= len(entry["takes"]) <= len(entry["leaves"]) + (section == "openers") + 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leaders at the palace in Bucharest. Photo: Ines Calder/Sable Press Agency", "caption"),
        ("Kuleba arrives for the talks (AP Photo/Ines Calder)", "caption"),
        ("FILE PHOTO: Waves at the lighthouse in 2010.", "caption"),
        ("Photo: Horia Manea/Sable Press Agency", "furniture"),
        ("The photo was taken by a neighbour. It shows two men.", None),
        ("Leaders met at the palace in Bucharest.", None),
    ],
)
def test_pictures(line, kind):
    assert picture_kind(line) == kind


def test_long_lines_are_no_furniture():
    assert is_furniture("Read more: " + "x" * 100)
    assert not is_furniture("Read more: " + "x" * 1000)
