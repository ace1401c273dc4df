"""What the entries of a chronology tell happened at their date. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)
START = "The mine [opens] in 1960.\n\n"
FRAME = START + "3 March 1998\n{}\n\n9 April\nRain [falls].\n\n2 May\nA [trial] [begins]."
TOLD = [
    ("The miners [strike] in Lund.", "strike", "1998-03-03 entry"),
    ("The miners [struck] in Lund.", "struck", "1998-03-03 entry"),
    ("[Talks] in Oslo. Jane Roe [walks] out.", "Talks", "1998-03-03 entry"),
    ("Jane Roe, who [leads] the union, [resigns].", "resigns", "1998-03-03 entry"),
    ("Jane Roe says that Alba [fired] Max Lund.", "fired", "1998-03-03 entry"),
    ("Jane Roe [unveils] a statue and [leaves] Lund.", "leaves", "1998-03-03 entry"),
    # a date of its own
    ("Two days later Jane Roe [resigns@Two days later].", "resigns", "1998-03-05 reader"),
    ("Jane Roe [resigns@4 March] on 4 March.", "resigns", "1998-03-04 reader"),
    ("Jane Roe, who [struck@1990] in 1990, [resigns].", "resigns", "1998-03-03 entry"),
    ("[Talks] in Oslo [fail@4 May 2001] on 4 May 2001.", "fail", "2001-05-04 reader"),
    ("Jane Roe [wins] the [election] after she [resigned@1990] in 1990.", "resigned", "1990 reader"),
]
NOT_TOLD = [
    ("Jane Roe has [resigned], Alba says.", "resigned", ""),
    # what is so at all times, what has another date, and what only may be
    ("The miners [strike] in Lund. Most are never [paid: denied].", "paid", ""),
    ("[Talks] [begin@May 2001] in Lund in May 2001 and [fail].", "Talks", ""),
    ("Jane Roe said in 2011 that Alba [wins].", "wins", ""),
    ("Jane Roe says that the [treaty] would be [torn: planned] up.", "treaty", ""),
    ("Jane Roe may [resign: possible].", "resign", ""),
    ("Jane Roe will [resign: planned].", "resign", ""),
    ("Jane Roe [resigns]. She had [joined] Alba as a girl.", "joined", ""),
    ("Jane Roe, who [founded] Alba, [sings].", "founded", ""),
    ("Alba [builds] a bridge in Lund. As the firm now [admits], it was late.", "admits", ""),
]
RUN_IN = [
    ("{}3 March 1998. Miners [strike].\n\n9 April. Police [arrest] Jane Roe.\n\n2 May. A [trial] [begins].",
     "arrest", "1998-04-09 entry"),
    ("{}2 May 1998: A [trial] [begins].\n\nApril 9: Police [arrest] Jane Roe.\n\nMarch 3: Miners [strike].",
     "arrest", "1998-04-09 entry"),
    ("{}3 March 1998 Miners [strike].\n\n9 April Police [arrest] Jane Roe.\n\n2 May A [trial] [begins].",
     "arrest", "1998-04-09 entry"),
    # two dates make no chronology, and what follows the last entry is none
    ("{}3 March 1998. Rain [falls].\n\n9 April. Police [arrest] Jane Roe.", "arrest", ""),
    ("{}3 March 1998. Rain [falls].\n\n9 April. It [stops].\n\n2 May. It [thaws].\n\nPolice [arrest] Jane Roe.",
     "arrest", ""),
]  # fmt: skip
TEXTS = [(FRAME.format(text), trigger, dated) for text, trigger, dated in TOLD + NOT_TOLD]
TEXTS += [(text.format(START), trigger, dated) for text, trigger, dated in RUN_IN]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked(TEXTS, PUBLISHED)


@pytest.mark.parametrize(("text", "trigger", "dated"), TEXTS, ids=lambda one: one[40:92] if len(one) > 92 else one)
def test_dates_of_entries(read, text, trigger, dated):
    assert read[text].when(trigger) == dated
