"""EventGraph → timeline: the events in order, as precise as they are known, undated ones apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, SupportsIndex, overload

from graphbuilder.addresses import web_address
from graphbuilder.errors import InputError
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval, window
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import PUBLICATION, UNTIL, Entity, Event, Provenance

if TYPE_CHECKING:
    import pandas

#: The role of those who take part only in what else a line tells.
TOPIC = "topic"
#: How many lines of a timeline its repr shows, and of how many characters each.
_SHOWN, _WIDE = 10, 88
#: What leads to those of whom it is not told.
_EXCEPTION = ["exception", "of"]
#: Types of what is done about the doings of others: "rejected Alba's appeal".
_RULING = frozenset({"condemn", "deny", "end", "reject", "support"})


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of the timeline, with names in place of ids.

    `participants` are pairs of role and name; `attribution` is who says so, or None where a text says so itself;
    `sources` are outlets; `mentions` the very words, with their sentences. `dated_by` is the rule that dated it (see
    `Event.dated_by`): "publication" where no words of a text do, so that it is only known to have happened by then.
    `addresses` are pairs of a document and its web address, for those of the mentions' documents that have one.
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
    dated_by: str | None = None
    addresses: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def when(self) -> str | None:
        """The date as EDTF text, None if it is not known."""
        return None if self.interval is None else self.interval.edtf

    @property
    def readable(self) -> str:
        """The date as a newspaper prints it: "by 18 July 2022", "until 2014", "no date"."""
        if self.interval is None:
            return "no date"
        return self.interval.lasting if self.dated_by == UNTIL else self.interval.readable

    @property
    def assumed(self) -> bool:
        """Whether no text tells its day, and it is only known to have happened by the day of publication."""
        return self.dated_by == PUBLICATION

    @property
    def happened(self) -> str:
        """Whether it did, in a word: "happened", "did not happen", "planned", "possible", "demanded", "conditional".

        What is planned, demanded or a condition is called so also where it is told with "not": nobody knows yet.
        """
        return happened(self.polarity, self.modality)


def happened(polarity: str, modality: str) -> str:
    """Whether an event that is told so took place, in a word; see `TimelineEntry.happened`.

    >>> happened("NEG", "ACTUAL"), happened("NEG", "PLANNED")
    ('did not happen', 'planned')
    """
    if polarity == "NEG" and modality in ("ACTUAL", "POSSIBLE"):
        return "did not happen"
    return "happened" if modality == "ACTUAL" else modality.casefold()


class Timeline(list[TimelineEntry]):
    """A list of entries, in order of date, that can be shown and be a table; a slice of one is one."""

    def to_frame(self) -> pandas.DataFrame:
        """The entries as a DataFrame of pandas, a row each; the columns stand in `docs/records.md`.

        Raises:
            InputError: pandas is not installed.
        """
        from graphbuilder.frames import entries  # a door to a later stage

        return entries(self).to_frame()

    @overload
    def __getitem__(self, at: SupportsIndex) -> TimelineEntry: ...

    @overload
    def __getitem__(self, at: slice) -> Timeline: ...

    def __getitem__(self, at: SupportsIndex | slice) -> TimelineEntry | Timeline:
        return Timeline(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def __repr__(self) -> str:
        count = "1 entry" if len(self) == 1 else f"{len(self):,} entries"
        more = [f"  … and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        return "\n".join([f"Timeline: {count}", *map(_shown, self[:_SHOWN]), *more])


def _shown(entry: TimelineEntry) -> str:
    """A line of the repr, without characters that would move what stands beside it."""
    status = "" if entry.happened == "happened" else f"[{entry.happened}] "
    text = "".join(mark for mark in " ".join(f"{status}{entry.label}".split()) if mark.isprintable())
    return f"  {entry.when or 'no date':<22} {text if len(text) <= _WIDE else text[: _WIDE - 1].rstrip() + '…'}"


@collection_paused()
def timeline(
    graph: EventGraph,
    *,
    about: str | Entity | None = None,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    type: str | None = None,
    min_score: float = 0.0,
    retold: bool = False,
) -> Timeline:
    """The events of a graph in order of date, then the undated ones; one line for what one line tells.

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

    Raises:
        UnknownName: no entity bears the name `about`; the message lists the nearest.
        InputError: `start` or `end` is no EDTF date, or they are the wrong way round; `about` is no name; no event is
            of this `type`.
    """
    period = window(start, end)
    everything, told = graph.events(), {}
    if not retold:
        told = _retold(everything)
        inside: dict[str, list[Event]] = defaultdict(list)
        for event in everything:
            for teller in told.get(event.id, ()):
                inside[teller].append(event)
        everything = [_with_told(event, inside[event.id]) for event in everything]
    wanted = None if about is None else _related(graph, about)
    _check_type(type, {event.type for event in everything})
    events = [
        event
        for event in everything
        if event.score >= min_score
        and type in (None, event.type)
        and (wanted is None or wanted & set(_ties(event)))
        and (period is None or (event.interval is not None and event.interval.mark.overlaps(period)))
    ]
    shown = {event.id: event for event in events}
    events = [event for event in events if shown.keys().isdisjoint(told.get(event.id, ()))]
    if not retold:
        events = [event for event in events if not _was_carried_out(graph, event, shown)]
    return Timeline(_entry(graph, event) for event in sorted(events, key=_order))


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
        for source, _, tie in graph.in_edges(bearer, data=True)
        if tie.get("relation") == "government_of"
    }
    return bearers | governments


def _with_told(event: Event, inner: Sequence[Event]) -> Event:
    """An event with the place of other events that its line tells, and with those who take part in them: as what it is
    about, but in their own roles where the two are told in the same words and they are not those who are ruled on.
    """
    if not inner:
        return event
    known = {*_ties(event)}
    more: dict[str, str] = {}
    for one in inner:
        same = _words(one) == _words(event) and event.type not in _RULING
        if _before(one, event)[-2:] == _EXCEPTION:
            continue
        more |= {
            entity: role if same else TOPIC for role, entity in one.participants if entity not in known | more.keys()
        }
    place = event.place or next((one.place for one in inner if one.place and not _is_elsewhere(one, event)), None)
    topics = tuple((role, entity) for entity, role in more.items())
    return replace(event, participants=(*event.participants, *topics), place=place)


def _before(inner: Event, event: Event) -> list[str]:
    """The words of an event's line before those of one that it tells too, without an article."""
    words = f" {fold(event.name)} ".partition(f" {fold(inner.name)} ")[0].split()
    return words[:-1] if words[-1:] == ["the"] else words


