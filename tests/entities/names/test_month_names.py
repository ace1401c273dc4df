"""People whose surname is a month, and months."""

import pytest

TABLE = [
    ("Daniel May told reporters that he was tired.", "Daniel May person"),
    ("Inspector Lisa May led the search.", "Lisa May person"),
    ("On March 3 Fredric March died.", "Fredric March person"),
    ("April Jones danced in June.", "April Jones person"),
    ("Mrs. June sold the farm in Lund.", "June person | Lund place"),
    # months
    ("It will open in March or May.", ""),
    ("March was cold, and in April it rained.", ""),
    ("The union said in May that it would strike in August.", ""),
    ("Jane Roe met Tom Poe on 3 March and again in May.", "Jane Roe person | Tom Poe person"),
    ("Jane May left in May. May 2020 was wet. By May it was dry.", "Jane May person"),
    ("They named her Lisa. March was cold.", "Lisa person"),
    ("Tickets may sell out when troops march.", ""),
    ("In the war of August 1914 thousands died.", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(TABLE)


@pytest.mark.parametrize(("text", "names"), TABLE)
def test_people_called_like_months(read, text, names):
    assert " | ".join(read[text].names()) == names
