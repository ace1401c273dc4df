"""From values to readings: which year, which Tuesday, counted from what.

In: a value (`calendar.values`), as the finders and refiners leave it, and the `Context` where the reader is. Out: a
`Reading` with TIMEX3 type and value, its cell of the calendar, its interval; or None, where the words are no time after
all. Where nothing is known to count from, the interval is None and the value has an X for every unknown digit.

To add a kind of value, write its function in the file of its subject and enter it in one of the two tables below. No
order is needed: each kind has one function.

numbers                          what is written in figures
dates_without_year               underspecified dates and named days; `implied_year` chooses the year
offsets                          "last week", "two weeks ago"
clocks                           of which day an hour is
durations                        lengths, sets and references
wholes, ranges                   values made of others
modified                         afterwards: what "early", "about" and "since" make of the interval
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphbuilder.times.anchors.clocks import clock
from graphbuilder.times.anchors.dates_without_year import date_without_year, named
from graphbuilder.times.anchors.durations import every, length, reference
from graphbuilder.times.anchors.numbers import ancient_year, fiscal_year, numeric, short_year
from graphbuilder.times.anchors.offsets import offset, step
from graphbuilder.times.anchors.ranges import several
from graphbuilder.times.anchors.wholes import within
from graphbuilder.times.calendar.values import (
    AncientYear,
    Clock,
    Duration,
    Every,
    FiscalYear,
    Fixed,
    Named,
    Numeric,
    Offset,
    Partial,
    Reference,
    Several,
    ShortYear,
    Step,
    Value,
    Within,
)
from graphbuilder.times.context import Context
from graphbuilder.times.reading import Anchor, Reading, of_cell


def anchor(value: Value, context: Context) -> Reading | None:
    """The reading of a value where the reader now is; None where it is no time after all."""
    kind = type(value)
    if kind in _OF_OTHERS:
        return _OF_OTHERS[kind](value, context, anchor)
    return _ALONE[kind](value, context) if kind in _ALONE else None


#: Kinds that hold no other value.
_ALONE: dict[type, Callable[[Any, Context], Reading | None]] = {
    Fixed: lambda value, _context: of_cell(value.cell),
    Numeric: numeric, ShortYear: short_year, AncientYear: ancient_year, FiscalYear: fiscal_year, Named: named,
    Partial: date_without_year, Step: step, Clock: clock,
    Duration: length, Every: every, Reference: reference,
}  # fmt: skip
#: Kinds that hold other values, which are anchored first.
_OF_OTHERS: dict[type, Callable[[Any, Context, Anchor], Reading | None]] = {
    Offset: offset, Within: within, Several: several,
}  # fmt: skip