def _is_elsewhere(inner: Event, event: Event) -> bool:
    """ "Left the pact over the invasion of Chad", "reopened, with the exception of the crossings to Chad"."""
    before = _before(inner, event)
    return before[-1:] in (["about"], ["over"]) or before[-2:] == _EXCEPTION


def _ties(event: Event) -> Iterator[str]:
    yield from (entity for _, entity in event.participants)
    yield from event.attributions
    if event.place is not None:
        yield event.place


def _retold(events: Sequence[Event]) -> dict[str, list[str]]:
    """Event → those whose lines tell it, too (ids)."""
    by_sentence: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        for sentence in _sentences(event):
            by_sentence[sentence].append(event)
    found = {}
    for event in events:
        first = min(_sentences(event), default=None)
        beside = by_sentence[first] if first is not None else ()
        tellers = [other.id for other in beside if other is not event and _tells(other, event)]
        if tellers:
            found[event.id] = tellers
    return found


def _tells(other: Event, event: Event) -> bool:
    """Whether the line of one event has all words of another's, of the same sentences, and no date is lost with it.

    Of two with the same words the surer one stays. What has a name and a date of its own stays too.
    """
    ours, theirs = _words(event), _words(other)
    if not (ours <= theirs and _sentences(event) <= _sentences(other)):
        return False
    if ours == theirs:
        return _surer(other) < _surer(event)
    named = event.interval is not None and any(one.method.startswith("name") for one in event.provenance)
    return event.interval in (None, other.interval) and not named


def _was_carried_out(graph: EventGraph, plan: Event, shown: Mapping[str, Event]) -> bool:
    """Whether the line of what was done tells a plan too: it was carried out, and not on another day than planned."""
    if plan.modality != "PLANNED" or plan.id not in graph:
        return False
    ties = graph.in_edges(plan.id, data=True)
    deeds = (shown[deed] for deed, _, data in ties if data.get("relation") == FULFILS and deed in shown)
    return any(
        plan.interval is None or deed.interval is None or plan.interval.overlaps(deed.interval) for deed in deeds
    )


def _surer(event: Event) -> tuple[bool, bool, bool, bool, float, str]:
    """ "Barred her from leaving" tells of the barring, which took place, and not of the leaving, which did not;
    "unveils a car at the fair" of what its verb tells, if that is of a known type. No date is lost.
    """
    verb = any(one.method.startswith(("phrase", "verb")) for one in event.provenance)
    return event.interval is None, event.polarity == "NEG", event.type == "other", not verb, -event.score, event.id


def _words(event: Event) -> set[str]:
    return set(fold(event.name).split())


def _sentences(event: Event) -> set[tuple[str, int]]:
    return {(one.context.document, one.context.start) for one in event.provenance}


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
        dated_by=None if event.dated_by is None else event.dated_by[0],
        addresses=tuple(_addresses(graph, event)),
    )


def _addresses(graph: EventGraph, event: Event) -> Iterator[tuple[str, str]]:
    """The addresses of an event's articles; one that a stored graph holds is looked at again before it is shown."""
    documents = graph.graph["documents"]
    for document in dict.fromkeys(one.span.document for one in event.provenance):
        url = documents[document].get("url")
        address = web_address(url) if isinstance(url, str) else None
        if address is not None:
            yield document, address


def _name(graph: EventGraph, entity: str) -> str:
    """The name of an entity; its id where a subgraph has left it out."""
    return str(graph.nodes[entity]["label"]) if entity in graph else entity
