"""What a time is counted from: publication, date line, story, quotation; and the options where nothing decides."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graphbuilder.errors import InputError
from graphbuilder.records import Document, Sentence, TimeExpression, Zone
from graphbuilder.times import TimeOptions, find_times, time_expressions

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
    ("In 1890 it grew. It had begun in 1850. By May it was large.", ["1890", "1850", "1890-05"]),
    ("In 480 BC they met. In September they fought.", ["-0479", "-0479-09"]),
    ("In 490 BC they met. In 479 they met again.", ["-0489", "-0478"]),
    ("In 1971 he said: “We came two years ago.”", ["1971", "1969~"]),
    ("The treaty of 1848 is known today.", ["1848", None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_history_follows_its_story(text: str, expected: list[str | None]) -> None:
    assert edtf_of(find_times(text, TUESDAY, options=HISTORY)) == expected


def test_news_follows_publication() -> None:
    text = "The war of 1991 was long. In June they met."
    assert edtf_of(find_times(text, TUESDAY)) == ["1991", "2022-06"]


def test_text_that_names_many_old_years_is_a_history() -> None:
    text = "It began in 1860. It went on in 1861, 1862 and 1863. In April 1865 it ended. In May they left."
    assert edtf_of(find_times(text, TUESDAY))[-1] == "1865-05"


def test_news_that_opens_with_its_own_date_is_none() -> None:
    text = "November 29, 2022\nIt began in 1860. It went on in 1861, 1862 and 1863. In 1865 it ended. In May they met."
    assert edtf_of(find_times(text, TUESDAY))[-1] == "2022-05"


NEWS = [
    ("Allies met back in 2008. Four months later the war broke out.", ["2008", "2008-05~/2009-04~"]),
    ("Allies met in May 2008. Four months later the war broke out.", ["2008-05", "2008-09~"]),
    ("Back in 2022 they met. Four months later the war broke out.", ["2022", "2022-05~/2022-11~"]),
    ("He lost his seat. Two weeks later he resigned.", [None]),
    ("He lost his seat. The following day he resigned.", [None]),
    ("He lost his seat. Two weeks later he will resign.", ["2022-12-13~"]),
    ("They met on Nov. 3. A week later they agreed.", ["2022-11-03", "2022-11-10~"]),
    ("They met on Nov. 20. Two weeks later they agreed.", ["2022-11-20", None]),
    ("They met two weeks ago.", ["2022-11-14~/2022-11-20~"]),
]


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[text for text, _ in NEWS])
def test_what_came_later_in_the_past_is_never_after_publication(text: str, expected: list[str | None]) -> None:
    assert edtf_of(find_times(text, TUESDAY)) == expected


def test_weekday_of_a_chronicle_that_has_come_up_to_its_day() -> None:
    past = "It began in 1990. It grew in 1991, 1992 and 1993. On 4 November 2022 it was sold.\n"
    assert edtf_of(find_times(past + "It closed on Monday.", TUESDAY))[-1] == "2022-11-28"
    assert edtf_of(find_times(past[:-1] + " It closed on Monday.", TUESDAY))[-1] == "2022-10-31"
    older = past.replace("2022", "1994")
    assert edtf_of(find_times(older + "It closed on Monday.", TUESDAY))[-1] == "1994-10-31"


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


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (date(2018, 6, 18), "2018-06-18"),  # a day off, as time zones make it: the text's own date counts
        (date(2018, 6, 19), "2018-06-18"),
        (date(2018, 7, 1), "2018-06-30"),
        (date(2011, 12, 2), "2011-12-01"),
    ],
)
def test_date_line_corrects_a_slip_only(given: date, expected: str) -> None:
    assert edtf_of(find_times("A headline\nTuesday, June 19, 2018\nThey met yesterday.", given))[-1] == expected


def test_date_line_corrects_day_and_month_that_were_swapped() -> None:
    text = "A headline\nMarch 2, 2018\nThey met yesterday."
    assert edtf_of(find_times(text, date(2018, 2, 3)))[-1] == "2018-03-01"


def test_date_in_a_sentence_is_no_date_line() -> None:
    assert edtf_of(find_times("They met on 29 November 2012 and again yesterday.")) == ["2012-11-29", None]


def whole(text: str) -> list[Sentence]:
    return [Sentence(0, 0, len(text), text)]


def test_zones() -> None:
    text = "PARIS, 3 May 2020\nFollow us on 4 May 2020.\nThey met yesterday."
    zones = (Zone("dateline", 0, 17), Zone("furniture", 18, 42))
    document = Document(text=text, id="a.txt", zones=zones)
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
    ("Through the 1990s it grew.", "199X"),
    ("They marched through the summer of 2004.", "2004-22"),
    ("It was calm over the last day.", "2022-11-28/2022-11-29"),
    ("He will stay until Friday.", "../2022-12-02"),
    ("The shop is open through Friday.", "../2022-12-02"),
    ("They slept through last week.", "2022-11-21/2022-11-27"),
    ("We lived through 2020 together.", "2020"),
    ("The fund pays through 2025.", "../2025"),
    ("They should agree by Friday.", "2022-12-02"),
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
        ("in '69", None, "2069"),
        ("in '70", None, "1970"),
    ],
)
def test_two_digits_mean_the_year_nearest_to_publication(text: str, published: date | None, value: str) -> None:
    (one,) = find_times(f"It was {text}.", published)
    assert one.value == value
    assert one.implied == ("century",)


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
