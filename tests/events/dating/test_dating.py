"""When: each rule by name, with texts where it must not answer. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, with the words of time that are tied to them, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)

READER = [
    ("Ministers [met@3 March 2021] in Oslo on 3 March 2021.", "met", "2021-03-03 reader"),
    ("Ministers have [met@Monday] in Oslo, not on Sunday but on Monday.", "met", "2022-11-28 reader"),
    ("Ministers [met@Monday#2] on Monday and again on Monday.", "met", "2022-11-28 reader"),
]
#: Words that the reader ties, and that tell no interval.
READER_NOT = [
    ("Rain [fell]. Ministers had [met@two days] for two days.", "met", ""),
    ("Rain [fell]. The union [suspended@two days] Norway two days after the [coup].", "suspended", ""),
]
PUBLICATION = [
    ("Ministers [met] in Oslo.", "met", "2022-11-29 publication"),
    ("Russia [attacked] the port and [captured] the town.", "captured", "2022-11-29 publication"),
    ("A bomb [killed] six people in Kabul.", "killed", "2022-11-29 publication"),
    ("Ministers are [meeting] in Bucharest, where NATO [promised@2008] help in 2008.",
     "meeting", "2022-11-29 publication"),
    ("It is late. Olaf Scholz [hosts] the ministers, who are [meeting] in Berlin.",
     "meeting", "2022-11-29 publication"),
]  # fmt: skip
PUBLICATION_NOT = [
    ("A wall had been [built] along the quay.", "built", ""),
    ("The firm had [opened] a plant.", "opened", ""),
    ("Ministers will [meet: planned] in Oslo.", "meet", ""),
    ("Ministers [meet] in Oslo.", "meet", ""),
    ("Ministers may have [met: possible] in Oslo.", "met", ""),
    ("The plant is old. Workers [built] a road.", "built", ""),
    ("Volvo, which had [bought] Scania, is Swedish.", "bought", ""),
    ("The [annexation] of Crimea angers many.", "annexation", ""),
    ("Ministers are to [meet: planned] in Oslo.", "meet", ""),
    ("Russia wants to [attack: planned] the port.", "attack", ""),
    ("Ministers [met@1998] in Oslo in 1998.", "met", "1998 reader"),
    ("Two people were [killed], the mayor of Lyon said of the events of 3 May 2019.", "killed", ""),
    ("Two years after she [announced] her [retirement], Ada Holm is back in Lund.", "announced", ""),
]
STORY = [
    ("Ministers [met] in Oslo. They [promised] help to Moldova.", "promised", "2022-11-29 story"),
    ("Ministers [met@Monday] in Oslo on Monday. They [condemned] Iran.", "condemned", "2022-11-28 story"),
    ("A bomb [killed@Sunday] six people in Kabul on Sunday. The mayor [blamed] rebels.", "blamed", "2022-11-27 story"),
]
STORY_NOT = [
    ("Ministers [met] in Oslo. They had [promised] help to Moldova.", "promised", ""),
    ("Ministers [met@1998] in Oslo in 1998. They [promised] help to Moldova.", "promised", ""),
    ("Ministers [met] in Oslo. They [built] a road.", "built", ""),
    ("Ministers [met] in Oslo. They will [condemn: planned] Iran.", "condemn", ""),
    ("Ministers will [meet: planned] in Oslo. They [promised] help.", "promised", ""),
]
UNPUBLISHED = [
    ("Ministers [met] in Oslo.", "met", ""),
    ("Ministers [met@Monday] in Oslo on Monday.", "met", ""),
    ("Ministers [met] in Oslo. They [promised] help to Moldova.", "promised", ""),
    ("Ministers [met@3 March 2021] in Oslo on 3 March 2021.", "met", "2021-03-03 reader"),
]

ANSWERED = [*READER, *PUBLICATION, *STORY]
NOT_ANSWERED = [*READER_NOT, *PUBLICATION_NOT, *STORY_NOT]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*ANSWERED, *NOT_ANSWERED], PUBLISHED)


@pytest.fixture(scope="module")
def read_unpublished(read_marked):
    return read_marked(UNPUBLISHED)


@pytest.mark.parametrize(("text", "trigger", "when"), ANSWERED)
def test_rules(read, text, trigger, when):
    assert read[text].when(trigger) == when


@pytest.mark.parametrize(("text", "trigger", "when"), NOT_ANSWERED)
def test_no_date_rather_than_a_guess(read, text, trigger, when):
    assert read[text].when(trigger) == when


@pytest.mark.parametrize(("text", "trigger", "when"), UNPUBLISHED)
def test_nothing_is_dated_by_an_unknown_publication(read_unpublished, text, trigger, when):
    assert read_unpublished[text].when(trigger) == when
