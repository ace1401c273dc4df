"""The day of an event: which of the times that are told of it is meant, and without the hour of another event."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.intervals import Interval
from graphbuilder.records import TimeExpression

#: Characters between a time and the one that says it more exactly: "three weeks later, on 13 February".
_BESIDE = 6
_CLOCK = frozenset({"hour", "minute", "second"})


def exact(times: Sequence[TimeExpression]) -> TimeExpression:
    """The first time, or what stands right behind it and says it more exactly."""
    first, *others = times
    if first.interval is None or not first.interval.approximate:
        return first
    behind = (one for one in others if 0 <= one.span.start - first.span.end <= _BESIDE)
    return next((one for one in behind if one.interval is not None and not one.interval.approximate), first)


def without_clock(interval: Interval) -> Interval:
    """The day of a clock time."""
    start = interval.start
    if start is None or start.month is None or start.day is None or interval.precision not in _CLOCK:
        return interval
    return Interval.at(start.year, start.month, start.day)
