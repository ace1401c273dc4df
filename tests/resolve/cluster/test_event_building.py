"""Which events become nodes of the graph: those of somebody with a name, and those told with when or where and who."""

import pytest

import graphbuilder as gb
from graphbuilder.records import Document

#: Text, trigger, whether it is a node.
TOLD = [
    ("The hillside gave way on Wednesday.", "gave", True),
    ("A retaining wall was built in 2014.", "built", True),
    ("The club went public in 1998.", "went", True),
    ("She graduated in 1955.", "graduated", True),
    ("The first bananas were brought to the town in 1889.", "brought", True),
    ("Two vessels were scrapped in March.", "scrapped", True),
    ("Volvo laid off 400 workers in 2018.", "laid", True),
    ("At least nine people were killed on Monday.", "killed", True),
    ("Volvo opened a plant on Monday. The hillside had given way.", "given", False),
    ("Volvo opened a plant on Monday. A wall had been built.", "built", False),
    ("Volvo opened a plant on Monday. Two vessels had been scrapped.", "scrapped", False),
    ("The first bananas were brought to the town.", "brought", False),
    ("The toll could rise.", "rise", False),
    ("Its members would not strike, the union said.", "strike", True),
    ("A crane may have damaged the roof, Jane Roe said.", "damaged", True),
    ("Its members would not strike.", "strike", False),
    ("A crane may have damaged the roof.", "damaged", False),
    ("Volvo opened a plant on Monday. Strangers had rioted, the union said.", "rioted", False),
    ("There was no deal, Jane Roe said.", "deal", False),
]


@pytest.fixture(scope="module")
def read(read_collections):
    return dict(
        zip([text for text, *_ in TOLD], read_collections([[text] for text, *_ in TOLD], "2022-11-29"), strict=True)
    )


@pytest.mark.parametrize(("text", "trigger", "told"), TOLD)
def test_what_is_told_with_its_day_is_a_node(read, text, trigger, told):
    assert (read[text].event(0, trigger) is not None) == told


#: Text, trigger, modality.
AHEAD = [
    ("Ministers from Norway meet in Oslo in December.", "meet", "PLANNED"),
    ("Chad holds an election in May 2023.", "election", "PLANNED"),
    ("The talks in Geneva on 4 December are the third.", "talks", "PLANNED"),
    ("Ministers from Norway meet in Oslo on Tuesday.", "meet", "ACTUAL"),
    ("Ministers from Norway met in Oslo in May.", "met", "ACTUAL"),
    ("Ministers from Norway meet in Oslo.", "meet", "ACTUAL"),
    ("Ministers from Norway may meet in Oslo in December.", "meet", "POSSIBLE"),
]


@pytest.fixture(scope="module")
def read_ahead(read_collections):
    texts = [text for text, *_ in AHEAD]
    return dict(zip(texts, read_collections([[text] for text in texts], "2022-11-29"), strict=True))


@pytest.mark.parametrize(("text", "trigger", "modality"), AHEAD)
def test_what_is_dated_after_publication_is_ahead(read_ahead, text, trigger, modality):
    assert read_ahead[text].event(0, trigger).modality == modality


def test_a_position_is_not_the_body_that_it_is_in():
    text = "Volvo bought Scania in 2009. In 2010 Jane Roe became chief executive of Volvo."
    graph = gb.build([Document(id="a.txt", text=text)])
    told = {entry.label: entry.participants for entry in graph.timeline()}
    assert told["Jane Roe became chief executive of Volvo"] == (("agent", "Jane Roe"),)
