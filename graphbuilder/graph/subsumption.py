"""Which event the line of another one subsumes, so that a timeline has one line for what one sentence says once.

In: the events of a graph. Out: for each event the ids of its subsumers (`subsumers_of`), an event with the place and
the participants of those it subsumes (`with_subsumed`), and whether a plan is subsumed by its deed (`is_carried_out`).

Yes: "Alba agreed to buy Corin" subsumes the buying; the signing subsumes the plan to sign on that day.
No: an event whose date, or one of whose articles, would be lost keeps its line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.records import Event

#: The role of those who take part only in a subsumed event.
TOPIC = "topic"
#: Types of acts upon the act of another: in "rejected Alba's appeal" those of the appeal have no part in the rejection.
_RULING = frozenset({"condemn", "deny", "end", "reject", "support"})


def subsumers_of(events: Sequence[Event]) -> dict[str, list[str]]:
    """Event → the events whose lines subsume it (ids); an event with a line of its own is no key."""
    by_sentence: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        for sentence in _sentences(event):
            by_sentence[sentence].append(event)
    found = {}
    for event in events:
        first = min(_sentences(event), default=None)
        beside = by_sentence[first] if first is not None else ()
        subsuming = [other.id for other in beside if other is not event and _subsumes(other, event)]
        if subsuming:
            found[event.id] = subsuming
    return found


def with_subsumed(events: Sequence[Event], subsumers: Mapping[str, Sequence[str]]) -> list[Event]:
    """The events, each with the place and the participants of the events that its line subsumes."""
    subsumed: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for subsumer in subsumers.get(event.id, ()):
            subsumed[subsumer].append(event)
    return [_with_subsumed(event, subsumed[event.id]) for event in events]


def is_carried_out(graph: EventGraph, plan: Event, shown: Mapping[str, Event]) -> bool:
    """Whether an event is a plan whose deed is shown, and took place on no other day than planned."""
    if plan.modality != "PLANNED" or plan.id not in graph:
        return False
    ties = graph.in_edges(plan.id, data=True)
    deeds = (shown[deed] for deed, _, data in ties if data.get("relation") == FULFILS and deed in shown)
    return any(
        plan.interval is None or deed.interval is None or plan.interval.overlaps(deed.interval) for deed in deeds
    )


def entities_of(event: Event) -> Iterable[str]:
    """The entities that are tied to an event: participants, who says so, place."""
    place = () if event.place is None else (event.place,)
    return (*(entity for _, entity in event.participants), *event.attributions, *place)


def _subsumes(other: Event, event: Event) -> bool:
    """Whether the line of one event has all words of another's, from one sentence, and no date or article is lost.

    Of two with the same words the surer one keeps its line.
    """
    ours, theirs = _words(event), _words(other)
    if not ours <= theirs or _sentences(event).isdisjoint(_sentences(other)):
        return False
    if not _documents(event) <= _documents(other):
        return False
    if event.interval not in (None, other.interval):
        return False
    return ours != theirs or _by_sureness(other) < _by_sureness(event)


def _by_sureness(event: Event) -> tuple[bool, bool, bool, bool, float, str]:
    """Sort key of events whose lines have the same words: the one that they denote most surely comes first.

    A dated one, so that no date is lost; then one that took place, the barring in "barred her from leaving"; then one
    that rules on another, the condemning in "condemned the attack"; then one of a known type; then the likelier one.
    """
    return (
        event.interval is None,
        event.polarity == "NEG",
        event.type not in _RULING,
        event.type == "other",
        -event.score,
        event.id,
    )


def _with_subsumed(event: Event, inner: Sequence[Event]) -> Event:
    """An event with the place and the participants of those that its line subsumes.

    The participants get the role `topic`; their own role where both lines have the same words, unless either event
    is a ruling on the other one.
    """
    if not inner:
        return event
    known = set(entities_of(event))
    more: dict[str, str] = {}
    for one in inner:
        same = _words(one) == _words(event) and _RULING.isdisjoint((one.type, event.type))
        more |= {
            entity: role if same else TOPIC for role, entity in one.participants if entity not in known | more.keys()
        }
    place = event.place or next((one.place for one in inner if one.place), None)
    topics = tuple((role, entity) for entity, role in more.items())
    return replace(event, participants=(*event.participants, *topics), place=place)


def _words(event: Event) -> set[str]:
    return set(fold(event.name).split())


def _documents(event: Event) -> set[str]:
    return {one.span.document for one in event.provenance}


def _sentences(event: Event) -> set[tuple[str, int]]:
    return {(one.context.document, one.context.start) for one in event.provenance}
