"""Hostile texts cost no more than their length: four times the text, about four times the processor time.

A ratio of two lengths in the same process, so that neither the machine nor its load matters; where a pattern or a loop
went back over the text the ratio would be 16. The short text is read three times, the long one up to three times, until
once it costs no more.
"""

from __future__ import annotations

import time
from datetime import date

import pytest

from graphbuilder.times import find_times

HOSTILE = [
    "1-", "7", "1,", "1.", "1:", "1/", "early ", "about the ", "the end of ", "two weeks before ", "twenty-", "  ",
    "\n", '"',
    "(", "“", "May ", "Monday ", "2008 ", "2008 and ", "April, ", "weeks ", "two weeks ago ", "year of ", "'s ", "a-",
    "z",
    "9 a.m. Monday ", "May to ", "2 May 2008, ", "480 BC ", "Q1 ", "It was May 2. ", "half a ", "c. ", "e\u0301",
    "Nov. 2 ", "Two weeks later he left. ", "through the last day of ", "over the weekend ", "In 2008. A month later ",
    "The vote was held on Friday. The day before the vote ", "the day before the vote ", "On 3 May a bomb attack ",
    "9-11 a.m. UTC+2 ", "two weeks after the new old big bad ", "is closed until May ", "usually starts in May ",
    "20221129 ", "at the vote on Friday, the day before the summit and ", "the eve of the vote at the talks of 3 May, ",
    "the attack killed the men and on Friday ", "he died in Bath on the way to May ",
    "of ", "early late mid ", "the first ", "nine months ended ", "up from a year earlier ", "300 cars a week ",
    "[ten ",
    "the week of May 3, ", "Friday the 13th ", "overnight ", "the first time in ", "the latest quarter ",
    "at 9:30 on Friday night ",
    "\u0662\u0660\u0662\u0662 ", "\uff12\uff10\uff12\uff12 ", "2022-W", "11/2016/",
]  # fmt: skip
SHORT, LONG = 2000, 8000


def cost(text: str) -> float:
    start = time.process_time()
    find_times(text, date(2022, 11, 29))
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_cost_grows_with_length_only(unit: str) -> None:
    find_times("Warm-up on 2 May 2008.")
    short, long = ((unit * size)[:size] for size in (SHORT, LONG))
    least = min(cost(short) for _ in range(3))
    assert any(cost(long) < 9 * least + 0.005 for _ in range(3))
