"""Times counted from events whose date only the parse tells. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)
#: The text, the words counted, the interval ("" for none) and the words it was anchored on.
COUNTED = [
    ("Parliament [voted] on the bill on Friday. The day before the [vote], ministers [met] in Oslo.",
     "The day", "2022-11-24", "Friday"),
    ("Russia [invaded] Georgia in August 2008. Two months after the [invasion], leaders [met] in Paris.",
     "Two months", "2008-10~", "August 2008"),
    ("Parliament did not [vote: denied] on Friday. The day before the [vote], ministers [met] in Oslo.",
     "The day", "", ""),
    ("The firm was [founded] in 1927. The day before the [vote], ministers [met] in Oslo.", "The day", "", ""),
    ("Parliament may [vote: possible] on Friday. The day before the [vote], ministers [met] in Oslo.",
     "The day", "", ""),
    # counted from what a clause tells
    ("Max Lund was [arrested] on 1 February 2022, two days after he [fled] to Spain.",
     "two days", "2022-01-30", "1 February 2022"),
    ("Alba [fired] Max Lund on 3 May 2021, a week before Corin [sued] him.", "a week", "2021-05-10~", "3 May 2021"),
    ("The mill [burned] down on 4 May 2020. For two days after it [burned], smoke [hung] over Ghent.",
     "two days", "", ""),
    ("Alba [sued] Corin on 4 May 2020. Two days after Corin [sued] Alba, Max Lund [resigned].", "Two days", "", ""),
    ("Several days after the ship [sank], Max Lund [resigned].", "Several days", "", ""),
    ("Workers [met] for three hours after the siren [sounded] on Monday.", "three hours", "", ""),
]  # fmt: skip
#: Words of a text of its own, and when the events of its clauses were.
CLAUSES = [
    ("The [strike] [began] on 26 October, two days after [talks] on night shifts [collapsed].",
     "collapsed", "2022-10-24 syntax"),
    ("The [strike] [began] on 26 October, two days after [talks] on night shifts [collapsed].",
     "began", "2022-10-26 syntax"),
    ("Alba [withdrew] on 9 August, two weeks before shareholders [backed] the [deal].", "backed", "2022-08-23~ syntax"),
    # counted from the day right before, whoever said so
    ("The county said on Monday, two weeks after a [storm] [tore] the roof off a gym and [flooded] a hall.",
     "storm", "2022-11-14~ shared"),
    ("The county said on Monday, two weeks after a [storm] [tore] the roof off a gym and [flooded] a hall.",
     "flooded", "2022-11-14~ shared"),
    ("The county said on Monday that it would [rain: planned] two weeks after Corin [left].", "left", ""),
    # a day that is counted from nobody knows what is not that of the story
    ("A bus [crashed] in Ghent on Monday. Max Lund was [arrested] two weeks after the [vote].", "arrested", ""),
    ("Inspectors [searched] the mill in October. Roe [left] Oslo nine days after the [search].",
     "left", "2022-10-10~/2022-11-09~ syntax"),
    # those whose times are counted above
    ("Max Lund was [arrested] on 1 February 2022, two days after he [fled] to Spain.", "fled", "2022-01-30 syntax"),
    ("Max Lund was [arrested] on 1 February 2022, two days after he [fled] to Spain.", "arrested", "2022-02-01 syntax"),
    ("Alba [fired] Max Lund on 3 May 2021, a week before Corin [sued] him.", "sued", "2021-05-10~ syntax"),
    ("Alba [fired] Max Lund on 3 May 2021, a week before Corin [sued] him.", "fired", "2021-05-03 syntax"),
    ("Alba [sued] Corin on 4 May 2020. Two days after Corin [sued] Alba, Max Lund [resigned].", "resigned", ""),
    ("Parliament [voted] on the bill on Friday. The day before the [vote], ministers [met] in Oslo.",
     "met", "2022-11-24 syntax"),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*COUNTED, *CLAUSES], PUBLISHED)


@pytest.mark.parametrize(("text", "words", "edtf", "anchor"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted_from_an_event(read, text, words, edtf, anchor):
    times = {one.text: one for one in read[text].times.values()}
    assert (times[words].interval.edtf if times[words].interval else "") == edtf
    assert times[words].anchor == (times[anchor].id if anchor else None)


@pytest.mark.parametrize(("text", "trigger", "when"), CLAUSES)
def test_when_the_event_of_a_clause_was(read, text, trigger, when):
    assert read[text].when(trigger) == when
