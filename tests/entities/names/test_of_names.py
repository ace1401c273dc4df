"""Names of what a place has, and people with their titles; rows tell all names of a text."""

import pytest
from spacy.tokens import Doc

from graphbuilder.entities.mentions.spans import after_title
from graphbuilder.pipeline.load import load

TABLE = [
    ("The Kingdom of Norway issued a bond.", "Kingdom of Norway place"),
    ("The City of Leeds bought the land.", "City of Leeds place"),
    ("The Department of Health banned the drug.", "Department of Health organization"),
    ("The University of Leeds opened a lab in Norway.", "University of Leeds organization | Norway place"),
    ("The Commercial Bank of Ethiopia closed.", "Commercial Bank of Ethiopia organization"),
    # Portuguese
    ("The mayor of Castelo da Serra resigned.", "Castelo da Serra place"),
    # titles
    ("Coun. Macphee was against it.", "Macphee person"),
    ("Dr. Muñoz was pleased.", "Muñoz person"),
    ("Chief Superintendent Birch spoke.", "Birch person"),
    ("Cllr Ruth Poole voted against the plan.", "Ruth Poole person"),
    ("Sgt. Tom Reed was hurt.", "Tom Reed person"),
    ("Sheriff Dale Koontz arrested him.", "Dale Koontz person"),
    ("Acting Mayor Nora Hale resigned.", "Nora Hale person"),
    ("Mayor Thomas Hill resigned.", "Thomas Hill person"),
    ("Prime Minister Hall resigned.", "Hall person"),
    # the place alone
    ("The governor of Kenya's central bank spoke.", "Kenya place"),
    ("A town of Norway flooded.", "Norway place"),
    ("The government of Kenya banned bags.", "Kenya place"),
    ("The mayor of Leeds spoke to a sheriff.", "Leeds place"),
    ("The chief of the port of Gdynia resigned.", "Gdynia place"),
    ("The inspector and the sheriff of the county met.", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(TABLE)


@pytest.mark.parametrize(("text", "names"), TABLE)
def test_names_with_of_and_titles(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Prime Minister Jane Roe", "Jane Roe"),
        ("Prime Minister Hall", "Hall"),
        ("Mayor Thomas Hill", "Thomas Hill"),
        ("Sheikh Lotfi Mosque", "Sheikh Lotfi Mosque"),
        ("President Sadiq Stadium", "President Sadiq Stadium"),
        ("President Sadiq Park", "Sadiq Park"),
        ("President", "President"),
    ],
)
def test_titles_are_left_out_but_in_names_of_things(name, proper):
    doc = Doc(load().vocab, words=name.split())
    assert doc[after_title(doc, 0, len(doc)) :].text.strip() == proper
