"""What a time is counted from: publication, date line, story, quotation; and the options where nothing decides."""

from __future__ import annotations

from datetime import date, datetime
from typing import get_args

import pytest

from graphbuilder.errors import InputError
from graphbuilder.records import Document, Sentence, TimeExpression, Zone
from graphbuilder.times import TimeOptions, anchors, find_times, time_expressions
from graphbuilder.times.calendar.values import Ordinal, Stretch, Value

TUESDAY = date(2022, 11, 29)
HISTORY = TimeOptions(narrative=True)


def edtf_of(times: list[TimeExpression]) -> list[str | None]:
    return [one.interval and one.interval.edtf for one in times]


STORIES = [
    ("In 1941 they fought. In June they won.", ["1941", "1941-06"]),
    ("On 7 May 1945 it ended. Two days later they cheered.", ["1945-05-07", "1945-05-09"]),
    ("On 7 May 1945 it ended. The following year they voted.", ["1945-05-07", "1946"]),
    ("On 7 May 1945 it ended. That same day he left.", ["1945-05-07", "1945-05-07"]),
    ("It began in 1860. In the summer it spread.", ["1860", "1860-22"]),
    ("On 10 March 1975 it began, for a campaign in 1996 was feared. On 11 March they fled.",
     ["1975-03-10", "1996", "1975-03-11"]),
    ("In 1890 it grew. It had begun in 1850. By May it was large.", ["1890", "1850", "../1890-05"]),
    ("In 480 BC they met. In September they fought.", ["-0479", "-0479-09"]),
    ("In 490 BC they met. In 479 they met again.", ["-0489", "-0478"]),
    ("In 1971 he said: “We came two years ago.”", ["1971", "1969~"]),
    ("The treaty of 1848 is known today.", ["1848", None]),
    # after a year, a month or a season nobody knows which day follows
    ("On 7 May 1945 it ended. The same year he left. The following day he died.", ["1945-05-07", "1945", None]),
    ("On 7 May 1945 it ended. The following year he left. The next day he died.", ["1945-05-07", "1946", None]),
    ("On 7 May 1945 it ended. In June he left. The next morning he died.", ["1945-05-07", "1945-06", None]),
    ("In the summer of 1945 he left. That same day he died.", ["1945-22", None]),
    ("On 7 May 1945 it ended. That day he left. The next day he died.", ["1945-05-07", "1945-05-07", "1945-05-08"]),
    ("On 7 May 1945 it ended. The same year he left. That autumn he died.", ["1945-05-07", "1945", "1945-23"]),
    ("In 1945 it ended. Two months later he died.", ["1945", "1945-03~/1946-02~"]),
    ("In 1945 it ended. Two years later he died.", ["1945", "1947~"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_history_follows_its_story(text: str, expected: list[str | None]) -> None:
    assert edtf_of(find_times(text, TUESDAY, options=HISTORY)) == expected


NEWS = [
    # what had happened before is not where the story is
    ("Roe fled on 3 May 2022. She had been held once, in 2019. A week later she was found.",
     ["2022-05-03", "2019", "2022-05-10~"]),
    ("She rang last night. Ten minutes later she came.", ["2022-11-28", "2022-11-28~"]),
    ("They came on 3 May 2022. Two days after that vote they left.", ["2022-05-03", None]),
    ("It fell in May 2014.\nBy the weekend he was gone.", ["2014-05", "../2022-11-27"]),
    ("She won in September 2019 and left at the turn of the year.", ["2019-09", "2019-12~"]),
    # but what was told in the past is
    ("Miners struck on 28 April. After talks broke down on 3 May they stayed out. A week later they won.",
     ["2022-04-28", "2022-05-03", "2022-05-10~"]),
    # nor on the same day again, where the sentence itself goes on from what had happened
    ("The case was heard on 17 October. Roe had fallen ill on 6 September and died the following week.",
     ["2022-10-17", "2022-09-06", "2022-09-12/2022-09-18"]),
    # what was told right before is what "that" is
    ("The mill was shut on 19 March. Two days after that Paris summit, it burned.", ["2022-03-19", None]),
    # a month that was told right before is where the story is, and not the day before it
    # two days after about 6 June is about 8 June
    # "the Sunday" is one that nobody can date
    ("They came on Friday. On the Wednesday, they left.", ["2022-11-25", None]),
    ("It is closed on the Sunday.", [None]),
    ("They were told on the Friday that it rained.", [None]),
    ("They came on 3 May. She sang on the Sunday show.", ["2022-05-03", "2022-11-27"]),
    ("They were stranded by the first Sunday.", [None]),
    # the end of the month is that of this one, for what is ahead
    ("It was found last May. Roe will appeal by the end of the month.", ["2022-05", "../2022-11"]),
    ("It was found last May. Roe appealed by the end of the month.", ["2022-05", "../2022-05"]),
    ("He will go to Oslo in July and return before the end of the month.", ["2023-07", "../2023-07"]),
    # what has told of old days alone goes on in them, though a later day of that name is near
    ("It was left in 1986. It burnt in 1991. Guests came on 12 June 2001. In October a club was founded.",
     ["1986", "1991", "2001-06-12", "2001-10"]),
    ("It was left last May. Guests came on 12 June 2001. In October a club was founded.",
     ["2022-05", "2001-06-12", "2022-10"]),
    # weeks counted from a month lend their year, and no day
    # a minute and a half later it is still the same day, five hours later perhaps
    ("On the afternoon of Friday 4 November he sat. Ninety seconds later the wall fell.",
     ["2022-11-04", "2022-11-04"]),
    ("On the afternoon of Friday 4 November he sat. Fifteen hours later the wall fell.",
     ["2022-11-04", "2022-11-04~"]),
    # a weekday told by its date right before
    ("Thieves came on Sunday, October 23. Police said on Sunday that three were held.", ["2022-10-23", "2022-11-27"]),
    ("Thieves came on Sunday, October 23. The shop reopens on Sunday.", ["2022-10-23", "2022-12-04"]),
    ("Thieves came on Sunday, October 23.\n\nRoe came home on Sunday.", ["2022-10-23", "2022-11-27"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[text for text, _ in NEWS])
def test_news_does_not_go_on_from_what_had_happened(text: str, expected: list[str | None]) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == expected


def test_news_follows_publication() -> None:
    text = "The war of 1991 was long. In June they met."
    assert edtf_of(find_times(text, TUESDAY)) == ["1991", "2022-06"]


def test_text_that_names_many_old_years_is_a_history() -> None:
    text = "It began in 1860. It went on in 1861, 1862 and 1863. In April 1865 it ended. In May they left."
    assert edtf_of(find_times(text, TUESDAY))[-1] == "1865-05"


ANALYSIS = """A year after the mill burnt down, nobody has been paid.

Ida Brandt, who ran the mill from 2013 until last March, was questioned in February. Her trial opened on 11 June.

In October 2021 the town bought the ruin. In December it sold the land. Mayor Holm was elected in May.

The council fell on 30 November 2021. The ministry refused in January and will answer in March."""
ANALYSIS_DATES = [
    None, "2013/2022-03", "2022-02", "2022-06-11", "2021-10", "2021-12", "2022-05", "2021-11-30", "2022-01", "2023-03",
]  # fmt: skip
BACKGROUNDS = [
    "The mill was built between 1968 and 1974.",
    "The mill was sold in 2012.",
    "It was sold in the late 1990s, and on 4 May 2003 it was sold again.",
    "The owners plan to rebuild it by 2028.",
    "On 7 May 1945 it stood. On 3 June 1948 it was closed. On 2 April 1951 it was opened, and in 1956 it was sold.",
    "In 1860 it was planned. In 1861, 1862, 1863, 1864, 1865, 1866, 1867 and 1868 nothing was done.",
]


def test_analysis_is_news() -> None:
    assert edtf_of(find_times(ANALYSIS, TUESDAY))[1:] == ANALYSIS_DATES[1:]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_background_that_follows_changes_no_earlier_date(background: str) -> None:
    for text in (ANALYSIS, ANALYSIS.replace("until last March", "on"), "The ministry refused in January."):
        before = find_times(text, TUESDAY)
        after = find_times(f"{text}\n\n{background}\n\n{background}", TUESDAY)
        assert [(one.text, one.interval) for one in after[: len(before)]] == [
            (one.text, one.interval) for one in before
        ]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_background_in_between_changes_no_later_date_of_news(background: str) -> None:
    lead = "The mill was closed last week.\n\n"
    assert edtf_of(find_times(f"{lead}{background}\n\nThe ministry refused in January.", TUESDAY))[-1] == "2022-01"


NEAR = [
    ("On Tuesday they repeated what was decided at the 2008 summit. That year she left.", "2008"),
    ("She left on 11 June 2019.\nThe raid came in August.", "2022-08"),  # another paragraph
    ("She left on 11 June 2019. He stayed. The raid came in August.", "2022-08"),  # another sentence in between
    ("Brandt, who took office on 3 May 2019, was charged in August.", "2022-08"),  # told of someone in passing
    ("Brandt, who led it from 2016, was charged in August.", "2022-08"),
    ("It has been shut since 3 May 2019 and was sold in August.", "2022-08"),
    ("It was shut on 3 May 2019. It will be sold in August.", "2023-08"),
    ("It was shut in 2019. It was sold in August.", "2022-08"),
    ("In 2021, the mill was shut. In August, it was sold.", "2022-08"),
    ("In 2019, the mill was shut. In August, it will be sold.", "2023-08"),
    ("In 2019, the mill was shut.\nIn August, it was sold.", "2022-08"),
]


@pytest.mark.parametrize(("text", "edtf"), NEAR, ids=[text for text, _ in NEAR])
def test_news_takes_the_year_of_a_full_date_just_told(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY))[-1] == edtf


KINDS = [
    ("It began in 1860. On 3 May 1861 it spread. In June they won.", "1861-06"),
    ("It began in 1860. On 3 May 1861 it spread.\nHe wrote: “It was last week.”\nIn June they won.", "1861-06"),
    ("It began in 1860. On 3 May 1861 it spread.\nHe wrote last week.\nIn June they won.", "2022-06"),
    ("It began in 1860. On 3 May 1861 it spread.\nIt was two years ago.\nIn June they won.", "2022-06"),
    ("It began in 2021. On 3 May 2021 it spread.\nIt stopped.\nIn June they won.", "2022-06"),
]


@pytest.mark.parametrize(("text", "edtf"), KINDS, ids=[text for text, _ in KINDS])
def test_history_has_a_run_of_old_dates_and_does_not_point_from_its_day(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY))[-1] == edtf


LIMITS = [
    ("A ruling is not expected before December.", "2022-12/.."),
    ("A ruling is not expected before March.", "2023-03/.."),
    ("No ruling is likely before Friday.", "2022-12-02/.."),
    ("It won't reopen until 2025.", "2025/.."),
    ("Not until 2025 will it reopen.", "2025/.."),
    ("It should come no earlier than May.", "2023-05/.."),
    ("The hearing will be held no sooner than Friday.", "2022-12-02/.."),
    ("It must be filed no later than Friday.", "../2022-12-02"),
    ("They must have left before Friday.", "../2022-11-24"),
    ("It will run until at least 2027.", "../2027"),
    ("It did not end until March 2021.", "2021-03"),
    ("He had not been seen before 2019.", "../2018"),
    ("The firm did not need a loan before 2019.", "../2018"),
    ("A loan was not expected before 2019.", "2019/.."),
    ("It was built before 2019.", "../2018"),
    ("He came not long before 2019.", "../2018"),
    ("It was not damaged and stood until 2019.", "../2019"),
    ("The strike lasted until 2019.", "../2019"),
]


@pytest.mark.parametrize(("text", "edtf"), LIMITS, ids=[text for text, _ in LIMITS])
def test_what_is_not_before_a_time_is_from_then_on(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == [edtf]


@pytest.mark.parametrize("text", ["It has at least 2027 members.", "More than 2000 came.", "She is taller than May."])
def test_amounts_and_names_stay_none(text: str) -> None:
    assert find_times(text, TUESDAY) == []


AGO = [
    ("One year ago today, the mill burnt down.", ["2021-11-29"]),
    ("It fell a year ago today.", ["2021-11-29"]),
    ("It fell three weeks ago yesterday.", ["2022-11-07"]),
    ("It fell two years ago this month.", ["2020-11"]),
    ("It fell a year ago on Friday. The following day it rained.", ["2021-11-25", "2021-11-26"]),
    ("It fell a year ago last Monday.", ["2021-11-28"]),
    ("It fell a year ago in May.", ["2021~", "2022-05"]),
    ("It fell a year ago. Today it stands.", ["2021~", "2022-11-29"]),
    ("It fell a year ago, and today it stands.", ["2021~", "2022-11-29"]),
]


@pytest.mark.parametrize(("text", "expected"), AGO, ids=[text for text, _ in AGO])
def test_a_year_ago_today_is_that_very_day(text: str, expected: list[str]) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == expected


def test_a_year_before_the_leap_day_is_the_day_before_it() -> None:
    assert edtf_of(find_times("It fell a year ago today.", date(2024, 2, 29))) == ["2023-02-28"]


RECOUNTS = (
    "On 7 August 2008 guns opened fire. On 8 August 2008 tanks crossed the border. By 12 August 2008 it was over."
)


@pytest.mark.parametrize(
    ("rest", "edtf"),
    [
        ("\n\nThe minister said on Tuesday that the border stays closed.", "2022-11-29"),
        ("\n\nTalks resumed on Friday.", "2022-11-25"),
        (" The minister said on Tuesday that the border stays closed.", "2022-11-29"),
        (" On Friday the tanks left.", "2008-08-15"),
        (" In September the tanks left.", "2008-09"),
        ("\n\nIn September the tanks left.", "2008-09"),
    ],
)
def test_news_may_begin_by_telling_of_old_days(rest: str, edtf: str) -> None:
    assert edtf_of(find_times(RECOUNTS + rest, TUESDAY))[-1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # not in the next one, not in the future, not of late, not of a date that was only named
        ("Roe was held on 3 May 2020. Two weeks later he was freed.\n\nThe court met in September.", "2022-09"),
        ("Roe was held on 3 May 2020. Two weeks later he was freed. The court will sit in March.", "2023-03"),
        ("Roe was held on 3 May. Two weeks later he was freed. The roof fell. The court met in September.", "2022-09"),
        ("Roe was held on 3 May 2020. He was freed. The roof fell. The court met in September.", "2022-09"),
        # but in the next one where it opens a clause
        ("Roe was held on 3 May 2020. Two weeks later he was freed.\n\nHe sued Alba and Corin in July.", "2022-07"),
        # and not once something was told of late
        ("Roe was held in 2010. Ten years later he was freed.\n\nHe fell ill last May. In July he died.", "2022-07"),
        ("Roe was held in 2010. Ten years later he was freed, went home last May and sued in July.", "2022-07"),
    ],
)
def test_a_tale_ends(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY))[-1] == edtf


ESSAY = """THE REVIEW, 29 November 2022

{opening} a dam in the Alps burst. Ida Roe had been told, that August, to be silent. She was born in 1909, went to Bern
in 1929 and took her degree in 1934. In the spring of 1937 she came home, in 1939 she married.

Her letter, dated August 4, 1942, was not read. After the flood on November 13 she dug. She died in May 1987.

Last Saturday a plaque was unveiled."""


LOOKS_BACK = """Last years of a mill

Tue 29 Nov 2022 06.00 GMT

Ida Roe, now 84, kept it for three decades. Fifty years ago today it was sold.

It had begun in 1963. A bank that came in April 1967 left it. Then came 20 June, and the roof fell. Two weeks later the
owner fled, and that summer it was shut.

Her friends will meet her there this evening."""


def test_news_with_lengths_does_not_look_back() -> None:
    text = LOOKS_BACK.replace("Fifty years ago today", "Last week").replace("April 1967", "April")
    assert "2022-06-20" in edtf_of(find_times(text, TUESDAY))


@pytest.mark.parametrize("opening", ["Two years ago today", "Eighty years ago", "Yesterday"])
def test_news_with_old_days_does_not(opening: str) -> None:
    assert edtf_of(find_times(ESSAY.format(opening=opening), TUESDAY))[-3] == "2022-11-13"


NEWS = [
    ("Allies met in May 2008. Four months later the war broke out.", ["2008-05", "2008-09~"]),
    ("Allies met back in 2008. Four months later the war broke out.", ["2008", "2008-05~/2009-04~"]),
    ("Back in 2022 they met. Four months later the war broke out.", ["2022", "2022-05~/2022-11~"]),
    ("He lost his seat. Two weeks later he resigned.", [None]),
    ("In 2008 he won. That same day he resigned.", ["2008", None]),
    ("On 3 May 2008 they met on the 2005 treaty. The next day he left.", ["2008-05-03", "2005", "2008-05-04"]),
    ("He lost his seat. The following day he resigned.", [None]),
    ("He lost his seat. Ten minutes later he resigned.", [None]),
    ("He lost his seat on Friday. Ten minutes later he resigned.", ["2022-11-25", "2022-11-25~"]),
    ("He lost his seat. Two weeks later he will resign.", ["2022-12-13~"]),
    ("They met on Nov. 3. A week later they agreed.", ["2022-11-03", "2022-11-10~"]),
    ("They met on Nov. 20. Two weeks later they agreed.", ["2022-11-20", None]),
    ("They met two weeks ago.", ["2022-11-14~/2022-11-20~"]),
    ("They met less than two weeks ago.", ["2022-11-14~/2022-11-29"]),
    ("They met nearly two weeks ago.", ["2022-11-14~/2022-11-20~"]),
    ("They met more than two weeks ago.", ["2022-11-14~/2022-11-20~"]),
]


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[text for text, _ in NEWS])
def test_what_came_later_in_the_past_is_never_after_publication(text: str, expected: list[str | None]) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == expected


def test_weekday_of_a_chronicle_that_has_come_up_to_its_day() -> None:
    past = "It began in 1990. It grew in 1991, 1992 and 1993. On 4 November 2022 it was sold.\n"
    assert edtf_of(find_times(past + "It closed on Monday.", TUESDAY))[-1] == "2022-11-28"
    assert edtf_of(find_times(past[:-1] + " It closed on Monday.", TUESDAY))[-1] == "2022-11-07"
    older = past.replace("2022", "1994")
    assert edtf_of(find_times(older[:-1] + " It closed on Monday.", TUESDAY))[-1] == "1994-11-07"


UNKNOWN = ["yesterday", "last week", "next month", "two weeks ago", "this year", "on Tuesday", "in April", "on April 2"]


@pytest.mark.parametrize("words", UNKNOWN)
def test_nothing_to_count_from_leaves_no_interval(words: str) -> None:
    (one,) = find_times(f"They met {words}.")
    assert one.interval is None
    assert one.anchor is None
    assert "X" in one.value


def test_date_line_serves_where_publication_is_unknown() -> None:
    times = find_times("LONDON, 29 November 2022 – The ministers met yesterday.")
    assert edtf_of(times) == ["2022-11-29", "2022-11-28"]
    assert times[-1].anchor == "publication"


def test_publication_goes_before_the_date_line() -> None:
    assert edtf_of(find_times("LONDON, 29 November 2012 – They met yesterday.", TUESDAY))[-1] == "2022-11-28"


def test_date_in_a_sentence_is_no_date_line() -> None:
    assert edtf_of(find_times("They met on 29 November 2012 and again yesterday.")) == ["2012-11-29", None]


def whole(text: str) -> list[Sentence]:
    return [Sentence(0, 0, len(text), text)]


def test_zones() -> None:
    text = "PARIS, 3 May 2020\nFollow us on 4 May 2020.\nThey met yesterday."
    zones = (Zone("dateline", 0, 17), Zone("furniture", 18, 42))
    document = Document(text=text, id="a.txt", published=date(2020, 5, 3), zones=zones)
    (one,) = time_expressions(document, whole(text))
    assert (one.text, one.value) == ("yesterday", "2020-05-02")
    assert one.id == f"a.txt@t{one.span.start}-{one.span.end}"
    assert one.span.document == "a.txt"


def test_span_names_its_sentence() -> None:
    text = "They met. They met in 2008."
    sentences = [Sentence(0, 0, 9, text[:9]), Sentence(1, 10, 27, text[10:])]
    (one,) = time_expressions(Document(text=text, id="a"), sentences)
    assert one.span.sentence == 1


def test_story_time_names_the_time_it_is_counted_from() -> None:
    first, second = find_times("They met on Nov. 3, and the following day they left.", TUESDAY)
    assert second.anchor == first.id
    assert first.anchor == "publication"
    assert "year" in first.implied


TENSES = [
    ("They met on Friday.", "2022-11-25"),
    ("They will meet on Friday.", "2022-12-02"),
    ("The talks, scheduled for Friday, are off.", "2022-12-02"),
    ("The vote is to be held on Friday.", "2022-12-02"),
    ("They met on December 20.", "2021-12-20"),
    ("They will meet on December 20.", "2022-12-20"),
    ("They will meet in March.", "2023-03"),
    ("They met in March.", "2022-03"),
    ("Shares fell in December.", "2021-12"),
    ("Shares will fall in December.", "2022-12"),
    ("It snowed in the winter.", "2021-24"),
    ("It was calm over the last day.", "2022-11-28/2022-11-29"),
    ("He will stay until Friday.", "../2022-12-02"),
    ("The shop is open through Friday.", "../2022-12-02"),
    ("The fund pays through 2025.", "../2025"),
    ("They should agree by Friday.", "../2022-12-02"),
    ("He said that he would leave in the spring.", "2023-21"),
    ("He would have left in the spring.", "2022-21"),
    ("The ministers meet in March.", "2023-03"),
    ("The ministers met in March.", "2022-03"),
    ("They had talked over the weekend that followed the vote.", "2022-11-26/2022-11-27"),
    ("They will talk over the weekend in Oslo.", "2022-12-03/2022-12-04"),
    ("The talks began late on Monday.", "2022-11-28"),
    ("He called early Tuesday from Oslo.", "2022-11-29"),
    ("They agreed on Monday night.", "2022-11-28"),
]  # fmt: skip


AHEAD = [
    ("The road is closed until at least May.", "../2023-05"),
    ("The school stays shut until March.", "../2023-03"),
    ("The ban was extended until May.", "../2023-05"),
    ("Rent must be paid before Friday.", "../2022-12-01"),
    ("All votes need to be cast before Friday.", "../2022-12-01"),
    ("The plant may reopen in March.", "2023-03"),
    ("The match kicks off on Saturday.", "2022-12-03"),
    ("He goes on trial on Monday.", "2022-12-05"),
    ("A decision is pending before April.", "../2023-03"),
    # and what is not ahead
    ("The road was closed until May.", "../2022-05"),
    ("They must have left in March.", "2022-03"),
    ("The plant may have closed in March.", "2022-03"),
    ("They could not agree in March.", "2022-03"),
    ("The match kicked off on Saturday.", "2022-11-26"),
    ("He went on trial on Monday.", "2022-11-28"),
    ("The meeting was delayed on Saturday.", "2022-11-26"),
    ("The judge, who is to rule in May, heard him on Saturday.", "2022-11-26"),
]


@pytest.mark.parametrize(("text", "edtf"), AHEAD, ids=[text for text, _ in AHEAD])
def test_duties_plans_and_states_look_ahead(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY))[-1] == edtf


