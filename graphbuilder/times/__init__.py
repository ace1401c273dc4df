"""Time expressions of English news and histories: found, normalised to TIMEX3, and turned into intervals.

>>> from datetime import date
>>> [one.interval.edtf for one in find_times("They met on April 2, 2008.", date(2022, 11, 29))]
['2008-04-02']
"""

from __future__ import annotations

from graphbuilder.times.api import find_times, time_expressions
from graphbuilder.times.context import TimeOptions
from graphbuilder.times.counting import counted_back, counted_clause, counted_phrase, dated_by

__all__ = [
    "TimeOptions",
    "counted_back",
    "counted_clause",
    "counted_phrase",
    "dated_by",
    "find_times",
    "time_expressions",
]
