"""EventGraph → timeline: the events in order, as precise as they are known, undated ones apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from numbers import Integral

from graphbuilder.errors import InputError
from graphbuilder.graph import EventGraph
from graphbuilder.intervals import Interval
from graphbuilder.records import Entity, Event, Provenance


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of the timeline, with names in place of ids.

    `participants` are pairs of role and name; `attribution` is who says so, or None where a text says so itself;
    `sources` are outlets; `mentions` the very words, with their sentences.
    """

    id: str
    label: str
    type: str
    interval: Interval | None
    place: str | None
    participants: tuple[tuple[str, str], ...]
    polarity: str
    modality: str
    attribution: str | None
    sources: tuple[str, ...]
    independent_sources: int
    score: float
    mentions: tuple[Provenance, ...] = field(repr=False)

    @property
    def when(self) -> str | None:
        """The date as EDTF text, None if it is not known."""
        return None if self.interval is None else self.interval.edtf

    @property
    def happened(self) -> str:
        """Whether it did, in a word: "happened", "did not happen", "planned", "possible", "demanded", "conditional".

        What is planned, demanded or a condition is called so also where it is told with "not": nobody knows yet.
        """
        if self.polarity == "NEG" and self.modality in ("ACTUAL", "POSSIBLE"):
            return "did not happen"
        return "happened" if self.modality == "ACTUAL" else self.modality.casefold()


def timeline(
    graph: EventGraph,
    *,
    about: str | Entity | None = None,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    type: str | None = None,
    min_score: float = 0.0,
) -> list[TimelineEntry]:
    """The events of a graph in order of date, then the undated ones.

    Args:
        graph: the graph, or a part of it.
        about: a name, alias or id, or an Entity: only events that this entity, or the government of this country,
            takes part in, is the place of, or reports. A name that several entities bear gives the events of all of
            them.
        start: EDTF date ("2008-04"), year (2008) or date; entries that are over before it are left out. Of a datetime
            the day counts.
        end: as `start`; entries that begin after it are left out. With either, undated entries are left out too.
        type: only events of this type, which some event of the graph must have.
        min_score: only events of at least this score, 0 to 1.

    Raises:
        UnknownName: no entity bears the name `about`; the message lists the nearest.
        InputError: `start` or `end` is no EDTF date, or they are the wrong way round; `about` is no name; no event is
            of this `type`.
    """
    window = _window(start, end)
    wanted = None if about is None else _related(graph, about)
    everything = graph.events()
    _check_type(type, {event.type for event in everything})
    events = [
        event
        for event in everything
        if event.score >= min_score
        and type in (None, event.type)
        and (wanted is None or wanted & set(_ties(event)))
        and (window is None or (event.interval is not None and event.interval.overlaps(window)))
    ]
    return [_entry(graph, event) for event in sorted(events, key=_order)]


def _window(start: str | int | date | None, end: str | int | date | None) -> Interval | None:
    if start is None and end is None:
        return None
    first = None if start is None else Interval.parse(_edtf("start", start)).start
    last = None if end is None else Interval.parse(_edtf("end", end)).end
    try:
        return Interval(first, last)
    except InputError as error:
        raise InputError(
            f"the timeline would end before it starts: start {start!r}, end {end!r}; exchange them"
        ) from error


def _edtf(name: str, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Integral) and not isinstance(value, bool):
        year = int(value)
        return f"{year:04}" if year >= 0 else f"{year:05}"
    if not isinstance(value, str):
        raise InputError(f"{name} must be an EDTF date such as '2008-04', a year or a datetime.date, not {value!r}")
    return value


def _check_type(type: str | None, types: set[str]) -> None:
    if type is not None and type not in sorted(types):
        known = f"its types are {', '.join(sorted(types))}" if types else "it has no events"
        raise InputError(f"no event of the graph is of type {type!r}; {known}")


def _related(graph: EventGraph, about: str | Entity) -> set[str]:
    """The bearers of a name, and the governments of those that are countries."""
    bearers = {entity.id for entity in graph.bearers(about.id if isinstance(about, Entity) else about)}
    governments = {
        source
        for bearer in bearers
        for source, _, relation in graph.in_edges(bearer, keys=True)
        if relation == "government_of"
    }
    return bearers | governments


def _ties(event: Event) -> Iterator[str]:
    yield from (entity for _, entity in event.participants)
    yield from event.attributions
    if event.place is not None:
        yield event.place


def _order(event: Event) -> tuple[bool, object, float, str]:
    dated = event.interval is not None
    return not dated, event.interval.sort_key if event.interval is not None else (), -event.score, event.id


def _entry(graph: EventGraph, event: Event) -> TimelineEntry:
    return TimelineEntry(
        id=event.id,
        label=event.name,
        type=event.type,
        interval=event.interval,
        place=None if event.place is None else _name(graph, event.place),
        participants=tuple((role, _name(graph, entity)) for role, entity in event.participants),
        polarity=event.polarity,
        modality=event.modality,
        attribution=", ".join([*(_name(graph, one) for one in event.attributions), *event.speakers]) or None,
        sources=event.sources,
        independent_sources=event.independent_sources,
        score=event.score,
        mentions=event.provenance,
    )


def _name(graph: EventGraph, entity: str) -> str:
    """The name of an entity; its id where a subgraph has left it out."""
    return str(graph.nodes[entity]["label"]) if entity in graph else entity