ON = [
    ("One year on, families still wait.", None),
    ("Ten years on: what has changed?", None),
    ("The flood hit in May 2021. A year on, families still wait.", "2022~"),
]


@pytest.mark.parametrize(("text", "edtf"), ON, ids=[text for text, _ in ON])
def test_a_year_on_is_no_year_after_publication(text: str, edtf: str | None) -> None:
    assert edtf_of(find_times(text, TUESDAY))[-1] == edtf


@pytest.mark.parametrize(("text", "edtf"), TENSES, ids=[text for text, _ in TENSES])
def test_tense_points_the_way(text: str, edtf: str) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == [edtf]


NUMBERS = [
    ("03/04/2008", TimeOptions(), "2008-03-04?"),
    ("03/04/2008", TimeOptions(day_first=True), "2008-04-03"),
    ("03/04/2008", TimeOptions(day_first=False), "2008-03-04"),
    ("29/04/2008", TimeOptions(), "2008-04-29"),
    ("04/29/2008", TimeOptions(day_first=True), "2008-04-29"),
    ("04/04/2008", TimeOptions(), "2008-04-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "options", "edtf"), NUMBERS)
def test_day_or_month_first(text: str, options: TimeOptions, edtf: str) -> None:
    assert edtf_of(find_times(f"It is from {text}.", TUESDAY, options=options)) == [edtf]


def test_a_plain_date_of_the_text_settles_the_order() -> None:
    assert edtf_of(find_times("From 03/04/2008 to 29/04/2008.", TUESDAY)) == ["2008-04-03/2008-04-29"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("in '08", date(2022, 1, 1), "2008"),
        ("in '45", date(2022, 1, 1), "1945"),
        ("in '42", date(2022, 1, 1), "2042"),
        ("in '08", date(1985, 1, 1), "1908"),
        ("in the '90s", date(2022, 1, 1), "199"),
        ("in the '90s", date(1895, 1, 1), "189"),
        ("in '68", None, "2068"),
        ("in '69", None, "1969"),
    ],
)
def test_two_digits_mean_the_year_nearest_to_publication(text: str, published: date | None, value: str) -> None:
    (one,) = find_times(f"It was {text}.", published)
    assert one.value == value
    assert one.implied == ("century",)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("It fell in '38.", date(2022, 1, 1), "2038?"),
        ("It fell in '26.", date(2022, 1, 1), "2026"),
        ("It fell in '98.", date(2022, 1, 1), "1998"),
        ("It fell in '98.", None, "1998?"),
        ("In 2021 it rose, higher than in '68.", date(2022, 1, 1), "1968"),
        ("The lease runs to 5/6/38.", date(2022, 1, 1), "2038-05-06?"),
    ],
)
def test_two_digits_are_uncertain_where_the_text_does_not_decide(text: str, published: date | None, edtf: str) -> None:
    one = find_times(text, published)[-1]
    assert one.interval is not None
    assert one.interval.edtf == edtf


