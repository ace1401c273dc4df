"""What is planned lies ahead of publication, though it is told in the past; the parse shows it."""

from __future__ import annotations

from datetime import date

import pytest

from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document
from graphbuilder.times import find_times, time_expressions

AHEAD = [
    (date(2025, 5, 7), "The bridge was to have reopened on May 24, but the steel is late.", "2025-05-24"),
    (date(2025, 5, 7), "The bridge was to reopen on May 24.", "2025-05-24"),
    (date(2025, 5, 7), "The committee asked for a survey, to be finished on July 1.", "2025-07-01"),
    (date(2025, 9, 12), "A new coach can be named at the assembly on October 24.", "2025-10-24"),
    (date(2023, 11, 14), "The tribunal has summoned the two skippers to testify on January 6.", "2024-01-06"),
    (date(2025, 5, 7), "The choir was invited to sing on June 2.", "2025-06-02"),
    (date(2025, 10, 25), "The vote was brought forward to 3 November.", "2025-11-03"),
    (date(2025, 5, 7), "Members will be asked to vote on August 24.", "2025-08-24"),
    (date(2025, 5, 7), "Heirs are urged to file claims by August 24.", "../2025-08-24"),
    (date(2025, 5, 7), "What happens on Monday is anybody's guess.", "2025-05-12"),
    (date(2025, 9, 11), "The ban enters into force on 1 March.", "2026-03-01"),
    (date(2025, 5, 7), "Alba will print Monday's paper.", "2025-05-12"),
    (date(2025, 5, 7), "The envoy comes to be sworn in on 3 June.", "2025-06-03"),
    (date(2025, 5, 7), "They lent it on condition that he leave in March.", "2026-03"),
]
BEHIND = [
    (date(2025, 3, 20), "The boat that was to have sailed on Saturday stayed in port.", "2025-03-15"),
    (date(2025, 5, 7), "The bridge was to have reopened on March 24.", "2025-03-24"),
    (date(2025, 5, 7), "The choir sang on June 2.", "2024-06-02"),
    (date(2025, 5, 7), "He was said to have fled on June 3.", "2024-06-03"),
    (date(2025, 5, 7), "The bones may have been buried in October.", "2024-10"),
    (date(2025, 5, 7), "If the witness is right, the vault was opened in October.", "2024-10"),
    (date(2025, 5, 7), "They were ordered to leave in October.", "2024-10"),
    (date(2025, 5, 7), "Members were asked to vote on August 24.", "2024-08-24"),
    (date(2025, 5, 7), "What happened on Monday is anybody's guess.", "2025-05-05"),
    (date(2025, 9, 11), "The ban entered into force on 1 March.", "2025-03-01"),
    (date(2025, 5, 7), "They will open the hall bombed in April.", "2025-04"),
    (date(2025, 5, 7), "Nobody could lift it in August.", "2024-08"),
    (date(2025, 5, 7), "The concert had been fixed for 6 December but was dropped.", "2024-12-06"),
    (date(2025, 10, 25), "Roe has moved to Oslo in January.", "2025-01"),
    (date(2025, 10, 25), "The talks booked for March failed.", "2025-03"),
    (date(2025, 5, 7), "The envoy appears to have been sworn in on 3 June.", "2024-06-03"),
    (date(2025, 5, 7), "She said that the mill was sold in November.", "2024-11"),
]


@pytest.mark.parametrize(("published", "text", "edtf"), AHEAD + BEHIND, ids=[text for _, text, _ in AHEAD + BEHIND])
def test_side_of_publication(published: date, text: str, edtf: str) -> None:
    document = Document(text=text, id="text", published=published)
    one = next(iter(parse([document])))
    (time,) = time_expressions(document, one.sentences, one.doc)
    assert time.interval is not None
    assert time.interval.edtf == edtf


@pytest.mark.parametrize(
    ("text", "parsed", "by_words"),
    [
        ("The choir was invited to sing on June 2.", "2025-06-02", "2024-06-02"),
        ("The envoy appears to have been sworn in on 3 June.", "2024-06-03", "2025-06-03"),
    ],
)
def test_the_words_alone_do_not_show_it(text: str, parsed: str, by_words: str) -> None:
    for model, edtf in (("en_core_web_md", parsed), (None, by_words)):
        [time] = find_times(text, date(2025, 5, 7), model=model)
        assert time.interval is not None
        assert time.interval.edtf == edtf


