"""Events that are part of others: said ("at the summit they promised"), or by time, place and people.

A part that has no date or place of its own has those of the whole; the day of its news story is no date of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.records import PUBLICATION, Event, Provenance

#: Types of event that others can be part of without being said to.
_GATHERINGS = frozenset({"meet"})
_DAY = PRECISIONS.index("day")
#: Sentences of a headline and lead.
_LEAD = 2

Within = Callable[[str, str], bool]


def with_wholes(
    events: Mapping[str, Event],
    said: Mapping[str, tuple[str, ...]],
    within: Within,
    never: Collection[tuple[str, str]] = (),
) -> dict[str, Event]:
    """The events with their wholes, and with the date and place that these give them.

    Args:
        events: by id.
        said: event → the wholes that a text says it is part of.
        within: whether a place is another, or lies in it.
        never: pairs of a part and a whole that are none, whatever texts and rules say.
    """
    gatherings = _by_year(events)
    found = {}
    for id_, event in events.items():
        told = tuple(whole for whole in said.get(id_, ()) if (id_, whole) not in never)
        implied = (whole for whole in _implied(event, gatherings, within) if (id_, whole) not in never)
        wholes = told or _longest(tuple(implied), events)
        found[id_] = _completed(replace(event, part_of=wholes), [events[whole] for whole in wholes], said=bool(told))
    return found


def _longest(wholes: Sequence[str], events: Mapping[str, Event]) -> tuple[str, ...]:
    """Of several wholes the one that lasts longest: a meeting of two days rather than a session on one of them."""
    spans = {whole: events[whole].interval for whole in wholes}
    contained = {
        inner
        for inner, one in spans.items()
        for outer, other in spans.items()
        if one is not None and other is not None and one != other and other.contains(one)
    }
    return tuple(whole for whole in wholes if whole not in contained)[:1]


def _completed(part: Event, wholes: list[Event], *, said: bool) -> Event:
    for whole in wholes:
        if whole.interval is None or whole.dated_by is None:
            pass
        elif _coarser(part.interval, whole.interval) or (said and _only_of_whole(part, whole)):
            part = replace(part, interval=whole.interval, dated_by=("event", whole.dated_by[1]))
        if part.place is None and whole.place is not None and part.interval is not None:
            part = replace(part, place=whole.place)
    return part


def _coarser(part: Interval | None, whole: Interval) -> bool:
    """A promise "in 2008", made at a summit of 2–4 April 2008, is of those days."""
    if part is None:
        return True
    return PRECISIONS.index(part.precision) > PRECISIONS.index(whole.precision) and part.contains(whole)


def _day(event: Event) -> Interval | None:
    """The date of an event; of what is only news of a day, that day."""
    assumed = event.dated_by is not None and event.dated_by[0] == PUBLICATION
    return event.interval.mark if assumed and event.interval is not None else event.interval


def _only_of_whole(part: Event, whole: Event) -> bool:
    """What a meeting of 2–4 April is said to have done is no more of the 4th, when it was news or ended, than of the
    others.
    """
    assumed = part.dated_by is not None and part.dated_by[0] in ASSUMED | {"event"}
    own = whole.dated_by is not None and whole.dated_by[0] not in ASSUMED
    return assumed and own and _falls_in(part, whole)


def _falls_in(part: Event, whole: Event) -> bool:
    day = _day(part)
    return day is not None and whole.interval is not None and whole.interval.contains(day)


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
    """The gatherings that an event is part of by what is known of both.

    What those who gather say or do on the days of a gathering, at its place if one is told; what the story of one tells
    as of its day; and a shorter meeting on one of its days.
    """
    day = _day(event)
    if day is None or day.start is None:
        return
    for whole in gatherings.get(day.start.year, ()):
        assert whole.interval is not None
        assert whole.place is not None
        same_place = event.place is not None and within(event.place, whole.place)
        if whole.id == event.id or (event.place is not None and not same_place):
            continue
        if event.type in _GATHERINGS:
            part = _session(event, whole)
        else:
            days = _falls_in(event, whole) or (same_place and day.overlaps(whole.interval))
            part = days and (_attended(event, whole) or _of_its_story(event, whole))
        if part:
            yield whole.id


def _attended(event: Event, whole: Event) -> bool:
    return bool({entity for _, entity in event.participants} & {entity for _, entity in whole.participants})


def _of_its_story(event: Event, whole: Event) -> bool:
    """Whether the story of the gathering tells the event as of its day, without a date of its own.

    What is only news of the day on which others met was not done where they did.
    """
    if event.dated_by is not None and event.dated_by[0] == PUBLICATION:
        return False
    return any(one.method.endswith("/story") and _follows(one, whole) for one in event.provenance)


def _session(event: Event, whole: Event) -> bool:
    """ "A session of the council on Friday", in the story of a summit from Wednesday to Friday."""
    shorter = _falls_in(event, whole) and event.interval != whole.interval
    return shorter and any(_follows(one, whole) for one in event.provenance)


def _follows(telling: Provenance, whole: Event) -> bool:
    """Whether a text tells of the gathering before, or right after: a headline and lead tell first what it decided."""
    told = (one.span for one in whole.provenance if one.span.document == telling.span.document)
    return any(span.sentence <= telling.span.sentence + _LEAD for span in told)
