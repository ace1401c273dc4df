"""Events that are part of others: said ("at the summit they promised"), or by time, place and people.

A part that has no date or place of its own has those of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.records import Event

#: Types of event that others can be part of without being said to.
_GATHERINGS = frozenset({"meet"})
_DAY = PRECISIONS.index("day")

Within = Callable[[str, str], bool]


def with_wholes(events: Mapping[str, Event], said: Mapping[str, tuple[str, ...]], within: Within) -> dict[str, Event]:
    """The events with their wholes, and with the date and place that these give them."""
    gatherings = _by_year(events)
    found = {}
    for id_, event in events.items():
        wholes = said.get(id_) or tuple(_implied(event, gatherings, within))[:1]
        found[id_] = _completed(replace(event, part_of=wholes), [events[whole] for whole in wholes])
    return found


def _completed(part: Event, wholes: list[Event]) -> Event:
    for whole in wholes:
        if whole.interval is not None and whole.dated_by is not None and _coarser(part.interval, whole.interval):
            part = replace(part, interval=whole.interval, dated_by=("event", whole.dated_by[1]))
        if part.place is None and whole.place is not None and part.interval is not None:
            part = replace(part, place=whole.place)
    return part


def _coarser(part: Interval | None, whole: Interval) -> bool:
    """A promise "in 2008", made at a summit of 2–4 April 2008, is of those days."""
    if part is None:
        return True
    return PRECISIONS.index(part.precision) > PRECISIONS.index(whole.precision) and part.contains(whole)


def _by_year(events: Mapping[str, Event]) -> dict[int, list[Event]]:
    """Gatherings of known days and place, by year."""
    found: dict[int, list[Event]] = defaultdict(list)
    for event in events.values():
        interval = event.interval
        precise = interval is not None and PRECISIONS.index(interval.precision) <= _DAY
        if precise and event.type in _GATHERINGS and event.place is not None and event.polarity == "POS":
            assert interval is not None
            if interval.start is not None:
                found[interval.start.year].append(event)
    return found


def _implied(event: Event, gatherings: Mapping[int, list[Event]], within: Within) -> Iterator[str]:
    """What those who gather say or do on the days of a gathering, at its place if one is told, is part of it."""
    if event.type in _GATHERINGS or event.interval is None or event.interval.start is None:
        return
    who = {entity for _, entity in event.participants}
    for whole in gatherings.get(event.interval.start.year, ()):
        assert whole.interval is not None
        assert whole.place is not None
        same_place = event.place is not None and within(event.place, whole.place)
        same_days = whole.interval.contains(event.interval)
        attended = bool(who & {entity for _, entity in whole.participants})
        elsewhere = event.place is not None and not same_place
        if attended and not elsewhere and (same_days or (same_place and event.interval.overlaps(whole.interval))):
            yield whole.id
