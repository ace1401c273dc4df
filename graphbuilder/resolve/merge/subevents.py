"""Subevents: which event is part of another one, as a text says or by time, place and participants.

A part without date or place has those of the whole. The day of its news story is no date of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.records import PUBLICATION, Event, Provenance

#: The rule of `Event.dated_by` for a date that the whole gives.
BY_WHOLE = "event"
#: Types of event that others can be part of although no text says so.
_GATHERINGS = frozenset({"meet"})
_DAY = PRECISIONS.index("day")
#: Sentences of a headline and lead.
_LEAD = 2

Within = Callable[[str, str], bool]


def with_wholes(
    events: Mapping[str, Event],
    stated: Mapping[str, tuple[str, ...]],
    is_within: Within,
    never: Collection[tuple[str, str]] = (),
) -> dict[str, Event]:
    """The events with their wholes, and with the date and place that these give them.

    Args:
        events: by id.
        stated: event → the wholes that a text says it is part of.
        is_within: whether a place is another, or lies in it.
        never: pairs of a part and a whole that are none, whatever texts and rules say.
    """
    gatherings = _gatherings_by_year(events)
    found = {}
    for id_, event in events.items():
        by_text = tuple(whole for whole in stated.get(id_, ()) if (id_, whole) not in never)
        implied = tuple(whole for whole in _implied(event, gatherings, is_within) if (id_, whole) not in never)
        ids = by_text or _longest(implied, events)
        wholes = [events[whole] for whole in ids]
        found[id_] = _completed(replace(event, part_of=ids), wholes, is_stated=bool(by_text))
    return found


def _longest(wholes: Sequence[str], events: Mapping[str, Event]) -> tuple[str, ...]:
    """The whole that lasts longest: a meeting of two days rather than a session on one of them."""
    spans = {whole: events[whole].interval for whole in wholes}
    contained = {
        inner
        for inner, short in spans.items()
        for long in spans.values()
        if short is not None and long is not None and short != long and long.contains(short)
    }
    return tuple(whole for whole in wholes if whole not in contained)[:1]


# --- what the whole gives -----------------------------------------------------------------------------------------


def _completed(part: Event, wholes: Sequence[Event], *, is_stated: bool) -> Event:
    """The part with the date of a whole where that is finer or surer, and with its place."""
    for whole in wholes:
        if whole.interval is None or whole.dated_by is None:
            pass
        elif _is_coarser(part.interval, whole.interval) or (is_stated and _has_only_day_of(part, whole)):
            part = replace(part, interval=whole.interval, dated_by=(BY_WHOLE, whole.dated_by[1]))
        if part.place is None and whole.place is not None and part.interval is not None:
            part = replace(part, place=whole.place)
    return part


def _is_coarser(part: Interval | None, whole: Interval) -> bool:
    """Whether a part has no date, or a coarser one: a promise "in 2008", made at a summit of 2–4 April 2008."""
    if part is None:
        return True
    return PRECISIONS.index(part.precision) > PRECISIONS.index(whole.precision) and part.contains(whole)


def _has_only_day_of(part: Event, whole: Event) -> bool:
    """Whether an assumed date of a part is one of the days of a dated whole.

    What a meeting of 2–4 April decided is no more of the 4th, when it was news, than of the other days.
    """
    is_assumed = part.dated_by is not None and part.dated_by[0] in ASSUMED | {BY_WHOLE}
    is_dated = whole.dated_by is not None and whole.dated_by[0] not in ASSUMED
    return is_assumed and is_dated and _is_on_days_of(part, whole)


def _day(event: Event) -> Interval | None:
    """The date of an event; if that is publication, the day of the news."""
    is_news = event.dated_by is not None and event.dated_by[0] == PUBLICATION
    return event.interval.mark if is_news and event.interval is not None else event.interval


def _is_on_days_of(part: Event, whole: Event) -> bool:
    day = _day(part)
    return day is not None and whole.interval is not None and whole.interval.contains(day)


# --- wholes that no text states -----------------------------------------------------------------------------------


def _gatherings_by_year(events: Mapping[str, Event]) -> dict[int, list[Event]]:
    """Year → the gatherings of known days and place."""
    found: dict[int, list[Event]] = defaultdict(list)
    for event in events.values():
        interval = event.interval
        if event.type not in _GATHERINGS or event.place is None or event.polarity != "POS":
            continue
        if interval is not None and interval.start is not None and PRECISIONS.index(interval.precision) <= _DAY:
            found[interval.start.year].append(event)
    return found


def _implied(event: Event, gatherings: Mapping[int, Sequence[Event]], is_within: Within) -> Iterator[str]:
    """The gatherings that an event is part of although no text says so."""
    day = _day(event)
    if day is None or day.start is None:
        return
    for whole in gatherings.get(day.start.year, ()):
        if whole.id != event.id and _is_part(event, day, whole, is_within):
            yield whole.id


def _is_part(event: Event, day: Interval, whole: Event, is_within: Within) -> bool:
    """Whether an event is part of a gathering by its days, its place if it has one, and its participants or story.

    Yes: what participants do on its days at its place; what its story dates to its day; a session of it.
    """
    assert whole.interval is not None
    assert whole.place is not None
    is_there = event.place is not None and is_within(event.place, whole.place)
    if event.place is not None and not is_there:
        return False
    if event.type in _GATHERINGS:
        return _is_session(event, whole)
    is_then = _is_on_days_of(event, whole) or (is_there and day.overlaps(whole.interval))
    return is_then and (_has_participant_of(event, whole) or _is_in_story_of(event, whole))


def _has_participant_of(event: Event, whole: Event) -> bool:
    return bool({entity for _, entity in event.participants} & {entity for _, entity in whole.participants})


def _is_in_story_of(event: Event, whole: Event) -> bool:
    """Whether the story of the gathering dates the event to its day.

    No: what is only dated by publication, since not all news of that day is of the gathering.
    """
    if event.dated_by is not None and event.dated_by[0] == PUBLICATION:
        return False
    return any(evidence.method.endswith("/story") and _follows(evidence, whole) for evidence in event.provenance)


def _is_session(event: Event, whole: Event) -> bool:
    """Whether it is a shorter gathering in the story of a longer one: "a session of the council on Friday"."""
    is_shorter = _is_on_days_of(event, whole) and event.interval != whole.interval
    return is_shorter and any(_follows(evidence, whole) for evidence in event.provenance)


def _follows(evidence: Provenance, whole: Event) -> bool:
    """Whether a document mentions the gathering before, or right after, as a lead says first what it decided."""
    in_document = (each.span for each in whole.provenance if each.span.document == evidence.span.document)
    return any(span.sentence <= evidence.span.sentence + _LEAD for span in in_document)
