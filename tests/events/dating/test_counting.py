"""Times counted from events whose date only the parse tells. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)
#: The text, the words counted, the interval ("" for none) and the words it was anchored on.
COUNTED = [
    ("Parliament did not [vote@Friday: denied] on Friday. The day before the [vote], ministers [met] in Oslo.",
     "The day", "", ""),
    ("The firm was [founded@1927] in 1927. The day before the [vote], ministers [met] in Oslo.", "The day", "", ""),
    ("Parliament may [vote@Friday: possible] on Friday. The day before the [vote], ministers [met] in Oslo.",
     "The day", "", ""),
    # counted from what a clause tells
    ("Max Lund was [arrested@1 February 2022] on 1 February 2022, two days after he [fled@two days] to Spain.",
     "two days", "2022-01-30", "1 February 2022"),
    ("Alba [fired@3 May 2021] Max Lund on 3 May 2021, a week before Corin [sued@a week] him.",
     "a week", "2021-05-10~", "3 May 2021"),
    ("The mill [burned@4 May 2020] down on 4 May 2020. For two days after it [burned], smoke [hung] over Ghent.",
     "two days", "", ""),
    ("Alba [sued@4 May 2020] Corin on 4 May 2020. Two days after Corin [sued] Alba, Max Lund [resigned].",
     "Two days", "", ""),
    ("Several days after the ship [sank], Max Lund [resigned].", "Several days", "", ""),
    ("Workers [met] for three hours after the siren [sounded@Monday] on Monday.", "three hours", "", ""),
]  # fmt: skip
#: Nouns to which the words of time are not tied: what was counted from there is told of them.
NOUNS = [
    ("Otto Weber [signed@18 March 2022] the [treaty] on 18 March 2022, two days after a [referendum] in Lund.",
     "referendum", "2022-03-16 counted"),
    ("On 4 May 2021, just two days before the [election] in Chad, Jane Roe [resigned@4 May 2021].",
     "election", "2021-05-06 counted"),
    ("Jane Roe [resigned@Monday] on Monday, seven months after the [fire] in the town and two days after Alba "
     "[accepted@two days] the [bid].", "fire", "2022-04~ counted"),
    ("On Sunday, two days before the [wedding], the church was full.", "wedding", "2022-11-29 counted"),
    # not where the reader ties others, and not from words that are no day, or not right before
    ("On Sunday, two days before the [wedding@Sunday], the church was full.", "wedding", "2022-11-27 reader"),
    ("Jane Roe [sold@2021] the plant in 2021, three years after the [fire].", "fire", ""),
    ("Jane Roe [met@Monday] Otto Weber on Monday and two days after the [vote] [resigned].", "vote", ""),
    ("Jane Roe [resigned@Monday] on Monday, two days late, after the [fire].", "fire", ""),
    ("Norway's army [seized@last week] power last week. Officers [stormed@3 May] the palace on 3 May. The union "
     "[suspended@two days] Norway two days after the [coup].", "suspended", ""),
]  # fmt: skip
#: Words of a text of its own, and when the events of its clauses were.
CLAUSES = [
    ("The [strike@26 October] [began@26 October] on 26 October, two days after [talks] on night shifts [collapsed@two "
     "days].", "collapsed", "2022-10-24 reader"),
    ("Alba [withdrew@9 August] on 9 August, two weeks before shareholders [backed@two weeks] the [deal].",
     "backed", "2022-08-23~ reader"),
    ("Shares [tumbled@Thursday] on Wall Street Thursday, a day after the bank [raised@a day] its rate.",
     "raised", "2022-11-23 reader"),
    ("Shares [tumbled@Thursday] on Wall Street Thursday, days after the bank [raised@days] its rate.", "raised", ""),
    ("Norway [banned] the drug, two weeks after nine towns had to be [evacuated@two weeks].", "evacuated", ""),
    ("Jane Roe [resigned@Monday] on Monday, seven months after the [fire] in the town and two days after Alba "
     "[accepted@two days] the [bid].", "accepted", "2022-11-26 reader"),
    ("On Saturday, a week before her team was to [choose@a week: planned] a captain, Ada Holm [left] Lund.",
     "choose", "2022-12-03~ reader"),
    # counted from the day right before, whoever said so
    ("The county said on Monday, two weeks after a [storm@two weeks] [tore@two weeks] the roof off a gym and "
     "[flooded@two weeks] a hall.", "storm", "2022-11-14~ reader"),
    ("The county said on Monday, two weeks after a [storm@two weeks] [tore@two weeks] the roof off a gym and "
     "[flooded@two weeks] a hall.", "flooded", "2022-11-14~ reader"),
    ("The county said on Monday that it would [rain: planned] two weeks after Corin [left@two weeks].", "left", ""),
    # a day that is counted from nobody knows what is not that of the story
    ("A bus [crashed@Monday] in Ghent on Monday. Max Lund was [arrested@two weeks] two weeks after the [vote].",
     "arrested", ""),
    # those whose times are counted above
    ("Max Lund was [arrested@1 February 2022] on 1 February 2022, two days after he [fled@two days] to Spain.",
     "fled", "2022-01-30 reader"),
    ("Alba [fired@3 May 2021] Max Lund on 3 May 2021, a week before Corin [sued@a week] him.",
     "sued", "2021-05-10~ reader"),
    ("Alba [sued@4 May 2020] Corin on 4 May 2020. Two days after Corin [sued] Alba, Max Lund [resigned@Two days].",
     "resigned", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*COUNTED, *NOUNS, *CLAUSES], PUBLISHED)


@pytest.mark.parametrize(("text", "words", "edtf", "anchor"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted_from_an_event(read, text, words, edtf, anchor):
    times = {one.text: one for one in read[text].times.values()}
    assert (times[words].interval.edtf if times[words].interval else "") == edtf
    assert times[words].anchor == (times[anchor].id if anchor else None)


@pytest.mark.parametrize(("text", "trigger", "when"), [*NOUNS, *CLAUSES])
def test_when_the_event_of_a_clause_was(read, text, trigger, when):
    assert read[text].when(trigger) == when
