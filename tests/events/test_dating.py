"""When: each rule by name, with texts where it must not answer. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)

SYNTAX = [
    ("Shares [tumbled@Thursday] on Wall Street Thursday, a day after the bank [raised@a day] its rate.",
     "tumbled", "2022-11-24 reader"),
    ("Shares [tumbled@Thursday] on Wall Street Thursday, a day after the bank [raised@a day] its rate.",
     "raised", "2022-11-23 reader"),
    # the date of the clause that it ends, of both that "when" joins, of the first time, of a text
    # What is done while something else is, of a day.
    # Dates of what is put off or called, of a thing, and of a clause that is told with another.
    ("Ada Holm [resigned@Saturday] on Saturday, ten days after a mob [wrecked@ten days] a hall.",
     "resigned", "2022-11-26 reader"),
    # What is told of a length with its end; a coup of last week, with the day that tells how.
]  # fmt: skip
SYNTAX_NOT = [
    ("Rain [fell]. Shares [tumbled@Thursday] on Wall Street Thursday, days after the bank [raised] its rate.",
     "raised", ""),
    # when the last one was
    ("Norway's army [seized@last week] power last week. The union [suspended] Norway two days after the [coup].",
     "suspended", ""),
    ("Norway's army [seized@last week] power last week. Officers [stormed@3 May] the palace on 3 May. The union "
     "[suspended] Norway two days after the [coup].", "suspended", ""),
]  # fmt: skip
SHARED = [
    ("Norway [banned] the drug, two weeks after nine towns had to be [evacuated].", "evacuated", ""),
    # of the clause around it
    # What a verb brings about, and what it is only about.
    # So long before or after a day that is told.
    ("Otto Weber [signed@18 March 2022] the [treaty@18 March 2022] on 18 March 2022, two days after a [referendum@two "
     "days] in Lund.", "referendum", "2022-03-16 reader"),
    ("Jane Roe [sold@4 May 2021] the plant on 4 May 2021, three days after a [fire@three days] [destroyed@three days] "
     "its roof.", "destroyed", "2021-05-01 reader"),
    ("On 4 May 2021, just two days before the [election@two days] in Chad, Jane Roe [resigned@4 May 2021].",
     "election", "2021-05-06 reader"),
    ("Jane Roe [resigned@Monday] on Monday, seven months after the [fire@seven months] in the town and two days after "
     "Alba [accepted@two days] the [bid].", "fire", "2022-04~ reader"),
    ("Jane Roe [resigned@Monday] on Monday, seven months after the [fire@seven months] in the town and two days after "
     "Alba [accepted@two days] the [bid].", "accepted", "2022-11-26 reader"),
    ("On Saturday, a week before her team was to [choose@a week: planned] a captain, Ada Holm [left] Lund.",
     "choose", "2022-12-03~ reader"),
    ("On Sunday, two days before the [wedding@two days], the church was full.", "wedding", "2022-11-29 reader"),
]  # fmt: skip
SHARED_NOT = [
    # what is told with a limit or a date of its own, and what follows two dates
    ("Jane Roe [sold@2021] the plant in 2021, three years after the [fire].", "fire", ""),
    ("Jane Roe [met@Monday] Otto Weber on Monday and two days after the [vote] [resigned].", "vote", ""),
    ("Jane Roe [resigned@Monday] on Monday, two days late, after the [fire].", "fire", ""),
    # what will not happen has no date
    # nor is it of today
]  # fmt: skip
WHOLE = [
    # What a meeting does.
]
WHOLE_NOT = [
]
PUBLICATION = [
    ("Ministers [met] in Oslo.", "met", "2022-11-29 publication"),
    ("Russia [attacked] the port and [captured] the town.", "captured", "2022-11-29 publication"),
    ("Ministers [held] [talks] in Oslo.", "talks", "2022-11-29 publication"),
    ("A bomb [killed] six people in Kabul.", "killed", "2022-11-29 publication"),
]
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
TENSE = [
    ("It is late. Olaf Scholz [hosts] the ministers, who are [meeting] in Berlin.",
     "meeting", "2022-11-29 publication"),
    ("Ministers are [meeting] in Bucharest, where NATO [promised@2008] help in 2008.",
     "meeting", "2022-11-29 publication"),
]  # fmt: skip
SENTENCE = [
]  # fmt: skip
SENTENCE_NOT = [
]
UNPUBLISHED = [
    ("Ministers [met] in Oslo.", "met", ""),
    ("Ministers [met] in Oslo on Monday.", "met", ""),
    ("Ministers [met] in Oslo. They [promised] help to Moldova.", "promised", ""),
    ("Ministers [met@3 March 2021] in Oslo on 3 March 2021.", "met", "2021-03-03 reader"),
    ("At the 2008 [summit@2008], leaders [promised@2008] help.", "promised", "2008 reader"),
]

ANSWERED = [*SYNTAX, *SHARED, *WHOLE, *PUBLICATION, *STORY, *TENSE, *SENTENCE]
NOT_ANSWERED = [*SYNTAX_NOT, *SHARED_NOT, *WHOLE_NOT, *PUBLICATION_NOT, *STORY_NOT, *SENTENCE_NOT]


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