FORESEEN = [
    # what was to be, seen from what is told of old days
    # not of late, not what will be
    ("The receivers came on 2 July 2022. Roe said that all would be paid by Christmas.", "../2022-12-25"),
    ("The receivers came on 2 July 2019. Roe says that all will be paid by Christmas.", "../2022-12-25"),
    # and it is not where the story is
    # by the end of the year in which it was said, if that was long ago
    ("It paid a fine last May and said that it would leave by the end of the month.", "../2022-05"),
    ("It paid a fine last May and has until the end of the month to leave.", "../2022-11-30~"),
    # a time of day in somebody's words
    # by Easter that would have been, which may be over
    ("They would have been bankrupt by 3 November.", "../2022-11-03"),
    # what had been by a month, after a date of its paragraph: up to the next such month
    ("By 2003 she had built two bridges.", "../2003"),
    ("By 2003 she was rich.", "../2003"),
    ("As of 20 November, 30 people had died.", "../2022-11-20"),
    ("As of noon on Tuesday, 30 people were injured.", "../2022-11-29"),
    ("As of 20 November, the shop had two doors.", "2022-11-20"),
    # an obituary is a history, but for the death and what is of late
    ("Jane Roe, who has died aged 81, was mayor in 1982. Her funeral was held on 3 November.", "2022-11-03"),
    ("Jane Roe, who has died aged 81, was mayor in 1982. Her last speech was in October.", "2022-10"),
    ("Jane Roe, who has died aged 81, was mayor in 1982. Her son said on Monday she was well.", "2022-11-28"),
    # what says itself that it follows what was told does so, whatever else the sentence tells of an end
    ("Jane Roe, who has died aged 81, was mayor in 1982. Her last speech was in the autumn.", "2022-23"),
    # a year of an aside is no year of the clause around it
    ("Jane Roe, who came to office in 2011 and was elected again five years later, fell ill in June.", "2022-06"),
    # what somebody says had been done is not of the day on which he says so
    ("The mill burnt on 6 November. Roe told the police that she had left at 9.15pm.", "2022-11-06T21:15:00"),
    ("Roe told the board on 6 November that by 9.15pm it had lost a third of its staff.", "2022-11-06T21:15:00"),
    ("The mill burnt on 6 November. Roe left at 9.15pm.", "2022-11-06T21:15:00"),
    # nor is an hour of a day that is only named by what happened on it
    ("Roe spoke on Monday. Weber had a call at 5pm on the terrace of the hotel.", "2022-11-28T17:00:00"),
    ("Roe won Monday's race. She left the hall shortly after 1am.", "2022-11-28T01:00:00"),
    # in the clause of what would then be done
    ("The court heard that Roe would speak when she takes the stand on Monday.", "2022-12-05"),
    ("The court heard that Roe spoke when she took the stand on Monday.", "2022-11-28"),
    ("Two men have died in a mill. It was built in 1982. It burnt on 3 November.", "2022-11-03"),
    # what had been done at night was done before what is told, who knows when
    ("The inspectors came last week. The lamp was left on overnight.", "2022-11-28"),
]


@pytest.mark.parametrize(("text", "edtf"), FORESEEN, ids=[text for text, _ in FORESEEN])
def test_what_was_foreseen_and_what_had_been(text: str, edtf: str | None) -> None:
    document = Document(text=text, id="text", published=date(2022, 11, 29))
    one = next(iter(parse([document])))
    time = time_expressions(document, one.sentences, one.doc)[-1]
    assert (time.interval and time.interval.edtf) == edtf


#: In an issue of October 2021, of which the day is not known.
ISSUE = [
    ("She won a medal in April.", "2021-04"),
    ("She moved to Lund last year.", "2020"),
    ("She will lead it next spring.", "2022-21"),
    ("A board is expected to approve it in November.", "2021-11"),
    ("She sold it on Tuesday.", None),
    ("She sold it last week.", None),
    ("She sold it last month.", None),
]


@pytest.mark.parametrize(("text", "edtf"), ISSUE, ids=[text for text, _ in ISSUE])
def test_an_issue_without_a_day_dates_months_and_years(text: str, edtf: str | None) -> None:
    document = Document(text=text, id="text", meta=(("issue", "2021-10"),))
    one = next(iter(parse([document])))
    (time,) = time_expressions(document, one.sentences, one.doc)
    assert (time.interval and time.interval.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The bridge was closed on 3 May. It reopened within three weeks.", "2025-05-03/2025-05-24~"),
        ("He was moved to Lund within a month.", None),  # of what nobody told
        ("The firm must pay within a month.", "2025-05-07/2025-06-07~"),
    ],
)
def test_within_a_month_of_what_was_told_where_the_verb_is_past(text: str, edtf: str | None) -> None:
    document = Document(text=text, id="text", published=date(2025, 5, 7))
    one = next(iter(parse([document])))
    *_, time = time_expressions(document, one.sentences, one.doc)
    assert (time.interval and time.interval.edtf) == edtf
