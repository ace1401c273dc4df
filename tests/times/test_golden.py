"""The expressions that users meet most, and that a parser of date strings gets wrong: what each must mean.

Rows: words, TIMEX3 type and value (of each part, for a range), mod, interval.
"""

from __future__ import annotations

from datetime import date

import pytest

from graphbuilder.times import find_times

DAY = date(2022, 11, 29)  # a Tuesday
ROWS = [
    ("Nov. 29-30", "DATE", ("2022-11-29", "2022-11-30"), None, "2022-11-29/2022-11-30"),
    ("November 29-30", "DATE", ("2022-11-29", "2022-11-30"), None, "2022-11-29/2022-11-30"),
    ("April 2-4, 2008", "DATE", ("2008-04-02", "2008-04-04"), None, "2008-04-02/2008-04-04"),
    ("29 November 2022, 09:52 PM", "TIME", ("2022-11-29T21:52",), None, "2022-11-29T21:52:00"),
    ("in 2008", "DATE", ("2008",), None, "2008"),
    ("back in 2008", "DATE", ("2008",), None, "2008"),
    ("the 2008 Bucharest Summit", "DATE", ("2008",), None, "2008"),
    ("last Tuesday", "DATE", ("2022-11-22",), None, "2022-11-22"),
    ("on Monday", "DATE", ("2022-11-28",), None, "2022-11-28"),
    ("Tuesday", "DATE", ("2022-11-29",), None, "2022-11-29"),
    ("Nov. 30", "DATE", ("2022-11-30",), None, "2022-11-30"),
    ("earlier this month", "DATE", ("2022-11",), "START", "2022-11-01/2022-11-29"),
    ("in the early 1990s", "DATE", ("199",), "START", "1990~/1993~"),
    ("the 1990s", "DATE", ("199",), None, "199X"),
    ("the third quarter of 2021", "DATE", ("2021-Q3",), None, "2021-35"),
    ("between March and May 2020", "DATE", ("2020-03", "2020-05"), None, "2020-03/2020-05"),
    ("two weeks later", "DATE", ("2022-W50",), None, "2022-12-13~"),
    ("the following day", "DATE", ("2022-11-30",), None, "2022-11-30"),
    ("next summer", "DATE", ("2023-SU",), None, "2023-22"),
    ("since 2014", "DATE", ("2014",), None, "2014/.."),
    ("a decade ago", "DATE", ("2012",), None, "2012~"),
    ("mid-June", "DATE", ("2022-06",), "MID", "2022-06-11~/2022-06-20~"),
    ("9/11", "DATE", ("2001-09-11",), None, "2001-09-11"),
    ("Daily at 9am EST", "SET", ("XXXX-XX-XXT09:00",), None, None),
    ("FY2023", "DATE", ("2023",), None, "2022-10~/2023-09~"),
    ("the 19th century", "DATE", ("18",), None, "18XX"),
    ("2022-23 season", "DATE", ("2022", "2023"), None, "2022/2023"),
    ("at the end of last year", "DATE", ("2021",), "END", "2021-12~"),
    ("within 30 days", "DURATION", ("P30D",), None, "2022-11-29/2022-12-29"),
    ("for three years", "DURATION", ("P3Y",), None, None),
]


@pytest.mark.parametrize(("words", "kind", "values", "mod", "edtf"), ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("frame", ["{}", "The ministers said {} that talks would go on."])
def test_means(frame: str, words: str, kind: str, values: tuple[str, ...], mod: str | None, edtf: str | None) -> None:
    (one,) = find_times(frame.format(words), DAY)
    parts = one.parts or (one,)
    assert (one.type, one.mod, one.value) == (kind, mod, values[0])
    assert tuple(part.value for part in parts) == values
    assert (one.interval and one.interval.edtf) == edtf


@pytest.mark.parametrize("words", ["as long as it takes", "World War II"])
def test_means_no_time(words: str) -> None:
    assert find_times(f"The ministers said {words} that talks would go on.", DAY) == []