def test_southern_seasons() -> None:
    (one,) = find_times("In the summer of 2008 it rained.", TUESDAY, options=TimeOptions(southern=True))
    assert (one.value, one.interval and one.interval.edtf) == ("2008-SU", "2008-12/2009-02")


@pytest.mark.parametrize(("month", "edtf"), [(10, "2022-10~/2023-09~"), (4, "2022-04~/2023-03~"), (1, "2023")])
def test_fiscal_year(month: int, edtf: str) -> None:
    assert edtf_of(find_times("Sales grew in FY2023.", TUESDAY, options=TimeOptions(fiscal_start=month))) == [edtf]


def test_fiscal_start_is_a_month() -> None:
    with pytest.raises(InputError, match="from 1 to 12, not 13"):
        TimeOptions(fiscal_start=13)


def test_publication_with_a_clock_time_counts_hours() -> None:
    (one,) = find_times("It began two hours ago.", datetime(2022, 11, 29, 1, 30))
    assert (one.type, one.value) == ("TIME", "2022-11-28T23:00")


def test_part_of_the_day_after_its_day() -> None:
    (one,) = find_times("They met on Tuesday in the morning.", TUESDAY)
    assert (one.text, one.value) == ("Tuesday in the morning", "2022-11-29TMO")


PLANS = [
    ("The firm plans to be rid of coal by 2040. This year it shut two pits.", "This year"),
    ("She spoke. He promised a bridge by 2035. On 6 June he opened a school.", "6 June"),
    ("It is to be ready in 2044. On 4 June the council met.", "4 June"),
]


