"""The date of an event: what the dates of all its mentions say together, and the alternatives that contradict it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.records import PUBLICATION, EventMention, Provenance, Span
from graphbuilder.resolve.dates import Dated, reconcile, without_clock
from graphbuilder.resolve.merge.ordering import MANY
from graphbuilder.times.calendar.timex import CLOCK

DatedMention = tuple[EventMention, Dated]


class EventDate(NamedTuple):
    """Interval, rule and time expression of the date of an event, and other dates that texts give it."""

    interval: Interval | None
    dated_by: tuple[str, str] | None
    alternatives: tuple[tuple[Interval, Provenance], ...]


def event_date(
    mentions: Sequence[EventMention],
    date_of: Callable[[EventMention], Dated | None],
    source: Callable[[Span], str],
    quote: Callable[[Span, str, float], Provenance],
) -> EventDate:
    """The date that most independent sources give, each counted as sure as it is; then the surest.

    A date that contradicts it is an alternative, unless it is only that of a story, which may report the event later.
    Publication counts only where no mention has a date, and a time of day not if one of many sources alone has it.
    """
    all_dated = [(mention, date) for mention in mentions if (date := date_of(mention)) is not None]
    dated = _without_lone_clock([one for one in all_dated if one[1].rule != PUBLICATION] or all_dated, source)
    support = _support(dated, source)
    interval: Interval | None = None
    dated_by: tuple[str, str] | None = None
    alternatives: dict[str, tuple[Interval, Provenance]] = {}
    for mention, date in sorted(dated, key=lambda pair: (-support[without_clock(pair[1].interval)], *_order(*pair))):
        merged = date.interval if interval is None else reconcile(interval, date.interval, mention.type)
        if merged is None:
            if date.rule not in ASSUMED:
                evidence = quote(mention.span, mention.method, mention.score)
                alternatives.setdefault(date.interval.edtf, (date.interval, evidence))
        elif merged != interval:
            interval, dated_by = merged, (date.rule, date.time)
    return EventDate(interval, dated_by, tuple(alternatives[edtf] for edtf in sorted(alternatives)))


def _without_lone_clock(dated: list[DatedMention], source: Callable[[Span], str]) -> list[DatedMention]:
    """The dates, those with a time of day as days where one of many sources alone has one."""
    clocked = {source(mention.span) for mention, date in dated if date.interval.precision in CLOCK}
    if len(clocked) != 1 or len({source(mention.span) for mention, _ in dated}) < MANY:
        return dated
    return [(mention, replace(date, interval=without_clock(date.interval))) for mention, date in dated]


class Saying(NamedTuple):
    """The mentions (ids) whose sentence has the date of the event, or one within it; and those of another date."""

    so: Set[str] = frozenset()
    otherwise: Set[str] = frozenset()


def saying_when(
    mentions: Iterable[EventMention], date_of: Callable[[EventMention], Dated | None], date: EventDate
) -> Saying:
    """Which mentions say when an event was; none of one without a date. The day of publication says it last of all."""
    if date.interval is None or date.dated_by is None:
        return Saying()
    is_by_publication = date.dated_by[0] == PUBLICATION
    told = {
        mention.id: own
        for mention in mentions
        if (own := date_of(mention)) is not None and (is_by_publication or own.rule != PUBLICATION)
    }
    return Saying(
        {id_ for id_, own in told.items() if own.beside and date.interval.contains(without_clock(own.interval))},
        {id_ for id_, own in told.items() if not date.interval.overlaps(own.interval)},
    )


def _support(dated: Sequence[DatedMention], source: Callable[[Span], str]) -> Mapping[Interval, float]:
    """Day → the sum of the surest date of each independent source."""
    surest: dict[Interval, dict[str, float]] = defaultdict(dict)
    for mention, date in dated:
        by_source, name = surest[without_clock(date.interval)], source(mention.span)
        by_source[name] = max(by_source.get(name, 0.0), date.score)
    return {interval: round(sum(by_source.values()), 6) for interval, by_source in surest.items()}


def _order(mention: EventMention, date: Dated) -> tuple[float, int, str]:
    """The surest date first, then the finest; the id only makes the order total."""
    return -date.score, PRECISIONS.index(date.interval.precision), mention.id
