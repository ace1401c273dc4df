"""Which lines a timeline of only so many has: what many outlets tell and a reader wants, a line of each day before two
of one.

In: the events that have lines, and how many lines there are to be. Out: those events. The event of a pile of articles
is told with all that it brought about on its day: the dead, the homeless, the ruins. So the second line of a day counts
a quarter, the third a ninth. What has no day of its own ("in 2009", or no date) counts as of one more day. What reads
as a line before comes last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphbuilder.records import Event

#: A summit has so many days, at most; what has more, such as "in the week of the vote", is of none of them.
_DAYS = 3


def weightiest(events: Sequence[Event], count: int) -> list[Event]:
    """So many of these events, the weightiest first.

    On the four topics of T17 that may be looked at (`benchmarks/digest.py`), of as many lines as a journalist's
    timeline has days, 75 in 100 are of such a day, and 66 in 100 of its days have a line; where all lines of a day
    counted alike, it was 39, and 17.
    """
    by_day: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (-_weight(event), event.id)):
        by_day[_day(event)].append(event)
    ranked = [
        (_weight(event) / place**2, event) for told in by_day.values() for place, event in enumerate(told, start=1)
    ]
    ranked.sort(key=lambda one: (-one[0], one[1].id))
    first = {event.name: event for _, event in reversed(ranked)}
    ranked.sort(key=lambda one: first[one[1].name] is not one[1])
    return [event for _, event in ranked[:count]]


def _weight(event: Event) -> float:
    """How many independent articles tell it, each counted as surely as a reader wants it."""
    return event.independent_sources * event.score


def _day(event: Event) -> str:
    """The first day of an event of a few days of one month; empty where it is vaguer, longer or unknown."""
    time = None if event.interval is None else event.interval.mark
    if time is None or time.start is None or time.end is None or time.start.parts[:2] != time.end.parts[:2]:
        return ""
    first, last = time.start.day, time.end.day
    return time.start.iso_day if first and last and last - first < _DAYS else ""