@pytest.mark.parametrize(("text", "words"), PLANS)
def test_year_of_a_plan_dates_no_story(text: str, words: str) -> None:
    (one,) = (one for one in find_times(text) if one.text == words)
    assert one.interval is None


TOLD = [
    ("It was built in 1998. This year it was sold.", "This year", "1998"),
    ("By 1862 he was free. On 6 June he married.", "6 June", "1862-06-06"),
    ("The siege began on 5 November 1854. That autumn was cold; in March it had been warm.", "March", "1854-03"),
    ("They won on 3 May 1916. That Christmas they went home.", "That Christmas", "1916-12-25"),
    ("The duke died on 3 May 867. The priory was built about 670 and burned.", "about 670", "0670~"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), TOLD)
def test_what_was_told_dates_a_story(text: str, words: str, edtf: str) -> None:
    (one,) = (one for one in find_times(text) if one.text == words)
    assert one.interval is not None
    assert one.interval.edtf == edtf


NEWS_OF_AN_UNKNOWN_YEAR = [
    ("The mill has stood since 1998. It closed in May, the owner said on Tuesday.", "May"),
    ("The bridge, built in 2009, fell last week. Two men had warned of it in June.", "June"),
]


@pytest.mark.parametrize(("text", "words"), NEWS_OF_AN_UNKNOWN_YEAR)
def test_news_without_a_date_has_no_year_to_lend(text: str, words: str) -> None:
    (one,) = (one for one in find_times(text) if one.text == words)
    assert one.interval is None


EARLIER_IN_THE_DAY = [
    # the day of the news, whatever was mentioned paragraphs before
    ("There has been no light since last Wednesday.\n\nThe minister spoke earlier in the day.", "2022-11-29"),
    ("He came on Friday.\n\nShe left.\n\nThe ship sailed later in the day.", "2022-11-29"),
    # a day of the same paragraph
    ("He came on Friday and left later in the day.", "2022-11-25"),
    ("He came on Friday. The ship sailed later in the day.", "2022-11-25"),
]


@pytest.mark.parametrize(("text", "day"), EARLIER_IN_THE_DAY)
def test_the_day_is_that_of_its_paragraph_or_of_the_news(text, day):
    assert edtf_of(find_times(text, TUESDAY))[-1] == day


def test_every_kind_of_value_can_be_anchored() -> None:
    """All but a part of nothing, which is no time or a length: composing has put all others into a whole."""
    assert set(get_args(Value)) - anchors._ALONE.keys() - anchors._OF_OTHERS.keys() == {Ordinal, Stretch}
