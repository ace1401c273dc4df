"""EventGraph → timeline: which of the events that are asked for have a line, in which order, with whose participants.

In: a graph, or a part of it. Out: `Timeline`, a list of `TimelineEntry`. The steps, in order:

1. find the events that the line of another one subsumes (`graphbuilder.graph.subsumption`), before any is filtered
   out, so that a line has the same participants whatever is asked for;
2. keep what the user asks for: entity, period, type, score; if `chosen`, what `graphbuilder.graph.choice` takes;
3. leave out what the line of an event that is kept subsumes;
4. keep the `top` ones (`graphbuilder.graph.weightiest`), and sort by date; the undated come last, as they were told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graphbuilder.addresses import shown_address
from graphbuilder.errors import InputError
from graphbuilder.graph import choice
from graphbuilder.graph.entries import Timeline, TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.subsumption import entities_of, is_carried_out, subsumers_of, with_subsumed
from graphbuilder.graph.weightiest import weightiest
from graphbuilder.intervals import window
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity, Event

__all__ = ["Timeline", "TimelineEntry", "events_of_lines", "timeline"]

#: Behind every day.
_NEVER = "~"


def timeline(
    graph: EventGraph,
    about: str | Entity | None = None,
    *,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    type: str | None = None,
    min_score: float = 0.0,
    retold: bool = False,
    chosen: bool = False,
    top: int | None = None,
) -> Timeline:
    """The events of a graph in order of date, then the undated ones; events that one line subsumes share
    line.

    Args:
        graph: the graph, or a part of it.
        about: a name, alias or id, or an Entity: only events that this entity, or the government of this country,
            takes part in, is the place of, or reports. A name that several entities bear gives the events of all of
            them.
        start: EDTF date ("2008-04"), year (2008) or date; entries that are over before it are left out. Of a datetime
            the day counts; of what is only known to have happened by some day, that day.
        end: as `start`; entries that begin after it are left out. With either, undated entries are left out too.
        type: only events of this type, which some event of the graph must have.
        min_score: only events of at least this score, 0 to 1.
        retold: also events that the line of another one tells: of "Alba agreed to buy Corin" the buying, which has no
            line beside it, and one of its own where only the events of its type are asked for; and plans of which the
            deed has a line.
        chosen: only what a reader would want on a timeline; see `graphbuilder.graph.choice.chosen`.
        top: only so many of these: those that most independent outlets tell, of the likeliest events, and of each day
            one before two of one day.

    Raises:
        UnknownName: no entity bears the name `about`; the message lists the nearest.
        InputError: `start` or `end` is no EDTF date, or they are the wrong way round; `about` is no name; no event is
            of this `type`; `top` is less than 1.
    """
    with collection_paused():
        everything = graph.events()
    subsumers = None if retold else subsumers_of(everything)
    asked: dict[str, Any] = {"type": type, "min_score": min_score, "chosen": chosen, "top": top}
    found = events_of_lines(graph, everything, subsumers, about, start=start, end=end, **asked)
    return Timeline(_entry(graph, event) for event in found)


def events_of_lines(
    graph: EventGraph,
    everything: Sequence[Event],
    subsumers: Mapping[str, Sequence[str]] | None,
    about: str | Entity | None = None,
    *,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    type: str | None = None,
    min_score: float = 0.0,
    chosen: bool = False,
    top: int | None = None,
) -> list[Event]:
    """The events that have a line, in its order, with the participants of those that it tells.

    Args:
        graph: the graph, or a part of it.
        everything: its events.
        subsumers: of these (`subsumers_of`); None where events that another line tells have one too.
        about: this and the rest as of `timeline`.
        start: as of `timeline`.
        end: as of `timeline`.
        type: as of `timeline`.
        min_score: as of `timeline`.
        chosen: as of `timeline`.
        top: as of `timeline`.
    """
    period = window(start, end)
    if top is not None and top < 1:
        raise InputError(f"top must be 1 or more, not {top!r}")
    lines = choice.chosen(graph) if chosen else None
    inner = subsumers or {}
    everything = with_subsumed(everything, inner)
    wanted = None if about is None else _related(graph, about)
    _check_type(type, {event.type for event in everything})
    events = [
        event
        for event in everything
        if event.score >= min_score
        and (lines is None or event.id in lines)
        and type in (None, event.type)
        and (wanted is None or not wanted.isdisjoint(entities_of(event)))
        and (period is None or (event.interval is not None and event.interval.mark.overlaps(period)))
    ]
    shown = {event.id: event for event in events}
    events = [event for event in events if shown.keys().isdisjoint(inner.get(event.id, ()))]
    if subsumers is not None:
        events = [event for event in events if not is_carried_out(graph, event, shown)]
    return sorted(events if top is None else weightiest(events, top), key=lambda event: _order(graph, event))


def _check_type(type: str | None, types: set[str]) -> None:
    """Refuse a type that no event has."""
    if type is not None and type not in sorted(types):
        known = f"its types are {', '.join(sorted(types))}" if types else "it has no events"
        raise InputError(f"no event of the graph is of type {type!r}; {known}")


def denoted(graph: EventGraph, about: str | Entity) -> set[str]:
    """The entities (ids) that a name denotes."""
    return {entity.id for entity in graph.bearers(about.id if isinstance(about, Entity) else about)}


def _related(graph: EventGraph, about: str | Entity) -> set[str]:
    """The entities that a name denotes, and the governments of those that are countries."""
    bearers = denoted(graph, about)
    governments = {
        source
        for bearer in bearers
        for source, _, tie in graph.in_edges(bearer, data=True)
        if tie.get("relation") == "government_of"
    }
    return bearers | governments


def _order(graph: EventGraph, event: Event) -> tuple[bool, object, float, str]:
    """Sort key of events: dated ones first, by date, then the others as they were told; of one day the surest first."""
    dated = event.interval is not None
    day = event.interval.sort_key if event.interval is not None else _told(graph, event) or _NEVER
    return not dated, day, -event.score, event.id


def _told(graph: EventGraph, event: Event) -> str | None:
    """The day on which the first article came out that tells an event."""
    days = (facts["published"][:10] for _, facts in _articles(graph, event) if facts.get("published"))
    return min(days, default=None)


def _entry(graph: EventGraph, event: Event) -> TimelineEntry:
    return TimelineEntry(
        id=event.id,
        label=event.name,
        type=event.type,
        interval=event.interval,
        place=None if event.place is None else name_of(graph, event.place),
        participants=tuple(dict.fromkeys((role, name_of(graph, entity)) for role, entity in event.participants)),
        polarity=event.polarity,
        modality=event.modality,
        attribution=attribution_of(graph, event.attributions, event.speakers) or None,
        sources=event.sources,
        independent_sources=event.independent_sources,
        score=event.score,
        mentions=event.provenance,
        dated_by=None if event.dated_by is None else event.dated_by[0],
        addresses=tuple(_addresses(graph, event)),
        headlines=tuple(_headlines(graph, event)),
        aside=event.aside,
        told=_told(graph, event),
    )


def _addresses(graph: EventGraph, event: Event) -> Iterator[tuple[str, str]]:
    """Document and address of an event's articles, of those that have one."""
    for document, facts in _articles(graph, event):
        address = shown_address(facts.get("url"))
        if address is not None:
            yield document, address


def _headlines(graph: EventGraph, event: Event) -> Iterator[tuple[str, str]]:
    """Document and title of an event's articles, of those that have one."""
    return ((document, facts["title"]) for document, facts in _articles(graph, event) if facts.get("title"))


def _articles(graph: EventGraph, event: Event) -> Iterator[tuple[str, dict[str, Any]]]:
    """The articles that tell an event, in the order of its mentions, with what is known of them."""
    for document in dict.fromkeys(one.span.document for one in event.provenance):
        yield document, graph.graph["documents"][document]


def name_of(graph: EventGraph, entity: str) -> str:
    """The name of an entity; its id where a subgraph has left it out."""
    return str(graph.nodes[entity]["label"]) if entity in graph else entity


def attribution_of(graph: EventGraph, named: Iterable[str], described: Iterable[str]) -> str:
    """Who says so, by their names, and in the words of a text those who have none."""
    return ", ".join(dict.fromkeys([*(name_of(graph, one) for one in named), *described]))
